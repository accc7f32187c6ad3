//! A citizen ends their own NemID: a key is asked for, and the right key ends everything
//! (Rules 3.6, D22).

use thiserror::Error;

use crate::cases::access::key_question::{self, Posed, Typed};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::requests;
use crate::cases::app::{App, Attempt, CaseError, Origin, RealTime};
use crate::cases::own;
use crate::cases::own::Own;
use crate::store::Tx;
use crate::store::log_ons::LogOn;
use rules::actor::Actor;
use rules::ending::EndingRefusal;
use rules::keys::KeyRefusal;
use rules::nemid::Purpose;
use rules::words::CarrierKind;
use rules::{Refusal, carriers, ending};

/// Why the NemID is not ended.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum EndRefusal {
    /// The rules say no.
    #[error(transparent)]
    Rules(#[from] EndingRefusal),
    /// Nothing is asked, or the question is older than five minutes (D11).
    #[error("nothing is asked")]
    RunOut,
    /// A wrong key; the attempts left before the card is blocked.
    #[error("wrong key")]
    Wrong { left: u8 },
    /// The card was blocked by wrong keys (D3).
    #[error("card blocked")]
    CardBlocked,
    /// The token, the app or the voice line was blocked by wrong answers, or a token's next code is asked for (D36).
    #[error(transparent)]
    Answer(LogOnRefusal),
}

impl Refusal for EndRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Rules(refusal) => refusal.code(),
            Self::RunOut => "ending-run-out",
            Self::Wrong { .. } => "wrong-key",
            Self::CardBlocked => "card-blocked",
            Self::Answer(refusal) => refusal.code(),
        }
    }

    fn tries_left(&self) -> Option<u8> {
        match self {
            Self::Wrong { left } => Some(*left),
            Self::Answer(refusal) => refusal.tries_left(),
            Self::Rules(_) | Self::RunOut | Self::CardBlocked => None,
        }
    }
}

impl From<KeyRefusal> for EndRefusal {
    fn from(refusal: KeyRefusal) -> Self {
        Self::Rules(refusal.into())
    }
}

type EndingError = CaseError<EndRefusal>;

fn refused(refusal: impl Into<EndRefusal>) -> EndingError {
    CaseError::Refused(refusal.into())
}

/// The key under which a session's question is stored; it belongs to that session and opens nothing else.
fn question_of(app: &App, origin: &Origin) -> Result<[u8; 32], EndingError> {
    key_question::of_session(app, origin, &Purpose::Ending).ok_or_else(|| refused(EndRefusal::RunOut))
}

/// Asks for a key of the carrier used last, or the one already pending on its card (D4, D36).
///
/// # Errors
/// [`EndRefusal::Rules`] when there is no carrier to ask from.
pub async fn ask(app: &App, own: Own) -> Result<(), EndingError> {
    let question = key_question::in_session(app, &own.origin, Purpose::Ending, None);
    let question = question.ok_or_else(|| refused(EndRefusal::RunOut))?;
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(own.nemid)?;
        carriers::first(&nemid).map_err(refused)?;
        key_question::begin(act, &nemid, &question).map_err(|error| error.map(EndRefusal::from))
    })
    .await
}

/// Asks for it of a carrier of another kind (D36).
///
/// # Errors
/// As [`question`]; [`KeyRefusal::UnknownCarrier`] when none of that kind can be used.
pub async fn choose_kind(app: &App, own: &Own, kind: CarrierKind) -> Result<(), EndingError> {
    let (token, drawn) = (question_of(app, &own.origin)?, app.chance.below(u32::MAX));
    let number = own.nemid;
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(number)?;
        let pending = pending(act.tx, &token, act.real_time())?;
        key_question::ask_of_kind(act, &pending, &nemid, kind, drawn)
            .map_err(|error| error.map(EndRefusal::from))
    })
    .await
}

/// The question that is asked.
///
/// # Errors
/// [`EndRefusal::RunOut`] when nothing is asked, or the question is older than five minutes.
pub async fn question(app: &App, own: Own) -> Result<Posed, EndingError> {
    let (token, app_of, now) = (question_of(app, &own.origin)?, app.clone(), app.real_time());
    app.read(move |tx| {
        let nemid = own::mine(tx, own.nemid)?;
        Ok(key_question::posed(&app_of, tx, &nemid, &pending(tx, &token, now)?)?)
    })
    .await
}

/// Answers the question. The right key ends the NemID with everything that belongs to it, and the session.
///
/// # Errors
/// [`EndRefusal`] for a wrong key, and when nothing is asked any more.
pub async fn close(app: &App, own: Own, typed: Typed) -> Result<(), EndingError> {
    let (token, spare) = (question_of(app, &own.origin)?, app.drawn_card());
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(own.nemid)?;
        let pending = pending(act.tx, &token, act.real_time())?;
        let answer = key_question::answer(act, &nemid, &pending, &typed);
        let answer = answer.map_err(|error| error.map(EndRefusal::from))?;
        let (events, outcome) = ending::close(&nemid, &answer, &spare, &act.stamp).map_err(refused)?;
        act.record(&nemid, &events)?;
        Ok(match key_question::answered(act.tx, outcome, &token)? {
            None => Attempt::Done(()),
            Some(LogOnRefusal::WrongKey { left }) => Attempt::Refused(EndRefusal::Wrong { left }),
            Some(LogOnRefusal::CardBlocked) => Attempt::Refused(EndRefusal::CardBlocked),
            Some(other) => Attempt::Refused(EndRefusal::Answer(other)),
        })
    })
    .await
    .and_then(Attempt::settled)
}

fn pending(tx: &Tx<'_>, token: &[u8; 32], real: RealTime) -> Result<LogOn, EndingError> {
    let Some(found) = tx.log_on(token)? else {
        let was_refused = requests::was_refused(tx, token)?;
        return Err(if was_refused {
            refused(KeyRefusal::RefusedInApp)
        } else {
            refused(EndRefusal::RunOut)
        });
    };
    let found = Some(found).filter(|one| one.purpose == Purpose::Ending);
    found
        .filter(|one| real.now <= real.lifetimes.log_on_ends(one.life()))
        .ok_or_else(|| refused(EndRefusal::RunOut))
}
