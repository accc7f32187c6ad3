//! What the operator decides: blocks for the reasons of Rules 3.5.3 and 4.3, a lock lifted early, a death registered.

use crate::cases::app::{Trouble, refused};
use crate::cases::desk::plan::{Plan, Planned, Table};
use crate::cases::desk::{Deed, DeskRefusal};
use crate::store::citizens::Citizen;
use rules::nemid::NemId;
use rules::nemid::block::{CardBlockReason, CertificateBlockReason, NemIdBlockReason, PasswordBlockReason};
use rules::{cards, certificates, ending, passwords};

/// What might be offered about a NemID and its holder.
pub(super) fn candidates(nemid: Option<&NemId>) -> Vec<Deed> {
    let cards = nemid.map(|one| one.open_cards().map(|card| card.number).collect()).unwrap_or_default();
    vec![
        Deed::BlockPassword { reason: PasswordBlockReason::Suspicion, send_new: false },
        Deed::BlockCards { cards, reason: CardBlockReason::OtherSuspicion },
        Deed::BlockCertificate { reason: CertificateBlockReason::RulesBroken },
        Deed::LiftLock,
        Deed::BlockNemId { reason: NemIdBlockReason::RulesBroken },
        Deed::RegisterDeath,
    ]
}

/// Decides about one deed.
pub(super) fn decide(table: &Table<'_>, deed: &Deed) -> Planned {
    if *deed == Deed::RegisterDeath {
        return death(table);
    }
    let (nemid, stamp) = (table.nemid()?, table.stamp);
    let events = match deed {
        Deed::BlockPassword { reason, send_new } => table.block_password(&nemid, *reason, *send_new)?,
        Deed::BlockCards { cards, reason } => cards::block(&nemid, cards, *reason, stamp).map_err(refused)?,
        Deed::BlockCertificate { reason } => certificates::block(&nemid, *reason, stamp).map_err(refused)?,
        Deed::BlockNemId { reason } => ending::block(&nemid, *reason, stamp).map_err(refused)?,
        Deed::LiftLock => passwords::lift_lock(&nemid, stamp).map_err(refused)?,
        _ => return Err(Trouble::Refused(DeskRefusal::NotAtThisDesk)),
    };
    Ok(Plan::of(nemid, events))
}

/// CPR tells of a death: every NemID of the person is blocked for good (Rules 3.5.3).
fn death(table: &Table<'_>) -> Planned {
    let citizen = table.citizen()?;
    let mut changes = Vec::new();
    for nemid in table.tx.nemids_of(table.errand.citizen)? {
        if nemid.standing.is_open() {
            let events = ending::block(&nemid, NemIdBlockReason::Death, table.stamp).map_err(refused)?;
            changes.push((nemid, events));
        }
    }
    if changes.is_empty() && citizen.died.is_some() {
        return Err(refused(ending::EndingRefusal::AlreadyEnded));
    }
    let died = citizen.died.or(Some(table.stamp.at));
    Ok(Plan { changes, citizen: Some(Citizen { died, ..citizen }), role: None })
}
