//! Blocks of tokens beside cards and password: the same by every channel, several in one go, by the number of a token, and
//! what a bank allows afterwards (Rules 3.5.1, 3.5.2, 3.5.4; D36).

use rocket::http::Status;
use rules::nemid::CarrierState;

use super::token::with_token;
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;

/// Who blocks, and how.
type Way = (&'static str, fn(&Site, &Person<'_>, &str));

/// The five who block, each in a world of their own.
const ALL: [Way; 5] = [
    ("citizen", by_citizen),
    ("officer", by_officer),
    ("bank", by_bank),
    ("hotline", by_hotline),
    ("operator", by_operator),
];

fn serial(citizen: &Person<'_>) -> String {
    citizen.carriers_of_kind("token")[0]["number"].as_str().unwrap().to_owned()
}

fn by_citizen(_: &Site, citizen: &Person<'_>, serial: &str) {
    let page = citizen.opens("/noegler").follow("Spær nøgler");
    let page = page.form("Spær").tick(&format!("Nøgleviser {serial}: Jeg har mistet den")).submit();
    page.says("Spærringen er gennemført");
}

fn by_officer(site: &Site, citizen: &Person<'_>, serial: &str) {
    let desk = site.desk();
    let page = desk.maintains("/ra/vedligehold/spaer-noeglekort", citizen);
    let read =
        page.form("OK").tick(&format!("Nøgleviser {serial}")).tick("Borgeren har mistet kortet").submit();
    read.says(serial).says("mistet nøgleviser");
    desk.signs(&read);
}

fn by_bank(site: &Site, citizen: &Person<'_>, serial: &str) {
    let clerk = site.clerk("hedebanken");
    let page = clerk.finds(&citizen.cpr).follow("Spær nøglekort");
    let read = clear_cards(page.form("Næste"), citizen).tick("Mistet").submit();
    read.says(serial);
    clerk.signs(&read).says("spærret");
}

fn by_operator(site: &Site, citizen: &Person<'_>, _: &str) {
    let olga = site.operator();
    let page = olga.finds(&citizen.cpr).follow("Spær nøglekort");
    let read = clear_cards(page.form("Næste"), citizen).tick("Anden mistanke").submit();
    olga.signs(&read).says("spærret");
}

fn by_hotline(site: &Site, citizen: &Person<'_>, serial: &str) {
    let browser = site.browser();
    let form = browser.open("/kontrolrum/hotline").form("Ring og spær").fill("Navn", &citizen.name);
    let form = form.tick("Nøgleviser: mistet").fill("Nummer på nøgleviser eller nøgleapp", serial);
    form.submit().says("Hotlinen har noteret det");
}

/// The form of a bank's or the operator's desk, with the ticks at the cards taken away.
fn clear_cards<'b, 's>(
    form: crate::browser::Form<'b, 's>,
    citizen: &Person<'_>,
) -> crate::browser::Form<'b, 's> {
    let open = |state: &str| matches!(state, "active" | "attached" | "ordered");
    let cards = citizen.carriers_of_kind("card").into_iter();
    let cards = cards.filter(|card| open(card["state"].as_str().unwrap()));
    cards.fold(form, |form, card| form.untick(card["number"].as_str().unwrap()))
}

#[test]
fn a_token_is_blocked_the_same_by_all_five_and_the_card_stays() {
    for (who, block) in ALL {
        let site = Site::filled();
        let citizen = with_token(&site, "Stine Udsen");
        let cards = citizen.states_of_kind("card");
        block(&site, &citizen, &serial(&citizen));
        assert_eq!(citizen.states_of_kind("token"), ["blocked"], "{who}");
        assert_eq!(citizen.states_of_kind("card"), cards, "{who}");
        citizen.was_told("", "Din nøgleviser er spærret");
        let nemid = &site.nemids_of("Stine Udsen")[0];
        let CarrierState::Blocked(block) = &nemid.carriers[0].state else { panic!("{who}") };
        assert!(block.at <= site.now(), "{who}");
    }
}

#[test]
fn several_things_are_blocked_in_one_go_by_the_number_of_the_token() {
    let site = Site::filled();
    let citizen = with_token(&site, "Stine Udsen");
    let serial = serial(&citizen);
    let browser = site.browser();
    let form = || {
        let form =
            browser.open("/spaer").form("Spær nu").tick("Nøgleviser: mistet").tick("Nøglekort: mistet");
        form.tick("Adgangskoden: Andre kender den måske").fill("Nummer på nøgleviser eller nøgleapp", &serial)
    };
    // Who tells another name is answered the same, and nothing is blocked.
    let receipt = form().fill("Navn", "Willy Åkjær").submit();
    receipt.says("Passer oplysningerne").says("Nøgleviseren kan aldrig bruges igen");
    assert_eq!(citizen.states_of_kind("token"), ["active"]);

    let receipt = form().fill("Navn", "Stine Udsen").submit();
    receipt.says("Adgangskoden kan ikke bruges mere").says("Nøglekortet kan aldrig bruges igen");
    assert_eq!(citizen.states_of_kind("token"), ["blocked"]);
    assert!(!citizen.states_of_kind("card").contains(&"active".to_owned()));
    assert!(site.nemids_of("Stine Udsen")[0].password.block().is_some());
    for told in ["Din nøgleviser", "Dit nøglekort", "Din adgangskode er spærret"] {
        citizen.was_told("", told);
    }
}

#[test]
fn the_number_of_a_token_blocks_that_token_and_nothing_else() {
    let site = Site::filled();
    let citizen = with_token(&site, "Stine Udsen");
    let page = site.browser();
    let form = page.open("/spaer").form("Spær nu").tick("Nøgleviser: Andre kender måske koderne");
    let again =
        form.fill("Navn", "Stine Udsen").fill("Nummer på nøgleviser eller nøgleapp", "A123456789").submit();
    again.is(Status::UnprocessableEntity).says("to bogstaver og otte cifre");
    let form = page.open("/spaer").form("Spær nu").tick("Nøgleviser: Andre kender måske koderne");
    form.fill("Navn", "Stine Udsen").fill("Nummer på nøgleviser eller nøgleapp", &serial(&citizen)).submit();
    assert_eq!(citizen.states_of_kind("token"), ["blocked"]);
    assert!(citizen.states_of_kind("card").contains(&"active".to_owned()));
    citizen.logs_on();
    citizen.opens("/haendelseslog").says("mistanke om, at andre kan have adgang til den");
}

#[test]
fn a_bank_lets_its_customer_only_look_when_no_carrier_is_left() {
    let site = Site::filled();
    let citizen = with_token(&site, "Stine Udsen");
    let stop = |what: &str| {
        let browser = site.browser();
        let form = browser.open("/spaer").form("Spær nu").tick(what).fill("Navn", "Stine Udsen");
        form.fill("CPR-nummer", &citizen.cpr).submit();
    };
    stop("Nøglekort: mistet");
    let page = citizen.types_password("/tjenester/hedebanken", &citizen.password);
    page.says("Tryk på knappen på din nøgleviser");
    stop("Nøgleviser: mistet");
    let page = citizen.types_password("/tjenester/hedebanken", &citizen.password);
    page.never_says("Tryk på knappen");
    assert!(!site.nemids_of("Stine Udsen")[0].can_answer());
}

#[test]
fn it_was_not_me_offers_the_carrier_that_was_used() {
    let site = Site::filled();
    let citizen = with_token(&site, "Stine Udsen").elsewhere();
    let page = citizen.types_password("/log-paa", &citizen.password);
    page.form("Log på").fill("Kode fra nøgleviseren", &citizen.presses_token()).submit();
    let page = citizen.opens("/haendelseslog").follow("Det var ikke mig");
    page.says("med nøgleviser").says("Alle nøglevisere");
    page.form("Spær nu").submit();
    assert_eq!(citizen.states_of_kind("token"), ["blocked"]);
    assert!(citizen.states_of_kind("card").contains(&"active".to_owned()), "the card was not used");
}

#[test]
fn a_token_whose_letter_was_not_intact_is_blocked_before_it_was_used() {
    let site = Site::filled();
    let citizen = holder(&site, "Stine Udsen");
    let serial = citizen.gets_token();
    let browser = site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick("Nøgleviser: Brevet var åbnet eller beskadiget");
    let form = form.fill("Navn", "Stine Udsen").fill("Nummer på nøgleviser eller nøgleapp", &serial);
    form.submit().says("ødelæg den");
    assert_eq!(citizen.states_of_kind("token"), ["blocked"]);
    citizen.was_told("", "brev, der var åbnet eller beskadiget");
    citizen.logs_on();
    citizen.opens("/noegler").never_says("Tag nøgleviseren i brug");
}

#[test]
fn an_app_is_blocked_by_its_number_for_the_reasons_of_apps() {
    for reason in [
        "Nøgleapp: Telefonen er mistet",
        "Nøgleapp: Andre har måske adgang til den",
        "Nøgleapp: Andre har installeret en med dit NemID",
    ] {
        let site = Site::filled();
        let asta = site.person(|one| one["name"] == "Asta Kronborg");
        let number = asta.carriers_of_kind("app")[0]["number"].as_str().unwrap().to_owned();
        let browser = site.browser();
        let form = browser.open("/spaer").form("Spær nu").tick(reason).fill("Navn", "Asta Kronborg");
        let receipt = form.fill("Nummer på nøgleviser eller nøgleapp", &number).submit();
        receipt.says("Nøgleappen kan aldrig bruges igen");
        assert_eq!(asta.states_of_kind("app")[0], "blocked", "{reason}");
        assert!(asta.states_of_kind("card").contains(&"active".to_owned()), "{reason}");
        asta.was_told("", "Din nøgleapp er spærret");
    }
}

#[test]
fn the_operator_blocks_an_app_whose_telephone_is_compromised_or_has_holes() {
    for (choice, reason) in [
        ("Nøgleapp: Andre kan styre telefonen", "en telefon, som andre kan styre"),
        ("Nøgleapp: Telefonen har alvorlige sikkerhedshuller", "en telefon med alvorlige sikkerhedshuller"),
    ] {
        let site = Site::filled();
        let asta = site.person(|one| one["name"] == "Asta Kronborg");
        let olga = site.operator();
        let page = olga.finds(&asta.cpr).follow("Spær nøglekort");
        let again = page.form("Næste").tick(choice).submit();
        again.is(Status::UnprocessableEntity).says("Årsagen passer ikke til alt det");
        let read = clear_cards(page.form("Næste"), &asta).tick(choice).submit();
        read.says(reason);
        olga.signs(&read).says("spærret");
        assert_eq!(asta.states_of_kind("app")[0], "blocked", "{choice}");
        asta.was_told("", reason);
    }
}
