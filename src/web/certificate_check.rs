//! What a receiver is told about a certificate (Rules 4.5), in the words of every page that tells it.

use serde::Serialize;

use crate::web::language::Language;
use crate::web::states::Colour;
use crate::web::texts::Text;
use crate::web::wording::code;
use rules::nemid::certificate::{CertificateSerial, CheckedCertificate, Reliance};

/// What is found out about a certificate.
#[derive(Serialize)]
pub struct Checked {
    kind: Colour,
    title: Text,
    text: Text,
    serial: String,
    from: Option<String>,
    until: Option<String>,
}

/// Of a serial number that no certificate has had.
pub fn unknown(serial: CertificateSerial) -> Checked {
    let serial = serial.to_string();
    let text = Text::new("check-unknown-text").with("serial", serial.as_str());
    Checked { kind: Colour::Error, title: Text::new("check-unknown"), text, serial, from: None, until: None }
}

/// Of a certificate.
pub fn checked(certificate: &CheckedCertificate, language: Language) -> Checked {
    let (kind, title, text) = match certificate.reliance {
        Reliance::Good => (Colour::Success, "check-good", Text::new("check-good-text")),
        Reliance::Expired => (Colour::Error, "check-expired", Text::new("check-expired-text")),
        Reliance::NotYet => (Colour::Error, "check-not-yet", Text::new("check-not-yet-text")),
        Reliance::Blocked { at, reason: None } => {
            (Colour::Error, "check-blocked", Text::new("check-blocked-past-text").with("at", at))
        }
        Reliance::Blocked { at, reason: Some(reason) } => {
            let reason = Text::new(format!("reason-{}", code(reason))).say(language);
            let text = Text::new("check-blocked-text").with("at", at).with("reason", reason);
            (Colour::Error, "check-blocked", text)
        }
    };
    Checked {
        kind,
        title: Text::new(title),
        text,
        serial: certificate.serial.to_string(),
        from: Some(certificate.from.to_string()),
        until: Some(certificate.until.to_string()),
    }
}
