//! Opening the database: pragmas, migrations, the pools, and whose server key it was made under.

use std::path::{Path, PathBuf};
use std::time::Duration;

use deadpool_sqlite::{Config, Hook, HookError, Pool, Runtime};

use super::{Store, StoreError};

mod migrations {
    refinery::embed_migrations!("db/migrations");
}

/// How many connections only read.
const READERS: usize = 4;
/// How long a change waits for another process's.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the database lies.
#[derive(Clone, Debug)]
pub struct Place(PathBuf);

impl Place {
    /// The database file below a data folder.
    pub fn below(folder: &Path) -> Self {
        Self(folder.join("selvbetjening.sqlite"))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Whether there is a database already.
    pub fn exists(&self) -> bool {
        self.0.exists()
    }
}

impl Store {
    /// Opens the database, makes it if need be, and brings its tables up to date.
    ///
    /// # Errors
    /// When it can't be opened, is of a newer version, or a migration fails.
    pub fn open(place: &Place) -> Result<Self, StoreError> {
        let path = place.path().to_owned();
        migrate(&path)?;
        Ok(Self { readers: pool(&path, READERS)?, writer: pool(&path, 1)?, path })
    }

    /// The database file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn migrate(path: &Path) -> Result<(), StoreError> {
    let mut connection = rusqlite::Connection::open(path)?;
    prepare(&connection)?;
    migrations::migrations::runner()
        .set_abort_missing(true)
        .set_abort_divergent(true)
        .run(&mut connection)
        .map_err(|error| StoreError::Open(told(&error)))?;
    Ok(())
}

fn told(error: &refinery::Error) -> String {
    match error.kind() {
        refinery::error::Kind::MissingVersion(migration) => format!(
            "the database is of a newer version of this program (it knows migration {migration}); \
             start that version, or make a new world with `selvbetjening reset`"
        ),
        refinery::error::Kind::DivergentVersion(ours, theirs) => format!(
            "the database was made by another version of this program (migration {theirs}, here {ours}); \
             make a new world with `selvbetjening reset`"
        ),
        _ => format!("the database could not be brought up to date: {error}"),
    }
}

/// WAL, full sync, foreign keys.
fn prepare(connection: &rusqlite::Connection) -> Result<(), rusqlite::Error> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

fn pool(path: &Path, size: usize) -> Result<Pool, StoreError> {
    let open = |error: &dyn std::fmt::Display| StoreError::Open(error.to_string());
    Config::new(path)
        .builder(Runtime::Tokio1)
        .map_err(|error| open(&error))?
        .max_size(size)
        .post_create(Hook::async_fn(|connection, _| {
            Box::pin(async move {
                connection
                    .interact(|connection| prepare(connection))
                    .await
                    .map_err(|error| HookError::message(error.to_string()))?
                    .map_err(|error| HookError::message(error.to_string()))
            })
        }))
        .build()
        .map_err(|error| open(&error))
}
