//! What the operator decides: blocks for the reasons of Rules 3.5.3 and 4.3, ending a lock early, sending a token,
//! registering a death.

use crate::cases::app::{CaseError, refused};
use crate::cases::desk::plan::{self, Plan, PlanContext, Planned};
use crate::cases::desk::{Action, DeskRefusal};
use crate::store::citizens::Citizen;
use rules::nemid::NemId;
use rules::nemid::block::{CertificateBlockReason, NemIdBlockReason, PasswordBlockReason};
use rules::reasons::StopReason;
use rules::{blocking, certificates, ending, passwords};

/// The actions that might be offered about a NemID and its holder.
pub(super) fn candidates(nemid: Option<&NemId>) -> Vec<Action> {
    let cards = nemid.map(plan::to_block).unwrap_or_default();
    vec![
        Action::BlockPassword { reason: PasswordBlockReason::Suspicion, send_new: false },
        Action::BlockCards { cards, reason: StopReason::OtherSuspicion, urgent: false },
        Action::BlockCertificate { reason: CertificateBlockReason::RulesBroken },
        Action::LiftLock,
        Action::OrderToken,
        Action::BlockNemId { reason: NemIdBlockReason::RulesBroken },
        Action::RegisterDeath,
    ]
}

/// Decides about one action.
pub(super) fn decide(context: &PlanContext<'_>, action: &Action) -> Planned {
    if *action == Action::RegisterDeath {
        return death(context);
    }
    let (nemid, stamp) = (context.nemid()?, context.stamp);
    let events = match action {
        Action::BlockPassword { reason, send_new } => context.block_password(&nemid, *reason, *send_new)?,
        Action::BlockCards { cards, reason, .. } => {
            blocking::by_number(&nemid, cards, *reason, stamp).map_err(refused)?
        }
        Action::BlockCertificate { reason } => {
            certificates::block(&nemid, *reason, stamp).map_err(refused)?
        }
        Action::BlockNemId { reason } => ending::block(&nemid, *reason, stamp).map_err(refused)?,
        Action::LiftLock => passwords::lift_lock(&nemid, stamp).map_err(refused)?,
        Action::OrderToken => context.order_token(&nemid)?,
        _ => return Err(CaseError::Refused(DeskRefusal::NotAtThisDesk)),
    };
    Ok(Plan::of(nemid, events))
}

/// CPR reports a death: every NemID of the person is blocked for good (Rules 3.5.3).
fn death(context: &PlanContext<'_>) -> Planned {
    let citizen = context.citizen()?;
    let mut changes = Vec::new();
    for nemid in context.tx.nemids_of(context.errand.citizen)? {
        if nemid.state.is_open() {
            let events = ending::block(&nemid, NemIdBlockReason::Death, context.stamp).map_err(refused)?;
            changes.push((nemid, events));
        }
    }
    if changes.is_empty() && citizen.died.is_some() {
        return Err(refused(ending::EndingRefusal::AlreadyEnded));
    }
    let died = citizen.died.or(Some(context.stamp.at));
    Ok(Plan { changes, citizen: Some(Citizen { died, ..citizen }), role: None })
}
