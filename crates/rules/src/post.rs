//! When letters leave and when they are due, from what a NemID itself says (Guide 3.1.1, D15). Pages tell these days,
//! and the post keeps them unless a letter is late or lost.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::calendar;
use crate::nemid::temporary::{Delivery, TemporaryPurpose};
use crate::nemid::{CardState, KeyCard, NemId, TemporaryPassword};

/// The hour of the day, in Denmark, at which a letter is in the letter box.
const HOUR_OF_POST: i8 = 10;

/// The day on which a PIN letter written at an instant is posted. A first card and its PIN letter are posted on
/// different working days (D15); a card of the same day is looked for among those that are open at that instant.
pub fn pin_letter_leaves(nemid: &NemId, written: Timestamp, first: bool) -> Date {
    let day = calendar::posting_day(written);
    let with_card = |card: &KeyCard| {
        card.since <= written && is_open_at(card, written) && calendar::posting_day(card.since) == day
    };
    if first && nemid.cards.iter().any(with_card) { calendar::next_working_day(day) } else { day }
}

/// The instant at which a letter that is posted on a day is in the letter box (D15).
pub fn in_letter_box(posted: Date) -> Timestamp {
    calendar::at_danish_time(calendar::arrival(posted), HOUR_OF_POST, 0)
}

/// The instant at which a card that is in the post is due; `None` for any other card.
pub fn card_due(card: &KeyCard) -> Option<Timestamp> {
    let posted = calendar::posting_day(card.since);
    (card.state == CardState::Ordered).then(|| in_letter_box(posted))
}

/// The instant at which the PIN letter of the last temporary password is due; `None` for one handed over the counter.
pub fn pin_letter_due(nemid: &NemId) -> Option<Timestamp> {
    let posted = |one: &&TemporaryPassword| one.delivery == Delivery::Posted;
    let letter = nemid.temporary.as_ref().filter(posted)?;
    let first = letter.purpose == TemporaryPurpose::Activate;
    Some(in_letter_box(pin_letter_leaves(nemid, letter.issued, first)))
}

fn is_open_at(card: &KeyCard, at: Timestamp) -> bool {
    match &card.state {
        CardState::Ordered | CardState::Attached | CardState::Active => true,
        CardState::Blocked(block) => block.at > at,
        CardState::UsedUp { at: used_up } => *used_up > at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::cards;
    use crate::example::Life;
    use crate::nemid::Event;
    use crate::nemid::block::CardBlockReason;
    use crate::nemid::event::CardOrderReason;
    use crate::temporary::TemporaryAction;

    #[test]
    fn a_card_is_due_three_working_days_after_it_is_posted_and_only_while_it_is_in_the_post() {
        let mut life = Life::in_use();
        life.now = "2019-03-09T12:00:00Z".parse().unwrap();
        let spare = life.fresh();
        let ordered = cards::order(&life.nemid, CardOrderReason::Extra, &spare, &life.holder()).unwrap();
        life.apply(&ordered, Actor::Citizen);
        let due = card_due(life.nemid.card(&spare.number).unwrap()).unwrap();
        assert_eq!(
            due,
            calendar::at_danish_time("2019-03-14".parse().unwrap(), 10, 0),
            "ordered on a Saturday"
        );
        life.apply(&[Event::CardDelivered { card: spare.number }], Actor::Clock);
        assert_eq!(card_due(life.nemid.card(&spare.number).unwrap()), None);
    }

    #[test]
    fn the_first_pin_letter_leaves_a_day_after_the_card_even_if_that_is_blocked_later() {
        let mut life = Life::begun();
        life.now = "2019-03-15T09:00:00Z".parse().unwrap();
        let spare = life.fresh();
        let why = CardOrderReason::First;
        life.apply(&[Event::CardOrdered { card: spare.number, salt: spare.salt, why }], Actor::Citizen);
        life.is_sent(TemporaryAction::Resend);
        life.nemid.temporary.as_mut().unwrap().delivery = Delivery::Posted;
        let due = pin_letter_due(&life.nemid);
        assert_eq!(due, Some(calendar::at_danish_time("2019-03-21".parse().unwrap(), 10, 0)));
        life.passes(jiff::SignedDuration::from_hours(1));
        let blocked = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
        life.apply(&blocked, Actor::Citizen);
        assert_eq!(pin_letter_due(&life.nemid), due, "it has left by then");
    }
}
