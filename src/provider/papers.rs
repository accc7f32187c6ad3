//! What a site that is no bank has lying ready: letters to read and texts to sign.

use jiff::{SignedDuration, Timestamp};
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{get, post};
use serde::Serialize;

use super::at;
use super::guard::{Customer, OpenHouse};
use super::look::Look;
use super::signing;
use crate::cases::provider::signing::Draft;
use crate::cases::provider::sites::Site;
use crate::cases::provider::visit;
use crate::rules::calendar;
use crate::rules::providers::SiteKind;
use crate::web::answer::Answer;
use crate::web::forms::{Checked, NoFields};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

/// A letter, as a list shows it.
#[derive(Serialize)]
pub struct Letter {
    /// The middle of its texts' keys, and the end of its address.
    code: &'static str,
    /// When it was written.
    day: String,
}

/// A text that can be signed here.
#[derive(Serialize)]
pub struct Paper {
    code: &'static str,
}

/// The letters of a site: each is so many days old whenever one looks.
pub fn letters(site: &Site, now: Timestamp) -> Vec<Letter> {
    let letters: &[(&'static str, i64)] = match site.kind {
        SiteKind::Public => &[("tax", 9), ("parking", 31)],
        SiteKind::Private => &[("policy", 17)],
        _ => &[],
    };
    let day = |days| calendar::danish_date(now - SignedDuration::from_hours(24 * days)).to_string();
    letters.iter().map(|&(code, days)| Letter { code, day: day(days) }).collect()
}

/// The texts that can be signed at a site.
pub fn offered(site: &Site) -> Vec<Paper> {
    match site.kind {
        SiteKind::Public => vec![Paper { code: "parking-permit" }, Paper { code: "moving" }],
        SiteKind::Private => vec![Paper { code: "contents-insurance" }],
        _ => Vec::new(),
    }
}

#[derive(Serialize)]
struct LetterView {
    site: Look,
    letter: Letter,
    name: String,
}

/// One letter.
#[get("/tjenester/<_>/breve/<code>")]
pub async fn letter(customer: Customer, code: &str, house: &OpenHouse) -> Result<Page, Answer> {
    let visit = visit::of(house, customer.site, customer.nemid).await?;
    let letter = letters(customer.site, visit.now).into_iter().find(|letter| letter.code == code);
    let letter = letter.ok_or(Status::NotFound)?;
    let name = visit.told.name.to_string();
    Ok(Page::new("provider/letter.html", LetterView { site: Look::for_customer(&customer), letter, name }))
}

/// Puts one of the texts before the visitor, in the language of the page.
#[post("/tjenester/<_>/papirer/<code>", data = "<_sent>")]
pub async fn prepare(
    customer: Customer,
    code: &str,
    _sent: Checked<NoFields>,
    house: &OpenHouse,
    language: Language,
) -> Result<Redirect, Answer> {
    let visit = visit::of(house, customer.site, customer.nemid).await?;
    let papers = offered(customer.site);
    let paper = papers.iter().find(|paper| paper.code == code).ok_or(Status::NotFound)?;
    let text = Text::new(format!("site-paper-{}-text", paper.code))
        .with("name", visit.told.name.to_string())
        .with("site", customer.site.place.title)
        .with("day", calendar::danish_date(visit.now));
    let title = Text::new(format!("site-paper-{}-title", paper.code)).say(language);
    let id = signing::put_before(&customer, Draft { title, text: text.say(language), payment: None }, house)
        .await?;
    Ok(Redirect::to(format!("{}/dokumenter/{id}", at(customer.site.place.name))))
}
