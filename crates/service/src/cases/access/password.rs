//! Typed passwords: each is hashed, judged and counted in one way, whatever it was typed for: at the holder's own places
//! as D2 says, at all others as D23 says (`stranger`).

use rules::actor::Actor;
use rules::guesses::GuessRefusal;
use rules::nemid::{NemId, Purpose};
use rules::passwords;

pub use crate::cases::access::credentials::Credentials;
use crate::cases::access::guesses::{Guesser, Identity};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::verdict::{Judged, decide};
use crate::cases::access::{decoy, misplaced, stranger};
use crate::cases::app::act::until_fresh;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin};
use crate::store::StoreError;
use crate::store::nemids::Credential;

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

/// What is known of a typed user id before its password is examined.
struct Looked {
    /// The password that it names.
    known: Option<Credential>,
    guesser: Guesser,
    /// What bars the guesser.
    barred: Option<GuessRefusal>,
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
    let Looked { known, guesser, barred } = look(app, typed, origin).await?;
    if let Some(refusal) = barred {
        return Ok(Attempt::Refused(refusal.into()));
    }
    if !guesser.own {
        return stranger::judge(app, typed, known, guesser, purpose, origin, then).await;
    }
    let Some(known) = known else {
        return Ok(Attempt::Refused(decoy::judge(app, typed, purpose, origin).await?));
    };
    let Some(nemid) = app.read::<_, StoreError>(move |tx| tx.nemid(known.number)).await? else {
        return Ok(Attempt::Stale);
    };
    let password = &typed.password;
    let verdict = match passwords::may_be_typed(&nemid, app.now()) {
        Ok(()) => app.verdict(password.reveal(), nemid.password.hash(), origin.source()).await?,
        Err(refusal) if refusal.is_for_the_holder_alone() => {
            return decoy::judge_barred(app, &nemid, password, purpose, origin).await;
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

/// Looks up who is meant and whether this place may try. It takes the same statements for a user id that nobody has.
async fn look(app: &App, typed: &Credentials, origin: &Origin) -> Result<Looked, StoreError> {
    let (app_of, user_id, origin) = (app.clone(), typed.user_id.clone(), origin.clone());
    app.read(move |tx| {
        let known = tx.credential(&user_id)?;
        let identity = match &known {
            Some(known) => Identity::NemId(known.number),
            None => Identity::Nobody(user_id),
        };
        let guesser = Guesser::of(tx, &app_of, &identity, &origin)?;
        let barred = guesser.barred(tx, &app_of)?;
        Ok(Looked { known, guesser, barred })
    })
    .await
}
