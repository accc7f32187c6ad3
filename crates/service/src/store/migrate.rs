//! Bringing the tables up to date: every missing migration, each with its note in refinery's table, in one
//! transaction. A kill at any moment leaves the database either unchanged or up to date.

use refinery::Migration;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::store::StoreError;

/// The table in which refinery notes the migrations that were applied.
const HISTORY: &str = "CREATE TABLE IF NOT EXISTS refinery_schema_history( \
                       version int4 PRIMARY KEY, \
                       name VARCHAR(255), \
                       applied_on VARCHAR(255), \
                       checksum VARCHAR(255))";

/// V7 counts, for each entry of the journal, all entries before it, which takes minutes for a long journal.
/// This SQL counts once and gives the same tables and rows; it is noted as V7, whose text never changes.
const V7_COUNTED_ONCE: &str = "
    ALTER TABLE journal ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
    UPDATE journal SET number = counted.number FROM (
        SELECT id, row_number() OVER (PARTITION BY desk, coalesce(place, '') ORDER BY id) AS number FROM journal
    ) AS counted WHERE counted.id = journal.id;
    CREATE UNIQUE INDEX journal_by_number ON journal (desk, coalesce(place, ''), number);
";

/// Why a database can't be brought up to date. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotMigrated {
    /// It has a migration that this program doesn't know.
    #[error(
        "the database is of a newer version of this program (it knows migration {0}); start that version, or make a \
         new world with `selvbetjening reset`"
    )]
    Newer(String),
    /// It was made by other migrations than ours.
    #[error(
        "the database was made by another version of this program (migration {theirs}, here {ours}); make a new world \
         with `selvbetjening reset`"
    )]
    Divergent {
        /// The name of the migration there.
        theirs: String,
        ours: String,
    },
    /// A migration does not fit the existing database.
    #[error(
        "the database could not be brought up to date and was left as it is: migration {migration}: {}. Put back a copy \
         that was taken earlier, or make a new world with `selvbetjening reset`",
        in_words(.why)
    )]
    Unfit {
        migration: String,
        /// SQLite's error.
        why: rusqlite::Error,
    },
    /// SQLite reported another error.
    #[error("the database could not be brought up to date: {}", in_words(.0))]
    Sql(#[from] rusqlite::Error),
}

impl NotMigrated {
    /// SQLite's error, if it was one.
    pub(super) fn sqlite(&self) -> Option<&rusqlite::Error> {
        match self {
            Self::Unfit { why, .. } | Self::Sql(why) => Some(why),
            Self::Newer(_) | Self::Divergent { .. } => None,
        }
    }
}

/// The words of an error without any SQL that it quotes.
fn in_words(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqlInputError { msg, .. } | rusqlite::Error::SqliteFailure(_, Some(msg)) => {
            msg.clone()
        }
        other => other.to_string(),
    }
}

/// The same as an error of the store.
pub(super) fn told(error: NotMigrated) -> StoreError {
    if error.sqlite().is_some_and(crate::store::error::is_full) {
        return StoreError::DiskFull;
    }
    match error {
        NotMigrated::Newer(_) => StoreError::Newer(error.to_string()),
        other => StoreError::Open(other.to_string()),
    }
}

/// The note of a migration that was applied.
pub(super) struct Note {
    pub version: i64,
    pub name: String,
    pub checksum: String,
}

impl Note {
    fn is_of(&self, migration: &Migration) -> bool {
        let same = self.name == migration.name() && self.checksum == migration.checksum().to_string();
        self.version == i64::from(migration.version()) && same
    }
}

/// Applies what is missing. Of two processes that do so at once, the second one finds it done.
///
/// # Errors
/// [`NotMigrated`].
pub(super) fn bring_up_to_date(connection: &mut Connection, known: &[Migration]) -> Result<(), NotMigrated> {
    let mut known: Vec<_> = known.iter().collect();
    known.sort();
    // A database that is up to date is opened without waiting for a lock.
    if missing(&notes(connection)?, &known)?.is_empty() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(HISTORY)?;
    for (nth, migration) in missing(&notes(&transaction)?, &known)?.into_iter().enumerate() {
        let told = |why| NotMigrated::Unfit { migration: migration.to_string(), why };
        if nth > 0 || !lacks_only_its_note(&transaction, &known, migration)? {
            transaction.execute_batch(carried_out_as(migration)).map_err(told)?;
        }
        note(&transaction, migration)?;
    }
    Ok(transaction.commit()?)
}

/// The SQL by which a migration is applied.
fn carried_out_as(migration: &Migration) -> &str {
    match migration.version() {
        7 => V7_COUNTED_ONCE,
        _ => migration.sql().unwrap_or_default(),
    }
}

/// The migrations that are still to be applied, in their order.
///
/// # Errors
/// When the database knows others than the program.
pub(super) fn missing<'m>(
    notes: &[Note],
    known: &[&'m Migration],
) -> Result<Vec<&'m Migration>, NotMigrated> {
    for (nth, noted) in notes.iter().enumerate() {
        let theirs = || format!("V{}__{}", noted.version, noted.name);
        match known.get(nth) {
            None => return Err(NotMigrated::Newer(theirs())),
            Some(ours) if noted.is_of(ours) => {}
            Some(ours) => return Err(NotMigrated::Divergent { theirs: theirs(), ours: ours.to_string() }),
        }
    }
    Ok(known[notes.len()..].to_vec())
}

fn notes(connection: &Connection) -> rusqlite::Result<Vec<Note>> {
    let exists = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'refinery_schema_history'";
    if connection.query_row(exists, (), |_| Ok(())).optional()?.is_none() {
        return Ok(Vec::new());
    }
    let sql = "SELECT version, name, checksum FROM refinery_schema_history ORDER BY version";
    let read =
        |row: &rusqlite::Row<'_>| Ok(Note { version: row.get(0)?, name: row.get(1)?, checksum: row.get(2)? });
    connection.prepare(sql)?.query_map((), read)?.collect()
}

fn note(connection: &Connection, migration: &Migration) -> rusqlite::Result<()> {
    let sql = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
               VALUES (?1, ?2, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?3)";
    connection.execute(sql, (migration.version(), migration.name(), migration.checksum().to_string()))?;
    Ok(())
}

/// Whether a migration was applied and not noted, as an earlier program could leave it when it was killed in
/// between. A migration was one transaction then too: where all its tables exist, so do its rows.
fn lacks_only_its_note(
    connection: &Connection,
    known: &[&Migration],
    migration: &Migration,
) -> rusqlite::Result<bool> {
    let here = schema(connection)?;
    if here.is_empty() {
        return Ok(false);
    }
    let fresh = Connection::open_in_memory()?;
    for earlier in known.iter().filter(|known| known.version() <= migration.version()) {
        fresh.execute_batch(earlier.sql().unwrap_or_default())?;
    }
    Ok(here == schema(&fresh)?)
}

/// Every table and index, trigger and view as SQL, except those of SQLite and refinery themselves.
pub(super) fn schema(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT sql FROM sqlite_master \
               WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name <> 'refinery_schema_history' \
               ORDER BY type, name";
    connection.prepare(sql)?.query_map((), |row| row.get(0))?.collect()
}
