//! The certificate of the public digital signature: see it, block it, order it again (Rules 4.1–4.4). It is renewed in
//! `renewal`.

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::views::CertificateView;
use crate::citizen::self_service::{attempt, done, own_once};
use crate::web::answer::{Answer, Handled, Settled};
use crate::web::caller::AtApp;
use crate::web::consents::said;
use crate::web::download;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::certificates::CertificateRefusal;
use rules::consents;
use rules::order::OrderRefusal;
use service::cases::app::{App, StoreError};
use service::cases::certificates::bodies::{self, Shown};
use service::cases::own::overview::Overview;
use service::cases::own::{OwnRefusal, certificate, overview};

pub(super) const PAGE: &str = "/selvbetjening/certifikat";

/// A button that works once.
#[derive(FromForm, Serialize)]
pub struct OnceForm {
    once: String,
}

/// An order, with the consents that it requires (Rules 4.1).
#[derive(FromForm, Serialize)]
pub struct OrderForm {
    once: String,
    consent: bool,
}

#[derive(Serialize)]
struct CertificateViewPage {
    done: Option<Text>,
    form: Filled,
    once: String,
    certificate: CertificateView,
    /// What other programs read of it; none where there is no certificate.
    file: Option<FileView>,
    /// Why none can be ordered, if the NemID could have one otherwise (D16, Guide 3.2.1).
    no_order: Option<Text>,
    /// What its holder has to consent to before one is ordered (Rules 4.1).
    consents: Vec<Text>,
    /// The last day to renew it, if its details are out of date; the night after that day blocks it.
    renew_by: Option<jiff::civil::Date>,
    /// The name and e-mail of today, from CPR and the contact details.
    name: String,
    email: Option<String>,
}

/// What is shown of a certificate as other programs read it.
#[derive(Serialize)]
struct FileView {
    issuer: &'static str,
    /// Pairs of hexadecimal digits; none while the certificate is being made.
    fingerprint: Option<String>,
    has_key: bool,
    is_renewal: bool,
}

impl From<Shown> for FileView {
    fn from(shown: Shown) -> Self {
        let Shown { issuer, fingerprint, has_key, is_renewal } = shown;
        Self { issuer, fingerprint: fingerprint.map(download::fingerprint), has_key, is_renewal }
    }
}

#[derive(Serialize)]
struct SureView {
    once: String,
    certificate: CertificateView,
}

async fn show(app: &App, overview: &Overview, done: Option<Text>, form: Filled) -> Result<Page, StoreError> {
    use rules::attention::Attention;
    let nemid = &overview.nemid;
    let renew_by = overview.attention.iter().find_map(|one| match one {
        Attention::CertificateOutdated { by } => Some(rules::calendar::danish_date(*by)),
        _ => None,
    });
    let file = match nemid.certificate() {
        Some(certificate) => Some(bodies::shown(app, certificate.serial).await?.into()),
        None => None,
    };
    let view = CertificateViewPage {
        done,
        file,
        form,
        once: app.new_token().reveal(),
        certificate: CertificateView::of(overview),
        no_order: overview.no_certificate.map(Text::from),
        consents: consents::for_certificate(nemid).iter().map(said).collect(),
        renew_by,
        name: overview.citizen.name.to_string(),
        email: nemid.contact.email.as_ref().map(ToString::to_string),
    };
    Ok(Page::new("citizen/self_service/certificate.html", view))
}

pub(super) async fn again(app: &AtApp, citizen: &Citizen, form: Filled) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(Answer::again(show(app, &overview, None, form).await?))
}

/// The certificate and what can be done with it.
#[get("/selvbetjening/certifikat?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(show(app, &overview, done(gjort), Filled::blank()).await?.into())
}

/// Orders a new one with the same PID number.
#[post("/selvbetjening/certifikat/bestil", data = "<sent>")]
pub async fn order(citizen: Citizen, app: &AtApp, sent: Checked<OrderForm>) -> Handled {
    match attempt(certificate::order(app, own_once(&citizen, &sent.once)?, sent.consent).await)? {
        Settled::Done(()) => Ok(Answer::go(format!("{PAGE}?gjort=certifikat-bestilt"))),
        Settled::Refused(
            refusal @ OwnRefusal::Order(OrderRefusal::Certificate(CertificateRefusal::ConsentMissing)),
        ) => again(app, &citizen, Filled::again(&*sent, Faults::one("consent", refusal))).await,
        Settled::Refused(refusal) => {
            again(app, &citizen, Filled::again(&*sent, Faults::whole(refusal))).await
        }
    }
}

/// Explains the consequences before the certificate is blocked.
#[get("/selvbetjening/certifikat/spaer")]
pub async fn sure(citizen: Citizen, app: &AtApp) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    let certificate = CertificateView::of(&overview);
    if certificate.code != "valid" {
        return Ok(Answer::go(PAGE));
    }
    let view = SureView { once: app.new_token().reveal(), certificate };
    Ok(Page::new("citizen/self_service/certificate_block.html", view).into())
}

#[post("/selvbetjening/certifikat/spaer", data = "<sent>")]
pub async fn block(citizen: Citizen, app: &AtApp, sent: Checked<OnceForm>) -> Handled {
    match attempt(certificate::block(app, own_once(&citizen, &sent.once)?).await)? {
        Settled::Done(()) => Ok(Answer::go(format!("{PAGE}?gjort=certifikat-spaerret"))),
        Settled::Refused(refusal) => {
            again(app, &citizen, Filled::again(&*sent, Faults::whole(refusal))).await
        }
    }
}
