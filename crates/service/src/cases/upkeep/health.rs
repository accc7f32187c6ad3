//! How the service is: what waits in the outbox, when the last daily round was, who is logged on, how large it is.

use jiff::Timestamp;

use crate::cases::app::App;
use crate::store::StoreError;
pub use crate::store::outbox::{OutboxState, Undelivered};
use rules::sessions::IDLE;

/// How many troubled messages are shown.
const SHOWN: u32 = 50;

/// How the service is.
#[derive(Clone, Debug)]
pub struct Health {
    pub outbox: OutboxState,
    /// The messages that did not leave at once, or perhaps more than once.
    pub troubled: Vec<Undelivered>,
    /// Up to when time has been lived through: the last daily round.
    pub last_round: Option<Timestamp>,
    /// The sessions in use, by audience.
    pub sessions: Vec<(String, u32)>,
    /// The size of the database, in bytes.
    pub database: u64,
    /// The simulated instant.
    pub now: Timestamp,
    /// The real instant, by which messages are tried again.
    pub real_now: Timestamp,
}

/// Looks at all of it.
pub async fn of(app: &App) -> Result<Health, StoreError> {
    let (now, real_now) = (app.now(), app.real_now());
    let since = real_now.checked_sub(IDLE).unwrap_or(Timestamp::MIN);
    app.read(move |tx| {
        Ok(Health {
            outbox: tx.outbox_state()?,
            troubled: tx.troubled(SHOWN)?,
            last_round: tx.last_round()?,
            sessions: tx.open_sessions(since)?,
            database: tx.database_size()?,
            now,
            real_now,
        })
    })
    .await
}
