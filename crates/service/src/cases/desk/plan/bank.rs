//! What a bank's counter decides about its own customers' NemIDs (DOMAIN 4, Guide 3.1.5, Rules 3.5.2, 4.1).

use crate::cases::app::{CaseError, refused};
use crate::cases::desk::plan::{self, Plan, PlanContext, Planned};
use crate::cases::desk::{Action, DeskRefusal};
use rules::actor::PlaceName;
use rules::nemid::block::PasswordBlockReason;
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{Issuer, NemId};
use rules::order::{FirstCard, NewNemId};
use rules::reasons::StopReason;
use rules::temporary::TemporaryAction;
use rules::words::{Contact, Mobile, NemIdNumber};
use rules::{agreements, blocking, customers, order, places, temporary};

/// A number that no telephone has, with which an order is tried before it is offered.
const NOBODYS: &str = "00000000";

/// The actions that might be offered about a NemID, given the bank's own NemIDs of the holder and the others.
pub(super) fn candidates(nemid: Option<&NemId>, theirs: &[NemId]) -> Vec<Action> {
    let cards = nemid.map(plan::to_block).unwrap_or_default();
    let actions = [TemporaryAction::Resend, TemporaryAction::Unlock, TemporaryAction::Reset];
    let others = theirs.iter().filter(|one| nemid.is_some_and(|chosen| chosen.number != one.number));
    [
        Action::BlockPassword { reason: PasswordBlockReason::Suspicion, send_new: false },
        Action::BlockCards { cards, reason: StopReason::OtherSuspicion, urgent: false },
    ]
    .into_iter()
    .chain(Mobile::parse(NOBODYS).ok().map(|telephone| Action::OrderVoice { telephone }))
    .chain([Action::OrderToken])
    .chain(actions.map(|action| Action::PostTemporary { action }))
    .chain(others.map(|one| Action::MoveAgreement { to: one.number, consent: true }))
    .chain(theirs.iter().map(|one| Action::MakeAgreement { with: one.number, consent: true }))
    .chain([Action::EndAgreement, Action::Issue { contact: Contact::default() }])
    .collect()
}

/// Decides about one action.
pub(super) fn decide(context: &PlanContext<'_>, bank: &PlaceName, action: &Action) -> Planned {
    if let Action::Issue { contact } = action {
        return issue(context, bank, contact);
    }
    if let Action::MakeAgreement { with, consent } = action {
        return bring(context, *with, bank, *consent);
    }
    let (nemid, stamp) = (context.nemid()?, context.stamp);
    if !customers::sees(&nemid, bank) {
        return Err(CaseError::Refused(DeskRefusal::NotFound));
    }
    let events = match action {
        Action::BlockPassword { reason, send_new } => context.block_password(&nemid, *reason, *send_new)?,
        Action::BlockCards { cards, reason, .. } => {
            blocking::by_number(&nemid, cards, *reason, stamp).map_err(refused)?
        }
        Action::PostTemporary { action } => {
            customers::may_help_to_start(&nemid, bank).map_err(refused)?;
            let new = context.temporary(customers::place_to_start(&nemid, bank, stamp.at));
            temporary::issue_at_bank(&nemid, *action, &new, stamp).map_err(refused)?
        }
        Action::OrderVoice { telephone } => context.order_voice(&nemid, *telephone)?,
        Action::OrderToken => context.order_token(&nemid)?,
        Action::EndAgreement => agreements::end(&nemid, bank, stamp).map_err(refused)?,
        Action::MoveAgreement { to, consent } => return move_over(context, nemid, *to, *consent),
        _ => return Err(CaseError::Refused(DeskRefusal::NotAtThisDesk)),
    };
    Ok(Plan::of(nemid, events))
}

/// The issuer of the bank's own NemIDs.
fn own(bank: &PlaceName) -> Issuer {
    if places::is_for_business(bank) { Issuer::Business(bank.clone()) } else { Issuer::Bank(bank.clone()) }
}

/// A NemID for this netbank; card and PIN letter go by post on different days.
fn issue(context: &PlanContext<'_>, bank: &PlaceName, contact: &Contact) -> Planned {
    let (citizen, stamp) = (context.citizen()?, context.stamp);
    let theirs = context.tx.nemids_of(citizen.cpr)?;
    customers::may_get_one(&theirs, bank, citizen.died.is_some()).map_err(refused)?;
    let card = FirstCard::Posted(context.prepared.card.clone());
    let (number, reach) = (context.prepared.number, citizen.reach());
    let new = NewNemId { holder: citizen.cpr, number, contact, card: &card, reach };
    let (nemid, mut events) = order::make_at_bank(own(bank), &new, stamp).map_err(refused::<DeskRefusal>)?;
    let after = nemid.after(&events, context.stamp);
    let new = context.temporary(TemporaryPlace::Netbank(bank.clone()));
    let code = temporary::issue_at_bank(&after, TemporaryAction::Resend, &new, stamp);
    events.extend(code.map_err(refused::<DeskRefusal>)?);
    Ok(Plan::of(nemid, events))
}

/// The netbank starts using a NemID that the person has from elsewhere (Rules 4, 4.1).
fn bring(context: &PlanContext<'_>, with: NemIdNumber, bank: &PlaceName, consent: bool) -> Planned {
    let citizen = context.citizen()?;
    let theirs = context.tx.nemids_of(citizen.cpr)?;
    customers::may_bring_one(&theirs, bank, &own(bank), citizen.died.is_some()).map_err(refused)?;
    let nemid = theirs.into_iter().find(|one| one.number == with);
    let nemid = nemid.ok_or(CaseError::Refused(DeskRefusal::NotFound))?;
    let events =
        agreements::make(&nemid, bank, context.consented(consent)?, context.stamp).map_err(refused)?;
    Ok(Plan::of(nemid, events))
}

/// The agreement moves to another, activated NemID of the same person (Guide 3.1.5).
fn move_over(context: &PlanContext<'_>, from: NemId, to: NemIdNumber, consent: bool) -> Planned {
    let bank = context.desk.bank().ok_or(CaseError::Refused(DeskRefusal::NotAtThisDesk))?;
    let to = context.tx.nemid(to)?.ok_or(CaseError::Refused(DeskRefusal::NotFound))?;
    let (away, here) = agreements::move_over(&from, &to, bank, context.consented(consent)?, context.stamp)
        .map_err(refused)?;
    Ok(Plan { changes: vec![(from, away), (to, here)], citizen: None, role: None })
}
