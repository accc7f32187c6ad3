//! The links to each bank's counter.

use rocket::get;
use serde::Serialize;

use crate::web::page::Page;
use rules::places;
use rules::places::BANKS;

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

#[get("/bank")]
pub fn banks() -> Page {
    let bank = |place: places::Place| Bank {
        href: format!("/bank/{}", place.name),
        title: place.title,
        business: places::is_for_business(&place.word()),
    };
    Page::new("bank/banks.html", BanksView { banks: BANKS.into_iter().map(bank).collect() })
}
