//! Passwords behind which no NemID counts: typed with a user id that names nobody, or for a NemID that has ended or
//! whose password is blocked. One hash at the same cost, a count of its own, the same answers, locks included.

use jiff::Timestamp;

use crate::cases::access::password::LogOnRefusal;
use crate::cases::app::{House, Origin, Trouble};
use crate::store::decoys::Shadow;
use crate::store::{StoreError, Tx};
use rules::actor::Actor;
use rules::nemid::lockout::Lockout;
use rules::nemid::{NemId, Use};
use rules::passwords::PasswordRefusal;
use rules::temporary::Helper;
use rules::words::{TypedPassword, TypedUserId};
use rules::{passwords, temporary};

type Fingerprint = [u8; 32];

/// Judges a password typed with a user id that names nobody.
pub(crate) async fn judge(
    house: &std::sync::Arc<House>,
    user_id: &TypedUserId,
    password: &TypedPassword,
    origin: &Origin,
) -> Trouble<LogOnRefusal> {
    match of_nobody(house, user_id, password, origin).await {
        Ok(refusal) => Trouble::Refused(refusal),
        Err(trouble) => trouble,
    }
}

async fn of_nobody(
    house: &std::sync::Arc<House>,
    user_id: &TypedUserId,
    password: &TypedPassword,
    origin: &Origin,
) -> Result<LogOnRefusal, Trouble<LogOnRefusal>> {
    let fingerprint = house.tokens.shadow_of("user-id", &user_id.folded());
    if let Some(refusal) = locked(house, fingerprint).await? {
        return Ok(refusal);
    }
    house.hasher.verify_nobody(password.reveal(), origin.source()).await?;
    let inner = house.clone();
    house
        .store
        .write::<_, Trouble<LogOnRefusal>, _>(move |tx| {
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
    house: &std::sync::Arc<House>,
    nemid: &NemId,
    password: &TypedPassword,
    r#use: &Use,
    origin: &Origin,
) -> Result<Option<LogOnRefusal>, Trouble<LogOnRefusal>> {
    let Some(hash) = nemid.password.hash().cloned() else { return Ok(Some(LogOnRefusal::Wrong)) };
    let fingerprint = house.tokens.shadow_of("barred", hash.phc());
    let right = match locked(house, fingerprint).await? {
        Some(_) => None,
        None => Some(house.hasher.verify(password.reveal(), &hash, origin.source()).await?.right),
    };
    let stamp = origin.stamp(house.now(), Actor::Visitor);
    let (inner, number, r#use, origin) = (house.clone(), nemid.number, r#use.clone(), origin.clone());
    house
        .store
        .write::<_, Trouble<LogOnRefusal>, _>(move |tx| {
            let nemid = tx.nemid(number)?.ok_or(Trouble::Refused(LogOnRefusal::Wrong))?;
            let cause = passwords::may_be_typed(&nemid, stamp.at).err();
            let Some(cause) = cause.filter(|cause| cause.is_for_the_holder_alone()) else { return Ok(None) };
            let lapsed = right.is_none() && running(tx.shadow(&fingerprint)?, &inner).is_none();
            if lapsed || nemid.password.hash() != Some(&hash) {
                return Ok(None);
            }
            let events: Vec<_> = passwords::turned_away(cause, &r#use).into_iter().collect();
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
    house: &std::sync::Arc<House>,
    fingerprint: Fingerprint,
) -> Result<Option<LogOnRefusal>, StoreError> {
    let shadow = house.store.read::<_, StoreError, _>(move |tx| tx.shadow(&fingerprint)).await?;
    Ok(running(shadow, house))
}

fn running(shadow: Shadow, house: &House) -> Option<LogOnRefusal> {
    shadow.lockout.running(house.now()).map(|until| LogOnRefusal::Locked { until })
}

/// Counts a verdict, unless a lock is running by now; `None` where nothing stands against a right one.
fn count(
    tx: &Tx<'_>,
    house: &House,
    fingerprint: &Fingerprint,
    right: bool,
) -> Result<Option<LogOnRefusal>, StoreError> {
    let (shadow, now) = (tx.shadow(fingerprint)?, house.now());
    if let Some(refusal) = running(shadow, house) {
        return Ok(Some(refusal));
    }
    let (lockout, told) = if right {
        (Lockout::default(), None)
    } else {
        let (lockout, after) = shadow.lockout.wrong_apart(now);
        (lockout, Some(after.into()))
    };
    tx.save_shadow(fingerprint, Shadow { lockout, blocked: false }, now)?;
    Ok(told)
}
