//! *Spær certifikat* (Rules 4.1, 4.3): the citizen asks that the public digital signature be blocked for good.

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use crate::cases::counter::{Deed, DeskRefusal, Look};
use crate::cases::house::House;
use crate::ra::counter::{Around, AtDesk, Step, arrive, choose as go_on, field_of};
use crate::ra::words::NemIdRow;
use crate::rules::certificates::CertificateRefusal;
use crate::rules::counter;
use crate::web::answer::Answer;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;

/// Nothing more is asked: the citizen's wish is the reason.
#[derive(FromForm, Serialize)]
pub struct BlockCertificateForm {
    asked: bool,
}

#[derive(Serialize)]
struct BlockCertificateView {
    around: Around,
    form: Filled,
    nemid: Option<NemIdRow>,
    certificate: Option<CertificateRow>,
    /// Why there is none to block.
    refusal: Option<Text>,
}

#[derive(Serialize)]
struct CertificateRow {
    serial: String,
    name: String,
    email: Option<String>,
    until: String,
}

/// Shows the certificate.
#[get("/valg?<sag>")]
pub async fn ask(at: AtDesk, house: &State<Arc<House>>, sag: &str) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let asked = look.errand.deed == Some(Deed::BlockCertificate);
    Ok(page(&at, sag, &look, Filled::with(&BlockCertificateForm { asked })))
}

/// Goes on to the signature.
#[post("/valg?<sag>", data = "<sent>")]
pub async fn choose(
    at: AtDesk,
    house: &State<Arc<House>>,
    sag: &str,
    sent: Checked<BlockCertificateForm>,
) -> Result<Answer, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let mut faults = Faults::default();
    if sent.asked {
        match go_on(house, &at, sag, Deed::BlockCertificate).await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add(field_of(&refusal), refusal),
        }
    } else {
        faults.add("asked", "fault-not-asked-for");
    }
    let form = Filled::again(&*sent, faults);
    Ok(page(&at, sag, &look, form).with_status(Status::UnprocessableEntity).into())
}

fn page(at: &AtDesk, sag: &str, look: &Look, form: Filled) -> Page {
    let nemid = look.nemid.as_ref();
    let certificate = nemid.and_then(|nemid| nemid.valid_certificate(look.now)).map(|one| CertificateRow {
        serial: one.serial.to_string(),
        name: one.name.to_string(),
        email: one.email.as_ref().map(ToString::to_string),
        until: one.until.to_string(),
    });
    let refusal = nemid.and_then(|nemid| match counter::may_block_password(nemid, look.now) {
        Err(refusal) => Some(DeskRefusal::from(refusal)),
        Ok(()) if certificate.is_none() => Some(CertificateRefusal::NoneValid.into()),
        Ok(()) => None,
    });
    let view = BlockCertificateView {
        around: Around::of(at, sag, Step::Choice, look),
        form,
        nemid: nemid.map(|nemid| NemIdRow::of(nemid, look.now)),
        certificate,
        refusal: refusal.map(Text::from),
    };
    Page::new("ra/block_certificate.html", view)
}
