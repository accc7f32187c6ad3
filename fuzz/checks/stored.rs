//! What is stored as JSON and read again: events, purposes, errands. A text that can be read is written so that it is
//! read as the same.

use rules::nemid::{Event, PasswordHash, Purpose};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads a text as each kind of stored value.
pub fn check(text: &str) {
    is_written_as_it_was_read::<Event>(text);
    is_written_as_it_was_read::<Purpose>(text);
    let _ = PasswordHash::new(text.to_owned());
}

fn is_written_as_it_was_read<T: Serialize + DeserializeOwned>(text: &str) {
    let Ok(value) = serde_json::from_str::<T>(text) else { return };
    let written = serde_json::to_string(&value).expect("it can be written");
    let read: T = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
    assert_eq!(serde_json::to_string(&read).expect("it can be written"), written);
}
