//! A password typed at a place that is not the holder's own (D23). The work is the same whether anybody has the user id
//! or not and in whatever state the NemID is: one hash, and the same writes for every wrong password. Only the right
//! password learns anything, and only while the place is not barred.

use rules::actor::Actor;
use rules::nemid::event::LogOnBar;
use rules::nemid::{NemId, Purpose};
use rules::passwords::{self, PasswordVerdict};

use crate::cases::access::credentials::Credentials;
use crate::cases::access::guesses::Guesser;
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::verdict::{Judged, decide, to_its_holder};
use crate::cases::app::security::WRONG_PASSWORD;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, SecurityEvent};
use crate::store::nemids::Credential;

/// Judges the password. Where it is right, runs `then` in the same transaction. Returns `Stale` when somebody has got
/// or changed the password meanwhile.
pub(super) async fn judge<T, F>(
    app: &App,
    typed: &Credentials,
    known: Option<Credential>,
    guesser: Guesser,
    purpose: &Purpose,
    origin: &Origin,
    then: F,
) -> Judged<T>
where
    T: Send + 'static,
    F: Fn(&Act<'_>, NemId) -> Result<T, CaseError<LogOnRefusal>> + Send + 'static,
{
    let hash = known.as_ref().map(|known| &known.hash);
    let verdict = app.verdict(typed.password.reveal(), hash, origin.source()).await?;
    let (user_id, purpose) = (typed.user_id.clone(), purpose.clone());
    let subject = known.as_ref().map_or_else(|| user_id.folded(), |known| known.number.to_string());
    let subject = app.subject(&subject);
    app.act(origin, Actor::Visitor, move |act| {
        if act.tx.credential(&user_id)? != known {
            return Ok(Attempt::Stale);
        }
        // Others may have been wrong since this one was let in to be hashed.
        if let Some(refusal) = guesser.barred(act.tx, act.app)? {
            return Ok(Attempt::Refused(refusal.into()));
        }
        let proved = known.as_ref().zip(verdict.as_ref().filter(|verdict| verdict.right));
        if let Some((known, verdict)) = proved {
            guesser.right(act)?;
            return right(act, &act.nemid(known.number)?, verdict, &purpose, &then);
        }
        act.tell(SecurityEvent::LogOnRefused {
            why: WRONG_PASSWORD.to_owned(),
            purpose: purpose.code(),
            subject: subject.clone(),
        });
        act.tx.note_refusal(&guesser.identity, LogOnBar::WrongFromElsewhere, &purpose, &act.stamp)?;
        Ok(Attempt::Refused(guesser.wrong(act)?.into()))
    })
    .await
}

/// The right password: its holder learns what bars it, also that others have locked it.
fn right<T>(
    act: &Act<'_>,
    nemid: &NemId,
    verdict: &PasswordVerdict,
    purpose: &Purpose,
    then: impl Fn(&Act<'_>, NemId) -> Result<T, CaseError<LogOnRefusal>>,
) -> Judged<T> {
    match passwords::may_be_typed(nemid, act.now()) {
        Err(cause) if cause.is_for_the_holder_alone() => {
            act.refused(nemid.number, cause, purpose)?;
            Ok(Attempt::Refused(to_its_holder(cause, nemid, act.now())))
        }
        _ => decide(act, nemid, Some(verdict), purpose, then),
    }
}
