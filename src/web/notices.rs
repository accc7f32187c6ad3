//! Notices in words: the text of an e-mail, an SMS or a letter.

use crate::web::consents;
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::nemid::Issuer;
use rules::notice::{Detail, Notice};
use rules::{calendar, places};

/// Subject and text of a notice. A reason is a phrase of its own, put into words here.
pub fn worded(notice: &Notice, language: Language) -> (Text, Text) {
    let filled = |part: &str| {
        let text = Text::new(format!("notice-{}-{part}", notice.code));
        // A message queued by an older version names neither the issuer nor what is out of date in a certificate.
        let mut text = text.with("which", which(&Issuer::Public, language)).with("what", "none");
        for (name, detail) in &notice.details {
            text = match detail {
                Detail::Text(words) => text.with(name.clone(), words.clone()),
                Detail::At(at) => text.with(name.clone(), *at),
                Detail::On(at) => text.with(name.clone(), calendar::danish_date(*at)),
                Detail::Which(issuer) => text.with(name.clone(), which(issuer, language)),
                Detail::Consents(consents) => text.with(name.clone(), consents::listed(consents, language)),
                Detail::Reason(code) => {
                    text.with(name.clone(), Text::new(format!("reason-{code}")).say(language))
                }
            };
        }
        text
    };
    (filled("subject"), filled("text"))
}

/// The NemID it is about, within a sentence.
fn which(issuer: &Issuer, language: Language) -> String {
    let text = Text::new(format!("which-nemid-{}", issuer.code()));
    let text = match issuer {
        Issuer::Public => text,
        Issuer::Bank(by) | Issuer::Business(by) | Issuer::Employer(by) => text.with("by", places::title(by)),
    };
    text.say(language)
}

/// Subject and text of a notice as it is sent: an e-mail ends with a greeting, an SMS is its text alone.
pub fn said(notice: &Notice, language: Language, is_mail: bool) -> (String, String) {
    let (subject, text) = worded(notice, language);
    let (subject, mut text) = (subject.say(language), text.say(language));
    if is_mail {
        text.push_str("\n\n");
        text.push_str(&Text::new("notice-closing").say(language));
        text.push('\n');
        text.push_str(&Text::new("notice-sender").say(language));
        text.push_str("\n\n-- \n");
        text.push_str(&Text::new("notice-footer").say(language));
        text.push('\n');
    }
    (subject, text)
}
