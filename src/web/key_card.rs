//! A key card as a page shows it: four columns of 37 keys (D6).

use serde::Serialize;

/// Keys in one column of a card.
const COLUMN: usize = 37;

/// The printed side of a key card.
#[derive(Clone, Serialize)]
#[doc(alias = "nøglekort")]
pub struct KeyCardTable {
    number: String,
    columns: Vec<Column>,
}

/// One column of a card; its numbers ascend.
#[derive(Clone, Serialize)]
pub struct Column {
    /// The first and the last number in it.
    first: String,
    last: String,
    keys: Vec<PrintedKey>,
}

impl Column {
    fn of(keys: &[PrintedKey]) -> Self {
        let number = |key: Option<&PrintedKey>| key.map(|key| key.number.clone()).unwrap_or_default();
        Self { first: number(keys.first()), last: number(keys.last()), keys: keys.to_vec() }
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

impl KeyCardTable {
    /// The card of this number with its keys in the order in which they are printed, down the columns.
    pub fn new(number: impl Into<String>, keys: &[PrintedKey]) -> Self {
        Self { number: number.into(), columns: keys.chunks(COLUMN).map(Column::of).collect() }
    }
}
