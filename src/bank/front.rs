//! The way to each bank's counter, and out of it.

use rocket::http::CookieJar;
use rocket::response::Redirect;
use rocket::{State, get, post};
use serde::Serialize;

use crate::web::answer::Answer;
use crate::web::desk_session::BankClerk;
use crate::web::forms::{Checked, NoFields};
use crate::web::page::Page;
use crate::web::session;
use rules::places;
use rules::places::BANKS;
use service::cases::access::audience::Audience;
use service::cases::app::App;

#[derive(Serialize)]
struct BanksView {
    banks: Vec<Bank>,
}

#[derive(Serialize)]
struct Bank {
    href: String,
    title: &'static str,
    business: bool,
}

/// The banks.
#[get("/bank")]
pub fn banks() -> Page {
    let bank = |place: places::Place| Bank {
        href: format!("/bank/{}", place.name),
        title: place.title,
        business: places::is_for_business(&place.word()),
    };
    Page::new("bank/banks.html", BanksView { banks: BANKS.into_iter().map(bank).collect() })
}

/// Ends the session at one bank's counter.
#[post("/bank/<_>/log-af", data = "<_sent>")]
pub async fn log_off(
    clerk: BankClerk,
    app: &State<App>,
    jar: &CookieJar<'_>,
    _sent: Checked<NoFields>,
) -> Result<Redirect, Answer> {
    let audience = Audience::BankCounter(clerk.bank.word());
    session::leave(app, jar, &audience, &clerk.desk.origin).await?;
    Ok(Redirect::to("/bank"))
}
