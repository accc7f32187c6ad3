//! A change or a look in one transaction, and a change again after a lost race or a connection that was lost within it.

use crate::store::connection::Connection;
use crate::store::engine::session::Intent;
use crate::store::{StoreError, Tx};

/// How often a change is made at most before its lost races are told.
const TIMES: usize = 8;

/// What is done in a transaction: whether it succeeded. What came of it is kept by whoever hands it in, so that the way
/// through a transaction is built once and not for each of the looks and changes.
pub(super) type Step<'s> = dyn FnMut(&Tx<'_>) -> bool + 's;

/// Does something in one transaction.
pub(super) fn transact<T, E, F>(connection: &mut Connection<'_>, intent: Intent, act: F) -> Result<T, E>
where
    F: FnOnce(&Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let (mut act, mut result) = (Some(act), nothing());
    let ended = once(connection, intent, &mut |tx| {
        if let Some(act) = act.take() {
            result = act(tx);
        }
        result.is_ok()
    });
    outcome(ended.map_err(|undone| undone.why), result)
}

/// Changes in one transaction, and again from the start as long as a race, or the connection before the change was to be saved,
/// is lost in it, [`TIMES`] times at most.
pub(super) fn transact_again<T, E, F>(connection: &mut Connection<'_>, change: F) -> Result<T, E>
where
    F: Fn(&Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let mut result = nothing();
    let ended = again(connection, &mut |tx| {
        result = change(tx);
        result.is_ok()
    });
    outcome(ended, result)
}

/// What came of a step in a transaction that ended like this: `Err(None)` is one that the step itself gave up.
pub(super) fn outcome<T, E: From<StoreError>>(
    ended: Result<(), Option<StoreError>>,
    result: Result<T, E>,
) -> Result<T, E> {
    match ended {
        Ok(()) | Err(None) => result,
        Err(Some(error)) => Err(error.into()),
    }
}

/// What has come of a step that was not taken.
pub(super) fn nothing<T, E: From<StoreError>>() -> Result<T, E> {
    Err(StoreError::Connection("nothing was done".into()).into())
}

fn again(connection: &mut Connection<'_>, step: &mut Step<'_>) -> Result<(), Option<StoreError>> {
    let mut times = 1;
    loop {
        match once(connection, Intent::Write, step) {
            Err(Undone { is_lost: true, .. }) if times < TIMES => {
                connection.give_way(times);
                times += 1;
            }
            other => return other.map_err(|undone| undone.why),
        }
    }
}

/// That nothing was done.
struct Undone {
    /// Why; `None` if the step gave up.
    why: Option<StoreError>,
    /// Whether it was surely not done, and may be done anew: a race was lost, or the connection.
    is_lost: bool,
}

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        Self { is_lost: matches!(error, StoreError::LostRace(_)), why: Some(error) }
    }
}

/// Takes a step in one transaction.
fn once(connection: &mut Connection<'_>, intent: Intent, step: &mut Step<'_>) -> Result<(), Undone> {
    let transaction = connection.begin(intent)?;
    let tx = transaction.tx();
    if !step(&tx) {
        return Err(Undone { why: None, is_lost: tx.has_lost() });
    }
    let afterwards = tx.afterwards();
    transaction.commit()?;
    for act in afterwards {
        act();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::store::open;

    #[test]
    fn a_change_that_loses_a_race_is_made_again_and_leaves_nothing_of_the_first_time() {
        let (mut connection, runs) = (open::in_memory(), Cell::new(0));
        let drawn: Result<i64, StoreError> = transact_again(&mut Connection::from(&mut connection), |tx| {
            runs.set(runs.get() + 1);
            let letter = tx.next_letter()?;
            if runs.get() < 3 { Err(tx.lost_race(letter)) } else { Ok(letter) }
        });
        assert_eq!((drawn.unwrap(), runs.get()), (1, 3));
    }

    #[test]
    fn a_race_that_is_always_lost_is_told_in_the_end() {
        let (mut connection, runs) = (open::in_memory(), Cell::new(0));
        let told: Result<(), StoreError> = transact_again(&mut Connection::from(&mut connection), |tx| {
            runs.set(runs.get() + 1);
            Err(tx.lost_race("it"))
        });
        assert!(matches!(told, Err(StoreError::LostRace(_))));
        assert_eq!(runs.get(), TIMES);
    }
}
