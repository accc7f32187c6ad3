//! Where a request came from.

use std::net::IpAddr;

use jiff::Timestamp;
use rules::actor::{Actor, Channel, Stamp};
use rules::limits::Household;

use crate::outside::hashing::hasher::Source;

/// Where a request came from, and through what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The part of the site, or the telephone.
    pub channel: Channel,
    /// The client's IP address, as far as it is known.
    pub address: Option<IpAddr>,
    /// Whether something in between handed the request on and did not say for whom. Then the address is that of
    /// the thing in between, so that it belongs to none of the named networks.
    pub relayed: bool,
    /// The browser's user agent, cut short.
    pub device: Option<String>,
    /// The hash of the session's token: a block of a card spares that session (DOMAIN 3).
    pub session: Option<[u8; 32]>,
}

impl Origin {
    /// The origin of an action that did not come with a request.
    pub fn inside(channel: Channel) -> Self {
        Self { channel, address: None, relayed: false, device: None, session: None }
    }

    /// The stamp of an actor's action at an instant.
    pub fn stamp(&self, at: Timestamp, actor: Actor) -> Stamp {
        let address = self.address.map(|address| address.to_string());
        Stamp { at, actor, channel: self.channel, address, device: self.device.clone() }
    }

    /// The household that the request counts for where something is counted by address.
    pub(crate) fn household(&self) -> Option<Household> {
        self.address.map(Household::of)
    }

    /// The source that the request's hashing is counted for.
    pub(crate) fn source(&self) -> Source {
        self.address.map_or_else(Source::internal, Source::address)
    }
}
