//! Re-opens the last administrator, for the command on the machine: when no administrator can log on, nobody
//! can do it in the portal (D20). A person who can run commands beside the data folder is trusted with it.

use crate::cases::app::{App, CaseError, Origin, refused};
use crate::outside::hashing::hasher::Source;
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Channel};
use rules::last_administrator::LastAdministratorRefusal;
use rules::nemid::NemId;
use rules::nemid::temporary::{Delivery, TemporaryPlace, TemporaryPurpose};
use rules::staff::Role;
use rules::temporary::NewTemporary;
use rules::words::{NemIdNumber, PersonName, TemporaryPasswordCode};
use rules::{last_administrator, temporary};

/// What the administrator needs to know, shown once.
pub struct Reopened {
    pub name: PersonName,
    /// The employee NemID.
    pub number: NemIdNumber,
    /// Whether the NemID is activated or re-opened with it.
    pub purpose: TemporaryPurpose,
    /// The temporary password.
    pub temporary_password: TemporaryPasswordCode,
}

/// Issues a temporary password to an administrator, provided that no administrator can log on.
pub async fn reopen(app: &App) -> Result<Reopened, CaseError<LastAdministratorRefusal>> {
    let digits = app.chance.temporary_password();
    let new = NewTemporary {
        hash: app.hasher.hash(digits.reveal(), Source::internal()).await?,
        fingerprint: app.tokens.digits(&digits),
        serial: app.chance.pin_letter_serial(),
        delivery: Delivery::HandedOut,
        place: TemporaryPlace::Selvbetjening,
    };
    let origin = Origin::inside(Channel::Operator);
    app.act(&origin, Actor::Operator { staff: None }, move |act| {
        let all = administrators(act.tx)?;
        let (nemid, action) = last_administrator::to_reopen(&all, act.now()).map_err(CaseError::Refused)?;
        let events = temporary::issue(nemid, action, &new, &act.stamp).map_err(refused)?;
        act.record(nemid, &events)?;
        let holder = act.tx.citizen(nemid.holder)?;
        let holder = holder.ok_or(StoreError::RowsMet { table: "citizens", met: 0 })?;
        Ok(Reopened {
            name: holder.name,
            number: nemid.number,
            purpose: action.purpose(),
            temporary_password: digits.clone(),
        })
    })
    .await
}

fn administrators(tx: &Tx<'_>) -> Result<Vec<NemId>, StoreError> {
    let grants = tx.grants()?.into_iter().filter(|grant| grant.role == Role::Administrator);
    let found: Vec<_> = grants.map(|grant| tx.nemid(grant.nemid)).collect::<Result<_, _>>()?;
    Ok(found.into_iter().flatten().collect())
}
