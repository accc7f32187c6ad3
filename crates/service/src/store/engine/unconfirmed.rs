//! What a server warns of while it saves: that no standby server has confirmed it.

use std::sync::{Arc, Mutex, PoisonError};

use postgres::Config;
use postgres::error::DbError;

/// The part of the server that waits for standby servers. Messages may be in another language.
const WAITER: &str = "SyncRepWaitForLSN";
/// The same in the message of a server that does not name the part.
const WAIT: &str = "wait for synchronous replication";

/// Whether the server of a connection has given up waiting for its standby servers: what it has saved then is lost if another
/// one takes over.
#[derive(Clone, Default)]
pub struct Unconfirmed(Arc<Mutex<Option<String>>>);

impl Unconfirmed {
    /// Notes it of the connection that is made by a configuration.
    pub fn listen(&self, config: &mut Config) {
        let heard = self.clone();
        config.notice_callback(move |said| heard.hear(&said));
    }

    /// What was said since it was asked last.
    pub fn take(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn hear(&self, said: &DbError) {
        if said.routine() == Some(WAITER) || said.message().contains(WAIT) {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(said.message().to_owned());
        }
    }
}
