//! What a site that is no bank has lying ready: letters to read and texts to sign.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{get, post};
use serde::Serialize;

use crate::provider::guard::{Customer, OpenApp};
use crate::provider::look::SiteFrame;
use crate::provider::{at, signing};
use crate::web::answer::Answer;
use crate::web::forms::{Checked, NoFields};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::calendar;
use rules::sites::{Site, SiteKind};
use service::cases::sites::signing::Draft;
use service::cases::sites::visit;

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

/// The letters of a site. Each is written once a year on a day of its own, the tax assessment in time to be corrected
/// before the first of May; one finds the newest.
pub fn letters(site: &Site, now: Timestamp) -> Vec<Letter> {
    let letters: &[(&'static str, (i8, i8))] = match site.kind {
        SiteKind::Public => &[("tax", (3, 1)), ("parking", (2, 15))],
        SiteKind::Private => &[("policy", (1, 17))],
        _ => &[],
    };
    let today = calendar::danish_date(now);
    let letter = |&(code, day)| Letter { code, day: last(day, today).to_string() };
    letters.iter().map(letter).collect()
}

/// The last such day of a year that is not after `today`.
fn last((month, day): (i8, i8), today: Date) -> Date {
    let this_year = date(today.year(), month, day);
    if this_year <= today { this_year } else { date(today.year() - 1, month, day) }
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
    site: SiteFrame,
    letter: Letter,
    name: String,
}

/// One letter.
#[get("/tjenester/<_>/breve/<code>")]
pub async fn letter(customer: Customer, code: &str, app: &OpenApp) -> Result<Page, Answer> {
    let visit = visit::of(app, customer.site, customer.nemid).await?;
    let letter = letters(customer.site, visit.now).into_iter().find(|letter| letter.code == code);
    let letter = letter.ok_or(Status::NotFound)?;
    let name = visit.claims.name.to_string();
    Ok(Page::new(
        "provider/letter.html",
        LetterView { site: SiteFrame::for_customer(&customer), letter, name },
    ))
}

/// Puts one of the texts before the visitor, in the language of the page.
#[post("/tjenester/<_>/papirer/<code>", data = "<_sent>")]
pub async fn prepare(
    customer: Customer,
    code: &str,
    _sent: Checked<NoFields>,
    app: &OpenApp,
    language: Language,
) -> Result<Redirect, Answer> {
    let visit = visit::of(app, customer.site, customer.nemid).await?;
    let papers = offered(customer.site);
    let paper = papers.iter().find(|paper| paper.code == code).ok_or(Status::NotFound)?;
    let text = Text::new(format!("site-paper-{}-text", paper.code))
        .with("name", visit.claims.name.to_string())
        .with("site", customer.site.place.title)
        .with("day", calendar::danish_date(visit.now));
    let title = Text::new(format!("site-paper-{}-title", paper.code)).say(language);
    let id =
        signing::put_before(&customer, Draft { title, text: text.say(language), payment: None }, app).await?;
    Ok(Redirect::to(format!("{}/dokumenter/{id}", at(customer.site.place.name))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(site: &str, now: &str) -> Vec<String> {
        let site = Site::named(site).unwrap();
        letters(site, now.parse().unwrap()).into_iter().map(|letter| letter.day).collect()
    }

    #[test]
    fn a_letter_keeps_its_day_until_the_next_years_comes() {
        assert_eq!(days("borgerportalen", "2019-03-04T09:00:00Z"), ["2019-03-01", "2019-02-15"]);
        assert_eq!(days("borgerportalen", "2022-09-14T09:00:00Z"), ["2022-03-01", "2022-02-15"]);
        assert_eq!(days("borgerportalen", "2023-02-28T09:00:00Z"), ["2022-03-01", "2023-02-15"]);
        assert_eq!(days("forsikringshuset", "2023-01-16T22:59:59Z"), ["2022-01-17"]);
        assert_eq!(days("forsikringshuset", "2023-01-16T23:00:00Z"), ["2023-01-17"]);
    }
}
