//! What the sentences about the next steps are filled with: days, numbers and ends, as they stand when the action is
//! signed.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use rules::carriers::token;
use rules::nemid::NemId;
use rules::words::{KeyCardNumber, NemIdNumber, PinLetterSerial};
use rules::{calendar, post, readiness};

/// The facts of a NemID that a next step may mention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The card in the post.
    pub card: Option<KeyCardNumber>,
    /// The day on which that card is due.
    pub card_day: Option<Date>,
    /// The day on which a token in the post is due.
    #[serde(default)]
    pub token_day: Option<Date>,
    /// The PIN letter of the temporary password that works.
    pub serial: Option<PinLetterSerial>,
    /// The day on which that letter is due, if it was posted.
    pub letter_day: Option<Date>,
    /// The instant until which the temporary password works.
    pub works_until: Option<Timestamp>,
    /// The end of the eight-hour lock.
    pub locked_until: Option<Timestamp>,
    /// Another NemID of the same person that the step is about.
    pub other: Option<NemIdNumber>,
}

impl Told {
    /// What can be told of a NemID now.
    pub fn of(nemid: &NemId, now: Timestamp) -> Self {
        let coming = readiness::awaited_card(nemid);
        let live = nemid.live_temporary(now);
        let letter = post::pin_letter_due(nemid).filter(|_| live.is_some());
        Self {
            card: coming.map(|(card, _)| card),
            card_day: coming.map(|(_, due)| calendar::danish_date(due)),
            token_day: token::due(nemid).map(calendar::danish_date),
            serial: live.map(|letter| letter.serial),
            letter_day: letter.map(calendar::danish_date),
            works_until: live.map(rules::nemid::TemporaryPassword::until),
            locked_until: nemid.lockout.running(now),
            other: None,
        }
    }

    /// The same about the card that was ordered last.
    #[must_use]
    pub(super) fn about_newest_card(self, nemid: &NemId) -> Self {
        let newest = nemid.cards.last();
        let due = newest.and_then(post::card_due).map(calendar::danish_date);
        Self { card: newest.map(|card| card.number), card_day: due, ..self }
    }
}
