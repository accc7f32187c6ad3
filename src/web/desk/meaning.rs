//! What an action does, in words: the explanation before it is chosen, and the warnings before it is signed.
//! The consequences come from the rules, so that no page promises what the signature does not do.

use crate::web::texts::Text;
use rules::nemid::NemId;
use rules::staff::Role;
use rules::temporary::{CertificateFate, TemporaryAction};
use rules::words::{CarrierId, NemIdNumber};
use rules::{agreements, customers, temporary};
use service::cases::desk::{Action, Desk, ErrandSnapshot};

/// The person a desk serves: a bank its customer, every other desk a citizen. Texts choose their word by it.
pub fn whom(desk: &Desk) -> &'static str {
    if desk.bank().is_some() { "customer" } else { "citizen" }
}

/// The explanation of a kind of action before it is chosen.
pub fn explained(action: &Action, desk: &Desk, snapshot: &ErrandSnapshot) -> Text {
    let text = Text::new(format!("deed-{}-explained", action.code()));
    match action {
        Action::EndAgreement => text.with("elsewhere", serves_without(desk, snapshot)),
        _ => text,
    }
}

/// The explanation of an action (Handling) before it is chosen.
pub fn handling(action: TemporaryAction, whom: &'static str, snapshot: &ErrandSnapshot) -> Text {
    let text = Text::new(format!("temporary-action-{}-explained", action.code()));
    text.with("whom", whom)
        .with("certificate", fate(action, snapshot).code())
        .with("replaces", replaces(snapshot).to_string())
}

/// Whether the chosen NemID has a temporary password that works, which a new one replaces.
pub fn replaces(snapshot: &ErrandSnapshot) -> bool {
    snapshot.nemid.as_ref().is_some_and(|nemid| nemid.live_temporary(snapshot.now).is_some())
}

/// Why a NemID that an agreement can come to can't be used now; `None` for one that can (Guide 3.1.5).
pub fn not_usable(to: NemIdNumber, snapshot: &ErrandSnapshot) -> Option<Text> {
    let target = snapshot.targets.iter().find(|target| target.number == to)?;
    let needs = (!target.readiness.can_log_on()).then_some(target.readiness.code())?;
    Some(Text::new("warning-not-usable").with("number", to.to_string()).with("needs", needs))
}

/// What happens to the chosen NemID's certificate.
pub fn fate(action: TemporaryAction, snapshot: &ErrandSnapshot) -> CertificateFate {
    let fate = |nemid: &NemId| temporary::certificate_fate(nemid, action, snapshot.now);
    snapshot.nemid.as_ref().map_or(CertificateFate::NoneValid, fate)
}

/// Whether the chosen NemID can still be used without this bank: `true` or `false`, as texts choose by it.
pub fn serves_without(desk: &Desk, snapshot: &ErrandSnapshot) -> String {
    let serves = snapshot.nemid.as_ref().zip(desk.bank());
    serves.is_none_or(|(nemid, bank)| agreements::serves_without(nemid, bank, snapshot.now)).to_string()
}

/// The warnings for the citizen before it is too late (Guide 3.1.3).
pub fn warnings(desk: &Desk, snapshot: &ErrandSnapshot) -> Vec<Text> {
    let Some(action) = &snapshot.errand.action else { return Vec::new() };
    let mail = || Text::new("warning-encrypted-mail").with("whom", whom(desk));
    match (action, &snapshot.nemid) {
        (Action::HandOutTemporary { action, .. } | Action::PostTemporary { action }, Some(nemid)) => {
            let blocks_certificate = fate(*action, snapshot) == CertificateFate::Blocked;
            let mail = blocks_certificate.then(mail);
            let blocks = nemid.password.block().is_none() && *action != TemporaryAction::Resend;
            mail.into_iter().chain(netbank_closes(nemid).filter(|_| blocks)).collect()
        }
        (Action::BlockPassword { .. }, Some(nemid)) => netbank_closes(nemid).into_iter().collect(),
        (Action::BlockCertificate { .. }, _) => vec![mail()],
        (Action::BlockCards { cards, .. }, Some(nemid)) => {
            last_card(desk, nemid, cards).into_iter().collect()
        }
        (Action::MoveAgreement { to, .. } | Action::MakeAgreement { with: to, .. }, _) => {
            not_usable(*to, snapshot).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// A blocked password opens no netbank either (DOMAIN 3).
fn netbank_closes(nemid: &NemId) -> Option<Text> {
    (!nemid.agreements.is_empty()).then(|| Text::new("warning-netbank-closes"))
}

/// What it means that no card is left that can be used.
fn last_card(desk: &Desk, nemid: &NemId, blocked: &[CarrierId]) -> Option<Text> {
    if nemid.open_cards().any(|card| !blocked.contains(&CarrierId::Card(card.number))) {
        return None;
    }
    let at = match &desk.role {
        Role::BankClerk { .. } => customers::way_to_new_card(nemid).code(),
        Role::Operator => "operator",
        _ => "office",
    };
    Some(Text::new("warning-last-card").with("at", at))
}
