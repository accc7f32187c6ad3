//! The stock: what is in it, what was handed out, and for which NemID; each office sees its own.

use rocket::http::Status;
use rules::actor::PlaceName;
use rules::words::PinLetterSerial;
use service::testing::StoreError;

use super::employees::administrator;
use crate::guide::desk::{Desk, HAND_OUT_CARD};
use crate::site::Site;

#[test]
fn what_is_handed_out_moves_from_the_shelf_to_the_list() {
    let site = Site::filled();
    let (desk, ida) = (site.desk(), site.named("Ida Krogh"));
    let (card, left) = (desk.card(), desk.shelf()["cards"].as_array().unwrap().len());
    let before = desk.officer.browser.open("/ra/lager");
    before.says(&card).says(&format!("Nøglekort ({left})"));
    let page = desk.maintains(HAND_OUT_CARD, &ida).form("Næste").fill("Nøglekortnummer", &card).submit();
    desk.signs(&page);
    let after = desk.officer.browser.open("/ra/lager");
    after.says(&format!("Nøglekort ({})", left - 1)).says(&format!("{card}Nøglekort"));
    after.says(&ida.nemid_number()).never_says("Skattecenter Engelsted");
    administrator(&site)
        .browser
        .open("/ra/lager")
        .says("Borgerservice Fjordby")
        .says("Skattecenter Engelsted");
}

#[test]
fn an_office_orders_more_for_its_own_shelf_until_it_is_full() {
    let site = Site::filled();
    let (desk, other) = (site.desk(), site.other_desk());
    let count = |desk: &Desk<'_>, what: &str| desk.shelf()[what].as_array().unwrap().len();
    let (cards, letters, theirs) = (count(&desk, "cards"), count(&desk, "letters"), count(&other, "cards"));
    let page = desk.officer.browser.open("/ra/lager");
    let page = page.press("Bestil 20 nøglekort");
    page.says("Bestillingen er kommet").says(&format!("Nøglekort ({})", cards + 20));
    let page = page.press("Bestil 20 PIN-breve");
    assert_eq!((count(&desk, "cards"), count(&desk, "letters")), (cards + 20, letters + 20));
    assert_eq!(count(&other, "cards"), theirs);

    // What came is as good as what lay there.
    let (ida, card) =
        (site.named("Ida Krogh"), desk.shelf()["cards"][cards + 19].as_str().unwrap().to_owned());
    let choice = desk.maintains(HAND_OUT_CARD, &ida).form("Næste").fill("Nøglekortnummer", &card).submit();
    desk.signs(&choice).says("Nyt nøglekort er nu tilknyttet");
    let digits = desk.issues(&site.named("Rikke Søndergaard"), "Nulstil ved glemt adgangskode");
    assert_eq!(digits.len(), 6);

    let page = page.press("Bestil 20 nøglekort");
    page.press("Bestil 20 nøglekort").is(Status::UnprocessableEntity).says("Hylden er fuld");
    let foreign = page.form("Bestil 20 nøglekort").tamper("office", "skattecenter-engelsted").submit();
    foreign.never_says("Bestillingen er kommet");
    assert_eq!(count(&other, "cards"), theirs, "nobody orders for another office");
    let few = 5;
    for number in desk.shelf()["letters"].as_array().unwrap().iter().skip(few) {
        hand_out(&site, number.as_str().unwrap());
    }
    desk.officer.browser.open("/ra/lager").says("Der er få PIN-breve tilbage").never_says("få nøglekort");
}

/// As if it had been handed out long ago.
fn hand_out(site: &Site, serial: &str) {
    let serial = PinLetterSerial::parse(serial).unwrap();
    let (office, now) = (PlaceName::new("borgerservice-fjordby"), site.now());
    let nemid = site.public_nemid_of("Ida Krogh").number;
    let done =
        site.app.store().write::<_, StoreError, _>(move |tx| tx.hand_out_letter(&office, serial, nemid, now));
    assert!(rocket::execute(done).unwrap());
}
