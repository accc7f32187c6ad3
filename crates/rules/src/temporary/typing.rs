//! What the typed digits of a temporary password lead to, and its end by age (Guide 3.1.2).

use jiff::{SignedDuration, Timestamp};

use crate::actor::Stamp;
use crate::nemid::temporary::{
    LIFE, TemporaryEnd, TemporaryPlace, TemporaryPurpose, TemporaryState, WRONG_TRIES,
};
use crate::nemid::{Decision, Event, NemId, PasswordHash};

/// What six typed digits are, of a NemID that has a temporary password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDigits {
    /// Those of its newest temporary password.
    Right,
    /// Those of an older one, which a newer one has replaced.
    Superseded,
    /// Neither.
    Wrong,
}

/// The verdict on six typed digits.
#[derive(Clone, Debug)]
pub struct TemporaryVerdict {
    /// The hash they were compared with.
    pub against: PasswordHash,
    /// What they are.
    pub digits: TypedDigits,
}

/// What follows from typed digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemporaryOutcome {
    /// The digits are right, and typed at the right place.
    Right {
        /// What the temporary password can be used for.
        purpose: TemporaryPurpose,
    },
    /// The digits are wrong, or answered as if they were.
    Wrong {
        /// Wrong tries left; 0 for a dead one.
        left: u8,
    },
    /// Wrong digits were typed three times with this NemID number. It is answered like a number that nobody has.
    TriedOut,
    /// The temporary password is dead.
    Dead {
        /// Why it died.
        why: TemporaryEnd,
    },
}

/// Judges six digits that were typed with the right NemID number at a place (Guide 3.1.2). Returns `None` when the
/// verdict was made against another letter's digits, so that they have to be verified again.
///
/// Only digits of a letter reveal why a temporary password is dead, so that a person who guesses learns nothing. An older
/// letter says that a newer one was issued and costs that one nothing; where the NemID has ended, it says so.
pub fn judge(
    nemid: &NemId,
    verdict: &TemporaryVerdict,
    here: &TemporaryPlace,
    stamp: &Stamp,
) -> Option<(Vec<Event>, TemporaryOutcome)> {
    let temporary = nemid.temporary.as_ref().filter(|temporary| temporary.hash == verdict.against)?;
    let mut decision = Decision::of(nemid, stamp);
    let dead = temporary.dead(stamp.at);
    if let (Some(why), TemporaryState::Live { .. }) = (dead, temporary.state) {
        decision.record(Event::TemporaryPasswordDied { why });
    }
    let outcome = match (verdict.digits, dead) {
        (TypedDigits::Right, Some(why)) | (TypedDigits::Superseded, Some(why @ TemporaryEnd::NemIdEnded)) => {
            TemporaryOutcome::Dead { why }
        }
        (TypedDigits::Superseded, _) => TemporaryOutcome::Dead { why: TemporaryEnd::Newer },
        (TypedDigits::Wrong, Some(TemporaryEnd::TooManyTries)) => TemporaryOutcome::TriedOut,
        (TypedDigits::Wrong, Some(_)) => TemporaryOutcome::Wrong { left: 0 },
        (TypedDigits::Right, None) if temporary.place != *here => {
            die(&mut decision, TemporaryEnd::WrongPlace)
        }
        (TypedDigits::Right, None) => TemporaryOutcome::Right { purpose: temporary.purpose },
        (TypedDigits::Wrong, None) => match wrong_try(&mut decision) {
            TemporaryOutcome::Dead { .. } => TemporaryOutcome::TriedOut,
            other => other,
        },
    };
    Some((decision.events(), outcome))
}

fn die(decision: &mut Decision<'_>, why: TemporaryEnd) -> TemporaryOutcome {
    decision.record(Event::TemporaryPasswordDied { why });
    TemporaryOutcome::Dead { why }
}

/// Counts one wrong try. The third kills the temporary password (Guide 3.1.2).
pub fn wrong_try(decision: &mut Decision<'_>) -> TemporaryOutcome {
    let tries = match decision.nemid().temporary.as_ref().map(|temporary| temporary.state) {
        Some(TemporaryState::Live { wrong }) => wrong + 1,
        _ => return TemporaryOutcome::Wrong { left: 0 },
    };
    decision.record(Event::TemporaryPasswordRefused { tries });
    if tries < WRONG_TRIES {
        return TemporaryOutcome::Wrong { left: WRONG_TRIES - tries };
    }
    die(decision, TemporaryEnd::TooManyTries)
}

/// Ends a temporary password that is over 30 days old (Guide 3.1.2).
pub fn run_out(nemid: &NemId, now: Timestamp) -> Vec<Event> {
    match &nemid.temporary {
        Some(temporary)
            if matches!(temporary.state, TemporaryState::Live { .. })
                && temporary.dead(now) == Some(TemporaryEnd::TooOld) =>
        {
            vec![Event::TemporaryPasswordDied { why: TemporaryEnd::TooOld }]
        }
        _ => Vec::new(),
    }
}

/// The first instant at which [`run_out`] returns an event, just after the 30 days; `None` when none is live.
pub fn runs_out(nemid: &NemId) -> Option<Timestamp> {
    let temporary = nemid.temporary.as_ref()?;
    let live = matches!(temporary.state, TemporaryState::Live { .. });
    live.then(|| temporary.issued.checked_add(LIFE + SignedDuration::from_nanos(1)).unwrap_or(Timestamp::MAX))
}
