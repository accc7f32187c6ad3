//! Rules 3.5.2: a bank blocks its customer's password or cards on request, with a bank's reasons, and nothing
//! else.

use rocket::http::Status;
use rules::actor::{Actor, Channel};
use rules::log;
use rules::nemid::CardState;
use rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use rules::nemid::temporary::TemporaryPlace;

use crate::people::Person;
use crate::site::Site;

/// A customer of Fjordbanken with a NemID for its netbank alone.
const CUSTOMER: &str = "Kirsten Munk";
const NETBANK: &str = "/tjenester/fjordbanken";

fn pin_letters(person: &Person<'_>) -> usize {
    person.letters().iter().filter(|one| one["kind"] == "pin_letter").count()
}

#[test]
fn a_bank_blocks_a_customers_password_which_its_netbank_re_opens_with_the_letter_that_follows() {
    let site = Site::filled();
    let (nana, mut kirsten) = (site.clerk("fjordbanken"), site.named(CUSTOMER));
    kirsten.logs_on_at(NETBANK).says("Lønkonto");
    let (before, remembered) = (pin_letters(&kirsten), kirsten.password.clone());

    let choice = nana.finds(&kirsten.cpr).follow("Spær adgangskode");
    choice.says("Kunden tror").says("Mistanke").says("Indehaveren har bedt om det");
    choice
        .never_says("forkert for mange gange")
        .press("Næste")
        .is(Status::UnprocessableEntity)
        .says("Vælg en årsag");
    let read = choice.form("Næste").tick("Mistanke om, at andre kender").submit();
    let page = read.says(CUSTOMER).form("Underskriv handlingen").fill("Adgangskode", "forkert 1").submit();
    page.is(Status::UnprocessableEntity);
    assert_eq!(kirsten.state(), "active", "nothing happens before it is signed");
    let page = nana.signs(&page);
    page.says("Adgangskoden er spærret").says("Et PIN-brev er på vej").never_says("Spær adgangskode");

    assert_eq!(kirsten.state(), "password_blocked");
    kirsten.browser.open(&format!("{NETBANK}/oplysninger")).never_says("Lønkonto");
    kirsten.types_password(NETBANK, &remembered).says("Adgangskoden er spærret");
    let nemid = site.nemids_of(CUSTOMER).remove(0);
    assert_eq!(nemid.password.block().unwrap().reason, PasswordBlockReason::Suspicion);
    let entry =
        site.log_of(&nemid).into_iter().find(|one| log::code(&one.event) == "password_blocked").unwrap();
    let Actor::Bank { bank, staff } = &entry.stamp.actor else { panic!("{:?}", entry.stamp) };
    assert_eq!((bank.as_str(), staff.is_some()), ("fjordbanken", true));
    assert_eq!(entry.stamp.channel, Channel::Bank);
    let journal = |bank: &str| site.clerk(bank).person.browser.open(&format!("/bank/{bank}/journal")).text();
    assert!(journal("fjordbanken").contains(CUSTOMER) && !journal("hedebanken").contains(CUSTOMER));

    let temporary = nemid.temporary.as_ref().unwrap();
    assert_eq!(temporary.place, TemporaryPlace::Netbank(bank.clone()));
    assert_eq!(pin_letters(&kirsten), before + 1);
    site.clock_moves("working_days", 4);
    let digits = kirsten.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned();
    let page = kirsten.types_temporary(&format!("{NETBANK}/aktiver"), &digits);
    let form = page
        .form("Næste")
        .fill("Den adgangskode, du havde", &remembered)
        .fill("Ny adgangskode", "tulipan 77");
    let page = form.fill("Gentag ny adgangskode", "tulipan 77").submit();
    let page = page.form("Næste").fill("Nøglekortnummer", &kirsten.open_cards()[0]).submit();
    let key = kirsten.key_for(&page);
    page.form("Genåbn NemID").fill("Nøgle", &key).submit().says("Dit NemID er genåbnet");
    kirsten.password = "tulipan 77".into();
    kirsten.logs_on_at(NETBANK).says("Lønkonto");
}

#[test]
fn who_wants_no_letter_is_sent_none_and_has_the_bank_send_one_later() {
    let site = Site::filled();
    let (nana, kirsten) = (site.clerk("fjordbanken"), site.named(CUSTOMER));
    let before = pin_letters(&kirsten);
    let choice = nana.finds(&kirsten.cpr).follow("Spær adgangskode").form("Næste");
    let read = choice.tick("Indehaveren har bedt om det").untick("Send en midlertidig adgangskode").submit();
    let page = nana.signs(&read);
    page.says("Adgangskoden er spærret").never_says("Et PIN-brev er på vej");
    assert_eq!(pin_letters(&kirsten), before);
    let choice = page.follow("Ny midlertidig adgangskode").form("Næste");
    nana.signs(&choice.tick("Midlertidig kode til låst adgangskode").submit()).says("Et PIN-brev er på vej");
    assert_eq!(pin_letters(&kirsten), before + 1);
}

#[test]
fn a_bank_blocks_the_cards_that_are_ticked_for_good_and_no_new_one_comes_by_itself() {
    let site = Site::filled();
    let (nana, kirsten) = (site.clerk("fjordbanken"), site.named(CUSTOMER));
    let (card, foreign) = (kirsten.open_cards().remove(0), site.named("Ida Krogh").open_cards().remove(0));
    let choice = nana.finds(&kirsten.cpr).follow("Spær nøglekort");
    choice.says(&card).never_says("Kom aldrig");
    let form = || choice.form("Næste").tick("Andre kan have set nøglerne");
    form().untick(&card).submit().is(Status::UnprocessableEntity).says("mindst ét");
    form().tamper("cards", &foreign).submit().is(Status::UnprocessableEntity).says("hører ikke til");
    nana.signs(&form().submit()).says("Nøglekort er spærret").never_says("Spær nøglekort");

    let nemid = site.nemids_of(CUSTOMER).remove(0);
    let CardState::Blocked(block) = &nemid.cards.last().unwrap().state else { panic!("{:?}", nemid.cards) };
    assert_eq!(block.reason, CardBlockReason::SeenByOthers);
    kirsten.types_password(NETBANK, &kirsten.password).says("Begrænset adgang");
    site.clock_moves("working_days", 5);
    assert_eq!(site.nemids_of(CUSTOMER)[0].cards.len(), nemid.cards.len());
    assert!(kirsten.open_cards().is_empty());
    let theirs = site.person(|one| one["name"] == "Ida Krogh");
    assert_eq!(theirs.open_cards()[0], foreign, "nobody else's card was touched");
}

#[test]
fn a_bank_says_how_a_customer_without_a_card_gets_one() {
    let site = Site::filled();
    let (nana, kirsten) = (site.clerk("fjordbanken"), site.named(CUSTOMER));
    let read = |cpr: &str| nana.finds(cpr).follow("Spær nøglekort").form("Næste").tick("Mistet").submit();
    read(&kirsten.cpr).says("ikke flere nøglekort").says("bestilles under »Mistet nøglekort«");
    let known = nana.finds(&kirsten.cpr).follow("Spær adgangskode").form("Næste").tick("Kunden tror");
    nana.signs(&known.submit());
    read(&kirsten.cpr).says("ikke flere nøglekort").says("i borgerservice").never_says("bestilles under");

    let niels = site.named("Niels Poulsen");
    let page = read(&niels.cpr);
    page.says("ikke flere nøglekort").says("udsted et nyt NemID").never_says("bestilles under");
    nana.signs(&page);
    let close = nana.finds(&niels.cpr).follow("Luk adgang til netbanken").form("Næste").submit();
    nana.signs(&close).says("Udsted NemID");
}

#[test]
fn a_bank_blocks_the_public_nemid_that_its_netbank_uses_and_no_other_bank_sees_it() {
    let site = Site::filled();
    let (henrik, stine) = (site.clerk("hedebanken"), site.named("Stine Udsen"));
    let page = henrik.finds(&stine.cpr);
    page.never_says("Spær certifikat").never_says("Spær hele NemID'et").never_says("Ny midlertidig");
    let errand = page.path.clone();
    for kind in ["spaer-certifikat", "spaer-nemid", "midlertidig-adgangskode"] {
        let led_back = henrik.person.browser.open(&format!("{errand}/valg/{kind}"));
        assert_eq!(led_back.path, errand, "{kind} is no bank's matter");
    }
    henrik.signs(&page.follow("Spær adgangskode").form("Næste").tick("Kunden tror").submit());
    let nemid = site.public_nemid_of("Stine Udsen");
    assert!(nemid.password.block().is_some());
    assert!(nemid.valid_certificate(site.now()).is_some(), "the certificate stays");
    assert_eq!(nemid.temporary.as_ref().unwrap().place, TemporaryPlace::Selvbetjening);
    stine.was_told("stine@udsen.example", "Din adgangskode er spærret");
    site.clerk("fjordbanken").finds(&stine.cpr).says("intet NemID hos banken").never_says("Spær");
}

#[test]
fn a_business_nemid_is_blocked_by_its_bank_which_alone_finds_it() {
    let site = Site::filled();
    let (lise, lars) = (site.clerk("fjordbanken-erhverv"), site.named("Lars Nygaard"));
    site.clerk("fjordbanken").finds(&lars.cpr).says("intet NemID hos banken");
    let read = lise.finds(&lars.cpr).follow("Spær adgangskode").form("Næste").tick("Mistanke");
    lise.signs(&read.submit()).says("Adgangskoden er spærret");
    assert_eq!(lars.state(), "password_blocked");
    lars.types_password("/tjenester/fjordbanken-erhverv", &lars.password).says("Adgangskoden er spærret");
}
