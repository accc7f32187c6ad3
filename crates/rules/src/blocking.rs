//! The block of a password, of all cards or of both, when something may be in the wrong hands, and the temporary
//! password that follows by post (Rules 3.4, 3.5.1; D22). Citizen, hotline, counter, bank and operator share this rule.
//! The block takes effect even where no letter can follow.

use jiff::Timestamp;
use thiserror::Error;

use crate::actor::{Actor, Stamp};
use crate::nemid::block::{CardBlockReason, PasswordBlockReason};
use crate::nemid::{Decision, Event, NemId};
use crate::passwords::PasswordRefusal;
use crate::temporary::{NewTemporary, TemporaryAction};
use crate::{Refusal, cards, customers, passwords, temporary};

/// What is to be blocked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct What {
    /// The password, for this reason.
    pub password: Option<PasswordBlockReason>,
    /// Every open card, for this reason.
    pub cards: Option<CardBlockReason>,
}

/// Why nothing is blocked.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum BlockingRefusal {
    /// Nothing was chosen, or everything that was chosen is blocked already.
    #[error("nothing to block")]
    Nothing,
    /// The password is not in use.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
}

impl Refusal for BlockingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing-to-block",
            Self::Password(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Nothing => None,
            Self::Password(refusal) => refusal.until(),
        }
    }
}

/// Blocks what was chosen. A temporary password follows the block of the password, unless the holder declined it (`new`
/// is `None`). It re-opens with the remembered password, so that the certificate stays (Guide 3.1.4). For a bank's
/// NemID without a certificate only the bank that made it issues one (Guide 3.2.2): its own block sends its own letter,
/// and a block by anybody else sends none.
///
/// # Errors
/// [`BlockingRefusal::Nothing`] when nothing was chosen or nothing is left to block; [`BlockingRefusal::Password`] when
/// the password alone was chosen and is not in use.
pub fn at_once(
    nemid: &NemId,
    what: What,
    new: Option<&NewTemporary>,
    stamp: &Stamp,
) -> Result<Vec<Event>, BlockingRefusal> {
    let mut decision = Decision::of(nemid, stamp);
    if let Some(reason) = what.cards {
        // A NemID without an open card is no reason to refuse.
        for event in cards::block_all(nemid, reason, stamp).unwrap_or_default() {
            decision.record(event);
        }
    }
    if let Some(reason) = what.password {
        match passwords::block(decision.nemid(), reason, stamp) {
            Ok(events) => {
                for event in events {
                    decision.record(event);
                }
                send(&mut decision, new);
            }
            // The cards are blocked even if the password is blocked already or not chosen yet.
            Err(_) if what.cards.is_some() => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    match decision.events() {
        nothing if nothing.is_empty() => Err(BlockingRefusal::Nothing),
        events => Ok(events),
    }
}

/// Issues the temporary password that follows a block, by the bank's own rule when a bank blocks a NemID that it made.
fn send(decision: &mut Decision<'_>, new: Option<&NewTemporary>) {
    let Some(new) = new else { return };
    let (nemid, stamp, action) = (decision.nemid(), decision.stamp(), TemporaryAction::Unlock);
    let sent = match &stamp.actor {
        Actor::Bank { bank, .. } if customers::may_help_to_start(nemid, bank).is_ok() => {
            let place = customers::place_to_start(nemid, bank, stamp.at);
            temporary::issue_at_bank(nemid, action, &NewTemporary { place, ..new.clone() }, stamp)
        }
        _ => temporary::issue(nemid, action, new, stamp),
    };
    for event in sent.unwrap_or_default() {
        decision.record(event);
    }
}

/// How a temporary password follows the block of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// By post.
    ByPost,
    /// The bank that made the NemID issues it (Guide 3.2.2).
    FromItsBank,
    /// None follows, since the holder has no address (D29): a counter hands one out.
    AtCounter,
}

impl Follows {
    /// The stable word by which the pages choose their sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::ByPost => "post",
            Self::FromItsBank => "bank",
            Self::AtCounter => "counter",
        }
    }
}

/// How a temporary password follows, if its holder blocks this NemID's password and wants one.
pub fn follows(nemid: &NemId, now: Timestamp) -> Follows {
    if temporary::only_its_bank_helps(nemid, now) {
        return Follows::FromItsBank;
    }
    if nemid.reach.is_reached() { Follows::ByPost } else { Follows::AtCounter }
}

/// Whether one of these events issues a temporary password.
pub fn sends_temporary(events: &[Event]) -> bool {
    events.iter().any(|event| matches!(event, Event::TemporaryPasswordIssued { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::PlaceName;
    use crate::example::{Life, hash};
    use crate::nemid::Issuer;
    use crate::nemid::temporary::{Delivery, TemporaryPlace};
    use crate::words::PinLetterSerial;

    fn new() -> NewTemporary {
        NewTemporary {
            hash: hash("temporary"),
            fingerprint: crate::nemid::DigitsFingerprint::default(),
            serial: PinLetterSerial::from_drawn(7),
            delivery: Delivery::Posted,
            place: TemporaryPlace::Selvbetjening,
        }
    }

    const BOTH: What = What {
        password: Some(PasswordBlockReason::KnownByOthers),
        cards: Some(CardBlockReason::OtherSuspicion),
    };

    #[test]
    fn password_and_cards_are_blocked_and_a_temporary_password_is_sent() {
        let mut life = Life::in_use();
        let events = at_once(&life.nemid, BOTH, Some(&new()), &life.holder()).unwrap();
        assert!(sends_temporary(&events));
        life.apply(&events, Actor::Citizen);
        assert!(life.nemid.password.block().is_some());
        assert_eq!(life.nemid.open_cards().count(), 0);
        assert!(life.nemid.live_temporary(life.now).is_some());
        assert!(life.nemid.valid_certificate(life.now).is_some(), "the certificate stays");
    }

    #[test]
    fn whoever_says_no_and_whoever_has_a_bank_without_certificate_is_sent_none() {
        let life = Life::in_use();
        assert!(!sends_temporary(&at_once(&life.nemid, BOTH, None, &life.holder()).unwrap()));
        let mut bank = Life::in_use();
        bank.nemid.issuer = Issuer::Bank(crate::example::bank());
        bank.nemid.certificates.clear();
        assert!(!sends_temporary(&at_once(&bank.nemid, BOTH, Some(&new()), &bank.holder()).unwrap()));
    }

    #[test]
    fn the_bank_that_made_it_sends_its_own_and_another_blocks_without() {
        let mut life = Life::in_use();
        life.nemid.issuer = Issuer::Bank(crate::example::bank());
        life.nemid.certificates.clear();
        let by = |bank: PlaceName| {
            let stamp = life.stamp(Actor::Bank { bank, staff: None });
            at_once(&life.nemid, BOTH, Some(&new()), &stamp).unwrap()
        };
        let netbank = TemporaryPlace::Netbank(crate::example::bank());
        let own = by(crate::example::bank());
        assert!(own.iter().any(|event| matches!(event,
            Event::TemporaryPasswordIssued { place, .. } if *place == netbank)));
        let other = by(PlaceName::new("agerbanken"));
        assert!(other.iter().any(|event| matches!(event, Event::PasswordBlocked { .. })));
        assert!(!sends_temporary(&other));
    }

    #[test]
    fn without_an_address_it_is_blocked_and_no_letter_follows() {
        let mut life = Life::in_use();
        assert_eq!(follows(&life.nemid, life.now).code(), "post");
        life.nemid.reach = crate::post::PostalReach::Nowhere;
        assert_eq!(follows(&life.nemid, life.now).code(), "counter");
        let events = at_once(&life.nemid, BOTH, Some(&new()), &life.holder()).unwrap();
        assert!(events.iter().any(|event| matches!(event, Event::PasswordBlocked { .. })));
        assert!(!sends_temporary(&events));
        let bank = Life::begun_at_bank(Issuer::Bank(crate::example::bank()));
        assert_eq!(follows(&bank.nemid, bank.now).code(), "bank");
    }

    #[test]
    fn with_a_password_blocked_before_the_cards_are_blocked_all_the_same() {
        let mut life = Life::in_use();
        let password = What { cards: None, ..BOTH };
        let events = at_once(&life.nemid, password, None, &life.holder()).unwrap();
        life.apply(&events, Actor::Citizen);
        let again = at_once(&life.nemid, password, None, &life.holder());
        assert!(matches!(again, Err(BlockingRefusal::Password(_))));
        let events = at_once(&life.nemid, BOTH, Some(&new()), &life.holder()).unwrap();
        assert!(matches!(events[..], [Event::CardBlocked { .. }]));
        life.apply(&events, Actor::Citizen);
        assert_eq!(at_once(&life.nemid, BOTH, None, &life.holder()), Err(BlockingRefusal::Nothing));
        assert!(at_once(&Life::begun().nemid, BOTH, None, &life.holder()).is_ok(), "nor activated");
    }

    #[test]
    fn nothing_chosen_blocks_nothing() {
        let life = Life::in_use();
        let refused = at_once(&life.nemid, What::default(), Some(&new()), &life.holder());
        assert_eq!(refused, Err(BlockingRefusal::Nothing));
    }
}
