//! A NemID has one live temporary password at most: a new one ends the one before (DOMAIN 3).

use crate::actor::Stamp;
use crate::nemid::temporary::{Delivery, TemporaryEnd, TemporaryPlace, TemporaryPurpose, TemporaryState};
use crate::nemid::{Decision, DigitsFingerprint, Event, NemId, PasswordHash, TemporaryPassword};
use crate::post::Journey;
use crate::words::PinLetterSerial;

/// A temporary password to be issued: its hash, and the PIN letter that holds it.
#[derive(Clone, Debug)]
pub struct NewTemporary {
    /// The hash of its six digits.
    pub hash: PasswordHash,
    /// Their fingerprint, by which the letter is known again once a newer one was issued.
    pub fingerprint: DigitsFingerprint,
    /// The serial number of the PIN letter.
    pub serial: PinLetterSerial,
    /// Handed out over the counter, or posted.
    pub delivery: Delivery,
    /// Where it has to be typed.
    pub place: TemporaryPlace,
}

/// Issues a temporary password, and ends the one before if it is live (DOMAIN 3).
pub fn send(decision: &mut Decision<'_>, purpose: TemporaryPurpose, new: &NewTemporary) {
    end_live(decision, TemporaryEnd::Newer);
    let posted = match new.delivery {
        Delivery::HandedOut => None,
        Delivery::Posted => Some(Journey::of_pin_letter(decision.nemid(), decision.stamp().at).posted),
    };
    decision.record(Event::TemporaryPasswordIssued {
        hash: new.hash.clone(),
        fingerprint: new.fingerprint,
        purpose,
        place: new.place.clone(),
        serial: new.serial,
        delivery: new.delivery,
        posted,
    });
}

/// Ends the live temporary password, if there is one. If it ran out after the last nightly round, its age is recorded
/// as the cause.
pub(crate) fn end_live(decision: &mut Decision<'_>, why: TemporaryEnd) {
    let live = |temporary: &&TemporaryPassword| matches!(temporary.state, TemporaryState::Live { .. });
    if let Some(temporary) = decision.nemid().temporary.as_ref().filter(live) {
        let why = temporary.dead(decision.stamp().at).unwrap_or(why);
        decision.record(Event::TemporaryPasswordDied { why });
    }
}

/// Ends a live temporary password whose right digits were typed as a password: wherever that is, it is a wrong place for
/// them (Guide 3.1.2).
pub fn typed_as_password(nemid: &NemId, stamp: &Stamp) -> Vec<Event> {
    let mut decision = Decision::of(nemid, stamp);
    end_live(&mut decision, TemporaryEnd::WrongPlace);
    decision.events()
}
