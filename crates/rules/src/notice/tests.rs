//! Who gets which notice, and how.

use crate::actor::Actor;
use crate::example::{Life, card, operator};
use crate::nemid::Decision;
use crate::nemid::block::{CardBlockReason, PasswordBlockReason};
use crate::notice::*;
use crate::passwords::PasswordVerdict;
use crate::{cards, changes, ending, passwords};

fn email(address: &str) -> Email {
    Email::parse(address).unwrap()
}

fn with_email(life: &mut Life, address: &str) {
    let to = Contact { email: Some(email(address)), mobile: Some(Mobile::parse("20304050").unwrap()) };
    let events = changes::contact(&life.nemid, &to, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
}

/// All notices of these events, each with the NemID after its event.
fn told(life: &Life, events: &[Event], by: Actor) -> Vec<Notice> {
    let stamp = life.stamp(by);
    let mut decision = Decision::of(&life.nemid, &stamp);
    let mut told = Vec::new();
    for event in events {
        decision.record(event.clone());
        told.extend(notices(event, decision.nemid(), &stamp));
    }
    told
}

fn ways(notices: &[Notice]) -> Vec<(&str, &Recipient)> {
    notices.iter().map(|notice| (notice.code.as_str(), &notice.to)).collect()
}

#[test]
fn a_block_is_confirmed_with_time_and_reason_by_letter_where_there_is_no_email() {
    let life = Life::in_use();
    let reason = PasswordBlockReason::KnownByOthers;
    let events = passwords::block(&life.nemid, reason, &life.holder()).unwrap();
    let told = told(&life, &events, Actor::Citizen);
    assert_eq!(ways(&told), [("password-blocked", &Recipient::Letter)]);
    let reason = Detail::Reason("known-by-others".to_owned());
    let at = Detail::At(life.now);
    let which = Detail::Which(Issuer::Public);
    let named = [("at", at), ("reason", reason), ("which", which)].map(|(name, one)| (name.to_owned(), one));
    assert_eq!(told[0].details, named);
}

#[test]
fn changed_contact_data_are_told_to_the_old_address_too_the_letter_box_if_there_was_no_email() {
    let mut life = Life::in_use();
    let first = Contact { email: Some(email("inger@eksempel.dk")), mobile: None };
    let events = changes::contact(&life.nemid, &first, &life.holder()).unwrap();
    let new = Recipient::Email(email("inger@eksempel.dk"));
    let news = told(&life, &events, Actor::Citizen);
    assert_eq!(ways(&news), [("contact-changed", &new), ("contact-changed", &Recipient::Letter)]);

    with_email(&mut life, "inger@eksempel.dk");
    let events = changes::contact(&life.nemid, &Contact::default(), &life.holder()).unwrap();
    let news = told(&life, &events, Actor::Citizen);
    let to: Vec<_> = news.iter().map(|notice| &notice.to).collect();
    let sms = Recipient::Sms(Mobile::parse("20304050").unwrap());
    assert_eq!(to, [&Recipient::Letter, &new, &sms]);
}

#[test]
fn what_is_chosen_at_the_first_start_is_not_told() {
    let mut life = Life::begun();
    let before = life.clone();
    let events = life.activates("secret1");
    assert_eq!(told(&before, &events, Actor::Citizen), []);
}

#[test]
fn the_cpr_number_switched_on_or_off_as_user_id_is_told_and_saving_it_as_it_was_is_not() {
    let life = Life::in_use();
    let against = life.nemid.password.hash().unwrap().clone();
    let typed = PasswordVerdict { against, right: true, rehashed: None };
    let switched = |on| changes::user_id(&life.nemid, &typed, None, on, &life.holder()).unwrap().events;
    let was = life.nemid.cpr_log_on;
    assert_eq!(told(&life, &switched(was), Actor::Citizen), []);
    let code = if was { "cpr-log-on-stopped" } else { "cpr-log-on-allowed" };
    assert_eq!(ways(&told(&life, &switched(!was), Actor::Citizen)), [(code, &Recipient::Letter)]);
}

#[test]
fn a_certificate_blocked_by_the_operator_is_told_by_email_and_letter_by_its_holder_once() {
    let mut life = Life::in_use();
    with_email(&mut life, "inger@eksempel.dk");
    let block = |reason| crate::certificates::block(&life.nemid, reason, &life.holder()).unwrap();
    let asked = block(CertificateBlockReason::HolderAsked);
    assert_eq!(told(&life, &asked, Actor::Citizen).len(), 1);
    let broken = block(CertificateBlockReason::RulesBroken);
    let to: Vec<_> = told(&life, &broken, operator()).into_iter().map(|notice| notice.to).collect();
    assert_eq!(to, [Recipient::Email(email("inger@eksempel.dk")), Recipient::Letter]);
}

#[test]
fn a_blocked_certificate_is_told_by_signed_mail_and_nothing_else_is() {
    let mut life = Life::in_use();
    with_email(&mut life, "inger@eksempel.dk");
    let block = |reason| crate::certificates::block(&life.nemid, reason, &life.holder()).unwrap();
    let signed = |events: &[Event]| {
        let told = told(&life, events, Actor::Citizen);
        told.iter().map(|one| (one.code.clone(), one.to.clone(), one.is_signed())).collect::<Vec<_>>()
    };
    let certificate = |to, is_signed| ("certificate-blocked".to_owned(), to, is_signed);
    let mail = || Recipient::Email(email("inger@eksempel.dk"));
    for asked in [CertificateBlockReason::HolderAsked, CertificateBlockReason::PasswordForgotten] {
        assert_eq!(signed(&block(asked)), [certificate(mail(), true)]);
    }
    for unasked in [CertificateBlockReason::RulesBroken, CertificateBlockReason::DetailsOutdated] {
        let both = [certificate(mail(), true), certificate(Recipient::Letter, false)];
        assert_eq!(signed(&block(unasked)), both);
    }
    let password = passwords::block(&life.nemid, PasswordBlockReason::HolderAsked, &life.holder()).unwrap();
    let cards = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
    let whole = ending::block(&life.nemid, NemIdBlockReason::RulesBroken, &life.stamp(operator())).unwrap();
    let whole_told = |to, signed| ("nemid-blocked".to_owned(), to, signed);
    assert_eq!(signed(&whole), [whole_told(mail(), true), whole_told(Recipient::Letter, false)]);
    for others in [password, cards] {
        let told = signed(&others);
        assert!(!told.is_empty() && told.iter().all(|(_, _, signed)| !signed), "{told:?}");
    }
}

#[test]
fn an_ended_nemid_is_told_once_and_the_dead_are_told_nothing() {
    let life = Life::in_use();
    let stamp = life.stamp(operator());
    let events = ending::block(&life.nemid, NemIdBlockReason::RulesBroken, &stamp).unwrap();
    assert_eq!(ways(&told(&life, &events, operator())), [("nemid-blocked", &Recipient::Letter)]);
    for by in [operator(), Actor::Clock] {
        let events = ending::block(&life.nemid, NemIdBlockReason::Death, &life.stamp(by.clone())).unwrap();
        assert_eq!(told(&life, &events, by), []);
    }
}

#[test]
fn a_renewed_certificate_is_no_news_and_a_temporary_password_goes_by_sms() {
    let mut life = Life::in_use();
    let draft = crate::example::draft(2);
    let events = life.renews(&draft);
    assert_eq!(told(&life, &events, Actor::Citizen), []);
    with_email(&mut life, "inger@eksempel.dk");
    let issued = Event::TemporaryPasswordIssued {
        hash: crate::nemid::PasswordHash::default(),
        fingerprint: crate::nemid::DigitsFingerprint::default(),
        purpose: crate::nemid::temporary::TemporaryPurpose::Reset,
        place: crate::nemid::temporary::TemporaryPlace::Selvbetjening,
        serial: crate::words::PinLetterSerial::from_drawn(1),
        delivery: Delivery::Posted,
        posted: None,
    };
    let sms = Recipient::Sms(Mobile::parse("20304050").unwrap());
    assert_eq!(ways(&told(&life, &[issued], Actor::Citizen)), [("temporary-on-its-way", &sms)]);
}

#[test]
fn a_card_sent_by_itself_is_announced_and_a_first_one_is_not() {
    let life = Life::in_use();
    let order = |why| cards::order(&life.nemid, why, &card(9), &life.holder()).unwrap();
    let extra = order(CardOrderReason::Extra);
    assert_eq!(ways(&told(&life, &extra, Actor::Citizen)), [("card-on-its-way", &Recipient::Letter)]);
    assert_eq!(told(&life, &order(CardOrderReason::First), Actor::Citizen), []);
}

#[test]
fn who_is_left_without_a_card_is_not_told_to_go_on_with_the_one_that_is_blocked() {
    let order = |life: &Life| {
        let why = CardOrderReason::Replacement;
        let events = cards::order(&life.nemid, why, &card(7), &life.holder()).unwrap();
        told(life, &events, Actor::Citizen).remove(0).code
    };
    let mut life = Life::in_use();
    assert_eq!(order(&life), "card-on-its-way");
    let lost = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
    life.apply(&lost, Actor::Citizen);
    assert_eq!(order(&life), "only-card-on-its-way");
}

#[test]
fn a_user_id_or_contact_data_set_before_the_activation_are_told_only_where_others_stood() {
    let (begun, in_use) = (Life::begun(), Life::in_use());
    let codes = |life: &Life, event: &Event| {
        let told = told(life, std::slice::from_ref(event), Actor::Citizen);
        told.into_iter().map(|notice| notice.code).collect::<Vec<_>>()
    };
    let named = Event::UserIdChanged { from: None, to: crate::words::UserId::parse("inger75").ok() };
    assert_eq!(codes(&in_use, &named), ["user-id-changed"]);
    assert!(codes(&begun, &named).is_empty());
    assert!(codes(&begun, &Event::CprLogOnSwitched { on: false }).is_empty());

    let with = |email: Option<&str>, mobile: Option<&str>| Contact {
        email: email.map(|address| Email::parse(address).unwrap()),
        mobile: mobile.map(|number| Mobile::parse(number).unwrap()),
    };
    let to = with(Some("inger@eksempel.dk"), None);
    let told_before = |from: &Contact| !codes(&begun, &Event::contact_changed(from, &to)).is_empty();
    assert!(!told_before(&with(None, None)));
    assert!(told_before(&with(Some("holm@eksempel.dk"), None)));
    assert!(told_before(&with(None, Some("20304050"))));
}

#[test]
fn these_events_are_told_in_these_words_and_no_other_event_is_told() {
    let mut life = Life::in_use();
    with_email(&mut life, "inger@eksempel.dk");
    let events = crate::example::events::all();
    let told = events.iter().filter_map(|event| {
        let notice = notices(event, &life.nemid, &life.holder()).into_iter().next()?;
        Some((crate::log::code(event), notice.code))
    });
    let expected = [
        ("temporary_password_issued", "temporary-on-its-way"),
        ("temporary_password_blocked", "temporary-blocked"),
        ("password_reopened", "password-reopened"),
        ("password_changed", "password-changed"),
        ("password_locked", "password-locked"),
        ("password_blocked", "password-blocked"),
        ("card_ordered", "card-on-its-way"),
        ("card_blocked", "card-blocked"),
        ("token_ordered", "token-on-its-way"),
        ("app_installed", "app-installed"),
        ("voice_ordered", "voice-on-its-way"),
        ("voice_moved", "voice-moved"),
        ("carrier_activated", "token-in-use"),
        ("carrier_blocked", "voice-blocked"),
        ("token_worn_out", "token-worn-out"),
        ("certificate_expiry_noticed", "certificate-expires"),
        ("certificate_outdated", "certificate-outdated"),
        ("certificate_blocked", "certificate-blocked"),
        ("user_id_changed", "user-id-changed"),
        ("cpr_log_on_switched", "cpr-log-on-allowed"),
        ("contact_changed", "contact-changed"),
        ("nem_id_blocked", "nemid-blocked"),
        ("nem_id_closed", "nemid-closed"),
    ];
    let expected = expected.map(|(event, code)| (event.to_owned(), code.to_owned()));
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn a_reset_that_somebody_asked_for_without_logging_on_is_told_by_letter_too() {
    let mut life = Life::in_use();
    with_email(&mut life, "inger@eksempel.dk");
    let serial = life.nemid.certificate().unwrap().serial;
    let reason = CertificateBlockReason::PasswordForgotten;
    let blocked = [Event::CertificateBlocked { serial, reason }];
    let count = |by: Actor| ways(&told(&life, &blocked, by)).len();
    assert_eq!([count(Actor::Visitor), count(crate::example::officer())], [2, 1]);
}

#[test]
fn to_who_has_no_address_no_letter_goes_and_an_e_mail_goes_all_the_same() {
    let mut life = Life::in_use();
    life.nemid.reach = crate::post::PostalReach::Nowhere;
    let reason = crate::nemid::block::NemIdBlockReason::RulesBroken;
    let ended = ending::block(&life.nemid, reason, &life.stamp(operator())).unwrap();
    assert_eq!(told(&life, &ended, operator()), []);
    with_email(&mut life, "inger@holm.example");
    let notices = told(&life, &ended, operator());
    assert_eq!(ways(&notices), [("nemid-blocked", &Recipient::Email(email("inger@holm.example")))]);
}
