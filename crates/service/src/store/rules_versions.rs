//! The tables `rules_versions`, the versions of the rules for NemID and what each changed, `rules_texts`, the text that a
//! version gave a section, and `rules_drafts`, what is written for the next one (Rules 3.10).

use jiff::civil::Date;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::calendar;
use rules::terms::{SectionText, SectionTexts, Summary, Terms, Version};
use rules::words::NemIdNumber;

const TABLE: &str = "rules_versions";
const DRAFTS: &str = "rules_drafts";

impl Tx<'_> {
    /// All versions.
    ///
    /// # Errors
    /// When the database can't be read, or has no version.
    pub fn terms(&self) -> Result<Terms, StoreError> {
        let mut versions = self.list("SELECT * FROM rules_versions ORDER BY number", [], read)?;
        for version in &mut versions {
            version.sections = self.section_texts(version.number)?;
        }
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
        self.execute_one(TABLE, sql, row)?;
        let sql = "INSERT INTO rules_texts (version, section, danish, english) VALUES (?1, ?2, ?3, ?4)";
        for SectionText { section, text } in &version.sections {
            self.execute_one("rules_texts", sql, (version.number, section, &text.danish, &text.english))?;
        }
        Ok(())
    }

    /// What an operator has written for the next version.
    pub fn rules_draft(&self, staff: NemIdNumber) -> Result<SectionTexts, StoreError> {
        let sql = "SELECT * FROM rules_drafts WHERE staff = ?1 ORDER BY section";
        let texts = self.list(sql, [staff.to_string()], |row| read_text(DRAFTS, row))?;
        Ok(texts.into_iter().collect())
    }

    /// Keeps what an operator has written for the next version, in place of what was kept before.
    pub fn keep_rules_draft(&self, staff: NemIdNumber, draft: &SectionTexts) -> Result<(), StoreError> {
        let staff = staff.to_string();
        self.execute("DELETE FROM rules_drafts WHERE staff = ?1", [&staff])?;
        let sql = "INSERT INTO rules_drafts (staff, section, danish, english) VALUES (?1, ?2, ?3, ?4)";
        for SectionText { section, text } in draft {
            self.execute_one(DRAFTS, sql, (&staff, section, &text.danish, &text.english))?;
        }
        Ok(())
    }

    fn section_texts(&self, version: u32) -> Result<Vec<SectionText>, StoreError> {
        let sql = "SELECT * FROM rules_texts WHERE version = ?1 ORDER BY section";
        self.list(sql, [version], |row| read_text("rules_texts", row))
    }
}

fn read_text(table: &'static str, row: &Row<'_>) -> Result<SectionText, StoreError> {
    let from = Reader::of(table, "section", row)?;
    let text = Summary { danish: from.get("danish")?, english: from.get("english")? };
    Ok(SectionText { section: from.get("section")?, text })
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
        sections: Vec::new(),
    })
}
