//! The stamp on every event: who did it, through which channel, when and from where.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::words::NemIdNumber;

/// A short stable name of a place outside the system: an office, a bank or a site (`esbjerg-borgerservice`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlaceName(String);

impl PlaceName {
    /// Takes a name as the tables and addresses of this world write it.
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

/// The person or thing that makes a change. There is no default: every change names its actor (DOMAIN 5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Actor {
    /// The holder, who is logged on or has proved who they are by what they typed.
    Citizen,
    /// Somebody who has not proved who they are, as after a wrong password or by telephone.
    Visitor,
    /// Counter staff of one office (RA-medarbejder), by their employee NemID.
    #[doc(alias = "RA-medarbejder")]
    Officer {
        /// The officer's own employee NemID.
        staff: NemIdNumber,
        /// The office at whose counter the officer serves.
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
        /// Stable name of the bank (`fjordbanken`).
        bank: PlaceName,
        /// The bank clerk's own employee NemID, if a person did it.
        staff: Option<NemIdNumber>,
    },
    /// A service provider (tjenesteudbyder).
    ServiceProvider {
        /// Stable name of the site (`borgerportalen`).
        site: PlaceName,
    },
    /// The operator, who runs the whole service.
    Operator {
        /// The operator's own employee NemID, if a person did it.
        staff: Option<NemIdNumber>,
    },
    /// The telephone hotline (Rules 3.5.2).
    Hotline,
    /// No person: time passed, or a rule applied by itself.
    Clock,
}

/// The channel through which a change comes in.
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
    /// The telephone hotline (Rules 3.5.2).
    Telephone,
    /// The operator's pages or commands.
    Operator,
    /// The app on a telephone (D37).
    App,
    /// The control room, by its pages or its JSON interface.
    World,
    /// No channel, since time passed.
    Clock,
}

/// When, by whom and from where: what every event carries besides what happened (DOMAIN 5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The simulated instant.
    pub at: Timestamp,
    /// Who made the change.
    pub actor: Actor,
    /// The channel through which it came in.
    pub channel: Channel,
    /// The address it came from, if there is one (Rules 3.7).
    pub address: Option<String>,
    /// What the browser says about itself, shortened (Rules 3.7).
    pub device: Option<String>,
}

impl Stamp {
    /// A stamp for what happens because time passed.
    pub fn clock(at: Timestamp) -> Self {
        Self { at, actor: Actor::Clock, channel: Channel::Clock, address: None, device: None }
    }

    /// The same stamp with another actor, for a visitor who has proved to be the citizen.
    #[must_use]
    pub fn by(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }
}
