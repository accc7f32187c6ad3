//! Passwords behind which no NemID counts: typed with a user id that names nobody, or for a NemID that has ended or
//! whose password is blocked. One hash at the same cost, a count of its own, the same answers, locks included.

use jiff::Timestamp;

use crate::cases::access::password::LogOnRefusal;
use crate::cases::app::{App, CaseError, Origin};
use crate::store::decoys::Decoy;
use crate::store::{StoreError, Tx};
use rules::actor::Actor;
use rules::nemid::lockout::Lockout;
use rules::nemid::{NemId, Purpose};
use rules::passwords::PasswordRefusal;
use rules::temporary::Helper;
use rules::words::{TypedPassword, TypedUserId};
use rules::{passwords, temporary};

type Fingerprint = [u8; 32];

/// Judges a password typed with a user id that names nobody.
pub(crate) async fn judge(
    app: &std::sync::Arc<App>,
    user_id: &TypedUserId,
    password: &TypedPassword,
    origin: &Origin,
) -> CaseError<LogOnRefusal> {
    match of_nobody(app, user_id, password, origin).await {
        Ok(refusal) => CaseError::Refused(refusal),
        Err(trouble) => trouble,
    }
}

async fn of_nobody(
    app: &std::sync::Arc<App>,
    user_id: &TypedUserId,
    password: &TypedPassword,
    origin: &Origin,
) -> Result<LogOnRefusal, CaseError<LogOnRefusal>> {
    let fingerprint = app.tokens.fingerprint("user-id", &user_id.folded());
    if let Some(refusal) = locked(app, fingerprint).await? {
        return Ok(refusal);
    }
    app.hasher.verify_nobody(password.reveal(), origin.source()).await?;
    let inner = app.clone();
    app.store
        .write::<_, CaseError<LogOnRefusal>, _>(move |tx| {
            Ok(count(tx, &inner, &fingerprint, false)?.unwrap_or(LogOnRefusal::Wrong))
        })
        .await
}

/// Judges a password typed for a NemID that has ended or whose password is blocked: the right one is told so, wrong
/// ones are told what they would be with a user id that nobody has. All user ids of the NemID have one count. `None`
/// when the NemID has changed meanwhile: judge again.
///
/// # Errors
/// When the hashing queue is full or the data can't be read or written.
pub(crate) async fn judge_barred(
    app: &std::sync::Arc<App>,
    nemid: &NemId,
    password: &TypedPassword,
    purpose: &Purpose,
    origin: &Origin,
) -> Result<Option<LogOnRefusal>, CaseError<LogOnRefusal>> {
    let Some(hash) = nemid.password.hash().cloned() else { return Ok(Some(LogOnRefusal::Wrong)) };
    let fingerprint = app.tokens.fingerprint("barred", hash.phc());
    let right = match locked(app, fingerprint).await? {
        Some(_) => None,
        None => Some(app.hasher.verify(password.reveal(), &hash, origin.source()).await?.right),
    };
    let stamp = origin.stamp(app.now(), Actor::Visitor);
    let (inner, number, purpose, origin) = (app.clone(), nemid.number, purpose.clone(), origin.clone());
    app.store
        .write::<_, CaseError<LogOnRefusal>, _>(move |tx| {
            let nemid = tx.nemid(number)?.ok_or(CaseError::Refused(LogOnRefusal::Wrong))?;
            let cause = passwords::may_be_typed(&nemid, stamp.at).err();
            let Some(cause) = cause.filter(|cause| cause.is_for_the_holder_alone()) else { return Ok(None) };
            let lapsed = right.is_none() && running(tx.decoy(&fingerprint)?, &inner).is_none();
            if lapsed || nemid.password.hash() != Some(&hash) {
                return Ok(None);
            }
            let events: Vec<_> = passwords::turned_away(cause, &purpose).into_iter().collect();
            inner.record(tx, &nemid, &events, (&stamp, &origin))?;
            let told = count(tx, &inner, &fingerprint, right == Some(true))?;
            Ok(Some(told.unwrap_or_else(|| to_its_holder(cause, &nemid, stamp.at))))
        })
        .await
}

/// The cause, with who helps (Rules 3.4, Guide 3.2.2, D20).
fn to_its_holder(cause: PasswordRefusal, nemid: &NemId, now: Timestamp) -> LogOnRefusal {
    match (cause, temporary::helper(nemid, now)) {
        (PasswordRefusal::Blocked { .. }, Helper::ItsBank) => LogOnRefusal::PasswordBlockedAtBank,
        (PasswordRefusal::Blocked { .. }, Helper::Administrator) => LogOnRefusal::PasswordBlockedAtWork,
        (cause, _) => cause.into(),
    }
}

/// The lock of a count, if it is running: then nothing is looked at (D2).
async fn locked(
    app: &std::sync::Arc<App>,
    fingerprint: Fingerprint,
) -> Result<Option<LogOnRefusal>, StoreError> {
    let decoy = app.store.read::<_, StoreError, _>(move |tx| tx.decoy(&fingerprint)).await?;
    Ok(running(decoy, app))
}

fn running(decoy: Decoy, app: &App) -> Option<LogOnRefusal> {
    decoy.lockout.running(app.now()).map(|until| LogOnRefusal::Locked { until })
}

/// Counts a verdict, unless a lock is running by now; `None` where nothing stands against a right one.
fn count(
    tx: &Tx<'_>,
    app: &App,
    fingerprint: &Fingerprint,
    right: bool,
) -> Result<Option<LogOnRefusal>, StoreError> {
    let (decoy, now) = (tx.decoy(fingerprint)?, app.now());
    if let Some(refusal) = running(decoy, app) {
        return Ok(Some(refusal));
    }
    let (lockout, told) = if right {
        (Lockout::default(), None)
    } else {
        let (lockout, after) = decoy.lockout.wrong_apart(now);
        (lockout, Some(after.into()))
    };
    tx.save_decoy(fingerprint, Decoy { lockout, blocked: false }, now)?;
    Ok(told)
}
