//! Several things blocked in one go in Selvbetjening, the password among them (Rules 3.5.1, 3.5.2; D39).

use rocket::http::Status;
use rules::nemid::block::{CardBlockReason, CarrierBlockReason, PasswordBlockReason};
use rules::nemid::{CardState, CarrierState, KeyCard};

use super::token::with_token;
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;

const PAGE: &str = "/noegler/spaer";

impl Person<'_> {
    fn card_in_use(&self) -> String {
        self.nemid().active_card().unwrap().number.to_string()
    }
}

#[test]
fn each_tick_names_a_thing_and_its_reason_and_the_password_is_among_them() {
    let site = Site::filled();
    let citizen = with_token(&site, "Stine Udsen");
    let token = citizen.carriers_of_kind("token")[0]["number"].as_str().unwrap().to_owned();
    let card = citizen.card_in_use();
    let page = citizen.opens("/noegler").follow("Spær nøgler");
    page.says("Hvad skal spærres, og hvorfor?").never_says("Telefonlinjen kan være misbrugt");
    let form = page.form("Spær").tick(&format!("Nøglekort {card}: Jeg har mistet det"));
    let form = form.tick(&format!("Nøgleviser {token}: Andre kan have adgang til den"));
    let over = form.tick("Adgangskoden: Andre kender den måske").submit();
    over.says("Din adgangskode er spærret").says("En midlertidig adgangskode er på vej med posten");
    assert!(citizen.is_logged_off());

    let nemid = citizen.nemid();
    let CarrierState::Blocked(block) = &nemid.carriers[0].state else { panic!("{nemid:?}") };
    assert_eq!(block.reason, CarrierBlockReason::AccessByOthers);
    let lost = |one: &KeyCard| matches!(&one.state, CardState::Blocked(block) if block.reason == CardBlockReason::Lost);
    assert!(nemid.cards.iter().any(lost), "{:?}", nemid.cards);
    assert_eq!(nemid.password.block().unwrap().reason, PasswordBlockReason::KnownByOthers);
    assert_eq!(citizen.letters()[0]["kind"], "pin_letter");
    for told in ["Din nøgleviser", "Dit nøglekort", "Din adgangskode er spærret"] {
        citizen.was_told("", told);
    }
}

#[test]
fn without_the_password_its_holder_stays_and_other_things_stay_too() {
    let site = Site::filled();
    let citizen = with_token(&site, "Stine Udsen");
    let token = citizen.carriers_of_kind("token")[0]["number"].as_str().unwrap().to_owned();
    let form = citizen.opens(PAGE).form("Spær").tick(&format!("Nøgleviser {token}: Jeg har mistet den"));
    form.submit().says("Spærringen er gennemført");
    assert!(!citizen.is_logged_off());
    assert_eq!(citizen.states_of_kind("token"), ["blocked"]);
    assert!(citizen.states_of_kind("card").contains(&"active".to_owned()));
    assert!(citizen.nemid().password.block().is_none());
}

#[test]
fn the_password_alone_is_blocked_here_too_and_no_letter_follows_for_who_wants_none() {
    let site = Site::filled();
    let citizen = holder(&site, "Willy Åkjær");
    let before = citizen.letters().len();
    let form = citizen.opens(PAGE).form("Spær").tick("Adgangskoden: af en anden grund");
    let over = form.tick("Send mig ikke en midlertidig adgangskode").submit();
    over.says("Din adgangskode er spærret").says("skal du have en midlertidig adgangskode");
    assert_eq!(citizen.letters().len(), before);
}

#[test]
fn nothing_ticked_is_asked_for_and_what_was_ticked_stays() {
    let site = Site::filled();
    let citizen = holder(&site, "Willy Åkjær");
    let page = citizen.opens(PAGE);
    let again = page.form("Spær").submit();
    again.is(Status::UnprocessableEntity).says("Vælg, hvad der skal spærres, og hvorfor");
    for wrong in ["A123456789", "NV00000000:lost", "password:forgotten", "A000000000:lost", ":"] {
        let again = page.form("Spær").tamper("what", wrong).submit();
        again.is(Status::UnprocessableEntity);
    }
    let reason = format!("{}:installed-by-others", citizen.card_in_use());
    let again = page.form("Spær").tamper("what", &reason).submit();
    again.is(Status::UnprocessableEntity).says("passer ikke");
    assert!(citizen.states_of_kind("card").contains(&"active".to_owned()));
}

#[test]
fn who_has_keys_read_out_can_say_that_the_telephone_is_lost() {
    let site = Site::filled();
    let holger = site.named("Holger Sivebæk");
    let page = holger.types_password("/log-paa", &holger.password);
    page.form("Log på").fill("Kode fra nøgleviseren", &holger.presses_token()).submit();
    let form = holger.opens(PAGE).form("Spær");
    form.tick("Adgangskoden: Telefonen, som nøgler læses op på, er mistet").submit();
    let block = holger.nemid().password.block().unwrap().reason;
    assert_eq!(block, PasswordBlockReason::TelephoneLost);
}

#[test]
fn one_reason_for_several_numbers_is_taken_as_programs_send_it() {
    let site = Site::filled();
    let citizen = holder(&site, "Willy Åkjær");
    let form = citizen.opens(PAGE).form("Spær").tamper("carriers", &citizen.card_in_use());
    form.tamper("reason", "lost").submit().says("Spærringen er gennemført");
    assert!(!citizen.states_of_kind("card").contains(&"active".to_owned()));
}
