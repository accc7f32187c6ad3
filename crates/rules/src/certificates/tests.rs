//! Certificates renewed, run out, out of date and blocked, as it happens to one citizen.

use crate::actor::Actor;
use crate::certificates::*;
use crate::example::{Life, bank, card, draft, officer, operator};
use crate::keys::{KeyAnswer, KeyOutcome};
use crate::nemid::Purpose;
use crate::nemid::block::PasswordBlockReason;
use crate::passwords;
use crate::temporary::TemporaryAction;
use crate::words::{Contact, KeyPosition};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn until(life: &Life) -> Timestamp {
    life.nemid.certificate().unwrap().until
}

fn refused_to_renew(life: &mut Life) -> CertificateRefusal {
    let position = KeyPosition::new(0).unwrap();
    let typed = KeyAnswer::of_card(card(1).number, position, true, Purpose::Renewal);
    renew(&life.nemid, &draft(2), &typed, &card(90), &life.holder()).unwrap_err()
}

fn let_time_pass(life: &mut Life) -> Vec<Event> {
    let events = as_time_passes(&life.nemid, life.now);
    life.apply(&events, Actor::Clock);
    events
}

fn outdated(what: CertifiedDetail) -> Event {
    Event::CertificateOutdated { serial: CertificateSerial(1), what: Some(what) }
}

#[test]
fn it_is_valid_for_four_years_at_most_whatever_is_asked() {
    let mut life = Life::in_use();
    assert_eq!(until(&life).to_string(), "2023-03-04T08:00:00Z");
    let longer = CertificateDraft { years: 10, ..draft(2) };
    let events = life.renews(&longer);
    life.apply(&events, Actor::Citizen);
    assert_eq!(until(&life).to_string(), "2023-03-04T08:00:00Z");
}

#[test]
fn a_letter_can_still_be_there_four_weeks_before_its_end_when_its_holder_is_told_once() {
    let mut life = Life::in_use();
    life.now = noticed_at(until(&life), PostalReach::Denmark) - SignedDuration::from_secs(1);
    assert_eq!(let_time_pass(&mut life), []);
    life.passes(SignedDuration::from_secs(1));
    assert!(matches!(let_time_pass(&mut life)[..], [Event::CertificateExpiryNoticed { .. }]));
    assert_eq!(let_time_pass(&mut life), []);
}

#[test]
fn the_notice_is_written_on_the_last_night_whose_letter_is_there_four_weeks_ahead() {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    // Ascension Day lies between, so that Friday's post was posted on Monday.
    assert_eq!(noticed_at(at("2022-06-24T08:00:00Z"), PostalReach::Denmark), at("2022-05-23T01:00:00Z"));
    // Four weeks ahead is New Year's Day; the last post before it is Thursday's.
    assert_eq!(noticed_at(at("2022-01-29T09:00:00Z"), PostalReach::Denmark), at("2021-12-27T02:00:00Z"));
    let mut until = at("2021-01-01T05:00:00Z");
    for nth in 0..1_500 {
        let reach = if nth % 2 == 0 { PostalReach::Denmark } else { PostalReach::Abroad };
        until += SignedDuration::from_hours(17);
        let (told, latest) = (noticed_at(until, reach), until - NOTICE);
        assert!(Journey::of(told, reach).arrives <= latest, "{until}");
        let next_night = calendar::at_danish_time(calendar::danish_date(told).tomorrow().unwrap(), 3, 0);
        assert!(Journey::of(next_night, reach).arrives > latest, "{until}: a later night would do");
    }
}

#[test]
fn it_runs_out_to_the_second_and_is_then_ordered_anew_with_the_same_pid() {
    let mut life = Life::in_use();
    life.now = until(&life) - SignedDuration::from_secs(1);
    assert!(life.nemid.valid_certificate(life.now).is_some());
    life.passes(SignedDuration::from_secs(1));
    assert!(life.nemid.valid_certificate(life.now).is_none());
    assert_eq!(refused_to_renew(&mut life), CertificateRefusal::NoneValid);

    let other_pid = CertificateDraft { pid: Pid::from_drawn(99), ..draft(2) };
    let events = order(&life.nemid, &other_pid, Some(40), &life.holder()).unwrap();
    assert_eq!(events[0], Event::CertificateExpired { serial: CertificateSerial(1) });
    life.apply(&events, Actor::Citizen);
    assert!(matches!(life.nemid.certificates[0].state, CertificateState::Expired { .. }));
    assert_eq!(life.nemid.certificate().unwrap().pid, Pid::from_drawn(7));
    assert!(life.nemid.certificate().unwrap().is_valid(life.now));
}

#[test]
fn a_changed_name_is_noted_once_renewed_in_time_or_blocked_after_thirty_days() {
    let mut life = Life::in_use();
    let married = PersonName::parse("Inger Bach").unwrap();
    let events = compare_details(&life.nemid, &married, life.now);
    assert_eq!(events, [outdated(CertifiedDetail::Name)]);
    life.apply(&events, Actor::Clock);
    assert_eq!(compare_details(&life.nemid, &married, life.now), []);
    life.passes(RENEW_WITHIN);
    assert_eq!(let_time_pass(&mut life), [], "within 30 days");

    let mut renewed = life.clone();
    let new = CertificateDraft { name: married.clone(), ..draft(2) };
    let events = renewed.renews(&new);
    renewed.apply(&events, Actor::Citizen);
    renewed.passes(DAY);
    assert_eq!(compare_details(&renewed.nemid, &married, renewed.now), []);
    assert_eq!(let_time_pass(&mut renewed), []);

    life.passes(SignedDuration::from_secs(1));
    let reason = CertificateBlockReason::DetailsOutdated;
    assert_eq!(
        let_time_pass(&mut life),
        [Event::CertificateBlocked { serial: CertificateSerial(1), reason }]
    );
}

#[test]
fn name_and_email_address_have_thirty_days_each() {
    let mut life = Life::in_use();
    let with = |address: &str| Contact { email: Email::parse(address).ok(), mobile: None };
    life.nemid.contact = with("inger@eksempel.dk");
    let typed = life.asked_for(card(1).number, true, Purpose::Renewal);
    let (renewed, _) = renew(&life.nemid, &draft(2), &typed, &card(90), &life.holder()).unwrap();
    life.apply(&renewed, Actor::Citizen);
    let (serial, name) = (CertificateSerial(2), draft(1).name);
    life.nemid.contact = with("holm@eksempel.dk");
    let events = compare_details(&life.nemid, &name, life.now);
    assert_eq!(events, [Event::CertificateOutdated { serial, what: Some(CertifiedDetail::Email) }]);
    life.apply(&events, Actor::Citizen);
    life.passes(DAY * 28);
    life.nemid.contact = with("inger@eksempel.dk");
    let married = PersonName::parse("Inger Bach").unwrap();
    let events = compare_details(&life.nemid, &married, life.now);
    let (name, email) = (Some(CertifiedDetail::Name), Some(CertifiedDetail::Email));
    assert_eq!(
        events,
        [
            Event::CertificateOutdated { serial, what: name },
            Event::CertificateUpToDate { serial, what: email }
        ]
    );
    life.apply(&events, Actor::Clock);
    life.passes(DAY * 30);
    assert_eq!(let_time_pass(&mut life), [], "the name has its own 30 days");
    life.passes(SignedDuration::from_secs(1));
    assert!(matches!(let_time_pass(&mut life)[..], [Event::CertificateBlocked { .. }]));
}

#[test]
fn a_name_changed_back_is_right_again() {
    let mut life = Life::in_use();
    let events = compare_details(&life.nemid, &PersonName::parse("Inger Bach").unwrap(), life.now);
    life.apply(&events, Actor::Clock);
    let events = compare_details(&life.nemid, &draft(1).name, life.now);
    assert_eq!(
        events,
        [Event::CertificateUpToDate { serial: CertificateSerial(1), what: Some(CertifiedDetail::Name) }]
    );
    life.apply(&events, Actor::Clock);
    life.passes(RENEW_WITHIN + DAY);
    assert_eq!(let_time_pass(&mut life), [], "and is not blocked");
}

#[test]
fn a_certificate_without_an_email_address_is_not_out_of_date_when_one_is_given() {
    let mut life = Life::in_use();
    let email = Email::parse("inger@eksempel.dk").ok();
    life.nemid.contact = Contact { email, mobile: None };
    assert_eq!(compare_details(&life.nemid, &draft(1).name, life.now), []);
    let events = life.renews(&draft(2));
    life.apply(&events, Actor::Citizen);
    life.nemid.contact = Contact::default();
    assert_eq!(
        compare_details(&life.nemid, &draft(1).name, life.now).len(),
        1,
        "a certified one must be right"
    );
}

#[test]
fn with_a_blocked_password_its_holder_renews_orders_and_blocks_nothing() {
    let mut life = Life::in_use();
    let reason = PasswordBlockReason::KnownByOthers;
    let events = passwords::block(&life.nemid, reason, &life.holder()).unwrap();
    life.apply(&events, Actor::Citizen);
    assert_eq!(refused_to_renew(&mut life), CertificateRefusal::NotUsable);
    let asked = CertificateBlockReason::HolderAsked;
    assert_eq!(block(&life.nemid, asked, &life.holder()), Err(CertificateRefusal::NotUsable));
    let events = block(&life.nemid, asked, &life.stamp(officer())).unwrap();
    life.apply(&events, officer());
    let ordered = order(&life.nemid, &draft(2), Some(40), &life.holder());
    assert_eq!(ordered, Err(CertificateRefusal::NotUsable));
    let events = order(&life.nemid, &draft(2), Some(40), &life.stamp(officer())).unwrap();
    let expected = [
        Event::ConsentsGiven { consents: consents::for_certificate(&life.nemid), version: 1 },
        Event::CertificateOrdered,
    ];
    assert_eq!(events, expected, "it comes with the re-opening");
    life.apply(&events, officer());
    life.is_sent(TemporaryAction::Unlock);
    life.reopens("secret2", 2);
    assert_eq!(life.nemid.valid_certificate(life.now).unwrap().serial, CertificateSerial(2));
}

#[test]
fn it_is_ordered_for_grown_up_holders_of_public_and_bank_nemids_that_have_none() {
    let life = Life::in_use();
    let again = order(&life.nemid, &draft(2), Some(40), &life.holder());
    assert_eq!(again, Err(CertificateRefusal::AlreadyThere));
    let business = Life::begun_at_bank(Issuer::Business(bank()));
    let refused = order(&business.nemid, &draft(2), Some(40), &business.stamp(operator()));
    assert_eq!(refused, Err(CertificateRefusal::NotForBusiness));
    let young = Life::begun_at_bank(Issuer::Bank(bank()));
    let refused = |age| order(&young.nemid, &draft(2), age, &young.stamp(officer()));
    assert_eq!(refused(Some(14)), Err(CertificateRefusal::TooYoung));
    assert_eq!(refused(None), Err(CertificateRefusal::TooYoung));
    assert!(refused(Some(15)).is_ok());
}

#[test]
fn with_an_ended_nemid_nothing_of_its_certificate_is_renewed_blocked_or_found_out_of_date() {
    let mut life = Life::in_use();
    life.nemid_is_blocked();
    assert_eq!(refused_to_renew(&mut life), CertificateRefusal::NemIdEnded);
    let asked = CertificateBlockReason::HolderAsked;
    assert_eq!(block(&life.nemid, asked, &life.stamp(officer())), Err(CertificateRefusal::NoneValid));
    assert_eq!(compare_details(&life.nemid, &PersonName::parse("Inger Bach").unwrap(), life.now), []);
}

#[test]
fn it_is_renewed_with_a_key_that_was_asked_for_the_renewal() {
    let mut life = Life::in_use();
    let old = life.nemid.certificate().unwrap().serial;
    let typed = life.asked_for(card(1).number, true, Purpose::Renewal);
    let wrong = KeyAnswer { right: false, ..typed.clone() };
    let (events, outcome) = renew(&life.nemid, &draft(2), &wrong, &card(90), &life.holder()).unwrap();
    assert_eq!((events.len(), outcome), (1, KeyOutcome::Wrong { left: 4 }));
    let for_log_on = KeyAnswer { purpose: Purpose::LogOn, ..typed.clone() };
    let refused = renew(&life.nemid, &draft(2), &for_log_on, &card(90), &life.holder());
    assert_eq!(refused.unwrap_err(), CertificateRefusal::Key(KeyRefusal::AskedAnew));
    let (events, outcome) = renew(&life.nemid, &draft(2), &typed, &card(90), &life.holder()).unwrap();
    assert_eq!(outcome, KeyOutcome::Right);
    assert!(matches!(events[0], Event::KeyAccepted { .. }));
    let reason = CertificateBlockReason::Renewed;
    assert!(events.contains(&Event::CertificateBlocked { serial: old, reason }));
    life.apply(&events, Actor::Citizen);
    assert_eq!(life.nemid.valid_certificate(life.now).unwrap().serial, draft(2).serial);
}

#[test]
fn what_is_signed_for_a_renewal_changes_with_certificate_name_and_email_address() {
    let mut life = Life::in_use();
    let text = |life: &Life, name: &PersonName| renewal_text(&life.nemid, name, life.now);
    let name = draft(1).name;
    let first = text(&life, &name).unwrap();
    assert_ne!(text(&life, &PersonName::parse("Inger Toft").unwrap()), Some(first.clone()));
    let to = Contact { email: Email::parse("inger@eksempel.dk").ok(), mobile: None };
    life.apply(&[Event::contact_changed(&Contact::default(), &to)], Actor::Citizen);
    assert_ne!(text(&life, &name), Some(first.clone()));
    let events = life.renews(&draft(2));
    life.apply(&events, Actor::Citizen);
    assert!(!text(&life, &name).unwrap().starts_with(first.lines().next().unwrap()));
    life.now = until(&life);
    assert_eq!(text(&life, &name), None);
}
