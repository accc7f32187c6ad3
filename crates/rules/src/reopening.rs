//! Re-opening a blocked password with a temporary one (Guide 3.1.3, 3.1.4).

use crate::activation::{EnrolmentRefusal, Spares, temporary_still_good};
use crate::actor::Stamp;
use crate::keys::{KeyAnswer, KeyOutcome};
use crate::nemid::temporary::TemporaryPurpose;
use crate::nemid::{Decision, Event, NemId, Password, PasswordHash, Purpose};
use crate::passwords::PasswordVerdict;
use crate::temporary::TemporaryOutcome;
use crate::{certificates, keys, temporary};

/// Everything that the citizen has chosen before the last step.
#[derive(Clone, Debug)]
pub struct Reopening {
    /// The temporary password it began with, by its hash.
    pub temporary: PasswordHash,
    /// The hash of the new password.
    pub password: PasswordHash,
    /// The hash for which the remembered password was right, when one was asked for (Guide 3.1.4).
    pub remembered: Option<PasswordHash>,
}

/// Judges the remembered password. A wrong one counts as a wrong try of the temporary password (DOMAIN 3). Returns
/// `None` when the verdict is stale.
///
/// # Errors
/// [`EnrolmentRefusal::TemporaryDead`]; [`EnrolmentRefusal::NothingToStart`] when the temporary password is for another
/// purpose.
pub fn remembered(
    nemid: &NemId,
    began_with: &PasswordHash,
    verdict: &PasswordVerdict,
    stamp: &Stamp,
) -> Result<Option<(Vec<crate::nemid::Event>, TemporaryOutcome)>, EnrolmentRefusal> {
    let purpose = temporary_still_good(nemid, began_with, &[TemporaryPurpose::Unlock], stamp)?;
    if nemid.password.hash() != Some(&verdict.against) {
        return Ok(None);
    }
    if verdict.right {
        return Ok(Some((Vec::new(), TemporaryOutcome::Right { purpose })));
    }
    let mut decision = Decision::of(nemid, stamp);
    let outcome = temporary::wrong_try(&mut decision);
    Ok(Some((decision.events(), outcome)))
}

/// Completes a re-opening with its last step, the key, and sets all counts to zero. A certificate that was blocked with
/// the password is issued anew, with the same PID (Guide 3.1.3).
///
/// # Errors
/// [`EnrolmentRefusal::TemporaryDead`] when the temporary password has died since; [`EnrolmentRefusal::NothingToStart`]
/// when the password is not blocked, or a remembered password is needed and was not right; [`EnrolmentRefusal::Key`] as
/// [`keys::answer()`] says.
pub fn complete(
    nemid: &NemId,
    chosen: &Reopening,
    typed: &KeyAnswer,
    spares: &Spares<'_>,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), EnrolmentRefusal> {
    let purposes = [TemporaryPurpose::Unlock, TemporaryPurpose::Reset];
    let purpose = temporary_still_good(nemid, &chosen.temporary, &purposes, stamp)?;
    let Password::Blocked { hash, .. } = &nemid.password else {
        return Err(EnrolmentRefusal::NothingToStart);
    };
    if purpose == TemporaryPurpose::Unlock && chosen.remembered.as_ref() != Some(hash) {
        return Err(EnrolmentRefusal::NothingToStart);
    }
    keys::asked_for(typed, |purpose| *purpose == Purpose::Reopening)?;
    keys::from_card_or_voice(typed)?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = keys::answer(&mut decision, typed, spares.card)?;
    if outcome == KeyOutcome::Right {
        decision.record(Event::PasswordReopened { hash: chosen.password.clone(), purpose });
        if decision.nemid().certificate_ordered.is_some() {
            certificates::issue(&mut decision, spares.certificate);
        }
    }
    Ok((decision.events(), outcome))
}

#[cfg(test)]
mod tests;
