//! Key cards: how they are ordered, delivered, handed out and blocked (Guide 3.1.1, 3.1.6, 3.1.7; D7, D18).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::actor::Stamp;
use crate::nemid::block::CardBlockReason;
use crate::nemid::card::MOST_OPEN_CARDS;
use crate::nemid::event::CardOrderReason;
use crate::nemid::{CardSalt, CardState, Decision, Event, KeyCard, NemId};
use crate::words::KeyCardNumber;
use crate::{Refusal, calendar, passwords};

/// The numbers of keys left at which a citizen can choose to have a new card sent (D7).
pub const REORDER_LEVELS: std::ops::RangeInclusive<u8> = 10..=60;

/// Working days after which a card that has not arrived counts as lost (Guide 3.1.1).
const GIVEN_UP_AFTER: u32 = 10;

/// A new card that no NemID has yet. It is drawn before the rule runs, in case one is needed.
#[derive(Clone, Debug)]
pub struct DrawnCard {
    /// The number printed on it.
    pub number: KeyCardNumber,
    /// The salt from which, with the server key, its keys are derived.
    pub salt: CardSalt,
}

/// Whether a card was ordered so long ago that it must have got lost in the post (Guide 3.1.1).
pub fn is_overdue(card: &KeyCard, now: Timestamp) -> bool {
    let given_up = calendar::add_working_days(calendar::danish_date(card.since), GIVEN_UP_AFTER);
    matches!(card.state, CardState::Ordered) && calendar::danish_date(now) >= given_up
}

/// Why a card is not ordered, handed out or blocked, or the re-order level is not set.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CardRefusal {
    /// No card was named.
    #[error("no card named")]
    NoneNamed,
    /// The card does not belong to this NemID.
    #[error("not this NemID's card")]
    Unknown,
    /// The card is blocked or used up already.
    #[error("not an open card")]
    NotOpen,
    /// Four cards are open already (D7).
    #[error("too many open cards")]
    TooMany,
    /// Another card is in the post already.
    #[error("one is on its way")]
    OnItsWay,
    /// The NemID is blocked or closed.
    #[error("the NemID has ended")]
    NemIdEnded,
    /// The holder's password is blocked or locked (DOMAIN 3).
    #[error("password blocked or locked")]
    NotUsable,
    /// Its holder has no address to which it could be posted (D29).
    #[error("no address")]
    NoAddress,
    /// The level is outside [`REORDER_LEVELS`] (D7).
    #[error("level out of range")]
    Level,
}

impl Refusal for CardRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoneNamed => "no-card-chosen",
            Self::Unknown => "card-not-yours",
            Self::NotOpen => "card-not-open",
            Self::TooMany => "too-many-cards",
            Self::OnItsWay => "card-on-its-way",
            Self::NemIdEnded => "nemid-ended",
            Self::NotUsable => "not-usable",
            Self::NoAddress => "no-address",
            Self::Level => "reorder-level",
        }
    }
}

/// Blocks cards for good (D18), for any actor. No new card is sent without being ordered (D7).
///
/// # Errors
/// When no number is given, or one of them is not an open card of this NemID; no card is blocked then.
pub fn block(
    nemid: &NemId,
    numbers: &[KeyCardNumber],
    reason: CardBlockReason,
    stamp: &Stamp,
) -> Result<Vec<Event>, CardRefusal> {
    if numbers.is_empty() {
        return Err(CardRefusal::NoneNamed);
    }
    let mut decision = Decision::of(nemid, stamp);
    for number in numbers {
        let card = decision.nemid().card(number).ok_or(CardRefusal::Unknown)?;
        if !card.is_open() {
            return Err(CardRefusal::NotOpen);
        }
        decision.record(Event::CardBlocked { card: *number, reason });
    }
    Ok(decision.events())
}

/// Blocks every open card at once, as by telephone or without logging on (Rules 3.5.2).
///
/// # Errors
/// [`CardRefusal::NoneNamed`] when none is open.
pub fn block_all(nemid: &NemId, reason: CardBlockReason, stamp: &Stamp) -> Result<Vec<Event>, CardRefusal> {
    let open: Vec<_> = nemid.open_cards().map(|card| card.number).collect();
    block(nemid, &open, reason, stamp)
}

/// Attaches a card from an office's stock (Guide 3.1.1, 3.1.6, 3.1.7).
///
/// # Errors
/// When the NemID has ended or four cards are open.
pub fn hand_out(nemid: &NemId, card: &DrawnCard, stamp: &Stamp) -> Result<Vec<Event>, CardRefusal> {
    room_for_one_more(nemid)?;
    let mut decision = Decision::of(nemid, stamp);
    decision.record(Event::CardAttached { card: card.number, salt: card.salt });
    Ok(decision.events())
}

/// Orders a card by post, such as a replacement or an extra one (D7).
///
/// # Errors
/// When the NemID has ended, four cards are open, or a card is in the post and this is not an extra one;
/// [`CardRefusal::NoAddress`]; /// [`CardRefusal::NotUsable`] when the holder asks while the password is blocked or locked.
pub fn order(
    nemid: &NemId,
    why: CardOrderReason,
    card: &DrawnCard,
    stamp: &Stamp,
) -> Result<Vec<Event>, CardRefusal> {
    may_be_ordered(nemid, why)?;
    passwords::holder_may_change(nemid, stamp).map_err(|_| CardRefusal::NotUsable)?;
    let mut decision = Decision::of(nemid, stamp);
    decision.record(Event::CardOrdered { card: card.number, salt: card.salt, why });
    Ok(decision.events())
}

/// The reason recorded for a card that the holder orders: a replacement while no card can be used, else an extra one
/// (D7).
pub fn kind_of_order(nemid: &NemId) -> CardOrderReason {
    match nemid.usable_cards().next() {
        Some(_) => CardOrderReason::Extra,
        None => CardOrderReason::Replacement,
    }
}

/// Checks whether the holder can order a card now, so that a page offers only what will succeed.
///
/// # Errors
/// When the NemID has ended, four cards are open, a replacement is in the post already, or there is no address.
pub fn may_order(nemid: &NemId) -> Result<(), CardRefusal> {
    may_be_ordered(nemid, kind_of_order(nemid))
}

fn may_be_ordered(nemid: &NemId, why: CardOrderReason) -> Result<(), CardRefusal> {
    room_for_one_more(nemid)?;
    let one_is_coming = nemid.cards.iter().any(|card| card.state == CardState::Ordered);
    if one_is_coming && why != CardOrderReason::Extra {
        return Err(CardRefusal::OnItsWay);
    }
    if !nemid.reach.is_reached() {
        return Err(CardRefusal::NoAddress);
    }
    Ok(())
}

/// Checks that one more card can be open (D7).
///
/// # Errors
/// [`CardRefusal::NemIdEnded`]; [`CardRefusal::TooMany`] when four are open.
pub fn room_for_one_more(nemid: &NemId) -> Result<(), CardRefusal> {
    if !nemid.state.is_open() {
        return Err(CardRefusal::NemIdEnded);
    }
    if nemid.open_cards().count() >= MOST_OPEN_CARDS {
        return Err(CardRefusal::TooMany);
    }
    Ok(())
}

/// Attaches a card that has arrived by post, unless it was blocked on the way.
pub fn deliver(nemid: &NemId, number: &KeyCardNumber) -> Vec<Event> {
    match nemid.card(number) {
        Some(card) if card.state == CardState::Ordered => vec![Event::CardDelivered { card: *number }],
        _ => Vec::new(),
    }
}

/// Orders a new card after a right key when the card in use has no more keys left than the citizen's level and no other
/// card is in the post or attached (D7; that an attached one is enough is our decision), if there is an address (D29). When no card is in use then,
/// the key was the last one on its card. After a block no key is right, so that none is sent without being ordered.
pub(super) fn send_if_running_low(decision: &mut Decision<'_>, spare: &DrawnCard) {
    let nemid = decision.nemid();
    let low = nemid.active_card().is_none_or(|card| card.keys_left() <= nemid.reorder_level);
    let another =
        nemid.cards.iter().any(|card| matches!(card.state, CardState::Ordered | CardState::Attached));
    if low && !another && nemid.state.is_open() && nemid.reach.is_reached() {
        decision.record(Event::CardOrdered {
            card: spare.number,
            salt: spare.salt,
            why: CardOrderReason::RunningLow,
        });
    }
}

/// Sets the number of keys left at which a new card is sent (D7).
///
/// # Errors
/// [`CardRefusal::Level`] outside 10–60; when the NemID has ended or its password is blocked or locked.
pub fn set_reorder_level(nemid: &NemId, level: u8, stamp: &Stamp) -> Result<Vec<Event>, CardRefusal> {
    if !nemid.state.is_open() {
        return Err(CardRefusal::NemIdEnded);
    }
    passwords::holder_may_change(nemid, stamp).map_err(|_| CardRefusal::NotUsable)?;
    if !REORDER_LEVELS.contains(&level) {
        return Err(CardRefusal::Level);
    }
    if nemid.reorder_level == level {
        return Ok(Vec::new());
    }
    Ok(vec![Event::ReorderLevelSet { level }])
}

#[cfg(test)]
mod tests;
