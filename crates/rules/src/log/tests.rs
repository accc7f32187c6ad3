//! Under which code each event is stored, under which kind its holder finds it, and what it says of a provider.

use crate::actor::Stamp;
use crate::example::{Life, bank, card, hash, officer};
use crate::log::*;
use crate::nemid::block::{
    CardBlockReason, CertificateBlockReason, NemIdBlockReason, NemIdCloseReason, PasswordBlockReason,
};
use crate::nemid::certificate::CertificateSerial;
use crate::nemid::event::{CardOrderReason, Consents, LogOnBar};
use crate::nemid::temporary::{Delivery, TemporaryEnd, TemporaryPlace, TemporaryPurpose};
use crate::nemid::{CardSalt, Issuer};
use crate::words::{Contact, KeyPosition, NemIdNumber, Pid, PinLetterSerial};

/// An event, the code under which it is stored, and the kind under which it is shown.
struct Entry(Event, &'static str, Option<Kind>);

fn at_site() -> Purpose {
    Purpose::SiteLogOn { site: PlaceName::new("borgerportalen") }
}

fn passwords() -> Vec<Entry> {
    let (purpose, hash) = (TemporaryPurpose::Reset, hash("secret2"));
    let (place, serial) = (TemporaryPlace::Selvbetjening, PinLetterSerial::from_drawn(1));
    let delivery = Delivery::Posted;
    let issued = Event::TemporaryPasswordIssued { hash: hash.clone(), purpose, place, serial, delivery };
    let consents = Consents { cpr_lookup: true, pid_service: true, bank_exchange: false };
    let until = jiff::Timestamp::UNIX_EPOCH;
    let shown = Some(Kind::Password);
    vec![
        Entry(issued, "temporary_password_issued", shown),
        Entry(Event::TemporaryPasswordRefused { tries: 1 }, "temporary_password_refused", shown),
        Entry(Event::TemporaryPasswordDied { why: TemporaryEnd::TooOld }, "temporary_password_died", shown),
        Entry(Event::Activated { hash: hash.clone(), consents }, "activated", shown),
        Entry(Event::PasswordReopened { hash: hash.clone(), purpose }, "password_reopened", shown),
        Entry(Event::PasswordChanged { hash: hash.clone() }, "password_changed", shown),
        Entry(Event::PasswordRehashed { hash }, "password_rehashed", None),
        Entry(Event::PasswordRefused { purpose: at_site(), failures: 1 }, "password_refused", shown),
        Entry(Event::PasswordLocked { until }, "password_locked", shown),
        Entry(Event::LockLifted, "lock_lifted", shown),
        Entry(Event::PasswordAccepted { purpose: at_site() }, "password_accepted", None),
        Entry(Event::PasswordBlocked { reason: PasswordBlockReason::Forgotten }, "password_blocked", shown),
    ]
}

fn cards() -> Vec<Entry> {
    let (card, salt, purpose) = (card(1).number, CardSalt::default(), at_site());
    let position = KeyPosition::new(3).unwrap();
    let shown = Some(Kind::Cards);
    vec![
        Entry(Event::KeyAsked { card, position, purpose: purpose.clone() }, "key_asked", None),
        Entry(Event::KeyRefused { card, wrong: 1, purpose: purpose.clone() }, "key_refused", shown),
        Entry(Event::KeyAccepted { card, position, purpose }, "key_accepted", None),
        Entry(Event::CardOrdered { card, salt, why: CardOrderReason::Extra }, "card_ordered", shown),
        Entry(Event::CardDelivered { card }, "card_delivered", shown),
        Entry(Event::CardAttached { card, salt }, "card_attached", shown),
        Entry(Event::CardActivated { card }, "card_activated", shown),
        Entry(Event::CardBlocked { card, reason: CardBlockReason::Lost }, "card_blocked", shown),
        Entry(Event::CardUsedUp { card }, "card_used_up", shown),
        Entry(Event::ReorderLevelSet { level: 30 }, "reorder_level_set", shown),
    ]
}

fn certificates() -> Vec<Entry> {
    let serial = CertificateSerial(1);
    let certificate = Life::in_use().nemid.certificate().unwrap().clone();
    let until = certificate.until;
    let reason = CertificateBlockReason::HolderAsked;
    let shown = Some(Kind::Certificate);
    vec![
        Entry(Event::CertificateOrdered, "certificate_ordered", shown),
        Entry(Event::PidFetched { pid: Pid::from_drawn(1) }, "pid_fetched", None),
        Entry(Event::CertificateIssued { certificate }, "certificate_issued", shown),
        Entry(Event::CertificateExpiryNoticed { serial, until }, "certificate_expiry_noticed", shown),
        Entry(Event::CertificateOutdated { serial }, "certificate_outdated", shown),
        Entry(Event::CertificateUpToDate { serial }, "certificate_up_to_date", shown),
        Entry(Event::CertificateExpired { serial }, "certificate_expired", shown),
        Entry(Event::CertificateBlocked { serial, reason }, "certificate_blocked", shown),
    ]
}

fn uses() -> Vec<Entry> {
    let bar = LogOnBar::NoCard;
    let signed = Event::Signed { purpose: at_site(), text: "I agree.".to_owned() };
    let (here, usage) = (Some(Kind::LogOn), Some(Kind::Usage));
    vec![
        Entry(Event::LoggedOn { purpose: Purpose::LogOn }, "logged_on", here),
        Entry(Event::LoggedOff { purpose: Purpose::RaLogOn }, "logged_off", here),
        Entry(Event::LogOnRefused { purpose: Purpose::LogOn, bar }, "log_on_refused", here),
        Entry(Event::LoggedOn { purpose: at_site() }, "logged_on", usage),
        Entry(Event::LoggedOff { purpose: at_site() }, "logged_off", usage),
        Entry(Event::LogOnRefused { purpose: at_site(), bar }, "log_on_refused", usage),
        Entry(signed, "signed", usage),
    ]
}

fn details() -> Vec<Entry> {
    let contact = Contact::default();
    let site = PlaceName::new("forsikringshuset");
    let shown = Some(Kind::Details);
    vec![
        Entry(Event::UserIdChanged { from: None, to: None }, "user_id_changed", shown),
        Entry(Event::CprLogOnSwitched { on: true }, "cpr_log_on_switched", shown),
        Entry(Event::contact_changed(&contact, &contact), "contact_changed", shown),
        Entry(Event::RecordingSwitched { on: true }, "recording_switched", shown),
        Entry(Event::CprConsentSet { site, given: true }, "cpr_consent_set", shown),
        Entry(Event::RulesAccepted { version: 1 }, "rules_accepted", shown),
    ]
}

fn wholes() -> Vec<Entry> {
    let (number, holder) = (NemIdNumber::from_drawn(1), Life::begun().nemid.holder);
    let bank = bank();
    let shown = Some(Kind::NemId);
    vec![
        Entry(Event::Created { number, holder, issuer: Issuer::Public }, "created", shown),
        Entry(Event::AgreementMade { bank: bank.clone() }, "agreement_made", shown),
        Entry(Event::AgreementMovedHere { bank: bank.clone(), from: number }, "agreement_moved_here", shown),
        Entry(Event::AgreementMovedAway { bank: bank.clone(), to: number }, "agreement_moved_away", shown),
        Entry(Event::AgreementEnded { bank }, "agreement_ended", shown),
        Entry(Event::NemIdBlocked { reason: NemIdBlockReason::RulesBroken }, "nem_id_blocked", shown),
        Entry(Event::NemIdClosed { reason: NemIdCloseReason::HolderAsked }, "nem_id_closed", shown),
    ]
}

fn all() -> Vec<Entry> {
    [passwords(), cards(), certificates(), uses(), details(), wholes()].into_iter().flatten().collect()
}

#[test]
fn each_event_is_stored_under_its_code_and_found_under_its_kind() {
    for Entry(event, stored, shown) in all() {
        assert_eq!(code(&event), stored, "{event:?}");
        assert_eq!(kind(&event), shown, "{event:?}");
    }
}

#[test]
fn with_recording_on_an_event_is_recorded_as_it_happened() {
    let stamp = Life::in_use().stamp(Actor::ServiceProvider { site: PlaceName::new("borgerportalen") });
    for Entry(event, ..) in all() {
        assert_eq!(recorded(&event, &stamp, true), (event, stamp.clone()));
    }
}

#[test]
fn with_recording_off_no_event_names_a_provider_or_what_was_signed_and_nothing_else_is_lost() {
    let stamp = Life::in_use().stamp(Actor::Citizen);
    let words = ["borgerportalen", "forsikringshuset", "I agree."];
    for Entry(event, ..) in all() {
        let (hidden, by) = recorded(&event, &stamp, false);
        assert_eq!(by, stamp);
        let before = serde_json::to_string(&event).unwrap();
        let without = words.iter().fold(before, |text, word| text.replace(word, ""));
        assert_eq!(serde_json::to_string(&hidden).unwrap(), without);
    }
}

#[test]
fn with_recording_off_a_provider_that_acts_is_not_named_and_others_who_act_are() {
    let life = Life::in_use();
    let event = Event::LoggedOn { purpose: at_site() };
    let site = Actor::ServiceProvider { site: PlaceName::new("borgerportalen") };
    let hidden = life.stamp(Actor::ServiceProvider { site: not_recorded() });
    assert_eq!(recorded(&event, &life.stamp(site), false).1, hidden);
    assert_eq!(not_recorded().as_str(), "");
    for by in [officer(), Actor::Bank { bank: bank(), staff: None }] {
        let stamp: Stamp = life.stamp(by);
        assert_eq!(recorded(&event, &stamp, false).1, stamp);
    }
}
