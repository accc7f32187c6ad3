//! One e-mail or SMS on its recipient's page.

use serde::Serialize;

use crate::web::language::Language;
use crate::web::notices;
use crate::web::texts::Text;
use crate::world::view::addressee;
use service::cases::world::letter_box::OpenMessage;

/// One e-mail or SMS.
#[derive(Serialize)]
pub struct MessageLine {
    kind: Text,
    /// The address of a signed e-mail's file.
    file: Option<String>,
    to: String,
    queued: String,
    sent: bool,
    trouble: bool,
    repeated: bool,
    subject: String,
    paragraphs: Vec<String>,
}

impl MessageLine {
    /// The view in the visitor's language.
    pub fn of(message: &OpenMessage, language: Language) -> Self {
        let (is_mail, signed) = (message.sending.email.is_some(), message.sending.notice.is_signed());
        let (subject, text) = notices::said(&message.sending.notice, language, is_mail);
        Self {
            kind: Text::new(match (is_mail, signed) {
                (false, _) => "world-message-sms",
                (true, false) => "world-message-mail",
                (true, true) => "world-message-signed",
            }),
            file: signed.then(|| format!("/kontrolrum/beskeder/{}/mail.eml", message.message.id)),
            to: addressee(&message.sending),
            queued: message.message.queued.to_string(),
            sent: message.message.sent.is_some(),
            trouble: message.message.trouble.is_some(),
            repeated: message.message.repeats > 0,
            subject,
            paragraphs: text.split("\n\n").map(str::to_owned).collect(),
        }
    }
}
