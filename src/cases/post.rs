//! Letters arriving: what is due by the simulated clock is laid into its reader's letter box (D15).

use jiff::Timestamp;

use super::house::{House, Origin};
use crate::rules::actor::{Channel, Stamp};
use crate::rules::cards;
use crate::store::post::{Letter, LetterState};
use crate::store::{StoreError, Tx};

impl House {
    /// Lays one letter into its letter box, at the instant at which it arrives; a card in it becomes one that its
    /// holder has.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn deliver(&self, tx: &Tx<'_>, letter: &Letter) -> Result<(), StoreError> {
        tx.move_letter(letter.id, LetterState::Delivered)?;
        let (Some(number), Some(card)) = (letter.nemid, letter.card) else { return Ok(()) };
        let Some(nemid) = tx.nemid(number)? else { return Ok(()) };
        let (stamp, origin) = (Stamp::clock(letter.arrives), Origin::inside(Channel::Clock));
        self.record(tx, &nemid, &cards::deliver(&nemid, &card), (&stamp, &origin))?;
        Ok(())
    }

    /// Delivers all letters that have arrived by an instant, in the order of their arrival; says how many.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn deliver_arrived(&self, tx: &Tx<'_>, by: Timestamp) -> Result<usize, StoreError> {
        let mut count = 0;
        loop {
            let due = tx.letters_due(by)?;
            if due.is_empty() {
                return Ok(count);
            }
            // What a letter brings about may send another one, and that may arrive in time too.
            for letter in &due {
                self.deliver(tx, letter)?;
            }
            count += due.len();
        }
    }
}
