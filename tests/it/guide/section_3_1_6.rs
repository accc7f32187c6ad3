//! Guide 3.1.6: the citizen has lost the code card: block it, and hand out a new one.

use rocket::http::Status;

use super::desk::{BLOCK_CARDS, HAND_OUT_CARD};
use crate::site::Site;

#[test]
fn the_lost_card_is_blocked_and_the_new_one_works() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let lost = finn.open_cards().remove(0);
    let receipt = desk.blocks_cards(&finn);
    receipt.says("skal det klippes i stykker");
    assert_eq!(finn.card_state(&lost), "blocked");
    let card = desk.card();
    let page = receipt.press("Udlever nyt nøglekort");
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    receipt.says("Næste gang du logger på, skal nøglekortets nummer skrives");
    receipt.never_says("Brug et andet nøglekort").never_says("forrige kort");
    desk.opened(&card);
    // The only card left: its number is typed at log-on, never listed.
    let page = finn.types_password("/log-paa", &finn.password);
    assert!(!page.text().contains(&card), "{}", page.text());
    let page = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    let key = finn.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit();
    assert_eq!(finn.card_state(&card), "active");
    let log = finn.browser.open("/selvbetjening/haendelseslog");
    log.says(&format!("Nøglekort {lost} blev spærret. Årsag: mistet nøglekort"));
    log.says(&format!("Nøglekort {card} blev taget i brug"));
}

#[test]
fn ok_without_a_tick_only_shows_the_numbers() {
    let site = Site::filled();
    let (desk, mette) = (site.desk(), site.named("Mette Odgaard"));
    let before = mette.as_listed();
    let card = mette.open_cards().remove(0);
    desk.maintains(BLOCK_CARDS, &mette).press("OK").says("Intet er spærret").says(&card);
    assert_eq!(mette.as_listed(), before);
}

#[test]
fn a_reason_is_needed_and_a_wrong_password_of_the_officer_signs_nothing() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let lost = finn.open_cards().remove(0);
    let page = desk.maintains(BLOCK_CARDS, &finn);
    let unreasoned = page.form("OK").tick(&lost).submit();
    assert_eq!(unreasoned.status, Status::UnprocessableEntity);
    let reading = unreasoned.form("OK").tick("Borgeren har mistet kortet").submit();
    let mut page = reading.form("Underskriv").fill("Adgangskode", "forkert1").submit();
    page.says("Adgangskoden er forkert, og intet er underskrevet");
    assert!(!page.body.contains("forkert1"));
    for _ in 0..4 {
        page = page.form("Underskriv").fill("Adgangskode", "forkert1").submit();
    }
    // The fifth locks the officer, whose sessions end.
    let right = page.form("Underskriv").fill("Adgangskode", &desk.officer.password).submit();
    assert!(right.path.starts_with("/log-paa") || right.status != Status::Ok, "{}", right.path);
    assert_ne!(finn.card_state(&lost), "blocked");
}

#[test]
fn what_changed_since_it_was_read_is_read_again_and_sent_twice_happens_once() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let card = desk.card();
    let page = desk.maintains(HAND_OUT_CARD, &finn);
    let reading = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    // Meanwhile somebody tries to log on with the citizen's user id.
    finn.types_password("/log-paa", "forkert1");
    let again = reading.form("Underskriv").fill("Adgangskode", &desk.officer.password).submit();
    assert_eq!(again.status, Status::UnprocessableEntity);
    again.says("Der er sket noget med dette NemID").says("Sådan står det nu").says("Nøglekort");
    let form = again.form("Underskriv").fill("Adgangskode", &desk.officer.password);
    let first = form.submit();
    let second = form.submit();
    assert_eq!((first.text(), &first.path), (second.text(), &second.path));
    let signed = desk.officer.browser.open("/ra/journal").text().matches("Finn Gram").count();
    assert_eq!(signed, 2, "one entry names the citizen in its line and in its text");
}

#[test]
fn another_officer_never_sees_the_errand_and_the_journal_keeps_what_was_signed() {
    let site = Site::filled();
    let (desk, other, finn) = (site.desk(), site.other_desk(), site.named("Finn Gram"));
    let receipt = desk.blocks_cards(&finn);
    let stolen = other.officer.browser.open(&receipt.path);
    stolen.is(Status::Ok).says("Ekspeditionen er slut").says("Hvem er borgeren?").never_says("Finn Gram");
    let journal = desk.officer.browser.open("/ra/journal");
    journal.says("Spær nøglekort").says("Finn Gram").says("Pas").says(&desk.officer.name);
    let theirs = other.officer.browser.open("/ra/journal");
    assert!(!theirs.text().contains("Finn Gram"), "{}", theirs.text());
}

#[test]
fn a_card_that_was_blocked_elsewhere_is_shown_with_date_and_by_whom_and_leads_on_to_a_new_one() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let lost = finn.open_cards().remove(0);
    let form = finn.browser.open("/spaer").form("Spær nu").tick("Nøglekort: mistet");
    form.fill("Navn", "Finn Gram").fill("Nøglekortnummer", &lost).submit();
    assert_eq!(finn.card_state(&lost), "blocked");
    let page = desk.maintains(BLOCK_CARDS, &finn);
    page.says("Der er ingen nøglekort at spærre").says(&lost);
    page.says("4. marts 2019 kl. 9.00, af en, der ikke var logget på. Årsag: mistet nøglekort");
    let page = page.press("Udlever nyt nøglekort");
    page.says("Finn Gram").says("intet nøglekort til dette NemID, der kan bruges");
    desk.signs(&page.form("Næste").fill("Nøglekortnummer", &desk.card()).submit());
    let olga = site.operator();
    olga.finds(&finn.cpr)
        .says("4. marts 2019 kl. 9.00, af en, der ikke var logget på. Årsag: mistet nøglekort");
}

#[test]
fn a_card_for_one_whose_password_is_blocked_is_told_to_wait_for_a_temporary_password() {
    let site = Site::filled();
    let (desk, ulla) = (site.desk(), site.named("Ulla Vang"));
    let page = desk.maintains(HAND_OUT_CARD, &ulla);
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &desk.card()).submit());
    receipt.says("Adgangskoden er spærret, så NemID kan ikke bruges endnu").never_says("ved pålogning");
    receipt.press("Udlever midlertidig adgangskode").says("Vælg udleveringsform");
}

#[test]
fn without_a_photo_a_new_card_is_sent_and_its_day_told() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let lost = finn.open_cards().remove(0);
    let page = desk.serves(BLOCK_CARDS, &finn, &["Sundhedskort", "Betalingskort"]).form("Næste").submit();
    let receipt = desk.signs(&page.form("OK").tick(&lost).tick("Borgeren har mistet kortet").submit());
    let page = receipt.press("Send nyt nøglekort");
    let receipt = desk.signs(&page.form("Næste").submit());
    receipt.says("Kortet kommer med posten torsdag den 7. marts");
    receipt.says("skal nøglekortets nummer skrives");
}

#[test]
fn an_old_card_that_a_newer_one_has_ended_meanwhile_is_told_so_and_the_newer_one_is_not_blocked_instead() {
    let site = Site::filled();
    let (desk, ida) = (site.desk(), site.named("Ida Krogh"));
    let (old, new) = (ida.open_cards().remove(0), desk.card());
    let page = desk.maintains(HAND_OUT_CARD, &ida);
    desk.signs(&page.form("Næste").fill("Nøglekortnummer", &new).submit());
    let page = desk.maintains(BLOCK_CARDS, &ida);
    let reading = page.form("OK").tick(&old).tick("Borgeren har mistet kortet").submit();
    desk.opened(&new);
    let page = ida.types_password("/log-paa", &ida.password).follow("Brug et andet nøglekort");
    let page = page.form("Næste").fill("Nøglekortnummer", &new).submit();
    page.form("Log på").fill("Nøgle", &ida.key_for(&page)).submit();
    assert_eq!((ida.card_state(&old), ida.card_state(&new)), ("blocked".into(), "active".into()));
    let late = reading.form("Underskriv").fill("Adgangskode", &desk.officer.password).submit();
    late.is(Status::UnprocessableEntity).says("Der er sket noget med dette NemID");
    late.says(&format!("{old}: Spærret")).says(&format!("{new}: I brug"));
    let again = late.form("Underskriv").fill("Adgangskode", &desk.officer.password).submit();
    again
        .is(Status::UnprocessableEntity)
        .says("Et af kortene er blevet spærret eller brugt op i mellemtiden");
    assert_eq!(ida.card_state(&new), "active");
}
