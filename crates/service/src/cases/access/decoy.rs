//! Decoy counts for passwords that can open nothing, typed at an own place: with a user id that names nobody, or for
//! a NemID that has ended or whose password is blocked. They cost the same hash, have a count of their own and get
//! the same answers, locks included.

use jiff::Timestamp;
use rules::actor::Actor;
use rules::nemid::event::LogOnBar;
use rules::nemid::lockout::Lockout;
use rules::nemid::{NemId, Purpose};
use rules::passwords;
use rules::words::TypedPassword;

use crate::cases::access::credentials::Credentials;
use crate::cases::access::guesses::Identity;
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::verdict::to_its_holder;
use crate::cases::app::security::WRONG_PASSWORD;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, SecurityEvent};
use crate::store::StoreError;
use crate::store::decoys::Decoy;

type Fingerprint = [u8; 32];

/// Judges a password typed with a user id that names nobody. Returns the refusal that the visitor gets.
pub(crate) async fn judge(
    app: &App,
    typed: &Credentials,
    purpose: &Purpose,
    origin: &Origin,
) -> Result<LogOnRefusal, CaseError<LogOnRefusal>> {
    let fingerprint = app.tokens.fingerprint("user-id", &typed.user_id.folded());
    let identity = Identity::Nobody(typed.user_id.clone()).fingerprint(app);
    let bar = if locked(app, fingerprint).await?.is_some() {
        LogOnBar::Locked
    } else {
        app.hasher.verify_nobody(typed.password.reveal(), origin.source()).await?;
        LogOnBar::PasswordBlocked
    };
    let (purpose, subject) = (purpose.clone(), app.subject(&typed.user_id.folded()));
    app.act(origin, Actor::Visitor, move |act| {
        // What a NemID would have in its log; nobody reads it.
        act.tx.note_refusal(&identity, bar, &purpose, &act.stamp)?;
        let refusal = count(act, &fingerprint, false)?.unwrap_or(LogOnRefusal::Wrong);
        if bar != LogOnBar::Locked {
            tell(act, &purpose, refusal, &subject);
        }
        Ok(refusal)
    })
    .await
}

/// Tells the security events of a wrong password, as [`Act::record`] does those of a NemID. While a lock is running
/// nothing is examined, so that nothing is told.
fn tell(act: &Act<'_>, purpose: &Purpose, refusal: LogOnRefusal, subject: &str) {
    let (why, subject) = (WRONG_PASSWORD.to_owned(), subject.to_owned());
    act.tell(SecurityEvent::LogOnRefused { why, purpose: purpose.code(), subject: subject.clone() });
    if matches!(refusal, LogOnRefusal::Locked { .. }) {
        act.tell(SecurityEvent::PasswordLocked { subject });
    }
}

/// Judges a password typed for a NemID that has ended or whose password is blocked. The right password gets
/// the cause as its answer; wrong ones get the answers of a user id that nobody has. All user ids of the
/// NemID share one count. Returns `Stale` when the NemID has changed meanwhile.
pub(crate) async fn judge_barred<T: Send + 'static>(
    app: &App,
    nemid: &NemId,
    password: &TypedPassword,
    purpose: &Purpose,
    origin: &Origin,
) -> Result<Attempt<T, LogOnRefusal>, CaseError<LogOnRefusal>> {
    let Some(hash) = nemid.password.hash().cloned() else { return Ok(Attempt::Refused(LogOnRefusal::Wrong)) };
    let fingerprint = app.tokens.fingerprint("barred", hash.phc());
    let right = match locked(app, fingerprint).await? {
        Some(_) => None,
        None => Some(app.hasher.verify(password.reveal(), &hash, origin.source()).await?.right),
    };
    let (number, purpose) = (nemid.number, purpose.clone());
    app.act(origin, Actor::Visitor, move |act| {
        let nemid = act.tx.nemid(number)?.ok_or(CaseError::Refused(LogOnRefusal::Wrong))?;
        let cause = passwords::may_be_typed(&nemid, act.now()).err();
        let Some(cause) = cause.filter(|cause| cause.is_for_the_holder_alone()) else {
            return Ok(Attempt::Stale);
        };
        let lapsed = right.is_none() && running(act.tx.decoy(&fingerprint)?, act.now()).is_none();
        if lapsed || nemid.password.hash() != Some(&hash) {
            return Ok(Attempt::Stale);
        }
        act.refused(number, cause, &purpose)?;
        let counted = count(act, &fingerprint, right == Some(true))?;
        Ok(Attempt::Refused(counted.unwrap_or_else(|| to_its_holder(cause, &nemid, act.now()))))
    })
    .await
}

/// The lock of a count, if one is running: then the password is not examined (D2).
async fn locked(app: &App, fingerprint: Fingerprint) -> Result<Option<LogOnRefusal>, StoreError> {
    let decoy = app.read::<_, StoreError>(move |tx| tx.decoy(&fingerprint)).await?;
    Ok(running(decoy, app.now()))
}

fn running(decoy: Decoy, now: Timestamp) -> Option<LogOnRefusal> {
    decoy.lockout.running(now).map(|until| LogOnRefusal::Locked { until })
}

/// Counts a verdict, unless a lock is running by now. Returns `None` for a right password that is not barred.
fn count(act: &Act<'_>, fingerprint: &Fingerprint, right: bool) -> Result<Option<LogOnRefusal>, StoreError> {
    let decoy = act.tx.decoy(fingerprint)?;
    if let Some(refusal) = running(decoy, act.now()) {
        return Ok(Some(refusal));
    }
    let (lockout, refusal) = if right {
        (Lockout::default(), None)
    } else {
        let (lockout, after) = decoy.lockout.wrong_apart(act.now());
        (lockout, Some(after.into()))
    };
    act.tx.save_decoy(fingerprint, Decoy { lockout, blocked: false }, act.now())?;
    Ok(refusal)
}
