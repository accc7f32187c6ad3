//! The encrypted e-mail with which a site answers what was signed there (Guide 3.1.3, D41).

use std::sync::Arc;

use crate::web::dates;
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::calendar;
use rules::sites::SiteKind;
use service::cases::certificates::encrypted_mail::Letter;
use service::cases::sites::answer::{AnswerFacts, AnswerInWords};

/// The answer in the language of the page.
pub fn in_words(language: Language) -> AnswerInWords {
    Arc::new(move |facts| letter(facts, language))
}

/// What it is about stands in the text alone: the subject is not encrypted.
fn letter(facts: &AnswerFacts<'_>, language: Language) -> Letter {
    let AnswerFacts { site, kind, name, document, at } = facts;
    let say = |key: &'static str| Text::new(key).with("site", *site);
    let done = match kind {
        SiteKind::Public => "site-answer-done-public",
        _ => "site-answer-done-private",
    };
    let received = say("site-answer-received")
        .with("title", document.title.as_str())
        .with("day", dates::day(language, calendar::danish_date(*at)));
    let paragraphs = [
        Text::new("site-letter-dear").with("name", name.to_string()),
        received,
        Text::new(done),
        say("site-answer-encrypted"),
        say("site-answer-greeting"),
    ];
    Letter {
        sender: (*site).to_owned(),
        subject: say("site-answer-subject").say(language),
        text: paragraphs.map(|text| text.say(language)).join("\n\n"),
    }
}
