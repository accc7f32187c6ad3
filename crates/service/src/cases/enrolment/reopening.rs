//! What is asked at a re-opening alone: the remembered password, where the temporary one is for a locked one (Guide
//! 3.1.4).

use crate::cases::app::{House, Origin, Trouble};
use crate::cases::enrolment::begin::{AGAIN, StartProblem, StartTrouble, running, save, told};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use crate::store::log_ons::Start;
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
    house: &std::sync::Arc<House>,
    token: &Token,
    typed: &TypedPassword,
    origin: &Origin,
) -> Result<(), StartTrouble> {
    let hash = house.token_hash(token);
    for _ in 0..AGAIN {
        let inner = house.clone();
        let against = house
            .store
            .read::<_, StartTrouble, _>(move |tx| Ok(running(tx, &inner, &hash)?.2.password.hash().cloned()))
            .await?;
        let verdict = house.verdict(typed.reveal(), against.as_ref(), origin.source()).await?;
        let Some(verdict) = verdict else { return Err(Trouble::Refused(StartProblem::RunOut)) };
        let (inner, origin) = (house.clone(), origin.clone());
        let judged = house
            .store
            .write::<_, StartTrouble, _>(move |tx| judge(tx, &inner, &hash, &verdict, &origin))
            .await?;
        if let Some(judged) = judged {
            return judged.map_err(Trouble::Refused);
        }
    }
    Err(Trouble::Busy)
}

fn judge(
    tx: &Tx<'_>,
    house: &House,
    hash: &[u8; 32],
    verdict: &PasswordVerdict,
    origin: &Origin,
) -> Result<Option<Result<(), StartProblem>>, StartTrouble> {
    let (start, choices, nemid) = running(tx, house, hash)?;
    if choices.receipt.is_some() {
        return Ok(Some(Ok(())));
    }
    let stamp = origin.stamp(house.now(), if verdict.right { Actor::Citizen } else { Actor::Visitor });
    let (events, outcome) = match reopening::remembered(&nemid, &start.temporary, verdict, &stamp) {
        Ok(Some(judged)) => judged,
        Ok(None) => return Ok(None),
        Err(refusal) => return Ok(Some(Err(told(refusal, &start, &nemid, &stamp)))),
    };
    house.record(tx, &nemid, &events, (&stamp, origin))?;
    Ok(Some(match outcome {
        TemporaryOutcome::Right { .. } => {
            let remembered: Option<PasswordHash> = Some(verdict.against.clone());
            save(tx, Start { remembered, ..start }, &choices)?;
            Ok(())
        }
        TemporaryOutcome::Wrong { left } => Err(StartProblem::RememberedWrong { left }),
        TemporaryOutcome::Dead { why } => Err(StartProblem::Dead { why }),
    }))
}
