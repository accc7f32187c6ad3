//! Rules 3.5.1: the holder blocks a card at once and orders another; the re-order level (D7, D18).

use rocket::http::Status;
use rules::nemid::CardState;

use crate::self_service::holder;
use crate::site::Site;

#[test]
fn a_card_is_blocked_for_good_and_a_new_one_ordered() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let elsewhere = holder(&site, "Willy Åkjær");
    let card = willy.nemid().active_card().unwrap().number;
    let spare = willy.nemid().open_cards().find(|one| one.number != card).unwrap().number;
    let page = willy.opens("/noeglekort").follow("Spær nøglekort");
    page.says(&card.to_string());
    let form = page.form("Spær").tick(&card.to_string()).tick("Jeg har mistet det");
    form.submit().says("Spærringen er gennemført").says("mistet nøglekort");
    assert!(matches!(willy.nemid().card(&card).unwrap().state, CardState::Blocked(_)));
    assert!(!willy.is_logged_off(), "the session that asked survives");
    assert!(elsewhere.is_logged_off(), "all others end");
    willy.was_told("", "er spærret");

    willy.opens("").says("Skriv nummeret på det, når du logger på næste gang");
    let form = willy.opens("/noeglekort/spaer").form("Spær").tick("Brevet var åbnet");
    form.submit().says("Spærringen er gennemført").says("Du har ingen nøglekort");
    assert!(matches!(willy.nemid().card(&spare).unwrap().state, CardState::Blocked(_)));

    let page = willy.opens("/noeglekort");
    page.press("Bestil nøglekort").says("er bestilt").says("På vej med posten");
    willy.opens("/noeglekort").says("Der er allerede et nøglekort på vej");
    willy.opens("").says("på vej med posten");
}

#[test]
fn nothing_ticked_no_reason_and_foreign_cards_are_refused() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let foreign = holder(&site, "Svend Ulstrup").nemid().active_card().unwrap().number.to_string();
    let page = willy.opens("/noeglekort/spaer");
    let own = willy.nemid().active_card().unwrap().number.to_string();
    page.press("Spær").is(Status::UnprocessableEntity).says("Vælg, hvorfor");
    let form = page.form("Spær").tick("Jeg har mistet det");
    form.tamper("cards", &foreign).submit().is(Status::UnprocessableEntity).says("hører ikke til");
    let form = page.form("Spær").tick("Jeg har mistet det").untick(&own);
    form.submit().is(Status::UnprocessableEntity).says("mindst ét");
    assert!(willy.nemid().active_card().is_some());
}

#[test]
fn at_most_four_cards_are_open_and_a_double_press_orders_one() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let open = || willy.nemid().open_cards().count();
    let before = open();
    let form = willy.opens("/noeglekort").form("Bestil nøglekort");
    form.submit().says("er bestilt");
    form.submit().says("er bestilt");
    assert_eq!(open(), before + 1);
    for _ in open()..4 {
        willy.opens("/noeglekort").press("Bestil nøglekort").says("er bestilt");
    }
    let last = willy.opens("/noeglekort");
    last.says("højst have fire");
    form.tamper("once", &site.app.new_token().reveal())
        .submit()
        .is(Status::UnprocessableEntity)
        .says("højst have fire");
    assert_eq!(open(), 4);
}

#[test]
fn the_level_for_a_new_card_is_set_between_10_and_60() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let set = |level: &str| {
        let page = willy.opens("/noeglekort");
        let status = page.form("Gem").fill("Antal nøgler tilbage", level).submit().status;
        (status, willy.nemid().reorder_level)
    };
    assert_eq!(set("60"), (Status::Ok, 60));
    for level in ["9", "61", "300", "-1", "tyve", ""] {
        assert_eq!(set(level), (Status::UnprocessableEntity, 60), "{level}");
    }
    assert_eq!(set("10"), (Status::Ok, 10));
}

#[test]
fn who_never_activated_has_a_card_blocked_whose_letter_was_opened() {
    let site = Site::filled();
    let anna = site.named("Anna Bøgh");
    let card = anna.open_cards().remove(0);
    let page = anna.browser.open(&format!("/kontrolrum/personer/{}", anna.cpr));
    page.never_says("Få adgangskoden spærret").press("Få alle nøglekort spærret").is(Status::Ok);
    assert!(anna.open_cards().is_empty(), "{card} is blocked");
    assert_eq!(anna.state(), "not_activated");
}
