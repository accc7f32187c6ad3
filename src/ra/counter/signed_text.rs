//! The text that is signed: what, for whom, on what identification, by whom, when. What is read on the page is what
//! the journal keeps.

use jiff::Timestamp;
use serde::Serialize;

use super::flow::AtDesk;
use crate::cases::counter::{Deed, Look};
use crate::cases::places;
use crate::ra::words;
use crate::rules::identification::Identification;
use crate::rules::nemid::NemId;
use crate::rules::staff::Role;
use crate::rules::words::Contact;
use crate::web::dates;
use crate::web::language::Language;
use crate::web::texts::Text;
use crate::web::wording;

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
    pub fn of(at: &AtDesk, look: &Look, read: Timestamp, language: Language) -> Self {
        let Some(deed) = &look.errand.deed else { return Self(Vec::new()) };
        let say = |text: Text| text.say(language);
        let mut lines = vec![("signed-action", say(Text::new(format!("deed-{}", deed.code()))))];
        lines.push(("signed-what", say(what(deed, language))));
        lines.push(("signed-citizen", format!("{}, {}", look.citizen.name, look.citizen.cpr)));
        if let Some(nemid) = subject(look) {
            lines.push(("signed-nemid", format!("{} ({})", nemid.number, say(words::issuer(&nemid.issuer)))));
        }
        if let Some(shown) = &look.errand.identification {
            lines.push(("signed-identification", documents(shown, language)));
        }
        let place = at.desk.office().map_or_else(|| say(Text::new("role-administrator")), places::title);
        lines.push(("signed-by", format!("{}, {place} ({})", at.name, at.desk.staff)));
        lines.push(("signed-read", dates::moment(language, read)));
        let line = |(term, value)| Line { term: say(Text::new(term)), value };
        Self(lines.into_iter().map(line).collect())
    }

    /// All of it as one text.
    pub fn full(&self) -> String {
        let lines = self.0.iter().map(|line| format!("{}: {}", line.term, line.value));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The NemID that the errand is about: chosen, or found by the card the citizen already has.
fn subject(look: &Look) -> Option<&NemId> {
    match &look.errand.deed {
        Some(Deed::Attach { card, .. }) => look.found.iter().find(|one| one.card(card).is_some()),
        _ => look.nemid.as_ref(),
    }
}

/// The documents in words.
pub fn documents(shown: &Identification, language: Language) -> String {
    let name = |document: &crate::rules::identification::Document| {
        Text::new(format!("document-{}", document.code())).say(language)
    };
    shown.documents().iter().map(name).collect::<Vec<_>>().join(", ")
}

fn what(deed: &Deed, language: Language) -> Text {
    let text = Text::new(format!("signed-{}", deed.code()));
    let reason = |code: String| Text::new(format!("reason-{code}")).say(language);
    match deed {
        Deed::BlockCards { cards, reason: why } => {
            let numbers: Vec<_> = cards.iter().map(ToString::to_string).collect();
            text.with("count", cards.len())
                .with("cards", numbers.join(", "))
                .with("reason", reason(wording::code(why)))
        }
        Deed::HandOutCard { card, urgent } => {
            text.with("card", card.to_string()).with("urgent", urgent.to_string())
        }
        Deed::PostCard { urgent } => text.with("urgent", urgent.to_string()),
        Deed::IssueTemporary { serial, .. } => text.with("serial", serial.to_string()),
        Deed::BlockPassword { reason: why, send_new } => {
            text.with("reason", reason(wording::code(why))).with("new", send_new.to_string())
        }
        Deed::Attach { card, contact } => with_contact(text.with("card", card.to_string()), contact),
        Deed::OrderNew { card, contact } => {
            let card = card.map_or_else(|| "none".to_owned(), |card| card.to_string());
            with_contact(text.with("card", card), contact)
        }
        Deed::CreateStaff { title, role } | Deed::GrantRole { title, role } => {
            text.with("title", title.as_str()).with("role", role_name(role, language))
        }
        Deed::BlockCertificate | Deed::WithdrawRole | Deed::ReopenStaff => text,
    }
}

fn with_contact(text: Text, contact: &Contact) -> Text {
    let or_none = |word: Option<String>| word.unwrap_or_else(|| "none".to_owned());
    text.with("email", or_none(contact.email.as_ref().map(ToString::to_string)))
        .with("mobile", or_none(contact.mobile.map(|mobile| mobile.to_string())))
}

/// A role with the place it is tied to.
pub fn role_name(role: &Role, language: Language) -> String {
    let name = Text::new(format!("role-{}", role.code().replace('_', "-"))).say(language);
    role.place().map_or(name.clone(), |place| format!("{name}, {}", places::title(place)))
}
