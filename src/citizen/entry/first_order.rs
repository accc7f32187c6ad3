//! The order of a first NemID.

use std::fmt::Write as _;

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Faults, Filled, optional};
use crate::web::page::Page;
use rules::order::OrderRefusal;
use rules::words::{Contact, CprNumber, DocumentNumber, Email, Mobile, PersonName};
use service::cases::anonymous::first_order;
use service::cases::anonymous::first_order::{FirstOrderRefusal, Ordered, Orderer};
use service::cases::app::Token;

#[derive(FromForm, Serialize)]
pub struct OrderForm {
    name: String,
    cpr: String,
    document: String,
    email: String,
    mobile: String,
    beside: bool,
    #[serde(skip)]
    once: Option<String>,
}

#[derive(Serialize)]
struct OrderView {
    form: Filled,
    once: String,
}

#[derive(Serialize)]
struct OrderedView {
    card: Option<String>,
    pin_letter: Option<String>,
}

/// Asks for the details.
#[get("/bestil")]
pub fn ask(at: Caller<'_>) -> Page {
    page(&at, Filled::blank())
}

/// Takes the order.
#[post("/bestil", data = "<sent>")]
pub async fn order(at: Caller<'_>, sent: Checked<OrderForm>) -> Handled {
    let again = |faults| page(&at, Filled::again(&*sent, faults));
    let orderer = match read(&sent) {
        Ok(orderer) => orderer,
        Err(faults) => return Ok(Answer::again(again(faults))),
    };
    match settle(first_order::order(at.app, orderer, &at.origin).await)? {
        Settled::Done(ordered) => Ok(Answer::go(receipt_of(ordered))),
        Settled::Refused(refusal) => {
            let faults = match refusal {
                FirstOrderRefusal::Order(OrderRefusal::HasOneToAttachTo) => Faults::one("beside", refusal),
                _ => Faults::of_refusal("name", &refusal, refusal),
            };
            Ok(Answer::refused(again(faults), &refusal))
        }
    }
}

/// The receipt: the days on which the letters arrive.
#[get("/bestil/kvittering?<kort>&<pin>")]
pub fn receipt(kort: Option<&str>, pin: Option<&str>) -> Page {
    let day = |text: Option<&str>| {
        text.and_then(|text| text.parse::<jiff::civil::Date>().ok()).map(|day| day.to_string())
    };
    let view = OrderedView { card: day(kort), pin_letter: day(pin) };
    Page::new("citizen/entry/first_order_receipt.html", view)
}

/// The days are in the address, so that the receipt can be read again; they reveal nothing about the person.
fn receipt_of(ordered: Ordered) -> String {
    let mut address = "/bestil/kvittering".to_owned();
    let _ = write!(address, "?kort={}&pin={}", ordered.card, ordered.pin_letter);
    address
}

fn read(sent: &OrderForm) -> Result<Orderer, Faults> {
    let mut faults = Faults::default();
    let name = faults.take("name", PersonName::parse(&sent.name));
    let cpr = faults.take("cpr", CprNumber::parse(&sent.cpr));
    let document = faults.take("document", DocumentNumber::parse(&sent.document));
    let email = faults.take("email", optional(&sent.email, Email::parse));
    let mobile = faults.take("mobile", optional(&sent.mobile, Mobile::parse));
    match (name, cpr, document, email, mobile) {
        (Some(name), Some(cpr), Some(document), Some(email), Some(mobile)) => {
            let shown_with = sent.once.as_deref().and_then(Token::parse);
            let (contact, beside) = (Contact { email, mobile }, sent.beside);
            Ok(Orderer { name, cpr, document, contact, beside, shown_with })
        }
        _ => Err(faults),
    }
}

fn page(at: &Caller<'_>, form: Filled) -> Page {
    let once = at.app.new_token().reveal();
    Page::new("citizen/entry/first_order.html", OrderView { form, once })
}
