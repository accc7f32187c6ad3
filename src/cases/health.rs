//! How the service is: what waits in the outbox, when the last daily round was, who is logged on, how large it is.

use jiff::Timestamp;

use super::house::House;
use crate::rules::sessions::IDLE;
use crate::store::StoreError;
use crate::store::outbox::OutboxState;

/// How the service is.
#[derive(Clone, Debug)]
pub struct Health {
    /// The outbox.
    pub outbox: OutboxState,
    /// Up to when time has been lived through: the last daily round.
    pub last_round: Option<Timestamp>,
    /// The sessions in use, by audience.
    pub sessions: Vec<(String, u32)>,
    /// The size of the database, in bytes.
    pub database: u64,
    /// The simulated instant.
    pub now: Timestamp,
}

/// Looks at all of it.
///
/// # Errors
/// When the database can't be read.
pub async fn of(house: &House) -> Result<Health, StoreError> {
    let since = house.clock.real_now().checked_sub(IDLE).unwrap_or(Timestamp::MIN);
    let now = house.now();
    house
        .store
        .read(move |tx| {
            Ok(Health {
                outbox: tx.outbox_state()?,
                last_round: tx.last_round()?,
                sessions: tx.open_sessions(since)?,
                database: tx.database_size()?,
                now,
            })
        })
        .await
}
