//! What is asked at a re-opening alone: the remembered password, where the temporary one is for a locked one (Guide
//! 3.1.4).

use crate::cases::app::{App, CaseError, Origin};
use crate::cases::enrolment::begin::{AGAIN, EnrolmentError, EnrolmentProblem, running, save, told};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use crate::store::log_ons::Enrolment;
use rules::actor::Actor;
use rules::nemid::PasswordHash;
use rules::passwords::PasswordVerdict;
use rules::reopening;
use rules::temporary::TemporaryOutcome;
use rules::words::TypedPassword;

/// Judges the remembered password: a wrong one counts as a try of the temporary password (DOMAIN 3).
///
/// # Errors
/// [`StartProblem::RememberedWrong`], or [`StartProblem::Dead`] with the third.
pub async fn remember(
    app: &std::sync::Arc<App>,
    token: &Token,
    typed: &TypedPassword,
    origin: &Origin,
) -> Result<(), EnrolmentError> {
    let hash = app.token_hash(token);
    for _ in 0..AGAIN {
        let inner = app.clone();
        let against = app
            .store
            .read::<_, EnrolmentError, _>(move |tx| {
                Ok(running(tx, &inner, &hash)?.2.password.hash().cloned())
            })
            .await?;
        let verdict = app.verdict(typed.reveal(), against.as_ref(), origin.source()).await?;
        let Some(verdict) = verdict else { return Err(CaseError::Refused(EnrolmentProblem::RunOut)) };
        let (inner, origin) = (app.clone(), origin.clone());
        let judged = app
            .store
            .write::<_, EnrolmentError, _>(move |tx| judge(tx, &inner, &hash, &verdict, &origin))
            .await?;
        if let Some(judged) = judged {
            return judged.map_err(CaseError::Refused);
        }
    }
    Err(CaseError::Busy)
}

fn judge(
    tx: &Tx<'_>,
    app: &App,
    hash: &[u8; 32],
    verdict: &PasswordVerdict,
    origin: &Origin,
) -> Result<Option<Result<(), EnrolmentProblem>>, EnrolmentError> {
    let (enrolment, choices, nemid) = running(tx, app, hash)?;
    if choices.receipt.is_some() {
        return Ok(Some(Ok(())));
    }
    let stamp = origin.stamp(app.now(), if verdict.right { Actor::Citizen } else { Actor::Visitor });
    let (events, outcome) = match reopening::remembered(&nemid, &enrolment.temporary, verdict, &stamp) {
        Ok(Some(judged)) => judged,
        Ok(None) => return Ok(None),
        Err(refusal) => return Ok(Some(Err(told(refusal, &enrolment, &nemid, &stamp)))),
    };
    app.record(tx, &nemid, &events, (&stamp, origin))?;
    Ok(Some(match outcome {
        TemporaryOutcome::Right { .. } => {
            let remembered: Option<PasswordHash> = Some(verdict.against.clone());
            save(tx, Enrolment { remembered, ..enrolment }, &choices)?;
            Ok(())
        }
        TemporaryOutcome::Wrong { left } => Err(EnrolmentProblem::RememberedWrong { left }),
        TemporaryOutcome::Dead { why } => Err(EnrolmentProblem::Dead { why }),
    }))
}
