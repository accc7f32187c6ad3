//! Letters arriving: what is due by the simulated clock is laid into its reader's letter box (D15).

use std::sync::Arc;

use jiff::Timestamp;

use crate::cases::app::{App, Origin};
use crate::store::post::{Letter, LetterState};
use crate::store::{StoreError, Tx};
use rules::actor::{Channel, Stamp};
use rules::cards;

impl App {
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

/// Delivers what has arrived by now. Looks before it takes the one writer, since nearly always nothing has.
///
/// # Errors
/// When the database can't be read or written.
pub async fn deliver_due(app: &Arc<App>) -> Result<usize, StoreError> {
    let now = app.now();
    let due = app.store.read::<_, StoreError, _>(move |tx| tx.letters_due(now)).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let inner = app.clone();
    app.store.write(move |tx| inner.deliver_arrived(tx, now)).await
}
