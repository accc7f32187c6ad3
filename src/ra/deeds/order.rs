//! *Bestil NemID* (Guide 2.1): what can be ordered depends on what the person has, so the page is a look-up too.

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use crate::cases::counter::{Deed, Look};
use crate::cases::house::House;
use crate::ra::counter::{Around, AtDesk, Step, arrive, choose as go_on, field_of, href};
use crate::ra::words::{Choice, NemIdRow};
use crate::rules::calendar;
use crate::rules::identification::Identification;
use crate::rules::order::{self, Eligibility, Situation};
use crate::rules::words::{Contact, Email, KeyCardNumber, Mobile};
use crate::web::answer::Answer;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

const EXISTING: &str = "existing";
const NEW: &str = "new";
const AT_ONCE: &str = "at-once";
const POSTED: &str = "posted";
const ONE_TIME_KEYS: &str = "otp";

/// What is chosen. Which fields there are depends on the situation.
#[derive(Default, FromForm, Serialize)]
pub struct OrderForm {
    email: String,
    mobile: String,
    attach: Option<String>,
    solution: Option<String>,
    how: Option<String>,
    card: String,
}

#[derive(Serialize)]
struct OrderView {
    around: Around,
    form: Filled,
    /// `already`, `attach` or `new` (Guide 2.1).
    situation: &'static str,
    found: Vec<NemIdRow>,
    /// Why the person can't have any (D16).
    refusal: Option<Text>,
    attach: Vec<Choice>,
    solutions: Vec<Choice>,
    how: Vec<Choice>,
    /// Whether a photo was shown, so that a card can be handed out at once.
    photo: bool,
    identification: String,
}

/// Shows what the person has, and what can be ordered.
#[get("/valg?<sag>")]
pub async fn ask(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let form = Filled::with(&known(&look));
    Ok(page(&at, sag, (&look, language), form))
}

/// Goes on to the signature.
#[post("/valg?<sag>", data = "<sent>")]
pub async fn choose(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
    sent: Checked<OrderForm>,
) -> Result<Answer, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let mut faults = Faults::default();
    if let Some(deed) = read(&sent, &look, &mut faults) {
        match go_on(house, &at, sag, deed).await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add(field_of(&refusal), refusal),
        }
    }
    let form = Filled::again(&*sent, faults);
    Ok(page(&at, sag, (&look, language), form).with_status(Status::UnprocessableEntity).into())
}

/// What stands in the form at first: the contact data that are known, and what the guide preselects.
fn known(look: &Look) -> OrderForm {
    let contact =
        if let Some(Deed::Attach { contact, .. } | Deed::OrderNew { contact, .. }) = &look.errand.deed {
            contact.clone()
        } else {
            let open = look.found.iter().filter(|one| one.standing.is_open());
            open.map(|one| one.contact.clone()).next().unwrap_or_default()
        };
    let (attach, how, card) = match &look.errand.deed {
        Some(Deed::Attach { card, .. }) => (EXISTING, AT_ONCE, Some(*card)),
        Some(Deed::OrderNew { card: None, .. }) => (NEW, POSTED, None),
        Some(Deed::OrderNew { card, .. }) => (NEW, AT_ONCE, *card),
        _ => (EXISTING, if photo(look) { AT_ONCE } else { POSTED }, None),
    };
    OrderForm {
        email: contact.email.map(|email| email.to_string()).unwrap_or_default(),
        mobile: contact.mobile.map(|mobile| mobile.to_string()).unwrap_or_default(),
        attach: Some(attach.to_owned()),
        solution: Some(ONE_TIME_KEYS.to_owned()),
        how: Some(how.to_owned()),
        card: card.map(|card| card.to_string()).unwrap_or_default(),
    }
}

fn read(sent: &OrderForm, look: &Look, faults: &mut Faults) -> Option<Deed> {
    let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let email = typed(&sent.email).map(|text| Email::parse(&text)).transpose();
    let mobile = typed(&sent.mobile).map(|text| Mobile::parse(&text)).transpose();
    let (email, mobile) = (faults.take("email", email), faults.take("mobile", mobile));
    let offers_existing = matches!(order::situation(&look.found, look.now), Situation::CanAttach { .. });
    let existing = match (offers_existing, sent.attach.as_deref()) {
        (true, Some(NEW)) | (false, _) => Some(false),
        (true, Some(EXISTING)) => Some(true),
        (true, _) => faults.take("attach", Err("fault-no-attachment-chosen")),
    };
    let posted = existing == Some(false) && sent.how.as_deref() == Some(POSTED);
    let card =
        if posted { Some(None) } else { faults.take("card", KeyCardNumber::parse(&sent.card)).map(Some) };
    let contact = Contact { email: email?, mobile: mobile? };
    match (existing?, card?) {
        (true, Some(card)) => Some(Deed::Attach { card, contact }),
        (_, card) => Some(Deed::OrderNew { card, contact }),
    }
}

fn photo(look: &Look) -> bool {
    let shown = look.errand.identification.as_ref();
    shown.map(Identification::reaches_for_handing_out).is_some_and(|reaches| reaches.is_ok())
}

fn page(at: &AtDesk, sag: &str, (look, language): (&Look, Language), form: Filled) -> Page {
    let choice = |value: &str| Choice::new(value, Text::new(format!("order-{value}")).say(language));
    let age = look.citizen.cpr.age_on(calendar::danish_date(look.now));
    let person = Eligibility { age, dead: look.citizen.died.is_some() };
    let situation = order::situation(&look.found, look.now);
    let view = OrderView {
        around: Around::of(at, sag, Step::Choice, look),
        form,
        found: look.found.iter().map(|one| NemIdRow::of(one, look.now)).collect(),
        refusal: match situation {
            Situation::AlreadyPublic { .. } => None,
            _ => order::may_have(person).err().map(Text::from),
        },
        situation: match situation {
            Situation::AlreadyPublic { .. } => "already",
            Situation::CanAttach { .. } => "attach",
            Situation::MakeNew => "new",
        },
        attach: vec![choice(EXISTING), choice(NEW)],
        solutions: vec![choice(ONE_TIME_KEYS)],
        how: vec![choice(POSTED), choice(AT_ONCE)],
        photo: photo(look),
        identification: href(at.kind, Step::Identification, sag),
    };
    Page::new("ra/order.html", view)
}
