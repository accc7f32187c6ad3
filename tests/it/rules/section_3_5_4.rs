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
