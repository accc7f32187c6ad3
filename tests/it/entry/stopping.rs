//! Rules 3.5.2: blocking by name and number is possible day and night, whatever others have reported before.

use rocket::http::Status;

use super::newcomer::NAME;
use crate::browser::{Browser, Form};
use crate::people::Person;
use crate::site::Site;

/// The form for blocking without a log-on, or the hotline's, filled in but for what, address and letter.
fn tells<'b, 's>(browser: &'b Browser<'s>, (path, button): (&str, &str), who: (&str, &str)) -> Form<'b, 's> {
    browser.open(path).form(button).fill("Navn", who.0).fill("CPR-nummer", who.1)
}

const PAGE: (&str, &str) = ("/spaer", "Spær nu");
const HOTLINE: (&str, &str) = ("/kontrolrum/hotline", "Ring og spær");
const CARDS: &str = "Nøglekort: mistet";
const PASSWORD: &str = "Adgangskoden: Andre kender den måske";

/// What a stranger is told who has a number, but not the name, so many times.
fn strangers(site: &Site, at: (&str, &str), cpr: &str, times: usize) -> Vec<(Status, String)> {
    let browser = site.browser();
    let told = (0..times).map(|_| tells(&browser, at, ("Bo Andersen", cpr)).tick(CARDS).submit());
    told.map(|page| (page.status, page.text())).collect()
}

fn password_is_blocked(person: &Person<'_>) -> bool {
    person.state() == "password_blocked"
}

#[test]
fn nobody_bars_the_block_of_another() {
    let site = Site::empty();
    let (signe, _) = site.activated_newcomer();
    let told = strangers(&site, PAGE, &signe.cpr, 12);
    assert!(told.iter().all(|one| *one == told[0] && one.0 == Status::Ok), "{told:?}");
    let page = tells(&signe.browser, PAGE, (NAME, &signe.cpr)).tick(CARDS).submit();
    assert_eq!((page.status, page.text()), told[0]);
    assert!(signe.open_cards().is_empty());
}

#[test]
fn the_hotline_listens_however_often_others_have_told_something_wrong() {
    let site = Site::empty();
    let (signe, _) = site.activated_newcomer();
    strangers(&site, PAGE, &signe.cpr, 60);
    let told = strangers(&site, HOTLINE, &signe.cpr, 60);
    assert!(told.iter().all(|one| *one == told[0] && one.0 == Status::Ok), "{:?}", told.last());
    let page = tells(&signe.browser, HOTLINE, (NAME, &signe.cpr)).tick(CARDS).submit();
    assert_eq!((page.status, page.text()), told[0]);
    assert!(signe.open_cards().is_empty());
}

#[test]
fn from_where_it_is_told_very_often_the_address_has_to_be_told_too() {
    let site = Site::empty();
    let (signe, _) = site.activated_newcomer();
    let told = strangers(&site, PAGE, "610772-1234", 51);
    assert!(told[..50].iter().all(|one| *one == told[0] && one.0 == Status::Ok), "{told:?}");
    let asked = &told[50];
    assert_eq!(asked.0, Status::UnprocessableEntity);
    assert!(asked.1.contains("Skriv også din adresse"), "{}", asked.1);
    let right = || tells(&signe.browser, PAGE, (NAME, &signe.cpr)).tick(CARDS);
    let page = right().submit();
    assert_eq!((page.status, page.text()), *asked, "strangers learn nothing from it");
    assert_eq!(signe.open_cards().len(), 1);
    let page = right().fill("Adresse", "Vestergade 9").submit();
    assert_eq!((page.status, page.text()), told[0]);
    assert_eq!(signe.open_cards().len(), 1);
    let page = right().fill("Adresse", "NYGADE 4 \u{2013} Fjordby.").submit();
    assert_eq!((page.status, page.text()), told[0]);
    assert!(signe.open_cards().is_empty(), "right particulars are never barred");
    site.clock_moves("days", 1);
    assert_eq!(strangers(&site, PAGE, "610772-1234", 1)[0], told[0], "each day begins anew");
}

#[test]
fn the_page_blocks_however_often_the_holder_has_told_before() {
    let site = Site::empty();
    let (signe, _) = site.activated_newcomer();
    let right = || tells(&signe.browser, PAGE, (NAME, &signe.cpr));
    for _ in 0..7 {
        right().tick(CARDS).submit().says("er der nu spærret");
    }
    right().tick(PASSWORD).submit().says("er der nu spærret");
    assert!(password_is_blocked(&signe));
    assert_eq!(signe.in_transit("pin_letter"), 1);
}

#[test]
fn letters_are_limited_a_day_and_blocks_are_not() {
    let site = Site::filled();
    let (desk, mut stine) = (site.desk(), site.named("Stine Udsen"));
    let card = stine.open_cards().remove(0);
    let before = stine.in_transit("pin_letter");
    for nth in 1..=6 {
        let page = site.browser();
        tells(&page, PAGE, (&stine.name, &stine.cpr)).tick(PASSWORD).submit().says("er der nu spærret");
        assert!(password_is_blocked(&stine), "the {nth}th block");
        assert_eq!(stine.in_transit("pin_letter") - before, nth.min(5));
        let digits = desk.issues(&stine, "Midlertidig kode til låst adgangskode");
        let (old, new) = (stine.password.clone(), format!("sommerbad {nth}{nth}"));
        stine.reopens(&digits, (Some(&old), &new), &card);
    }
}

#[test]
fn the_work_that_is_done_tells_nobody_who_has_two_nemids() {
    let site = Site::filled();
    let hashes = |name: &str, cpr: &str| {
        let before = site.app.hasher().ran();
        let browser = site.browser();
        tells(&browser, PAGE, (name, cpr)).tick(PASSWORD).submit().says("er der nu spærret");
        site.app.hasher().ran() - before
    };
    let (carsten, stine) = (site.cpr_of("Carsten Duus"), site.cpr_of("Stine Udsen"));
    assert_eq!(site.nemids_of("Carsten Duus").len(), 2);
    let told = [carsten.as_str(), stine.as_str(), "610772-1234"].map(|cpr| hashes("Bo Andersen", cpr));
    assert_eq!(told, [1, 1, 1]);
    hashes("Carsten Duus", &carsten);
    let blocked = site.nemids_of("Carsten Duus");
    assert!(blocked.iter().all(|one| one.password.block().is_some()), "both are blocked all the same");
}
