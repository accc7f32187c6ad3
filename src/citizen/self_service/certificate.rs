//! The certificate of the public digital signature: see, renew while valid, block, order anew (Rules 4.1–4.4).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::views::CertificateView;
use crate::citizen::self_service::{attempt, done, own_once};
use crate::web::answer::{Answer, Handled};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::nemid::Issuer;
use service::cases::app::App;
use service::cases::own::overview::Overview;
use service::cases::own::{certificate, overview};

const PAGE: &str = "/selvbetjening/certifikat";

/// A button that does one thing once.
#[derive(FromForm, Serialize)]
pub struct OnceForm {
    once: String,
}

/// An order, with the consents that it needs (Rules 4.1).
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
    /// Why none can be ordered, where it could be if nothing stood in the way (D16, Guide 3.2.1).
    no_order: Option<Text>,
    /// Whether a bank made it, with which particulars are exchanged then (Rules 4.1).
    bank: bool,
    /// By when it must be renewed, where its details are out of date.
    /// The last day; the night after it blocks.
    renew_by: Option<jiff::civil::Date>,
    /// What CPR and the contact data say today.
    name: String,
    email: Option<String>,
}

#[derive(Serialize)]
struct SureView {
    once: String,
    certificate: CertificateView,
}

fn show(app: &App, overview: &Overview, done: Option<Text>, form: Filled) -> Page {
    use rules::attention::Attention;
    let nemid = &overview.nemid;
    let renew_by = overview.attention.iter().find_map(|one| match one {
        Attention::CertificateOutdated { by } => Some(rules::calendar::danish_date(*by)),
        _ => None,
    });
    let view = CertificateViewPage {
        done,
        form,
        once: app.new_token().reveal(),
        certificate: CertificateView::of(overview),
        no_order: overview.no_certificate.map(Text::from),
        bank: matches!(nemid.issuer, Issuer::Bank(_)),
        renew_by,
        name: overview.citizen.name.to_string(),
        email: nemid.contact.email.as_ref().map(ToString::to_string),
    };
    Page::new("citizen/self_service/certificate.html", view)
}

async fn again(app: &AtApp, citizen: &Citizen, form: Filled) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(Answer::again(show(app, &overview, None, form)))
}

/// What it says and what can be done with it.
#[get("/selvbetjening/certifikat?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(show(app, &overview, done(gjort), Filled::blank()).into())
}

#[post("/selvbetjening/certifikat/forny", data = "<sent>")]
pub async fn renew(citizen: Citizen, app: &AtApp, sent: Checked<OnceForm>) -> Handled {
    match attempt(certificate::renew(app, own_once(&citizen, &sent.once)?).await)? {
        Ok(()) => Ok(Answer::go(format!("{PAGE}?gjort=fornyet"))),
        Err(refusal) => again(app, &citizen, Filled::again(&*sent, Faults::whole(refusal))).await,
    }
}

/// Orders one anew, with the same PID number.
#[post("/selvbetjening/certifikat/bestil", data = "<sent>")]
pub async fn order(citizen: Citizen, app: &AtApp, sent: Checked<OrderForm>) -> Handled {
    if !sent.consent {
        let faults = Faults::one("consent", Text::new("refusal-consent-missing"));
        return again(app, &citizen, Filled::again(&*sent, faults)).await;
    }
    match attempt(certificate::order(app, own_once(&citizen, &sent.once)?).await)? {
        Ok(()) => Ok(Answer::go(format!("{PAGE}?gjort=certifikat-bestilt"))),
        Err(refusal) => again(app, &citizen, Filled::again(&*sent, Faults::whole(refusal))).await,
    }
}

/// Says what blocking means before it is done.
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
        Ok(()) => Ok(Answer::go(format!("{PAGE}?gjort=certifikat-spaerret"))),
        Err(refusal) => again(app, &citizen, Filled::again(&*sent, Faults::whole(refusal))).await,
    }
}
