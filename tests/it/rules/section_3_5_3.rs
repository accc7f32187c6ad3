//! Rules 3.5.3: the operator blocks password, card or the whole NemID, and registers a death.

use rocket::http::Status;
use rules::actor::Actor;
use rules::nemid::block::{NemIdBlockReason, NemIdState, PasswordBlockReason};

use crate::site::Site;

#[test]
fn the_operator_blocks_a_password_for_a_stated_reason_and_it_stands_in_the_journal() {
    let site = Site::filled();
    let before = site.public_nemid_of("Stine Udsen");
    let olga = site.operator();
    let page = olga.finds_nemid(before.number.as_str());
    page.says("Stine Udsen").says("Hvad skal der ske?");
    assert!(!page.path.contains(before.number.as_str()) && !page.path.contains(&site.cpr_of("Stine Udsen")));
    let choice = page.follow("Spær adgangskode");
    choice.press("Næste").is(Status::UnprocessableEntity).says("Vælg en årsag");
    let signing = choice.form("Næste").tick("Mistanke").submit();
    let wrong = signing.form("Underskriv").fill("Adgangskode", "helt forkert1").submit();
    wrong.is(Status::UnprocessableEntity).says("Adgangskoden er forkert");
    assert!(site.public_nemid_of("Stine Udsen").password.block().is_none());
    olga.signs(&signing).says("Adgangskoden er spærret").says("PIN-brev er på vej");
    olga.signs(&signing).says("Adgangskoden er spærret");

    let after = site.public_nemid_of("Stine Udsen");
    let block = after.password.block().unwrap();
    assert_eq!(block.reason, PasswordBlockReason::Suspicion);
    assert!(matches!(&block.by, Actor::Operator { staff: Some(_) }));
    assert!(after.live_temporary(site.now()).is_some());
    let blocks = site.log_of(&after).iter().filter(|one| one.stamp.actor == block.by).count();
    assert_eq!(blocks, 2, "blocked and sent a temporary password, once");
    let journal = olga.person.browser.open("/operatoer/journal");
    journal
        .says("Spær adgangskode")
        .says("Stine Udsen")
        .says("Olga Stenbæk")
        .says("mistanke om, at andre kender adgangskoden");
}

#[test]
fn a_whole_nemid_is_blocked_for_good_and_nothing_is_offered_after_it() {
    let site = Site::filled();
    let olga = site.operator();
    let page = olga.finds(&site.cpr_of("Stine Udsen")).follow("Spær hele NemID'et");
    let page = olga.signs(&page.form("Næste").tick("Forkerte oplysninger").submit());
    page.says("NemID'et er spærret").never_says("Ophæv låsen").never_says("Spær nøglekort");
    let nemid = site.public_nemid_of("Stine Udsen");
    let NemIdState::Blocked(block) = &nemid.state else { panic!("{:?}", nemid.state) };
    assert_eq!(block.reason, NemIdBlockReason::FalseInformation);
    assert_eq!(nemid.open_cards().count(), 0);
    assert!(nemid.valid_certificate(site.now()).is_none());
}

#[test]
fn a_death_blocks_all_that_the_person_has() {
    let site = Site::filled();
    let olga = site.operator();
    let page = olga.finds(&site.cpr_of("Carsten Duus")).follow("Registrér dødsfald");
    olga.signs(&page.press("Næste")).says("Dødsfaldet er registreret").says("Død");
    for nemid in site.nemids_of("Carsten Duus") {
        let NemIdState::Blocked(block) = &nemid.state else { panic!("{:?}", nemid.state) };
        assert_eq!(block.reason, NemIdBlockReason::Death);
    }
    let again = olga.finds(&site.cpr_of("Carsten Duus"));
    again.never_says("Registrér dødsfald");
}

#[test]
fn an_eight_hour_lock_is_lifted_early_and_leaves_its_strike() {
    let site = Site::filled();
    let locked = site.person_in_state("locked");
    let name = locked.name.clone();
    let olga = site.operator();
    let page = olga.finds(&locked.cpr);
    page.says("Låst til");
    let page = page.follow("Ophæv låsen");
    olga.signs(&page.press("Næste")).says("Låsen er ophævet").never_says("Ophæv låsen");
    let nemid = site.public_nemid_of(&name);
    assert!(nemid.lockout.running(site.now()).is_none());
    assert!(nemid.lockout.strike);
}

#[test]
fn only_the_operator_has_these_pages_and_never_serves_themselves() {
    let site = Site::filled();
    let stranger = site.browser();
    assert!(stranger.open("/operatoer").path.starts_with("/log-paa"));
    let officer = site.staff("officer", 0);
    officer.logs_on_at("/log-paa?til=/operatoer").says("giver ikke adgang");
    let olga = site.operator();
    olga
        .finds(
            site.world("officers").as_array().unwrap().iter().find(|one| one["role"] == "operator").unwrap()
                ["cpr"]
                .as_str()
                .unwrap(),
        )
        .is(Status::UnprocessableEntity)
        .says("Du kan ikke betjene dig selv");
    olga.finds("").is(Status::UnprocessableEntity).says("Skriv et NemID-nummer eller et CPR-nummer");
    olga.finds_nemid("123").is(Status::UnprocessableEntity).says("ni cifre");
}

#[test]
fn what_changed_since_it_was_read_has_to_be_read_again() {
    let site = Site::filled();
    let (olga, cpr) = (site.operator(), site.cpr_of("Stine Udsen"));
    let choice = olga.finds(&cpr).follow("Spær adgangskode");
    let read = choice.form("Næste").tick("Mistanke").submit();
    let stine = site.person(|one| one["name"] == "Stine Udsen");
    stine.logs_on();
    olga.signs(&read).is(Status::UnprocessableEntity).says("Læs den igen");
    assert!(site.public_nemid_of("Stine Udsen").password.block().is_none());
}

#[test]
fn the_service_tells_how_it_is() {
    let site = Site::filled();
    let olga = site.operator();
    let page = olga.person.browser.open("/operatoer/drift");
    page.is(Status::Ok).says("Beskeder, der venter").says("Operatør").says("MB");
    page.press("Log af");
    assert!(olga.person.browser.open("/operatoer/drift").path.starts_with("/log-paa"));
}
