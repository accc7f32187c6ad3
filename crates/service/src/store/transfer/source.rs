//! The world that is copied: read in one snapshot, a row at a time.

use std::collections::BTreeMap;

use postgres::Client;
use postgres::fallible_iterator::FallibleIterator;
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::store::draft::reading;
use crate::store::engine::row::Row;
use crate::store::error::{of_postgres, of_sqlite};
use crate::store::transfer::side::{Others, Side};
use crate::store::transfer::tables;
use crate::store::transfer::tables::Table;
use crate::store::{Server, StoreError, open};

/// The highest number that was drawn for each table that draws some.
pub(super) type Drawn = BTreeMap<String, i64>;

/// The world that is copied.
pub(super) enum Source {
    File(Connection),
    Schema(Box<Client>),
}

impl Source {
    /// Begins the snapshot.
    pub fn open(side: &Side, others: Others) -> Result<Self, StoreError> {
        match side {
            Side::File(place) => {
                let mut connection = reading(place)?;
                open::bring_up_to_date(&mut connection)?;
                let begin = match others {
                    Others::GoOn => "BEGIN",
                    Others::Wait => "BEGIN IMMEDIATE",
                };
                connection.execute_batch(begin).map_err(of_sqlite)?;
                Ok(Self::File(connection))
            }
            Side::Schema(server) => on_server(server, others).map(Box::new).map(Self::Schema),
        }
    }

    /// Hands over each row of a table, in the order of their keys.
    pub fn rows(
        &mut self,
        table: &Table,
        take: &mut dyn FnMut(Vec<Value>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let columns = table.columns.len();
        match self {
            Self::File(connection) => {
                let mut selected = connection.prepare(&table.select()).map_err(of_sqlite)?;
                let mut rows = selected.query([]).map_err(of_sqlite)?;
                while let Some(row) = rows.next().map_err(of_sqlite)? {
                    take(values(&Row::Sqlite(row), columns)?)?;
                }
            }
            Self::Schema(client) => {
                let nothing = std::iter::empty::<i64>();
                let mut rows = client.query_raw(&table.select(), nothing).map_err(of_postgres)?;
                while let Some(row) = rows.next().map_err(of_postgres)? {
                    take(values(&Row::Postgres(&row), columns)?)?;
                }
            }
        }
        Ok(())
    }

    /// The highest number that was drawn for each table; it may be of a row that is gone.
    pub fn drawn(&mut self, tables: &[Table]) -> Result<Drawn, StoreError> {
        match self {
            Self::File(connection) => {
                let mut asked =
                    connection.prepare("SELECT name, seq FROM sqlite_sequence").map_err(of_sqlite)?;
                let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).map_err(of_sqlite)?;
                rows.collect::<Result<_, _>>().map_err(of_sqlite)
            }
            Self::Schema(client) => {
                let mut drawn = Drawn::new();
                for Sequence { table, name, .. } in sequences(client, tables)? {
                    let sql = format!(
                        "SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM {name}"
                    );
                    drawn.insert(table, client.query_one(&sql, &[]).map_err(of_postgres)?.get(0));
                }
                Ok(drawn)
            }
        }
    }
}

/// A connection that reads in one snapshot. It waits for the other side without being ended for that.
fn on_server(server: &Server, others: Others) -> Result<Client, StoreError> {
    server.bring_up_to_date()?;
    let mut client = server.client()?;
    let begin = "SET idle_in_transaction_session_timeout = 0; SET enable_seqscan = on; \
                 BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    client.batch_execute(begin).map_err(of_postgres)?;
    if others == Others::Wait {
        let tables: Vec<_> = tables::all()?.iter().map(|table| table.name).collect();
        // It conflicts with every change, and comes before the snapshot.
        let lock = format!("LOCK TABLE {} IN SHARE MODE", tables.join(", "));
        client.batch_execute(&lock).map_err(of_postgres)?;
    }
    Ok(client)
}

fn values(row: &Row<'_>, columns: usize) -> Result<Vec<Value>, StoreError> {
    (0..columns).map(|nth| row.get(nth)).collect()
}

/// A sequence from which the numbers of a column are drawn.
pub(super) struct Sequence {
    pub table: String,
    pub column: String,
    /// As statements name it.
    pub name: String,
}

/// The sequences of the tables in the schema.
pub(super) fn sequences(client: &mut Client, tables: &[Table]) -> Result<Vec<Sequence>, StoreError> {
    let sql = "SELECT class.relname::text, attribute.attname::text, \
                      pg_get_serial_sequence(quote_ident(class.relname), attribute.attname) \
               FROM pg_class AS class JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid \
               JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace \
               WHERE namespace.nspname = current_schema() AND class.relname = ANY ($1) AND attribute.attnum > 0 \
               AND NOT attribute.attisdropped \
               AND pg_get_serial_sequence(quote_ident(class.relname), attribute.attname) IS NOT NULL";
    let names: Vec<_> = tables.iter().map(|table| table.name).collect();
    let rows = client.query(sql, &[&names]).map_err(of_postgres)?;
    Ok(rows.iter().map(|row| Sequence { table: row.get(0), column: row.get(1), name: row.get(2) }).collect())
}
