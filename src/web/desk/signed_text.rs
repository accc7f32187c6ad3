//! The text that is signed: action, person, identification, signer and instant. The journal keeps exactly the
//! text on the page.

use jiff::Timestamp;
use serde::Serialize;

use crate::web::consents::listed;
use crate::web::dates;
use crate::web::desk::issuer::issuer;
use crate::web::desk::{meaning, stopped, title};
use crate::web::language::Language;
use crate::web::texts::Text;
use crate::web::wording::code;
use rules::identification::Identification;
use rules::nemid::NemId;
use rules::staff::Role;
use rules::words::Contact;
use rules::{consents, places};
use service::cases::desk::{Action, Desk, ErrandSnapshot, Kind};

/// The text, line by line.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct SignedText(Vec<Line>);

#[derive(Debug, Serialize)]
struct Line {
    term: String,
    value: String,
}

impl SignedText {
    /// The text of an errand, read at an instant.
    pub fn of(desk: &Desk, snapshot: &ErrandSnapshot, read: Timestamp, language: Language) -> Self {
        let Some(action) = &snapshot.errand.action else { return Self(Vec::new()) };
        let say = |text: Text| text.say(language);
        let mut lines = vec![
            ("signed-action", say(Text::new(format!("deed-{}", action.code())))),
            ("signed-what", say(what(desk, action, snapshot, language))),
            ("signed-citizen", format!("{}, {}", snapshot.citizen.name, snapshot.citizen.cpr)),
        ];
        if let Some(nemid) = subject(action, snapshot) {
            lines.push(("signed-nemid", format!("{} ({})", nemid.number, say(issuer(&nemid.issuer)))));
        }
        if let Some(shown) = &snapshot.errand.identification {
            lines.push(("signed-identification", documents(shown, language)));
        }
        lines.push(("signed-by", format!("{}, {} ({})", desk.name, say(title(desk)), desk.staff)));
        lines.push(("signed-read", dates::moment(language, read)));
        let line = |(term, value)| Line { term: say(Text::new(term)), value };
        Self(lines.into_iter().map(line).collect())
    }

    /// The whole text.
    pub fn full(&self) -> String {
        let lines = self.0.iter().map(|line| format!("{}: {}", line.term, line.value));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The NemID that the action is about: chosen, or found by the card the citizen already has.
fn subject<'a>(action: &Action, snapshot: &'a ErrandSnapshot) -> Option<&'a NemId> {
    match action {
        Action::Attach { card, .. } => snapshot.found.iter().find(|one| one.card(card).is_some()),
        _ => snapshot.nemid.as_ref().filter(|_| !action.is_about_person()),
    }
}

/// The documents in words.
fn documents(shown: &Identification, language: Language) -> String {
    let names =
        shown.documents().iter().map(|one| Text::new(format!("document-{}", one.code())).say(language));
    names.collect::<Vec<_>>().join(", ")
}

fn what(desk: &Desk, action: &Action, snapshot: &ErrandSnapshot, language: Language) -> Text {
    let text = Text::new(format!("signed-{}", action.code()));
    let because =
        |text: Text, reason: String| text.with("reason", Text::new(format!("reason-{reason}")).say(language));
    match action {
        Action::BlockCards { cards, reason, urgent } => {
            stopped::text(text, cards, *reason, language).with("urgent", urgent.to_string())
        }
        Action::BlockPassword { reason, send_new } => {
            let sent = match (send_new, snapshot.errand.kind) {
                (false, _) => "none",
                (true, Kind::Any) => "if-possible",
                (true, _) => "posted",
            };
            because(text, code(reason)).with("new", sent)
        }
        Action::BlockCertificate { reason } => because(text, code(reason)),
        Action::BlockNemId { reason } => because(text, code(reason)),
        Action::HandOutCard { card, urgent } => {
            text.with("card", card.to_string()).with("urgent", urgent.to_string())
        }
        Action::PostCard { urgent } => text.with("urgent", urgent.to_string()),
        Action::HandOutTemporary { action, serial } => text
            .with("serial", serial.to_string())
            .with("certificate", meaning::fate(*action, snapshot).code())
            .with("replaces", meaning::replaces(snapshot).to_string()),
        Action::OrderVoice { telephone } => text.with("telephone", telephone.to_string()),
        Action::Attach { card, contact, consent } => {
            let consents = subject(action, snapshot).map(consents::for_certificate).unwrap_or_default();
            let text = text.with("card", card.to_string()).with("consent", consent.to_string());
            with_contact(text.with("consents", listed(&consents, language)), contact)
        }
        Action::OrderNew { card, contact } => {
            let card = card.map_or_else(|| "none".to_owned(), |card| card.to_string());
            with_contact(text.with("card", card), contact)
        }
        Action::Issue { contact } => with_contact(text, contact),
        Action::CreateStaff { title, role } | Action::GrantRole { title, role } => {
            text.with("title", title.as_str()).with("role", role_name(role, language))
        }
        Action::ReopenStaff { action } => {
            text.with("action", action.code()).with("replaces", meaning::replaces(snapshot).to_string())
        }
        Action::PostTemporary { action } => {
            let name = Text::new(format!("temporary-action-{}", action.code())).say(language);
            let text = text.with("name", name).with("action", action.code());
            text.with("certificate", meaning::fate(*action, snapshot).code())
                .with("replaces", meaning::replaces(snapshot).to_string())
        }
        Action::MoveAgreement { to, .. } | Action::MakeAgreement { with: to, .. } => {
            let bank = desk.bank().map(places::title).unwrap_or_default();
            text.with("to", to.to_string()).with("bank", bank)
        }
        Action::EndAgreement => text.with("elsewhere", meaning::serves_without(desk, snapshot)),
        Action::WithdrawRole | Action::LiftLock | Action::OrderToken | Action::RegisterDeath => text,
    }
}

fn with_contact(text: Text, contact: &Contact) -> Text {
    let or_none = |word: Option<String>| word.unwrap_or_else(|| "none".to_owned());
    text.with("email", or_none(contact.email.as_ref().map(ToString::to_string)))
        .with("mobile", or_none(contact.mobile.map(|mobile| mobile.to_string())))
}

/// A role with the place it is tied to.
pub fn role_name(role: &Role, language: Language) -> String {
    let name = Text::new(match role {
        Role::Officer { .. } => "role-officer",
        Role::SuperUser { .. } => "role-super-user",
        Role::Administrator => "role-administrator",
        Role::BankClerk { .. } => "role-bank-clerk",
        Role::Operator => "role-operator",
    });
    let name = name.say(language);
    role.place().map_or(name.clone(), |place| format!("{name}, {}", places::title(place)))
}
