//! The papers of a site that is no bank: letters to read and texts to sign.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::provider::guard::Customer;
use crate::provider::look::SiteFrame;
use crate::provider::signing;
use crate::web::answer::Handled;
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

/// The letters of a site. Each is written once a year on a day of its own, the tax assessment in time to be
/// corrected before the first of May; only the newest is shown.
pub fn letters(site: &Site, now: Timestamp) -> Vec<Letter> {
    let letters: &[WrittenOn] = match site.kind {
        SiteKind::Public => &[WrittenOn("tax", 3, 1), WrittenOn("parking", 2, 15)],
        SiteKind::Private => &[WrittenOn("policy", 1, 17)],
        _ => &[],
    };
    let today = calendar::danish_date(now);
    letters.iter().map(|letter| letter.newest(today)).collect()
}

/// A letter that is written once a year: its code, and the month and day.
struct WrittenOn(&'static str, i8, i8);

impl WrittenOn {
    /// The newest letter that was not written after `today`.
    fn newest(&self, today: Date) -> Letter {
        let &Self(code, month, day) = self;
        let this_year = date(today.year(), month, day);
        let written = if this_year <= today { this_year } else { date(today.year() - 1, month, day) };
        Letter { code, day: written.to_string() }
    }
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

#[get("/tjenester/<_>/breve/<code>")]
pub async fn letter(customer: Customer<'_>, code: &str) -> Handled {
    let visit = visit::of(customer.caller.app, customer.site, customer.who.nemid).await?;
    let letter = letters(customer.site, visit.now).into_iter().find(|letter| letter.code == code);
    let letter = letter.ok_or(Status::NotFound)?;
    let name = visit.claims.name.to_string();
    let view = LetterView { site: SiteFrame::for_customer(&customer), letter, name };
    Ok(Page::new("provider/letter.html", view).into())
}

/// Shows one of the texts for signing, in the language of the page.
#[post("/tjenester/<_>/papirer/<code>", data = "<_sent>")]
pub async fn prepare(
    customer: Customer<'_>,
    code: &str,
    _sent: Checked<NoFields>,
    language: Language,
) -> Handled {
    let visit = visit::of(customer.caller.app, customer.site, customer.who.nemid).await?;
    let papers = offered(customer.site);
    let paper = papers.iter().find(|paper| paper.code == code).ok_or(Status::NotFound)?;
    let text = Text::new(format!("site-paper-{}-text", paper.code))
        .with("name", visit.claims.name.to_string())
        .with("site", customer.site.place.title)
        .with("day", calendar::danish_date(visit.now));
    let title = Text::new(format!("site-paper-{}-title", paper.code)).say(language);
    signing::put_before(&customer, Draft { title, text: text.say(language), payment: None }).await
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
