//! A NemID for the tests of the rules, which changes only as the rules decide, and the time that passes for it.

pub mod events;

use jiff::{SignedDuration, Timestamp};

use crate::activation::{Activation, Spares};
use crate::actor::{Actor, Channel, PlaceName, Stamp};
use crate::cards::DrawnCard;
use crate::certificates::CertificateDraft;
use crate::keys::{KeyAnswer, KeyOutcome};
use crate::nemid::block::{NemIdBlockReason, PasswordBlockReason};
use crate::nemid::certificate::CertificateSerial;
use crate::nemid::event::Consents;
use crate::nemid::temporary::{Delivery, TemporaryPlace, TemporaryPurpose};
use crate::nemid::{CardSalt, DigitsFingerprint, Event, Issuer, NemId, PasswordHash, Purpose};
use crate::order::{Eligibility, FirstCard, NewNemId};
use crate::passwords::PasswordVerdict;
use crate::post::PostalReach;
use crate::reopening::Reopening;
use crate::temporary::{NewTemporary, TemporaryAction};
use crate::words::{Contact, CprNumber, KeyCardNumber, NemIdNumber, PersonName, Pid, PinLetterSerial};
use crate::{activation, ending, keys, order, passwords, reopening, temporary};

/// One NemID and the current instant.
#[derive(Clone, Debug)]
pub struct Life {
    /// Its current state.
    pub nemid: NemId,
    /// The simulated instant.
    pub now: Timestamp,
    drawn: u64,
}

pub fn hash(of: &str) -> PasswordHash {
    PasswordHash::new(of.to_owned())
}

pub fn card(number: u64) -> DrawnCard {
    DrawnCard { number: KeyCardNumber::from_drawn(number), salt: CardSalt::default() }
}

pub fn bank() -> PlaceName {
    PlaceName::new("fjordbanken")
}

pub fn officer() -> Actor {
    Actor::Officer { staff: NemIdNumber::from_drawn(900), office: PlaceName::new("havneby") }
}

pub fn operator() -> Actor {
    Actor::Operator { staff: None }
}

pub fn grown_up() -> Eligibility {
    Eligibility { age: Some(40), dead: false }
}

pub fn draft(serial: u32) -> CertificateDraft {
    let name = PersonName::parse("Inger Holm").unwrap();
    CertificateDraft {
        serial: CertificateSerial(serial),
        pid: Pid::from_drawn(7),
        name,
        years: 4,
        consented: Some(1),
    }
}

impl Life {
    /// Ordered at the counter, the first card (number 1) and a PIN letter handed out; not activated.
    pub fn begun() -> Self {
        let first = FirstCard::HandedOut(card(1));
        let holder = CprNumber::synthetic("1975-03-12".parse().unwrap(), 1);
        let now = "2019-03-04T08:00:00Z".parse().unwrap();
        let stamp =
            Stamp { at: now, actor: officer(), channel: Channel::RaPortal, address: None, device: None };
        let number = NemIdNumber::from_drawn(1);
        let new = NewNemId {
            holder,
            number,
            contact: &Contact::default(),
            card: &first,
            reach: PostalReach::Denmark,
        };
        let made = order::make_new(&[], grown_up(), &new, &stamp);
        let (nemid, events) = made.unwrap();
        let mut life = Self { nemid, now, drawn: 1 };
        life.apply(&events, officer());
        life.is_sent(TemporaryAction::Resend);
        life
    }

    /// Made by a bank for its netbank; not activated, no certificate.
    pub fn begun_at_bank(issuer: Issuer) -> Self {
        let holder = CprNumber::synthetic("1975-03-12".parse().unwrap(), 1);
        let now = "2019-03-04T08:00:00Z".parse().unwrap();
        let by = Actor::Bank { bank: bank(), staff: None };
        let stamp = Stamp { at: now, actor: by.clone(), channel: Channel::Bank, address: None, device: None };
        let first = FirstCard::HandedOut(card(1));
        let number = NemIdNumber::from_drawn(2);
        let new = NewNemId {
            holder,
            number,
            contact: &Contact::default(),
            card: &first,
            reach: PostalReach::Denmark,
        };
        let (nemid, events) = order::make_at_bank(issuer, &new, &stamp).unwrap();
        let mut life = Self { nemid, now, drawn: 1 };
        life.apply(&events, by);
        life
    }

    /// Activated with the password `secret1`, with certificate 1, card 1 in use.
    pub fn in_use() -> Self {
        let mut life = Self::begun();
        life.activates("secret1");
        life
    }

    pub fn stamp(&self, actor: Actor) -> Stamp {
        Stamp { at: self.now, actor, channel: Channel::Selvbetjening, address: None, device: None }
    }

    /// The stamp of its holder.
    pub fn holder(&self) -> Stamp {
        self.stamp(Actor::Citizen)
    }

    pub fn apply(&mut self, events: &[Event], by: Actor) {
        let stamp = self.stamp(by);
        for event in events {
            self.nemid.apply(event, &stamp);
        }
    }

    pub fn passes(&mut self, time: SignedDuration) {
        self.now += time;
    }

    /// A card that no NemID has yet.
    pub fn fresh(&mut self) -> DrawnCard {
        self.drawn += 1;
        card(self.drawn)
    }

    /// A new temporary password at the counter; its hash is `temporary` and a number.
    pub fn is_sent(&mut self, action: TemporaryAction) -> PasswordHash {
        self.drawn += 1;
        let hash = hash(&format!("temporary {}", self.drawn));
        let serial = PinLetterSerial::from_drawn(self.drawn);
        let place = TemporaryPlace::Selvbetjening;
        let new = NewTemporary {
            hash: hash.clone(),
            fingerprint: DigitsFingerprint::default(),
            serial,
            delivery: Delivery::HandedOut,
            place,
        };
        let events = temporary::issue(&self.nemid, action, &new, &self.stamp(officer())).unwrap();
        self.apply(&events, officer());
        hash
    }

    /// Types a password, which is right when it is the one in use, and returns what a wrong one led to.
    pub fn types(&mut self, password: &str) -> Option<crate::nemid::lockout::AfterWrong> {
        let against = self.nemid.password.hash().unwrap().clone();
        let right = against == hash(password);
        let verdict = PasswordVerdict { against, right, rehashed: None };
        let judged = passwords::judge(&self.nemid, &verdict, &Purpose::LogOn, &self.holder()).unwrap();
        self.apply(&judged.events, Actor::Citizen);
        judged.wrong
    }

    /// Asks for a key of a card, as at log-on.
    pub fn asked(&mut self, number: KeyCardNumber, right: bool) -> KeyAnswer {
        self.asked_for(number, right, Purpose::LogOn)
    }

    /// Asks for a key of a card for a purpose.
    pub fn asked_for(&mut self, number: KeyCardNumber, right: bool, purpose: Purpose) -> KeyAnswer {
        let (position, events) = keys::ask(&self.nemid, &number, 5, &purpose).unwrap();
        self.apply(&events, Actor::Citizen);
        KeyAnswer::of_card(number, position, right, purpose)
    }

    /// Types a key at log-on, and returns the events and the outcome.
    pub fn answers(&mut self, number: KeyCardNumber, right: bool) -> (Vec<Event>, KeyOutcome) {
        let (typed, spare) = (self.asked(number, right), self.fresh());
        let (events, outcome) = keys::log_on(&self.nemid, &typed, &spare, &self.holder()).unwrap();
        self.apply(&events, Actor::Citizen);
        (events, outcome)
    }

    /// Logs on `times` times with right keys of a card.
    pub fn logs_on(&mut self, number: KeyCardNumber, times: u8) {
        for _ in 0..times {
            assert_eq!(self.answers(number, true).1, KeyOutcome::Right);
        }
    }

    /// Renews the certificate with a right key of the card in use. Returns the events of the key's answer.
    pub fn renews(&mut self, draft: &CertificateDraft) -> Vec<Event> {
        let number = self.nemid.active_card().unwrap().number;
        let typed = self.asked_for(number, true, Purpose::Renewal);
        let spare = self.fresh();
        crate::certificates::renew(&self.nemid, draft, &typed, &spare, &self.holder()).unwrap().0
    }

    /// Goes through activation with card 1 and its live temporary password.
    pub fn activates(&mut self, password: &str) -> Vec<Event> {
        let temporary = self.nemid.live_temporary(self.now).unwrap();
        assert_eq!(temporary.purpose, TemporaryPurpose::Activate);
        let chosen = Activation {
            temporary: temporary.hash.clone(),
            password: hash(password),
            user_id: None,
            cpr_log_on: true,
            contact: self.nemid.contact.clone(),
            recording: false,
            consents: Consents {
                cpr_lookup: true,
                pid_service: true,
                earlier_pid: true,
                bank_exchange: true,
            },
            rules_version: Some(1),
        };
        let (typed, spare) =
            (self.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::Activation), self.fresh());
        let spares = Spares { card: &spare, certificate: &draft(1) };
        let made = activation::complete(&self.nemid, &chosen, &typed, &spares, &self.holder());
        let (events, outcome) = made.unwrap();
        assert_eq!(outcome, KeyOutcome::Right);
        self.apply(&events, Actor::Citizen);
        events
    }

    /// Re-opens with its live temporary password and a key of card 1.
    pub fn reopens(&mut self, password: &str, certificate: u32) -> Vec<Event> {
        let temporary = self.nemid.live_temporary(self.now).unwrap().hash.clone();
        let remembered = self.nemid.password.hash().cloned();
        let chosen = Reopening { temporary, password: hash(password), remembered };
        let (typed, spare) =
            (self.asked_for(KeyCardNumber::from_drawn(1), true, Purpose::Reopening), self.fresh());
        let spares = Spares { card: &spare, certificate: &draft(certificate) };
        let (events, outcome) =
            reopening::complete(&self.nemid, &chosen, &typed, &spares, &self.holder()).unwrap();
        assert_eq!(outcome, KeyOutcome::Right);
        self.apply(&events, Actor::Citizen);
        events
    }

    /// The operator blocks the password on suspicion.
    pub fn password_is_blocked(&mut self) {
        let reason = PasswordBlockReason::Suspicion;
        let events = passwords::block(&self.nemid, reason, &self.holder()).unwrap();
        self.apply(&events, operator());
    }

    /// The operator blocks the whole NemID.
    pub fn nemid_is_blocked(&mut self) {
        let stamp = self.stamp(operator());
        let events = ending::block(&self.nemid, NemIdBlockReason::RulesBroken, &stamp).unwrap();
        self.apply(&events, operator());
    }

    /// The same NemID, made by an employer (D20).
    pub fn employed(&self) -> NemId {
        NemId { issuer: Issuer::Employer(PlaceName::new("fjordby")), ..self.nemid.clone() }
    }
}
