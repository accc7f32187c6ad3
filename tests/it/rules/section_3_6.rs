//! Rules 3.6: the holder ends their own NemID, with a key (D22).

use jiff::SignedDuration;
use rocket::http::Status;
use rules::nemid::NemIdState;

use crate::browser::Visit;
use crate::self_service::holder;
use crate::site::Site;

#[track_caller]
fn answers<'b, 's>(page: &Visit<'b, 's>, key: &str) -> Visit<'b, 's> {
    page.form("Luk NemID").fill("Nøgle", key).submit()
}

#[test]
fn the_right_key_ends_everything() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = willy.opens("").follow("Luk dit NemID");
    page.says(willy.nemid().number.as_str()).says("Det mister du");
    let page = page.press("Fortsæt");
    let key = willy.key_for(&page);
    answers(&page, &key).says("Dit NemID er lukket");
    let nemid = willy.nemid();
    assert!(matches!(nemid.state, NemIdState::Closed(_)));
    assert_eq!(nemid.open_cards().count(), 0);
    assert!(nemid.valid_certificate(site.now()).is_none());
    assert!(willy.is_logged_off());
    willy.was_told("", "Dit NemID er lukket");
}

#[test]
fn a_wrong_key_ends_nothing_and_the_fifth_blocks_the_card() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = willy.opens("/afslut").press("Fortsæt");
    let asked = page.key_number();
    answers(&page, "12").is(Status::UnprocessableEntity).says("seks cifre");
    let right = willy.key_for(&page);
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        let page = answers(&page, wrong);
        page.is(Status::UnprocessableEntity);
        assert_eq!(page.key_number(), asked, "the same key is asked for until it is answered (D4)");
    }
    answers(&page, wrong).is(Status::UnprocessableEntity).says("nøglekortet er nu spærret");
    assert!(willy.nemid().active_card().is_none());
    assert!(matches!(willy.nemid().state, NemIdState::Open));
    willy.opens("/afslut").press("Fortsæt").is(Status::UnprocessableEntity).says("nøglekort");
}

#[test]
fn after_five_minutes_it_begins_anew() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = willy.opens("/afslut").press("Fortsæt");
    let key = willy.key_for(&page);
    site.real_time_passes(SignedDuration::from_mins(6));
    answers(&page, &key).is(Status::UnprocessableEntity).says("fem minutter");
    assert_eq!(willy.opens("/afslut/noegle").path, "/selvbetjening/afslut");
    assert!(matches!(willy.nemid().state, NemIdState::Open));
}
