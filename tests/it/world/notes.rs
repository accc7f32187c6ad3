//! The control room's notes about persons are true, and the actions that they suggest work (Rules 2–4.5).

use rocket::http::Status;

use crate::guide::desk::ORDER;
use crate::site::Site;

const FJORDBANKEN: &str = "/tjenester/fjordbanken";
const FORSIKRINGSHUSET: &str = "/tjenester/forsikringshuset";

#[test]
fn aksel_has_signed_two_payments_and_signs_a_third() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    let page = aksel.logs_on_at(FJORDBANKEN);
    page.says("Betaling til 1234 0007654321").says("Betaling til 4321 0001112223");
    aksel.browser.open(&format!("{FJORDBANKEN}/konto/0")).says("Kajakklub, kontingent");
    aksel.reads_log().says("Fjordbanken").says("450,00 kr.");
    let form = aksel.browser.open(&format!("{FJORDBANKEN}/betal")).form("Næste");
    let text = form.fill("Til konto", "1234 7654321").fill("Beløb", "75,00").submit();
    let page = text.form("Næste").fill("Adgangskode", &aksel.password).submit();
    let key = aksel.key_for(&page);
    page.form("Underskriv").fill("Nøgle", &key).submit().says("Kvittering").says("75,00 kr.");
    aksel.reads_log().says("75,00 kr.");
}

#[test]
fn benny_is_old_enough_since_yesterday_and_orders_with_a_passport() {
    let site = Site::filled();
    let benny = site.named("Benny Eskildsen");
    let passport = benny.as_listed()["document_number"].as_str().unwrap().to_owned();
    let order = |document: &str| {
        let form = benny.browser.open("/bestil").form("Bestil").fill("Navn", "Benny Eskildsen");
        let form = form.fill("CPR-nummer", &benny.cpr);
        form.fill("Pas- eller kørekortnummer", document).submit()
    };
    order("209999999").says("passer ikke sammen");
    order(&passport).says("Dit NemID er bestilt");
}

#[test]
fn dagny_asks_for_another_temporary_password_and_the_one_in_the_torn_envelope_dies() {
    let site = Site::filled();
    let dagny = site.named("Dagny Fabricius");
    let seen = dagny.letters().into_iter().find(|one| one["kind"] == "pin_letter").unwrap();
    assert_eq!(seen["state"], "opened");
    let letter = site.change_world(&format!("letters/{}/open", seen["id"]), "{}");
    let digits = letter["temporary_password"].as_str().unwrap().to_owned();
    let form = dagny.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let form = form.fill("Bruger-id", &dagny.user_id).fill("Nøglekortnummer", &dagny.open_cards()[0]);
    form.submit().says("Vi har modtaget din bestilling");
    dagny.types_temporary("/genaabn", &digits).says("nyere midlertidig adgangskode");
}

#[test]
fn ingolf_gets_a_nemid_for_the_public_beside_the_one_of_his_bank() {
    let site = Site::filled();
    let (desk, ingolf) = (site.desk(), site.named("Ingolf Krag"));
    let page = desk.serves(ORDER, &ingolf, &["Pas"]);
    let form = page.form("Næste").tick("Nyt NemID").fill("Nøglekortnummer", &desk.card());
    desk.signs(&form.submit());
    assert_eq!(ingolf.as_listed()["nemids"].as_array().unwrap().len(), 2);
    ingolf.logs_on_at("/tjenester/hedebanken").says("Lønkonto");
}

#[test]
fn egon_blocks_the_card_that_was_photographed() {
    let site = Site::filled();
    let egon = site.named("Egon Gydesen");
    egon.logs_on();
    let form = egon.browser.open("/selvbetjening/noeglekort/spaer").form("Spær");
    form.tick("Andre kan have set").submit().says("Spærringen er gennemført");
    assert!(egon.open_cards().is_empty());
    egon.browser.open("/selvbetjening/noeglekort").press("Bestil nøglekort").says("er bestilt");
}

#[test]
fn fanny_calls_the_hotline_from_her_journey() {
    let site = Site::filled();
    let fanny = site.named("Fanny Holk");
    let call = |what: &str| {
        let page = fanny.browser.open("/kontrolrum/hotline");
        let form = page.form("Ring og spær").fill("Navn", "Fanny Holk").fill("CPR-nummer", &fanny.cpr);
        form.tick(what).submit().says("Hotlinen har noteret det");
    };
    call("Nøglekort: mistet");
    call("Adgangskoden: Andre kender den måske");
    assert_eq!(fanny.state(), "password_blocked");
    assert!(fanny.open_cards().is_empty());
    let messages = site.world(&format!("persons/{}/messages", fanny.cpr)).to_string();
    assert!(messages.contains("fanny@holk.example") && messages.contains("spærret"), "{messages}");
}

#[test]
fn georg_sees_his_accounts_at_one_bank_while_his_card_is_blocked() {
    let site = Site::filled();
    let georg = site.named("Georg Isaksen");
    georg.types_password(FJORDBANKEN, &georg.password).says("Begrænset adgang").says("Lønkonto");
    let strict = georg.types_password("/tjenester/hedebanken", &georg.password);
    strict.is(Status::UnprocessableEntity).says("på vej").never_says("Lønkonto");
}

#[test]
fn jonna_sees_what_forsikringshuset_knows_and_takes_it_back() {
    let site = Site::filled();
    let jonna = site.named("Jonna Ladefoged");
    jonna.logs_on_at(FORSIKRINGSHUSET).says("Tværvej 3").never_says("Må vi få");
    let told = jonna.browser.open(&format!("{FORSIKRINGSHUSET}/oplysninger"));
    told.says("9. oktober 2018").press("Træk samtykket tilbage").says("Ikke oplyst").never_says("Tværvej 3");
}

#[test]
fn kelds_certificate_stands_on_the_list_with_the_day() {
    let site = Site::filled();
    let serial = site.public_nemid_of("Keld Madsen").certificate().unwrap().serial.to_string();
    let receiver = site.browser();
    let listed = receiver.open("/spaerreliste").follow(&serial);
    listed.says("Certifikatet er spærret").says("18. februar 2019").says("indehaverens eget ønske");
}
