//! The text that is signed at a desk: what, for whom, by whom, when. What is read on the page is what the journal keeps.

use jiff::Timestamp;
use serde::Serialize;

use super::At;
use super::words::issuer;
use crate::cases::desk::{Deed, Look};
use crate::rules::words::Contact;
use crate::web::dates;
use crate::web::language::Language;
use crate::web::texts::Text;
use crate::web::wording::code;

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
    pub fn of(at: &At, look: &Look, read: Timestamp, language: Language) -> Self {
        let Some(deed) = &look.errand.deed else { return Self(Vec::new()) };
        let say = |text: Text| text.say(language);
        let mut lines = vec![
            ("desk-signed-action", say(Text::new(format!("desk-deed-{}", deed.code())))),
            ("desk-signed-what", say(what(deed, language))),
            ("desk-signed-citizen", format!("{}, {}", look.citizen.name, look.citizen.cpr)),
        ];
        if let Some(nemid) = look.nemid.as_ref().filter(|_| !deed.is_about_person()) {
            lines.push(("desk-signed-nemid", format!("{} ({})", nemid.number, say(issuer(&nemid.issuer)))));
        }
        lines.push(("desk-signed-by", signer(at, language)));
        lines.push(("desk-signed-read", dates::moment(language, read)));
        let line = |(term, value)| Line { term: say(Text::new(term)), value };
        Self(lines.into_iter().map(line).collect())
    }

    /// All of it as one text.
    pub fn full(&self) -> String {
        let lines = self.0.iter().map(|line| format!("{}: {}", line.term, line.value));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Who signs: name, desk and employee NemID.
pub fn signer(at: &At, language: Language) -> String {
    format!("{}, {} ({})", at.desk.name, at.title().say(language), at.desk.staff)
}

fn what(deed: &Deed, language: Language) -> Text {
    let text = Text::new(format!("desk-signed-{}", deed.code()));
    let because =
        |text: Text, reason: String| text.with("reason", Text::new(format!("reason-{reason}")).say(language));
    match deed {
        Deed::BlockPassword { reason, send_new } => {
            because(text, code(reason)).with("new", send_new.to_string())
        }
        Deed::BlockCards { cards, reason } => {
            let numbers: Vec<_> = cards.iter().map(ToString::to_string).collect();
            because(text, code(reason)).with("count", cards.len()).with("cards", numbers.join(", "))
        }
        Deed::BlockCertificate { reason } => because(text, code(reason)),
        Deed::BlockNemId { reason } => because(text, code(reason)),
        Deed::Issue { contact } => with_contact(text, contact),
        Deed::IssueTemporary { action } => {
            let name = Text::new(format!("temporary-action-{}", action.code())).say(language);
            text.with("action", name)
        }
        Deed::MoveAgreement { to } => text.with("to", to.to_string()),
        Deed::LiftLock | Deed::RegisterDeath | Deed::EndAgreement => text,
    }
}

fn with_contact(text: Text, contact: &Contact) -> Text {
    let or_none = |word: Option<String>| word.unwrap_or_else(|| "none".to_owned());
    text.with("email", or_none(contact.email.as_ref().map(ToString::to_string)))
        .with("mobile", or_none(contact.mobile.map(|mobile| mobile.to_string())))
}
