//! The things of the world that carriers are on (D36): tokens, whose button can be pressed, and telephones; what they are
//! like, and which carriers a person has.

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::app::{Act, App, CaseError, Origin, refused};
use crate::cases::world::post::{self, Budget};
pub use crate::store::devices::{Device, Telephone, Thing};
use crate::store::post::{Letter, LetterState};
use crate::store::{StoreError, Tx};
use rules::Refusal;
use rules::actor::{Actor, Channel};
use rules::carriers::token;
use rules::nemid::{Carrier, DeviceId, Holding, KeyCard, NemId};
use rules::words::{CarrierId, CarrierNumber, CprNumber, Key, NemIdNumber};

/// Why nothing happens with a thing.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum DeviceRefusal {
    /// There is no such thing.
    #[error("no such device")]
    NotThere,
    /// It has no button, or is nothing of this kind.
    #[error("not such a device")]
    NotSuch,
    /// Its letter has not come, or was not opened yet.
    #[error("not in its holder's hands")]
    NotHere,
    /// Its holder has lost it.
    #[error("lost")]
    Lost,
    /// Its battery has ended.
    #[error("no battery")]
    NoBattery,
}

impl Refusal for DeviceRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "device-not-there",
            Self::NotSuch => "device-not-such",
            Self::NotHere => "device-not-here",
            Self::Lost => "device-lost",
            Self::NoBattery => "device-no-battery",
        }
    }
}

type DeviceError = CaseError<DeviceRefusal>;

/// A carrier of a person, whatever its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The NemID that it belongs to.
    pub nemid: NemIdNumber,
    /// Its number, which says its kind.
    pub number: CarrierId,
    /// The word of its state.
    pub state: &'static str,
    /// Whether it is in use.
    pub active: bool,
    /// When it was ordered, handed out or installed.
    pub since: Timestamp,
    /// When it was used last; of a card that is not kept.
    pub used: Option<Timestamp>,
    /// The thing that it is on.
    pub device: Option<DeviceId>,
}

impl Held {
    fn card(nemid: &NemId, card: &KeyCard) -> Self {
        Self {
            nemid: nemid.number,
            number: CarrierId::Card(card.number),
            state: card.state.code(),
            active: card.is_active(),
            since: card.since,
            used: None,
            device: None,
        }
    }

    fn other(nemid: &NemId, carrier: &Carrier, devices: &[Device]) -> Self {
        let of_token = |device: &&Device| device.token() == Some(carrier.number);
        let device = match carrier.holding {
            Holding::App { device, .. } => Some(device),
            Holding::Token { .. } | Holding::Voice { .. } => {
                devices.iter().find(of_token).map(|device| device.id)
            }
        };
        Self {
            nemid: nemid.number,
            number: CarrierId::Other(carrier.number),
            state: carrier.state.code(),
            active: carrier.is_usable(),
            since: carrier.since,
            used: carrier.used,
            device,
        }
    }
}

impl Device {
    pub fn token(&self) -> Option<CarrierNumber> {
        match &self.thing {
            Thing::Token { carrier, .. } => Some(*carrier),
            Thing::Telephone(_) => None,
        }
    }
}

/// All carriers of a person's NemIDs, those of the oldest NemID first, the cards before the others.
pub async fn carriers(app: &App, cpr: CprNumber) -> Result<Vec<Held>, StoreError> {
    app.read(move |tx| {
        let devices = tx.devices_of(cpr)?;
        let mut held = Vec::new();
        for nemid in tx.nemids_of(cpr)? {
            held.extend(nemid.cards.iter().map(|card| Held::card(&nemid, card)));
            held.extend(nemid.carriers.iter().map(|carrier| Held::other(&nemid, carrier, &devices)));
        }
        Ok(held)
    })
    .await
}

/// A person's things that have come to them, the oldest first.
pub async fn devices(app: &App, cpr: CprNumber) -> Result<Vec<Device>, StoreError> {
    app.read(move |tx| {
        let letters = tx.letters_of(cpr)?;
        let mut devices = tx.devices_of(cpr)?;
        devices.retain(|device| device.token().is_none_or(|token| is_in_hand(&letters, token)));
        Ok(devices)
    })
    .await
}

/// A thing that has come to its owner.
pub async fn device(app: &App, id: DeviceId) -> Result<Option<Device>, StoreError> {
    app.read(move |tx| {
        let Some(device) = tx.device(id)? else { return Ok(None) };
        let letters = tx.letters_of(device.owner)?;
        Ok(Some(device).filter(|device| device.token().is_none_or(|token| is_in_hand(&letters, token))))
    })
    .await
}

/// Whether the letter with a token was opened.
fn is_in_hand(letters: &[Letter], token: CarrierNumber) -> bool {
    letters.iter().any(|letter| letter.carrier == Some(token) && letter.state == LetterState::Opened)
}

fn found(tx: &Tx<'_>, id: DeviceId) -> Result<Device, DeviceError> {
    tx.device(id)?.ok_or_else(|| refused(DeviceRefusal::NotThere))
}

/// Presses a token's button. Gives the six digits on its display. Each press shows the next code, whatever became of the
/// token meanwhile: it does not know that it was blocked.
///
/// # Errors
/// [`DeviceRefusal`], by what the thing is like.
pub async fn press(app: &App, id: DeviceId) -> Result<Key, DeviceError> {
    app.act(&Origin::inside(Channel::World), Actor::Clock, move |act| {
        post::deliver_arrived(act, act.now(), &mut Budget::unlimited())?;
        let device = found(act.tx, id)?;
        let Thing::Token { carrier, pressed, lost, battery } = device.thing else {
            return Err(refused(DeviceRefusal::NotSuch));
        };
        if !is_in_hand(&act.tx.letters_of(device.owner)?, carrier) {
            return Err(refused(DeviceRefusal::NotHere));
        }
        if lost {
            return Err(refused(DeviceRefusal::Lost));
        }
        let shown = shown(act, carrier, pressed)?.filter(|_| battery);
        let code = shown.ok_or_else(|| refused(DeviceRefusal::NoBattery))?;
        let thing = Thing::Token { carrier, pressed: pressed + 1, lost, battery };
        act.tx.save_device(&Device { thing, ..device })?;
        Ok(code)
    })
    .await
}

/// The code that a token shows at a press; none when its battery has ended by now, or nobody knows the token any more.
fn shown(act: &Act<'_>, number: CarrierNumber, pressed: u32) -> Result<Option<Key>, StoreError> {
    let Some(nemid) = act.tx.nemid_of_carrier(number)? else { return Ok(None) };
    let works = |carrier: &&Carrier| {
        carrier.state.code() != "worn_out" && token::battery_ends(carrier).is_none_or(|ends| ends > act.now())
    };
    let carrier = nemid.carrier(number).filter(works);
    let salt = carrier.and_then(token::searched).map(|(salt, _)| salt);
    Ok(salt.map(|salt| act.app.token_codes.code(&number, &salt, pressed)))
}

/// What becomes of a thing; what is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Whether its holder has lost it.
    pub lost: Option<bool>,
    /// Whether its battery works.
    pub battery: Option<bool>,
    /// Whether a telephone has a connection.
    pub net: Option<bool>,
    /// Whether somebody else controls a telephone.
    pub compromised: Option<bool>,
    /// Whether a telephone has essential security holes.
    pub holes: Option<bool>,
}

/// Changes what a thing is like. Nobody inside is told: its holder has to block what is on it (Rules 3.5.1).
///
/// # Errors
/// [`DeviceRefusal::NotThere`]; [`DeviceRefusal::NotSuch`] when a token is said to have what only a telephone has.
pub async fn change(app: &App, id: DeviceId, change: Change) -> Result<Device, DeviceError> {
    app.act(&Origin::inside(Channel::World), Actor::Clock, move |act| {
        let mut device = found(act.tx, id)?;
        match &mut device.thing {
            Thing::Token { lost, battery, .. } => {
                if change.net.is_some() || change.compromised.is_some() || change.holes.is_some() {
                    return Err(refused(DeviceRefusal::NotSuch));
                }
                set(lost, change.lost);
                set(battery, change.battery);
            }
            Thing::Telephone(telephone) => {
                set(&mut telephone.lost, change.lost);
                set(&mut telephone.battery, change.battery);
                set(&mut telephone.net, change.net);
                set(&mut telephone.compromised, change.compromised);
                set(&mut telephone.holes, change.holes);
            }
        }
        act.tx.save_device(&device)?;
        Ok(device)
    })
    .await
}

fn set(fact: &mut bool, to: Option<bool>) {
    *fact = to.unwrap_or(*fact);
}
