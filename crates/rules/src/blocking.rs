//! What is blocked at once when something may be in wrong hands: the password, the cards, or both, and the
//! temporary password that follows by post (Rules 3.4, 3.5.1; D22). One rule for citizen, hotline, counter, bank and
//! operator: no letter that can't be sent keeps anything open.

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
    /// Nothing was chosen, or there is nothing left of what was.
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

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::Nothing => None,
            Self::Password(refusal) => refusal.until(),
        }
    }
}

/// Blocks what was chosen. With the password goes a temporary one, unless its holder said no (`new` is none), or
/// the NemID is a bank's without a certificate, whose holder gets it from the bank that made it (Guide 3.2.2): when
/// that bank blocks, its own letter goes with it. It re-opens with the remembered password, so that the certificate
/// stays (Guide 3.1.4).
///
/// # Errors
/// When nothing was chosen, nothing is left to block, or the password alone was meant and is not in use.
pub fn at_once(
    nemid: &NemId,
    what: What,
    new: Option<&NewTemporary>,
    stamp: &Stamp,
) -> Result<Vec<Event>, BlockingRefusal> {
    let mut decision = Decision::of(nemid, stamp);
    if let Some(reason) = what.cards {
        // Without an open card there is just nothing to do for the cards.
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
            // Cards in wrong hands are blocked all the same where the password is blocked or not chosen yet.
            Err(_) if what.cards.is_some() => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    match decision.events() {
        nothing if nothing.is_empty() => Err(BlockingRefusal::Nothing),
        events => Ok(events),
    }
}

/// Sends the temporary password that anybody's block is followed by, or the bank's own for a NemID that it made.
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

/// Whether a temporary password was issued among these events.
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
