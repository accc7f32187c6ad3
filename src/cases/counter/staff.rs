//! The employees of the counter, as the administrator sees and changes them (D20).

use std::sync::Arc;

use super::errand::{self, Desk, Errand, Kind};
use super::{Deed, DeskRefusal};
use crate::cases::house::{House, Trouble, refused};
use crate::rules::counter::CounterRefusal;
use crate::rules::nemid::{Issuer, NemId};
use crate::rules::staff::StaffRefusal;
use crate::rules::words::{CprNumber, NemIdNumber, PersonName};
use crate::store::citizens::Citizen;
use crate::store::staff::Grant;
use crate::store::{StoreError, Tx};

/// One employee of the counter.
#[derive(Clone, Debug)]
pub struct Employee {
    /// The employee NemID.
    pub nemid: NemId,
    /// The name.
    pub name: PersonName,
    /// The role; none after it was withdrawn.
    pub grant: Option<Grant>,
}

/// Whether a NemID is an employee's.
pub fn is_employees(nemid: &NemId) -> bool {
    matches!(nemid.issuer, Issuer::Employer(_))
}

/// All employees who open the RA portal, and those without any role.
///
/// # Errors
/// When the database can't be read.
pub async fn employees(house: &Arc<House>) -> Result<Vec<Employee>, StoreError> {
    house
        .store
        .read(|tx| {
            let all = tx.employee_numbers()?.into_iter().map(|number| employee(tx, number));
            let all: Vec<_> = all.collect::<Result<_, StoreError>>()?;
            Ok(all.into_iter().flatten().filter(|one| of_the_counter(one.grant.as_ref())).collect())
        })
        .await
}

/// One employee of the counter.
///
/// # Errors
/// When the database can't be read.
pub async fn one(house: &Arc<House>, number: NemIdNumber) -> Result<Option<Employee>, StoreError> {
    let found = house.store.read(move |tx| employee(tx, number)).await?;
    Ok(found.filter(|one| of_the_counter(one.grant.as_ref())))
}

fn employee(tx: &Tx<'_>, number: NemIdNumber) -> Result<Option<Employee>, StoreError> {
    let Some(nemid) = tx.nemid(number)?.filter(is_employees) else { return Ok(None) };
    let Some(Citizen { name, .. }) = tx.citizen(nemid.holder)? else { return Ok(None) };
    Ok(Some(Employee { grant: tx.grant(number)?, nemid, name }))
}

/// Bank clerks and operators are not the administrator's.
fn of_the_counter(grant: Option<&Grant>) -> bool {
    grant.is_none_or(|grant| grant.role.opens_ra())
}

/// Begins an errand about an employee: a person who is to be one, or an employee NemID; ready to be read and signed.
///
/// # Errors
/// Why it is not allowed.
pub async fn begin(
    house: &Arc<House>,
    desk: &Desk,
    about: About,
    deed: Deed,
) -> Result<String, Trouble<DeskRefusal>> {
    let fresh = house.chance.token().reveal();
    let (inner, desk) = (house.clone(), desk.clone());
    house
        .store
        .write(move |tx| {
            let (citizen, nemid) = match about {
                About::Person(cpr) => (cpr, None),
                About::Employee(number) => {
                    let found = tx.nemid(number)?.ok_or_else(|| refused(StaffRefusal::NotEmployee))?;
                    (found.holder, Some(number))
                }
            };
            if tx.citizen(citizen)?.is_none() {
                return Err(refused(CounterRefusal::NotInRegister));
            }
            let kind = Kind::Staff;
            let errand =
                Errand { kind, citizen, identification: None, nemid, deed: Some(deed), receipt: None };
            super::plan::rehearse(&inner, tx, &desk, &errand)?;
            errand::save(tx, &inner, &desk, &fresh, &errand)?;
            Ok(fresh)
        })
        .await
}

/// Whom an errand about staff is about.
#[derive(Clone, Copy, Debug)]
pub enum About {
    /// A person in the register.
    Person(CprNumber),
    /// An employee.
    Employee(NemIdNumber),
}
