//! What the employee does next, once an action is signed (Guide 3.1.1–3.1.7, 3.2.1–3.2.3).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cases::desk::{Action, Kind};
use rules::nemid::{Issuer, NemId};
use rules::readiness::Readiness;
use rules::temporary::TemporaryAction;
use rules::{agreements, readiness};

/// One thing to do, or to say to the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Next {
    /// The last card is blocked: hand out a new one (Guide 3.1.1, 3.1.6).
    HandOutNewCard,
    /// The NemID is not activated: hand out a PIN letter (Guide 3.1.1).
    IssueTemporary,
    /// A bank's NemID without certificate: attach one first (Guide 3.2.2, 3.2.3).
    AttachFirst,
    /// Give the citizen the sealed card.
    GiveCard,
    /// The card is taken into use when its number is typed at log-on (Guide 3.1.7).
    ChooseCardAtLogOn,
    /// The card comes by post.
    CardComes,
    /// A card that turns up again is to be destroyed (Rules 3.5.1).
    DestroyIfFound,
    /// Give the citizen the sealed PIN letter.
    GivePinLetter,
    /// Write the NemID-nummer on a welcome letter.
    WriteNumber,
    /// Hand out the rules for NemID.
    HandOutRules,
    /// The netbank uses another NemID: once this one works, the bank can move it (Guide 3.1.5).
    AskBankToMove,
    /// Advise to activate at Selvbetjening.
    ActivateAtSelvbetjening,
    /// Re-open with the remembered password.
    ReopenRemembered,
    /// Re-open with a new password.
    ReopenNew,
    /// A new certificate comes with the re-opening (Guide 3.1.3).
    CertificateComesBack,
    /// A temporary password comes by post (D22).
    TemporaryComes,
    /// Only a temporary password ends the block.
    NeedsTemporary,
    /// The citizen can still use the netbank (Rules 4.1).
    OnlyNetbankNow,
    /// The NemID no longer works at public sites, and no netbank uses it.
    NotAtPublicSitesNow,
    /// The NemID works at public sites from now on, as it does in the netbank (Guide 3.2.1).
    WorksNow,
    /// The NemID works at public sites from now on; no netbank uses it.
    WorksAtPublicSites,
    /// The password is blocked: a temporary password comes first (Guide 3.1.3, 3.1.4).
    ReopenFirst,
    /// The password is locked for 8 hours: wait, or a temporary password (Guide 3.1.4).
    WaitForLock,
    /// Card and PIN letter come by post, on different days (D15).
    AllComesByPost,
    /// The role counts from the employee's next page on.
    RoleCounts,
    /// The employee's log-on to the portal has ended.
    RoleGone,
}

impl Next {
    /// Whether it says that a PIN letter is in the post.
    pub fn pin_letter_comes(self) -> bool {
        matches!(self, Self::TemporaryComes | Self::AllComesByPost)
    }

    /// The kind of errand that it leads on to.
    pub fn leads_to(self) -> Option<Kind> {
        match self {
            Self::HandOutNewCard => Some(Kind::HandOutCard),
            Self::IssueTemporary | Self::ReopenFirst | Self::WaitForLock => Some(Kind::Temporary),
            Self::AttachFirst => Some(Kind::Order),
            _ => None,
        }
    }
}

/// What follows a signed action, given the NemID after it, all NemIDs of its holder, and whether a PIN letter
/// was posted.
pub(super) fn after(
    action: &Action,
    nemid: &NemId,
    theirs: &[NemId],
    posted: bool,
    now: Timestamp,
) -> Vec<Next> {
    match action {
        Action::BlockCards { .. } if nemid.open_cards().next().is_none() => {
            vec![Next::HandOutNewCard, Next::DestroyIfFound]
        }
        Action::BlockCards { .. } => vec![Next::DestroyIfFound],
        Action::HandOutCard { .. } => [vec![Next::GiveCard], to_start(nemid, now)].concat(),
        Action::PostCard { .. } => [vec![Next::CardComes], to_start(nemid, now)].concat(),
        Action::HandOutTemporary { action, .. } => after_temporary(*action, nemid, theirs),
        Action::BlockPassword { .. } if !posted => vec![Next::NeedsTemporary],
        Action::BlockPassword { .. } | Action::ReopenStaff { .. } | Action::PostTemporary { .. } => {
            vec![Next::TemporaryComes]
        }
        Action::BlockCertificate { .. } if nemid.agreements.is_empty() => vec![Next::NotAtPublicSitesNow],
        Action::BlockCertificate { .. } => vec![Next::OnlyNetbankNow],
        Action::Attach { .. } => vec![after_attaching(nemid, now)],
        Action::OrderNew { card: Some(_), .. } => {
            vec![Next::GiveCard, Next::IssueTemporary]
        }
        Action::OrderNew { .. } | Action::CreateStaff { .. } | Action::Issue { .. } => {
            vec![Next::AllComesByPost]
        }
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

/// How a new card is taken into use.
fn to_start(nemid: &NemId, now: Timestamp) -> Vec<Next> {
    match (nemid.is_activated(), &nemid.issuer) {
        (true, _) => vec![Next::ChooseCardAtLogOn],
        (false, Issuer::Bank(_)) if !nemid.is_public(now) => vec![Next::AttachFirst],
        (false, _) => vec![Next::IssueTemporary],
    }
}

/// With its certificate a NemID works at public sites too, once it works at all.
fn after_attaching(nemid: &NemId, now: Timestamp) -> Next {
    match readiness::of(nemid, now) {
        Readiness::Activate => Next::IssueTemporary,
        Readiness::Reopen => Next::ReopenFirst,
        Readiness::WaitForLock => Next::WaitForLock,
        Readiness::GetCard => Next::HandOutNewCard,
        Readiness::ChooseCard => Next::ChooseCardAtLogOn,
        Readiness::Works if nemid.agreements.is_empty() => Next::WorksAtPublicSites,
        Readiness::Works => Next::WorksNow,
    }
}

fn after_temporary(action: TemporaryAction, nemid: &NemId, theirs: &[NemId]) -> Vec<Next> {
    let given = [Next::GivePinLetter, Next::WriteNumber];
    let then = match action {
        TemporaryAction::Resend => vec![Next::HandOutRules, Next::ActivateAtSelvbetjening],
        TemporaryAction::Unlock => vec![Next::ReopenRemembered],
        TemporaryAction::Reset if nemid.certificate_ordered.is_some() => {
            vec![Next::ReopenNew, Next::CertificateComesBack]
        }
        TemporaryAction::Reset => vec![Next::ReopenNew],
    };
    let no_card = nemid.usable_cards().next().is_none().then_some(Next::HandOutNewCard);
    let move_bank = agreements::lies_elsewhere(nemid, theirs).then_some(Next::AskBankToMove);
    no_card.into_iter().chain(given).chain(then).chain(move_bank).collect()
}
