//! My NemID: the state of everything, what needs doing, and the look-up in CPR.

use rocket::http::Status;

use super::holder;
use crate::site::Site;

#[test]
fn it_says_what_state_all_is_in() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = willy.opens("");
    page.is(Status::Ok)
        .says("Mit NemID")
        .says(willy.nemid().number.as_str())
        .says("Gælder til")
        .says("nøgler tilbage");
    page.says(willy.nemid().active_card().unwrap().number.to_string().as_str());
    page.says("Willy Åkjær").says("I brug siden");
}

#[test]
fn it_says_what_needs_doing() {
    let site = Site::filled();
    for (name, says) in [
        ("Svend Ulstrup", "Dit certifikat udløber"),
        ("Rosa Holm", "passer ikke længere"),
        ("Tina Vestergaard", "Dit certifikat er udløbet"),
        ("Uffe Wind", "Dit certifikat er spærret"),
        ("Vera Ørsted", "nøgler tilbage på dit nøglekort"),
    ] {
        let person = holder(&site, name);
        person.opens("").is(Status::Ok).says("Det skal du tage stilling til").says(says);
    }
}

#[test]
fn it_is_there_in_english_too() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    willy.browser.open("/sprog/en?til=/selvbetjening").says("My NemID").says("Valid until");
}

#[test]
fn nobody_sees_it_without_a_log_on() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let stranger = site.browser();
    for page in [
        "",
        "/adgangskode",
        "/adgangskode/spaer",
        "/bruger-id",
        "/kontakt",
        "/haendelseslog",
        "/haendelseslog.csv",
        "/noeglekort",
        "/noeglekort/spaer",
        "/certifikat",
        "/certifikat/spaer",
        "/afslut",
        "/afslut/noegle",
    ] {
        let page = format!("/selvbetjening{page}");
        assert_ne!(stranger.open(&page).path, page);
        assert_eq!(willy.browser.open(&page).status, Status::Ok, "{page}");
    }
}

#[test]
fn name_and_address_are_fetched_from_cpr() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    willy.opens("").press("Hent igen fra CPR").says("Vi har hentet navn og adresse fra CPR.");
    assert_eq!(willy.nemid().certificate().unwrap().outdated.name, None);

    site.change_world(&format!("persons/{}/name", willy.cpr), "{\"name\": \"Willy Engholm\"}");
    willy.opens("").press("Hent igen fra CPR").says("skal fornyes").says("Willy Engholm");
    assert!(willy.nemid().certificate().unwrap().outdated.name.is_some());
}

#[test]
fn the_pages_about_an_ended_session_are_there_for_anybody_and_no_others() {
    let site = Site::filled();
    let stranger = site.browser();
    for end in [
        "nemid",
        "nemid-spaerret",
        "adgangskode",
        "adgangskode-sendt",
        "adgangskode-bank",
        "laast",
        "log-paa",
    ] {
        stranger.open(&format!("/selvbetjening/slut/{end}")).is(Status::Ok);
    }
    stranger.open("/selvbetjening/slut/andet").is(Status::NotFound);
}

#[test]
fn who_has_a_banks_nemid_alone_is_sent_to_the_netbank_with_the_letter() {
    let site = Site::filled();
    let (kirsten, letter) = (holder(&site, "Kirsten Munk"), "sender vi den til din adresse");
    let log = kirsten.opens("/haendelseslog");
    log.follow("Det var ikke mig").says("får du hos din bank").never_says(letter);
    let page = kirsten.opens("/adgangskode/spaer");
    page.press("Spær adgangskode").is(Status::UnprocessableEntity).says("får du hos din bank");
    let form = page.says("får du hos din bank").never_says(letter).form("Spær adgangskode");
    let over = form.tick("Andre kender måske adgangskoden").submit();
    over.says("får du dér").says("Skriv den i netbanken").never_says("Genåbn dit NemID");
    over.follow("Find din netbank").says("Fjordbanken").says("Hedebanken");
}

#[test]
fn a_certificate_is_renewed_only_while_it_is_valid() {
    let site = Site::filled();
    holder(&site, "Willy Åkjær").opens("").says("Se og forny certifikat");
    holder(&site, "Tina Vestergaard").opens("").says("Se certifikat").never_says("forny certifikat");
}

#[test]
fn who_has_two_nemids_is_not_told_to_log_on_with_the_cpr_number() {
    let site = Site::filled();
    let words = "Du kan også logge på med dit CPR-nummer";
    holder(&site, "Willy Åkjær").opens("").says(words);
    let mut carsten = site.named("Carsten Duus");
    carsten.user_id = "carsten.duus".into();
    carsten.logs_on();
    carsten.opens("").never_says(words).says("fordi du har mere end ét NemID");
    let by_cpr = carsten.types_as(&carsten.cpr, &carsten.password);
    assert!(by_cpr.text().contains("forkert"), "{}", by_cpr.text());
}
