//! Errands at the counter: whatever action, with whatever documents, and on from the receipt.

use scraper::{ElementRef, Html};

use super::life::Life;
use super::{Errand, promises, told};
use crate::browser::{Visit, select, text_of};
use crate::guide::desk::{BLOCK_CARDS, Desk, HAND_OUT_CARD, ORDER, TEMPORARY};
use crate::people::Person;

const ACTIONS: [&str; 6] = [
    ORDER,
    BLOCK_CARDS,
    HAND_OUT_CARD,
    TEMPORARY,
    "/ra/vedligehold/spaer-adgangskode",
    "/ra/vedligehold/spaer-certifikat",
];

/// No citizen needs so many errands at once.
const LONGEST: usize = 8;

/// The values of the fields of a name that can be chosen.
pub fn values(html: &Html, fields: &str) -> Vec<String> {
    let open = |one: &ElementRef<'_>| one.attr("disabled").is_none();
    let fields = select(fields);
    let found = html.select(&fields).filter(open);
    found.filter_map(|one| one.attr("value").filter(|value| !value.is_empty()).map(str::to_owned)).collect()
}

/// The button that leads on from a page; none where there is nothing to do.
fn onward(page: &Visit<'_, '_>) -> Option<&'static str> {
    let html = page.html();
    let buttons: Vec<_> = html.select(&select("main button")).map(text_of).collect();
    ["Næste", "OK"].into_iter().find(|words| buttons.iter().any(|button| button == words))
}

/// Fills in whatever a page of an action asks, and sends it.
fn fills<'b, 's>(page: &Visit<'b, 's>, desk: &Desk<'_>, choice: usize, card: &str) -> Option<Visit<'b, 's>> {
    let (html, mut form) = (page.html(), page.form(onward(page)?));
    for (name, fields) in [
        ("cards", "input[name=cards]"),
        ("reason", "input[name=reason]"),
        ("new", "input[name=new]"),
        ("action", "select[name=action] option"),
        ("urgent", "input[name=urgent]"),
        ("asked", "input[name=asked]"),
        ("nemid", "input[name=nemid]"),
    ] {
        let offered = values(&html, fields);
        if !offered.is_empty() {
            form = form.tamper(name, &offered[choice % offered.len()]);
        }
    }
    if html.select(&select("input[name=card]")).next().is_some() {
        form = form.tamper("card", card);
    }
    if html.select(&select("input[name=serial]")).next().is_some() {
        form = form.tamper("serial", &desk.letter());
    }
    Some(form.submit())
}

/// From the choice of an action to its receipt; none where the rules say no.
fn signed<'b, 's>(
    page: &Visit<'b, 's>,
    desk: &Desk<'_>,
    citizen: &Person<'_>,
    choice: usize,
) -> Option<Visit<'b, 's>> {
    let attaches = page.body.contains("name=\"attach\"");
    let held = if attaches { citizen.open_cards() } else { Vec::new() };
    let cards = held.into_iter().chain([desk.card()]);
    let mut tried = cards.map_while(|card| fills(page, desk, choice, &card));
    let reading = tried.find(|page| page.path.contains("/underskriv?"))?;
    let receipt = reading.form("Underskriv").fill("Adgangskode", &desk.officer.password).submit();
    assert!(receipt.path.contains("/kvittering?"), "{}: {}", receipt.path, receipt.text());
    Some(receipt)
}

/// The number of the NemID that a receipt is about.
fn number_of(receipt: &Visit<'_, '_>) -> String {
    let text = receipt.text();
    let behind = text.split("NemID-nummer").skip(1).map(str::trim_start);
    let number =
        behind.filter_map(|rest| rest.get(..9)).find(|nine| nine.bytes().all(|b| b.is_ascii_digit()));
    number.unwrap_or_else(|| panic!("about which NemID?\n{text}")).to_owned()
}

/// Every button of a receipt leads to something that can be done, and one of them is done; gives the receipt of that.
fn keeps_its_offers<'b, 's>(
    receipt: &Visit<'b, 's>,
    desk: &Desk<'_>,
    citizen: &Person<'_>,
    choice: usize,
) -> Option<Visit<'b, 's>> {
    let offers = values(&receipt.html(), "button[name=next]");
    for offer in &offers {
        let next = leads(receipt, offer);
        assert!(onward(&next).is_some(), "{offer} leads nowhere: {}\n{}", next.text(), receipt.text());
    }
    let next = leads(receipt, offers.get(choice % offers.len().max(1))?);
    let done = signed(&next, desk, citizen, 0);
    Some(done.unwrap_or_else(|| panic!("{offers:?} fails: {}\n{}", next.text(), receipt.text())))
}

fn leads<'b, 's>(receipt: &Visit<'b, 's>, offer: &str) -> Visit<'b, 's> {
    let html = receipt.html();
    let button = html.select(&select(&format!("button[name=next][value={offer}]"))).next().unwrap();
    receipt.form(&text_of(button)).tamper("next", offer).submit()
}

/// An errand from the CPR number to what the citizen does after it.
pub fn plays(life: &mut Life<'_>, errand: &Errand) {
    let site = life.site;
    let (desk, citizen) = (site.desk(), life.person(errand.person));
    let shown: &[&str] = if errand.photo { &["Pas"] } else { &["Sundhedskort", "Betalingskort"] };
    let mut page = desk.serves(ACTIONS[errand.action], &citizen, shown);
    if page.path.contains("/nemid?") {
        let Some(chosen) = fills(&page, &desk, errand.choice, "") else { return };
        page = chosen;
    }
    let Some(mut receipt) = signed(&page, &desk, &citizen, errand.choice) else { return };
    for _ in 0..LONGEST {
        let number = number_of(&receipt);
        let promised = promises::read(life, &receipt, &citizen.name, Some(&number));
        life.is_promised(promised);
        let Some(next) = keeps_its_offers(&receipt, &desk, &citizen, errand.choice) else {
            if errand.obeys {
                told::does_as_told(life, &desk, &receipt, &citizen.name, &number);
            }
            return;
        };
        life.tally.offers += 1;
        receipt = next;
    }
    panic!("the receipts lead in a circle: {}", receipt.text());
}
