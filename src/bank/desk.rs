//! A bank's own counter: it issues NemIDs for its netbank, helps and blocks its customers, and moves its agreement to
//! another NemID of the same person (DOMAIN 4, Guide 3.1.5).

use std::sync::Arc;

use rocket::{State, get, post};

use crate::cases::house::House;
use crate::web::answer::Answer;
use crate::web::desk::{self, ChoiceForm, FindForm, NemIdForm, SigningForm};
use crate::web::desk_session::BankClerk;
use crate::web::forms::Checked;
use crate::web::language::Language;
use crate::web::page::Page;

type Shown = Result<Page, Answer>;

/// The front page.
#[get("/bank/<_>")]
pub fn front(clerk: BankClerk) -> Page {
    desk::front(&clerk.into())
}

/// Looks somebody up.
#[post("/bank/<_>", data = "<sent>")]
pub async fn find(clerk: BankClerk, house: &State<Arc<House>>, sent: Checked<FindForm>) -> Shown {
    desk::find(house, &clerk.into(), &sent).await
}

/// The person and what can be done.
#[get("/bank/<_>/sag/<id>")]
pub async fn errand(clerk: BankClerk, house: &State<Arc<House>>, id: &str, language: Language) -> Shown {
    desk::errand(house, &clerk.into(), id, language).await
}

/// Chooses a NemID.
#[post("/bank/<_>/sag/<id>/nemid", data = "<sent>")]
pub async fn choose_nemid(
    clerk: BankClerk,
    house: &State<Arc<House>>,
    id: &str,
    sent: Checked<NemIdForm>,
) -> Shown {
    desk::choose_nemid(house, &clerk.into(), id, &sent).await
}

/// Asks what has to be chosen.
#[get("/bank/<_>/sag/<id>/valg/<kind>")]
pub async fn ask(
    clerk: BankClerk,
    house: &State<Arc<House>>,
    id: &str,
    kind: &str,
    language: Language,
) -> Shown {
    desk::ask(house, &clerk.into(), (id, kind), language).await
}

/// Chooses it.
#[post("/bank/<_>/sag/<id>/valg/<kind>", data = "<sent>")]
pub async fn choose(
    clerk: BankClerk,
    house: &State<Arc<House>>,
    id: &str,
    kind: &str,
    sent: Checked<ChoiceForm>,
    language: Language,
) -> Shown {
    desk::choose(house, &clerk.into(), (id, kind), &sent, language).await
}

/// Shows what is to be signed.
#[get("/bank/<_>/sag/<id>/underskriv")]
pub async fn read(clerk: BankClerk, house: &State<Arc<House>>, id: &str, language: Language) -> Shown {
    desk::read(house, &clerk.into(), id, language).await
}

/// Signs it.
#[post("/bank/<_>/sag/<id>/underskriv", data = "<sent>")]
pub async fn sign(
    clerk: BankClerk,
    house: &State<Arc<House>>,
    id: &str,
    sent: Checked<SigningForm>,
    language: Language,
) -> Shown {
    desk::sign(house, &clerk.into(), id, &sent, language).await
}

/// What was signed here.
#[get("/bank/<_>/journal?<side>")]
pub async fn journal(clerk: BankClerk, house: &State<Arc<House>>, side: Option<u32>) -> Shown {
    desk::journal(house, &clerk.into(), side).await
}
