//! The token (nøgleviser; Rules 1, 3.2, 3.5.1; D36): a device with a button and a display that shows six digits, each
//! once, in order. It is a counter-based one-time password (HOTP, RFC 4226).

use jiff::{SignedDuration, Timestamp};

use crate::actor::Stamp;
use crate::carriers::refusal::CarrierRefusal;
use crate::nemid::{CardSalt, Carrier, CarrierState, Event, Holding, NemId};
use crate::passwords;
use crate::post::Journey;
use crate::words::{CarrierKind, CarrierNumber};

/// Codes ahead of the last typed one that are taken at once: so often can the button be pressed in vain (D36).
pub const WINDOW: u32 = 10;
/// Codes ahead of the last typed one among which a code is looked for. Beyond the window it counts together with the code
/// after it (RFC 4226, 7.4).
pub const LOOK_AHEAD: u32 = 1_000;
/// Five years after it was ordered its battery ends, by the simulated clock (D36).
const BATTERY_DAYS: i64 = 5 * 365;

/// A new token that no NemID has yet. It is drawn before the rule runs.
#[derive(Clone, Debug)]
pub struct DrawnToken {
    /// The serial number on it and on its letter.
    pub number: CarrierNumber,
    /// The salt from which, with the server key, its codes are derived.
    pub salt: CardSalt,
}

/// Orders a token by post, for the holder, a counter or a bank (D36). It takes no money: the product has none to take.
///
/// # Errors
/// When the NemID has ended or was never activated, a token is in the post or waits to be taken into use, or there is no
/// address; [`CarrierRefusal::NotUsable`] when the holder asks while the password is blocked or locked.
pub fn order(nemid: &NemId, token: &DrawnToken, stamp: &Stamp) -> Result<Vec<Event>, CarrierRefusal> {
    may_order(nemid)?;
    passwords::holder_may_change(nemid, stamp).map_err(|_| CarrierRefusal::NotUsable)?;
    Ok(vec![Event::TokenOrdered { token: token.number, salt: token.salt }])
}

/// Checks whether a token can be ordered, so that a page offers only what will succeed.
///
/// # Errors
/// As [`order`], the state of the password aside.
pub fn may_order(nemid: &NemId) -> Result<(), CarrierRefusal> {
    if !nemid.state.is_open() {
        return Err(CarrierRefusal::NemIdEnded);
    }
    if !nemid.is_activated() {
        return Err(CarrierRefusal::NotActivated);
    }
    let waits = |one: &Carrier| {
        one.kind() == CarrierKind::Token
            && matches!(one.state, CarrierState::Ordered | CarrierState::Attached)
    };
    if nemid.carriers.iter().any(waits) {
        return Err(CarrierRefusal::TooMany);
    }
    if !nemid.reach.is_reached() {
        return Err(CarrierRefusal::NoAddress);
    }
    Ok(())
}

/// When the token that is in the post is due (D15); `None` when none is.
pub fn due(nemid: &NemId) -> Option<Timestamp> {
    let in_post = |one: &&Carrier| one.kind() == CarrierKind::Token && one.state == CarrierState::Ordered;
    let ordered = nemid.carriers.iter().find(in_post)?.since;
    Some(Journey::of(ordered, nemid.reach).arrives)
}

/// The token that waits to be taken into use.
///
/// # Errors
/// [`CarrierRefusal::Unknown`] when the number is no token of this NemID, [`CarrierRefusal::NotOpen`] when it is not
/// attached.
pub fn to_take_into_use(nemid: &NemId, number: CarrierNumber) -> Result<&Carrier, CarrierRefusal> {
    let token = nemid.carrier(number).filter(|one| one.kind() == CarrierKind::Token);
    let token = token.ok_or(CarrierRefusal::Unknown)?;
    if token.state == CarrierState::Attached { Ok(token) } else { Err(CarrierRefusal::NotOpen) }
}

/// The counters at which a typed code is looked for: those that were not typed yet. `None` for another carrier.
pub fn searched(token: &Carrier) -> Option<(CardSalt, std::ops::Range<u32>)> {
    match token.holding {
        Holding::Token { salt, next, .. } => Some((salt, next..next.saturating_add(LOOK_AHEAD))),
        Holding::App { .. } | Holding::Voice { .. } => None,
    }
}

/// Whether a token's code was typed before, or skipped by one that was: it never works again.
pub(super) fn is_spent(token: &Carrier, counter: u32) -> bool {
    matches!(token.holding, Holding::Token { next, .. } if counter < next)
}

/// Whether a token's right code is beyond the window and does not follow one that was typed just before (RFC 4226, 7.4).
pub(super) fn needs_another_code(token: &Carrier, counter: u32) -> bool {
    match token.holding {
        Holding::Token { next, first_of_two, .. } => {
            let within = counter < next.saturating_add(WINDOW);
            !within && first_of_two.is_none_or(|first| counter != first + 1)
        }
        Holding::App { .. } | Holding::Voice { .. } => false,
    }
}

/// When the battery of a token ends; `None` for another carrier, or when it is not open any more.
pub fn battery_ends(token: &Carrier) -> Option<Timestamp> {
    let open = token.kind() == CarrierKind::Token && token.is_open();
    open.then(|| token.since.saturating_add(SignedDuration::from_hours(24 * BATTERY_DAYS)).ok()).flatten()
}

/// Notes that the batteries of tokens have ended at this instant.
pub fn wear_out(nemid: &NemId, now: Timestamp) -> Vec<Event> {
    if !nemid.state.is_open() {
        return Vec::new();
    }
    let ended = |token: &&Carrier| battery_ends(token).is_some_and(|ends| ends <= now);
    nemid.carriers.iter().filter(ended).map(|token| Event::TokenWornOut { token: token.number }).collect()
}
