//! Rules 3.5.4: with NemID or password blocked nothing can be used; with only the card blocked some banks let
//! their customers look at their accounts.

use rocket::http::Status;

use crate::people::Person;
use crate::site::Site;

const LENIENT: &str = "/tjenester/fjordbanken";
const STRICT: &str = "/tjenester/hedebanken";

/// Types wrong keys until the card is blocked (D3).
fn wears_out_the_card(person: &Person<'_>, at: &str) {
    let mut page = person.types_password(at, &person.password);
    for _ in 0..5 {
        let right = person.key_for(&page);
        let wrong = if right == "111111" { "222222" } else { "111111" };
        page = page.form("Log på").fill("Nøgle", wrong).submit();
    }
    page.says("nøglekortet er nu spærret");
}

#[test]
fn one_bank_lets_a_customer_with_a_blocked_card_look_but_not_pay() {
    let site = Site::filled();
    let person = site.person(|one| one["name"] == "Kirsten Munk");
    wears_out_the_card(&person, LENIENT);
    let page = person.types_password(LENIENT, &person.password);
    page.is(Status::Ok).says("Begrænset adgang").says("Lønkonto").says("Kirsten Munk");
    person.browser.open(&format!("{LENIENT}/konto/1")).is(Status::Ok).says("Opsparing");
    person.browser.open(&format!("{LENIENT}/betal")).is(Status::Forbidden).says("kan kun se");
    let token = page.form("Log af").fields_of();
    let fields = [("from", "0"), ("to", "12345678901"), ("amount", "1"), ("message", "")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let sent = person.browser.send(&format!("{LENIENT}/betal"), &[token, fields.to_vec()].concat());
    sent.is(Status::Forbidden).says("kan kun se");
    page.press("Log af");
    person.browser.open(LENIENT).says("Bruger-id");
}

#[test]
fn the_other_bank_and_all_other_sites_say_what_to_do_instead() {
    let site = Site::filled();
    let person = site.person(|one| one["name"] == "Mette Odgaard");
    wears_out_the_card(&person, STRICT);
    let page = person.types_password(STRICT, &person.password);
    page.is(Status::UnprocessableEntity).says("Bestil et nyt kort");
    person.types_password("/tjenester/borgerportalen", &person.password).says("Bestil et nyt kort");
    person.types_password(LENIENT, &person.password).says("Bestil et nyt kort").never_says("Begrænset");
    person.types_password(STRICT, "forkert 1234").says("Bruger-id eller adgangskode er forkert");
}

#[test]
fn with_the_password_locked_neither_bank_lets_anybody_in() {
    let site = Site::filled();
    let person = site.person(|one| one["name"] == "Kirsten Munk");
    wears_out_the_card(&person, LENIENT);
    let looking = person.types_password(LENIENT, &person.password);
    looking.says("Begrænset adgang");
    let thief = site.person(|one| one["name"] == "Kirsten Munk");
    for _ in 0..5 {
        thief.types_password(LENIENT, "gaet paa 1234");
    }
    person.browser.open(LENIENT).says("Bruger-id").never_says("Lønkonto");
    person.types_password(LENIENT, &person.password).says("låst til");
}

/// Asta with an agreement with Fjordbanken, and what she has blocked without logging on.
fn asta(site: &Site) -> Person<'_> {
    let (nana, asta) = (site.clerk("fjordbanken"), site.named("Asta Kronborg"));
    let choice = nana.finds(&asta.cpr).follow("Tilknyt bankaftale");
    let number = site.public_nemid_of("Asta Kronborg").number;
    nana.signs(&choice.tells_bank(number.as_str())).says("Bankaftalen er tilknyttet");
    asta
}

fn blocks(asta: &Person<'_>, what: &str) {
    let browser = asta.site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick(what).fill("Navn", &asta.name);
    form.fill("CPR-nummer", &asta.cpr).submit();
}

#[test]
fn who_has_an_app_alone_may_only_look_once_it_is_blocked() {
    let site = Site::filled();
    let asta = asta(&site);
    blocks(&asta, "Nøglekort: mistet");
    let page = asta.asks_app(LENIENT);
    assert_eq!(asta.approves(0, "2580").0, Status::Ok);
    page.press("Jeg har godkendt").says("Lønkonto").never_says("Begrænset adgang");
    asta.browser.open(&format!("{LENIENT}/betal")).is(Status::Ok);

    blocks(&asta, "Nøgleapp: Telefonen er mistet");
    let page = asta.types_password(LENIENT, &asta.password);
    page.is(Status::Ok).says("Begrænset adgang").says("Lønkonto");
    asta.browser.open(&format!("{LENIENT}/betal")).is(Status::Forbidden).says("kan kun se");
    let elsewhere = asta.elsewhere();
    elsewhere.types_password("/tjenester/borgerportalen", &elsewhere.password).never_says("Log af");
}

#[test]
fn who_still_has_the_card_pays_when_the_app_is_blocked() {
    let site = Site::filled();
    let asta = asta(&site);
    blocks(&asta, "Nøgleapp: Telefonen er mistet");
    asta.logs_on_at(LENIENT).says("Lønkonto").never_says("Begrænset adgang");
    asta.browser.open(&format!("{LENIENT}/betal")).is(Status::Ok);
}
