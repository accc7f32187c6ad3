//! One row of an answer, whichever engine gave it.

use rusqlite::types::{FromSql, Value, ValueRef};

use crate::store::StoreError;
use crate::store::engine::cells::Cell;
use crate::store::engine::values::hex;
use crate::store::error::{of_postgres, of_sqlite};

/// One row of an answer.
pub enum Row<'r> {
    /// As SQLite gives it.
    Sqlite(&'r rusqlite::Row<'r>),
    /// As PostgreSQL gives it.
    Postgres(&'r postgres::Row),
}

/// A column of an answer.
#[derive(Clone, Copy)]
pub enum Column<'n> {
    /// By its place, from 0.
    Nth(usize),
    /// By its name.
    Named(&'n str),
}

impl From<usize> for Column<'_> {
    fn from(nth: usize) -> Self {
        Self::Nth(nth)
    }
}

impl<'n> From<&'n str> for Column<'n> {
    fn from(name: &'n str) -> Self {
        Self::Named(name)
    }
}

impl Row<'_> {
    /// The value of a column.
    ///
    /// # Errors
    /// When there is no such column, or its value is of another kind.
    pub fn get<'n, T: FromSql>(&self, column: impl Into<Column<'n>>) -> Result<T, StoreError> {
        match (self, column.into()) {
            (Self::Sqlite(row), Column::Nth(nth)) => row.get(nth).map_err(of_sqlite),
            (Self::Sqlite(row), Column::Named(name)) => row.get(name).map_err(of_sqlite),
            (Self::Postgres(row), Column::Nth(nth)) => of_cell(row.try_get(nth)),
            (Self::Postgres(row), Column::Named(name)) => of_cell(row.try_get(name)),
        }
    }
}

#[cfg(feature = "testing")]
impl Row<'_> {
    /// The names of its columns.
    pub fn names(&self) -> Vec<String> {
        match self {
            Self::Sqlite(row) => row.as_ref().column_names().into_iter().map(str::to_owned).collect(),
            Self::Postgres(row) => row.columns().iter().map(|column| column.name().to_owned()).collect(),
        }
    }

    /// The values of its columns.
    ///
    /// # Errors
    /// When one can't be read.
    pub fn values(&self) -> Result<Vec<Value>, StoreError> {
        (0..self.names().len()).map(|nth| self.get(nth)).collect()
    }
}

fn of_cell<T: FromSql>(cell: Result<Cell, postgres::Error>) -> Result<T, StoreError> {
    let Cell(value) = cell.map_err(of_postgres)?;
    T::column_result(ValueRef::from(&value)).map_err(|error| StoreError::Unfit(error.to_string()))
}

/// The key of a row as it is told in messages.
pub fn shown(key: &Value) -> String {
    match key {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Blob(bytes) => hex(bytes),
        other => format!("{other:?}"),
    }
}
