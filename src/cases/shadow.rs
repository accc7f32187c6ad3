//! Unknown user ids: one hash at the same cost, a count of their own, the same answers, locks included.

use super::house::{House, Origin, Trouble};
use super::password::LogOnRefusal;
use crate::rules::nemid::lockout::AfterWrong;
use crate::rules::words::{TypedPassword, TypedUserId};
use crate::store::StoreError;
use crate::store::shadows::Shadow;

/// Judges a password typed with a user id that names nobody.
pub(super) async fn judge(
    house: &std::sync::Arc<House>,
    user_id: &TypedUserId,
    password: &TypedPassword,
    origin: &Origin,
) -> Trouble<LogOnRefusal> {
    match counted(house, user_id, password, origin).await {
        Ok(refusal) => Trouble::Refused(refusal),
        Err(trouble) => trouble,
    }
}

async fn counted(
    house: &std::sync::Arc<House>,
    user_id: &TypedUserId,
    password: &TypedPassword,
    origin: &Origin,
) -> Result<LogOnRefusal, Trouble<LogOnRefusal>> {
    let fingerprint = house.tokens.shadow_of("user-id", &user_id.folded());
    let shadow = house.store.read::<_, StoreError, _>(move |tx| tx.shadow(&fingerprint)).await?;
    if let Some(refusal) = barred(shadow, house.now()) {
        return Ok(refusal);
    }
    house.hasher.verify_nobody(password.reveal(), origin.source()).await?;
    let inner = house.clone();
    house
        .store
        .write::<_, Trouble<LogOnRefusal>, _>(move |tx| {
            let (shadow, now) = (tx.shadow(&fingerprint)?, inner.now());
            if let Some(refusal) = barred(shadow, now) {
                return Ok(refusal);
            }
            let (lockout, after) = shadow.lockout.wrong(now);
            let next = Shadow { lockout, blocked: after == AfterWrong::Blocked };
            tx.save_shadow(&fingerprint, next, now)?;
            Ok(after.into())
        })
        .await
}

fn barred(shadow: Shadow, now: jiff::Timestamp) -> Option<LogOnRefusal> {
    if shadow.blocked {
        return Some(LogOnRefusal::PasswordBlocked);
    }
    shadow.lockout.running(now).map(|until| LogOnRefusal::Locked { until })
}
