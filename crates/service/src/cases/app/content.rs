//! What letters and messages say, as sealed in the database, and the context under which each is sealed.

use rules::nemid::temporary::TemporaryPlace;
use rules::notice::Notice;
use rules::words::{Email, KeyCardNumber, Mobile, NemIdNumber, PinLetterSerial};
use serde::{Deserialize, Serialize};

/// What a letter says. Stored, sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// The NemID number (velkomstbrev).
    Welcome { nemid_number: NemIdNumber },
    /// A key card. Its keys are made from number and salt when the letter is opened.
    KeyCard { card_number: KeyCardNumber },
    /// A temporary password (PIN-brev).
    PinLetter {
        serial: PinLetterSerial,
        /// Six digits.
        digits: String,
        /// The only place where it may be typed (Guide 3.1.2).
        place: TemporaryPlace,
    },
    /// A notice by letter.
    Notice { notice: Notice },
}

/// What an e-mail or SMS says. Stored, sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sending {
    /// The address, if it is an e-mail.
    pub email: Option<Email>,
    /// The number, if it is an SMS.
    pub mobile: Option<Mobile>,
    /// What it tells.
    pub notice: Notice,
}

/// The context under which a letter's content is sealed.
pub fn letter_context(id: i64) -> String {
    format!("letter:{id}")
}

/// The context under which a message's content is sealed.
pub fn outbox_context(id: i64) -> String {
    format!("outbox:{id}")
}

/// The context under which a person's memory is sealed.
pub fn memory_context(nemid: NemIdNumber) -> String {
    format!("memory:{nemid}")
}

/// The context under which a PIN letter in an office's stock is sealed.
pub fn shelf_context(serial: PinLetterSerial) -> String {
    format!("shelf:{serial}")
}
