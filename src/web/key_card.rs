//! A key card as a page shows it: four columns of 37 keys on one sheet (D6), or in large print on three (D33).

use serde::Serialize;

/// Keys in one column of a card, and columns on its sheet.
const COLUMN: usize = 37;
const COLUMNS: usize = 4;

/// The same in large print: 150 lines on three sheets of A4.
const LARGE_COLUMN: usize = 25;
const LARGE_COLUMNS: usize = 2;

/// The printed side of a key card.
#[derive(Clone, Serialize)]
#[doc(alias = "nøglekort")]
pub struct KeyCardTable {
    number: String,
    large: bool,
    /// The columns of each sheet.
    sheets: Vec<Vec<Column>>,
}

/// One column of a card; its numbers ascend.
#[derive(Clone, Serialize)]
pub struct Column {
    /// Which column of the card it is, from 1.
    nth: usize,
    /// The first and the last number in it.
    first: String,
    last: String,
    keys: Vec<PrintedKey>,
}

impl Column {
    fn of(nth: usize, keys: &[PrintedKey]) -> Self {
        let number = |key: Option<&PrintedKey>| key.map(|key| key.number.clone()).unwrap_or_default();
        Self { nth, first: number(keys.first()), last: number(keys.last()), keys: keys.to_vec() }
    }
}

/// One line of a card.
#[derive(Clone, Serialize)]
pub struct PrintedKey {
    /// Four digits, without `#`.
    pub number: String,
    /// Six digits.
    pub key: String,
    /// Whether it is used up and crossed out.
    pub used: bool,
}

/// How large a card is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// As it is.
    Usual,
    /// For weak sight.
    Large,
}

impl Print {
    /// The one that an address asks for by `skrift=stor`.
    pub fn asked(by: Option<&str>) -> Self {
        if by == Some("stor") { Self::Large } else { Self::Usual }
    }
}

impl KeyCardTable {
    /// The card of this number with its keys in the order in which they are printed, down the columns.
    pub fn new(number: impl Into<String>, keys: &[PrintedKey]) -> Self {
        Self::in_print(number, keys, Print::Usual)
    }

    /// The same in one print or the other.
    pub fn in_print(number: impl Into<String>, keys: &[PrintedKey], print: Print) -> Self {
        let (column, columns) = match print {
            Print::Usual => (COLUMN, COLUMNS),
            Print::Large => (LARGE_COLUMN, LARGE_COLUMNS),
        };
        let all: Vec<_> =
            keys.chunks(column).enumerate().map(|(nth, keys)| Column::of(nth + 1, keys)).collect();
        let sheets = all.chunks(columns).map(<[Column]>::to_vec).collect();
        Self { number: number.into(), large: print == Print::Large, sheets }
    }
}
