//! What is drawn before a rule runs, since a rule draws nothing.

use rules::cards::DrawnCard;
use rules::carriers::token::DrawnToken;
use rules::words::{CarrierNumber, NemIdNumber};

use super::Parts;

impl Parts {
    /// A new card, in case one is to be ordered. If its number is taken, the table refuses it and the visitor
    /// tries again; among ten billion numbers that practically never happens.
    pub(crate) fn drawn_card(&self) -> DrawnCard {
        DrawnCard { number: self.chance.key_card_number(), salt: self.chance.card_salt() }
    }

    /// A new token, in case one is to be ordered.
    pub(crate) fn drawn_token(&self) -> DrawnToken {
        DrawnToken { number: self.chance.token_number(), salt: self.chance.card_salt() }
    }

    /// The number of a new voice line, in case one is to be ordered.
    pub(crate) fn drawn_line(&self) -> CarrierNumber {
        self.chance.voice_number()
    }

    /// New NemID numbers, of which the first free one is used.
    pub(crate) fn drawn_numbers(&self) -> [NemIdNumber; 8] {
        std::array::from_fn(|_| self.chance.nemid_number())
    }
}
