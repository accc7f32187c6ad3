//! A change or a look in one transaction, and a change again after a lost race or a connection that was lost within it.

use crate::store::connection::Connection;
use crate::store::engine::session::Intent;
use crate::store::{StoreError, Tx};

/// How often a change is made at most before its lost races are told.
const TIMES: usize = 8;

/// Does something in one transaction.
pub(super) fn transact<T, E, F>(connection: &mut Connection<'_>, intent: Intent, act: F) -> Result<T, E>
where
    F: FnOnce(&Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let transaction = connection.begin(intent)?;
    let result = act(&transaction.tx())?;
    transaction.commit()?;
    Ok(result)
}

/// Changes in one transaction, and again from the start as long as a race, or the connection before the change was to be saved,
/// is lost in it, [`TIMES`] times at most.
pub(super) fn transact_again<T, E, F>(connection: &mut Connection<'_>, change: F) -> Result<T, E>
where
    F: Fn(&Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let mut times = 1;
    loop {
        match once(connection, &change) {
            Err(Undone { is_lost: true, .. }) if times < TIMES => {
                connection.give_way(times);
                times += 1;
            }
            other => return other.map_err(|undone| undone.why),
        }
    }
}

/// Why a change was not made.
struct Undone<E> {
    why: E,
    /// Whether it was surely not made, and may be made anew: a race was lost, or the connection.
    is_lost: bool,
}

/// Changes in one transaction.
fn once<T, E, F>(connection: &mut Connection<'_>, change: &F) -> Result<T, Undone<E>>
where
    F: Fn(&Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let of_store =
        |error: StoreError| Undone { is_lost: matches!(error, StoreError::LostRace(_)), why: error.into() };
    let transaction = connection.begin(Intent::Write).map_err(of_store)?;
    let tx = transaction.tx();
    let done = change(&tx).map_err(|why| Undone { why, is_lost: tx.has_lost() })?;
    let afterwards = tx.afterwards();
    transaction.commit().map_err(of_store)?;
    for act in afterwards {
        act();
    }
    Ok(done)
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
