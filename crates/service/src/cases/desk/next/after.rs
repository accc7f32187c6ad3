//! What follows a signed action.

use crate::cases::desk::action::Action;
use crate::cases::desk::next::step::Next;
use crate::cases::desk::next::told::Told;
use crate::cases::desk::next::way::Served;
use rules::agreements;
use rules::nemid::{Issuer, NemId};
use rules::readiness;
use rules::readiness::Readiness;
use rules::temporary::TemporaryAction;

/// What was signed: the action, the NemID after it, and whether a PIN letter was posted with it.
pub(in crate::cases::desk) struct Signed<'a> {
    pub action: &'a Action,
    pub nemid: &'a NemId,
    pub posted: bool,
}

/// What follows a signed action. At an office's counter a card that is overdue in the post is not forgotten over it.
pub(in crate::cases::desk) fn after(signed: &Signed<'_>, served: &Served<'_>) -> Vec<Next> {
    let mut next = by_action(signed, served);
    let at_counter = matches!(
        signed.action,
        Action::BlockCards { .. }
            | Action::HandOutCard { .. }
            | Action::HandOutTemporary { .. }
            | Action::Attach { .. }
    );
    if at_counter && served.has_overdue_card(signed.nemid) && !next.contains(&Next::BlockOverdueCard) {
        next.push(Next::BlockOverdueCard);
    }
    next
}

fn by_action(signed: &Signed<'_>, served: &Served<'_>) -> Vec<Next> {
    let nemid = signed.nemid;
    match signed.action {
        Action::BlockCards { .. } => {
            let card = served.card(nemid).or_else(|| type_at_log_on(nemid, served));
            card.into_iter().chain([Next::DestroyIfFound]).collect()
        }
        Action::HandOutCard { .. } => [vec![Next::GiveCard], to_start(nemid, served)].concat(),
        Action::PostCard { .. } => [vec![Next::CardComes], to_start(nemid, served)].concat(),
        Action::HandOutTemporary { action, .. } => after_temporary(*action, nemid, served),
        Action::BlockPassword { .. } => {
            let then = if signed.posted { Next::TemporaryComes } else { Next::NeedsTemporary };
            [then].into_iter().chain(netbank_closed(nemid)).collect()
        }
        Action::ReopenStaff { .. } | Action::PostTemporary { .. } => vec![Next::TemporaryComes],
        Action::BlockCertificate { .. } if nemid.agreements.is_empty() => vec![Next::NotAtPublicSitesNow],
        Action::BlockCertificate { .. } => vec![Next::OnlyNetbankNow],
        Action::OrderVoice { .. } => vec![Next::ConfirmTelephone],
        Action::OrderToken => served.card(nemid).into_iter().chain([Next::TokenComes]).collect(),
        Action::Attach { .. } => after_attaching(nemid, served),
        Action::OrderNew { card: Some(_), .. } => {
            let first = [Next::GiveCard, Next::IssueTemporary];
            first.into_iter().chain(old_stays(nemid, served)).collect()
        }
        Action::OrderNew { .. } => {
            [Next::AllComesByPost].into_iter().chain(old_stays(nemid, served)).collect()
        }
        Action::CreateStaff { .. } | Action::Issue { .. } => vec![Next::AllComesByPost],
        Action::GrantRole { .. } => vec![Next::RoleCounts],
        Action::WithdrawRole => vec![Next::RoleGone],
        Action::EndAgreement
        | Action::MakeAgreement { .. }
        | Action::MoveAgreement { .. }
        | Action::BlockNemId { .. }
        | Action::LiftLock
        | Action::RegisterDeath => Vec::new(),
    }
}

/// What the steps after a signed action mention.
pub(in crate::cases::desk) fn told_after(signed: &Signed<'_>, served: &Served<'_>) -> Told {
    let told = Told::of(signed.nemid, served.now);
    match signed.action {
        Action::PostCard { .. } => told.about_newest_card(signed.nemid),
        Action::OrderNew { .. } => {
            Told { other: old_public(signed.nemid, served).map(|old| old.number), ..told }
        }
        _ => told,
    }
}

/// How a new card is taken into use: at log-on if its holder can log on, else after what comes first. A re-opening and
/// an activation ask for the number of a card themselves.
fn to_start(nemid: &NemId, served: &Served<'_>) -> Vec<Next> {
    let at_log_on = match readiness::of(nemid, served.now) {
        Readiness::Activate | Readiness::Reopen => None,
        _ if nemid.active_card().is_some() => Some(Next::ChooseCardAtLogOn),
        _ => Some(Next::TypeCardAtLogOn),
    };
    // What is in the post by now is what was ordered with this action.
    let before = served.needs(nemid).into_iter().filter(|next| *next != Next::AwaitCard);
    before.chain(at_log_on).collect()
}

/// With no card in use, log-on asks for the number of one.
fn type_at_log_on(nemid: &NemId, served: &Served<'_>) -> Option<Next> {
    (readiness::of(nemid, served.now) == Readiness::ChooseCard).then_some(Next::TypeCardAtLogOn)
}

/// With its certificate a NemID works at public sites too, once it works at all.
fn after_attaching(nemid: &NemId, served: &Served<'_>) -> Vec<Next> {
    match readiness::of(nemid, served.now) {
        Readiness::Works if nemid.agreements.is_empty() => vec![Next::WorksAtPublicSites],
        Readiness::Works => vec![Next::WorksNow],
        Readiness::ChooseCard => vec![Next::TypeCardAtLogOn],
        _ => served.needs(nemid),
    }
}

fn after_temporary(action: TemporaryAction, nemid: &NemId, served: &Served<'_>) -> Vec<Next> {
    let given = [Next::GivePinLetter, Next::WriteNumber];
    let then = match action {
        TemporaryAction::Resend => vec![Next::HandOutRules, Next::ActivateAtSelvbetjening],
        TemporaryAction::Unlock => vec![Next::ReopenRemembered],
        TemporaryAction::Reset if nemid.certificate_ordered.is_some() => {
            vec![Next::ReopenNew, Next::CertificateComesBack]
        }
        TemporaryAction::Reset => vec![Next::ReopenNew],
    };
    let closed = netbank_closed(nemid).filter(|_| action != TemporaryAction::Resend);
    let move_bank = agreements::lies_elsewhere(nemid, served.theirs).then_some(Next::AskBankToMove);
    let card = served.card(nemid);
    card.into_iter().chain(given).chain(then).chain(closed).chain(move_bank).collect()
}

/// A blocked password opens no netbank either (DOMAIN 3).
fn netbank_closed(nemid: &NemId) -> Option<Next> {
    (!nemid.agreements.is_empty()).then_some(Next::NetbankClosedToo)
}

/// The public NemID that a new one was made beside, which nothing ends by itself.
fn old_stays(made: &NemId, served: &Served<'_>) -> Option<Next> {
    old_public(made, served).map(|_| Next::OldStays)
}

/// Another open NemID from the public.
fn old_public<'a>(made: &NemId, served: &Served<'a>) -> Option<&'a NemId> {
    let old = |one: &&NemId| one.number != made.number && one.issuer == Issuer::Public && one.state.is_open();
    served.theirs.iter().find(old)
}
