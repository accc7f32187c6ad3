//! Rules 3.1: a person who orders a first NemID gives complete and correct particulars: name, CPR-nummer and
//! document belong together.

use crate::entry::newcomer::{NAME, PASSPORT};
use crate::site::Site;

#[test]
fn an_order_is_for_who_shows_name_number_and_document_and_says_no_more_to_others() {
    let site = Site::empty();
    let signe = site.newcomer();
    let order = |name: &str, cpr: &str, document: &str| {
        let browser = site.browser();
        let form = browser.open("/bestil").form("Bestil");
        let form = form.fill("Navn", name).fill("CPR-nummer", cpr);
        form.fill("Pas- eller kørekortnummer", document).submit().text()
    };
    let cpr = signe.cpr.clone();
    for (name, cpr, document) in
        [("Bo Andersen", cpr.as_str(), PASSPORT), (NAME, "610772-1234", PASSPORT), (NAME, &cpr, "201234568")]
    {
        assert!(order(name, cpr, document).contains("passer ikke sammen"), "{name} {cpr} {document}");
    }
    assert!(order(NAME, &cpr, PASSPORT).contains("Kommer"));
    assert!(order(NAME, &cpr, PASSPORT).contains("har allerede NemID"));
    assert_eq!(signe.in_transit("pin_letter"), 1);
    signe.site.clock_moves("working_days", 4);
    let first = signe.reads_post();
    assert!(!first.card.is_empty() && first.digits.is_empty(), "the PIN letter comes on another day");
    signe.site.clock_moves("working_days", 1);
    assert_eq!(signe.reads_post().digits.len(), 6);
}

#[test]
fn who_is_under_fifteen_is_told_so() {
    let site = Site::empty();
    let child = site.newcomer_born("2005-06-02");
    child.orders().says("fyldt 15 år");
}

#[test]
fn an_order_sent_twice_is_one_order_and_finds_its_receipt() {
    let site = Site::empty();
    let signe = site.newcomer();
    let form = signe.browser.open("/bestil").form("Bestil").fill("Navn", NAME).fill("CPR-nummer", &signe.cpr);
    let form = form.fill("Pas- eller kørekortnummer", PASSPORT);
    let first = form.submit().says("Dit NemID er bestilt").text();
    assert_eq!(form.submit().says("Dit NemID er bestilt").text(), first);
    assert_eq!((signe.in_transit("pin_letter"), signe.in_transit("key_card")), (1, 1));
    signe.orders().says("har allerede NemID");
}
