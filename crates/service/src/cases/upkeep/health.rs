//! The state of the service: the outbox, the last nightly round, the sessions, reached limits and the size of the database.

use jiff::Timestamp;

use crate::cases::app::App;
use crate::store::StoreError;
pub use crate::store::outbox::{OutboxState, Undelivered};
pub use crate::store::refusals::ReachedInHour;

/// The number of undelivered messages, and of hours with reached limits, that are shown.
const SHOWN: u32 = 50;

/// The state of the service.
#[derive(Clone, Debug)]
pub struct Health {
    pub outbox: OutboxState,
    /// The messages that did not leave at once, or perhaps more than once.
    pub troubled: Vec<Undelivered>,
    /// The last nightly round.
    pub last_round: Option<Timestamp>,
    /// The sessions in use, by audience.
    pub sessions: Vec<(String, u32)>,
    /// The limits that were reached lately, by the hour.
    pub limits: Vec<ReachedInHour>,
    /// The size of the database, in bytes.
    pub database: u64,
    /// The simulated instant.
    pub now: Timestamp,
    /// The real instant, by which messages are tried again.
    pub real_now: Timestamp,
}

/// Reads the state of the service.
pub async fn of(app: &App) -> Result<Health, StoreError> {
    let (now, real_now) = (app.now(), app.real_now());
    let since = real_now.checked_sub(app.lifetimes().idle()).unwrap_or(Timestamp::MIN);
    app.read(move |tx| {
        Ok(Health {
            outbox: tx.outbox_state()?,
            troubled: tx.troubled(SHOWN)?,
            last_round: tx.last_round()?,
            sessions: tx.open_sessions(since)?,
            limits: tx.limits_reached(SHOWN)?,
            database: tx.database_size()?,
            now,
            real_now,
        })
    })
    .await
}
