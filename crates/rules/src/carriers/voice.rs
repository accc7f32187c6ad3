//! Voice response (IVR; Rules 1, 3.9; D38): a telephone rings, and a voice reads one key out. It is meant for the blind and
//! the weak-sighted, so its holder activates and re-opens with it too, and needs no card.

use jiff::{SignedDuration, Timestamp};

use crate::actor::Stamp;
use crate::cards::DrawnCard;
use crate::carriers::refusal::CarrierRefusal;
use crate::carriers::start::may_be_changed;
use crate::keys;
use crate::keys::{KeyAnswer, KeyOutcome, KeyRefusal};
use crate::nemid::block::{CarrierBlockReason, PasswordBlockReason};
use crate::nemid::{Carrier, CarrierState, Decision, Event, Holding, NemId, Password, Purpose};
use crate::words::{CarrierKind, CarrierNumber, Mobile};

/// So long a telephone rings, by the real clock (D38).
pub const RING: SignedDuration = SignedDuration::from_secs(60);
/// So many calls in [`UNANSWERED_WITHIN`] that nobody took are made for one line; then it is left in peace (D38).
pub const UNANSWERED: usize = 5;
/// The time in which calls that nobody took are counted, by the real clock.
pub const UNANSWERED_WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// How voice response was ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordered {
    /// By its holder in person, at a counter or a bank: the telephone can be called at once.
    InPerson,
    /// By telephone: a letter goes to the registered address first, so that its holder learns of it.
    ByLetter,
}

/// What became of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallState {
    /// The telephone rings.
    Ringing,
    /// It was taken, and the key was read out.
    Answered,
    /// Nobody took it.
    Missed,
    /// It was broken off: a newer call, the answer, or the end of the question came first.
    Ended,
}

impl CallState {
    /// The stable word in tables, texts and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ringing => "ringing",
            Self::Answered => "answered",
            Self::Missed => "missed",
            Self::Ended => "ended",
        }
    }

    /// The state of a stored word.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Ringing, Self::Answered, Self::Missed, Self::Ended].into_iter().find(|one| one.code() == code)
    }

    /// The state now: it rings for a minute, and a call ends with the question that it was made for.
    #[must_use]
    pub fn at(self, now: Timestamp, began: Timestamp, asked: bool) -> Self {
        match self {
            Self::Ringing | Self::Answered if !asked => Self::Ended,
            Self::Ringing if now.duration_since(began) >= RING => Self::Missed,
            same => same,
        }
    }
}

/// Orders voice response for a telephone. What waits to be confirmed for another number is replaced.
///
/// # Errors
/// When the NemID has ended, that number is called already or waits to be confirmed, or a letter can't be sent.
pub fn order(
    nemid: &NemId,
    line: CarrierNumber,
    telephone: Mobile,
    ordered: Ordered,
    stamp: &Stamp,
) -> Result<Vec<Event>, CarrierRefusal> {
    if !nemid.state.is_open() {
        return Err(CarrierRefusal::NemIdEnded);
    }
    let reads_out = |one: &&Carrier| is_called(nemid, one) && telephone_of(one) == Some(telephone);
    if lines(nemid).any(|one| reads_out(&one)) {
        return Err(CarrierRefusal::AlreadyCalled);
    }
    let posted = ordered == Ordered::ByLetter;
    if posted && !nemid.reach.is_reached() {
        return Err(CarrierRefusal::NoAddress);
    }
    let mut decision = Decision::of(nemid, stamp);
    let waiting: Vec<_> = lines(nemid).filter(|one| !one.is_usable()).map(|one| one.number).collect();
    for carrier in waiting {
        decision.record(Event::CarrierBlocked { carrier, reason: CarrierBlockReason::CarrierReplaced });
    }
    decision.record(Event::VoiceOrdered { line, telephone, posted });
    Ok(decision.events())
}

/// The open lines of a NemID, the oldest first.
fn lines(nemid: &NemId) -> impl Iterator<Item = &Carrier> {
    nemid.open_carriers().filter(|one| one.kind() == CarrierKind::Voice)
}

/// The telephone of a line; `None` for another carrier.
pub fn telephone_of(line: &Carrier) -> Option<Mobile> {
    match line.holding {
        Holding::Voice { telephone } => Some(telephone),
        Holding::Token { .. } | Holding::App { .. } => None,
    }
}

/// Whether a line is open, and its telephone not the one for which the password is blocked (Rules 3.9): that one is silent
/// until the password is open again. What was ordered after the block can be called.
fn is_called(nemid: &NemId, line: &Carrier) -> bool {
    let silent = match &nemid.password {
        Password::Blocked { block, .. } => {
            let of_telephone =
                matches!(block.reason, PasswordBlockReason::TelephoneLost | PasswordBlockReason::LineMisused);
            of_telephone && line.since <= block.at
        }
        Password::NotChosen | Password::InUse { .. } => false,
    };
    line.is_open() && !silent
}

/// Whether a key of this carrier counts for a purpose. A line that waits to be confirmed is confirmed by a key for
/// activating, re-opening, or for this alone; for anything else a carrier has to be in use.
pub(super) fn counts_for(nemid: &NemId, carrier: &Carrier, purpose: &Purpose) -> bool {
    if carrier.kind() != CarrierKind::Voice {
        return carrier.is_usable();
    }
    let confirms = matches!(purpose, Purpose::Activation | Purpose::Reopening | Purpose::VoiceChange);
    let state = match carrier.state {
        CarrierState::Active => true,
        CarrierState::Attached => confirms,
        CarrierState::Ordered | CarrierState::Blocked(_) | CarrierState::WornOut { .. } => false,
    };
    state && is_called(nemid, carrier)
}

/// The line with which its holder can activate or re-open without seeing: the newest that can be called (D38).
pub fn to_start_with(nemid: &NemId) -> Option<&Carrier> {
    lines(nemid).filter(|line| counts_for(nemid, line, &Purpose::Activation)).last()
}

/// What is known when a telephone is to ring.
#[derive(Clone, Debug, Default)]
pub struct Around<'a> {
    /// What the browser in which the key is to be typed says about itself.
    pub browser: Option<&'a str>,
    /// Make and model of the telephone that is to ring, if the world has it.
    pub make: Option<&'a str>,
    /// Calls to this line in the last hour that nobody took.
    pub unanswered: usize,
}

/// Calls a telephone. Gives its number and the events.
///
/// # Errors
/// [`KeyRefusal::UnknownCarrier`] when the line can't be called for this purpose; [`KeyRefusal::ThisTelephone`] when the
/// key would be typed on the telephone that rings (Rules 3.9); [`KeyRefusal::TooManyCalls`] when nobody took the last ones.
pub fn call(
    nemid: &NemId,
    number: CarrierNumber,
    purpose: &Purpose,
    around: &Around<'_>,
) -> Result<(Mobile, Vec<Event>), KeyRefusal> {
    if !nemid.state.is_open() {
        return Err(KeyRefusal::NotUsable);
    }
    let line = nemid.carrier(number).filter(|line| counts_for(nemid, line, purpose));
    let telephone = line.and_then(telephone_of).ok_or(KeyRefusal::UnknownCarrier)?;
    if is_on(around.browser, around.make) {
        return Err(KeyRefusal::ThisTelephone);
    }
    if around.unanswered >= UNANSWERED {
        return Err(KeyRefusal::TooManyCalls);
    }
    Ok((telephone, vec![Event::CarrierAsked { carrier: number, purpose: purpose.clone() }]))
}

/// Whether a browser runs on a telephone: it names make and model, as browsers of telephones do.
fn is_on(browser: Option<&str>, make: Option<&str>) -> bool {
    match (browser, make.map(str::trim).filter(|make| !make.is_empty())) {
        (Some(browser), Some(make)) => browser.to_lowercase().contains(&make.to_lowercase()),
        _ => false,
    }
}

/// The line that waits to be confirmed.
///
/// # Errors
/// [`CarrierRefusal::NotOpen`] when none does.
pub fn to_confirm(nemid: &NemId) -> Result<&Carrier, CarrierRefusal> {
    lines(nemid).filter(|one| one.state == CarrierState::Attached).last().ok_or(CarrierRefusal::NotOpen)
}

/// Checks whether the line in use can be moved to another telephone, and gives it.
///
/// # Errors
/// [`CarrierRefusal::NotOpen`] when no line is in use, [`CarrierRefusal::AlreadyCalled`] when it has that number.
pub fn may_move(nemid: &NemId, to: Mobile) -> Result<&Carrier, CarrierRefusal> {
    let line = nemid.usable_carriers(CarrierKind::Voice).last().ok_or(CarrierRefusal::NotOpen)?;
    if telephone_of(line) == Some(to) { Err(CarrierRefusal::AlreadyCalled) } else { Ok(line) }
}

/// Confirms the line that waits with the key that was read out on it, or moves the line in use to another telephone with a
/// key of any carrier (Rules 3.9).
///
/// # Errors
/// As [`to_confirm`] and [`may_move`]; [`CarrierRefusal::NotUsable`] when the password is blocked or locked;
/// [`CarrierRefusal::Key`] when the key can't be judged.
pub fn change(
    nemid: &NemId,
    to: Option<Mobile>,
    typed: &KeyAnswer,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), CarrierRefusal> {
    may_be_changed(nemid, stamp.at)?;
    let line = to.map_or_else(|| to_confirm(nemid), |to| may_move(nemid, to))?;
    keys::asked_for(typed, |purpose| *purpose == Purpose::VoiceChange)?;
    let of_line = typed.of == keys::AskedKey::Carrier(line.number);
    if to.is_none() && !of_line {
        return Err(KeyRefusal::UnknownCarrier.into());
    }
    let mut decision = Decision::of(nemid, stamp);
    let outcome = keys::answer(&mut decision, typed, spare)?;
    if let (KeyOutcome::Right, Some(to), Some(from)) = (&outcome, to, telephone_of(line)) {
        decision.record(Event::VoiceMoved { line: line.number, from, to });
    }
    Ok((decision.events(), outcome))
}

#[cfg(test)]
mod tests;
