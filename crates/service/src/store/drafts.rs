//! The table `drafts`: what somebody had typed when their session or enrolment was over, sealed; its time is the real
//! clock's.

use jiff::Timestamp;

use crate::store::tx::instant;
use crate::store::{StoreError, Tx};
use rules::words::NemIdNumber;

impl Tx<'_> {
    /// The sealed draft with this id.
    pub fn draft(&self, id: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.find("SELECT content FROM drafts WHERE id = ?1", [id], |row| row.get("content"))
    }

    /// Keeps a draft of a NemID's holder, instead of an earlier one with this id. Of one holder the newest `at_most` are
    /// kept.
    pub fn keep_draft(
        &self,
        id: &str,
        nemid: NemIdNumber,
        sealed: &[u8],
        now: Timestamp,
        at_most: u32,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO drafts (id, nemid, content, kept) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (id) DO UPDATE SET content = excluded.content, kept = excluded.kept";
        self.execute_one("drafts", sql, (id, nemid.to_string(), sealed, instant(now)))?;
        let sql = "DELETE FROM drafts WHERE nemid = ?1 AND id NOT IN \
                   (SELECT id FROM drafts WHERE nemid = ?1 ORDER BY kept DESC, id LIMIT ?2)";
        self.execute(sql, (nemid.to_string(), at_most)).map(drop)
    }

    /// Forgets a draft.
    pub fn forget_draft(&self, id: &str) -> Result<(), StoreError> {
        self.execute("DELETE FROM drafts WHERE id = ?1", [id]).map(drop)
    }

    /// Forgets the drafts that were kept before an instant of the real clock.
    pub fn sweep_drafts(&self, before: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM drafts WHERE kept < ?1", [instant(before)]).map(drop)
    }
}
