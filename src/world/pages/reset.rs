//! `/kontrolrum/nulstil`: the question before the world begins anew, and its answer (D34).

use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, NoFields};
use crate::web::page::Page;
use crate::world::gate::Inside;
use service::cases::open;
use service::cases::seed;
use service::cases::seed::SeedError;

#[derive(Serialize)]
struct ResetView {
    starts: String,
}

/// Asks.
#[get("/nulstil")]
pub fn ask(_inside: Inside) -> Page {
    Page::new("world/reset.html", ResetView { starts: open::world_starts().to_string() })
}

/// Begins the world anew.
#[post("/nulstil", data = "<_sent>")]
pub async fn begin_anew(inside: Inside, at: Caller<'_>, _sent: Checked<NoFields>) -> Handled {
    let begun = seed::begin_anew(&inside.app, &at.origin).await.map_err(SeedError::told);
    settle(begun)?;
    Ok(Answer::go("/kontrolrum"))
}
