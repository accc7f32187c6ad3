//! What cases ask of a card: the printed number of a key, and whether a typed key is the right one.

use jiff::Timestamp;

use crate::cases::access::log_on::Asked;
use crate::cases::app::{App, CaseError, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use crate::store::log_ons::LogOn;
use rules::actor::Stamp;
use rules::keys;
use rules::keys::KeyRefusal;
use rules::nemid::{NemId, Purpose};
use rules::words::{Key, KeyCardNumber, KeyPosition};

/// A question for a key, ready to be asked behind the door.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    token: [u8; 32],
    purpose: Purpose,
    text: Option<String>,
    drawn: u32,
    started: Timestamp,
}

impl App {
    /// A question that a token will stand for: what the key is for, and the text that is signed, if one is (D4).
    pub(crate) fn question(&self, token: &Token, (purpose, text): (Purpose, Option<String>)) -> Question {
        Question {
            token: self.token_hash(token),
            purpose,
            text,
            drawn: self.chance.below(u32::MAX),
            started: self.clock.real_now(),
        }
    }

    /// Asks for a key of the card in use; where there is none, for the number of another card first.
    ///
    /// # Errors
    /// When the NemID has ended.
    pub(crate) fn begin_question(
        &self,
        tx: &Tx<'_>,
        nemid: &NemId,
        question: &Question,
        (stamp, origin): (&Stamp, &Origin),
    ) -> Result<(), CaseError<KeyRefusal>> {
        let (asked, events) = match keys::card_to_ask(nemid, None) {
            Ok(card) => {
                let (position, events) =
                    keys::ask(nemid, &card, question.drawn, &question.purpose).map_err(CaseError::Refused)?;
                (Some((card, position)), events)
            }
            Err(_) => (None, Vec::new()),
        };
        self.record(tx, nemid, &events, (stamp, origin))?;
        let Question { token, purpose, text, started, .. } = question.clone();
        Ok(tx.begin_log_on(&LogOn { token, nemid: nemid.number, purpose, text, asked, started })?)
    }

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
