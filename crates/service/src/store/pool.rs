//! The connections to a database that a process keeps, and the threads on which they are used.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use deadpool::managed;
use deadpool_sqlite::HookError;
use tokio::sync::{RwLock, oneshot};
use tokio::time::timeout;

use crate::store::StoreError;
use crate::store::connection::Connection;
use crate::store::engine::activity::Activity;
use crate::store::engine::sessions::Sessions;
use crate::store::error::of_sqlite;

/// After how long without an answer it is looked whether the server still works for a connection.
const SILENCE: Duration = Duration::from_secs(15);

/// The connections to a database.
#[derive(Clone)]
pub(super) enum Connections {
    /// To a file: a few that read, and one that writes.
    Sqlite { readers: deadpool_sqlite::Pool, writer: deadpool_sqlite::Pool },
    /// To a server.
    Postgres {
        pool: managed::Pool<Sessions>,
        /// Held by every change, and alone by one after which something is done before the next.
        turn: Arc<RwLock<()>>,
    },
}

impl Connections {
    /// Those that read.
    pub fn readers(&self) -> Pool<'_> {
        match self {
            Self::Sqlite { readers, .. } => Pool::Sqlite(readers),
            Self::Postgres { pool, .. } => Pool::Postgres { pool, turn: Turn::None },
        }
    }

    /// Those that change something.
    pub fn writers(&self) -> Pool<'_> {
        match self {
            Self::Sqlite { writer, .. } => Pool::Sqlite(writer),
            Self::Postgres { pool, turn } => Pool::Postgres { pool, turn: Turn::WithOthers(turn) },
        }
    }

    /// One that changes something while nobody else of this process does.
    pub fn lone_writer(&self) -> Pool<'_> {
        match self {
            Self::Sqlite { writer, .. } => Pool::Sqlite(writer),
            Self::Postgres { pool, turn } => Pool::Postgres { pool, turn: Turn::Alone(turn) },
        }
    }
}

/// The connections that a job takes one of.
pub(super) enum Pool<'p> {
    /// Only one of these writes.
    Sqlite(&'p deadpool_sqlite::Pool),
    Postgres {
        pool: &'p managed::Pool<Sessions>,
        turn: Turn<'p>,
    },
}

/// Who else of this process may change something meanwhile.
pub(super) enum Turn<'p> {
    /// The job changes nothing.
    None,
    WithOthers(&'p RwLock<()>),
    Alone(&'p RwLock<()>),
}

/// A job for a connection, on a thread where waiting for the disk blocks nothing else.
type Job = Box<dyn FnOnce(&mut Connection<'_>) + Send>;

/// Does something on a connection, and then with what came of it, before the connection is anybody else's.
pub(super) async fn run<T, E, F, A>(pool: Pool<'_>, act: F, after: A) -> Result<T, E>
where
    F: FnOnce(&mut Connection<'_>) -> Result<T, E> + Send + 'static,
    A: FnOnce(&T) + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (tell, told) = oneshot::channel();
    let job = move |connection: &mut Connection<'_>| {
        let result = act(connection);
        result.as_ref().ok().map(after);
        // The caller may be gone; the change is made all the same.
        let _ = tell.send(result);
    };
    // Apart, so that it makes no page's work larger.
    Box::pin(interact(pool, Box::new(job))).await?;
    told.await.map_err(|error| StoreError::Connection(error.to_string()))?
}

/// The job is boxed, so that the way to the thread and back is built once and not for each of the questions and changes.
async fn interact(pool: Pool<'_>, job: Job) -> Result<(), StoreError> {
    match pool {
        Pool::Sqlite(pool) => {
            let connection = pool.get().await.map_err(no_connection)?;
            let done = connection.interact(|connection| job(&mut Connection::Sqlite(connection))).await;
            done.map_err(|error| StoreError::Connection(error.to_string()))
        }
        Pool::Postgres { pool, turn: Turn::None } => on_session(pool, job).await,
        Pool::Postgres { pool, turn: Turn::WithOthers(turn) } => {
            let _turn = turn.read().await;
            on_session(pool, job).await
        }
        Pool::Postgres { pool, turn: Turn::Alone(turn) } => {
            let _turn = turn.write().await;
            on_session(pool, job).await
        }
    }
}

async fn on_session(pool: &managed::Pool<Sessions>, job: Job) -> Result<(), StoreError> {
    let session = pool.get().await.map_err(|error| match error {
        managed::PoolError::Backend(error) => error,
        managed::PoolError::Timeout(_) => StoreError::Away("all connections are in use".into()),
        other => StoreError::Connection(other.to_string()),
    })?;
    let (tell, mut told) = oneshot::channel();
    let mut done = pin!(session.interact(move |session| {
        // The caller may be gone; the job is done all the same.
        let _ = tell.send(session.activity());
        job(&mut Connection::Postgres(session));
    }));
    let mut activity = None;
    loop {
        if let Ok(done) = timeout(SILENCE, &mut done).await {
            return done.map_err(|error| StoreError::Connection(error.to_string()));
        }
        activity = activity.or_else(|| told.try_recv().ok());
        let Some(activity) = activity.as_ref().filter(|at: &&Activity| at.is_silent_for(SILENCE)) else {
            continue;
        };
        // Something that takes its time is waited for. The thread of what is given up ends when the system gives up
        // the connection, and the pool makes another one in its place.
        let works = pool.manager().still_serves(activity.number()).await;
        if !works && activity.is_silent_for(SILENCE) {
            return Err(activity.give_up());
        }
    }
}

fn no_connection(error: deadpool_sqlite::PoolError) -> StoreError {
    match error {
        managed::PoolError::Backend(error)
        | managed::PoolError::PostCreateHook(HookError::Backend(error)) => of_sqlite(error),
        other => StoreError::Connection(other.to_string()),
    }
}
