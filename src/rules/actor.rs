//! Who does something, through which channel, when and from where: the stamp on every event.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::words::NemIdNumber;

/// A short stable name of a place outside the system: an office, a bank or a site (`esbjerg-borgerservice`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlaceName(String);

impl PlaceName {
    /// Takes a name as the world's own tables write it.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name as stored and shown in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlaceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who did it. There is no default actor: every change names one (DOMAIN 5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Actor {
    /// The holder, logged on or proven by what was typed.
    Citizen,
    /// Somebody who has not shown who they are: a wrong password, an unknown caller.
    Visitor,
    /// Counter staff of one office (RA-medarbejder), by their employee NemID.
    #[doc(alias = "RA-medarbejder")]
    Officer {
        /// The officer's own employee NemID.
        staff: NemIdNumber,
        /// The office the officer serves at.
        office: PlaceName,
    },
    /// The administrator of the counter, who creates and re-opens officers.
    #[doc(alias = "RA-administrator")]
    Administrator {
        /// The administrator's own employee NemID.
        staff: NemIdNumber,
    },
    /// A bank, by one of its staff.
    Bank {
        /// Which bank.
        bank: PlaceName,
        /// The bank clerk's own employee NemID, where a person did it.
        staff: Option<NemIdNumber>,
    },
    /// A service provider (tjenesteudbyder).
    ServiceProvider {
        /// Which site.
        site: PlaceName,
    },
    /// Whoever runs the whole service.
    Operator {
        /// The operator's own employee NemID, where a person did it.
        staff: Option<NemIdNumber>,
    },
    /// The telephone hotline (Rules 3.5.2).
    Hotline,
    /// Nobody: time passed, or a rule followed by itself.
    Clock,
}

/// The way it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The citizen's own pages.
    Selvbetjening,
    /// The counter's pages.
    RaPortal,
    /// A netbank or its counter.
    Bank,
    /// Another service provider's site.
    Site,
    /// The telephone.
    Telephone,
    /// The operator's pages or commands.
    Operator,
    /// The control room or its JSON twin.
    World,
    /// Time alone.
    Clock,
}

/// When, by whom and from where: what every event carries besides what happened (DOMAIN 5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The simulated instant.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// Through what.
    pub channel: Channel,
    /// The address it came from, if there is one (Rules 3.7).
    pub address: Option<String>,
    /// What the browser said of itself, cut short (Rules 3.7).
    pub device: Option<String>,
}

impl Stamp {
    /// A stamp of the passing of time alone.
    pub fn clock(at: Timestamp) -> Self {
        Self { at, actor: Actor::Clock, channel: Channel::Clock, address: None, device: None }
    }

    /// The same occasion with another actor, as when a visitor has shown to be the citizen.
    #[must_use]
    pub fn by(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }
}
