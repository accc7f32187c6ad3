//! The table `log_ons`: log-ons and other key questions in progress, and the table `starts`: activations and
//! re-openings in progress. Tokens are kept as keyed hashes; time is the real clock's.

use jiff::Timestamp;

use crate::store::calls::Call;
use crate::store::engine::row::Row;
use crate::store::engine::values::Params;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::keys::AskedKey;
use rules::nemid::temporary::TemporaryPurpose;
use rules::nemid::{PasswordHash, Purpose};
use rules::sessions::Life;
use rules::words::{CarrierKind, CarrierNumber, KeyCardNumber, KeyPosition, NemIdNumber};

/// A password was right and a key is asked for.
#[derive(Clone, Debug)]
pub struct LogOn {
    /// Hash of its token.
    pub token: [u8; 32],
    pub nemid: NemIdNumber,
    /// The purpose; an answer counts for nothing else (D4).
    pub purpose: Purpose,
    /// The text that is signed, if one is.
    pub text: Option<String>,
    /// The key that is asked for, once a carrier is chosen.
    pub asked: Option<AskedKey>,
    /// When it began, by the real clock.
    pub started: Timestamp,
    /// When more time was asked for last, by the real clock.
    pub extended: Option<Timestamp>,
    /// The newest call that was made for it (D38).
    pub call: Option<Call>,
    /// The hash of the session that asks, where one does; the question ends with it.
    pub session: Option<[u8; 32]>,
}

/// An enrolment in progress. Only the hash of the chosen password is kept.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Hash of its token.
    pub token: [u8; 32],
    pub nemid: NemIdNumber,
    /// Activation or which re-opening.
    pub purpose: TemporaryPurpose,
    /// The temporary password it began with.
    pub temporary: PasswordHash,
    /// The chosen password.
    pub password: Option<PasswordHash>,
    /// The hash of the password that the citizen proved to remember.
    pub remembered: Option<PasswordHash>,
    /// The other choices, as JSON of the case that runs it.
    pub choices: String,
    /// The key that is asked for, once a card or the telephone is chosen.
    pub asked: Option<AskedKey>,
    /// When it began, by the real clock.
    pub started: Timestamp,
    /// When more time was asked for last, by the real clock.
    pub extended: Option<Timestamp>,
    /// The newest call that was made for it (D38).
    pub call: Option<Call>,
}

impl LogOn {
    /// Its life so far.
    pub fn life(&self) -> Life {
        Life { began: self.started, renewed: self.extended.unwrap_or(self.started) }
    }
}

impl Enrolment {
    /// Its life so far.
    pub fn life(&self) -> Life {
        Life { began: self.started, renewed: self.extended.unwrap_or(self.started) }
    }
}

impl Tx<'_> {
    /// Begins a log-on or another question for a key; an older one of the same NemID ends, whatever its
    /// purpose (D11).
    pub fn begin_log_on(&self, log_on: &LogOn) -> Result<(), StoreError> {
        let sql = "DELETE FROM log_ons WHERE nemid = ?1";
        self.execute(sql, [log_on.nemid.to_string()])?;
        // Who asks anew says so to the apps, too, and is told from there that one was awaited.
        self.is_over(log_on.nemid, false);
        self.forget_calls_for(&log_on.token)?;
        let sql = "INSERT INTO log_ons (token, nemid, use, text, card, position, carrier, started, session) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let asked = log_on.asked.map(Columns::of);
        let row = (
            log_on.token.as_slice(),
            log_on.nemid.to_string(),
            json(&log_on.purpose)?,
            &log_on.text,
            asked.as_ref().and_then(|asked| asked.card.clone()),
            asked.as_ref().and_then(|asked| asked.position),
            asked.and_then(|asked| asked.carrier),
            instant(log_on.started),
            log_on.session.as_ref().map(<[u8; 32]>::as_slice),
        );
        self.execute_one("log_ons", sql, row)
    }

    /// The log-on with this token hash.
    pub fn log_on(&self, token: &[u8; 32]) -> Result<Option<LogOn>, StoreError> {
        let sql = "SELECT *, hex(token) AS id FROM log_ons WHERE token = ?1";
        let call = self.call_for(token)?;
        self.find(sql, [token.as_slice()], |row| {
            let from = Reader::of("log_ons", "id", row)?;
            Ok(LogOn {
                token: from.bytes("token")?,
                nemid: from.word("nemid", NemIdNumber::parse)?,
                purpose: from.json("use")?,
                text: from.get("text")?,
                asked: asked_of_any(&from)?,
                started: from.instant("started")?,
                extended: from.maybe_instant("extended")?,
                call: call.clone(),
                session: from.get("session")?,
            })
        })
    }

    /// Gives a log-on, or another question for a key, more time.
    pub fn extend_log_on(&self, token: &[u8; 32], now: Timestamp) -> Result<(), StoreError> {
        self.execute("UPDATE log_ons SET extended = ?2 WHERE token = ?1", (token.as_slice(), instant(now)))?;
        Ok(())
    }

    /// Notes the key that a log-on asks for.
    ///
    /// # Errors
    /// When the log-on does not exist any more.
    pub fn ask_in_log_on(&self, token: &[u8; 32], asked: AskedKey) -> Result<(), StoreError> {
        let sql = "UPDATE log_ons SET card = ?2, position = ?3, carrier = ?4 WHERE token = ?1";
        let Columns { card, position, carrier } = Columns::of(asked);
        self.execute_one("log_ons", sql, (token.as_slice(), card, position, carrier))
    }

    /// Notes that a log-on asks for the number of a card first.
    ///
    /// # Errors
    /// When the log-on does not exist any more.
    pub fn ask_nothing_in_log_on(&self, token: &[u8; 32]) -> Result<(), StoreError> {
        let sql = "UPDATE log_ons SET card = NULL, position = NULL, carrier = NULL WHERE token = ?1";
        self.execute_one("log_ons", sql, [token.as_slice()])
    }

    /// Ends a log-on in progress.
    pub fn end_log_on(&self, token: &[u8; 32]) -> Result<(), StoreError> {
        self.end_log_ons("DELETE FROM log_ons WHERE token = ?1 RETURNING nemid, carrier", [token.as_slice()])
    }

    /// Runs a change that ends log-ons in progress and gives NemID and carrier of each.
    pub(super) fn end_log_ons(&self, sql: &str, params: impl Params) -> Result<(), StoreError> {
        let ended = self.list(sql, params, |row| {
            let from = Reader::of("log_ons", "nemid", row)?;
            let carrier = from.maybe_word("carrier", CarrierNumber::parse)?;
            Ok((from.word("nemid", NemIdNumber::parse)?, carrier))
        })?;
        for (nemid, carrier) in ended {
            self.is_over(nemid, carrier.is_some_and(|carrier| carrier.kind() == CarrierKind::App));
        }
        Ok(())
    }

    /// Saves an enrolment, new or continued.
    pub fn save_enrolment(&self, enrolment: &Enrolment) -> Result<(), StoreError> {
        let sql = "INSERT INTO starts (token, nemid, purpose, temporary_hash, password_hash, remembered, choices, \
                   card, position, carrier, started) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) \
                   ON CONFLICT (token) DO UPDATE SET password_hash = excluded.password_hash, \
                   remembered = excluded.remembered, choices = excluded.choices, card = excluded.card, \
                   position = excluded.position, carrier = excluded.carrier";
        let asked = enrolment.asked.map(Columns::of);
        let row = (
            enrolment.token.as_slice(),
            enrolment.nemid.to_string(),
            json(&enrolment.purpose)?,
            enrolment.temporary.phc(),
            enrolment.password.as_ref().map(PasswordHash::phc),
            enrolment.remembered.as_ref().map(PasswordHash::phc),
            &enrolment.choices,
            asked.as_ref().and_then(|asked| asked.card.clone()),
            asked.as_ref().and_then(|asked| asked.position),
            asked.and_then(|asked| asked.carrier),
            instant(enrolment.started),
        );
        self.execute_one("starts", sql, row)
    }

    /// Gives an enrolment more time.
    pub fn extend_enrolment(&self, token: &[u8; 32], now: Timestamp) -> Result<(), StoreError> {
        self.execute("UPDATE starts SET extended = ?2 WHERE token = ?1", (token.as_slice(), instant(now)))?;
        Ok(())
    }

    /// The newest enrolment that began with this temporary password, however old.
    pub fn enrolment_before(
        &self,
        nemid: NemIdNumber,
        temporary: &PasswordHash,
    ) -> Result<Option<Enrolment>, StoreError> {
        let sql = "SELECT *, hex(token) AS id FROM starts WHERE nemid = ?1 AND temporary_hash = ?2 \
                   ORDER BY started DESC, token LIMIT 1";
        self.find(sql, (nemid.to_string(), temporary.phc()), read_enrolment)
    }

    /// The enrolment with this token hash.
    pub fn enrolment(&self, token: &[u8; 32]) -> Result<Option<Enrolment>, StoreError> {
        let sql = "SELECT *, hex(token) AS id FROM starts WHERE token = ?1";
        let call = self.call_for(token)?;
        let found = self.find(sql, [token.as_slice()], read_enrolment)?;
        Ok(found.map(|enrolment| Enrolment { call, ..enrolment }))
    }
}

fn read_enrolment(row: &Row<'_>) -> Result<Enrolment, StoreError> {
    let from = Reader::of("starts", "id", row)?;
    Ok(Enrolment {
        token: from.bytes("token")?,
        nemid: from.word("nemid", NemIdNumber::parse)?,
        purpose: from.json("purpose")?,
        temporary: PasswordHash::new(from.get("temporary_hash")?),
        password: from.get::<Option<String>>("password_hash")?.map(PasswordHash::new),
        remembered: from.get::<Option<String>>("remembered")?.map(PasswordHash::new),
        choices: from.get("choices")?,
        asked: asked_of_any(&from)?,
        started: from.instant("started")?,
        extended: from.maybe_instant("extended")?,
        call: None,
    })
}

/// The columns of a key that is asked for.
struct Columns {
    card: Option<String>,
    position: Option<u8>,
    carrier: Option<String>,
}

impl Columns {
    fn of(asked: AskedKey) -> Self {
        match asked {
            AskedKey::Card { card, position } => {
                Self { card: Some(card.to_string()), position: Some(position.get()), carrier: None }
            }
            AskedKey::Carrier(number) => {
                Self { card: None, position: None, carrier: Some(number.to_string()) }
            }
        }
    }
}

fn asked_of_any(from: &Reader<'_>) -> Result<Option<AskedKey>, StoreError> {
    if let Some(number) = from.maybe_word("carrier", CarrierNumber::parse)? {
        return Ok(Some(AskedKey::Carrier(number)));
    }
    Ok(asked(from)?.map(|(card, position)| AskedKey::Card { card, position }))
}

fn asked(from: &Reader<'_>) -> Result<Option<(KeyCardNumber, KeyPosition)>, StoreError> {
    let card = from.maybe_word("card", KeyCardNumber::parse)?;
    let position = from.get::<Option<u8>>("position")?;
    let position =
        position.map(KeyPosition::new).transpose().map_err(|error| from.corrupt("position", error))?;
    Ok(card.zip(position))
}
