//! Running a statement on either engine.

use crate::store::StoreError;
use crate::store::engine::row::Row;
use crate::store::engine::session::Session;
use crate::store::engine::values::Values;
use crate::store::error::of_sqlite;

/// The engine that the statements of a transaction run on.
#[derive(Clone, Copy)]
pub enum Engine<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(&'c Session),
}

/// A statement, or a part of one, that both engines take, each in words of its own.
#[derive(Clone, Copy)]
pub struct Dialect {
    pub sqlite: &'static str,
    pub postgres: &'static str,
}

/// What became of a statement that changes something.
pub struct Changed {
    /// How many rows it affected.
    pub met: usize,
    /// The statement with its values, if it wrote and this was asked for.
    pub noted: Option<String>,
}

impl Engine<'_> {
    /// Runs a statement and hands over each row of its answer until `take` says that it is enough. Returns the statement with
    /// its values, if it wrote and `notes`.
    pub fn rows(
        self,
        sql: &str,
        values: &Values<'_>,
        notes: bool,
        take: &mut dyn FnMut(&Row<'_>) -> Result<bool, StoreError>,
    ) -> Result<Option<String>, StoreError> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql).map_err(of_sqlite)?;
                {
                    let mut rows = bound_query(&mut statement, values).map_err(of_sqlite)?;
                    while let Some(row) = rows.next().map_err(of_sqlite)? {
                        if !take(&Row::Sqlite(row))? {
                            break;
                        }
                    }
                }
                Ok(noted(&statement, notes))
            }
            Self::Postgres(session) => {
                for row in session.query(sql, values)? {
                    if !take(&Row::Postgres(&row))? {
                        break;
                    }
                }
                Ok((notes && writes(sql)).then(|| format!("{sql} <- {}", values.shown())))
            }
        }
    }

    /// Runs a statement without values, and keeps nothing of it.
    pub fn run_once(self, sql: &str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => connection.execute_batch(sql).map_err(of_sqlite),
            Self::Postgres(session) => session.run(sql),
        }
    }

    /// Runs a statement that changes something.
    pub fn change(self, sql: &str, values: &Values<'_>, notes: bool) -> Result<Changed, StoreError> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql).map_err(of_sqlite)?;
                let met = bound_execute(&mut statement, values).map_err(of_sqlite)?;
                Ok(Changed { met, noted: noted(&statement, notes) })
            }
            Self::Postgres(session) => {
                let met = session.execute(sql, values)?;
                Ok(Changed { met, noted: notes.then(|| format!("{sql} <- {}", values.shown())) })
            }
        }
    }
}

fn noted(statement: &rusqlite::Statement<'_>, notes: bool) -> Option<String> {
    (notes && !statement.readonly()).then(|| statement.expanded_sql().unwrap_or_default())
}

/// Whether a statement that gives rows writes too.
fn writes(sql: &str) -> bool {
    !sql.trim_start().starts_with("SELECT")
}

fn bound_query<'s>(
    statement: &'s mut rusqlite::Statement<'_>,
    values: &Values<'_>,
) -> rusqlite::Result<rusqlite::Rows<'s>> {
    match values {
        Values::InOrder(values) => statement.query(rusqlite::params_from_iter(values)),
        Values::ByName(values) => statement.query(&*by_name(values)),
    }
}

fn bound_execute(statement: &mut rusqlite::Statement<'_>, values: &Values<'_>) -> rusqlite::Result<usize> {
    match values {
        Values::InOrder(values) => statement.execute(rusqlite::params_from_iter(values)),
        Values::ByName(values) => statement.execute(&*by_name(values)),
    }
}

type NamedValue<'v> = (&'static str, &'v dyn rusqlite::ToSql);

fn by_name<'v>(values: &'v [(&'static str, rusqlite::types::ToSqlOutput<'_>)]) -> Vec<NamedValue<'v>> {
    values.iter().map(|(name, value)| (*name, value as &dyn rusqlite::ToSql)).collect()
}
