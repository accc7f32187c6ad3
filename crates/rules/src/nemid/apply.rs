//! The only place where a NemID changes.

mod begin;
mod keys;

use crate::actor::{PlaceName, Stamp};
use crate::nemid::block::{Block, NemIdState};
use crate::nemid::card::{CardState, KeyCard};
use crate::nemid::carrier::{Carrier, CarrierState, Holding};
use crate::nemid::certificate::{CertificateSerial, CertificateState};
use crate::nemid::consent;
use crate::nemid::consent::Consent;
use crate::nemid::event::Event;
use crate::nemid::temporary::{TemporaryEnd, TemporaryPassword, TemporaryState};
use crate::nemid::{Agreement, CardSalt, Lockout, NemId, Password, PasswordHash, RulesAcceptance};
use crate::words::{CarrierKind, CarrierNumber, Contact, CprNumber, KeyCardNumber};

impl NemId {
    /// Lets one event happen. It decides nothing: what may happen was decided by the rule that returned it. Each event
    /// has its arm, so that the compiler asks for that of a new one.
    #[expect(clippy::too_many_lines, reason = "each event has its arm")]
    pub fn apply(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Created { .. }
            | Event::LoggedOn { .. }
            | Event::LoggedOff { .. }
            | Event::LogOnRefused { .. }
            | Event::CprConsentSet { .. }
            | Event::CarrierAsked { .. }
            | Event::RequestRefused { .. }
            | Event::Signed { .. } => {}
            Event::TemporaryPasswordIssued { hash, purpose, place, serial, delivery, .. } => {
                self.temporary = Some(TemporaryPassword {
                    hash: hash.clone(),
                    purpose: *purpose,
                    place: place.clone(),
                    serial: *serial,
                    delivery: *delivery,
                    issued: stamp.at,
                    reach: self.reach,
                    state: TemporaryState::Live { wrong: 0 },
                });
            }
            Event::TemporaryPasswordRefused { tries } => {
                self.set_temporary(TemporaryState::Live { wrong: *tries });
            }
            Event::TemporaryPasswordDied { why } => {
                self.set_temporary(TemporaryState::Dead { at: stamp.at, why: *why });
            }
            Event::TemporaryPasswordBlocked { .. } => {
                self.set_temporary(TemporaryState::Dead { at: stamp.at, why: TemporaryEnd::Blocked });
            }
            Event::Activated { hash, .. } | Event::PasswordReopened { hash, .. } => {
                self.start_with_password(hash, stamp);
            }
            Event::PasswordChanged { hash } => self.use_password(hash, stamp),
            Event::PasswordRehashed { hash } => self.rehash_password(hash),
            Event::PasswordRefused { failures, .. } => {
                self.lockout = Lockout { failures: *failures, ..self.lockout.at(stamp.at) };
            }
            Event::PasswordLocked { until } => self.lockout.locked_until = Some(*until),
            Event::LockLifted => self.lockout = Lockout { failures: 0, strike: true, locked_until: None },
            Event::PasswordAccepted { .. } => self.lockout = Lockout::default(),
            Event::PasswordBlocked { reason } => self.block_password(block(*reason, stamp)),
            Event::KeyAsked { card, position, .. } => {
                self.on_card(card, |card| card.pending = Some(*position));
            }
            Event::KeyRefused { card, wrong, .. } => self.on_card(card, |card| card.wrong = *wrong),
            Event::KeyAccepted { card, position, .. } => {
                self.used_last = Some(CarrierKind::Card);
                self.on_card(card, |card| card.use_up(*position));
            }
            Event::TokenOrdered { token, salt } => {
                let holding = Holding::Token { salt: *salt, next: 0, first_of_two: None };
                self.carriers.push(Carrier::new(*token, holding, stamp.at, CarrierState::Ordered));
            }
            Event::AppInstalled { app, device, .. } => {
                let holding = Holding::App { device: *device, pin: None };
                self.carriers.push(Carrier::new(*app, holding, stamp.at, CarrierState::Attached));
            }
            Event::PinChosen { app, pin } => self.on_carrier(*app, |app| app.choose_pin(*pin)),
            Event::VoiceOrdered { line, telephone, posted } => {
                let holding = Holding::Voice { telephone: *telephone };
                let state = if *posted { CarrierState::Ordered } else { CarrierState::Attached };
                self.carriers.push(Carrier::new(*line, holding, stamp.at, state));
            }
            Event::VoiceMoved { line, to, .. } => {
                self.on_carrier(*line, |line| line.holding = Holding::Voice { telephone: *to });
            }
            Event::CarrierDelivered { carrier } => {
                self.on_carrier(*carrier, |carrier| carrier.state = CarrierState::Attached);
            }
            Event::CarrierActivated { carrier } => {
                self.on_carrier(*carrier, |carrier| carrier.state = CarrierState::Active);
            }
            Event::CarrierRefused { carrier, wrong, .. } => {
                self.on_carrier(*carrier, |carrier| carrier.wrong = *wrong);
            }
            Event::SecondCodeAsked { token, counter, .. } => {
                self.on_carrier(*token, |token| token.waits_for_the_code_after(*counter));
            }
            Event::CarrierAccepted { carrier, counter, .. } => {
                self.used_last = Some(carrier.kind());
                self.on_carrier(*carrier, |carrier| carrier.was_used(*counter, stamp));
            }
            Event::CarrierBlocked { carrier, reason } => self.on_carrier(*carrier, |carrier| {
                carrier.state = CarrierState::Blocked(block(*reason, stamp));
            }),
            Event::TokenWornOut { token } => {
                self.on_carrier(*token, |token| token.state = CarrierState::WornOut { at: stamp.at });
            }
            Event::CardOrdered { card, salt, .. } => self.add_card(card, *salt, CardState::Ordered, stamp),
            Event::CardDelivered { card } => self.on_card(card, |card| card.state = CardState::Attached),
            Event::CardAttached { card, salt } => self.add_card(card, *salt, CardState::Attached, stamp),
            Event::CardActivated { card } => self.on_card(card, |card| card.state = CardState::Active),
            Event::CardBlocked { card, reason } => self.on_card(card, |card| {
                card.state = CardState::Blocked(block(*reason, stamp));
                card.pending = None;
            }),
            Event::CardUsedUp { card } => {
                self.on_card(card, |card| card.state = CardState::UsedUp { at: stamp.at });
            }
            Event::ReorderLevelSet { level } => self.reorder_level = *level,
            Event::CprNumberChanged { to, .. } => self.take_over_cpr_number(*to),
            Event::UserIdChanged { to, .. } => self.user_id.clone_from(to),
            Event::CprLogOnSwitched { on } => self.cpr_log_on = *on,
            Event::ContactChanged { email, mobile, .. } => {
                self.contact = Contact { email: email.clone(), mobile: *mobile };
            }
            Event::RecordingSwitched { on } => self.recording = *on,
            Event::RulesAccepted { version } => {
                self.rules_accepted = Some(RulesAcceptance { version: *version, at: stamp.at });
            }
            Event::CertificateOrdered => {
                self.certificate_ordered = Some(stamp.at);
                self.superfluous_since = None;
            }
            Event::ConsentsGiven { consents, version } => {
                consent::give(&mut self.consents, consents, *version, stamp);
            }
            Event::PidFetched { pid } => self.pid = Some(*pid),
            Event::CertificateIssued { certificate } => {
                self.certificate_ordered = None;
                self.certificates.push(certificate.clone());
            }
            Event::CertificateExpiryNoticed { serial, .. } => {
                self.on_certificate(*serial, |certificate| certificate.expiry_noticed = true);
            }
            Event::CertificateOutdated { serial, what } => {
                self.on_certificate(*serial, |certificate| certificate.outdated.note(*what, Some(stamp.at)));
            }
            Event::CertificateUpToDate { serial, what } => {
                self.on_certificate(*serial, |certificate| certificate.outdated.note(*what, None));
            }
            Event::CertificateExpired { serial } => {
                self.end_certificate(*serial, CertificateState::Expired { at: stamp.at });
                consent::end(&mut self.consents, stamp, Consent::is_to_certificate);
            }
            Event::CertificateBlocked { serial, reason } => {
                self.end_certificate(*serial, CertificateState::Blocked(block(*reason, stamp)));
                if !reason.is_followed_by_another() {
                    consent::end(&mut self.consents, stamp, Consent::is_to_certificate);
                }
            }
            Event::AgreementMade { bank } | Event::AgreementMovedHere { bank, .. } => {
                self.add_agreement(bank, stamp);
            }
            Event::AgreementMovedAway { bank, .. } => {
                self.end_agreement(bank, stamp);
                if self.serves_nothing(stamp.at) {
                    self.superfluous_since = Some(stamp.at);
                }
            }
            Event::AgreementEnded { bank } => self.end_agreement(bank, stamp),
            Event::NemIdBlocked { reason } => self.end(NemIdState::Blocked(block(*reason, stamp)), stamp),
            Event::NemIdClosed { reason } => self.end(NemIdState::Closed(block(*reason, stamp)), stamp),
        }
    }

    /// A copy to which some events have happened.
    #[must_use]
    pub fn after(&self, events: &[Event], stamp: &Stamp) -> Self {
        let mut after = self.clone();
        for event in events {
            after.apply(event, stamp);
        }
        after
    }

    /// A CPR number has a PID of its own, and is no user id until the holder chooses so (D28).
    fn take_over_cpr_number(&mut self, number: CprNumber) {
        self.holder = number;
        self.pid = None;
        self.cpr_log_on = false;
    }

    /// With the NemID an order ends that has not come yet, and nothing is left to grow superfluous.
    fn end(&mut self, state: NemIdState, stamp: &Stamp) {
        self.state = state;
        consent::end(&mut self.consents, stamp, |_| true);
        self.certificate_ordered = None;
        self.superfluous_since = None;
    }

    fn set_temporary(&mut self, state: TemporaryState) {
        if let Some(temporary) = &mut self.temporary {
            temporary.state = state;
        }
    }

    /// A password chosen with a temporary one, which is used up by that; wrong keys are forgiven.
    fn start_with_password(&mut self, hash: &PasswordHash, stamp: &Stamp) {
        self.use_password(hash, stamp);
        self.set_temporary(TemporaryState::Dead { at: stamp.at, why: TemporaryEnd::Used });
        for card in self.cards.iter_mut().filter(|card| card.is_open()) {
            card.wrong = 0;
        }
        for carrier in self.carriers.iter_mut().filter(|carrier| carrier.is_open()) {
            carrier.wrong = 0;
        }
    }

    fn use_password(&mut self, hash: &PasswordHash, stamp: &Stamp) {
        self.password = Password::InUse { hash: hash.clone(), since: stamp.at };
        self.lockout = Lockout::default();
        for card in &mut self.cards {
            card.pending = None;
        }
    }

    fn rehash_password(&mut self, newer: &PasswordHash) {
        match &mut self.password {
            Password::InUse { hash, .. } | Password::Blocked { hash, .. } => hash.clone_from(newer),
            Password::NotChosen => {}
        }
    }

    fn block_password(&mut self, block: Block<crate::nemid::block::PasswordBlockReason>) {
        self.lockout = Lockout::default();
        self.password = match std::mem::replace(&mut self.password, Password::NotChosen) {
            Password::InUse { hash, since } | Password::Blocked { hash, since, .. } => {
                Password::Blocked { hash, since, block }
            }
            Password::NotChosen => Password::NotChosen,
        };
    }

    fn add_card(&mut self, number: &KeyCardNumber, salt: CardSalt, state: CardState, stamp: &Stamp) {
        let card = KeyCard::new(*number, salt, stamp.at, state);
        self.cards.push(KeyCard { reach: self.reach, ..card });
    }

    fn on_card(&mut self, number: &KeyCardNumber, change: impl FnOnce(&mut KeyCard)) {
        if let Some(card) = self.cards.iter_mut().find(|card| card.number == *number) {
            change(card);
        }
    }

    fn on_carrier(&mut self, number: CarrierNumber, change: impl FnOnce(&mut Carrier)) {
        if let Some(carrier) = self.carriers.iter_mut().find(|carrier| carrier.number == number) {
            change(carrier);
        }
    }

    fn on_certificate(
        &mut self,
        serial: CertificateSerial,
        change: impl FnOnce(&mut crate::nemid::Certificate),
    ) {
        if let Some(certificate) = self.certificates.iter_mut().find(|one| one.serial == serial) {
            change(certificate);
        }
    }

    fn end_certificate(&mut self, serial: CertificateSerial, state: CertificateState) {
        self.on_certificate(serial, |certificate| certificate.state = state);
    }

    fn add_agreement(&mut self, bank: &PlaceName, stamp: &Stamp) {
        self.agreements.retain(|agreement| agreement.bank != *bank);
        self.agreements.push(Agreement { bank: bank.clone(), since: stamp.at });
        self.superfluous_since = None;
    }

    fn end_agreement(&mut self, bank: &PlaceName, stamp: &Stamp) {
        self.agreements.retain(|agreement| agreement.bank != *bank);
        consent::end(&mut self.consents, stamp, |consent| consent.bank() == Some(bank));
    }
}

fn block<R>(reason: R, stamp: &Stamp) -> Block<R> {
    Block { at: stamp.at, reason, by: stamp.actor.clone() }
}

#[cfg(test)]
mod tests;
