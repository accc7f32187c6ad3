//! Changes made twice, the first time rolled back: this shows that a change is repeatable after a lost race.

use std::sync::{Arc, Mutex, PoisonError};

use crate::store::connection::Connection;
use crate::store::engine::session::Intent;
use crate::store::transact::{Step, nothing, outcome};
use crate::store::{StoreError, Tx};

/// Digits of the shortest sealed content: nonce and tag.
const SEALED: usize = 80;

/// The work that was asked of the database since it was opened. It is counted only while changes are rehearsed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Transactions that read.
    pub reads: usize,
    /// Transactions that could write.
    pub writes: usize,
    /// Statements, reading or writing.
    pub statements: usize,
    /// Statements that wrote.
    pub written: usize,
    /// Characters of the statements that wrote, their values included.
    pub bytes: usize,
}

/// Where the work is counted.
pub(super) type Watch = Arc<Mutex<Work>>;

/// Counts a transaction that read.
pub(super) fn has_read(watch: &Watch, tx: &Tx<'_>) {
    let mut work = watch.lock().unwrap_or_else(PoisonError::into_inner);
    work.reads += 1;
    work.statements += tx.statements();
}

/// Makes a change, rolls it back, and makes it again.
///
/// # Errors
/// The error of `change`, or [`StoreError::Unrepeatable`] when it did not write the same both times.
pub(super) fn twice<T, E, F>(connection: &mut Connection<'_>, watch: &Watch, change: F) -> Result<T, E>
where
    F: Fn(&Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let mut result = nothing();
    let ended = rehearsed(connection, watch, &mut |tx| {
        result = change(tx);
        result.is_ok()
    });
    outcome(ended, result)
}

fn rehearsed(
    connection: &mut Connection<'_>,
    watch: &Watch,
    step: &mut Step<'_>,
) -> Result<(), Option<StoreError>> {
    let first = {
        let transaction = connection.begin(Intent::Write)?;
        let tx = transaction.noting();
        let is_done = step(&tx);
        let noted = comparable(tx.noted());
        transaction.roll_back()?;
        (is_done, noted)
    };
    let transaction = connection.begin(Intent::Write)?;
    let tx = transaction.noting();
    let is_done = step(&tx);
    let written = tx.noted();
    {
        let mut work = watch.lock().unwrap_or_else(PoisonError::into_inner);
        work.writes += 1;
        work.statements += tx.statements();
        work.written += written.len();
        work.bytes += written.iter().map(String::len).sum::<usize>();
    }
    let second = (is_done, comparable(written));
    if first != second {
        return Err(Some(StoreError::Unrepeatable(difference(&first.1, &second.1))));
    }
    if !is_done {
        return Err(None);
    }
    let afterwards = tx.afterwards();
    transaction.commit()?;
    for act in afterwards {
        act();
    }
    Ok(())
}

/// Statements in a comparable form: sealed content has a random nonce, so only its length is kept. Besides it only
/// certificates are stored as bytes that long; they are made before.
fn comparable(statements: Vec<String>) -> Vec<String> {
    let shortened = |part: &str| match part.split_once('\'') {
        Some((bytes, rest)) if bytes.len() >= SEALED => format!("{} sealed bytes'{rest}", bytes.len() / 2),
        _ => part.to_owned(),
    };
    let shortened = |statement: String| statement.split("x'").map(shortened).collect::<Vec<_>>().join("x'");
    statements.into_iter().map(shortened).collect()
}

/// The first statement in which two runs differ.
fn difference(first: &[String], second: &[String]) -> String {
    let end = "(the end)".to_owned();
    let at = first.iter().zip(second).take_while(|(one, other)| one == other).count();
    let shown = |run: &[String]| run.get(at).unwrap_or(&end).clone();
    format!("{} / {}", shown(first), shown(second))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn world() -> rusqlite::Connection {
        crate::store::open::in_memory()
    }

    #[test]
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general in its lifetime"
    )]
    fn a_change_that_writes_the_same_again_is_made_once() {
        let mut connection = world();
        let drawn: Result<i64, StoreError> =
            twice(&mut Connection::from(&mut connection), &Watch::default(), |tx| tx.next_letter());
        assert_eq!(drawn.unwrap(), 1);
        let drawn: Result<i64, StoreError> =
            twice(&mut Connection::from(&mut connection), &Watch::default(), |tx| tx.next_letter());
        assert_eq!(drawn.unwrap(), 2);
    }

    #[test]
    fn a_change_that_writes_something_else_the_second_time_is_refused() {
        let (mut connection, runs) = (world(), Cell::new(0));
        let wrote: Result<(), StoreError> =
            twice(&mut Connection::from(&mut connection), &Watch::default(), |tx| {
                runs.set(runs.get() + 1);
                tx.save_key_id(&format!("run {}", runs.get()))
            });
        assert!(
            matches!(wrote, Err(StoreError::Unrepeatable(why)) if why.contains("run 1") && why.contains("run 2"))
        );
    }
}
