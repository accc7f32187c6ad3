//! What a citizen does to the own NemID behind a session: one way for all of it, and one name for every refusal.

use std::sync::Arc;

use jiff::Timestamp;
use thiserror::Error;

use super::house::{House, Origin, Trouble, refused};
use crate::outside::tokens::Token;
use crate::rules::Refusal;
use crate::rules::actor::{Actor, Stamp};
use crate::rules::blocking::BlockingRefusal;
use crate::rules::cards::CardRefusal;
use crate::rules::certificates::CertificateRefusal;
use crate::rules::changes::ChangeRefusal;
use crate::rules::nemid::{Event, NemId};
use crate::rules::order::OrderRefusal;
use crate::rules::passwords::{self, PasswordRefusal};
use crate::rules::words::NemIdNumber;
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};

/// Why a citizen's change of the own NemID is refused.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum OwnRefusal {
    /// The NemID or its password can't be used by now: the session is over (DOMAIN 3).
    #[error(transparent)]
    NotUsable(#[from] PasswordRefusal),
    /// Password, user id, contact data, recording.
    #[error(transparent)]
    Change(#[from] ChangeRefusal),
    /// A card.
    #[error(transparent)]
    Card(#[from] CardRefusal),
    /// The certificate.
    #[error(transparent)]
    Certificate(#[from] CertificateRefusal),
    /// An order.
    #[error(transparent)]
    Order(#[from] OrderRefusal),
    /// A block.
    #[error(transparent)]
    Blocking(#[from] BlockingRefusal),
}

impl Refusal for OwnRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotUsable(refusal) => refusal.code(),
            Self::Change(refusal) => refusal.code(),
            Self::Card(refusal) => refusal.code(),
            Self::Certificate(refusal) => refusal.code(),
            Self::Order(refusal) => refusal.code(),
            Self::Blocking(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::NotUsable(refusal) => refusal.until(),
            Self::Change(refusal) => refusal.until(),
            Self::Blocking(refusal) => refusal.until(),
            Self::Card(_) | Self::Certificate(_) | Self::Order(_) => None,
        }
    }
}

/// How such a change ends when nothing comes of it.
pub type OwnTrouble = Trouble<OwnRefusal>;

/// Whose NemID, and the one-use token of the form that asked: sent twice, it does nothing twice.
#[derive(Clone, Debug)]
pub struct Own {
    /// The NemID.
    pub nemid: NemIdNumber,
    /// The request, with its session.
    pub origin: Origin,
    /// The form's token, where doing it twice would do two things.
    pub once: Option<Token>,
}

/// Lets a rule decide about the caller's NemID and records what it decides. `None` means that the same form has
/// done it before.
pub(super) async fn change<F>(house: &Arc<House>, own: Own, decide: F) -> Result<Option<NemId>, OwnTrouble>
where
    F: FnOnce(&Tx<'_>, &House, &NemId, &Stamp) -> Result<Vec<Event>, OwnTrouble> + Send + 'static,
{
    change_and(house, own, decide, |_, _, _, _| Ok(())).await
}

/// The same, and writes with it what has to follow; `then` sees the NemID as it was recorded.
pub(super) async fn change_and<F, G>(
    house: &Arc<House>,
    own: Own,
    decide: F,
    then: G,
) -> Result<Option<NemId>, OwnTrouble>
where
    F: FnOnce(&Tx<'_>, &House, &NemId, &Stamp) -> Result<Vec<Event>, OwnTrouble> + Send + 'static,
    G: FnOnce(&Tx<'_>, &House, &NemId, &Stamp) -> Result<(), StoreError> + Send + 'static,
{
    let inner = house.clone();
    house
        .store
        .write::<_, OwnTrouble, _>(move |tx| {
            if !spend(tx, &inner, own.once.as_ref())? {
                return Ok(None);
            }
            let nemid = mine(tx, own.nemid)?;
            let stamp = own.origin.stamp(inner.now(), Actor::Citizen);
            passwords::holder_may_change(&nemid, &stamp).map_err(refused::<OwnRefusal>)?;
            let events = decide(tx, &inner, &nemid, &stamp)?;
            let after = inner.record(tx, &nemid, &events, (&stamp, &own.origin))?;
            then(tx, &inner, &after, &stamp)?;
            Ok(Some(after))
        })
        .await
}

/// Spends a form's token; `false` when it was spent before.
pub(super) fn spend(tx: &Tx<'_>, house: &House, once: Option<&Token>) -> Result<bool, StoreError> {
    once.map_or(Ok(true), |once| tx.spend(&house.token_hash(once), house.clock.real_now()))
}

/// The NemID of a session; without it there can be no session.
pub(super) fn mine(tx: &Tx<'_>, number: NemIdNumber) -> Result<NemId, StoreError> {
    tx.nemid(number)?.ok_or(StoreError::RowsMet { table: "nemids", met: 0 })
}

/// The holder in the CPR register; no NemID is without one.
pub(super) fn holder(tx: &Tx<'_>, nemid: &NemId) -> Result<Citizen, StoreError> {
    tx.citizen(nemid.holder)?.ok_or(StoreError::RowsMet { table: "citizens", met: 0 })
}
