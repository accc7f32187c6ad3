//! What an employee has to notice about a NemID that its state in one word does not say (Guide 1.2, 3.1.1, 3.1.5).

use jiff::Timestamp;

use crate::nemid::{Issuer, NemId};
use crate::temporary::Helper;
use crate::words::KeyCardNumber;
use crate::{cards, certificates, ending, readiness, temporary};

/// One thing to notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// No bank uses it any more, so that it will be deleted (Guide 3.1.5, D19).
    Superfluous {
        /// The instant at which it is due to be deleted.
        until: Timestamp,
    },
    /// A card was ordered at least ten working days ago and must have got lost in the post (Guide 3.1.1).
    CardOverdue {
        /// The number of the card.
        card: KeyCardNumber,
    },
    /// No card can be used until the one in the post arrives.
    CardAwaited {
        /// The number of the card.
        card: KeyCardNumber,
        /// The instant at which it is due.
        due: Timestamp,
    },
    /// No card can be used, and none is in the post.
    NoCard,
    /// Its holder has a new CPR number, and gets a new certificate with the next log-on (D28).
    CprNumberChanged,
    /// Its holder has neither a registered nor a stated address, so that nothing can be posted (D29).
    NoAddress,
}

/// Everything to notice about a NemID at `now`; nothing about one that is blocked or closed.
pub fn of(nemid: &NemId, now: Timestamp) -> Vec<Remark> {
    if !nemid.state.is_open() {
        return Vec::new();
    }
    let superfluous = ending::superfluous_until(nemid).map(|until| Remark::Superfluous { until });
    let renumbered = certificates::is_blocked_by_cpr_change(nemid).then_some(Remark::CprNumberChanged);
    let unreached = (!nemid.reach.is_reached()).then_some(Remark::NoAddress);
    superfluous.into_iter().chain(about_cards(nemid, now)).chain(renumbered).chain(unreached).collect()
}

fn about_cards(nemid: &NemId, now: Timestamp) -> Vec<Remark> {
    let overdue = nemid.cards.iter().filter(|card| cards::is_overdue(card, now));
    let mut found: Vec<_> = overdue.map(|card| Remark::CardOverdue { card: card.number }).collect();
    if nemid.usable_cards().next().is_none() && found.is_empty() {
        found.push(match readiness::awaited_card(nemid) {
            Some((card, due)) => Remark::CardAwaited { card, due },
            None => Remark::NoCard,
        });
    }
    found
}

/// Where a NemID that was never activated is best activated (Guide 1.2, 3.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// In the bank's netbank, with the PIN letter from the bank: it is for that netbank alone.
    Netbank,
    /// In Selvbetjening: it was ordered at nemid.nu or a counter, or a certificate is attached to it.
    Selvbetjening,
}

/// Where to recommend activating a NemID; `None` for one that is activated or has ended.
pub fn start(nemid: &NemId, now: Timestamp) -> Option<Start> {
    if nemid.is_activated() || !nemid.state.is_open() {
        return None;
    }
    match (&nemid.issuer, temporary::helper(nemid, now)) {
        (Issuer::Bank(_) | Issuer::Business(_), Helper::ItsBank) => Some(Start::Netbank),
        _ => Some(Start::Selvbetjening),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::calendar;
    use crate::example::{Life, bank};
    use crate::nemid::Event;
    use crate::nemid::block::CardBlockReason;
    use crate::nemid::event::CardOrderReason;

    #[test]
    fn cards_are_remarked_on_when_none_can_be_used_or_one_is_overdue() {
        let mut life = Life::in_use();
        assert_eq!(of(&life.nemid, life.now), []);
        let blocked = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
        life.apply(&blocked, Actor::Citizen);
        assert_eq!(of(&life.nemid, life.now), [Remark::NoCard]);
        let spare = life.fresh();
        let why = CardOrderReason::Replacement;
        life.apply(&[Event::CardOrdered { card: spare.number, salt: spare.salt, why }], Actor::Citizen);
        let due = calendar::at_danish_time("2019-03-07".parse().unwrap(), 10, 0);
        assert_eq!(of(&life.nemid, life.now), [Remark::CardAwaited { card: spare.number, due }]);
        life.now = calendar::at_danish_time("2019-03-18".parse().unwrap(), 0, 0);
        assert_eq!(of(&life.nemid, life.now), [Remark::CardOverdue { card: spare.number }]);
        life.nemid_is_blocked();
        assert_eq!(of(&life.nemid, life.now), []);
    }

    #[test]
    fn a_new_cpr_number_is_remarked_on_until_the_new_certificate_has_come_and_a_missing_address_always() {
        let mut life = Life::in_use();
        let number = crate::words::CprNumber::synthetic("1975-03-12".parse().unwrap(), 2000);
        let events = crate::cpr_change::take_over(&life.nemid, number, &life.stamp(Actor::Clock));
        life.apply(&events, Actor::Clock);
        assert_eq!(of(&life.nemid, life.now), [Remark::CprNumberChanged]);
        let draft = crate::example::draft(2);
        let issued = certificates::with_log_on(&life.nemid, &draft, &life.holder());
        life.apply(&issued, Actor::Citizen);
        assert_eq!(of(&life.nemid, life.now), []);
        life.nemid.reach = crate::post::PostalReach::Nowhere;
        assert_eq!(of(&life.nemid, life.now), [Remark::NoAddress]);
    }

    #[test]
    fn a_banks_nemid_starts_in_its_netbank_until_a_certificate_is_attached() {
        let mut life = Life::begun_at_bank(Issuer::Bank(bank()));
        assert_eq!(start(&life.nemid, life.now), Some(Start::Netbank));
        life.apply(&[Event::CertificateOrdered], Actor::Citizen);
        assert_eq!(start(&life.nemid, life.now), Some(Start::Selvbetjening));
        assert_eq!(start(&Life::in_use().nemid, life.now), None);
    }
}
