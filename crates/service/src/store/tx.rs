//! One open transaction, and how values are written to and read from columns.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::types::{FromSql, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::StoreError;
use crate::store::engine::row::{Row, shown};
use crate::store::engine::run::{Changed, Dialect, Engine};
use crate::store::engine::values::Params;
use rules::words::NemIdNumber;

/// One transaction. Each table's file adds its queries and changes to it.
pub struct Tx<'c> {
    engine: Engine<'c>,
    /// Every statement written, with its values, if it is to be noted.
    written: Option<RefCell<Vec<String>>>,
    /// Whether a race was lost in it, or the connection before it was to be saved.
    lost: Cell<bool>,
    /// What is done once it is committed, in this order.
    afterwards: RefCell<Vec<Afterwards>>,
    /// The NemIDs of which a question for a key has ended or was answered in it, and whether a page may be waiting for that.
    over: RefCell<BTreeMap<NemIdNumber, bool>>,
    /// How many statements it has run.
    statements: Cell<usize>,
}

type Afterwards = Box<dyn FnOnce()>;

impl<'c> Tx<'c> {
    pub(super) fn on(engine: Engine<'c>) -> Self {
        Self {
            engine,
            written: None,
            lost: Cell::new(false),
            afterwards: RefCell::default(),
            over: RefCell::default(),
            statements: Cell::new(0),
        }
    }

    /// A transaction that notes what is written.
    pub(super) fn noting(engine: Engine<'c>) -> Self {
        Self { written: Some(RefCell::default()), ..Self::on(engine) }
    }

    /// The error of a lost race for this, after which the transaction is made again from the start.
    pub fn lost_race(&self, what: impl ToString) -> StoreError {
        self.lost.set(true);
        StoreError::LostRace(what.to_string())
    }

    /// Whether a race was lost in it, or the connection before it was to be saved.
    pub(super) fn has_lost(&self) -> bool {
        self.lost.get()
    }

    /// Does something that can't be rolled back, such as a line in the log, once the transaction is committed; not
    /// at all if it is not.
    pub fn once_committed(&self, act: impl FnOnce() + 'static) {
        self.afterwards.borrow_mut().push(Box::new(act));
    }

    /// What is to be done now that the transaction is committed.
    pub(super) fn afterwards(&self) -> Vec<Afterwards> {
        self.afterwards.take()
    }

    /// Notes that a question for a key of a NemID has ended, or what was sent to its apps for it; and whether a page may be
    /// waiting for that at another program.
    pub(super) fn is_over(&self, nemid: NemIdNumber, may_be_awaited: bool) {
        *self.over.borrow_mut().entry(nemid).or_default() |= may_be_awaited;
    }

    /// The NemIDs of which a question for a key has ended or was answered, and whether a page may be waiting for that at
    /// another program: the pages that wait for it look again.
    pub fn questions_over(&self) -> BTreeMap<NemIdNumber, bool> {
        self.over.take()
    }

    /// How many statements it has run so far.
    pub(super) fn statements(&self) -> usize {
        self.statements.get()
    }

    /// The statements written so far.
    pub(super) fn noted(&self) -> Vec<String> {
        self.written.as_ref().map(RefCell::take).unwrap_or_default()
    }

    /// Runs a statement that changes something. Returns how many rows it affected.
    pub(super) fn execute(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        self.statements.set(self.statements.get() + 1);
        let changed = self.engine.change(sql, &params.values()?, self.written.is_some());
        let Changed { met, noted } = self.looked_at(changed)?;
        self.note(noted);
        Ok(met)
    }

    /// Runs a statement without values that will not be run again, so that nothing of it is kept for a next time.
    pub(super) fn execute_once(&self, sql: &str) -> Result<(), StoreError> {
        self.statements.set(self.statements.get() + 1);
        self.looked_at(self.engine.run_once(sql))?;
        self.note(Some(sql.to_owned()));
        Ok(())
    }

    /// Runs a change that is meant for exactly one row.
    pub(super) fn execute_one(
        &self,
        table: &'static str,
        sql: &str,
        params: impl Params,
    ) -> Result<(), StoreError> {
        match self.execute(sql, params)? {
            1 => Ok(()),
            met => Err(StoreError::RowsMet { table, met }),
        }
    }

    /// One row, or none.
    pub(super) fn find<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let (mut read, mut found) = (Some(read), None);
        self.rows(sql, &params, &mut |row| {
            found = read.take().map(|read| read(row)).transpose()?;
            Ok(false)
        })?;
        Ok(found)
    }

    /// All rows.
    pub(super) fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.rows(sql, &params, &mut |row| {
            found.push(read(row)?);
            Ok(true)
        })?;
        Ok(found)
    }

    fn rows(
        &self,
        sql: &str,
        params: &impl Params,
        take: &mut dyn FnMut(&Row<'_>) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        self.statements.set(self.statements.get() + 1);
        let noted = self.engine.rows(sql, &params.values()?, self.written.is_some(), take);
        let noted = self.looked_at(noted)?;
        self.note(noted);
        Ok(())
    }

    fn note(&self, statement: Option<String>) {
        if let (Some(written), Some(statement)) = (&self.written, statement) {
            written.borrow_mut().push(statement);
        }
    }

    /// Remembers a race that the engine says is lost, and a connection with which all of the transaction is gone.
    fn looked_at<T>(&self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(StoreError::LostRace(_) | StoreError::Away(_)) = done {
            self.lost.set(true);
        }
        done
    }

    /// The text of a statement, or of a part of one, for which there is no single one.
    pub(super) fn dialect(&self, texts: Dialect) -> &'static str {
        if self.is_sqlite() { texts.sqlite } else { texts.postgres }
    }

    /// Whether it is one of SQLite, with a file of its own.
    pub(super) fn is_sqlite(&self) -> bool {
        matches!(self.engine, Engine::Sqlite(_))
    }
}

/// An instant as stored: UTC, nine decimals, so that text sorts as time.
pub(super) fn instant(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%9fZ").to_string()
}

/// JSON as stored.
pub(super) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::corrupt("-", "-", "-", error))
}

/// Reads the columns of one row of one table; an unreadable value is reported with table, column and row.
pub(super) struct Reader<'r> {
    table: &'static str,
    row: &'r Row<'r>,
    key: String,
}

impl<'r> Reader<'r> {
    /// Begins with the column that is the row's key.
    pub fn of(table: &'static str, key: &'static str, row: &'r Row<'r>) -> Result<Self, StoreError> {
        Ok(Self { table, row, key: shown(&row.get::<Value>(key)?) })
    }

    pub fn get<T: FromSql>(&self, column: &'static str) -> Result<T, StoreError> {
        self.row.get(column).map_err(|error| StoreError::corrupt(self.table, column, &self.key, error))
    }

    /// A word, through its parser.
    pub fn word<T, E: std::fmt::Display>(
        &self,
        column: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, StoreError> {
        let text: String = self.get(column)?;
        parse(&text).map_err(|error| StoreError::corrupt(self.table, column, &self.key, error))
    }

    /// A word that may be missing.
    pub fn maybe_word<T, E: std::fmt::Display>(
        &self,
        column: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, StoreError> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| parse(&text))
            .transpose()
            .map_err(|error| StoreError::corrupt(self.table, column, &self.key, error))
    }

    pub fn instant(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        self.word(column, str::parse::<Timestamp>)
    }

    pub fn maybe_instant(&self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        self.maybe_word(column, str::parse::<Timestamp>)
    }

    pub fn json<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, StoreError> {
        self.word(column, |text| serde_json::from_str(text))
    }

    pub fn maybe_json<T: DeserializeOwned>(&self, column: &'static str) -> Result<Option<T>, StoreError> {
        self.maybe_word(column, |text| serde_json::from_str(text))
    }

    pub fn bytes<const N: usize>(&self, column: &'static str) -> Result<[u8; N], StoreError> {
        let bytes: Vec<u8> = self.get(column)?;
        bytes
            .try_into()
            .map_err(|_| StoreError::corrupt(self.table, column, &self.key, format!("not {N} bytes")))
    }

    pub fn corrupt(&self, column: &'static str, why: impl ToString) -> StoreError {
        StoreError::corrupt(self.table, column, &self.key, why)
    }
}
