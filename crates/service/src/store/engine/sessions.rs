//! The connections to PostgreSQL that a process keeps.

use std::sync::Arc;
use std::time::Duration;

use deadpool::Runtime;
use deadpool::managed::{Manager, Metrics, Pool, RecycleError, RecycleResult};
use deadpool_sync::SyncWrapper;

use crate::store::StoreError;
use crate::store::engine::reach::Reach;
use crate::store::engine::server::Server;
use crate::store::engine::session::Session;

/// How many connections a process keeps at most. More of them only lose more races.
const MOST: usize = 8;
/// The same for a world besides the first, of which many may be open.
const MOST_BESIDE: usize = 3;
/// How long is waited for one of them before a visitor is asked to come back: all are busy then, or wait for a server.
const WAIT: Duration = Duration::from_secs(10);

/// Makes connections and throws away those that are of no use any more.
#[derive(Debug)]
pub struct Sessions {
    server: Server,
    reach: Arc<Reach>,
}

/// The connections of a process.
pub fn pool(server: &Server) -> Result<Pool<Sessions>, StoreError> {
    let most = if server.schema() == server.first_schema() { MOST } else { MOST_BESIDE };
    Pool::builder(Sessions { server: server.clone(), reach: Arc::default() })
        .max_size(most)
        .wait_timeout(Some(WAIT))
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(|error| StoreError::Open(error.to_string()))
}

impl Sessions {
    /// Whether the server that writes still works for a connection, by its number.
    pub async fn still_serves(&self, number: u32) -> bool {
        let reach = Arc::clone(&self.reach);
        self.server.apart(move |server| server.serves(&reach, number)).await.unwrap_or_default()
    }
}

impl Manager for Sessions {
    type Type = SyncWrapper<Session>;
    type Error = StoreError;

    async fn create(&self) -> Result<Self::Type, StoreError> {
        let (server, reach) = (self.server.clone(), Arc::clone(&self.reach));
        SyncWrapper::new(Runtime::Tokio1, move || server.connect(&reach)).await
    }

    async fn recycle(&self, session: &mut Self::Type, _: &Metrics) -> RecycleResult<StoreError> {
        match session.try_lock() {
            Ok(session) if session.is_usable() => Ok(()),
            _ => Err(RecycleError::message("the connection is of no use any more")),
        }
    }
}
