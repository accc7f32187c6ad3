//! The connections to PostgreSQL that a process keeps.

use deadpool::Runtime;
use deadpool::managed::{Manager, Metrics, Pool, RecycleError, RecycleResult};
use deadpool_sync::SyncWrapper;

use crate::store::StoreError;
use crate::store::engine::server::Server;
use crate::store::engine::session::Session;

/// How many connections a process keeps at most. More of them only lose more races.
const MOST: usize = 8;

/// Makes connections and throws away those that are of no use any more.
#[derive(Debug)]
pub struct Sessions {
    server: Server,
}

/// The connections of a process.
pub fn pool(server: &Server) -> Result<Pool<Sessions>, StoreError> {
    Pool::builder(Sessions { server: server.clone() })
        .max_size(MOST)
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(|error| StoreError::Open(error.to_string()))
}

impl Manager for Sessions {
    type Type = SyncWrapper<Session>;
    type Error = StoreError;

    async fn create(&self) -> Result<Self::Type, StoreError> {
        let server = self.server.clone();
        SyncWrapper::new(Runtime::Tokio1, move || server.connect()).await
    }

    async fn recycle(&self, session: &mut Self::Type, _: &Metrics) -> RecycleResult<StoreError> {
        match session.try_lock() {
            Ok(session) if session.is_usable() => Ok(()),
            _ => Err(RecycleError::message("the connection is of no use any more")),
        }
    }
}
