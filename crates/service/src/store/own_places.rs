//! The table `own_places`: where a NemID's holder has proved with a key to be the holder (D23).

use jiff::Timestamp;

use crate::store::tx::instant;
use crate::store::{StoreError, Tx};
use rules::guesses::OWN_PLACES;
use rules::words::NemIdNumber;

impl Tx<'_> {
    /// Whether a place, together with a NemID, is one of its holder's own.
    pub fn is_own_place(&self, place: &[u8; 32]) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM own_places WHERE place = ?1";
        Ok(self.find(sql, [place.as_slice()], |_| Ok(()))?.is_some())
    }

    /// Notes that a place is one of a holder's own, and forgets the one that was used longest ago when they are too
    /// many.
    pub fn save_own_place(
        &self,
        nemid: NemIdNumber,
        place: &[u8; 32],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO own_places (place, nemid, seen) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (place) DO UPDATE SET seen = excluded.seen";
        self.execute_one("own_places", sql, (place.as_slice(), nemid.to_string(), instant(now)))?;
        let sql = "DELETE FROM own_places WHERE nemid = ?1 AND place NOT IN \
                   (SELECT place FROM own_places WHERE nemid = ?1 ORDER BY seen DESC, place LIMIT ?2)";
        self.execute(sql, (nemid.to_string(), OWN_PLACES))?;
        Ok(())
    }

    /// Deletes the places that were last used before an instant (Rules 3.7).
    pub fn forget_own_places_before(&self, kept_from: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM own_places WHERE seen < ?1", [instant(kept_from)])?;
        Ok(())
    }
}
