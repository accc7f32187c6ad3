//! What tests and measurements may reach besides the cases. The program is built without it.

use crate::cases::app::{App, Origin, Parts};
use crate::cases::open::Damage;
pub use crate::outside::chance::Chance;
pub use crate::outside::clock::Clock;
pub use crate::outside::hashing::hasher::{HashCost, Hasher, HasherSettings, Source};
pub use crate::outside::keys::server_key::ServerKey;
pub use crate::outside::letters::pdf::{CardTable, Sheet, pdf};
pub use crate::outside::mail::MailWay;
pub use crate::store::catalogue::{Catalogue, Kind};
pub use crate::store::citizens::Citizen;
pub use crate::store::emptied::{KEPT, TABLES};
pub use crate::store::event_log::{Entry, LogQuery};
pub use crate::store::sessions::Session;
pub use crate::store::transfer;
pub use crate::store::whole::{Rows, rows_in};
pub use crate::store::{Place, Server, Store, StoreError, Tx, Work};
use rules::actor::{Actor, Channel};
use rules::nemid::NemId;
use rules::words::{PinLetterSerial, TemporaryPasswordCode};

impl Store {
    /// Opens a database that is not damaged.
    ///
    /// # Errors
    /// As the program does.
    pub fn open(place: &Place) -> Result<Self, StoreError> {
        Self::open_with(place, Damage::Refused)
    }
}

impl App {
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// All rows of an answer of the database, past all rules.
    ///
    /// # Errors
    /// When it is no query.
    pub async fn rows(&self, sql: String) -> Result<Rows, StoreError> {
        self.store.read(move |tx| tx.whole(&sql)).await
    }

    /// Changes the database past all rules. Returns how many rows that affected.
    ///
    /// # Errors
    /// When it is no statement.
    pub async fn change(&self, sql: String) -> Result<usize, StoreError> {
        let origin = Origin::inside(Channel::World);
        self.act(&origin, Actor::Clock, move |act| act.tx.run(&sql)).await
    }

    pub fn hasher(&self) -> &Hasher {
        &self.hasher
    }

    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The mails that were kept in memory rather than sent.
    pub fn mail(&self) -> &crate::outside::mail::MailRoom {
        &self.mail
    }

    /// The keys of cards.
    pub fn press(&self) -> &crate::outside::keys::key_press::KeyPress {
        &self.press
    }

    /// Posts the letter of a temporary password, as the cases do after recording.
    pub async fn post_pin_letter(
        &self,
        nemid: NemId,
        serial: PinLetterSerial,
        digits: TemporaryPasswordCode,
    ) -> Result<(), StoreError> {
        let origin = Origin::inside(Channel::World);
        self.act(&origin, Actor::Clock, move |act| act.post_pin_letter(&nemid, serial, &digits).map(drop))
            .await
    }

    /// The sealed content of a row of the database.
    pub fn opened<T: serde::de::DeserializeOwned>(
        &self,
        context: &str,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        self.open(context, sealed)
    }

    /// The sealed bytes of a row of the database, such as a private key.
    pub fn opened_bytes(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.open_bytes(context, sealed).map(|bytes| bytes.to_vec())
    }

    /// The keyed hash under which a token is stored.
    pub fn stored_token(&self, token: &crate::cases::app::Token) -> [u8; 32] {
        Parts::token_hash(self, token)
    }
}
