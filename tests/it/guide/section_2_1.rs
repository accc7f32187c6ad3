//! Guide 2.1: the NemIDs that the citizen has, shown by the order page; and what can be ordered then.

use rocket::http::Status;

use super::desk::ORDER;
use crate::site::Site;

#[test]
fn a_bank_nemid_is_found_and_given_a_certificate_by_the_card_the_citizen_has() {
    let site = Site::filled();
    let (desk, kirsten) = (site.desk(), site.named("Kirsten Munk"));
    let card = kirsten.open_cards().remove(0);
    let page = desk.serves(ORDER, &kirsten, &["Kørekort"]);
    page.says("Certifikat tilknyttes").says("Eksisterende NemID").says("Nyt NemID");
    // Another office's customer might show any card: the number has to be one of hers.
    let wrong = page.form("Næste").fill("Nøglekortnummer", &desk.card()).submit();
    assert_eq!(wrong.status, Status::UnprocessableEntity);
    wrong.says("Nøglekortnummeret hører ikke til");
    let receipt = desk.signs(&wrong.form("Næste").fill("Nøglekortnummer", &card).submit());
    receipt.says("både i netbanken og hos det offentlige");
    desk.serves(ORDER, &kirsten, &["Pas"]).says("Borgeren har allerede NemID");
}

#[test]
fn looking_up_changes_nothing_and_who_has_nemid_gets_no_other() {
    let site = Site::filled();
    let (desk, hanne) = (site.desk(), site.named("Hanne Iversen"));
    let before = hanne.as_listed();
    let page = desk.serves(ORDER, &hanne, &["Pas"]);
    page.says("Borgeren har allerede NemID");
    assert!(!page.body.contains("name=\"card\""), "{}", page.text());
    assert_eq!(hanne.as_listed(), before);
}

#[test]
fn who_has_none_gets_a_new_one_with_card_and_pin_letter_at_once() {
    let site = Site::filled();
    let (desk, mut erik) = (site.desk(), site.named("Erik Fjeldsted"));
    let (card, serial) = (desk.card(), desk.letter());
    let page = desk.serves(ORDER, &erik, &["Pas"]);
    page.says("Der oprettes et nyt NemID").says("Den normale løsning med OTP").says("erhvervsnetbank");
    let form = page.form("Næste").fill("E-mail", "erik@fjeldsted.example").fill("Nøglekortnummer", &card);
    let receipt = desk.signs(&form.submit());
    // The receipt leads straight on to the PIN letter.
    let page = receipt.press("Udlever midlertidig adgangskode");
    page.says("Genudsend midlertidig adgangskode");
    let receipt = desk.signs(&page.form("Næste").fill("Serienummer på PIN-brev", &serial).submit());
    receipt.says("Skriv NemID-nummer").says(&erik.nemid_number()).says("Udlever reglerne");
    receipt.follow("velkomstbrev").says("Velkommen til NemID").says(&erik.nemid_number());
    let digits = desk.opened(&serial)["temporary_password"].as_str().unwrap().to_owned();
    desk.opened(&card);
    erik.activates(&digits, "laerke1982", &card);
    erik.logs_on();
}

#[test]
fn without_a_photo_the_card_is_posted_and_the_pin_letter_on_another_day() {
    let site = Site::filled();
    let (desk, uno) = (site.desk(), site.named("Uno Knap"));
    let page = desk.serves(ORDER, &uno, &["Sundhedskort", "Lejekontrakt"]);
    let at_once = page.form("Næste").tick("Nøglekort udleveres med det samme");
    let refused = at_once.fill("Nøglekortnummer", &desk.card()).submit();
    assert_eq!(refused.status, Status::UnprocessableEntity);
    refused.says("kun udleveres med det samme mod legitimation med billede");
    let posted = refused.form("Næste").tick("Nøglekort sendes med posten").submit();
    desk.signs(&posted).says("kommer torsdag den 7. marts og PIN-brevet fredag den 8. marts");
    let letters = uno.letters();
    let posted_on = |kind: &str| {
        let letter = letters.iter().find(|one| one["kind"] == kind).unwrap();
        letter["posted"].as_str().unwrap()[..10].to_owned()
    };
    assert_ne!(posted_on("key_card"), posted_on("pin_letter"), "Guide 2.1, D15");
    site.clock_moves("working_days", 4);
    site.clock_moves("hours", 2);
    let mut uno = site.named("Uno Knap");
    let card = uno.opens_letter("key_card")["card_number"].as_str().unwrap().to_owned();
    let digits = uno.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned();
    uno.activates(&digits, "solgaard12", &card);
}

#[test]
fn the_young_the_dead_strangers_and_oneself_get_none() {
    let site = Site::filled();
    let desk = site.desk();
    desk.serves(ORDER, &site.named("Fie Gade"), &["Pas"]).says("Fie Gade er 14 år og fylder 15 år den");
    desk.serves(ORDER, &site.named("Gunnar Holst"), &["Pas"]).says("registreret som død");
    let ask = |cpr: &str| {
        let page = desk.officer.browser.open(ORDER);
        page.form("Næste").fill("CPR-nummer", cpr).submit()
    };
    ask("010190-1234").says("Ægte CPR-numre hører ikke hjemme her");
    ask("123").says("Et CPR-nummer har ti cifre");
    let own = site.named(&desk.officer.name).cpr;
    ask(&own).says("Du kan ikke betjene dig selv");
}

#[test]
fn one_that_has_ended_is_shown_and_is_none_that_can_be_used() {
    let site = Site::filled();
    let (desk, soren) = (site.desk(), site.named("Søren Ibsen"));
    let page = desk.serves(ORDER, &soren, &["Pas"]);
    page.says("Borgeren har intet NemID, der kan bruges").says("Borgerens tidligere NemID");
    let number = soren.as_listed()["nemids"][0]["number"].as_str().unwrap().to_owned();
    page.says(&number).says("Der oprettes et nyt NemID");
    desk.signs(&page.form("Næste").fill("Nøglekortnummer", &desk.card()).submit());
}

#[test]
fn the_look_up_shows_what_the_state_leaves_unsaid_and_where_to_activate() {
    let site = Site::filled();
    let desk = site.desk();
    let looks_up = |name: &str| desk.serves(ORDER, &site.named(name), &["Pas"]);
    let ole = looks_up("Ole Pape");
    ole.says("tastet det forkerte sted").says("Anbefal borgeren at aktivere på Selvbetjening");
    looks_up("Regitze Toft").says("anbefal at aktivere i netbanken").says("til netbanken hos");
    looks_up("Jette Kjær").says("bestilt for mindst ti hverdage siden");
    looks_up("Ulla Vang").says("Spærret").says("Årsag:");
    looks_up("Emil Friis").says("Overflødigt: Ingen bank bruger det mere. Det bliver slettet");
    looks_up("Erik Fjeldsted").says("Borgeren kan også selv bestille på Selvbetjening");
}

#[test]
fn letters_ordered_on_a_saturday_are_told_for_the_days_on_which_they_come() {
    let site = Site::filled();
    site.clock_moves("days", 5);
    let (desk, uno) = (site.desk(), site.named("Uno Knap"));
    let page = desk.serves(ORDER, &uno, &["Sundhedskort", "Lejekontrakt"]);
    let posted = page.form("Næste").tick("Nøglekort sendes med posten").submit();
    let receipt = desk.signs(&posted);
    receipt.says("kommer torsdag den 14. marts og PIN-brevet fredag den 15. marts");
    let arrives = |kind: &str| {
        let letters = uno.letters();
        let letter = letters.iter().find(|one| one["kind"] == kind).unwrap();
        letter["arrives"].as_str().unwrap()[..10].to_owned()
    };
    assert_eq!((arrives("key_card"), arrives("pin_letter")), ("2019-03-14".into(), "2019-03-15".into()));
}

#[test]
fn a_public_nemid_beside_the_new_one_is_told_of() {
    let site = Site::filled();
    let (desk, uffe) = (site.desk(), site.named("Uffe Wind"));
    let old = site.public_nemid_of("Uffe Wind").number;
    let page = desk.serves(ORDER, &uffe, &["Pas"]);
    let form = page.form("Næste").tick("Nyt NemID").tick("Nøglekort udleveres med det samme");
    let receipt = desk.signs(&form.fill("Nøglekortnummer", &desk.card()).submit());
    receipt.says(&format!("NemID-nummer {old} består"));
}
