//! How many rows each table has, and a checksum over all of them, for comparing a world with a copy of it. Neither knows which
//! engine the rows came from.

use std::fmt;

use rusqlite::types::Value;
use sha2::{Digest, Sha256};

/// The rows of a table, counted and summed in the order of their keys.
#[derive(Clone)]
pub struct Tally {
    table: &'static str,
    rows: u64,
    sum: Sha256,
}

impl Tally {
    /// A table without rows.
    pub fn of(table: &'static str) -> Self {
        Self { table, rows: 0, sum: Sha256::new() }
    }

    /// The next row. Returns how many bytes its values take.
    pub fn add(&mut self, row: &[Value]) -> usize {
        self.rows += 1;
        row.iter().map(|value| self.add_value(value)).sum()
    }

    fn add_value(&mut self, value: &Value) -> usize {
        match value {
            Value::Null => self.add_bytes(b'n', &[]),
            Value::Integer(number) => self.add_bytes(b'i', &number.to_be_bytes()),
            Value::Real(number) => self.add_bytes(b'r', &number.to_be_bytes()),
            Value::Text(text) => self.add_bytes(b't', text.as_bytes()),
            Value::Blob(bytes) => self.add_bytes(b'b', bytes),
        }
    }

    /// The kind and the length stand before the bytes, so that no two rows read alike.
    fn add_bytes(&mut self, kind: u8, bytes: &[u8]) -> usize {
        self.sum.update([kind]);
        self.sum.update((bytes.len() as u64).to_be_bytes());
        self.sum.update(bytes);
        bytes.len()
    }
}

/// What a world consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents(Vec<OfTable>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct OfTable {
    table: &'static str,
    rows: u64,
    checksum: [u8; 32],
}

/// A table that is not the same on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    table: &'static str,
    here: u64,
    there: u64,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, here, there } = self;
        if here == there {
            write!(f, "table {table}: the {here} rows are not the same")
        } else {
            write!(f, "table {table}: {here} rows became {there}")
        }
    }
}

impl Contents {
    /// The next table.
    pub fn add(&mut self, tally: Tally) {
        let Tally { table, rows, sum } = tally;
        self.0.push(OfTable { table, rows, checksum: sum.finalize().into() });
    }

    /// How many rows it has in all.
    pub fn rows(&self) -> u64 {
        self.0.iter().map(|table| table.rows).sum()
    }

    /// How many tables it has.
    pub fn tables(&self) -> usize {
        self.0.len()
    }

    /// The tables that are not the same in a copy.
    pub fn differences(&self, copy: &Self) -> Vec<Difference> {
        let pairs = self.0.iter().zip(&copy.0).filter(|(ours, theirs)| ours != theirs);
        pairs
            .map(|(ours, theirs)| Difference { table: ours.table, here: ours.rows, there: theirs.rows })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[Vec<Value>]) -> Contents {
        let mut tally = Tally::of("house");
        for row in rows {
            tally.add(row);
        }
        let mut contents = Contents::default();
        contents.add(tally);
        contents
    }

    #[test]
    fn a_row_more_and_a_value_of_another_kind_or_cut_elsewhere_are_differences() {
        let text = |text: &str| Value::Text(text.into());
        let one = of(&[vec![text("ab"), text("c")]]);
        assert_eq!(one.differences(&of(&[vec![text("ab"), text("c")]])), []);
        for other in [
            vec![text("a"), text("bc")],
            vec![Value::Blob(b"ab".into()), text("c")],
            vec![text("ab"), Value::Null],
        ] {
            let told = one.differences(&of(&[other])).iter().map(ToString::to_string).collect::<Vec<_>>();
            assert_eq!(told, ["table house: the 1 rows are not the same"]);
        }
        let told = one.differences(&of(&[])).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(told, ["table house: 1 rows became 0"]);
    }
}
