//! The app (nøgleapp; Rules 1, 3.2, 3.5.1; D37) on a telephone: installed with user ID, password and a key from the card,
//! opened an hour later with a PIN of its own, and asked by requests that its holder approves or refuses.

mod refusal;

use jiff::{SignedDuration, Timestamp};

use crate::actor::Stamp;
use crate::cards::DrawnCard;
use crate::carriers::refuse;
use crate::keys::answer::{KeyAnswer, KeyOutcome, KeyRefusal};
use crate::nemid::block::CarrierBlockReason;
use crate::nemid::{Carrier, CarrierState, Decision, DeviceId, Event, Holding, NemId, PinHash, Purpose};
use crate::words::{CarrierKind, CarrierNumber, CprNumber};
use crate::{keys, passwords};

pub use crate::carriers::app::refusal::AppRefusal;

/// The most open apps of one NemID.
pub const MOST: usize = 3;
/// How long after its installation a PIN can be chosen: the time in which its holder hears of it, who may not be the one
/// that installed it.
pub const WAIT: SignedDuration = SignedDuration::from_hours(1);
/// How long after its installation it lapses if no PIN was chosen (D37).
const LAPSE: SignedDuration = SignedDuration::from_hours(24);
/// After so many requests within an hour that were refused or left unanswered, none is sent (D37).
pub const REQUESTS: usize = 5;
/// See [`REQUESTS`].
const REST_WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// What the rules have to know of a telephone.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct OnTelephone {
    /// Which one it is.
    pub device: DeviceId,
    /// Whose it is.
    pub owner: CprNumber,
    /// Make and model.
    pub make: String,
    /// Whether apps can be installed on it.
    pub smart: bool,
    /// Whether its owner has lost it.
    pub lost: bool,
    /// Whether its battery is charged.
    pub battery: bool,
    /// Whether it has a connection.
    pub net: bool,
}

impl OnTelephone {
    /// Whether an app on it works: it is in its owner's hands, charged and connected.
    ///
    /// # Errors
    /// What is missing, the first of it.
    pub fn works(&self) -> Result<(), AppRefusal> {
        let missing = [
            (!self.smart, AppRefusal::NotSmart),
            (self.lost, AppRefusal::TelephoneLost),
            (!self.battery, AppRefusal::NoBattery),
            (!self.net, AppRefusal::NoNet),
        ];
        missing.into_iter().find(|(is_missing, _)| *is_missing).map_or(Ok(()), |(_, refusal)| Err(refusal))
    }
}

/// Checks whether an app can be installed, before a key is spent on it.
///
/// # Errors
/// [`AppRefusal`] for the telephone, or when the NemID has ended or was never activated, has three open apps, or has one on
/// this telephone.
pub fn may_install(nemid: &NemId, on: &OnTelephone) -> Result<(), AppRefusal> {
    on.works()?;
    if !nemid.state.is_open() {
        return Err(AppRefusal::NotUsable);
    }
    if !nemid.is_activated() {
        return Err(AppRefusal::NotActivated);
    }
    if nemid.holder != on.owner {
        return Err(AppRefusal::NotOwn);
    }
    if open(nemid).any(|app| is_on(app, on.device)) {
        return Err(AppRefusal::ThereAlready);
    }
    if open(nemid).count() >= MOST {
        return Err(AppRefusal::TooMany);
    }
    Ok(())
}

/// Installs an app with a key from the card. A wrong key installs nothing.
///
/// # Errors
/// As [`may_install`]; [`AppRefusal::NotUsable`] when the password is blocked or locked; [`AppRefusal::Key`] when the card
/// can't be used, or the key was asked for something else.
pub fn install(
    nemid: &NemId,
    number: CarrierNumber,
    on: &OnTelephone,
    typed: &KeyAnswer,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), AppRefusal> {
    may_install(nemid, on)?;
    passwords::may_be_typed(nemid, stamp.at).map_err(|_| AppRefusal::NotUsable)?;
    keys::asked_for(typed, |purpose| *purpose == Purpose::AppInstall)?;
    keys::from_card(typed)?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = keys::answer(&mut decision, typed, spare)?;
    if outcome == KeyOutcome::Right {
        decision.record(Event::AppInstalled { app: number, device: on.device, make: on.make.clone() });
    }
    Ok((decision.events(), outcome))
}

/// The open app of a NemID with a number, on a telephone.
///
/// # Errors
/// [`AppRefusal::NotThere`].
pub fn on_telephone(nemid: &NemId, number: CarrierNumber, device: DeviceId) -> Result<&Carrier, AppRefusal> {
    open(nemid).find(|app| app.number == number && is_on(app, device)).ok_or(AppRefusal::NotThere)
}

/// When a PIN can be chosen for an installed app.
pub fn ready(app: &Carrier) -> Timestamp {
    app.since.saturating_add(WAIT).unwrap_or(Timestamp::MAX)
}

/// When an app lapses if no PIN is chosen; `None` for another carrier, and for an app that is in use or blocked.
pub fn lapses(app: &Carrier) -> Option<Timestamp> {
    let waits = app.kind() == CarrierKind::App && app.state == CarrierState::Attached;
    waits.then(|| app.since.saturating_add(LAPSE).ok()).flatten()
}

/// Ends the apps for which no PIN was chosen within a day.
pub fn lapse(nemid: &NemId, now: Timestamp) -> Vec<Event> {
    if !nemid.state.is_open() {
        return Vec::new();
    }
    let over = nemid.carriers.iter().filter(|app| lapses(app).is_some_and(|at| at <= now));
    let reason = CarrierBlockReason::NeverBegun;
    over.map(|app| Event::CarrierBlocked { carrier: app.number, reason }).collect()
}

/// Checks whether a PIN can be chosen now for an app on a telephone.
///
/// # Errors
/// [`AppRefusal::NotThere`], [`AppRefusal::InUse`], [`AppRefusal::NotReady`], [`AppRefusal::NotUsable`] when the NemID has
/// ended.
pub fn may_choose_pin(
    nemid: &NemId,
    number: CarrierNumber,
    device: DeviceId,
    now: Timestamp,
) -> Result<(), AppRefusal> {
    if !nemid.state.is_open() {
        return Err(AppRefusal::NotUsable);
    }
    let app = on_telephone(nemid, number, device)?;
    if app.state == CarrierState::Active {
        return Err(AppRefusal::InUse);
    }
    let ready = ready(app);
    if now < ready { Err(AppRefusal::NotReady { at: ready }) } else { Ok(()) }
}

/// Takes an app into use with the PIN that its holder chose.
///
/// # Errors
/// As [`may_choose_pin`].
pub fn choose_pin(
    nemid: &NemId,
    number: CarrierNumber,
    device: DeviceId,
    pin: PinHash,
    now: Timestamp,
) -> Result<Vec<Event>, AppRefusal> {
    may_choose_pin(nemid, number, device, now)?;
    let pin = Some(pin);
    Ok(vec![Event::PinChosen { app: number, pin }, Event::CarrierActivated { carrier: number }])
}

/// The salt and hash of an app's PIN, once one was chosen.
pub fn pin(app: &Carrier) -> Option<PinHash> {
    match app.holding {
        Holding::App { pin, .. } => pin,
        Holding::Token { .. } | Holding::Voice { .. } => None,
    }
}

/// Approves a request with an app, by its PIN. The fifth wrong one in a row blocks the app for good.
///
/// # Errors
/// [`KeyRefusal::NotUsable`] when the NemID has ended, or its password is blocked or locked;
/// [`KeyRefusal::UnknownCarrier`] when the app can't be used.
pub fn approve(
    nemid: &NemId,
    number: CarrierNumber,
    right: bool,
    purpose: &Purpose,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), KeyRefusal> {
    let app = may_answer(nemid, number, stamp)?;
    let mut decision = Decision::of(nemid, stamp);
    if !right {
        let outcome = refuse(&mut decision, app, purpose);
        return Ok((decision.events(), outcome));
    }
    decision.record(Event::CarrierAccepted { carrier: number, counter: None, purpose: purpose.clone() });
    Ok((decision.events(), KeyOutcome::Right))
}

/// Refuses a request with an app.
///
/// # Errors
/// As [`approve`].
pub fn refuse_request(
    nemid: &NemId,
    number: CarrierNumber,
    purpose: &Purpose,
    stamp: &Stamp,
) -> Result<Vec<Event>, KeyRefusal> {
    may_answer(nemid, number, stamp)?;
    Ok(vec![Event::RequestRefused { app: number, purpose: purpose.clone() }])
}

fn may_answer<'a>(nemid: &'a NemId, number: CarrierNumber, stamp: &Stamp) -> Result<&'a Carrier, KeyRefusal> {
    if !nemid.state.is_open() {
        return Err(KeyRefusal::NotUsable);
    }
    passwords::may_be_typed(nemid, stamp.at).map_err(|_| KeyRefusal::NotUsable)?;
    nemid.carrier(number).filter(|app| app.is_usable()).ok_or(KeyRefusal::UnknownCarrier)
}

/// Whether no request is sent to the apps of a NemID, since so many were refused or left unanswered after the holder's
/// last right answer: `sent` says when those were sent. It lasts until the holder has answered with whatever carrier.
pub fn rests(sent: &[Timestamp]) -> bool {
    let mut sent = sent.to_vec();
    sent.sort_unstable();
    sent.windows(REQUESTS).any(|five| match five {
        [first, .., last] => last.duration_since(*first) <= REST_WITHIN,
        _ => false,
    })
}

fn open(nemid: &NemId) -> impl Iterator<Item = &Carrier> {
    nemid.open_carriers().filter(|one| one.kind() == CarrierKind::App)
}

fn is_on(app: &Carrier, telephone: DeviceId) -> bool {
    matches!(app.holding, Holding::App { device, .. } if device == telephone)
}

#[cfg(test)]
mod tests;
