//! What the administrator decides about employees (D20). Nobody about themselves: the command on the machine is for
//! that.

use crate::cases::app::{Trouble, refused};
use crate::cases::desk::plan::{Plan, Planned, RoleChange, Table};
use crate::cases::desk::{Deed, DeskRefusal};
use crate::store::staff::Grant;
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::nemid::{Issuer, NemId};
use rules::order::FirstCard;
use rules::staff::{Role, StaffRefusal};
use rules::temporary::TemporaryAction;
use rules::words::{Contact, NemIdNumber};
use rules::{order, places, staff};

/// Decides about one deed.
pub(super) fn decide(table: &Table<'_>, deed: &Deed) -> Planned {
    match deed {
        Deed::CreateStaff { title, role } => create(table, title, role),
        Deed::GrantRole { title, role } => {
            let nemid = employee(table)?;
            let grant = Grant { nemid: nemid.number, title: title.clone(), role: role.clone() };
            Ok(Plan { role: Some(RoleChange::Granted(grant)), ..Plan::of(nemid, Vec::new()) })
        }
        Deed::WithdrawRole => {
            let nemid = employee(table)?;
            if table.tx.grant(nemid.number)?.is_none_or(|grant| !grant.role.opens_ra()) {
                return Err(refused(StaffRefusal::NotEmployee));
            }
            Ok(Plan { role: Some(RoleChange::Withdrawn), ..Plan::of(nemid, Vec::new()) })
        }
        Deed::ReopenStaff { action } => {
            let nemid = employee(table)?;
            let events = table.issue(&nemid, *action)?;
            Ok(Plan::of(nemid, events))
        }
        _ => Err(Trouble::Refused(DeskRefusal::NotAtThisDesk)),
    }
}

/// An employee NemID with its first card and its PIN letter by post, and a role on it.
fn create(table: &Table<'_>, title: &str, role: &Role) -> Planned {
    let holder = table.errand.citizen;
    staff::may_be_employed(&table.tx.nemids_of(holder)?).map_err(refused)?;
    let (number, first) = (table.prepared.number, FirstCard::Posted(table.prepared.card.clone()));
    let issuer = Issuer::Employer(employer(role));
    let made = order::make_at_bank(issuer, &holder, number, (&Contact::default(), &first), table.stamp);
    let (nemid, mut events) = made;
    events.extend(table.issue(&table.after(&nemid, &events), TemporaryAction::Resend)?);
    let grant = Grant { nemid: number, title: title.to_owned(), role: role.clone() };
    Ok(Plan { role: Some(RoleChange::Granted(grant)), ..Plan::of(nemid, events) })
}

/// Who employs: the office, or for who has none whoever runs the service.
fn employer(role: &Role) -> PlaceName {
    role.place().cloned().unwrap_or_else(|| places::OPERATOR.word())
}

/// The chosen employee NemID, if it can be changed.
fn employee(table: &Table<'_>) -> Result<NemId, Trouble<DeskRefusal>> {
    let nemid = table.nemid()?;
    staff::may_be_changed(&nemid, table.desk.staff).map_err(refused)?;
    Ok(nemid)
}

/// Writes what becomes of a role; who loses one is logged off.
pub(super) fn carry_out(tx: &Tx<'_>, nemid: NemIdNumber, change: RoleChange) -> Result<(), StoreError> {
    match change {
        RoleChange::Granted(grant) => tx.save_grant(&grant),
        RoleChange::Withdrawn => {
            tx.withdraw_grant(nemid)?;
            tx.end_sessions_of(nemid, None, false)
        }
    }
}
