//! What would happen on the way of a move, before it is made (D34). The move itself is made, by the same rules and in the
//! same order, in a transaction that is then rolled back.

use std::convert::Infallible;

use jiff::Timestamp;

use crate::cases::app::{Act, App, CaseError, Origin, refused};
use crate::cases::world::clock::{ClockRefusal, Move};
use crate::cases::world::nightly;
use crate::cases::world::post::Budget;
use crate::store::StoreError;
use rules::actor::{Actor, Channel};
use rules::happenings::Happenings;

/// How many things are looked at before a preview is cut, so that no change has to wait for it much longer than for a move.
const LONGEST: usize = 1_000;

/// What would happen on the way.
#[derive(Clone, Debug)]
pub struct Preview {
    pub from: Timestamp,
    /// Where the move would lead.
    pub to: Timestamp,
    /// What would happen.
    pub happens: Happenings,
    /// Up to when it was looked at, if it is too much to be told whole.
    pub cut_at: Option<Timestamp>,
}

/// How the look ends: the transaction is rolled back in any case.
enum Ended {
    Seen(Preview),
    Failed(CaseError<ClockRefusal>),
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// Looks ahead to the end of a move. Nothing is changed.
///
/// # Errors
/// [`ClockRefusal`] as for the move itself.
pub async fn preview(app: &App, by: Move) -> Result<Preview, CaseError<ClockRefusal>> {
    let look = move |act: &Act<'_>| -> Result<Infallible, Ended> {
        let from = act.now();
        let to = by.target(from).map_err(|refusal| Ended::Failed(refused(refusal)))?;
        let advance = nightly::advance_within(act, to, Budget::of(LONGEST))?;
        let reached = advance.reached.unwrap_or(from);
        let cut_at = (!advance.done).then_some(reached.max(from));
        // What was begun at the instant where it was cut is not told by half.
        let happens = match cut_at {
            Some(at) => advance.happened.by(at),
            None => advance.happened,
        };
        Err(Ended::Seen(Preview { from, to, happens, cut_at }))
    };
    match app.act(&Origin::inside(Channel::Clock), Actor::Clock, look).await {
        Ok(never) => match never {},
        Err(Ended::Seen(preview)) => Ok(preview),
        Err(Ended::Failed(error)) => Err(error),
    }
}
