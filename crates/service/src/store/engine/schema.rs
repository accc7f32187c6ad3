//! The tables of a world on PostgreSQL: a schema of their own, brought up to date by whoever opens it first.

use std::sync::Arc;

use postgres::Client;
use refinery::Migration;

use crate::store::engine::server::Server;
use crate::store::engine::session::Session;
use crate::store::engine::values::Params;
use crate::store::error::{of_postgres, told_of};
use crate::store::migrate::{Note, missing};
use crate::store::{StoreError, migrate};

mod migrations {
    refinery::embed_migrations!("../../db/postgres");
}

/// Those of the catalogue of worlds.
mod of_catalogue {
    refinery::embed_migrations!("../../db/worlds");
}

/// The notes of the migrations, the same as in SQLite.
const HISTORY: &str = "CREATE TABLE IF NOT EXISTS refinery_schema_history ( \
    version INT4 PRIMARY KEY, name TEXT, applied_on TEXT, checksum TEXT)";
/// What the lock is called that is held while a schema is made or brought up to date.
const LOCK: i32 = 1_936_026_742;

impl Server {
    /// Makes the schema where it is missing and brings its tables up to date. Of several processes that do so at once, the
    /// others wait for the first.
    ///
    /// # Errors
    /// [`StoreError::Away`] when no server is there, [`StoreError::Newer`] and [`StoreError::Open`] as for a file.
    pub fn bring_up_to_date(&self) -> Result<(), StoreError> {
        let mut client = self.client()?;
        // The others lie in the same database.
        if self.schema() == self.first_schema() {
            self.fits(&mut client)?;
        }
        self.make(&mut client, migrations::migrations::runner().get_migrations())
    }

    /// The same for the catalogue of worlds.
    ///
    /// # Errors
    /// As [`Self::bring_up_to_date`].
    pub fn bring_catalogue_up_to_date(&self) -> Result<(), StoreError> {
        self.make(&mut self.client()?, of_catalogue::migrations::runner().get_migrations())
    }

    fn make(&self, client: &mut Client, known: &[Migration]) -> Result<(), StoreError> {
        client
            .batch_execute("SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0")
            .map_err(of_postgres)?;
        // Released with the connection.
        let lock = "SELECT pg_advisory_lock($1, hashtext($2))";
        client.execute(lock, &[&LOCK, &self.schema()]).map_err(of_postgres)?;
        let schema = format!("CREATE SCHEMA IF NOT EXISTS \"{}\"", self.schema());
        client.batch_execute(&schema).map_err(of_postgres)?;
        apply(client, known)
    }

    /// Whether there is a world in the schema.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn has_world(&self) -> Result<bool, StoreError> {
        self.apart(|server| server.has_world_now()).await
    }

    /// The same where the thread may wait.
    ///
    /// # Errors
    /// As [`Self::has_world`].
    pub fn has_world_now(&self) -> Result<bool, StoreError> {
        let sql = "SELECT to_regclass('refinery_schema_history') IS NOT NULL";
        Ok(self.client()?.query_one(sql, &[]).map_err(of_postgres)?.get(0))
    }

    /// Whether there is a schema of this name, whatever is in it.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn has_schema(&self) -> Result<bool, StoreError> {
        self.apart(|server| {
            let sql = "SELECT count(*) > 0 FROM pg_namespace WHERE nspname = $1";
            Ok(server.client()?.query_one(sql, &[&server.schema()]).map_err(of_postgres)?.get(0))
        })
        .await
    }

    /// Whether another connection of a program that serves the world is open.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn is_served(&self) -> Result<bool, StoreError> {
        self.apart(|server| server.is_served_now()).await
    }

    /// The same where the thread may wait.
    ///
    /// # Errors
    /// As [`Self::is_served`].
    pub fn is_served_now(&self) -> Result<bool, StoreError> {
        let sql = "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() \
                   AND application_name = $1 AND pid <> pg_backend_pid()";
        Ok(self.client()?.query_one(sql, &[&self.serving()]).map_err(of_postgres)?.get(0))
    }

    /// Deletes the schema with all that is in it.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn remove(&self) -> Result<(), StoreError> {
        self.apart(|server| server.remove_now()).await
    }

    /// The same where the thread may wait.
    ///
    /// # Errors
    /// As [`Self::remove`].
    pub fn remove_now(&self) -> Result<(), StoreError> {
        self.client()?.batch_execute(&drop_of(self)).map_err(of_postgres)
    }

    /// Gives a schema that was made as a draft the name of another one, which is not there yet.
    ///
    /// # Errors
    /// When there is a schema of that name, and [`StoreError::Away`].
    pub fn settle_as(&self, other: &Self) -> Result<(), StoreError> {
        let sql = format!("ALTER SCHEMA \"{}\" RENAME TO \"{}\"", self.schema(), other.schema());
        self.client()?.batch_execute(&sql).map_err(of_postgres)
    }

    /// Does something on a thread where waiting for the server blocks nothing else.
    pub async fn apart<T: Send + 'static>(
        &self,
        act: impl FnOnce(Self) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let server = self.clone();
        let done = tokio::task::spawn_blocking(move || act(server)).await;
        done.map_err(|error| StoreError::Connection(error.to_string()))?
    }
}

#[cfg(feature = "testing")]
impl Server {
    /// Deletes the schemas of the first world and of all that is beside it.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn remove_all(&self) -> Result<(), StoreError> {
        self.apart(|server| {
            let sql = "SELECT nspname::text FROM pg_namespace WHERE nspname = $1 OR starts_with(nspname, $1 || '-')";
            for row in server.client()?.query(sql, &[&server.first_schema()]).map_err(of_postgres)? {
                server.aside(row.get(0)).remove_now()?;
            }
            Ok(())
        })
        .await
    }

    /// Ends all connections of programs that serve the world, as a server does that stops.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub async fn end_connections(&self) -> Result<(), StoreError> {
        self.apart(|server| {
            let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() \
                       AND application_name = current_setting('application_name')";
            server.client()?.batch_execute(sql).map_err(of_postgres)
        })
        .await
    }

    /// Runs statements in its schema, past all rules.
    ///
    /// # Errors
    /// When one of them fails, or no server is there.
    pub fn tell(&self, statements: &str) -> Result<(), StoreError> {
        self.client()?.batch_execute(statements).map_err(of_postgres)
    }

    /// The number that is the whole answer to a statement.
    ///
    /// # Errors
    /// When it fails, or no server is there.
    pub fn ask(&self, statement: &str) -> Result<i64, StoreError> {
        Ok(self.client()?.query_one(statement, &[]).map_err(of_postgres)?.get(0))
    }

    /// Whether it takes a statement: the tables, columns and functions are there, and the kinds of all values are known.
    ///
    /// # Errors
    /// With what it says.
    pub fn takes(&self, statement: &str) -> Result<(), StoreError> {
        self.connect(&Arc::default())?.takes(statement)
    }
}

/// A schema in which a world is made, before it gets its name. As long as this is held, nobody else makes one for the same.
pub struct DraftSchema {
    server: Server,
    /// The server releases the lock with it, also when the process dies.
    #[expect(dead_code, reason = "it is held, not used")]
    held: Session,
}

impl DraftSchema {
    /// The place for a draft of a schema; what a draft that was cut off has left there is removed. `None` where somebody else makes one.
    ///
    /// # Errors
    /// [`StoreError::Away`] and [`StoreError::Postgres`].
    pub fn of(server: &Server) -> Result<Option<Self>, StoreError> {
        // No world's name has a point in it.
        let draft = server.clone().with_schema(&format!("{}.draft", server.schema()));
        let held = server.connect(&Arc::default())?;
        // Not the lock of the schema itself, which is held while its tables are made.
        let name = format!("the draft {}", draft.schema());
        let taken = held.query("SELECT pg_try_advisory_lock(?1, hashtext(?2))", &(LOCK, &name).values()?)?;
        if taken.first().is_none_or(|row| !row.get::<_, bool>(0)) {
            return Ok(None);
        }
        draft.client()?.batch_execute(&drop_of(&draft)).map_err(of_postgres)?;
        Ok(Some(Self { server: draft, held }))
    }

    pub fn server(&self) -> &Server {
        &self.server
    }
}

fn drop_of(server: &Server) -> String {
    format!("DROP SCHEMA IF EXISTS \"{}\" CASCADE", server.schema())
}

fn apply(client: &mut Client, known: &[Migration]) -> Result<(), StoreError> {
    let mut known: Vec<_> = known.iter().collect();
    known.sort();
    let mut transaction = client.transaction().map_err(of_postgres)?;
    transaction.batch_execute(HISTORY).map_err(of_postgres)?;
    let sql = "SELECT version, name, checksum FROM refinery_schema_history ORDER BY version";
    let rows = transaction.query(sql, &[]).map_err(of_postgres)?;
    let note = |row: &postgres::Row| Note {
        version: row.get::<_, i32>(0).into(),
        name: row.get(1),
        checksum: row.get(2),
    };
    let notes: Vec<_> = rows.iter().map(note).collect();
    for migration in missing(&notes, &known).map_err(migrate::told)? {
        transaction.batch_execute(migration.sql().unwrap_or_default()).map_err(|error| {
            let why = told_of(&error);
            StoreError::Open(format!(
                "the database could not be brought up to date and was left as it is: migration {migration}: {why}"
            ))
        })?;
        let sql = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
                   VALUES ($1, $2, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), $3)";
        let (version, checksum) = (migration.version(), migration.checksum().to_string());
        transaction.execute(sql, &[&version, &migration.name(), &checksum]).map_err(of_postgres)?;
    }
    transaction.commit().map_err(of_postgres)
}
