//! What an action does, in words: the explanation before it is chosen, and the warnings before it is signed.
//! The consequences come from the rules, so that no page promises what the signature does not do.

use crate::web::texts::Text;
use rules::nemid::NemId;
use rules::staff::Role;
use rules::temporary::{CertificateFate, TemporaryAction};
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
    text.with("whom", whom).with("certificate", fate(action, snapshot).code())
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
        (Action::HandOutTemporary { action, .. } | Action::PostTemporary { action }, _)
            if fate(*action, snapshot) == CertificateFate::Blocked =>
        {
            vec![mail()]
        }
        (Action::BlockCertificate { .. }, _) => vec![mail()],
        (Action::BlockCards { cards, .. }, Some(nemid))
            if nemid.open_cards().all(|card| cards.contains(&card.number)) =>
        {
            let at = match &desk.role {
                Role::BankClerk { .. } => customers::way_to_new_card(nemid).code(),
                Role::Operator => "operator",
                _ => "office",
            };
            vec![Text::new("warning-last-card").with("at", at)]
        }
        _ => Vec::new(),
    }
}
