//! Checks the contents of the database: references that lead nowhere, rows that can't be read. It changes nothing.
//! The file itself is checked in `damage.rs`.

use rusqlite::types::Value;

use crate::store::engine::row::shown;
use crate::store::{StoreError, Tx, event_log};

/// A table with sealed contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedIn {
    /// Letters in the post and in letter boxes.
    Letters,
    /// E-mails and SMS.
    Outbox,
    /// PIN letters in stock.
    StockLetters,
    /// What persons remember.
    Memories,
    /// What was typed before time was up.
    Drafts,
    /// Private keys of the authorities.
    Authorities,
    /// Private keys of certificates.
    CertificateBodies,
    /// Private keys of organisations' certificates.
    OrganisationCertificates,
}

impl SealedIn {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Letters,
        Self::Outbox,
        Self::StockLetters,
        Self::Memories,
        Self::Drafts,
        Self::Authorities,
        Self::CertificateBodies,
        Self::OrganisationCertificates,
    ];

    /// The table's name.
    pub fn table(self) -> &'static str {
        match self {
            Self::Letters => "letters",
            Self::Outbox => "outbox",
            Self::StockLetters => "stock_letters",
            Self::Memories => "memories",
            Self::Drafts => "drafts",
            Self::Authorities => "authorities",
            Self::CertificateBodies => "certificate_bodies",
            Self::OrganisationCertificates => "organisation_certificates",
        }
    }

    fn select(self) -> &'static str {
        match self {
            Self::Letters => "SELECT id, content FROM letters ORDER BY id",
            Self::Outbox => "SELECT id, content FROM outbox ORDER BY id",
            Self::StockLetters => "SELECT serial, content FROM stock_letters ORDER BY serial",
            Self::Memories => "SELECT nemid, content FROM memories ORDER BY nemid",
            Self::Drafts => "SELECT id, content FROM drafts ORDER BY id",
            Self::Authorities => "SELECT name, key FROM authorities ORDER BY name",
            Self::CertificateBodies => {
                "SELECT serial, key FROM certificate_bodies WHERE key IS NOT NULL ORDER BY serial"
            }
            Self::OrganisationCertificates => {
                "SELECT serial, key FROM organisation_certificates WHERE key IS NOT NULL ORDER BY serial"
            }
        }
    }
}

/// Rows that refer to something without a foreign key. The journal may refer to a NemID that was deleted
/// since (D19), so it is not among them.
const ORPHANS: [(&str, &str); 8] = [
    (
        "letters.card",
        "SELECT id FROM letters WHERE card IS NOT NULL AND nemid IN (SELECT number FROM nemids) \
         AND card NOT IN (SELECT number FROM key_cards)",
    ),
    (
        "log_ons.card",
        "SELECT hex(token) FROM log_ons WHERE card IS NOT NULL AND card NOT IN (SELECT number FROM key_cards)",
    ),
    (
        "app_requests.app",
        "SELECT n FROM app_requests WHERE app IS NOT NULL AND app NOT IN (SELECT number FROM carriers)",
    ),
    (
        "starts.card",
        "SELECT hex(token) FROM starts WHERE card IS NOT NULL AND card NOT IN (SELECT number FROM key_cards)",
    ),
    (
        "stock_cards.number",
        "SELECT number FROM stock_cards WHERE nemid IS NOT NULL AND number NOT IN (SELECT number FROM key_cards)",
    ),
    (
        "journal.citizen",
        "SELECT id FROM journal WHERE citizen NOT IN (SELECT cpr FROM citizens) \
     AND citizen NOT IN (SELECT number FROM former_cpr_numbers)",
    ),
    (
        "look_ups.citizen",
        "SELECT rowid FROM look_ups WHERE citizen NOT IN (SELECT cpr FROM citizens) \
     AND citizen NOT IN (SELECT number FROM former_cpr_numbers)",
    ),
    (
        "journal.place",
        "SELECT id FROM journal WHERE desk = 'office' AND place NOT IN (SELECT name FROM offices)",
    ),
];

impl Tx<'_> {
    /// References that lead nowhere, each as table, column and row.
    pub fn broken_references(&self) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        // PostgreSQL lets no row in whose foreign key leads nowhere.
        if self.is_sqlite() {
            found.extend(self.list("PRAGMA foreign_key_check", [], |row| {
                let (table, parent) = (row.get::<String>(0)?, row.get::<String>(2)?);
                let id: Value = row.get(1)?;
                Ok(format!("table {table}, row {}: nothing in {parent} belongs to it", shown(&id)))
            })?);
        }
        for (column, sql) in ORPHANS {
            found.extend(self.list(&format!("{sql} ORDER BY 1"), [], |row| {
                Ok(format!("{column}, row {}: what it names is not there", shown(&row.get(0)?)))
            })?);
        }
        Ok(found)
    }

    /// Log entries that can't be read.
    pub fn unreadable_entries(&self) -> Result<Vec<StoreError>, StoreError> {
        let mut unreadable = Vec::new();
        self.list("SELECT * FROM event_log ORDER BY id", [], |row| {
            unreadable.extend(event_log::read(row).err());
            Ok(())
        })?;
        Ok(unreadable)
    }

    /// All sealed contents of a table, each with the key of its row.
    pub fn sealed(&self, place: SealedIn) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.list(place.select(), [], |row| Ok((shown(&row.get(0)?), row.get(1)?)))
    }
}
