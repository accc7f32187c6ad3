//! A citizen ends their own NemID: a key from the card in use is asked for, and the right key ends everything
//! (Rules 3.6, D22).

use thiserror::Error;

use crate::cases::access::key_question::{self, Asked};
use crate::cases::app::{App, Attempt, CaseError, Origin, Parts, RealTime};
use crate::cases::own;
use crate::cases::own::Own;
use crate::store::Tx;
use crate::store::log_ons::LogOn;
use rules::actor::Actor;
use rules::ending::EndingRefusal;
use rules::keys::{KeyAnswer, KeyOutcome, KeyRefusal};
use rules::nemid::Purpose;
use rules::words::Key;
use rules::{Refusal, ending, keys};

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
}

impl Refusal for EndRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Rules(refusal) => refusal.code(),
            Self::RunOut => "ending-run-out",
            Self::Wrong { .. } => "wrong-key",
            Self::CardBlocked => "card-blocked",
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
    let session = origin.session.ok_or_else(|| refused(EndRefusal::RunOut))?;
    Ok(question_in(app, &session))
}

/// The same, of the session with this token hash.
pub(crate) fn question_in(parts: &Parts, session: &[u8; 32]) -> [u8; 32] {
    parts.tokens.fingerprint("ending", &format!("{session:02x?}"))
}

/// Asks for a key of the card in use, or the one already pending on it (D4).
///
/// # Errors
/// [`EndRefusal::Rules`] when there is no card to ask from.
pub async fn ask(app: &App, own: Own) -> Result<(), EndingError> {
    let (token, drawn) = (question_of(app, &own.origin)?, app.chance.below(u32::MAX));
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(own.nemid)?;
        let card = keys::card_to_ask(&nemid, None).map_err(refused)?;
        let (position, events) = keys::ask(&nemid, &card, drawn, &Purpose::Ending).map_err(refused)?;
        act.record(&nemid, &events)?;
        Ok(act.tx.begin_log_on(&LogOn {
            token,
            nemid: nemid.number,
            purpose: Purpose::Ending,
            text: None,
            asked: Some((card, position)),
            started: act.real_now,
            extended: None,
        })?)
    })
    .await
}

/// The question that is asked.
///
/// # Errors
/// [`EndRefusal::RunOut`] when nothing is asked, or the question is older than five minutes.
pub async fn question(app: &App, own: Own) -> Result<Asked, EndingError> {
    let (token, app_of, now) = (question_of(app, &own.origin)?, app.clone(), app.real_time());
    app.read(move |tx| {
        let nemid = own::mine(tx, own.nemid)?;
        let (card, position) = pending(tx, &token, now)?.asked.ok_or_else(|| refused(EndRefusal::RunOut))?;
        key_question::asked(&app_of, &nemid, card, position).ok_or_else(|| refused(EndRefusal::RunOut))
    })
    .await
}

/// Answers the question. The right key ends the NemID with everything that belongs to it, and the session.
///
/// # Errors
/// [`EndRefusal`] for a wrong key, and when nothing is asked any more.
pub async fn close(app: &App, own: Own, typed: Key) -> Result<(), EndingError> {
    let (token, spare) = (question_of(app, &own.origin)?, app.drawn_card());
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(own.nemid)?;
        let pending = pending(act.tx, &token, act.real_time())?;
        let (card, position) = pending.asked.ok_or_else(|| refused(EndRefusal::RunOut))?;
        let right = key_question::is_right(act.app, &nemid, card, position, &typed);
        let answer = KeyAnswer { card, position, right, purpose: pending.purpose };
        let (events, outcome) = ending::close(&nemid, &answer, &spare, &act.stamp).map_err(refused)?;
        act.record(&nemid, &events)?;
        if outcome == KeyOutcome::CardBlocked {
            act.tx.end_log_on(&token)?;
        }
        Ok(match outcome {
            KeyOutcome::Right => Attempt::Done(()),
            KeyOutcome::Wrong { left } => Attempt::Refused(EndRefusal::Wrong { left }),
            KeyOutcome::CardBlocked => Attempt::Refused(EndRefusal::CardBlocked),
        })
    })
    .await
    .and_then(Attempt::settled)
}

fn pending(tx: &Tx<'_>, token: &[u8; 32], real: RealTime) -> Result<LogOn, EndingError> {
    let found = tx.log_on(token)?.filter(|one| one.purpose == Purpose::Ending);
    found
        .filter(|one| real.now <= real.lifetimes.log_on_ends(one.life()))
        .ok_or_else(|| refused(EndRefusal::RunOut))
}
