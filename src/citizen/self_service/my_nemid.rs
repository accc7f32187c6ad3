//! Mit NemID: the state of everything, and what needs doing.

use jiff::Timestamp;
use rocket::{get, post};
use serde::Serialize;

use crate::citizen::self_service::views::{CardView, CertificateView};
use crate::citizen::self_service::{attempt, done, own};
use crate::web::answer::{Answer, Handled, Settled};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, NoFields};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::attention::Attention;
use rules::calendar;
use rules::nemid::Password;
use rules::words::{KEYS_PER_CARD, PostalAddress};
use service::cases::own::overview;
use service::cases::own::overview::Overview;

#[derive(Serialize)]
struct MyNemIdView {
    done: Option<Text>,
    notices: Vec<Notice>,
    number: String,
    user_id: Option<String>,
    /// The state of the CPR number as user id: `on`, `several` or `off` (D9).
    cpr_log_on: &'static str,
    password_since: Option<Timestamp>,
    card: Option<CardView>,
    other_cards: Vec<CardView>,
    keys_per_card: u8,
    certificate: CertificateView,
    email: Option<String>,
    mobile: Option<String>,
    name: String,
    /// The lines of the registered address; none for a holder without.
    address: Option<Vec<String>>,
    /// The lines of the address that the holder stated.
    stated: Option<Vec<String>>,
}

/// One thing to know or to do, and its address.
#[derive(Serialize)]
struct Notice {
    kind: &'static str,
    text: Text,
    href: &'static str,
    link: Text,
}

/// The state of everything.
#[get("/selvbetjening?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(Page::new("citizen/self_service/my_nemid.html", view(&overview, done(gjort))).into())
}

/// Fetches name and address from CPR again.
#[post("/selvbetjening", data = "<_sent>")]
pub async fn refresh(citizen: Citizen, app: &AtApp, _sent: Checked<NoFields>) -> Handled {
    match attempt(overview::refresh(app, own(&citizen)).await)? {
        Settled::Done(true) => Ok(Answer::go("/selvbetjening?gjort=cpr")),
        Settled::Done(false) => Ok(Answer::go("/selvbetjening?gjort=cpr-afviger")),
        Settled::Refused(_) => Ok(Answer::go("/selvbetjening")),
    }
}

fn view(overview: &Overview, done: Option<Text>) -> MyNemIdView {
    let (nemid, citizen) = (&overview.nemid, &overview.citizen);
    let open = nemid.open_cards().filter(|card| !card.is_active());
    MyNemIdView {
        done,
        notices: rules(overview).into_iter().chain(overview.attention.iter().map(notice)).collect(),
        number: nemid.number.to_string(),
        user_id: nemid.user_id.as_ref().map(ToString::to_string),
        cpr_log_on: overview.cpr_log_on.code(),
        password_since: match &nemid.password {
            Password::InUse { since, .. } => Some(*since),
            _ => None,
        },
        card: nemid.active_card().map(|card| CardView::of(card, overview)),
        other_cards: open.map(|card| CardView::of(card, overview)).collect(),
        keys_per_card: KEYS_PER_CARD,
        certificate: CertificateView::of(overview),
        email: nemid.contact.email.as_ref().map(ToString::to_string),
        mobile: nemid.contact.mobile.map(|mobile| mobile.to_string()),
        name: citizen.name.to_string(),
        address: citizen.address.clone().map(|address| PostalAddress::Danish(address).lines()),
        stated: citizen.stated.as_ref().map(PostalAddress::lines),
    }
}

/// A version of the rules that came into force and has not been accepted (Rules 3.10).
fn rules(overview: &Overview) -> Option<Notice> {
    overview.rules_changed.then(|| Notice {
        kind: "warning",
        text: Text::new("attention-rules"),
        href: "/selvbetjening/regler",
        link: Text::new("attention-rules-link"),
    })
}

fn notice(attention: &Attention) -> Notice {
    const CARDS: &str = "/selvbetjening/noeglekort";
    const CERTIFICATE: &str = "/selvbetjening/certifikat";
    let (kind, key, href) = match attention {
        Attention::NoCard => ("error", "no-card", CARDS),
        Attention::CardAwaited => ("warning", "card-awaited", CARDS),
        Attention::CardReady => ("warning", "card-ready", CARDS),
        Attention::FewKeys { .. } => ("warning", "few-keys", CARDS),
        Attention::FewKeysButNewCard { .. } => ("info", "few-keys-new-card", CARDS),
        Attention::CertificateExpires { .. } => ("warning", "certificate-expires", CERTIFICATE),
        Attention::CertificateOutdated { .. } => ("warning", "certificate-outdated", CERTIFICATE),
        Attention::CertificateExpired => ("warning", "certificate-expired", CERTIFICATE),
        Attention::CertificateBlocked => ("warning", "certificate-blocked", CERTIFICATE),
        Attention::Superfluous { .. } => ("warning", "superfluous", "/selvbetjening/haendelseslog"),
        Attention::NoEmail => ("info", "no-email", "/selvbetjening/kontakt"),
        Attention::NoAddress { .. } => ("warning", "no-address", "/selvbetjening/kontakt"),
    };
    let text = Text::new(format!("attention-{key}"));
    let text = match attention {
        Attention::FewKeys { left } | Attention::FewKeysButNewCard { left } => {
            text.with("left", u32::from(*left))
        }
        Attention::NoAddress { email } => text.with("email", email.to_string()),
        Attention::CertificateExpires { until } => text.with("until", *until),
        // The night after that day blocks and deletes.
        Attention::CertificateOutdated { by } => text.with("by", calendar::danish_date(*by)),
        Attention::Superfluous { until } => text.with("until", calendar::danish_date(*until)),
        _ => text,
    };
    Notice { kind, text, href, link: Text::new(format!("attention-{key}-link")) }
}
