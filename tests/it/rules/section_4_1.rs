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
    choice.says("Spørg kunden").never_says(number.as_str());
    choice.press("Næste").is(Status::UnprocessableEntity).says("Skriv det NemID-nummer");
    let reading = choice.tells_bank(number.as_str());
    reading.says("giver samtykke til, at operatøren giver Hedebanken").says(number.as_str());
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
    let clerk = site.clerk("fjordbanken");
    let choice = clerk.finds(&site.cpr_of("Ditte Ebbesen")).follow("Tilknyt bankaftale");
    let theirs = site.nemids_of("Ditte Ebbesen");
    let (activated, not_yet) = theirs.iter().partition::<Vec<_>, _>(|one| one.is_activated());
    assert!(!activated.is_empty() && !not_yet.is_empty());
    for one in &not_yet {
        let refused = choice.tells_bank(one.number.as_str());
        refused.is(Status::UnprocessableEntity).says("Kunden har ikke et NemID med det nummer");
    }
    choice.tells_bank(activated[0].number.as_str()).says("Læs og underskriv");
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

#[test]
fn a_clerk_reads_no_number_of_another_nemid_and_takes_none_without_consent() {
    let site = Site::filled();
    let (person, henrik) = (without_a_bank(&site), site.clerk("hedebanken"));
    let number = site.public_nemid_of(&person.name).number;
    let found = henrik.finds(&person.cpr);
    found.never_says(number.as_str());
    let choice = found.follow("Tilknyt bankaftale");
    choice.never_says(number.as_str()).says("Først når kunden har sagt ja, oplyser kunden nummeret");
    let without = choice.form("Næste").fill("NemID-nummer, som aftalen", number.as_str()).submit();
    without.is(Status::UnprocessableEntity).says("Spørg kunden om samtykke");
    let strangers = site.public_nemid_of("Carsten Duus").number;
    let answer = |number: &str| choice.tells_bank(number).is(Status::UnprocessableEntity).text();
    let (of_another, of_nobody) = (answer(strangers.as_str()), answer("100000009"));
    let same = |text: &str| text.contains("Kunden har ikke et NemID med det nummer");
    assert!(same(&of_another) && same(&of_nobody), "{of_another}");
    assert!(site.public_nemid_of(&person.name).agreements.is_empty());
}

#[test]
fn a_bank_s_customer_finds_the_consent_in_the_log_in_a_notice_and_among_the_consents() {
    let site = Site::filled();
    let (person, henrik) = (without_a_bank(&site), site.clerk("hedebanken"));
    let number = site.public_nemid_of(&person.name).number;
    let choice = henrik.finds(&person.cpr).follow("Tilknyt bankaftale");
    henrik.signs(&choice.tells_bank(number.as_str())).says("Samtykket er noteret");
    let messages = site.world(&format!("persons/{}/messages", person.cpr)).to_string();
    let told = messages.contains("Du har givet samtykke")
        || person.letters().iter().any(|one| one["kind"] == "notice");
    assert!(told, "{messages}");
    person.logs_on();
    let log = person.browser.open("/selvbetjening/haendelseslog?slags=details");
    log.says("Du gav samtykke til, at operatøren giver Hedebanken oplysninger om dit NemID");
    let consents = person.browser.open("/selvbetjening/samtykker");
    consents.says("at operatøren giver Hedebanken oplysninger om dit NemID").says("4. marts 2019");
    consents.says("Bed Hedebanken om at lukke").never_says("Samtykker, der er ophørt");
    henrik.signs(&henrik.finds(&person.cpr).follow("Luk adgang").press("Næste"));
    person.browser.open("/selvbetjening/samtykker").says("Samtykker, der er ophørt");
}

/// The consents in force of one NemID, by code.
fn in_force(nemid: &rules::nemid::NemId) -> Vec<&'static str> {
    rules::consents::in_force(nemid).map(|one| one.consent.code()).collect()
}

#[test]
fn the_counter_asks_for_consent_before_it_attaches_to_an_activated_nemid() {
    let site = Site::filled();
    let (desk, kirsten) = (site.desk(), named(&site, "Kirsten Munk"));
    let card = site.nemids_of("Kirsten Munk")[0].active_card().unwrap().number.to_string();
    let page = desk.serves("/ra/bestil", &kirsten, &["Pas"]);
    page.says("at Fjordbanken giver operatøren dit navn, din adresse og dit CPR-nummer");
    page.says("PID-tjenesten hos Digitaliseringsstyrelsen");
    let form = page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", &card);
    let without = form.submit();
    without.is(Status::UnprocessableEntity).says("Uden alle samtykker");
    let reading = without.form("Næste").tick("Borgeren giver samtykke").submit();
    reading.says("Borgeren er spurgt og giver samtykke til »at operatøren af NemID slår dit navn");
    desk.signs(&reading).says("Samtykket er noteret");
    let nemid = site.nemids_of("Kirsten Munk").remove(0);
    assert_eq!(in_force(&nemid), ["cpr-lookup", "pid-service", "earlier-pid", "from-bank"]);
    kirsten.logs_on();
    kirsten.browser.open("/selvbetjening/samtykker").says("Borgerservice").says("Version 2");
}

#[test]
fn seed_and_living_flow_agree_on_what_was_consented_to() {
    let site = Site::filled();
    for name in ["Kirsten Munk", "Finn Gram", "Emil Friis", "Georg Isaksen", "Lars Nygaard"] {
        for nemid in site.nemids_of(name) {
            let certificate = nemid.valid_certificate(site.now()).is_some();
            let given = in_force(&nemid);
            assert_eq!(given.contains(&"cpr-lookup"), certificate, "{name}: {given:?}");
            assert_eq!(given.contains(&"earlier-pid"), certificate, "{name}: {given:?}");
        }
    }
    let emil = site.public_nemid_of("Emil Friis");
    assert!(in_force(&emil).contains(&"to-bank"), "the bank moved its agreement with his consent");
}

#[test]
fn an_own_order_keeps_the_consents_and_the_block_of_the_certificate_ends_them() {
    let site = Site::filled();
    let willy = named(&site, "Willy Åkjær");
    willy.logs_on();
    let page = willy.browser.open("/selvbetjening/certifikat").follow("Spær certifikat");
    page.press("Spær certifikat");
    assert!(in_force(&site.public_nemid_of("Willy Åkjær")).is_empty());
    willy.browser.open("/selvbetjening/samtykker").says("Du har ingen samtykker, der gælder");
    let page = willy.browser.open("/selvbetjening/certifikat");
    page.says("at operatøren slår op i PID-tjenesten, om du har et PID-nummer");
    page.press("Bestil certifikat").is(Status::UnprocessableEntity).says("samtykke");
    page.form("Bestil certifikat").tick("Jeg giver samtykke").submit().says("Dit nye certifikat er klar");
    let nemid = site.public_nemid_of("Willy Åkjær");
    assert_eq!(in_force(&nemid), ["cpr-lookup", "pid-service", "earlier-pid"]);
    assert!(nemid.consents.iter().any(|one| one.ended.is_some()), "the earlier ones are kept");
}
