//! The table `journal`: each action signed at a desk, with signer, citizen, identification and the full text.

use jiff::Timestamp;
use rusqlite::types::Value;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::identification::Document;
use rules::staff::DeskKind;
use rules::words::{CprNumber, NemIdNumber};

const TABLE: &str = "journal";

/// The rows that a [`JournalQuery`] selects.
const WHERE: &str = "WHERE desk = ?1 AND (CAST(?2 AS TEXT) IS NULL OR place = ?2) AND (CAST(?3 AS TEXT) IS NULL OR staff = ?3) \
                     AND (CAST(?4 AS TEXT) IS NULL OR citizen = ?4 \
                         OR citizen IN (SELECT number FROM former_cpr_numbers WHERE citizen = ?4)) AND (CAST(?5 AS TEXT) IS NULL OR at >= ?5) AND (CAST(?6 AS TEXT) IS NULL OR at < ?6)";

/// One signed action.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Its number at its desk, counted from 1; 0 before it is entered. It stays when older entries are
    /// deleted.
    pub number: i64,
    /// When it was signed.
    pub at: Timestamp,
    pub staff: NemIdNumber,
    /// The kind of desk.
    pub desk: DeskKind,
    /// The office or bank; none for an administrator and the operator.
    pub place: Option<PlaceName>,
    /// The citizen; none for an action that concerns everybody.
    pub citizen: Option<CprNumber>,
    /// The NemID it is about.
    pub nemid: Option<NemIdNumber>,
    /// The action, as a stable word.
    pub action: String,
    /// The identification that was shown.
    pub identification: Vec<Document>,
    /// The full text that was signed.
    pub text: String,
}

/// The part of the journal that is asked for.
#[derive(Clone, Debug)]
pub struct JournalQuery {
    /// The kind of desk.
    pub desk: DeskKind,
    /// The office or bank; none for all of that kind.
    pub place: Option<PlaceName>,
    /// Only what this employee signed.
    pub staff: Option<NemIdNumber>,
    /// Only what was done for this person, under this or an earlier CPR number (D28).
    pub citizen: Option<CprNumber>,
    /// Only from the first instant to before the second.
    pub span: Option<(Timestamp, Timestamp)>,
}

impl JournalQuery {
    fn values(&self) -> Vec<Value> {
        let text = |one: Option<String>| one.map_or(Value::Null, Value::Text);
        vec![
            text(Some(self.desk.code().to_owned())),
            text(self.place.as_ref().map(ToString::to_string)),
            text(self.staff.map(|staff| staff.to_string())),
            text(self.citizen.map(|cpr| cpr.digits().to_owned())),
            text(self.span.map(|(from, _)| instant(from))),
            text(self.span.map(|(_, to)| instant(to))),
        ]
    }
}

impl Tx<'_> {
    /// Enters a signed action. Returns its number.
    pub fn enter(&self, signed: &Signed) -> Result<i64, StoreError> {
        let sql = "INSERT INTO journal \
                   (at, staff, desk, place, citizen, nemid, action, identification, text, number) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let place = signed.place.as_ref().map(PlaceName::as_str);
        let number = self.next_in_journal(signed.desk.code(), place)?;
        let row = (
            instant(signed.at),
            signed.staff.to_string(),
            signed.desk.code(),
            place,
            signed.citizen.map(|cpr| cpr.digits().to_owned()),
            signed.nemid.map(|number| number.to_string()),
            &signed.action,
            json(&signed.identification)?,
            &signed.text,
            number,
        );
        self.execute_one(TABLE, sql, row)?;
        Ok(number)
    }

    /// A part of the journal, the newest first: `limit` entries after the first `skip`.
    pub fn journal(&self, query: &JournalQuery, skip: u32, limit: u32) -> Result<Vec<Signed>, StoreError> {
        let sql = format!("SELECT * FROM journal {WHERE} ORDER BY id DESC LIMIT ?7 OFFSET ?8");
        let page = [limit, skip].map(|count| Value::Integer(count.into()));
        self.list(&sql, query.values().into_iter().chain(page).collect::<Vec<_>>(), read)
    }

    /// The number of actions in a part of the journal.
    pub fn journal_length(&self, query: &JournalQuery) -> Result<u32, StoreError> {
        let sql = format!("SELECT count(*) FROM journal {WHERE}");
        Ok(self.find(&sql, query.values(), |row| row.get(0))?.unwrap_or_default())
    }

    /// The employees who signed anything in a part of the journal.
    pub fn journal_signers(&self, query: &JournalQuery) -> Result<Vec<NemIdNumber>, StoreError> {
        let sql = format!("SELECT DISTINCT staff FROM journal {WHERE} ORDER BY staff");
        self.list(&sql, query.values(), |row| {
            Reader::of(TABLE, "staff", row)?.word("staff", NemIdNumber::parse)
        })
    }

    /// Deletes actions that were signed before an instant (Rules 3.7). Returns how many.
    pub fn forget_journal_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        self.execute("DELETE FROM journal WHERE at < ?1", [instant(kept_from)])
    }
}

fn read(row: &Row<'_>) -> Result<Signed, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(Signed {
        number: from.get("number")?,
        at: from.instant("at")?,
        staff: from.word("staff", NemIdNumber::parse)?,
        desk: from.word("desk", |word| DeskKind::from_code(word).ok_or("no such desk"))?,
        place: from.get::<Option<String>>("place")?.map(PlaceName::new),
        citizen: from.maybe_word("citizen", CprNumber::parse)?,
        nemid: from.maybe_word("nemid", NemIdNumber::parse)?,
        action: from.get("action")?,
        identification: from.json("identification")?,
        text: from.get("text")?,
    })
}
