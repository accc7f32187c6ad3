//! What cases ask of a card: the printed number of a key, and whether a typed key is the right one.

use super::house::House;
use super::log_on::Asked;
use crate::rules::nemid::NemId;
use crate::rules::words::{Key, KeyCardNumber, KeyPosition};

impl House {
    /// How the key at a position is asked for, if the card is this NemID's.
    pub fn asked(&self, nemid: &NemId, card: KeyCardNumber, position: KeyPosition) -> Option<Asked> {
        let found = nemid.card(&card)?;
        let number = self.press.key_numbers(&card, &found.salt)[usize::from(position.get())];
        Some(Asked { card, number })
    }

    /// Whether a typed key is the one at a position of this NemID's card.
    pub fn key_is_right(
        &self,
        nemid: &NemId,
        card: KeyCardNumber,
        position: KeyPosition,
        typed: &Key,
    ) -> bool {
        nemid.card(&card).is_some_and(|found| self.press.verify(&card, &found.salt, position, typed))
    }
}
