//! Letters arriving: what is due by the simulated clock is put into the recipient's letter box (D15).

use jiff::Timestamp;
use rules::actor::Stamp;
use rules::happenings::{Happening, Happenings};
use rules::nemid::{CardState, Carrier, CarrierState};
use rules::{cards, carriers};

use crate::cases::app::Act;
use crate::store::post::{Letter, LetterState};
use crate::store::{StoreError, Tx};

/// How much more one transaction may do, so that no other change has to wait long; and what it has done.
pub(crate) struct Budget {
    left: usize,
    /// What has happened so far.
    pub happened: Happenings,
}

impl Budget {
    /// So many things.
    pub(crate) fn of(things: usize) -> Self {
        Self { left: things, happened: Happenings::default() }
    }

    /// No bound.
    pub(crate) fn unlimited() -> Self {
        Self::of(usize::MAX)
    }

    /// How many more things may be done.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    /// Notes that one more thing is done.
    pub(crate) fn spend(&mut self) {
        self.left = self.left.saturating_sub(1);
    }
}

/// Puts one letter into its letter box at the instant at which it arrives; its holder then has the card or the token in
/// it.
fn deliver(act: &Act<'_>, letter: &Letter) -> Result<(), StoreError> {
    act.tx.move_letter(letter.id, LetterState::Delivered)?;
    let Some(number) = letter.nemid.filter(|_| letter.card.is_some() || letter.carrier.is_some()) else {
        return Ok(());
    };
    let Some(nemid) = act.tx.nemid(number)? else { return Ok(()) };
    let mut events = letter.card.map(|card| cards::deliver(&nemid, &card)).unwrap_or_default();
    events.extend(letter.carrier.map(|carrier| carriers::deliver(&nemid, carrier)).unwrap_or_default());
    act.stamped(Stamp::clock(letter.arrives)).record(&nemid, &events)?;
    Ok(())
}

/// Whether the card or the token in a letter has come to its holder before.
pub(crate) fn has_been_delivered(tx: &Tx<'_>, letter: &Letter) -> Result<bool, StoreError> {
    let Some(number) = letter.nemid else { return Ok(false) };
    let nemid = tx.nemid(number)?;
    if let (Some(nemid), Some(carrier)) = (&nemid, letter.carrier) {
        let there = |one: &Carrier| {
            matches!(one.state, CarrierState::Attached | CarrierState::Active | CarrierState::WornOut { .. })
        };
        return Ok(nemid.carrier(carrier).is_some_and(there));
    }
    let Some(card) = letter.card else { return Ok(false) };
    let card = nemid.as_ref().and_then(|nemid| nemid.card(&card));
    Ok(card.is_some_and(|card| {
        matches!(card.state, CardState::Attached | CardState::Active | CardState::UsedUp { .. })
    }))
}

/// Delivers the letters that have arrived by an instant, in the order of their arrival. Returns whether that
/// was all: `false` when the budget was used up before.
pub(crate) fn deliver_arrived(act: &Act<'_>, by: Timestamp, budget: &mut Budget) -> Result<bool, StoreError> {
    loop {
        let due = act.tx.letters_due(by)?;
        if due.is_empty() {
            return Ok(true);
        }
        // A delivered letter may cause another one, which may arrive in time too.
        for letter in &due {
            if budget.left() == 0 {
                return Ok(false);
            }
            deliver(act, letter)?;
            budget.spend();
            budget.happened.note(letter.arrives, Happening::LetterCame);
        }
    }
}
