//! Rules 2: a signature with NemID binds like one on paper. The text stays with the site, the fact in the
//! event log.

use rocket::http::Status;

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

const BANK: &str = "/tjenester/fjordbanken";
const AUTHORITY: &str = "/tjenester/borgerportalen";

fn customer(site: &Site) -> Person<'_> {
    site.person(|one| one["name"] == "Kirsten Munk")
}

fn citizen(site: &Site) -> Person<'_> {
    site.person(|one| one["name"] == "Stine Udsen")
}

/// Goes as far as the text of a payment.
fn pays(person: &Person<'_>, amount: &str) -> String {
    let form = person.browser.open(&format!("{BANK}/betal"));
    let form = form.form("Næste").fill("Til konto", "1234 7654321").fill("Beløb", amount);
    let page = form.fill("Besked til modtager", "Fødselsdag").submit();
    page.is(Status::Ok).says(amount).says("1234 0007654321").says("forpligter dig");
    page.path.clone()
}

/// Types the password under a text that has been read.
fn signs_with_password<'b, 's>(person: &'b Person<'s>, document: &str) -> Visit<'b, 's> {
    let page = person.browser.open(document);
    page.form("Næste").fill("Adgangskode", &person.password).submit()
}

fn signs<'b, 's>(person: &'b Person<'s>, document: &str) -> Visit<'b, 's> {
    let page = signs_with_password(person, document);
    let key = person.key_for(&page);
    page.form("Underskriv").fill("Nøgle", &key).submit()
}

#[test]
fn a_payment_is_read_signed_with_password_and_key_and_kept_by_the_bank() {
    let site = Site::filled();
    let person = customer(&site);
    person.logs_on_at(BANK).is(Status::Ok).says("Lønkonto");
    let before = person.browser.open(&format!("{BANK}/konto/0")).text();
    let document = pays(&person, "250,00");
    let receipt = signs(&person, &document);
    receipt.is(Status::Ok).says("Kvittering").says("250,00 kr.").says("Fødselsdag");
    person.browser.open(BANK).says("Betaling til 1234 0007654321");
    let after = person.browser.open(&format!("{BANK}/konto/0"));
    after.says("Betaling: Fødselsdag");
    assert_ne!(after.text(), before);
}

#[test]
fn the_log_has_the_fact_and_tells_where_and_what_only_while_recording_is_on() {
    let site = Site::filled();
    let (recorded, unrecorded) = (citizen(&site), customer(&site));
    recorded.logs_on_at(AUTHORITY);
    let page = recorded.browser.open(AUTHORITY).press("Ansøgning om parkeringslicens");
    page.says("tro og love").says("Stine Udsen");
    signs(&recorded, &page.path).says("Certifikatets serienummer");
    recorded.logs_on();
    recorded.browser.open("/selvbetjening/haendelseslog").says("Borgerportalen").says("tro og love");

    unrecorded.logs_on_at(BANK);
    signs(&unrecorded, &pays(&unrecorded, "99,50")).says("Kvittering");
    unrecorded.logs_on();
    let log = unrecorded.browser.open("/selvbetjening/haendelseslog");
    log.says("underskr").never_says("99,50");
    let text = log.text();
    let today = text.split("2017").next().unwrap();
    assert!(!today.contains("Fjordbanken") && !today.contains("Bank IP"), "{today}");
}

#[test]
fn a_key_signs_the_text_it_was_asked_for_and_no_other() {
    let site = Site::filled();
    let person = customer(&site);
    person.logs_on_at(BANK);
    let first = pays(&person, "10,00");
    let page = signs_with_password(&person, &first);
    let key = person.key_for(&page);
    let form = page.form("Underskriv").fill("Nøgle", &key);
    let second = pays(&person, "9.000,00");
    form.submit().is(Status::NotFound).says("Teksten findes ikke længere").says("Mine konti");
    let blank = person.browser.open(&second);
    let other = blank.form("Næste").tamper("key", &key);
    let fields = other.fields_of();
    let refused = person.browser.send(&format!("{second}/noegle"), &fields);
    refused.is(Status::UnprocessableEntity).says("gælder ikke længere");
    person.browser.open(&second).says("Læs, før du underskriver");
    person.browser.open(BANK).never_says("Betaling til");
}

#[test]
fn sending_it_twice_signs_once() {
    let site = Site::filled();
    let person = customer(&site);
    person.logs_on_at(BANK);
    let document = pays(&person, "75,00");
    let page = signs_with_password(&person, &document);
    let key = person.key_for(&page);
    let form = page.form("Underskriv").fill("Nøgle", &key);
    form.submit().says("Kvittering");
    form.submit().says("Kvittering");
    let list = person.browser.open(BANK).text();
    assert_eq!(list.matches("Betaling til").count(), 1, "{list}");
}

#[test]
fn wrong_passwords_and_keys_count_as_anywhere_else() {
    let site = Site::filled();
    let person = customer(&site);
    person.logs_on_at(BANK);
    let document = pays(&person, "75,00");
    let page = signs_with_password(&person, &document);
    let wrong = page.form("Underskriv").fill("Nøgle", "000000").submit();
    wrong.is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage");
    for _ in 0..4 {
        let page = person.browser.open(&document);
        let page = page.form("Næste").fill("Adgangskode", "helt forkert 1").submit();
        page.is(Status::UnprocessableEntity).says("Adgangskoden er forkert");
    }
    let page = person.browser.open(&document);
    page.form("Næste").fill("Adgangskode", "helt forkert 1").submit().says("låst til");
    person.browser.open(BANK).says("Bruger-id");
    person.types_password(BANK, &person.password).says("låst til");
}

#[test]
fn what_is_no_payment_is_said_beside_its_field() {
    let site = Site::filled();
    let person = customer(&site);
    person.logs_on_at(BANK);
    let page = person.browser.open(&format!("{BANK}/betal"));
    let page = page.form("Næste").fill("Til konto", "12").fill("Beløb", "mange penge").submit();
    page.is(Status::UnprocessableEntity).says("Et kontonummer er fire cifre").says("Skriv et beløb");
    let page = page.form("Næste").fill("Til konto", "1234 1").fill("Beløb", "999.999").submit();
    page.is(Status::UnprocessableEntity).says("Der står ikke så meget på kontoen");
}

/// An account's number and what stands on it, as the choice of a payment shows them: `9055 0001234567 (250,00 kr.)`.
fn account(person: &Person<'_>, name: &str) -> (String, String) {
    let list = person.browser.open(&format!("{BANK}/betal")).text();
    let row = list.split(name).nth(1).unwrap();
    let mut words = row.split_whitespace();
    let mut word = || words.next().unwrap().to_owned();
    (format!("{} {}", word(), word()), word())
}

#[test]
fn what_is_moved_between_own_accounts_comes_to_the_other_one() {
    let site = Site::filled();
    let person = customer(&site);
    person.logs_on_at(BANK);
    let ((own, _), (savings, before)) = (account(&person, "Lønkonto"), account(&person, "Opsparing"));
    let form = person.browser.open(&format!("{BANK}/betal")).form("Næste").fill("Beløb", "1.000");
    let refused = form.clone().fill("Til konto", &own).submit();
    refused.is(Status::UnprocessableEntity).says("den samme konto");
    let page = form.fill("Til konto", &savings).submit();
    signs(&person, &page.path).says("Kvittering");
    let oere = |balance: &str| balance.replace(['(', '.', ','], "").parse::<i64>().unwrap();
    assert_eq!(oere(&account(&person, "Opsparing").1), oere(&before) + 100_000);
    person.browser.open(&format!("{BANK}/konto/1")).says("Overført fra egen konto");
}

#[test]
fn a_company_can_pay_and_is_told_of_no_other_account_when_it_has_one() {
    let site = Site::filled();
    let (lars, at) = (site.named("Lars Nygaard"), "/tjenester/fjordbanken-erhverv");
    lars.logs_on_at(at).says("Driftskonto").never_says("\u{2212}");
    let form = lars.browser.open(&format!("{at}/betal")).form("Næste").fill("Til konto", "1234 7654321");
    let refused = form.clone().fill("Beløb", "1.000.000").submit();
    refused
        .is(Status::UnprocessableEntity)
        .says("Der står ikke så meget på kontoen")
        .never_says("en anden konto");
    let page = form.fill("Beløb", "1").submit();
    page.is(Status::Ok).says("1,00 kr.");
    signs(&lars, &page.path).is(Status::Ok).says("Kvittering");
}

#[test]
fn an_amount_is_read_as_the_page_writes_it() {
    let site = Site::filled();
    let person = customer(&site);
    person.logs_on_at(BANK);
    let asks = |amount: &str| {
        let form = person.browser.open(&format!("{BANK}/betal")).form("N");
        form.fill("To account", "1234 7654321").fill("Amount", amount).submit()
    };
    person.browser.open(&format!("/sprog/en?til={BANK}"));
    asks("1,250.50").is(Status::Ok).says("DKK 1,250.50");
    asks("1,250").is(Status::Ok).says("DKK 1,250.00");
    asks("1.250").is(Status::UnprocessableEntity).says("250.00");
    person.browser.open(&format!("/sprog/da?til={BANK}"));
    let form = person.browser.open(&format!("{BANK}/betal")).form("Næste").fill("Til konto", "1234 7654321");
    form.fill("Beløb", "1.250").submit().is(Status::Ok).says("1.250,00 kr.");
}
