//! What a citizen does with a carrier of their own in a session, with a key (D36, D38): the question that the session asks, and
//! what becomes of it.

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::access::key_question;
use crate::cases::access::log_on::{InProgress, in_progress};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, RealTime, refused};
use crate::store::Tx;
use crate::store::log_ons::LogOn;
use rules::Refusal;
use rules::carriers::CarrierRefusal;
use rules::keys::{KeyOutcome, KeyRefusal};
use rules::nemid::{Event, NemId, Purpose};

/// Why nothing becomes of a carrier.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CarrierKeyRefusal {
    /// The rules say no.
    #[error(transparent)]
    Rules(#[from] CarrierRefusal),
    /// The key, or that nothing is asked any more.
    #[error(transparent)]
    Key(#[from] LogOnRefusal),
}

impl Refusal for CarrierKeyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Rules(refusal) => refusal.code(),
            Self::Key(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Rules(refusal) => refusal.until(),
            Self::Key(refusal) => refusal.until(),
        }
    }

    fn tries_left(&self) -> Option<u8> {
        match self {
            Self::Rules(refusal) => refusal.tries_left(),
            Self::Key(refusal) => refusal.tries_left(),
        }
    }

    fn is_for_too_many(&self) -> bool {
        match self {
            Self::Rules(refusal) => refusal.is_for_too_many(),
            Self::Key(refusal) => refusal.is_for_too_many(),
        }
    }
}

pub(super) type CarrierKeyError = CaseError<CarrierKeyRefusal>;

/// What the rules decide about a key that was typed.
pub(super) type Decided = Result<(Vec<Event>, KeyOutcome), CarrierRefusal>;

pub(super) fn of_key(error: CaseError<KeyRefusal>) -> CarrierKeyError {
    error.map(|refusal| CarrierKeyRefusal::Key(refusal.into()))
}

/// Nothing is asked, or not any more.
pub(super) fn run_out() -> CarrierKeyError {
    CaseError::Refused(LogOnRefusal::RunOut.into())
}

/// The hash under which the session's question for a purpose is stored.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] without a session.
pub(super) fn question_of(
    app: &App,
    origin: &Origin,
    purpose: &Purpose,
) -> Result<[u8; 32], CarrierKeyError> {
    key_question::of_session(app, origin, purpose).ok_or_else(run_out)
}

/// The question that is asked and the NemID that it is about.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] when nothing is asked, or the question is older than five minutes (D11).
pub(super) fn asked(tx: &Tx<'_>, hash: &[u8; 32], real: RealTime) -> Result<InProgress, CarrierKeyError> {
    in_progress(tx, hash, real).map_err(|error| error.map(CarrierKeyRefusal::from))
}

/// Records what was decided about a key, and ends the question or asks another one. `drawn` is any random number.
///
/// # Errors
/// What the rules refused.
pub(super) fn settle(
    act: &Act<'_>,
    log_on: &LogOn,
    nemid: &NemId,
    decided: Decided,
    drawn: u32,
) -> Result<Attempt<(), CarrierKeyRefusal>, CarrierKeyError> {
    let (events, outcome) = match decided {
        // The key was answered elsewhere meanwhile: another one is asked for.
        Err(CarrierRefusal::Key(KeyRefusal::AskedAnew)) => {
            let anew = key_question::ask_anew(act, log_on, nemid, drawn).map_err(of_key)?;
            return Ok(Attempt::Refused(anew.into()));
        }
        decided => decided.map_err(refused::<CarrierKeyRefusal>)?,
    };
    act.record(nemid, &events)?;
    Ok(match key_question::answered(act.tx, outcome, &log_on.token)? {
        None => Attempt::Done(()),
        Some(refusal) => Attempt::Refused(refusal.into()),
    })
}
