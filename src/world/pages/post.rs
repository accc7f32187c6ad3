//! A letter on its way: it can be delayed, get lost and be found again (Guide 3.1.1).

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields};
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::pages::page_of;
use crate::world::view;
use rules::calendar;
use rules::post::{LetterState, Mishap, MishapRefusal};
use rules::words::as_on_a_keyboard;
use service::cases::world::letter_box::Letter;
use service::cases::world::mishaps::PostRefusal;
use service::cases::world::{mishaps, register};

/// How many days later it comes.
#[derive(FromForm, Serialize)]
pub struct DelayForm {
    days: String,
}

#[derive(Serialize)]
struct PostPage {
    back: String,
    reader: String,
    kind: Text,
    purpose: Option<Text>,
    posted: String,
    arrives: String,
    lost: bool,
    id: i64,
    /// The address of the letter.
    at: String,
    form: Filled,
}

/// The letter, and what can happen to it. One that has come is shown on its recipient's page.
#[get("/breve/<id>/post")]
pub async fn show(inside: Inside, id: i64) -> Handled {
    let letter = letter(&inside, id).await?;
    match letter.state {
        LetterState::InTransit | LetterState::Lost => {
            Ok(page(&inside, &letter, Filled::blank()).await?.into())
        }
        LetterState::Delivered | LetterState::Opened => Ok(back(&letter)),
    }
}

/// Lets it come later.
#[post("/breve/<id>/post", data = "<sent>")]
pub async fn delay(inside: Inside, id: i64, sent: Checked<DelayForm>) -> Handled {
    // What is no number is none of the days from 1 to 365.
    let days = as_on_a_keyboard(&sent.days).trim().parse().unwrap_or_default();
    match settle(mishaps::happens(&inside.app, id, Mishap::Delayed { days }).await)? {
        Settled::Refused(refusal @ PostRefusal::Rule(MishapRefusal::Days)) => {
            let form = Filled::again(&*sent, Faults::one("days", refusal));
            Ok(Answer::again(page(&inside, &letter(&inside, id).await?, form).await?))
        }
        settled => ended(&inside, id, settled).await,
    }
}

/// Lets it get lost.
#[post("/breve/<id>/tab", data = "<_sent>")]
pub async fn lose(inside: Inside, id: i64, _sent: Checked<NoFields>) -> Handled {
    let settled = settle(mishaps::happens(&inside.app, id, Mishap::Lost).await)?;
    ended(&inside, id, settled).await
}

/// Lets it be found.
#[post("/breve/<id>/find", data = "<_sent>")]
pub async fn find(inside: Inside, id: i64, _sent: Checked<NoFields>) -> Handled {
    let settled = settle(mishaps::happens(&inside.app, id, Mishap::Found).await)?;
    ended(&inside, id, settled).await
}

/// Back to the letter box, which shows the letter as it is now, whatever another window did to it.
async fn ended(inside: &Inside, id: i64, settled: Settled<Letter, PostRefusal>) -> Handled {
    match settled {
        Settled::Done(letter) => Ok(back(&letter)),
        Settled::Refused(PostRefusal::NotThere) => Err(Status::NotFound.into()),
        Settled::Refused(PostRefusal::Rule(_)) => Ok(back(&letter(inside, id).await?)),
    }
}

fn back(letter: &Letter) -> Answer {
    Answer::go(page_of(letter.citizen))
}

async fn letter(inside: &Inside, id: i64) -> Result<Letter, Answer> {
    settle(mishaps::letter(&inside.app, id).await)?.done().map_err(|_| Status::NotFound.into())
}

async fn page(inside: &Inside, letter: &Letter, form: Filled) -> Result<Page, Answer> {
    let reader = register::person(&inside.app, letter.citizen).await?.ok_or(Status::NotFound)?;
    let view = PostPage {
        back: page_of(letter.citizen),
        reader: reader.citizen.name.to_string(),
        kind: view::letter_kind(letter.kind),
        purpose: view::letter_purpose(letter.purpose),
        posted: calendar::danish_date(letter.posted).to_string(),
        arrives: calendar::danish_date(letter.arrives).to_string(),
        lost: letter.state == LetterState::Lost,
        id: letter.id,
        at: format!("/kontrolrum/breve/{}", letter.id),
        form,
    };
    Ok(Page::new("world/post.html", view))
}
