//! The table `house`: the few facts about this world as a whole.

use jiff::{SignedDuration, Timestamp};

use super::tx::{Reader, instant};
use super::{StoreError, Tx};

const KEY_ID: &str = "server-key-id";
const CLOCK: &str = "clock-offset-nanoseconds";
const SERIALS: &str = "certificate-serials-taken";
const FILLED: &str = "filled";
const LAST_ROUND: &str = "last-daily-round";

impl Tx<'_> {
    /// The id of the server key under which this world was made.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn key_id(&self) -> Result<Option<String>, StoreError> {
        self.house(KEY_ID)
    }

    /// Writes down under which server key this world is made.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn save_key_id(&self, id: &str) -> Result<(), StoreError> {
        self.save_house(KEY_ID, id)
    }

    /// How far the simulated clock is from the real one, if it was ever set.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn clock_offset(&self) -> Result<Option<SignedDuration>, StoreError> {
        let Some(text) = self.house(CLOCK)? else { return Ok(None) };
        let nanoseconds: i128 =
            text.parse().map_err(|error| StoreError::corrupt("house", "value", CLOCK, error))?;
        Ok(Some(SignedDuration::from_nanos_i128(nanoseconds)))
    }

    /// Writes down how far the simulated clock is from the real one.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn save_clock_offset(&self, offset: SignedDuration) -> Result<(), StoreError> {
        self.save_house(CLOCK, &offset.as_nanos().to_string())
    }

    /// Up to when time has been lived through: what was due by then has happened.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn last_round(&self) -> Result<Option<Timestamp>, StoreError> {
        let Some(text) = self.house(LAST_ROUND)? else { return Ok(None) };
        text.parse().map(Some).map_err(|error| StoreError::corrupt("house", "value", LAST_ROUND, error))
    }

    /// Notes up to when time has been lived through.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn save_last_round(&self, at: Timestamp) -> Result<(), StoreError> {
        self.save_house(LAST_ROUND, &instant(at))
    }

    /// The latest instant at which something was written down: an event, a signature, a night.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn latest_instant(&self) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT max(at) AS at FROM ( \
                       SELECT max(at) AS at FROM event_log UNION ALL \
                       SELECT at FROM (SELECT at FROM journal ORDER BY id DESC LIMIT 1))";
        let written = self.find(sql, [], |row| Reader::of("event_log", "at", row)?.maybe_instant("at"))?;
        Ok(written.flatten().max(self.last_round()?))
    }

    /// Whether the world has been filled with its persons.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn is_filled(&self) -> Result<bool, StoreError> {
        Ok(self.house(FILLED)?.is_some())
    }

    /// Writes down that the world has been filled.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn save_filled(&self) -> Result<(), StoreError> {
        self.save_house(FILLED, "yes")
    }

    /// Up to which serial number certificates were given out when some were forgotten.
    ///
    /// # Errors
    /// When the database can't be read.
    pub(super) fn serials_taken(&self) -> Result<Option<u32>, StoreError> {
        let wrong = |error: std::num::ParseIntError| StoreError::corrupt("house", "value", SERIALS, error);
        self.house(SERIALS)?.map(|last| last.parse().map_err(wrong)).transpose()
    }

    /// Writes it down.
    ///
    /// # Errors
    /// When it can't be written.
    pub(super) fn save_serials_taken(&self, last: u32) -> Result<(), StoreError> {
        self.save_house(SERIALS, &last.to_string())
    }

    /// How large the database is, in bytes.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn database_size(&self) -> Result<u64, StoreError> {
        let sql = "SELECT page_count * page_size AS size FROM pragma_page_count(), pragma_page_size()";
        let size: Option<i64> = self.find(sql, [], |row| Ok(row.get("size")?))?;
        Ok(size.and_then(|size| u64::try_from(size).ok()).unwrap_or_default())
    }

    fn house(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.find("SELECT value FROM house WHERE name = ?1", [name], |row| Ok(row.get(0)?))
    }

    fn save_house(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO house (name, value) VALUES (?1, ?2) \
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.execute_one("house", sql, [name, value])
    }
}
