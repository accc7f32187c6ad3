//! *Bestil NemID* (Guide 2.1): what can be ordered depends on what the person has, so the page is a look-up
//! too.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::{Choosing, photo};
use crate::ra::counter::{Around, AtDesk, Served, Step, next};
use crate::web::answer::Handled;
use crate::web::desk::words::{NemIdRow, no_new_nemid};
use crate::web::forms::{Checked, Choice, Faults, Filled, optional};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::order;
use rules::order::Situation;
use rules::words::{Contact, Email, KeyCardNumber, Mobile};
use service::cases::desk::{Action, ErrandSnapshot};

const EXISTING: &str = "existing";
const NEW: &str = "new";
const AT_ONCE: &str = "at-once";
const POSTED: &str = "posted";
const ONE_TIME_KEYS: &str = "otp";

/// The form. Its fields depend on the situation.
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
    /// `already`, `attach` or `new` (Guide 2.1); `new-again` where all earlier NemIDs of the person have
    /// ended.
    situation: &'static str,
    found: Vec<NemIdRow>,
    /// What to tell a person whose netbank uses another NemID than the public one (Guide 3.1.5).
    ask_bank: Option<Text>,
    /// Why the person can't have a NemID (D16).
    refusal: Option<Text>,
    attach: Vec<Choice>,
    solutions: Vec<Choice>,
    how: Vec<Choice>,
    /// Whether a photo was shown, so that a card can be handed out at once.
    photo: bool,
    identification: String,
}

/// Shows what the person has, and what can be ordered.
#[get("/valg")]
pub async fn ask(at: AtDesk) -> Handled {
    choosing::ask::<OrderForm>(at).await
}

/// Goes on to the signature.
#[post("/valg", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<OrderForm>) -> Handled {
    choosing::choose(at, &*sent).await
}

impl Choosing for OrderForm {
    /// The known contact details, and what the guide preselects.
    fn known(snapshot: &ErrandSnapshot) -> Self {
        let contact = known_contact(snapshot);
        let (attach, how, card) = match &snapshot.errand.action {
            Some(Action::Attach { card, .. }) => (EXISTING, AT_ONCE, Some(*card)),
            Some(Action::OrderNew { card: None, .. }) => (NEW, POSTED, None),
            Some(Action::OrderNew { card, .. }) => (NEW, AT_ONCE, *card),
            _ => (EXISTING, if photo(snapshot) { AT_ONCE } else { POSTED }, None),
        };
        Self {
            email: contact.email.map(|email| email.to_string()).unwrap_or_default(),
            mobile: contact.mobile.map(|mobile| mobile.to_string()).unwrap_or_default(),
            attach: Some(attach.to_owned()),
            solution: Some(ONE_TIME_KEYS.to_owned()),
            how: Some(how.to_owned()),
            card: card.map(|card| card.to_string()).unwrap_or_default(),
        }
    }

    fn action(&self, served: &Served, faults: &mut Faults) -> Option<Action> {
        let snapshot = &served.snapshot;
        let email = faults.take("email", optional(&self.email, Email::parse));
        let mobile = faults.take("mobile", optional(&self.mobile, Mobile::parse));
        let offers_existing =
            matches!(order::situation(&snapshot.found, snapshot.now), Situation::CanAttach { .. });
        let existing = match (offers_existing, self.attach.as_deref()) {
            (true, Some(NEW)) | (false, _) => Some(false),
            (true, Some(EXISTING)) => Some(true),
            (true, _) => faults.take("attach", Err(Text::new("fault-no-attachment-chosen"))),
        };
        let posted = existing == Some(false) && self.how.as_deref() == Some(POSTED);
        let number = (!posted).then(|| KeyCardNumber::parse(&self.card)).transpose();
        let card = faults.take("card", number);
        let contact = Contact { email: email?, mobile: mobile? };
        match (existing?, card?) {
            (true, Some(card)) => Some(Action::Attach { card, contact }),
            (_, card) => Some(Action::OrderNew { card, contact }),
        }
    }

    fn page(served: &Served, form: Filled) -> Page {
        let (snapshot, language) = (&served.snapshot, served.language);
        let choice = |value: &str| Choice::new(value, Text::new(format!("order-{value}")).say(language));
        let situation = order::situation(&snapshot.found, snapshot.now);
        let view = OrderView {
            around: Around::of(served, Step::Choice),
            form,
            found: snapshot
                .found
                .iter()
                .map(|one| NemIdRow::at_counter(one, language, snapshot.now))
                .collect(),
            ask_bank: next::ask_about_two(&snapshot.found),
            refusal: refusal(snapshot, &situation),
            situation: match situation {
                Situation::AlreadyPublic { .. } => "already",
                Situation::CanAttach { .. } => "attach",
                Situation::MakeNew if snapshot.found.is_empty() => "new",
                Situation::MakeNew => "new-again",
            },
            attach: vec![choice(EXISTING), choice(NEW)],
            solutions: vec![choice(ONE_TIME_KEYS)],
            how: vec![choice(POSTED), choice(AT_ONCE)],
            photo: photo(snapshot),
            identification: served.href(Step::Identification),
        };
        Page::new("ra/order.html", view)
    }
}

/// The contact details typed before, otherwise those of an open NemID.
fn known_contact(snapshot: &ErrandSnapshot) -> Contact {
    if let Some(Action::Attach { contact, .. } | Action::OrderNew { contact, .. }) = &snapshot.errand.action {
        return contact.clone();
    }
    let open = snapshot.found.iter().find(|one| one.state.is_open());
    open.map(|one| one.contact.clone()).unwrap_or_default()
}

/// Why the person can't have a NemID (D16).
fn refusal(snapshot: &ErrandSnapshot, situation: &Situation) -> Option<Text> {
    if matches!(situation, Situation::AlreadyPublic { .. }) {
        return None;
    }
    no_new_nemid(snapshot)
}
