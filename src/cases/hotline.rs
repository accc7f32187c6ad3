//! A call to the hotline, day and night: it blocks password or cards of whoever calls (Rules 3.5.2, D22).

use std::sync::Arc;

use thiserror::Error;

use super::house::{House, Origin, Trouble, refused};
use crate::rules::Refusal;
use crate::rules::actor::{Actor, Channel};
use crate::rules::cards::{self, CardRefusal};
use crate::rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use crate::rules::passwords::{self, PasswordRefusal};
use crate::rules::words::NemIdNumber;

/// What the caller wants blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// The password, which others may know.
    Password,
    /// All cards, because they are lost.
    Cards,
}

/// Why nothing is blocked.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CallRefusal {
    /// There is no such NemID.
    #[error("no such NemID")]
    NotThere,
    /// The password.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// The cards.
    #[error(transparent)]
    Cards(#[from] CardRefusal),
}

impl Refusal for CallRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "nothing-found",
            Self::Password(refusal) => refusal.code(),
            Self::Cards(refusal) => refusal.code(),
        }
    }
}

/// Somebody calls about their NemID.
///
/// # Errors
/// Why nothing is blocked.
pub async fn call(house: &Arc<House>, number: NemIdNumber, about: Call) -> Result<(), Trouble<CallRefusal>> {
    let inner = house.clone();
    house
        .store
        .write::<_, Trouble<CallRefusal>, _>(move |tx| {
            let nemid = tx.nemid(number)?.ok_or_else(|| refused(CallRefusal::NotThere))?;
            let origin = Origin::inside(Channel::Telephone);
            let stamp = origin.stamp(inner.now(), Actor::Hotline);
            let events = match about {
                Call::Password => passwords::block(&nemid, PasswordBlockReason::KnownByOthers, &stamp)
                    .map_err(refused::<CallRefusal>)?,
                Call::Cards => {
                    cards::block_all(&nemid, CardBlockReason::Lost, &stamp).map_err(refused::<CallRefusal>)?
                }
            };
            inner.record(tx, &nemid, &events, (&stamp, &origin))?;
            Ok(())
        })
        .await
}
