//! The page where a receiver of signed data checks the sender's certificate: valid, expired, blocked, and the
//! limits of its use (Rules 4.5). It shows no name: the receiver has the certificate.

use rocket::get;
use serde::Serialize;

use crate::web::answer::{Answer, Handled};
use crate::web::caller::AtApp;
use crate::web::certificate_check::{Checked, checked, unknown};
use crate::web::forms::{Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use rules::nemid::certificate::CertificateSerial;
use service::cases::anonymous::revocation_list;

#[derive(Serialize)]
struct Typed<'a> {
    serienummer: &'a str,
}

#[derive(Serialize)]
struct CheckView {
    form: Filled,
    answer: Option<Checked>,
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
    let answer = found.map_or_else(|| unknown(serial), |one| checked(&one, language));
    Ok(page(Filled::with(&sent), Some(answer)).into())
}

fn page(form: Filled, answer: Option<Checked>) -> Page {
    Page::new("citizen/public/certificate.html", CheckView { form, answer })
}
