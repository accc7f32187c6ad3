//! The step of a re-opening alone: the remembered password, when the temporary one was issued for a locked
//! NemID (Guide 3.1.4).

use crate::cases::app::act::until_fresh;
use crate::cases::app::{Act, App, Attempt, Origin};
use crate::cases::enrolment::begin::{EnrolmentError, EnrolmentProblem, Running, running, save, told};
use crate::outside::keys::tokens::Token;
use crate::store::log_ons::Enrolment;
use rules::actor::Actor;
use rules::nemid::PasswordHash;
use rules::nemid::temporary::TemporaryEnd;
use rules::passwords::PasswordVerdict;
use rules::reopening;
use rules::temporary::TemporaryOutcome;
use rules::words::TypedPassword;

/// Judges the remembered password: a wrong one counts as an attempt of the temporary password (DOMAIN 3).
///
/// # Errors
/// [`EnrolmentProblem::RememberedWrong`], or [`EnrolmentProblem::Dead`] with the third.
pub async fn remember(
    app: &App,
    token: &Token,
    typed: &TypedPassword,
    origin: &Origin,
) -> Result<(), EnrolmentError> {
    let hash = app.token_hash(token);
    until_fresh(|| attempt(app, hash, typed, origin)).await
}

async fn attempt(
    app: &App,
    hash: [u8; 32],
    typed: &TypedPassword,
    origin: &Origin,
) -> Result<Attempt<(), EnrolmentProblem>, EnrolmentError> {
    let (now, real) = (app.now(), app.real_time());
    let against = app
        .read::<_, EnrolmentError>(move |tx| {
            Ok(running(tx, &hash, now, real)?.nemid.password.hash().cloned())
        })
        .await?;
    let verdict = app.verdict(typed.reveal(), against.as_ref(), origin.source()).await?;
    let Some(verdict) = verdict else { return Ok(Attempt::Refused(EnrolmentProblem::RunOut)) };
    let by = if verdict.right { Actor::Citizen } else { Actor::Visitor };
    app.act(origin, by, move |act| decide(act, &hash, &verdict)).await
}

fn decide(
    act: &Act<'_>,
    hash: &[u8; 32],
    verdict: &PasswordVerdict,
) -> Result<Attempt<(), EnrolmentProblem>, EnrolmentError> {
    let Running { enrolment, choices, nemid } = act.running(hash)?;
    if choices.receipt.is_some() {
        return Ok(Attempt::Done(()));
    }
    let (events, outcome) = match reopening::remembered(&nemid, &enrolment.temporary, verdict, &act.stamp) {
        Ok(Some(judged)) => judged,
        Ok(None) => return Ok(Attempt::Stale),
        Err(refusal) => return Ok(Attempt::Refused(told(refusal, &enrolment, &nemid, &act.stamp))),
    };
    act.record(&nemid, &events)?;
    Ok(match outcome {
        TemporaryOutcome::Right { .. } => {
            let remembered: Option<PasswordHash> = Some(verdict.against.clone());
            save(act.tx, Enrolment { remembered, ..enrolment }, &choices)?;
            Attempt::Done(())
        }
        TemporaryOutcome::Wrong { left } => Attempt::Refused(EnrolmentProblem::RememberedWrong { left }),
        // The third wrong one says why, since the temporary password was typed right before.
        TemporaryOutcome::TriedOut => {
            Attempt::Refused(EnrolmentProblem::Dead { why: TemporaryEnd::TooManyTries })
        }
        TemporaryOutcome::Dead { why } => Attempt::Refused(EnrolmentProblem::Dead { why }),
    })
}
