//! The table `authorities`: certificates and sealed keys of those who sign in the name of the simulator.

use crate::store::{StoreError, Tx};

const TABLE: &str = "authorities";

/// An authority as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAuthority {
    /// Its certificate (DER).
    pub certificate: Vec<u8>,
    /// Its private key, sealed.
    pub key: Vec<u8>,
}

impl Tx<'_> {
    /// The authority of a stored word, if it was made.
    pub fn authority(&self, name: &str) -> Result<Option<StoredAuthority>, StoreError> {
        self.find("SELECT certificate, key FROM authorities WHERE name = ?1", [name], |row| {
            Ok(StoredAuthority { certificate: row.get(0)?, key: row.get(1)? })
        })
    }

    /// Keeps an authority that was made.
    ///
    /// # Errors
    /// When there is one of that word already.
    pub fn save_authority(&self, name: &str, made: &StoredAuthority) -> Result<(), StoreError> {
        let sql = "INSERT INTO authorities (name, certificate, key) VALUES (?1, ?2, ?3)";
        self.execute_one(TABLE, sql, (name, &made.certificate, &made.key))
    }
}
