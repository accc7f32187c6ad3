//! What logged-on citizens do with their own NemID: one way for all of it, and one name for every refusal.

pub mod block;
pub mod cards;
pub mod carriers;
pub mod certificate;
pub mod credentials;
pub mod details;
pub mod ending;
pub mod event_log;
pub mod keyed;
pub mod overview;
pub mod renewal;
pub mod sessions;
pub mod terms;
pub mod token;
pub mod voice;

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::app::{Act, App, CaseError, Origin, refused};
use crate::outside::keys::tokens::Token;
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};
use rules::actor::Actor;
use rules::blocking::{BlockingRefusal, StopRefusal};
use rules::cards::CardRefusal;
use rules::carriers::CarrierRefusal;
use rules::certificates::CertificateRefusal;
use rules::changes::ChangeRefusal;
use rules::limits::TooOften;
use rules::nemid::{Event, NemId};
use rules::order::OrderRefusal;
use rules::passwords::PasswordRefusal;
use rules::words::NemIdNumber;
use rules::{Refusal, passwords};

/// Why a citizen's change of their own NemID is refused.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum OwnRefusal {
    /// The NemID or its password can no longer be used: the session is over (DOMAIN 3).
    #[error(transparent)]
    NotUsable(#[from] PasswordRefusal),
    /// Password, user id, contact data, recording.
    #[error(transparent)]
    Change(#[from] ChangeRefusal),
    #[error(transparent)]
    Card(#[from] CardRefusal),
    #[error(transparent)]
    Carrier(#[from] CarrierRefusal),
    #[error(transparent)]
    Certificate(#[from] CertificateRefusal),
    #[error(transparent)]
    Order(#[from] OrderRefusal),
    #[error(transparent)]
    Blocking(#[from] BlockingRefusal),
    /// The block of some carriers in one go.
    #[error(transparent)]
    Stop(#[from] StopRefusal),
    /// Too often today.
    #[error(transparent)]
    TooOften(#[from] TooOften),
}

impl Refusal for OwnRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotUsable(refusal) => refusal.code(),
            Self::Change(refusal) => refusal.code(),
            Self::Card(refusal) => refusal.code(),
            Self::Carrier(refusal) => refusal.code(),
            Self::Certificate(refusal) => refusal.code(),
            Self::Order(refusal) => refusal.code(),
            Self::Blocking(refusal) => refusal.code(),
            Self::Stop(refusal) => refusal.code(),
            Self::TooOften(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::NotUsable(refusal) => refusal.until(),
            Self::Change(refusal) => refusal.until(),
            Self::Blocking(refusal) => refusal.until(),
            Self::Stop(refusal) => refusal.until(),
            Self::Card(_) | Self::Carrier(_) | Self::Certificate(_) | Self::Order(_) | Self::TooOften(_) => {
                None
            }
        }
    }

    fn is_for_too_many(&self) -> bool {
        matches!(self, Self::TooOften(_))
    }
}

/// How such a change fails.
pub type OwnError = CaseError<OwnRefusal>;

/// The citizen's NemID, and the one-use token of the form: sent twice, it does nothing twice.
#[derive(Clone, Debug)]
pub struct Own {
    pub nemid: NemIdNumber,
    /// The request, with its session.
    pub origin: Origin,
    /// The form's token, where doing it twice would have two effects.
    pub once: Option<Token>,
}

/// Lets a rule decide about the citizen's own NemID and records its events. Returns `None` when the same form
/// has done it before.
pub(crate) async fn change(
    app: &App,
    own: Own,
    decide: impl Fn(&Act<'_>, &NemId) -> Result<Vec<Event>, OwnError> + Send + 'static,
) -> Result<Option<NemId>, OwnError> {
    change_and(app, own, decide, |_, _| Ok(())).await
}

/// Works like [`change`], and writes in the same transaction what has to follow; `then` gets the NemID after
/// the events.
pub(crate) async fn change_and(
    app: &App,
    own: Own,
    decide: impl Fn(&Act<'_>, &NemId) -> Result<Vec<Event>, OwnError> + Send + 'static,
    then: impl Fn(&Act<'_>, &NemId) -> Result<(), StoreError> + Send + 'static,
) -> Result<Option<NemId>, OwnError> {
    let origin = own.origin.clone();
    app.act(&origin, Actor::Citizen, move |act| {
        if !act.spend(own.once.as_ref())? {
            return Ok(None);
        }
        let nemid = act.nemid(own.nemid)?;
        passwords::holder_may_change(&nemid, &act.stamp).map_err(refused::<OwnRefusal>)?;
        let after = act.record(&nemid, &decide(act, &nemid)?)?;
        then(act, &after)?;
        Ok(Some(after))
    })
    .await
}

/// The NemID of a session; every session has one.
pub(crate) fn mine(tx: &Tx<'_>, number: NemIdNumber) -> Result<NemId, StoreError> {
    tx.nemid(number)?.ok_or(StoreError::RowsMet { table: "nemids", met: 0 })
}

/// The holder in the CPR register; every NemID has one.
pub(crate) fn holder(tx: &Tx<'_>, nemid: &NemId) -> Result<Citizen, StoreError> {
    tx.citizen(nemid.holder)?.ok_or(StoreError::RowsMet { table: "citizens", met: 0 })
}
