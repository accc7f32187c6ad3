//! The table `control_room_guesses`: wrong control-room passwords, by place.

use jiff::Timestamp;
use rules::control_room::Guesses;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};

const TABLE: &str = "control_room_guesses";

impl Tx<'_> {
    /// The wrong control-room passwords of a place.
    pub fn control_room_guesses(&self, place: &[u8; 32]) -> Result<Option<Guesses>, StoreError> {
        let sql = "SELECT *, hex(place) AS id FROM control_room_guesses WHERE place = ?1";
        self.find(sql, [place.as_slice()], |row| {
            let from = Reader::of(TABLE, "id", row)?;
            Ok(Guesses { wrong: from.get("wrong")?, last: from.instant("last")? })
        })
    }

    /// Saves the wrong control-room passwords of a place.
    pub fn save_control_room_guesses(&self, place: &[u8; 32], guesses: Guesses) -> Result<(), StoreError> {
        let sql = "INSERT INTO control_room_guesses (place, wrong, last) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (place) DO UPDATE SET wrong = excluded.wrong, last = excluded.last";
        self.execute_one(TABLE, sql, (place.as_slice(), guesses.wrong, instant(guesses.last)))
    }

    /// Forgets the wrong control-room passwords of a place.
    pub fn forget_control_room_guesses(&self, place: &[u8; 32]) -> Result<(), StoreError> {
        self.execute("DELETE FROM control_room_guesses WHERE place = ?1", [place.as_slice()]).map(drop)
    }

    /// Deletes the counts whose last wrong password was typed before an instant of the real clock.
    pub fn sweep_control_room_guesses(&self, before: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM control_room_guesses WHERE last < ?1", [instant(before)]).map(drop)
    }
}
