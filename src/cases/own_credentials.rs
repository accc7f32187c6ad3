//! What a citizen logs on with, password and user id, is changed only with the current password typed anew. It is
//! judged and counted as anywhere else (D2).

use std::sync::Arc;

use thiserror::Error;

use super::house::{House, Trouble};
use super::own::{self, Own};
use crate::rules::Refusal;
use crate::rules::actor::{Actor, Stamp};
use crate::rules::changes::{self, ChangeRefusal, ChosenUserId};
use crate::rules::nemid::lockout::AfterWrong;
use crate::rules::nemid::{NemId, Use};
use crate::rules::passwords::{self, PasswordJudged, PasswordRefusal, PasswordVerdict};
use crate::rules::words::{NewPassword, TypedPassword, UserId};
use crate::store::{StoreError, Tx};

/// How often a verdict that has gone stale is made again before the visitor is asked to.
const AGAIN: usize = 3;

/// Why password or user id are not changed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CredentialRefusal {
    /// The current password is wrong; so many more before the lock or the block.
    #[error("wrong password")]
    Wrong {
        /// Tries left.
        left: u8,
    },
    /// It is locked or blocked, perhaps by this very try: the session is over.
    #[error(transparent)]
    NotUsable(PasswordRefusal),
    /// This was the fifth wrong one after a lock: the password is blocked and the session over.
    #[error("password blocked")]
    Blocked,
    /// What is to come instead can't be had.
    #[error(transparent)]
    Change(ChangeRefusal),
}

impl Refusal for CredentialRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong { .. } => "wrong-password",
            Self::NotUsable(refusal) => refusal.code(),
            Self::Blocked => "password-blocked",
            Self::Change(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::NotUsable(refusal) => refusal.until(),
            Self::Change(refusal) => refusal.until(),
            Self::Wrong { .. } | Self::Blocked => None,
        }
    }
}

impl From<AfterWrong> for CredentialRefusal {
    fn from(after: AfterWrong) -> Self {
        match after {
            AfterWrong::TryAgain { left } => Self::Wrong { left },
            AfterWrong::Locked { until } => Self::NotUsable(PasswordRefusal::Locked { until }),
            AfterWrong::Blocked => Self::Blocked,
        }
    }
}

impl From<ChangeRefusal> for CredentialRefusal {
    fn from(refusal: ChangeRefusal) -> Self {
        match refusal {
            ChangeRefusal::NotUsable(refusal) => Self::NotUsable(refusal),
            other => Self::Change(other),
        }
    }
}

type CredentialTrouble = Trouble<CredentialRefusal>;

/// How one attempt ended behind the door.
enum Attempt {
    Done,
    Refused(CredentialRefusal),
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
) -> Result<(), CredentialTrouble> {
    let hash = house.hasher.hash(new.into_typed().reveal(), own.origin.source()).await?;
    change(house, own, (current, Use::PasswordChange), move |_, nemid, verdict, stamp| {
        Ok(changes::password(nemid, verdict, &hash, stamp).map_err(ChangeRefusal::from))
    })
    .await
}

/// Chooses, changes or drops the user id, and switches the CPR number on or off as one (D9). Only here, where the
/// password is typed, can be seen that it holds the user id (D8).
///
/// # Errors
/// Why not.
pub async fn user_id(
    house: &Arc<House>,
    own: Own,
    current: &TypedPassword,
    (to, cpr_log_on): (Option<UserId>, bool),
) -> Result<(), CredentialTrouble> {
    let in_password = to.as_ref().is_some_and(|to| current.holds(to));
    change(house, own, (current, Use::UserIdChange), move |tx, nemid, verdict, stamp| {
        let taken = to.as_ref().map_or(Ok(false), |to| tx.user_id_taken(to, nemid.number))?;
        let to = to.as_ref().map(|id| ChosenUserId { id, taken, in_password });
        Ok(changes::user_id(nemid, verdict, (to, cpr_log_on), stamp))
    })
    .await
}

/// Verifies the typed password and lets a rule judge it and decide about the change.
async fn change<F>(
    house: &Arc<House>,
    own: Own,
    (typed, r#use): (&TypedPassword, Use),
    decide: F,
) -> Result<(), CredentialTrouble>
where
    F: Fn(
            &Tx<'_>,
            &NemId,
            &PasswordVerdict,
            &Stamp,
        ) -> Result<Result<PasswordJudged, ChangeRefusal>, StoreError>
        + Clone
        + Send
        + 'static,
{
    for _ in 0..AGAIN {
        let number = own.nemid;
        let nemid = house.store.read::<_, StoreError, _>(move |tx| own::mine(tx, number)).await?;
        let verdict = match passwords::may_be_typed(&nemid, house.now()) {
            Ok(()) => house.verdict(typed.reveal(), nemid.password.hash(), own.origin.source()).await?,
            Err(_) => None,
        };
        let (inner, own, r#use, decide) = (house.clone(), own.clone(), r#use.clone(), decide.clone());
        let attempted = house
            .store
            .write::<_, CredentialTrouble, _>(move |tx| {
                attempt(tx, &inner, &own, (verdict.as_ref(), &r#use), decide)
            })
            .await?;
        match attempted {
            Attempt::Done => return Ok(()),
            Attempt::Refused(refusal) => return Err(Trouble::Refused(refusal)),
            Attempt::Stale => {}
        }
    }
    Err(Trouble::Busy)
}

/// Judges behind the door. A form that has done it before is done: its password may not be the current one any more.
fn attempt(
    tx: &Tx<'_>,
    house: &House,
    own: &Own,
    (verdict, r#use): (Option<&PasswordVerdict>, &Use),
    decide: impl Fn(
        &Tx<'_>,
        &NemId,
        &PasswordVerdict,
        &Stamp,
    ) -> Result<Result<PasswordJudged, ChangeRefusal>, StoreError>,
) -> Result<Attempt, CredentialTrouble> {
    let once = own.once.as_ref().map(|once| house.token_hash(once));
    if once.map_or(Ok(false), |once| tx.is_spent(&once))? {
        return Ok(Attempt::Done);
    }
    let nemid = own::mine(tx, own.nemid)?;
    let visitor = own.origin.stamp(house.now(), Actor::Visitor);
    if let Err(refusal) = passwords::may_be_typed(&nemid, visitor.at) {
        let events: Vec<_> = passwords::turned_away(refusal, r#use).into_iter().collect();
        house.record(tx, &nemid, &events, (&visitor, &own.origin))?;
        return Ok(Attempt::Refused(CredentialRefusal::NotUsable(refusal)));
    }
    let Some(verdict) = verdict else { return Ok(Attempt::Stale) };
    let judged = match decide(tx, &nemid, verdict, &visitor)? {
        Ok(judged) => judged,
        Err(ChangeRefusal::NotUsable(PasswordRefusal::Stale)) => return Ok(Attempt::Stale),
        Err(refusal) => return Ok(Attempt::Refused(refusal.into())),
    };
    if let Some(wrong) = judged.wrong {
        house.record(tx, &nemid, &judged.events, (&visitor, &own.origin))?;
        return Ok(Attempt::Refused(wrong.into()));
    }
    own::spend(tx, house, own.once.as_ref())?;
    let citizen = visitor.by(Actor::Citizen);
    house.record(tx, &nemid, &judged.events, (&citizen, &own.origin))?;
    Ok(Attempt::Done)
}
