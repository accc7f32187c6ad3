//! The page where a receiver of signed data checks the sender's certificate: valid, expired, blocked, and the
//! limits of its use (Rules 4.5). It shows no name: the receiver has the certificate.

use rocket::get;
use serde::Serialize;

use crate::web::answer::{Answer, Handled};
use crate::web::caller::AtApp;
use crate::web::forms::{Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::states::Colour;
use crate::web::texts::Text;
use crate::web::wording::code;
use rules::nemid::certificate::{CertificateSerial, CheckedCertificate, Reliance};
use service::cases::anonymous::revocation_list;

#[derive(Serialize)]
struct Typed<'a> {
    serienummer: &'a str,
}

#[derive(Serialize)]
struct CheckView {
    form: Filled,
    answer: Option<Found>,
}

/// What is found out about a certificate.
#[derive(Serialize)]
pub(super) struct Found {
    kind: Colour,
    title: Text,
    text: Text,
    serial: String,
    from: Option<String>,
    until: Option<String>,
}

/// The page, and the facts of a certificate once its serial number is typed.
#[get("/certifikat?<serienummer>")]
pub async fn check(app: &AtApp, language: Language, serienummer: Option<&str>) -> Handled {
    let Some(typed) = serienummer else { return Ok(page(Filled::blank(), None).into()) };
    let sent = Typed { serienummer: typed };
    let serial = match CertificateSerial::parse(typed) {
        Ok(serial) => serial,
        Err(refusal) => {
            let form = Filled::again(&sent, Faults::one("serienummer", refusal));
            return Ok(Answer::again(page(form, None)));
        }
    };
    let found = revocation_list::certificate(app, serial).await?;
    let answer = found.map_or_else(|| unknown(serial), |one| known(&one, language));
    Ok(page(Filled::with(&sent), Some(answer)).into())
}

fn page(form: Filled, answer: Option<Found>) -> Page {
    Page::new("citizen/public/certificate.html", CheckView { form, answer })
}

fn unknown(serial: CertificateSerial) -> Found {
    let serial = serial.to_string();
    let text = Text::new("check-unknown-text").with("serial", serial.as_str());
    Found { kind: Colour::Error, title: Text::new("check-unknown"), text, serial, from: None, until: None }
}

pub(super) fn known(certificate: &CheckedCertificate, language: Language) -> Found {
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
    Found {
        kind,
        title: Text::new(title),
        text,
        serial: certificate.serial.to_string(),
        from: Some(certificate.from.to_string()),
        until: Some(certificate.until.to_string()),
    }
}
