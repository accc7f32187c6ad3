//! Errands at a bank's and at the operator's desk: whatever is offered there can be signed, and so can what is offered
//! afterwards.

use rocket::http::Status;

use super::counter::values;
use super::life::Life;
use super::{Errand, promises};
use crate::browser::{Visit, select};
use crate::desks::Serving;

/// What ends everything leaves nothing to promise.
const ENDS: [&str; 2] = ["spaer-nemid", "doedsfald"];

/// Where the offers of an errand lead.
fn offers(page: &Visit<'_, '_>) -> Vec<String> {
    let html = page.html();
    let links = select("main a[href*='/valg/']");
    let all = html.select(&links).map(|link| link.attr("href").unwrap().to_owned());
    all.filter(|href| !ENDS.iter().any(|end| href.contains(end))).collect()
}

/// Ties a bank's agreement to the customer's other NemID, of which the bank knows nothing beforehand (Rules 4.1): the first
/// of the customer's numbers that it takes, if it takes one.
fn ties<'s, 'p>(at: &'p Serving<'s>, offer: &str, numbers: &[String]) -> Option<Visit<'p, 's>> {
    let page = at.person.browser.open(offer);
    let mut told = numbers.iter().map(|number| page.tells_bank(number));
    told.find(|told| told.status == Status::Ok).map(|reading| at.signs(&reading))
}

/// Chooses, reads and signs; an offer is there only where that succeeds.
fn signs<'s, 'p>(at: &'p Serving<'s>, offer: &str, errand: &Errand) -> Visit<'p, 's> {
    let page = at.person.browser.open(offer);
    let (html, mut form) = (page.html(), page.form("Næste"));
    for name in ["reason", "action", "to", "cards"] {
        let offered = values(&html, &format!("input[name={name}]"));
        if !offered.is_empty() {
            form = form.tamper(name, &offered[errand.choice % offered.len()]);
        }
    }
    if html.select(&select("input[name=telephone]")).next().is_some() {
        form = form.tamper("telephone", &format!("4{:07}", errand.later.unsigned_abs() % 10_000_000));
    }
    let reading = form.submit();
    reading.says("Læs og underskriv");
    let done = at.signs(&reading);
    done.says("Hvad skal der ske?").says("i journalen");
    done
}

/// The number of the NemID that an errand is about.
fn chosen(page: &Visit<'_, '_>) -> Option<String> {
    let text = page.text();
    let rest = text.split("NemID-nummer").skip(1).map(str::trim_start);
    let numbers: Vec<_> = rest.filter_map(|rest| rest.get(..9)).collect();
    numbers.into_iter().find(|nine| nine.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned)
}

fn plays(life: &mut Life<'_>, errand: &Errand, at: &Serving<'_>) {
    let citizen = life.person(errand.person);
    let mut page = at.finds(&citizen.cpr);
    if page.text().contains("Vælg et af personens NemID først") {
        let numbers = values(&page.html(), "input[name=nemid]");
        let number = numbers[errand.choice % numbers.len()].clone();
        page = page.form(&format!("Vælg {number}")).submit();
    }
    for step in 0..2 {
        let offered = offers(&page);
        if offered.is_empty() {
            return;
        }
        for offer in &offered {
            let choice = at.person.browser.open(offer);
            assert!(choice.path == *offer && choice.body.contains("Næste"), "{offer}: {}", choice.text());
        }
        let offer = &offered[(errand.action + step) % offered.len()];
        page = if offer.ends_with("/valg/tilknyt") {
            let nemids = life.site.nemids_of(&citizen.name);
            let numbers: Vec<_> = nemids.iter().map(|nemid| nemid.number.to_string()).collect();
            let Some(done) = ties(at, offer, &numbers) else { return };
            done.says("Bankaftalen er tilknyttet");
            done
        } else {
            signs(at, offer, errand)
        };
        let promised = promises::read(life, &page, &citizen.name, chosen(&page).as_deref());
        life.is_promised(promised);
        life.tally.offers += step;
    }
}

pub fn at_the_bank(life: &mut Life<'_>, errand: &Errand) {
    let site = life.site;
    plays(life, errand, &site.clerk(["fjordbanken", "hedebanken"][errand.choice % 2]));
}

pub fn at_the_operators(life: &mut Life<'_>, errand: &Errand) {
    let site = life.site;
    plays(life, errand, &site.operator());
}
