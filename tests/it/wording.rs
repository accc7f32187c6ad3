//! The sentences of the Hændelseslog as people read them: every place in them is filled.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rules::actor::{Actor, PlaceName};
use rules::log;
use rules::nemid::block::{
    CardBlockReason, CarrierBlockReason, CertificateBlockReason, NemIdBlockReason, NemIdCloseReason,
    PasswordBlockReason,
};
use rules::nemid::certificate::{CertificateSerial, CertificateState, CertifiedDetail, Outdated};
use rules::nemid::event::{CardOrderReason, Consents, Event, LogOnBar};
use rules::nemid::temporary::{Delivery, TemporaryEnd, TemporaryPlace, TemporaryPurpose};
use rules::nemid::{
    CardSalt, Certificate, Consent, DeviceId, DigitsFingerprint, Issuer, PasswordHash, Purpose,
};
use rules::passwords::PasswordRefusal;
use rules::words::{
    CarrierId, CarrierNumber, CprNumber, Email, KeyCardNumber, KeyPosition, Mobile, NemIdNumber, PersonName,
    Pid, PinLetterSerial, UserId,
};
use selvbetjening::web::language::Language;
use selvbetjening::web::texts::Text;
use selvbetjening::web::wording::Wording;

use super::codes::variants;

fn said(event: &Event, language: Language) -> String {
    let place = |_: &PlaceName| "Fjordbanken".to_owned();
    Wording { language, place: &place }.event(event)
}

fn noon() -> Timestamp {
    "2019-03-04T11:00:00Z".parse().unwrap()
}

fn bank() -> PlaceName {
    PlaceName::new("fjordbanken")
}

fn at_bank() -> Purpose {
    Purpose::SiteLogOn { site: bank() }
}

fn cpr() -> CprNumber {
    CprNumber::parse("610772-1234").unwrap()
}

fn serial() -> CertificateSerial {
    CertificateSerial(0x2A)
}

fn card() -> KeyCardNumber {
    KeyCardNumber::parse("A123456789").unwrap()
}

fn token() -> CarrierNumber {
    CarrierNumber::token_from_drawn(1)
}

fn certificate() -> Certificate {
    Certificate {
        serial: serial(),
        pid: Pid::from_drawn(7),
        name: PersonName::parse("Inger Holm").unwrap(),
        email: None,
        from: noon(),
        until: noon(),
        state: CertificateState::Valid,
        outdated: Outdated::default(),
        expiry_noticed: false,
    }
}

/// At least one of every kind of event, and each of those whose sentence depends on what is in it.
fn everything() -> Vec<Event> {
    let mut events = passwords();
    events.extend(cards());
    events.extend(carriers());
    events.extend(certificates());
    events.extend(details());
    events.extend(wholes());
    events
}

fn passwords() -> Vec<Event> {
    let hash = PasswordHash::default;
    let consents = Consents { cpr_lookup: true, pid_service: true, earlier_pid: true, bank_exchange: false };
    let serial = PinLetterSerial::from_drawn(12);
    let purpose = TemporaryPurpose::Unlock;
    let issued = |place, delivery, posted| Event::TemporaryPasswordIssued {
        hash: hash(),
        fingerprint: DigitsFingerprint::default(),
        purpose,
        place,
        serial,
        delivery,
        posted,
    };
    vec![
        issued(TemporaryPlace::Selvbetjening, Delivery::HandedOut, None),
        issued(TemporaryPlace::Netbank(bank()), Delivery::Posted, Some(noon())),
        issued(TemporaryPlace::Selvbetjening, Delivery::Posted, None),
        Event::TemporaryPasswordRefused { tries: 2 },
        Event::TemporaryPasswordDied { why: TemporaryEnd::WrongPlace },
        Event::TemporaryPasswordBlocked { reason: PasswordBlockReason::KnownByOthers },
        Event::Activated { hash: hash(), consents },
        Event::PasswordReopened { hash: hash(), purpose },
        Event::PasswordChanged { hash: hash() },
        Event::PasswordRehashed { hash: hash() },
        Event::PasswordRefused { purpose: Purpose::LogOn, failures: 4 },
        Event::PasswordLocked { until: noon() },
        Event::LockLifted,
        Event::PasswordAccepted { purpose: Purpose::BankCounterLogOn { bank: bank() } },
        Event::PasswordBlocked { reason: PasswordBlockReason::Forgotten },
        Event::LoggedOn { purpose: at_bank(), carrier: Some(CarrierId::Card(card())) },
        Event::LoggedOn { purpose: Purpose::LogOn, carrier: None },
        Event::LoggedOff { purpose: at_bank() },
        Event::LogOnRefused { purpose: Purpose::LogOn, bar: LogOnBar::Locked, times: 1 },
        Event::LogOnRefused { purpose: Purpose::LogOn, bar: LogOnBar::WrongFromElsewhere, times: 12 },
    ]
}

fn cards() -> Vec<Event> {
    let (card, salt, position) = (card(), CardSalt::default(), KeyPosition::all().next().unwrap());
    vec![
        Event::KeyAsked { card, position, purpose: Purpose::Activation },
        Event::KeyRefused { card, wrong: 3, purpose: Purpose::Reopening },
        Event::KeyAccepted { card, position, purpose: Purpose::Ending },
        Event::CardOrdered { card, salt, why: CardOrderReason::RunningLow },
        Event::CardDelivered { card },
        Event::CardAttached { card, salt },
        Event::CardActivated { card },
        Event::CardBlocked { card, reason: CardBlockReason::Lost },
        Event::CardUsedUp { card },
        Event::ReorderLevelSet { level: 30 },
    ]
}

fn carriers() -> Vec<Event> {
    let (token, app, line) = (token(), CarrierNumber::app_from_drawn(2), CarrierNumber::voice_from_drawn(3));
    let (from, to) = (Mobile::parse("70000001").unwrap(), Mobile::parse("70000002").unwrap());
    let of_each = |event: &dyn Fn(CarrierNumber) -> Event| [token, app, line].map(event);
    let purpose = || Purpose::LogOn;
    let (token_on_its_way, line_on_its_way) = (token, line);
    let mut events = vec![
        Event::TokenOrdered { token, salt: CardSalt::default() },
        Event::AppInstalled { app, device: DeviceId(4), make: "Fjordfon 2".to_owned() },
        Event::PinChosen { app, pin: None },
        Event::VoiceOrdered { line, telephone: from, posted: true },
        Event::VoiceMoved { line, from, to },
        Event::CarrierDelivered { carrier: token_on_its_way },
        Event::CarrierDelivered { carrier: line_on_its_way },
        Event::CarrierAsked { carrier: app, purpose: purpose() },
        Event::CarrierAsked { carrier: line, purpose: purpose() },
        Event::SecondCodeAsked { token, counter: 40, purpose: purpose() },
        Event::RequestRefused { app, purpose: purpose() },
        Event::TokenWornOut { token },
    ];
    events.extend(of_each(&|carrier| Event::CarrierActivated { carrier }));
    events.extend(of_each(&|carrier| Event::CarrierRefused { carrier, wrong: 2, purpose: purpose() }));
    events.extend(of_each(&|carrier| Event::CarrierAccepted { carrier, counter: None, purpose: purpose() }));
    let reason = CarrierBlockReason::CarrierLost;
    events.extend(of_each(&|carrier| Event::CarrierBlocked { carrier, reason }));
    events
}

fn certificates() -> Vec<Event> {
    let serial = serial();
    vec![
        Event::CertificateOrdered,
        Event::PidFetched { pid: Pid::from_drawn(7) },
        Event::CertificateIssued { certificate: certificate() },
        Event::CertificateExpiryNoticed { serial, until: noon() },
        Event::CertificateOutdated { serial, what: Some(CertifiedDetail::Name) },
        Event::CertificateOutdated { serial, what: Some(CertifiedDetail::Email) },
        Event::CertificateOutdated { serial, what: None },
        Event::CertificateUpToDate { serial, what: Some(CertifiedDetail::Name) },
        Event::CertificateUpToDate { serial, what: None },
        Event::CertificateExpired { serial },
        Event::CertificateBlocked { serial, reason: CertificateBlockReason::DetailsOutdated },
    ]
}

fn details() -> Vec<Event> {
    let user_id = || Some(UserId::parse("inger.holm").unwrap());
    let email = Some(Email::parse("inger@example.dk").unwrap());
    vec![
        Event::Signed {
            purpose: Purpose::SiteSigning { site: bank() },
            text: "Jeg køber båden.".to_owned(),
            carrier: Some(CarrierId::Other(token())),
        },
        Event::Signed {
            purpose: Purpose::SiteSigning { site: log::not_recorded() },
            text: String::new(),
            carrier: None,
        },
        Event::UserIdChanged { from: None, to: user_id() },
        Event::UserIdChanged { from: user_id(), to: user_id() },
        Event::UserIdChanged { from: user_id(), to: None },
        Event::CprNumberChanged { from: cpr(), to: cpr() },
        Event::CprLogOnSwitched { on: false },
        Event::ContactChanged { old_email: None, email, old_mobile: None, mobile: None },
        Event::RecordingSwitched { on: true },
        Event::RulesAccepted { version: 2 },
        Event::CprConsentSet { site: bank(), given: true },
        Event::CprConsentSet { site: bank(), given: false },
        Event::ConsentsGiven { consents: vec![Consent::CprLookup, Consent::ToBank(bank())], version: 2 },
    ]
}

fn wholes() -> Vec<Event> {
    let number = NemIdNumber::from_drawn(42);
    let holder = CprNumber::parse("610772-1234").unwrap();
    vec![
        Event::Created { number, holder, issuer: Issuer::Public },
        Event::Created { number, holder, issuer: Issuer::Bank(bank()) },
        Event::AgreementMade { bank: bank() },
        Event::AgreementMovedHere { bank: bank(), from: number },
        Event::AgreementMovedAway { bank: bank(), to: number },
        Event::AgreementEnded { bank: bank() },
        Event::NemIdBlocked { reason: NemIdBlockReason::RulesBroken },
        Event::NemIdClosed { reason: NemIdCloseReason::HolderAsked },
    ]
}

#[test]
fn every_event_is_said_whole_in_both_languages() {
    for event in everything() {
        for language in Language::ALL {
            let sentence = said(&event, language);
            let whole = sentence.contains(' ') && !sentence.contains("none") && !sentence.contains("use-");
            assert!(whole, "{event:?} in {language:?}: {sentence}");
        }
    }
}

#[test]
fn no_kind_of_event_is_left_out_here() {
    let said: BTreeSet<_> = everything().iter().map(|event| rules::spelt(&log::code(event))).collect();
    let all: BTreeSet<_> = variants("nemid/event.rs", "Event").into_iter().collect();
    assert_eq!(said, all);
}

#[test]
fn the_log_reads_like_this() {
    let log: Vec<_> = everything().iter().map(|event| said(event, Language::Da)).collect();
    insta::assert_snapshot!(log.join("\n"));
}

#[test]
fn a_place_that_is_not_recorded_is_not_named() {
    let place = |_: &PlaceName| unreachable!("no place to name");
    let wording = Wording { language: Language::Da, place: &place };
    let nowhere = Actor::ServiceProvider { site: log::not_recorded() };
    assert_eq!(wording.actor(&nowhere), "en tjenesteudbyder, som vi ikke har gemt navnet på");
}

#[test]
fn a_lock_says_when_it_ends() {
    let text = Text::from(PasswordRefusal::Locked { until: noon() });
    assert!(text.say(Language::Da).contains("låst til den 4. marts 2019 kl. 12.00"));
    assert!(text.say(Language::En).contains("locked until 4 March 2019 at 12:00"));
}
