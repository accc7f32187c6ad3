//! Whole answers, with the names of their columns: for what looks at all tables alike.

use std::sync::Arc;

use rusqlite::types::Value;

use crate::store::connection::Connection;
use crate::store::engine::server::Server;
use crate::store::engine::session::Intent;
use crate::store::transact::transact;
use crate::store::{StoreError, Tx};

/// The rows of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The names of the columns; none where there is no row.
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// All rows of an answer of the world in a schema, past all rules and without opening it.
///
/// # Errors
/// When it is no query, or the server is away.
pub fn rows_in(server: &Server, sql: &str) -> Result<Rows, StoreError> {
    let mut session = server.aside(server.schema()).connect(&Arc::default())?;
    transact(&mut Connection::Postgres(&mut session), Intent::Read, |tx| tx.whole(sql))
}

impl Tx<'_> {
    /// All rows of an answer.
    pub fn whole(&self, sql: &str) -> Result<Rows, StoreError> {
        let mut found = Rows::default();
        self.list(sql, [], |row| {
            if found.columns.is_empty() {
                found.columns = row.names();
            }
            found.rows.push(row.values()?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Runs a statement without values. Returns how many rows it affected.
    pub fn run(&self, sql: &str) -> Result<usize, StoreError> {
        self.execute(sql, [])
    }
}
