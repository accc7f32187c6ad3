//! What the typed digits of a temporary password lead to, and its end by age (Guide 3.1.2).

use jiff::{SignedDuration, Timestamp};

use crate::actor::Stamp;
use crate::nemid::temporary::{
    LIFE, TemporaryEnd, TemporaryPlace, TemporaryPurpose, TemporaryState, WRONG_TRIES,
};
use crate::nemid::{Decision, Event, NemId, PasswordHash};

/// The hasher's verdict on six typed digits.
#[derive(Clone, Debug)]
pub struct TemporaryVerdict {
    /// The hash they were compared with.
    pub against: PasswordHash,
    /// Whether they were right.
    pub right: bool,
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
    /// The temporary password is dead.
    Dead {
        /// Why it died.
        why: TemporaryEnd,
    },
}

/// Judges six digits that were typed with the right NemID number at a place (Guide 3.1.2). Returns `None` when the
/// verdict was made against another letter's digits, so that they have to be verified again.
///
/// Only the right digits reveal why a temporary password is dead, so that a person who guesses learns nothing. For one
/// that died of three wrong tries the cause is shown to everybody, as it was at the third.
pub fn judge(
    nemid: &NemId,
    verdict: &TemporaryVerdict,
    here: &TemporaryPlace,
    stamp: &Stamp,
) -> Option<(Vec<Event>, TemporaryOutcome)> {
    let temporary = nemid.temporary.as_ref().filter(|temporary| temporary.hash == verdict.against)?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = match (temporary.dead(stamp.at), verdict.right, temporary.state) {
        (Some(why), right, state) => {
            if let TemporaryState::Live { .. } = state {
                decision.record(Event::TemporaryPasswordDied { why });
            }
            if right || why == TemporaryEnd::TooManyTries {
                TemporaryOutcome::Dead { why }
            } else {
                TemporaryOutcome::Wrong { left: 0 }
            }
        }
        (None, true, _) if temporary.place != *here => die(&mut decision, TemporaryEnd::WrongPlace),
        (None, true, _) => TemporaryOutcome::Right { purpose: temporary.purpose },
        (None, false, _) => wrong_try(&mut decision),
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
