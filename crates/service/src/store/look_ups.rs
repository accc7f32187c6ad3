//! The table `look_ups`: whom an employee looked up at a desk, one row for each employee, person and day (D24).

use jiff::Timestamp;
use rules::actor::PlaceName;
use rules::calendar;
use rules::staff::DeskKind;
use rules::words::{CprNumber, NemIdNumber};

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};

/// What one employee looked up of one person on one Danish day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUps {
    pub staff: NemIdNumber,
    /// The kind of desk.
    pub desk: DeskKind,
    /// The office or bank; none for an administrator and the operator.
    pub place: Option<PlaceName>,
    /// The person; none for numbers that are not in the register.
    pub citizen: Option<CprNumber>,
    /// When it was the first time.
    pub first: Timestamp,
    /// When it was the last time.
    pub last: Timestamp,
    pub times: u32,
}

/// One look-up.
#[derive(Clone, Debug)]
pub struct LookUp<'a> {
    pub staff: NemIdNumber,
    pub desk: DeskKind,
    pub place: Option<&'a PlaceName>,
    /// The person; none for a number that is not in the register.
    pub citizen: Option<CprNumber>,
    pub at: Timestamp,
}

impl Tx<'_> {
    /// Notes a look-up: a new row, or one more in the row of that employee, person and day.
    pub fn note_look_up(&self, one: &LookUp<'_>) -> Result<(), StoreError> {
        let sql = "INSERT INTO look_ups (staff, desk, place, day, citizen, first_at, last_at, times) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, 1) \
                   ON CONFLICT (staff, desk, coalesce(place, ''), day, coalesce(citizen, '')) \
                   DO UPDATE SET last_at = excluded.last_at, times = look_ups.times + 1";
        let row = (
            one.staff.to_string(),
            one.desk.code(),
            one.place.map(PlaceName::as_str),
            calendar::danish_date(one.at).to_string(),
            one.citizen.map(|cpr| cpr.digits().to_owned()),
            instant(one.at),
        );
        self.execute_one("look_ups", sql, row)
    }

    /// The look-ups at desks of a kind, or at all, the newest first: `limit` rows after the first `skip`.
    pub fn look_ups(
        &self,
        desk: Option<DeskKind>,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<LookUps>, StoreError> {
        let sql = "SELECT *, rowid AS id FROM look_ups WHERE CAST(?1 AS TEXT) IS NULL OR desk = ?1 \
                   ORDER BY last_at DESC, rowid DESC LIMIT ?2 OFFSET ?3";
        self.list(sql, (desk.map(DeskKind::code), limit, skip), |row| {
            let from = Reader::of("look_ups", "id", row)?;
            Ok(LookUps {
                staff: from.word("staff", NemIdNumber::parse)?,
                desk: from.word("desk", |word| DeskKind::from_code(word).ok_or("no such desk"))?,
                place: from.get::<Option<String>>("place")?.map(PlaceName::new),
                citizen: from.maybe_word("citizen", CprNumber::parse)?,
                first: from.instant("first_at")?,
                last: from.instant("last_at")?,
                times: from.get("times")?,
            })
        })
    }

    /// The number of rows at desks of a kind, or at all.
    pub fn look_ups_count(&self, desk: Option<DeskKind>) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM look_ups WHERE CAST(?1 AS TEXT) IS NULL OR desk = ?1";
        Ok(self.find(sql, [desk.map(DeskKind::code)], |row| row.get(0))?.unwrap_or_default())
    }

    /// Deletes look-ups that were last made before an instant (Rules 3.7).
    pub fn forget_look_ups_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        self.execute("DELETE FROM look_ups WHERE last_at < ?1", [instant(kept_from)])
    }
}
