//! What the verdict on a password leads to, in the transaction that counts it.

use jiff::Timestamp;
use rules::actor::Actor;
use rules::nemid::{NemId, Purpose};
use rules::passwords::{self, PasswordRefusal, PasswordVerdict};
use rules::temporary::{self, Helper};

use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{Act, Attempt, CaseError};

/// How an attempt at a password ends.
pub(crate) type Judged<T> = Result<Attempt<T, LogOnRefusal>, CaseError<LogOnRefusal>>;

/// Judges a verdict in the transaction; stale when the NemID has changed since the verdict was made.
pub(crate) fn decide<T>(
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
            act.refused(nemid.number, refusal, purpose)?;
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

/// What the right password learns of what bars it: the cause, with the one that can help (Rules 3.4, Guide 3.2.2, D20).
pub(crate) fn to_its_holder(cause: PasswordRefusal, nemid: &NemId, now: Timestamp) -> LogOnRefusal {
    match (cause, temporary::helper(nemid, now)) {
        (PasswordRefusal::Blocked { .. }, Helper::ItsBank) => LogOnRefusal::PasswordBlockedAtBank,
        (PasswordRefusal::Blocked { .. }, Helper::Administrator) => LogOnRefusal::PasswordBlockedAtWork,
        (cause, _) => cause.into(),
    }
}
