//! What the administrator decides about employees (D20). Administrators decide nothing about themselves; the
//! command on the machine is for that.

use crate::cases::app::{Act, CaseError, SecurityEvent, refused};
use crate::cases::desk::plan::{Plan, PlanContext, Planned, RoleChange};
use crate::cases::desk::{Action, DeskRefusal};
use crate::store::StoreError;
use crate::store::staff::Grant;
use rules::actor::PlaceName;
use rules::nemid::{Issuer, NemId};
use rules::order::{FirstCard, NewNemId};
use rules::staff::{Role, StaffRefusal};
use rules::temporary::TemporaryAction;
use rules::words::{Contact, NemIdNumber};
use rules::{order, places, staff};

/// Decides about one action.
pub(super) fn decide(context: &PlanContext<'_>, action: &Action) -> Planned {
    match action {
        Action::CreateStaff { title, role } => create(context, title, role),
        Action::GrantRole { title, role } => {
            let nemid = employee(context)?;
            let grant = Grant { nemid: nemid.number, title: title.clone(), role: role.clone() };
            Ok(Plan { role: Some(RoleChange::Granted(grant)), ..Plan::of(nemid, Vec::new()) })
        }
        Action::WithdrawRole => {
            let nemid = employee(context)?;
            if context.tx.grant(nemid.number)?.is_none_or(|grant| !grant.role.opens_ra()) {
                return Err(refused(StaffRefusal::NotEmployee));
            }
            Ok(Plan { role: Some(RoleChange::Withdrawn), ..Plan::of(nemid, Vec::new()) })
        }
        Action::ReopenStaff { action } => {
            let nemid = employee(context)?;
            let events = context.issue(&nemid, *action)?;
            Ok(Plan::of(nemid, events))
        }
        _ => Err(CaseError::Refused(DeskRefusal::NotAtThisDesk)),
    }
}

/// An employee NemID with its first card and its PIN letter by post, and a role on it.
fn create(context: &PlanContext<'_>, title: &str, role: &Role) -> Planned {
    let holder = context.errand.citizen;
    staff::may_be_employed(&context.tx.nemids_of(holder)?).map_err(refused)?;
    let (number, first) = (context.prepared.number, FirstCard::Posted(context.prepared.card.clone()));
    let issuer = Issuer::Employer(employer(role));
    let reach = context.citizen()?.reach();
    let new = NewNemId { holder, number, contact: &Contact::default(), card: &first, reach };
    let made = order::make_at_bank(issuer, &new, context.stamp);
    let (nemid, mut events) = made.map_err(refused::<DeskRefusal>)?;
    events.extend(context.issue(&nemid.after(&events, context.stamp), TemporaryAction::Resend)?);
    let grant = Grant { nemid: number, title: title.to_owned(), role: role.clone() };
    Ok(Plan { role: Some(RoleChange::Granted(grant)), ..Plan::of(nemid, events) })
}

/// The employer: the office, or for roles without an office the operator of the service.
fn employer(role: &Role) -> PlaceName {
    role.place().cloned().unwrap_or_else(|| places::OPERATOR.word())
}

/// The chosen employee NemID, if it can be changed.
fn employee(context: &PlanContext<'_>) -> Result<NemId, CaseError<DeskRefusal>> {
    let nemid = context.nemid()?;
    staff::may_be_changed(&nemid, context.desk.staff).map_err(refused)?;
    Ok(nemid)
}

/// Writes the change of a role; an employee who loses a role is logged off.
pub(super) fn carry_out(act: &Act<'_>, nemid: NemIdNumber, change: RoleChange) -> Result<(), StoreError> {
    let subject = act.app.subject(&nemid.to_string());
    match change {
        RoleChange::Granted(grant) => {
            act.tx.save_grant(&grant)?;
            act.tell(SecurityEvent::RoleGranted { role: grant.role.code(), subject });
        }
        RoleChange::Withdrawn => {
            act.tx.withdraw_grant(nemid)?;
            act.tx.end_sessions_of(nemid, None, false)?;
            act.tell(SecurityEvent::RoleWithdrawn { subject });
        }
    }
    Ok(())
}
