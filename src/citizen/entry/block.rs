//! Blocking without logging on, day and night (Rules 3.5.2).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::telling::StopForm;
use rules::blocking::What;
use service::cases::anonymous::block;
use service::cases::anonymous::block::BlockRequest;

#[derive(Serialize)]
struct StopView {
    form: Filled,
    once: String,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that may be blocked")]
struct StoppedView {
    /// Whether the password was blocked; then a temporary one is on its way.
    password: bool,
    letter: bool,
    cards: bool,
    tokens: bool,
    apps: bool,
}

const RECEIPT: &str = "/spaer/kvittering";

/// Asks what to block, and offers to change the password instead first.
#[get("/spaer")]
pub fn ask(at: Caller<'_>) -> Page {
    page(&at, Filled::blank())
}

/// Takes the form and blocks.
#[post("/spaer", data = "<sent>")]
pub async fn stop(at: Caller<'_>, sent: Checked<StopForm>) -> Handled {
    let again = |faults| Answer::again(page(&at, Filled::again(&*sent, faults)));
    let (reporter, request) = match sent.read() {
        Ok(told) => told,
        Err(faults) => return Ok(again(faults)),
    };
    match settle(block::block(at.app, reporter, request, &at.origin).await)? {
        Settled::Done(reported) => Ok(Answer::go(receipt_of(request, reported.letter))),
        Settled::Refused(refusal) => Ok(again(Faults::one("address", refusal))),
    }
}

/// The address of the receipt.
fn receipt_of(BlockRequest { what, .. }: BlockRequest, letter: bool) -> String {
    let cards_alone = what == What { cards: what.cards, ..What::default() };
    let named = [
        ("adgangskode", what.password.is_some()),
        ("brev", letter),
        ("noeglekort", what.cards.is_some() && !cards_alone),
        ("noegleviser", what.tokens.is_some()),
        ("noegleapp", what.apps.is_some()),
    ];
    let named: Vec<_> = named.into_iter().filter_map(|(name, is)| is.then_some(name)).collect();
    if named.is_empty() { RECEIPT.to_owned() } else { format!("{RECEIPT}?{}", named.join("&")) }
}

/// What a receipt is about. Without a word it is about cards.
#[derive(FromForm)]
pub struct Receipt<'r> {
    adgangskode: Option<&'r str>,
    brev: Option<&'r str>,
    noeglekort: Option<&'r str>,
    noegleviser: Option<&'r str>,
    noegleapp: Option<&'r str>,
}

/// The receipt: what is blocked now, if the details match somebody.
#[get("/spaer/kvittering?<about..>")]
pub fn receipt(about: Receipt<'_>) -> Page {
    let others = about.adgangskode.or(about.noegleviser).or(about.noegleapp).is_some();
    let view = StoppedView {
        password: about.adgangskode.is_some(),
        letter: about.brev.is_some(),
        cards: about.noeglekort.is_some() || !others,
        tokens: about.noegleviser.is_some(),
        apps: about.noegleapp.is_some(),
    };
    Page::new("citizen/entry/block_receipt.html", view)
}

fn page(at: &Caller<'_>, form: Filled) -> Page {
    let once = at.app.new_token().reveal();
    Page::new("citizen/entry/block.html", StopView { form, once })
}
