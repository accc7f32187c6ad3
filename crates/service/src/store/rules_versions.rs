//! The table `rules_versions`: the versions of the rules for NemID and what each changed (Rules 3.10).

use jiff::civil::Date;
use rusqlite::Row;

use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::calendar;
use rules::terms::{Summary, Terms, Version};

const TABLE: &str = "rules_versions";

impl Tx<'_> {
    /// All versions.
    ///
    /// # Errors
    /// When the database can't be read, or has no version.
    pub fn terms(&self) -> Result<Terms, StoreError> {
        let versions = self.list("SELECT * FROM rules_versions ORDER BY number", [], read)?;
        Terms::new(versions).ok_or(StoreError::RowsMet { table: TABLE, met: 0 })
    }

    /// Enters the versions of a new world, in place of the version that its tables were made with.
    pub fn begin_with_versions(&self, versions: &[Version]) -> Result<(), StoreError> {
        self.execute("DELETE FROM rules_versions", [])?;
        versions.iter().try_for_each(|version| self.enter_version(version))
    }

    /// Enters a new version.
    ///
    /// # Errors
    /// When it can't be written, or its number is taken.
    pub fn enter_version(&self, version: &Version) -> Result<(), StoreError> {
        let sql = "INSERT INTO rules_versions (number, published, published_at, for_security, changed_da, changed_en) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let row = (
            version.number,
            calendar::danish_date(version.published).to_string(),
            instant(version.published),
            version.for_security,
            &version.changed.danish,
            &version.changed.english,
        );
        self.execute_one(TABLE, sql, row)
    }
}

fn read(row: &Row<'_>) -> Result<Version, StoreError> {
    let from = Reader::of(TABLE, "number", row)?;
    // An older version noted the day alone, and announced it from its beginning.
    let published = match from.maybe_instant("published_at")? {
        Some(at) => at,
        None => calendar::at_danish_time(from.word("published", str::parse::<Date>)?, 0, 0),
    };
    Ok(Version {
        number: from.get("number")?,
        published,
        for_security: from.get("for_security")?,
        changed: Summary { danish: from.get("changed_da")?, english: from.get("changed_en")? },
    })
}
