//! The table `invitations`: who a world was handed to.

use jiff::Timestamp;
use rules::invitations::Invitation;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};

const TABLE: &str = "invitations";
const COLUMNS: &str = "SELECT *, hex(link) AS id FROM invitations";

impl Tx<'_> {
    /// Whom the world was handed to last.
    pub fn invitation(&self) -> Result<Option<Invitation>, StoreError> {
        self.find(COLUMNS, [], read)
    }

    /// The invitation of a link, by its keyed hash.
    pub fn invitation_by_link(&self, link: &[u8; 32]) -> Result<Option<Invitation>, StoreError> {
        self.find(&format!("{COLUMNS} WHERE link = ?1"), [link.as_slice()], read)
    }

    /// Whether a cookie is the one that the link became, by its keyed hash.
    pub fn is_invited(&self, cookie: &[u8; 32]) -> Result<bool, StoreError> {
        let sql = format!("{COLUMNS} WHERE cookie = ?1");
        Ok(self.find(&sql, [cookie.as_slice()], read)?.is_some())
    }

    /// Puts an invitation in the place of any before it, whose cookie opens nothing from now on.
    pub fn invite(&self, link: &[u8; 32], holder: Option<&str>, made: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM invitations", [])?;
        let sql = "INSERT INTO invitations (link, holder, made) VALUES (?1, ?2, ?3)";
        self.execute_one(TABLE, sql, (link.as_slice(), holder, instant(made)))
    }

    /// Notes that a link was used, and the cookie that it became.
    pub fn use_invitation(
        &self,
        link: &[u8; 32],
        used: Timestamp,
        cookie: &[u8; 32],
    ) -> Result<(), StoreError> {
        let sql = "UPDATE invitations SET used = ?2, cookie = ?3 WHERE link = ?1 AND used IS NULL";
        self.execute_one(TABLE, sql, (link.as_slice(), instant(used), cookie.as_slice()))
    }
}

fn read(row: &Row<'_>) -> Result<Invitation, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(Invitation {
        holder: from.get("holder")?,
        made: from.instant("made")?,
        used: from.maybe_instant("used")?,
    })
}
