//! The question for a key of a card (D4, Guide 3.1.7).

use crate::keys::answer::KeyRefusal;
use crate::nemid::{Event, NemId, Purpose};
use crate::words::{KeyCardNumber, KeyPosition};

/// The card to ask from: the one whose number was typed, else the one in use (Guide 3.1.7).
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] for a number that is not a usable card of this NemID, [`KeyRefusal::NoCard`]
/// when nothing was typed and none is in use.
pub fn card_to_ask(nemid: &NemId, typed: Option<&KeyCardNumber>) -> Result<KeyCardNumber, KeyRefusal> {
    match typed {
        Some(number) => nemid
            .card(number)
            .filter(|card| card.is_usable())
            .map(|card| card.number)
            .ok_or(KeyRefusal::UnknownCard),
        None => nemid.active_card().map(|card| card.number).ok_or(KeyRefusal::NoCard),
    }
}

/// Asks for a key: the one already pending on this card, else a random unused one (D4). Returns its position and the
/// events. `drawn` is any random number.
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] when the card is not usable, [`KeyRefusal::NotUsable`] when the NemID has ended.
pub fn ask(
    nemid: &NemId,
    card: &KeyCardNumber,
    drawn: u32,
    purpose: &Purpose,
) -> Result<(KeyPosition, Vec<Event>), KeyRefusal> {
    if !nemid.state.is_open() {
        return Err(KeyRefusal::NotUsable);
    }
    let found = nemid.card(card).filter(|card| card.is_usable()).ok_or(KeyRefusal::UnknownCard)?;
    if let Some(position) = found.pending {
        return Ok((position, Vec::new()));
    }
    let left = u32::from(found.keys_left());
    let nth = drawn.checked_rem(left).ok_or(KeyRefusal::UnknownCard)?;
    let position = found.used.unused().nth(nth as usize).ok_or(KeyRefusal::UnknownCard)?;
    Ok((position, vec![Event::KeyAsked { card: *card, position, purpose: purpose.clone() }]))
}
