//! Whether the database is sound: the file itself, what rows refer to, and that every NemID can be read.

use super::{StoreError, Tx};

/// Rows that name something without a foreign key, and what they name: table, column, and the query that finds those
/// of them that name nothing.
const ORPHANS: [(&str, &str, &str); 5] = [
    (
        "letters",
        "nemid",
        "SELECT COUNT(*) FROM letters WHERE nemid IS NOT NULL AND nemid NOT IN (SELECT number FROM nemids)",
    ),
    (
        "letters",
        "card",
        "SELECT COUNT(*) FROM letters WHERE card IS NOT NULL AND card NOT IN (SELECT number FROM key_cards)",
    ),
    (
        "log_ons",
        "card",
        "SELECT COUNT(*) FROM log_ons WHERE card IS NOT NULL AND card NOT IN (SELECT number FROM key_cards)",
    ),
    ("journal", "citizen", "SELECT COUNT(*) FROM journal WHERE citizen NOT IN (SELECT cpr FROM citizens)"),
    (
        "journal",
        "nemid",
        "SELECT COUNT(*) FROM journal WHERE nemid IS NOT NULL AND nemid NOT IN (SELECT number FROM nemids)",
    ),
];

impl Tx<'_> {
    /// What is wrong with the database, a sentence each; nothing if it is sound.
    ///
    /// # Errors
    /// When it can't even be looked at.
    pub fn unsound(&self) -> Result<Vec<String>, StoreError> {
        let mut found: Vec<String> =
            self.list("PRAGMA integrity_check", [], |row| Ok(row.get::<_, String>(0)?))?;
        found.retain(|line| line != "ok");
        found.extend(self.list("PRAGMA foreign_key_check", [], |row| {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            Ok(format!("table {table}: a row refers to a row of {parent} that is not there"))
        })?);
        for (table, column, sql) in ORPHANS {
            let count = self.find(sql, [], |row| Ok(row.get::<_, i64>(0)?))?.unwrap_or_default();
            if count > 0 {
                found.push(format!("table {table}: {count} rows whose {column} is not there"));
            }
        }
        for number in self.nemid_numbers()? {
            match self.nemid(number) {
                Ok(Some(_)) => {}
                Ok(None) => found.push(format!("NemID {number} is not there any more")),
                Err(error) => found.push(error.to_string()),
            }
        }
        Ok(found)
    }
}
