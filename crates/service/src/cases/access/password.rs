//! Typed passwords: each is hashed, judged and counted in one way, whatever it was typed for (D2).

use rules::actor::Actor;
use rules::nemid::{NemId, Purpose};
use rules::passwords::{self, PasswordRefusal, PasswordVerdict};

pub use crate::cases::access::credentials::Credentials;
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::{decoy, misplaced};
use crate::cases::app::act::until_fresh;
use crate::cases::app::security::WRONG_PASSWORD;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, SecurityEvent};
use crate::store::StoreError;

type Judged<T> = Result<Attempt<T, LogOnRefusal>, CaseError<LogOnRefusal>>;

/// Judges a typed password for any purpose and counts it. Where it is right, runs `then` in the same transaction, in
/// the name of the citizen. Unknown user ids run the same hash and get the same answers from a count of their own; so
/// do NemIDs that have ended and blocked passwords, whose right password alone is told the cause.
///
/// # Errors
/// [`LogOnRefusal`] for a wrong password and for whatever bars a right one, or what `then` says.
pub async fn judged<T, F>(
    app: &App,
    typed: &Credentials,
    purpose: &Purpose,
    origin: &Origin,
    then: F,
) -> Result<T, CaseError<LogOnRefusal>>
where
    T: Send + 'static,
    F: Fn(&Act<'_>, NemId) -> Result<T, CaseError<LogOnRefusal>> + Clone + Send + 'static,
{
    let outcome = until_fresh(|| attempt(app, typed, purpose, origin, then.clone())).await;
    match outcome {
        Err(CaseError::Refused(LogOnRefusal::Wrong)) if misplaced::killed(app, typed, origin).await? => {
            Err(CaseError::Refused(LogOnRefusal::TemporaryPasswordTyped))
        }
        outcome => outcome,
    }
}

async fn attempt<T, F>(
    app: &App,
    typed: &Credentials,
    purpose: &Purpose,
    origin: &Origin,
    then: F,
) -> Judged<T>
where
    T: Send + 'static,
    F: Fn(&Act<'_>, NemId) -> Result<T, CaseError<LogOnRefusal>> + Send + 'static,
{
    let Credentials { user_id, password } = typed.clone();
    let found = app.read::<_, StoreError>(move |tx| tx.nemid_by_user_id(&user_id)).await?;
    let Some(nemid) = found.filter(NemId::is_activated) else {
        let refusal = decoy::judge(app, typed, origin).await?;
        tell_of_nobody(app, typed, purpose, refusal, origin);
        return Ok(Attempt::Refused(refusal));
    };
    let verdict = match passwords::may_be_typed(&nemid, app.now()) {
        Ok(()) => app.verdict(password.reveal(), nemid.password.hash(), origin.source()).await?,
        Err(refusal) if refusal.is_for_the_holder_alone() => {
            return decoy::judge_barred(app, &nemid, &password, purpose, origin).await;
        }
        Err(_) => None,
    };
    let (number, purpose) = (nemid.number, purpose.clone());
    app.act(origin, Actor::Visitor, move |act| {
        let nemid = act.tx.nemid(number)?.ok_or(CaseError::Refused(LogOnRefusal::Wrong))?;
        decide(act, &nemid, verdict.as_ref(), &purpose, &then)
    })
    .await
}

/// Tells the security events of a user id that nobody has, as [`Act::record`] does those of a NemID.
fn tell_of_nobody(app: &App, typed: &Credentials, purpose: &Purpose, refusal: LogOnRefusal, origin: &Origin) {
    let subject = app.subject(&typed.user_id.folded());
    let why = WRONG_PASSWORD.to_owned();
    SecurityEvent::LogOnRefused { why, purpose: purpose.code(), subject: subject.clone() }.tell(origin);
    if matches!(refusal, LogOnRefusal::Locked { .. }) {
        SecurityEvent::PasswordLocked { subject }.tell(origin);
    }
}

/// Judges a verdict in the transaction; stale when the NemID has changed since the verdict was made.
fn decide<T>(
    act: &Act<'_>,
    nemid: &NemId,
    verdict: Option<&PasswordVerdict>,
    purpose: &Purpose,
    then: impl Fn(&Act<'_>, NemId) -> Result<T, CaseError<LogOnRefusal>>,
) -> Judged<T> {
    match passwords::may_be_typed(nemid, act.now()) {
        Ok(()) => {}
        Err(refusal) if refusal.is_for_the_holder_alone() => return Ok(Attempt::Stale),
        Err(refusal) => {
            let events: Vec<_> = passwords::turned_away(refusal, purpose).into_iter().collect();
            act.record(nemid, &events)?;
            return Ok(Attempt::Refused(refusal.into()));
        }
    }
    let Some(verdict) = verdict else { return Ok(Attempt::Stale) };
    let judged = match passwords::judge(nemid, verdict, purpose, &act.stamp) {
        Ok(judged) => judged,
        Err(PasswordRefusal::Stale) => return Ok(Attempt::Stale),
        Err(other) => return Ok(Attempt::Refused(other.into())),
    };
    if let Some(wrong) = judged.wrong {
        act.record(nemid, &judged.events)?;
        return Ok(Attempt::Refused(wrong.into()));
    }
    let citizen = act.by(Actor::Citizen);
    let after = citizen.record(nemid, &judged.events)?;
    Ok(Attempt::Done(then(&citizen, after)?))
}
