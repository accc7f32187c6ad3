//! A short call to the hotline by a person of the world: it blocks password or cards, and sends a temporary
//! password, as for anybody who blocks (Rules 3.5.2, D22). The caller's answers are checked like an anonymous
//! block's.

use thiserror::Error;

use crate::cases::app::{App, CaseError, Origin, refused};
use crate::cases::enrolment::pin_letters;
use crate::outside::hashing::hasher::HashError;
use rules::actor::{Actor, Channel};
use rules::blocking::{BlockingRefusal, What};
use rules::carriers::CarrierRefusal;
use rules::carriers::voice;
use rules::carriers::voice::Ordered;
use rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use rules::words::{CprNumber, Mobile, NemIdNumber};
use rules::{Refusal, blocking};

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
    /// The caller has no such NemID.
    #[error("no such NemID")]
    NotThere,
    /// Voice response can't be ordered (D38).
    #[error(transparent)]
    Carrier(#[from] CarrierRefusal),
    #[error(transparent)]
    Blocking(#[from] BlockingRefusal),
}

impl Refusal for CallRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "nothing-found",
            Self::Carrier(refusal) => refusal.code(),
            Self::Blocking(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::NotThere | Self::Carrier(_) => None,
            Self::Blocking(refusal) => refusal.until(),
        }
    }
}

/// A person calls about their NemID.
pub async fn call(
    app: &App,
    caller: CprNumber,
    number: NemIdNumber,
    about: Call,
) -> Result<(), CaseError<CallRefusal>> {
    let origin = Origin::inside(Channel::Telephone);
    let (what, draft) = match about {
        Call::Password => {
            let password = Some(PasswordBlockReason::KnownByOthers);
            // Where too many passwords wait to be hashed, it is blocked all the same (Rules 3.5.2).
            let draft = match pin_letters::draft(app, &origin).await {
                Ok(draft) => Some(draft),
                Err(HashError::Busy) => None,
                Err(error) => return Err(error.into()),
            };
            (What { password, ..What::default() }, draft)
        }
        Call::Cards => (What { cards: Some(CardBlockReason::Lost), ..What::default() }, None),
    };
    app.act(&origin, Actor::Hotline, move |act| {
        let theirs = act.tx.nemid(number)?.filter(|nemid| nemid.holder == caller);
        let nemid = theirs.ok_or_else(|| refused(CallRefusal::NotThere))?;
        let new = draft.as_ref().map(|draft| &draft.new);
        let events = blocking::at_once(&nemid, what, new, &act.stamp).map_err(refused::<CallRefusal>)?;
        let after = act.record(&nemid, &events)?;
        if let Some(draft) = &draft {
            pin_letters::send_if_issued(act, &after, draft)?;
        }
        Ok(())
    })
    .await
}

/// A person orders that keys are read out on a telephone (Rules 3.9). The hotline sees nobody, so a letter to the registered
/// address comes first (D38).
///
/// # Errors
/// [`CallRefusal`] when the caller has no such NemID, or as [`voice::order`] says.
pub async fn order_voice(
    app: &App,
    caller: CprNumber,
    number: NemIdNumber,
    telephone: Mobile,
) -> Result<(), CaseError<CallRefusal>> {
    let line = app.drawn_line();
    app.act(&Origin::inside(Channel::Telephone), Actor::Hotline, move |act| {
        let theirs = act.tx.nemid(number)?.filter(|nemid| nemid.holder == caller);
        let nemid = theirs.ok_or_else(|| refused(CallRefusal::NotThere))?;
        let events = voice::order(&nemid, line, telephone, Ordered::ByLetter, &act.stamp);
        act.record(&nemid, &events.map_err(refused::<CallRefusal>)?)?;
        Ok(())
    })
    .await
}
