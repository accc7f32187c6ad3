//! Rules 4.1: the claims a site receives. An authority looks the CPR number up; a private site is given it
//! with consent only; a bank uses no certificate. Without a public digital signature only one's bank can be
//! logged on to.

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
fn a_consent_stands_in_the_log_and_says_to_whom_only_while_recording_is_on() {
    let site = Site::filled();
    let log = |name: &str| {
        let person = named(&site, name);
        person.logs_on_at(PRIVATE).press("Ja, giv samtykke");
        let told = person.browser.open(&format!("{PRIVATE}/oplysninger"));
        told.press("Træk samtykket tilbage");
        person.logs_on();
        person.browser.open("/selvbetjening/haendelseslog?slags=details").text()
    };
    let (on, off) = (log("Stine Udsen"), log("Hanne Iversen"));
    assert!(on.contains("at Forsikringshuset får dit CPR-nummer"), "{on}");
    assert!(on.contains("Forsikringshuset får ikke længere"), "{on}");
    assert!(off.contains("Du gav samtykke til") && !off.contains("Forsikringshuset"), "{off}");
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
    refused
        .is(Status::Forbidden)
        .says("kun til netbank")
        .says("bestil den under »Certifikat«")
        .says("Borgerservice");
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

/// Somebody with an active public NemID that no bank uses, who remembers the password.
fn without_a_bank(site: &Site) -> Person<'_> {
    site.person(|one| {
        let nemids = one["nemids"].as_array().unwrap();
        let public = nemids.len() == 1 && nemids[0]["issuer"] == "public" && nemids[0]["state"] == "active";
        let theirs = || site.nemids_of(one["name"].as_str().unwrap());
        public && !one["password"].is_null() && theirs()[0].agreements.is_empty()
    })
}

#[test]
fn a_bank_takes_the_nemid_of_a_new_customer_into_use_and_makes_no_second_one() {
    let site = Site::filled();
    let (person, henrik) = (without_a_bank(&site), site.clerk("hedebanken"));
    let number = site.public_nemid_of(&person.name).number;
    person.logs_on_at(BANK).is(Status::Forbidden).says("ingen aftale");
    let choice = henrik.finds(&person.cpr).follow("Tilknyt bankaftale");
    choice.says("Spørg først");
    choice.press("Næste").is(Status::UnprocessableEntity).says("Vælg det NemID");
    let reading = choice.form("Næste").tick(number.as_str()).submit();
    reading.says("Kunden er indforstået").says(number.as_str());
    let done = henrik.signs(&reading);
    done.says("Bankaftalen er tilknyttet")
        .never_says("Udsted NemID")
        .never_says("Ny midlertidig adgangskode");
    assert_eq!(site.nemids_of(&person.name).len(), 1, "no second one");

    person.logs_on_at(BANK).says("Lønkonto");
    person.logs_on_at(PUBLIC).says(&person.name);
    person.logs_on();
    person.browser.open("/selvbetjening/haendelseslog").says("Hedebanken");
    henrik.person.browser.open("/bank/hedebanken/journal").says("Tilknyt bankaftale").says(number.as_str());

    let again = henrik.finds(&person.cpr);
    again.never_says("Tilknyt bankaftale");
    henrik.signs(&again.follow("Luk adgang").press("Næste")).says("Tilknyt bankaftale");
    person.browser.open(BANK).says("Bruger-id");
}

#[test]
fn a_bank_sees_its_own_agreement_alone() {
    let site = Site::filled();
    let georg = named(&site, "Georg Isaksen");
    let henrik = site.clerk("hedebanken");
    henrik.finds(&georg.cpr).says("BankaftalerHedebanken").never_says("Fjordbanken");
    site.operator().finds(&georg.cpr).says("Fjordbanken, Hedebanken");
}

#[test]
fn no_bank_takes_one_that_was_never_activated_and_no_business_netbank_takes_any() {
    let site = Site::filled();
    let choice =
        site.clerk("fjordbanken").finds(&site.cpr_of("Ditte Ebbesen")).follow("Tilknyt bankaftale").text();
    let theirs = site.nemids_of("Ditte Ebbesen");
    let activated = theirs.iter().partition::<Vec<_>, _>(|one| one.is_activated());
    assert!(activated.0.iter().all(|one| choice.contains(one.number.as_str())), "{choice}");
    assert!(!activated.1.is_empty());
    assert!(!activated.1.iter().any(|one| choice.contains(one.number.as_str())), "{choice}");
    let person = without_a_bank(&site);
    site.clerk("fjordbanken-erhverv")
        .finds(&person.cpr)
        .says("Udsted NemID")
        .never_says("Tilknyt bankaftale");
    let olga = site.operator();
    olga.signs(&olga.finds(&person.cpr).follow("Registrér dødsfald").press("Næste"));
    site.clerk("hedebanken").finds(&person.cpr).never_says("Tilknyt bankaftale");
}

#[test]
fn a_bank_says_whether_a_nemid_still_works_anywhere_when_its_netbank_is_closed() {
    let site = Site::filled();
    let nana = site.clerk("fjordbanken");
    let page = nana.finds(&site.cpr_of("Kirsten Munk"));
    page.says("bagefter kan det ikke bruges nogen steder").never_says("Andre steder virker det som før");
    let reading = page.follow("Luk adgang").press("Næste");
    reading.says("NemID'et kan så ikke bruges nogen steder");

    let page = nana.finds(&site.cpr_of("Aksel Dam"));
    page.says("Andre steder virker det som før").never_says("ikke bruges nogen steder");
    page.follow("Luk adgang").press("Næste").never_says("ikke bruges nogen steder");
}
