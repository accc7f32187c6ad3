//! A citizen changes the password: the current one is judged and counted as anywhere else (D2), then the new one
//! takes its place.

use std::sync::Arc;

use thiserror::Error;

use super::house::{House, Trouble};
use super::own::{self, Own};
use crate::rules::actor::Actor;
use crate::rules::nemid::lockout::AfterWrong;
use crate::rules::nemid::{PasswordHash, Use};
use crate::rules::passwords::{self, PasswordRefusal, PasswordVerdict};
use crate::rules::words::{NewPassword, TypedPassword};
use crate::rules::{Refusal, changes};
use crate::store::StoreError;

/// How often a verdict that has gone stale is made again before the visitor is asked to.
const AGAIN: usize = 3;

/// Why the password is not changed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PasswordChangeRefusal {
    /// The current password is wrong; so many more before the lock or the block.
    #[error("wrong password")]
    Wrong {
        /// Tries left.
        left: u8,
    },
    /// It is locked or blocked, perhaps by this very try: the session is over.
    #[error(transparent)]
    NotUsable(#[from] PasswordRefusal),
    /// This was the fifth wrong one after a lock: the password is blocked and the session over.
    #[error("password blocked")]
    Blocked,
}

impl Refusal for PasswordChangeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong { .. } => "wrong-password",
            Self::NotUsable(refusal) => refusal.code(),
            Self::Blocked => "password-blocked",
        }
    }

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::NotUsable(refusal) => refusal.until(),
            Self::Wrong { .. } | Self::Blocked => None,
        }
    }
}

impl From<AfterWrong> for PasswordChangeRefusal {
    fn from(after: AfterWrong) -> Self {
        match after {
            AfterWrong::TryAgain { left } => Self::Wrong { left },
            AfterWrong::Locked { until } => Self::NotUsable(PasswordRefusal::Locked { until }),
            AfterWrong::Blocked => Self::Blocked,
        }
    }
}

type PasswordTrouble = Trouble<PasswordChangeRefusal>;

/// How one attempt ended behind the door.
enum Attempt {
    Done,
    Refused(PasswordChangeRefusal),
    /// The password changed while it was verified.
    Stale,
}

/// Changes the password of a session's NemID.
///
/// # Errors
/// Why not.
pub async fn password(
    house: &Arc<House>,
    own: Own,
    current: &TypedPassword,
    new: NewPassword,
) -> Result<(), PasswordTrouble> {
    let new = new.into_typed();
    for _ in 0..AGAIN {
        let number = own.nemid;
        let nemid = house.store.read::<_, StoreError, _>(move |tx| own::mine(tx, number)).await?;
        let verdict = match passwords::may_be_typed(&nemid, house.now()) {
            Ok(()) => house.verdict(current.reveal(), nemid.password.hash(), own.origin.source()).await?,
            Err(_) => None,
        };
        let hash = match &verdict {
            Some(verdict) if verdict.right => house.hasher.hash(new.reveal(), own.origin.source()).await?,
            _ => PasswordHash::default(),
        };
        match attempt(house, own.clone(), verdict, hash).await? {
            Attempt::Done => return Ok(()),
            Attempt::Refused(refusal) => return Err(Trouble::Refused(refusal)),
            Attempt::Stale => {}
        }
    }
    Err(Trouble::Busy)
}

/// Judges behind the door. A form that has done it before is done: its password is not the current one any more.
async fn attempt(
    house: &Arc<House>,
    own: Own,
    verdict: Option<PasswordVerdict>,
    new: PasswordHash,
) -> Result<Attempt, PasswordTrouble> {
    let inner = house.clone();
    house
        .store
        .write::<_, PasswordTrouble, _>(move |tx| {
            let once = own.once.as_ref().map(|once| inner.token_hash(once));
            if once.map_or(Ok(false), |once| tx.is_spent(&once))? {
                return Ok(Attempt::Done);
            }
            let nemid = own::mine(tx, own.nemid)?;
            let visitor = own.origin.stamp(inner.now(), Actor::Visitor);
            if let Err(refusal) = passwords::may_be_typed(&nemid, visitor.at) {
                let events: Vec<_> =
                    passwords::turned_away(refusal, &Use::PasswordChange).into_iter().collect();
                inner.record(tx, &nemid, &events, (&visitor, &own.origin))?;
                return Ok(Attempt::Refused(refusal.into()));
            }
            let Some(verdict) = verdict else { return Ok(Attempt::Stale) };
            let judged = match changes::password(&nemid, &verdict, &new, &visitor) {
                Ok(judged) => judged,
                Err(PasswordRefusal::Stale) => return Ok(Attempt::Stale),
                Err(refusal) => return Ok(Attempt::Refused(refusal.into())),
            };
            if let Some(wrong) = judged.wrong {
                inner.record(tx, &nemid, &judged.events, (&visitor, &own.origin))?;
                return Ok(Attempt::Refused(wrong.into()));
            }
            own::spend(tx, &inner, own.once.as_ref())?;
            let citizen = visitor.by(Actor::Citizen);
            inner.record(tx, &nemid, &judged.events, (&citizen, &own.origin))?;
            Ok(Attempt::Done)
        })
        .await
}
