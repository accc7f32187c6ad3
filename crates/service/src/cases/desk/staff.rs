//! The employees of the counter, as the administrator sees and changes them (D20).

use crate::cases::app::{App, CaseError};
use crate::cases::desk::{Action, Desk, DeskRefusal, Kind, Sought, steps};
use crate::store::citizens::Citizen;
use crate::store::staff::Grant;
use crate::store::{StoreError, Tx};
use rules::nemid::NemId;
use rules::staff::is_employees;
use rules::words::{NemIdNumber, PersonName};

/// One employee of the counter.
#[derive(Clone, Debug)]
pub struct Employee {
    /// The employee NemID.
    pub nemid: NemId,
    pub name: PersonName,
    /// The role; none after it was withdrawn.
    pub grant: Option<Grant>,
}

/// All employees who may open the RA portal, and those without any role.
pub async fn employees(app: &App) -> Result<Vec<Employee>, StoreError> {
    app.read(|tx| {
        let all = tx.employee_numbers()?.into_iter().map(|number| employee(tx, number));
        let all: Vec<_> = all.collect::<Result<_, StoreError>>()?;
        Ok(all.into_iter().flatten().filter(|one| of_the_counter(one.grant.as_ref())).collect())
    })
    .await
}

/// One employee of the counter.
pub async fn one(app: &App, number: NemIdNumber) -> Result<Option<Employee>, StoreError> {
    let found = app.read(move |tx| employee(tx, number)).await?;
    Ok(found.filter(|one| of_the_counter(one.grant.as_ref())))
}

fn employee(tx: &Tx<'_>, number: NemIdNumber) -> Result<Option<Employee>, StoreError> {
    let Some(nemid) = tx.nemid(number)?.filter(is_employees) else { return Ok(None) };
    let Some(Citizen { name, .. }) = tx.citizen(nemid.holder)? else { return Ok(None) };
    Ok(Some(Employee { grant: tx.grant(number)?, nemid, name }))
}

/// Whether an employee belongs to the counter; bank clerks and operators do not.
fn of_the_counter(grant: Option<&Grant>) -> bool {
    grant.is_none_or(|grant| grant.role.opens_ra())
}

/// Begins an errand about a future employee or an employee NemID, ready to be read and signed.
pub async fn begin(
    app: &App,
    desk: &Desk,
    sought: Sought,
    action: Action,
) -> Result<String, CaseError<DeskRefusal>> {
    let id = steps::begin(app, desk, Kind::Staff, sought, None).await?;
    steps::choose_action(app, desk, &id, action).await?;
    Ok(id)
}
