//! *Spær certifikat* (Rules 4.1, 4.3): the citizen asks that the public digital signature be blocked for
//! good.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::Choosing;
use crate::ra::counter::{Around, AtDesk, Served, Step};
use crate::web::answer::Handled;
use crate::web::desk::words::NemIdRow;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::certificates::CertificateRefusal;
use rules::counter;
use rules::nemid::Certificate;
use rules::nemid::block::CertificateBlockReason;
use service::cases::desk::{Action, DeskRefusal, ErrandSnapshot};

/// The form without fields: the citizen's wish is the reason.
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
#[get("/valg")]
pub async fn ask(at: AtDesk) -> Handled {
    choosing::ask::<BlockCertificateForm>(at).await
}

/// Goes on to the signature.
#[post("/valg", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<BlockCertificateForm>) -> Handled {
    choosing::choose(at, &*sent).await
}

impl Choosing for BlockCertificateForm {
    fn known(snapshot: &ErrandSnapshot) -> Self {
        Self { asked: matches!(snapshot.errand.action, Some(Action::BlockCertificate { .. })) }
    }

    fn action(&self, _served: &Served, faults: &mut Faults) -> Option<Action> {
        faults.take("asked", self.asked.then_some(()).ok_or(Text::new("fault-not-asked-for")))?;
        Some(Action::BlockCertificate { reason: CertificateBlockReason::HolderAsked })
    }

    fn page(served: &Served, form: Filled) -> Page {
        let (now, nemid) = (served.snapshot.now, served.snapshot.nemid.as_ref());
        let certificate = nemid.and_then(|nemid| nemid.valid_certificate(now)).map(row);
        let refusal = nemid.and_then(|nemid| match counter::may_block_password(nemid, now) {
            Err(refusal) => Some(DeskRefusal::from(refusal)),
            Ok(()) if certificate.is_none() => Some(CertificateRefusal::NoneValid.into()),
            Ok(()) => None,
        });
        let view = BlockCertificateView {
            around: Around::of(served, Step::Choice),
            form,
            nemid: nemid.map(|nemid| NemIdRow::at_counter(nemid, served.language, now)),
            certificate,
            refusal: refusal.map(Text::from),
        };
        Page::new("ra/block_certificate.html", view)
    }
}

fn row(certificate: &Certificate) -> CertificateRow {
    CertificateRow {
        serial: certificate.serial.to_string(),
        name: certificate.name.to_string(),
        email: certificate.email.as_ref().map(ToString::to_string),
        until: certificate.until.to_string(),
    }
}
