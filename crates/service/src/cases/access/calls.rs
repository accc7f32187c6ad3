//! Calls of voice response for a question: the telephone rings, and the key that was read out is compared (Rules 3.9, D38).

use rules::carriers::voice;
use rules::carriers::voice::{Around, CallState};
use rules::keys::{AskedKey, KeyRefusal};
use rules::nemid::{NemId, Purpose};
use rules::words::{CarrierNumber, Key};

use crate::cases::app::{Act, CaseError, Parts, RealTime};
use crate::store::calls::Call;
use crate::store::devices::{Device, Telephone, Thing};
use crate::store::{StoreError, Tx};

/// A line from which a key is asked, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number that is called, but for its last digits hidden.
    pub telephone: String,
    /// What became of the call for this question; none when none was made.
    pub call: Option<CallState>,
}

/// The line of a question as its page shows it.
pub(crate) fn shown(parts: &Parts, nemid: &NemId, line: CarrierNumber, call: Option<&Call>) -> Line {
    let telephone = nemid.carrier(line).and_then(voice::telephone_of);
    let call = call.filter(|call| call.line == line);
    let state = |call: &Call| match call.state {
        CallState::Answered if !call.newest => CallState::Ended,
        state => state.at(parts.real_now(), call.began, true),
    };
    Line { telephone: telephone.map(|one| one.masked()).unwrap_or_default(), call: call.map(state) }
}

/// Whether a telephone would ring.
fn rings(telephone: &Telephone) -> bool {
    !telephone.lost && telephone.net && telephone.battery
}

/// The thing of the world that has a number, and what it is like.
fn telephone(device: Option<&Device>) -> Option<&Telephone> {
    match device.map(|device| &device.thing) {
        Some(Thing::Telephone(telephone)) => Some(telephone),
        Some(Thing::Token { .. }) | None => None,
    }
}

/// Calls a telephone for the key of a question; the call before it is void. A telephone that is lost, or has no connection
/// or battery, does not ring: nobody takes that call.
///
/// # Errors
/// [`KeyRefusal`], as [`voice::call`] says.
pub(crate) fn ring(
    act: &Act<'_>,
    nemid: &NemId,
    line: CarrierNumber,
    question: [u8; 32],
    purpose: &Purpose,
) -> Result<(), CaseError<KeyRefusal>> {
    let number = nemid.carrier(line).and_then(voice::telephone_of);
    let number = number.ok_or(CaseError::Refused(KeyRefusal::UnknownCarrier))?;
    let device = act.tx.telephone_with(number, nemid.holder)?;
    let telephone = telephone(device.as_ref());
    let around = Around {
        browser: act.stamp.device.as_deref(),
        make: telephone.map(|telephone| telephone.make.as_str()),
        unanswered: act.tx.calls_nobody_took(line, act.real_now - voice::UNANSWERED_WITHIN)?,
    };
    let (number, events) = voice::call(nemid, line, purpose, &around).map_err(CaseError::Refused)?;
    act.record(nemid, &events)?;
    let state = if telephone.is_some_and(rings) { CallState::Ringing } else { CallState::Missed };
    Ok(act.tx.begin_call(&Call {
        id: act.tx.next_call()?,
        nemid: nemid.number,
        line,
        telephone: number,
        device: device.map(|device| device.id),
        question,
        state,
        key: None,
        began: act.real_now,
        newest: true,
    })?)
}

/// The keyed hash under which the key of a call is kept: it counts for that question alone.
pub(crate) fn hash_of(parts: &Parts, call: &Call, key: &Key) -> [u8; 32] {
    parts.tokens.fingerprint(&format!("call:{:02x?}", call.question), key.reveal())
}

/// Whether a typed key is the one that was read out for this question.
///
/// # Errors
/// [`KeyRefusal::NotCalled`] when none was read out, or a newer call has voided it.
pub(crate) fn is_right(
    parts: &Parts,
    call: Option<&Call>,
    line: CarrierNumber,
    typed: &Key,
) -> Result<bool, KeyRefusal> {
    let call = call.filter(|call| call.newest && call.line == line).ok_or(KeyRefusal::NotCalled)?;
    let kept = call.key.ok_or(KeyRefusal::NotCalled)?;
    Ok(hash_of(parts, call, typed) == kept)
}

/// Whether the question that a call was made for still waits for its key.
pub(crate) fn is_asked(tx: &Tx<'_>, call: &Call, real: RealTime) -> Result<bool, StoreError> {
    let asked = |asked| asked == Some(AskedKey::Carrier(call.line));
    if let Some(log_on) = tx.log_on(&call.question)? {
        let of_this = log_on.call.as_ref().is_some_and(|newest| newest.id == call.id);
        return Ok(of_this && asked(log_on.asked) && real.now <= real.lifetimes.log_on_ends(log_on.life()));
    }
    let enrolment = tx.enrolment(&call.question)?;
    Ok(enrolment.is_some_and(|one| asked(one.asked) && real.now <= real.lifetimes.enrolment_ends(one.life())))
}
