//! Rules 4.1: what a site is told. An authority looks the CPR number up; a private site is told it with consent alone; a
//! bank uses no certificate. Without a public digital signature there is no way in but to one's bank.

use rocket::http::Status;

use crate::people::Person;
use crate::site::Site;

const PUBLIC: &str = "/tjenester/borgerportalen";
const PRIVATE: &str = "/tjenester/forsikringshuset";
const BANK: &str = "/tjenester/hedebanken";

fn named<'s>(site: &'s Site, name: &str) -> Person<'s> {
    site.person(|one| one["name"] == name)
}

/// The CPR number as pages write it.
fn cpr(person: &Person<'_>) -> String {
    let digits: String = person.cpr.chars().filter(char::is_ascii_digit).collect();
    format!("{}-{}", &digits[..6], &digits[6..])
}

#[test]
fn a_private_site_is_told_the_cpr_number_with_consent_alone_and_forgets_it_when_asked_to() {
    let site = Site::filled();
    let person = named(&site, "Stine Udsen");
    let asked = person.logs_on_at(PRIVATE);
    asked.says("Må vi få dit CPR-nummer?").never_says(&cpr(&person));
    let without = asked.press("Nej, fortsæt uden");
    without.says("Stine Udsen").says("PID:9208-2002-2-").says("Ikke oplyst").never_says(&cpr(&person));
    without.follow("Giv samtykke").press("Ja, giv samtykke").says(&cpr(&person)).says("Åkandevej 9");

    person.browser.open(PRIVATE).press("Log af");
    person.logs_on_at(PRIVATE).says(&cpr(&person)).never_says("Må vi få");
    let told = person.browser.open(&format!("{PRIVATE}/oplysninger"));
    told.press("Træk samtykket tilbage").says("Ikke oplyst").never_says(&cpr(&person));
    person.browser.open(PRIVATE).press("Log af");
    person.logs_on_at(PRIVATE).says("Må vi få dit CPR-nummer?");
}

#[test]
fn an_authority_looks_the_cpr_number_up_and_a_bank_needs_no_certificate() {
    let site = Site::filled();
    let person = named(&site, "Stine Udsen");
    let page = person.logs_on_at(PUBLIC);
    page.says("Stine Udsen").says(&cpr(&person)).says("PID:9208-2002-2-").says("Åkandevej 9");
    page.follow("årsopgørelse").says("Kære Stine Udsen");
    person.logs_on_at(BANK).says("Lønkonto");
    person.browser.open(&format!("{BANK}/oplysninger")).says(&cpr(&person)).never_says("PID:");
    let other = person.browser.open(&format!("{BANK}/samtykke"));
    assert_eq!(other.path, BANK, "a bank has nothing to ask");
}

#[test]
fn a_bank_nemid_is_told_after_the_key_what_it_lacks() {
    let site = Site::filled();
    let person = named(&site, "Kirsten Munk");
    let page = person.types_password(PUBLIC, &person.password);
    page.is(Status::Ok).never_says("kun til netbank");
    let key = person.key_for(&page);
    let refused = page.form("Log på").fill("Nøgle", &key).submit();
    refused.is(Status::Forbidden).says("kun til netbank").says("borgerservice");
    person.logs_on_at(BANK).is(Status::Forbidden).says("ingen aftale");
    person.logs_on_at("/tjenester/fjordbanken").says("Lønkonto");
}

#[test]
fn a_business_nemid_opens_the_business_netbank_and_nothing_else() {
    let site = Site::filled();
    let person = named(&site, "Lars Nygaard");
    person.logs_on_at("/tjenester/fjordbanken-erhverv").says("Driftskonto");
    person.logs_on_at("/tjenester/fjordbanken").is(Status::Forbidden).says("ingen aftale");
    person.logs_on_at(PUBLIC).is(Status::Forbidden).says("hører til dit arbejde");
}

#[test]
fn sessions_at_sites_are_apart_and_end_when_one_logs_off() {
    let site = Site::filled();
    let person = named(&site, "Stine Udsen");
    person.logs_on_at(PUBLIC);
    person.browser.open(BANK).says("Bruger-id");
    person.browser.open(&format!("{BANK}/betal")).says("Bruger-id");
    person.browser.open(PUBLIC).press("Log af").says("Bruger-id");
    person.browser.open(&format!("{PUBLIC}/oplysninger")).says("Bruger-id");
    person.browser.open("/tjenester/findes-ikke").is(Status::NotFound);
    person.browser.open("/tjenester").says("Borgerportalen").says("Hedebanken");
}
