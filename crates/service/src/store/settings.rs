//! The table `house`: the few facts about this world as a whole.

use std::num::ParseIntError;

use jiff::{SignedDuration, Timestamp};

use crate::store::engine::run::Dialect;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};

const KEY_ID: &str = "server-key-id";
const CLOCK: &str = "clock-offset-nanoseconds";
const BEGINNINGS: &str = "beginnings-anew";
const FILLED: &str = "filled";
const MOVE: &str = "clock-move-under-way";
/// Set by the migrations that need the server key for what they begin.
const LETTERS_TO_NOTE: &str = "temporary-passwords";
const LETTERS_TO_COMPLETE: &str = "letters";
const LAST_ROUND: &str = "last-daily-round";
const MARK: &str = "mark-of-this-world";
const STANDS_AT: &str = "clock-stands-at";
const MAIL_STAYS: &str = "mail-stays-here";

/// The clock as it is stored.
#[derive(Clone, Copy, Debug)]
pub struct StoredClock {
    /// How often the world was begun anew (D34).
    pub beginning: u64,
    /// The distance of the simulated clock from the real one.
    pub offset: SignedDuration,
}

/// What is still to be done to letters of an older version, since it takes the server key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OlderLetters {
    /// Their temporary passwords are noted, to be known again.
    pub to_note: bool,
    /// Recipient and purpose are sealed with them.
    pub to_complete: bool,
}

impl OlderLetters {
    /// Whether there is anything.
    pub fn wait(self) -> bool {
        self.to_note || self.to_complete
    }
}

impl Tx<'_> {
    /// The id of the server key under which this world was made.
    pub fn key_id(&self) -> Result<Option<String>, StoreError> {
        self.fact(KEY_ID)
    }

    /// Saves the id of the server key under which this world is made.
    pub fn save_key_id(&self, id: &str) -> Result<(), StoreError> {
        self.save_fact(KEY_ID, id)
    }

    /// The distance of the simulated clock from the real one, if it was ever set.
    pub fn clock(&self) -> Result<Option<StoredClock>, StoreError> {
        let wrong = |name| move |error: ParseIntError| StoreError::corrupt("house", "value", name, error);
        let (mut offset, mut beginning) = (None, 0);
        let sql = "SELECT name, value FROM house WHERE name IN (?1, ?2)";
        let facts =
            self.list(sql, [CLOCK, BEGINNINGS], |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?)))?;
        for (name, value) in facts {
            if name == CLOCK {
                let nanoseconds: i128 = value.parse().map_err(wrong(CLOCK))?;
                offset = Some(SignedDuration::from_nanos_i128(nanoseconds));
            } else {
                beginning = value.parse().map_err(wrong(BEGINNINGS))?;
            }
        }
        Ok(offset.map(|offset| StoredClock { beginning, offset }))
    }

    /// Saves the distance of the simulated clock from the real one.
    pub fn save_clock_offset(&self, offset: SignedDuration) -> Result<(), StoreError> {
        self.save_fact(CLOCK, &offset.as_nanos().to_string())
    }

    /// Saves the clock of a world that begins anew.
    pub fn save_clock(&self, clock: StoredClock) -> Result<(), StoreError> {
        self.save_fact(BEGINNINGS, &clock.beginning.to_string())?;
        self.save_clock_offset(clock.offset)
    }

    /// What tells a world from the one that it was copied from, since both have the same server key (D42).
    pub fn mark(&self) -> Result<Option<String>, StoreError> {
        self.fact(MARK)
    }

    /// Saves what tells this world from others under its server key; none where it was not copied.
    pub fn save_mark(&self, mark: Option<&str>) -> Result<(), StoreError> {
        self.save_or_remove(MARK, mark)
    }

    /// The simulated instant at which a world stands until it is opened, as one from a save point does (D42).
    pub fn stands_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let wrong = |error| StoreError::corrupt("house", "value", STANDS_AT, error);
        self.fact(STANDS_AT)?.map(|at| at.parse().map_err(wrong)).transpose()
    }

    /// Saves the instant at which this world stands, or that its clock runs.
    pub fn save_stands_at(&self, at: Option<Timestamp>) -> Result<(), StoreError> {
        self.save_or_remove(STANDS_AT, at.map(instant).as_deref())
    }

    /// Whether e-mails stay in the world's folder, whatever mail server is set (D42).
    pub fn mail_stays(&self) -> Result<bool, StoreError> {
        Ok(self.fact(MAIL_STAYS)?.is_some())
    }

    /// Saves whether e-mails stay in the world's folder.
    pub fn save_mail_stays(&self, stays: bool) -> Result<(), StoreError> {
        self.save_or_remove(MAIL_STAYS, stays.then_some("yes"))
    }

    /// The target of a move of the clock that has begun and not ended.
    pub fn move_under_way(&self) -> Result<Option<Timestamp>, StoreError> {
        let wrong = |error| StoreError::corrupt("house", "value", MOVE, error);
        self.fact(MOVE)?.map(|at| at.parse().map_err(wrong)).transpose()
    }

    /// Saves the target of a move of the clock, or that none is in progress.
    pub fn save_move_under_way(&self, target: Option<Timestamp>) -> Result<(), StoreError> {
        self.save_or_remove(MOVE, target.map(instant).as_deref())
    }

    /// The instant up to which everything that was due has happened.
    pub fn last_round(&self) -> Result<Option<Timestamp>, StoreError> {
        let Some(text) = self.fact(LAST_ROUND)? else { return Ok(None) };
        text.parse().map(Some).map_err(|error| StoreError::corrupt("house", "value", LAST_ROUND, error))
    }

    /// Saves the instant up to which everything that was due has happened.
    pub fn save_last_round(&self, at: Timestamp) -> Result<(), StoreError> {
        self.save_fact(LAST_ROUND, &instant(at))
    }

    /// The latest instant in the database: of an event, a signature or a night.
    pub fn latest_instant(&self) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT max(at) AS at FROM ( \
                       SELECT max(at) AS at FROM event_log UNION ALL \
                       SELECT at FROM (SELECT at FROM journal ORDER BY id DESC LIMIT 1) AS newest) AS written";
        let written = self.find(sql, [], |row| Reader::of("event_log", "at", row)?.maybe_instant("at"))?;
        Ok(written.flatten().max(self.last_round()?))
    }

    /// What is still to be done to letters of an older version.
    pub fn older_letters(&self) -> Result<OlderLetters, StoreError> {
        Ok(OlderLetters {
            to_note: self.fact(LETTERS_TO_NOTE)?.is_some(),
            to_complete: self.fact(LETTERS_TO_COMPLETE)?.is_some(),
        })
    }

    /// Notes that all of it is done.
    pub fn save_older_letters_done(&self) -> Result<(), StoreError> {
        let sql = "DELETE FROM house WHERE name IN (?1, ?2)";
        self.execute(sql, [LETTERS_TO_NOTE, LETTERS_TO_COMPLETE]).map(drop)
    }

    /// Whether the world has been seeded.
    pub fn is_filled(&self) -> Result<bool, StoreError> {
        Ok(self.fact(FILLED)?.is_some())
    }

    /// Notes that the world has been seeded.
    pub fn save_filled(&self) -> Result<(), StoreError> {
        self.save_fact(FILLED, "yes")
    }

    /// Writes, and changes nothing: once it is saved, the database can be written. On a server it is a message in the log by which
    /// standby servers follow, that touches no table, so that no other change has to be made anew for it.
    pub fn write_nothing(&self) -> Result<(), StoreError> {
        let sql = self.dialect(Dialect {
            sqlite: "UPDATE house SET value = value",
            postgres: "SELECT pg_logical_emit_message(true, 'selvbetjening', '')",
        });
        self.execute(sql, []).map(drop)
    }

    /// The size of the database in bytes.
    pub fn database_size(&self) -> Result<u64, StoreError> {
        let sql = self.dialect(Dialect {
            sqlite: "SELECT page_count * page_size AS size FROM pragma_page_count(), pragma_page_size()",
            postgres: "SELECT CAST(coalesce(sum(pg_total_relation_size(pg_class.oid)), 0) AS BIGINT) AS size \
                       FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace \
                       WHERE nspname = current_schema() AND relkind = 'r'",
        });
        let size: Option<i64> = self.find(sql, [], |row| row.get("size"))?;
        Ok(size.and_then(|size| u64::try_from(size).ok()).unwrap_or_default())
    }

    fn fact(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.find("SELECT value FROM house WHERE name = ?1", [name], |row| row.get(0))
    }

    fn save_or_remove(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        match value {
            Some(value) => self.save_fact(name, value),
            None => self.execute("DELETE FROM house WHERE name = ?1", [name]).map(drop),
        }
    }

    fn save_fact(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO house (name, value) VALUES (?1, ?2) \
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.execute_one("house", sql, [name, value])
    }
}
