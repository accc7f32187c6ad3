//! Rules 3.5.2: blocking without logging on: strangers learn nothing, and the number of requests is limited.

use rocket::http::Status;
use rules::nemid::CardState;
use rules::nemid::block::CardBlockReason;
use selvbetjening::web::dates;
use selvbetjening::web::language::Language;

use super::newcomer::{NAME, PASSWORD};
use crate::site::Site;

/// Status and words of the page after a forgotten password was told.
fn forgets(site: &Site, user_id: &str, card: &str) -> (Status, String) {
    let browser = site.browser();
    let form = browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let page = form.fill("Bruger-id", user_id).fill("Nøglekortnummer", card).submit();
    (page.status, page.text().replace(user_id, "…"))
}

#[test]
fn a_forgotten_password_answers_the_same_for_everybody_and_is_limited() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let hashes = || site.app.hasher().ran();
    let before = hashes();
    let known: Vec<_> = (0..4).map(|_| forgets(&site, &letters.number, &letters.card)).collect();
    let between = hashes();
    let unknown: Vec<_> = (0..4).map(|_| forgets(&site, "findes.ikke", &letters.card)).collect();
    assert_eq!(known, unknown);
    assert_eq!(between - before, hashes() - between);
    assert_eq!(known[3].0, Status::TooManyRequests);
    assert!(known[3].1.contains("for mange gange i dag"), "{}", known[3].1);
    assert_eq!(signe.in_transit("pin_letter"), 3);
}

#[test]
fn the_number_of_a_blocked_card_proves_nothing() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let form = signe.browser.open("/mistet-noeglekort").form("Spær nøglekort");
    let page = form.fill("Bruger-id", &letters.number).fill("Adgangskode", PASSWORD).submit();
    page.says("Nøglekortet er spærret").never_says(&letters.card);
    assert_eq!(forgets(&site, &letters.number, &letters.card).0, Status::Ok);
    assert!(signe.nemid().password.block().is_none());
}

#[test]
fn a_lost_card_is_blocked_without_a_session_and_a_new_one_sent_on_request() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let report = |password: &str| {
        let form = signe.browser.open("/mistet-noeglekort").form("Spær nøglekort");
        let form = form.fill("Bruger-id", &letters.number).tick("Send et nyt nøglekort");
        form.fill("Adgangskode", password).submit()
    };
    report("forkert 1").says("Bruger-id eller adgangskode er forkert");
    let page = report(PASSWORD);
    page.says("Nøglekortet er spærret").says("Et nyt nøglekort er på vej").never_says(&letters.card);
    assert!(signe.browser.open("/selvbetjening").path.starts_with("/log-paa"));
    let nemid = signe.nemid();
    assert!(matches!(&nemid.cards[0].state,
        CardState::Blocked(block) if block.reason == CardBlockReason::Lost));
    assert_eq!(nemid.cards[1].state, CardState::Ordered);
    let again = report(PASSWORD);
    again.says("Der var ikke noget at spærre").says("allerede et nøglekort på vej");
    signe.site.clock_moves("working_days", 4);
    let card = signe.reads_post().card;
    let page = signe.types_as(&letters.number, PASSWORD);
    let page = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    let key = signe.key_for(&page);
    assert!(page.form("Log på").fill("Nøgle", &key).submit().path.starts_with("/selvbetjening"));
}

#[test]
fn a_lost_card_told_twice_by_one_form_ends_on_the_same_receipt() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let form = || signe.browser.open("/mistet-noeglekort").form("Spær nøglekort");
    let form = form().fill("Bruger-id", &letters.number).tick("Send et nyt nøglekort");
    form.clone().fill("Adgangskode", "forkert 1").submit().says("Bruger-id eller adgangskode er forkert");
    let right = form.clone().fill("Adgangskode", PASSWORD);
    let first = right.submit();
    first.says("Nøglekortet er spærret").says("Et nyt nøglekort er på vej");
    let nemid = signe.nemid();
    let due = rules::post::card_due(&nemid.cards[1]).unwrap();
    let day = dates::coming_day(Language::Da, rules::calendar::danish_date(due));
    first.says(&format!("Det kommer med posten {day}."));
    site.clock_moves("hours", 1);
    for _ in 0..12 {
        assert_eq!(right.submit().text(), first.text(), "its time, its card, its order");
    }
    assert_eq!(signe.nemid().cards.len(), 2, "one card was ordered");
    form.clone().fill("Adgangskode", "forkert 1").submit().says("Bruger-id eller adgangskode er forkert");
    let all = right.clone().tick("Alle mine nøglekort").submit();
    all.says("Nøglekortet er spærret").says("Et nyt nøglekort er på vej");
    assert_ne!(all.text(), first.text(), "another choice is another report");
}

/// Status and words of the page after cards were blocked by name and CPR number.
fn blocks_cards(site: &Site, name: &str, cpr: &str, address: &str) -> (Status, String) {
    let browser = site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick("Nøglekort: mistet");
    let page = form.fill("Navn", name).fill("CPR-nummer", cpr).fill("Adresse", address).submit();
    (page.status, page.text())
}

#[test]
fn cards_are_blocked_by_name_and_number_and_the_page_says_the_same_to_strangers() {
    let site = Site::empty();
    let (signe, _) = site.activated_newcomer();
    let cpr = signe.cpr.clone();
    let stranger = blocks_cards(&site, "Bo Andersen", &cpr, "");
    assert_eq!(signe.nemid().open_cards().count(), 1);
    assert_eq!(stranger, blocks_cards(&site, "signe østergaard", &cpr, "Vestergade 9"));
    assert_eq!(
        signe.nemid().open_cards().count(),
        0,
        "an address that nobody asked for keeps nothing from it"
    );
    assert_eq!(stranger, blocks_cards(&site, NAME, "610772-1234", ""));
}

#[test]
fn a_block_says_what_is_missing() {
    let site = Site::empty();
    let browser = site.browser();
    let page = browser.open("/spaer").form("Spær nu").submit();
    page.is(Status::UnprocessableEntity).says("Vælg, hvad der skal spærres").says("Skriv dit navn").says(
        "Skriv enten CPR-nummer, bruger-id, nøglekortnummer eller nummeret på en nøgleviser eller nøgleapp",
    );
}

#[test]
fn of_several_numbers_each_that_is_the_tellers_counts_and_none_of_them_is_confirmed() {
    let site = Site::filled();
    let (signe, letters) = site.activated_newcomer();
    let stine = site.person(|one| one["name"] == "Stine Udsen");
    let theirs = site.public_nemid_of("Stine Udsen").active_card().unwrap().number.to_string();
    let stops = |numbers: &[(&str, &str)]| {
        let form = signe.browser.open("/spaer").form("Spær nu").tick("Nøglekort: mistet").fill("Navn", NAME);
        numbers.iter().fold(form, |form, (label, number)| form.fill(label, number)).submit()
    };
    let nothing = stops(&[("CPR-nummer", "610772-1234"), ("Nøglekortnummer", &theirs)]);
    assert_eq!(signe.nemid().open_cards().count(), 1);
    let page = stops(&[("Bruger-id", &letters.number), ("Nøglekortnummer", "A12")]);
    page.is(Status::UnprocessableEntity).says("Et nøglekortnummer er et stort bogstav og ni cifre");
    assert_eq!(signe.nemid().open_cards().count(), 1, "what can't be read is put right first");

    let typo = [("CPR-nummer", "610772-1234"), ("Bruger-id", &letters.number), ("Nøglekortnummer", &theirs)];
    assert_eq!(stops(&typo).text(), nothing.text());
    assert_eq!(signe.nemid().open_cards().count(), 0, "one of them is enough");
    assert!(site.public_nemid_of("Stine Udsen").active_card().is_some(), "{} is somebody else", stine.name);
}

#[test]
fn who_says_no_is_sent_no_temporary_password() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let form = signe.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: af en anden grund");
    let form = form.tick("Send mig ikke").fill("Navn", NAME).fill("Nøglekortnummer", &letters.card);
    form.submit().says("Vil du bruge dit NemID igen");
    assert!(signe.nemid().password.block().is_some());
    assert_eq!(signe.in_transit("pin_letter"), 0);
}

#[test]
fn a_forgotten_password_told_twice_by_one_form_is_one_letter_and_other_details_are_another_order() {
    let site = Site::empty();
    let (signe, letters) = site.activated_newcomer();
    let form = || signe.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let form = form().fill("Nøglekortnummer", &letters.card);
    let wrong = form.clone().fill("Bruger-id", "findes.ikke");
    wrong.submit().says("Vi har modtaget din bestilling");
    assert_eq!(signe.in_transit("pin_letter"), 0);
    let right = form.fill("Bruger-id", &letters.number);
    for _ in 0..5 {
        right.submit().says("Vi har modtaget din bestilling");
    }
    assert_eq!(signe.in_transit("pin_letter"), 1, "who goes back and corrects it is served, and once");
}
