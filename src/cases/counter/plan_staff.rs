//! What the administrator's actions about employees come to (D20).

use super::plan::{Plan, RoleChange, Table};
use super::staff::is_employees;
use super::{Deed, DeskRefusal};
use crate::cases::house::{Trouble, refused};
use crate::cases::places;
use crate::rules::actor::PlaceName;
use crate::rules::nemid::temporary::Delivery;
use crate::rules::nemid::{Issuer, NemId};
use crate::rules::order::{self, FirstCard};
use crate::rules::staff::{self, Role, StaffRefusal};
use crate::rules::temporary::TemporaryAction;
use crate::rules::words::{Contact, NemIdNumber};
use crate::store::staff::Grant;
use crate::store::{StoreError, Tx};

/// Decides what an action about an employee comes to. Nobody's own: the command on the machine is for that.
pub(super) fn decide(table: &Table<'_>, deed: &Deed) -> Result<Plan, Trouble<DeskRefusal>> {
    match deed {
        Deed::CreateStaff { title, role } => create(table, title, role),
        Deed::GrantRole { title, role } => {
            let nemid = not_oneself(table)?;
            let grant = Grant { nemid: nemid.number, title: title.clone(), role: role.clone() };
            Ok(Plan { role: Some(RoleChange::Granted(grant)), ..Plan::of(nemid, Vec::new()) })
        }
        Deed::WithdrawRole => {
            let nemid = not_oneself(table)?;
            if table.tx.grant(nemid.number)?.is_none_or(|grant| !grant.role.opens_ra()) {
                return Err(refused(StaffRefusal::NotEmployee));
            }
            Ok(Plan { role: Some(RoleChange::Withdrawn), ..Plan::of(nemid, Vec::new()) })
        }
        _ => {
            let nemid = not_oneself(table)?;
            let action = staff::may_reopen(&nemid, table.stamp.at).map_err(refused)?;
            let events = table.issue(&nemid, action, Delivery::Posted)?;
            Ok(Plan::of(nemid, events))
        }
    }
}

/// An employee NemID with its first card and its PIN letter by post, and a role on it.
fn create(table: &Table<'_>, title: &str, role: &Role) -> Result<Plan, Trouble<DeskRefusal>> {
    let holder = table.errand.citizen;
    if table.tx.nemids_of(holder)?.iter().any(|one| is_employees(one) && one.standing.is_open()) {
        return Err(Trouble::Refused(DeskRefusal::StaffAlready));
    }
    let (number, first) = (table.prepared.number, FirstCard::Posted(table.prepared.card.clone()));
    let issuer = Issuer::Employer(employer(role));
    let made = order::make_at_bank(issuer, &holder, number, (&Contact::default(), &first), table.stamp);
    let (nemid, mut events) = made;
    let after = table.after(&nemid, &events);
    events.extend(table.issue(&after, TemporaryAction::Resend, Delivery::Posted)?);
    let grant = Grant { nemid: number, title: title.to_owned(), role: role.clone() };
    Ok(Plan { role: Some(RoleChange::Granted(grant)), ..Plan::of(nemid, events) })
}

/// Who employs: the office, or for who has none whoever runs the service.
fn employer(role: &Role) -> PlaceName {
    role.place().cloned().unwrap_or_else(|| places::OPERATOR.word())
}

fn not_oneself(table: &Table<'_>) -> Result<NemId, Trouble<DeskRefusal>> {
    let nemid = table.nemid()?;
    if nemid.number == table.desk.staff {
        return Err(refused(StaffRefusal::NotOneself));
    }
    if !is_employees(&nemid) {
        return Err(refused(StaffRefusal::NotEmployee));
    }
    if !nemid.standing.is_open() {
        return Err(refused(StaffRefusal::Ended));
    }
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
