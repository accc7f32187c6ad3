//! How long records are kept: the current year and five years before (Rules 3.7, D27).

use jiff::Timestamp;
use jiff::civil::date;

use crate::calendar;
use crate::nemid::block::NemIdState;
use crate::nemid::certificate::{CertificateSerial, CertificateState};
use crate::nemid::temporary::TemporaryState;
use crate::nemid::{Block, CardState, CarrierState, NemId};
use crate::words::{CarrierNumber, KeyCardNumber};

/// Whole years kept before the current one.
pub const YEARS: i16 = 5;

/// The instant before which everything is deleted: 1 January, Danish time, five years before the current year.
pub fn kept_from(now: Timestamp) -> Timestamp {
    let year = calendar::danish_date(now).year();
    calendar::at_danish_time(date(year - YEARS, 1, 1), 0, 0)
}

/// Whether an ended NemID is deleted with everything that belongs to it, because it ended before `kept_from`. Until
/// then its user id stays taken, so that nobody else is mistaken for its holder.
pub fn is_forgotten(nemid: &NemId, kept_from: Timestamp) -> bool {
    match &nemid.state {
        NemIdState::Open => false,
        NemIdState::Blocked(Block { at, .. }) | NemIdState::Closed(Block { at, .. }) => *at < kept_from,
    }
}

/// What is deleted of a NemID that itself is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldParts {
    /// Cards that were blocked or used up.
    pub cards: Vec<KeyCardNumber>,
    /// Tokens, apps and voice lines that were blocked or worn out.
    pub carriers: Vec<CarrierNumber>,
    /// Certificates that ended. A receiver can still check what is no more about a person: serial number, validity, and
    /// when it was blocked (Rules 4.5).
    pub certificates: Vec<CertificateSerial>,
    /// Whether the last temporary password is dead that long.
    pub temporary: bool,
    /// Whether its last lock lapsed that long ago; the strike that it left stays (D2).
    pub lock: bool,
}

/// The parts of a NemID that ended before `kept_from`. What is in force stays, however old: a card in use, a block of the
/// password, the rules as accepted.
pub fn old_parts(nemid: &NemId, kept_from: Timestamp) -> OldParts {
    let cards = nemid.cards.iter().filter(|card| match &card.state {
        CardState::Ordered | CardState::Attached | CardState::Active => false,
        CardState::Blocked(Block { at, .. }) | CardState::UsedUp { at } => *at < kept_from,
    });
    let carriers = nemid.carriers.iter().filter(|carrier| match &carrier.state {
        CarrierState::Ordered | CarrierState::Attached | CarrierState::Active => false,
        CarrierState::Blocked(Block { at, .. }) | CarrierState::WornOut { at } => *at < kept_from,
    });
    let certificates = nemid.certificates.iter().filter(|certificate| match &certificate.state {
        CertificateState::Valid => false,
        CertificateState::Blocked(Block { at, .. }) | CertificateState::Expired { at } => *at < kept_from,
    });
    let last = nemid.temporary.as_ref().map(|temporary| temporary.state);
    OldParts {
        cards: cards.map(|card| card.number).collect(),
        carriers: carriers.map(|carrier| carrier.number).collect(),
        certificates: certificates.map(|certificate| certificate.serial).collect(),
        temporary: matches!(last, Some(TemporaryState::Dead { at, .. }) if at < kept_from),
        lock: nemid.lockout.locked_until.is_some_and(|until| until < kept_from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::example::Life;
    use crate::nemid::Event;
    use crate::nemid::block::NemIdCloseReason;

    #[test]
    fn the_current_year_and_five_years_are_kept() {
        let now: Timestamp = "2019-03-04T08:00:00Z".parse().unwrap();
        assert_eq!(kept_from(now).to_string(), "2013-12-31T23:00:00Z");
    }

    #[test]
    fn what_ended_goes_and_what_is_in_force_stays_however_old() {
        let mut life = Life::in_use();
        let old = |life: &Life| old_parts(&life.nemid, life.now);
        let all_later = |life: &Life| old_parts(&life.nemid, Timestamp::MAX);
        assert_eq!(old(&life), OldParts::default());
        let begun = OldParts { temporary: true, ..OldParts::default() };
        assert_eq!(all_later(&life), begun, "the temporary password was used, and the card is");

        let (card, serial) =
            (life.nemid.active_card().unwrap().number, life.nemid.certificate().unwrap().serial);
        let reason = crate::nemid::block::CardBlockReason::Lost;
        let expired = Event::CertificateExpired { serial };
        life.apply(&[Event::CardBlocked { card, reason }, expired], Actor::Citizen);
        assert_eq!(old(&life).cards, [], "not before its own year is over");
        let all = OldParts {
            cards: vec![card],
            carriers: Vec::new(),
            certificates: vec![serial],
            temporary: true,
            lock: false,
        };
        assert_eq!(all_later(&life), all);
        life.apply(&[Event::PasswordLocked { until: life.now }], Actor::Visitor);
        assert_eq!(all_later(&life), OldParts { lock: true, ..all.clone() });

        let mut used_up = Life::in_use();
        used_up.apply(&[Event::CardUsedUp { card }], Actor::Clock);
        let reason = crate::nemid::block::CertificateBlockReason::HolderAsked;
        used_up.apply(&[Event::CertificateBlocked { serial, reason }], Actor::Citizen);
        assert_eq!(all_later(&used_up), all);
    }

    #[test]
    fn an_open_nemid_is_never_forgotten_and_an_ended_one_when_its_end_is() {
        let mut life = Life::in_use();
        let later = Timestamp::MAX;
        assert!(!is_forgotten(&life.nemid, later));
        life.apply(&[Event::NemIdClosed { reason: NemIdCloseReason::HolderAsked }], Actor::Citizen);
        assert!(!is_forgotten(&life.nemid, life.now));
        assert!(is_forgotten(&life.nemid, later));
    }
}
