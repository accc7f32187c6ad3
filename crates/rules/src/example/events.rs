//! One event of each kind, for the tests of what follows from any event.

use crate::actor::PlaceName;
use crate::example::{Life, bank, card, hash};
use crate::nemid::block::{
    CardBlockReason, CarrierBlockReason, CertificateBlockReason, NemIdBlockReason, NemIdCloseReason,
    PasswordBlockReason,
};
use crate::nemid::certificate::{CertificateSerial, CertifiedDetail};
use crate::nemid::event::{CardOrderReason, Consents, LogOnBar};
use crate::nemid::temporary::{Delivery, TemporaryEnd, TemporaryPlace, TemporaryPurpose};
use crate::nemid::{CardSalt, Consent, DeviceId, DigitsFingerprint, Event, Issuer, Purpose};
use crate::words::{
    CarrierId, CarrierNumber, Contact, KeyPosition, Mobile, NemIdNumber, Pid, PinLetterSerial,
};

/// Each event once; log-ons, log-offs and refused log-ons at Selvbetjening or the counter and at a site.
pub fn all() -> Vec<Event> {
    [passwords(), cards(), carriers(), certificates(), uses(), details(), wholes()]
        .into_iter()
        .flatten()
        .collect()
}

fn at_site() -> Purpose {
    Purpose::SiteLogOn { site: PlaceName::new("borgerportalen") }
}

fn passwords() -> Vec<Event> {
    let (purpose, hash) = (TemporaryPurpose::Reset, hash("secret2"));
    let (place, serial) = (TemporaryPlace::Selvbetjening, PinLetterSerial::from_drawn(1));
    let issued = Event::TemporaryPasswordIssued {
        hash: hash.clone(),
        fingerprint: DigitsFingerprint::default(),
        purpose,
        place,
        serial,
        delivery: Delivery::Posted,
        posted: None,
    };
    let consents = Consents { cpr_lookup: true, pid_service: true, earlier_pid: true, bank_exchange: false };
    let until = jiff::Timestamp::UNIX_EPOCH;
    vec![
        issued,
        Event::TemporaryPasswordRefused { tries: 1 },
        Event::TemporaryPasswordDied { why: TemporaryEnd::TooOld },
        Event::TemporaryPasswordBlocked { reason: PasswordBlockReason::KnownByOthers },
        Event::Activated { hash: hash.clone(), consents },
        Event::PasswordReopened { hash: hash.clone(), purpose },
        Event::PasswordChanged { hash: hash.clone() },
        Event::PasswordRehashed { hash },
        Event::PasswordRefused { purpose: at_site(), failures: 1 },
        Event::PasswordLocked { until },
        Event::LockLifted,
        Event::PasswordAccepted { purpose: at_site() },
        Event::PasswordBlocked { reason: PasswordBlockReason::Forgotten },
    ]
}

fn cards() -> Vec<Event> {
    let (card, salt, purpose) = (card(1).number, CardSalt::default(), at_site());
    let position = KeyPosition::new(3).unwrap();
    vec![
        Event::KeyAsked { card, position, purpose: purpose.clone() },
        Event::KeyRefused { card, wrong: 1, purpose: purpose.clone() },
        Event::KeyAccepted { card, position, purpose },
        Event::CardOrdered { card, salt, why: CardOrderReason::Extra },
        Event::CardDelivered { card },
        Event::CardAttached { card, salt },
        Event::CardActivated { card },
        Event::CardBlocked { card, reason: CardBlockReason::Lost },
        Event::CardUsedUp { card },
        Event::ReorderLevelSet { level: 30 },
    ]
}

fn carriers() -> Vec<Event> {
    let token = CarrierNumber::token_from_drawn(1);
    let (app, line) = (CarrierNumber::app_from_drawn(2), CarrierNumber::voice_from_drawn(3));
    let telephone = |digits| Mobile::parse(digits).unwrap();
    let (from, to) = (telephone("70000001"), telephone("70000002"));
    let purpose = at_site();
    vec![
        Event::TokenOrdered { token, salt: CardSalt::default() },
        Event::AppInstalled { app, device: DeviceId(4), make: "Fjordfon 2".to_owned() },
        Event::PinChosen { app, pin: None },
        Event::VoiceOrdered { line, telephone: from, posted: true },
        Event::VoiceMoved { line, from, to },
        Event::CarrierDelivered { carrier: token },
        Event::CarrierActivated { carrier: token },
        Event::CarrierAsked { carrier: app, purpose: purpose.clone() },
        Event::CarrierRefused { carrier: token, wrong: 1, purpose: purpose.clone() },
        Event::SecondCodeAsked { token, counter: 40, purpose: purpose.clone() },
        Event::CarrierAccepted { carrier: token, counter: Some(41), purpose: purpose.clone() },
        Event::RequestRefused { app, purpose },
        Event::CarrierBlocked { carrier: line, reason: CarrierBlockReason::CarrierLost },
        Event::TokenWornOut { token },
    ]
}

fn certificates() -> Vec<Event> {
    let serial = CertificateSerial(1);
    let certificate = Life::in_use().nemid.certificate().unwrap().clone();
    let until = certificate.until;
    let reason = CertificateBlockReason::HolderAsked;
    vec![
        Event::CertificateOrdered,
        Event::PidFetched { pid: Pid::from_drawn(1) },
        Event::CertificateIssued { certificate },
        Event::CertificateExpiryNoticed { serial, until },
        Event::CertificateOutdated { serial, what: Some(CertifiedDetail::Name) },
        Event::CertificateUpToDate { serial, what: None },
        Event::CertificateExpired { serial },
        Event::CertificateBlocked { serial, reason },
    ]
}

fn uses() -> Vec<Event> {
    let bar = LogOnBar::NoCard;
    let signed = Event::Signed { purpose: at_site(), text: "I agree.".to_owned(), carrier: None };
    vec![
        Event::LoggedOn { purpose: Purpose::LogOn, carrier: Some(CarrierId::Card(card(1).number)) },
        Event::LoggedOff { purpose: Purpose::RaLogOn },
        Event::LogOnRefused { purpose: Purpose::LogOn, bar, times: 1 },
        Event::LoggedOn { purpose: at_site(), carrier: None },
        Event::LoggedOff { purpose: at_site() },
        Event::LogOnRefused { purpose: at_site(), bar, times: 12 },
        signed,
    ]
}

fn details() -> Vec<Event> {
    let contact = Contact::default();
    let site = PlaceName::new("forsikringshuset");
    vec![
        Event::UserIdChanged { from: None, to: None },
        Event::CprNumberChanged { from: Life::begun().nemid.holder, to: Life::begun().nemid.holder },
        Event::CprLogOnSwitched { on: true },
        Event::contact_changed(&contact, &contact),
        Event::RecordingSwitched { on: true },
        Event::CprConsentSet { site, given: true },
        Event::ConsentsGiven { consents: vec![Consent::CprLookup, Consent::ToBank(bank())], version: 1 },
        Event::RulesAccepted { version: 1 },
    ]
}

fn wholes() -> Vec<Event> {
    let (number, holder) = (NemIdNumber::from_drawn(1), Life::begun().nemid.holder);
    let bank = bank();
    vec![
        Event::Created { number, holder, issuer: Issuer::Public },
        Event::AgreementMade { bank: bank.clone() },
        Event::AgreementMovedHere { bank: bank.clone(), from: number },
        Event::AgreementMovedAway { bank: bank.clone(), to: number },
        Event::AgreementEnded { bank },
        Event::NemIdBlocked { reason: NemIdBlockReason::RulesBroken },
        Event::NemIdClosed { reason: NemIdCloseReason::HolderAsked },
    ]
}
