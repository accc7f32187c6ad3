//! The world that a copy becomes: written in one transaction, so that it is there as a whole or not at all.

use postgres::Client;
use postgres::binary_copy::BinaryCopyInWriter;
use postgres::types::Type;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};

use crate::store::draft::Draft;
use crate::store::engine::cells::Bound;
use crate::store::error::{of_postgres, of_sqlite};
use crate::store::transfer::side::Side;
use crate::store::transfer::source::{Drawn, Sequence, sequences};
use crate::store::transfer::tables::Table;
use crate::store::{Server, StoreError};

/// The world that a copy becomes.
pub(super) enum Target {
    File(Draft),
    Schema(Box<Client>),
}

impl Target {
    /// Makes the tables, without any rows.
    pub fn begin(side: &Side, tables: &[Table]) -> Result<Self, StoreError> {
        // A table that others refer to is emptied after them.
        let deletes: Vec<_> =
            tables.iter().rev().map(|table| format!("DELETE FROM {}", table.name)).collect();
        let deletes = deletes.join("; ");
        match side {
            Side::File(place) => {
                let draft = Draft::made(place)?;
                draft.connection().execute_batch(&format!("BEGIN; {deletes}")).map_err(of_sqlite)?;
                Ok(Self::File(draft))
            }
            Side::Schema(server) => on_server(server, &deletes).map(Box::new).map(Self::Schema),
        }
    }

    /// Writes rows of a table.
    pub fn write(&mut self, table: &Table, rows: &[Vec<Value>]) -> Result<(), StoreError> {
        match self {
            Self::File(draft) => {
                let places = vec!["?"; table.columns.len()].join(", ");
                let sql = format!("INSERT INTO {} ({}) VALUES ({places})", table.name, table.columns());
                let mut insert = draft.connection().prepare_cached(&sql).map_err(of_sqlite)?;
                for row in rows {
                    insert.execute(rusqlite::params_from_iter(row)).map_err(of_sqlite)?;
                }
                Ok(())
            }
            Self::Schema(client) => copy_in(client, table, rows),
        }
    }

    /// Numbers that are drawn for new rows go on after the highest that was drawn or is there.
    pub fn draw_on(&mut self, tables: &[Table], drawn: &Drawn) -> Result<(), StoreError> {
        match self {
            Self::File(draft) => {
                for table in tables.iter().filter(|table| table.remembers) {
                    let name = table.name;
                    let sql = "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1";
                    let last = drawn.get(name).copied().unwrap_or_default();
                    let met = draft.connection().execute(sql, (name, last)).map_err(of_sqlite)?;
                    if met == 0 && last > 0 {
                        let sql = "INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)";
                        draft.connection().execute(sql, (name, last)).map_err(of_sqlite)?;
                    }
                }
                Ok(())
            }
            Self::Schema(client) => {
                for sequence in sequences(client, tables)? {
                    let last = drawn.get(&sequence.table).copied().unwrap_or_default();
                    go_on(client, &sequence, last).map_err(of_postgres)?;
                }
                Ok(())
            }
        }
    }

    /// Saves all of it.
    pub fn finish(self, tables: &[Table]) -> Result<(), StoreError> {
        match self {
            Self::File(draft) => {
                draft.connection().execute_batch("COMMIT").map_err(of_sqlite)?;
                draft.finish()
            }
            Self::Schema(mut client) => {
                let names: Vec<_> = tables.iter().map(|table| table.name).collect();
                // What the planner knows of them is gathered now rather than some minutes after the start.
                let end = format!("COMMIT; ANALYZE {}", names.join(", "));
                client.batch_execute(&end).map_err(of_postgres)
            }
        }
    }
}

fn on_server(server: &Server, deletes: &str) -> Result<Client, StoreError> {
    server.bring_up_to_date()?;
    let mut client = server.client()?;
    let begin = format!(
        "SET idle_in_transaction_session_timeout = 0; BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; {deletes}"
    );
    client.batch_execute(&begin).map_err(of_postgres)?;
    Ok(client)
}

fn copy_in(client: &mut Client, table: &Table, rows: &[Vec<Value>]) -> Result<(), StoreError> {
    let select = format!("SELECT {} FROM {}", table.columns(), table.name);
    let statement = client.prepare(&select).map_err(of_postgres)?;
    let kinds: Vec<Type> = statement.columns().iter().map(|column| column.type_().clone()).collect();
    let copy = format!("COPY {} ({}) FROM STDIN (FORMAT BINARY)", table.name, table.columns());
    let mut writer = BinaryCopyInWriter::new(client.copy_in(&copy).map_err(of_postgres)?, &kinds);
    for row in rows {
        let values: Vec<_> = row.iter().map(|value| ToSqlOutput::Borrowed(ValueRef::from(value))).collect();
        writer.write_raw(values.iter().map(Bound)).map_err(of_postgres)?;
    }
    writer.finish().map(drop).map_err(of_postgres)
}

fn go_on(client: &mut Client, sequence: &Sequence, last: i64) -> Result<(), postgres::Error> {
    let Sequence { table, column, name } = sequence;
    let sql = format!(
        "SELECT setval('{name}', greatest(highest, 1), highest > 0) \
         FROM (SELECT greatest(coalesce(max(\"{column}\"), 0), $1) AS highest FROM {table}) AS found"
    );
    client.query_one(&sql, &[&last]).map(drop)
}
