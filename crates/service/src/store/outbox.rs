//! The table `outbox`: e-mails and SMS, written in the transaction that caused them, and the result of each
//! attempt to send them. Contents are sealed.
//!
//! ```text
//!  queued ─▶ begun ─▶ sent          begun: it is handed over
//!    ▲         ├──── failed for certain: tried again later, or never ─┐
//!    │         └──── nobody knows how it ended: begun again, and counted as a repeat
//!    └────────────────────────────────────────────────────────────────┘
//! ```

use std::collections::HashSet;

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::engine::run::Dialect;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::words::CprNumber;

const TABLE: &str = "outbox";

/// An e-mail or an SMS, waiting or sent.
#[derive(Clone, Debug)]
pub struct Message {
    pub id: i64,
    /// `email` or `sms`.
    pub way: String,
    /// When it was written, by the simulated clock.
    pub queued: Timestamp,
    /// Its sealed content.
    pub content: Vec<u8>,
    /// How many attempts have ended, successful or not.
    pub tries: u32,
    /// How often it was sent again without knowing how the attempt before had ended: the recipient may have
    /// got it twice.
    pub repeats: u32,
    /// When it was sent, by the simulated clock.
    pub sent: Option<Timestamp>,
    /// Why the last attempt failed.
    pub trouble: Option<String>,
}

/// The state of the outbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutboxState {
    /// Messages that wait for their first attempt.
    pub waiting: u32,
    /// Messages that failed and are tried again.
    pub retried: u32,
    /// Messages that failed and are not tried again.
    pub given_up: u32,
    /// Messages that were sent again without knowing how the attempt before had ended.
    pub repeated: u32,
}

/// A message that was not sent at once, or perhaps sent more than once: everything known of it except
/// recipient and content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    pub id: i64,
    /// `email` or `sms`.
    pub way: String,
    /// When it was written, by the simulated clock.
    pub queued: Timestamp,
    /// How many attempts have ended, successful or not.
    pub tries: u32,
    /// How often it was sent again without knowing how the attempt before had ended.
    pub repeats: u32,
    /// Whether it has been sent.
    pub sent: bool,
    /// When it is tried again, by the real clock; `None` for never.
    pub again: Option<Timestamp>,
    /// Why the last attempt failed, in English, with what the server or the system said.
    pub trouble: Option<String>,
    /// The stable code of that; none for what failed under an older version.
    pub trouble_code: Option<String>,
}

/// The result of a failed attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The stable code of the error.
    pub code: &'static str,
    /// The error, in words.
    pub trouble: String,
    /// When to try again, by the real clock; `None` for never.
    pub again: Option<Timestamp>,
    /// Whether what is known of handing it over stays: it may have been sent all the same, or this attempt did not come
    /// as far.
    pub is_open: bool,
}

/// The numbers of the messages that are kept.
#[derive(Clone, Debug)]
pub struct KeptMessages {
    /// All of them.
    pub numbers: HashSet<i64>,
    /// The number that was given out last.
    last: i64,
}

impl KeptMessages {
    /// Whether a message of this number was forgotten, or is none of this world's; one that is written just now is neither.
    pub fn lack(&self, number: i64) -> bool {
        number <= self.last && !self.numbers.contains(&number)
    }
}

impl Tx<'_> {
    /// The state of the outbox.
    pub fn outbox_state(&self) -> Result<OutboxState, StoreError> {
        let sql = "SELECT count(*) FILTER (WHERE sent IS NULL AND tries = 0) AS waiting, \
                   count(*) FILTER (WHERE sent IS NULL AND tries > 0 AND next_try IS NOT NULL) AS retried, \
                   count(*) FILTER (WHERE sent IS NULL AND tries > 0 AND next_try IS NULL) AS given_up, \
                   count(*) FILTER (WHERE repeats > 0) AS repeated FROM outbox";
        let found = self.find(sql, [], |row| {
            Ok(OutboxState {
                waiting: row.get("waiting")?,
                retried: row.get("retried")?,
                given_up: row.get("given_up")?,
                repeated: row.get("repeated")?,
            })
        })?;
        Ok(found.unwrap_or_default())
    }

    /// The messages that failed or were sent again: first those that are still unsent, then the newest.
    pub fn troubled(&self, limit: u32) -> Result<Vec<Undelivered>, StoreError> {
        let sql = "SELECT * FROM outbox WHERE (sent IS NULL AND tries > 0) OR repeats > 0 \
                   ORDER BY sent IS NOT NULL, id DESC LIMIT ?1";
        self.list(sql, [limit], |row| {
            let from = Reader::of(TABLE, "id", row)?;
            let sent = from.maybe_instant("sent")?.is_some();
            Ok(Undelivered {
                id: from.get("id")?,
                way: from.get("way")?,
                queued: from.instant("queued")?,
                tries: from.get("tries")?,
                repeats: from.get("repeats")?,
                sent,
                // A message that has never failed is due at once, which is stored as ''.
                again: match from.get::<Option<String>>("next_try")?.as_deref() {
                    None => None,
                    Some("") => Some(Timestamp::MIN),
                    Some(_) => from.maybe_instant("next_try")?,
                }
                .filter(|_| !sent),
                trouble: from.get("trouble")?,
                trouble_code: from.get("trouble_code")?,
            })
        })
    }

    /// Queues an e-mail or SMS under a number from [`Tx::next_message`], which its content is sealed for.
    pub fn queue(
        &self,
        id: i64,
        citizen: CprNumber,
        way: &str,
        queued: Timestamp,
        content: &[u8],
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO outbox (id, citizen, way, queued, content) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.execute_one(TABLE, sql, (id, citizen.digits(), way, instant(queued), content))
    }

    /// The messages that are kept.
    pub fn kept_messages(&self) -> Result<KeptMessages, StoreError> {
        let last = "SELECT last FROM counters WHERE name = 'outbox'";
        Ok(KeptMessages {
            numbers: self.list("SELECT id FROM outbox", [], |row| row.get("id"))?.into_iter().collect(),
            last: self.find(last, [], |row| row.get("last"))?.unwrap_or_default(),
        })
    }

    /// A person's e-mails and SMS, the newest first.
    pub fn messages_of(&self, citizen: CprNumber) -> Result<Vec<Message>, StoreError> {
        let sql = "SELECT * FROM outbox WHERE citizen = ?1 ORDER BY id DESC";
        self.list(sql, [citizen.digits()], read)
    }

    /// One e-mail or SMS.
    pub fn message(&self, id: i64) -> Result<Option<Message>, StoreError> {
        self.find("SELECT * FROM outbox WHERE id = ?1", [id], read)
    }

    /// The messages to send at an instant of the real clock, the oldest first, those with the fewest attempts
    /// first.
    pub fn unsent(&self, now: Timestamp, limit: u32) -> Result<Vec<Message>, StoreError> {
        let sql = "SELECT * FROM outbox WHERE sent IS NULL AND next_try <= ?1 ORDER BY tries, id LIMIT ?2";
        self.list(sql, (instant(now), limit), read)
    }

    /// Takes the next message to send at an instant of the real clock, so that no other program has it until `until`; `None`
    /// when there is none that nobody has.
    pub fn claim_unsent(&self, now: Timestamp, until: Timestamp) -> Result<Option<Message>, StoreError> {
        // One that another program is just claiming is passed over, where there can be one.
        let passing = self.dialect(Dialect { sqlite: "", postgres: "FOR UPDATE SKIP LOCKED" });
        let sql = format!(
            "UPDATE outbox SET claimed = ?2 WHERE id = (SELECT id FROM outbox WHERE sent IS NULL AND next_try <= ?1 \
             AND (claimed IS NULL OR claimed <= ?1) ORDER BY tries, id LIMIT 1 {passing}) RETURNING *"
        );
        self.find(&sql, (instant(now), instant(until)), read)
    }

    /// Notes that an attempt begins, and counts a repeat where nobody knows how the one before ended. Returns
    /// `false` when the message has been sent since it was read.
    pub fn begin_sending(&self, id: i64, now: Timestamp) -> Result<bool, StoreError> {
        let sql = "UPDATE outbox SET repeats = repeats + CASE WHEN begun IS NULL THEN 0 ELSE 1 END, begun = ?2 \
                   WHERE id = ?1 AND sent IS NULL";
        Ok(self.execute(sql, (id, instant(now)))? == 1)
    }

    /// Notes that a message was sent, by the simulated clock.
    ///
    /// # Errors
    /// When there is no such message.
    pub fn note_sent(&self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE outbox SET sent = ?2, trouble = NULL, trouble_code = NULL, begun = NULL, claimed = NULL, \
                   tries = tries + 1 WHERE id = ?1";
        self.execute_one(TABLE, sql, (id, instant(at)))
    }

    /// Notes that an attempt failed.
    ///
    /// # Errors
    /// When there is no such message.
    pub fn note_failed(&self, id: i64, how: &Failed) -> Result<(), StoreError> {
        let sql = "UPDATE outbox SET trouble = ?2, trouble_code = ?5, next_try = ?3, tries = tries + 1, claimed = NULL, \
                   begun = CASE WHEN ?4 THEN begun END WHERE id = ?1";
        self.execute_one(TABLE, sql, (id, &how.trouble, how.again.map(instant), how.is_open, how.code))
    }
}

fn read(row: &Row<'_>) -> Result<Message, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(Message {
        id: from.get("id")?,
        way: from.get("way")?,
        queued: from.instant("queued")?,
        content: from.get("content")?,
        tries: from.get("tries")?,
        repeats: from.get("repeats")?,
        sent: from.maybe_instant("sent")?,
        trouble: from.get("trouble")?,
    })
}
