//! The table `calls`: calls of voice response, in which a key is read out. The key is kept as a keyed hash; time is the real
//! clock's.

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::carriers::voice::CallState;
use rules::nemid::DeviceId;
use rules::words::{CarrierNumber, CprNumber, Mobile, NemIdNumber};

const TABLE: &str = "calls";
/// A call with whether it is the newest one of its line.
const SELECT: &str = "SELECT *, id = (SELECT max(id) FROM calls AS newer WHERE newer.carrier = calls.carrier) \
                      AS newest FROM calls";

/// A call in which a key is read out, or was to be.
#[derive(Clone, Debug)]
pub struct Call {
    pub id: i64,
    pub nemid: NemIdNumber,
    /// The line that was called.
    pub line: CarrierNumber,
    pub telephone: Mobile,
    /// The thing of the world that rings; none where nothing has that number.
    pub device: Option<DeviceId>,
    /// The hash of the question whose key is read out; the key counts for nothing else (D4).
    pub question: [u8; 32],
    /// What became of it, as far as it was noted.
    pub state: CallState,
    /// The keyed hash of the key that was read out.
    pub key: Option<[u8; 32]>,
    /// When it began, by the real clock.
    pub began: Timestamp,
    /// Whether no newer call has voided it.
    pub newest: bool,
}

impl Tx<'_> {
    /// Notes a call that begins. A call of the same line that still rings ends.
    pub fn begin_call(&self, call: &Call) -> Result<(), StoreError> {
        let line = call.line.to_string();
        let sql = "UPDATE calls SET state = ?2 WHERE carrier = ?1 AND state = ?3";
        self.execute(sql, (&line, CallState::Ended.code(), CallState::Ringing.code()))?;
        let sql = "INSERT INTO calls (id, nemid, carrier, telephone, device, question, state, began) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let row = (
            call.id,
            call.nemid.to_string(),
            line,
            call.telephone.to_string(),
            call.device.map(|device| device.0),
            call.question.as_slice(),
            call.state.code(),
            instant(call.began),
        );
        self.execute_one(TABLE, sql, row)
    }

    /// One call.
    pub fn call(&self, id: i64) -> Result<Option<Call>, StoreError> {
        self.find(&format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// The newest call that was made for a question.
    pub fn call_for(&self, question: &[u8; 32]) -> Result<Option<Call>, StoreError> {
        let sql = format!("{SELECT} WHERE question = ?1 ORDER BY id DESC LIMIT 1");
        self.find(&sql, [question.as_slice()], read)
    }

    /// Lets no call count for a question that begins: those that a session asks for one purpose have one token.
    pub(super) fn forget_calls_for(&self, question: &[u8; 32]) -> Result<(), StoreError> {
        let sql = "UPDATE calls SET question = zeroblob(32), key = NULL WHERE question = ?1";
        self.execute(sql, [question.as_slice()]).map(drop)
    }

    /// The calls to a person's things, the newest first.
    pub fn calls_to(&self, owner: CprNumber) -> Result<Vec<Call>, StoreError> {
        let sql =
            format!("{SELECT} WHERE device IN (SELECT id FROM devices WHERE owner = ?1) ORDER BY id DESC");
        self.list(&sql, [owner.digits()], read)
    }

    /// How many calls to a line since an instant nobody took, after the last one that somebody did.
    pub fn calls_nobody_took(&self, line: CarrierNumber, since: Timestamp) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM calls WHERE carrier = ?1 AND state <> ?3 AND began > ?2 AND id > \
                   coalesce((SELECT max(id) FROM calls WHERE carrier = ?1 AND state = ?3), 0)";
        let row = (line.to_string(), instant(since), CallState::Answered.code());
        let count = self.find(sql, row, |row| row.get::<i64>(0))?;
        Ok(usize::try_from(count.unwrap_or_default()).unwrap_or(usize::MAX))
    }

    /// Notes that a call was taken and its key was read out.
    pub fn take_call(&self, id: i64, key: &[u8; 32]) -> Result<(), StoreError> {
        let sql = "UPDATE calls SET state = ?2, key = ?3 WHERE id = ?1";
        self.execute_one(TABLE, sql, (id, CallState::Answered.code(), key.as_slice()))
    }

    /// Forgets calls that began before an instant of the real clock.
    pub fn sweep_calls(&self, before: Timestamp) -> Result<(), StoreError> {
        self.execute("DELETE FROM calls WHERE began < ?1", [instant(before)]).map(drop)
    }
}

fn read(row: &Row<'_>) -> Result<Call, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    let state: String = from.get("state")?;
    let key = from.get::<Option<Vec<u8>>>("key")?;
    let key = key.map(|key| key.try_into().map_err(|_| from.corrupt("key", "not 32 bytes")));
    Ok(Call {
        id: from.get("id")?,
        nemid: from.word("nemid", NemIdNumber::parse)?,
        line: from.word("carrier", CarrierNumber::parse)?,
        telephone: from.word("telephone", Mobile::parse)?,
        device: from.get::<Option<u32>>("device")?.map(DeviceId),
        question: from.bytes("question")?,
        state: CallState::from_code(&state).ok_or_else(|| from.corrupt("state", "no such state"))?,
        key: key.transpose()?,
        began: from.instant("began")?,
        newest: from.get("newest")?,
    })
}
