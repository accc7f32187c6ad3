//! The operator's desk: somebody is looked up, and what the rules allow is read and signed (Rules 3.5.3, 4.3).

use std::sync::Arc;

use rocket::{State, get, post};

use crate::cases::house::House;
use crate::web::answer::Answer;
use crate::web::desk::{self, ChoiceForm, FindForm, NemIdForm, SigningForm};
use crate::web::desk_session::Operator;
use crate::web::forms::Checked;
use crate::web::language::Language;
use crate::web::page::Page;

type Shown = Result<Page, Answer>;

/// The front page.
#[get("/operatoer")]
pub fn front(operator: Operator) -> Page {
    desk::front(&operator.into())
}

/// Looks somebody up.
#[post("/operatoer", data = "<sent>")]
pub async fn find(operator: Operator, house: &State<Arc<House>>, sent: Checked<FindForm>) -> Shown {
    desk::find(house, &operator.into(), &sent).await
}

/// The person and what can be done.
#[get("/operatoer/sag/<id>")]
pub async fn errand(operator: Operator, house: &State<Arc<House>>, id: &str, language: Language) -> Shown {
    desk::errand(house, &operator.into(), id, language).await
}

/// Chooses a NemID.
#[post("/operatoer/sag/<id>/nemid", data = "<sent>")]
pub async fn choose_nemid(
    operator: Operator,
    house: &State<Arc<House>>,
    id: &str,
    sent: Checked<NemIdForm>,
) -> Shown {
    desk::choose_nemid(house, &operator.into(), id, &sent).await
}

/// Asks what has to be chosen.
#[get("/operatoer/sag/<id>/valg/<kind>")]
pub async fn ask(
    operator: Operator,
    house: &State<Arc<House>>,
    id: &str,
    kind: &str,
    language: Language,
) -> Shown {
    desk::ask(house, &operator.into(), (id, kind), language).await
}

/// Chooses it.
#[post("/operatoer/sag/<id>/valg/<kind>", data = "<sent>")]
pub async fn choose(
    operator: Operator,
    house: &State<Arc<House>>,
    id: &str,
    kind: &str,
    sent: Checked<ChoiceForm>,
    language: Language,
) -> Shown {
    desk::choose(house, &operator.into(), (id, kind), &sent, language).await
}

/// Shows what is to be signed.
#[get("/operatoer/sag/<id>/underskriv")]
pub async fn read(operator: Operator, house: &State<Arc<House>>, id: &str, language: Language) -> Shown {
    desk::read(house, &operator.into(), id, language).await
}

/// Signs it.
#[post("/operatoer/sag/<id>/underskriv", data = "<sent>")]
pub async fn sign(
    operator: Operator,
    house: &State<Arc<House>>,
    id: &str,
    sent: Checked<SigningForm>,
    language: Language,
) -> Shown {
    desk::sign(house, &operator.into(), id, &sent, language).await
}

/// What was signed here.
#[get("/operatoer/journal?<side>")]
pub async fn journal(operator: Operator, house: &State<Arc<House>>, side: Option<u32>) -> Shown {
    desk::journal(house, &operator.into(), side).await
}
