//! Where a request came from.

use jiff::Timestamp;
use rules::actor::{Actor, Channel, Stamp};

use crate::outside::hashing::hasher::Source;

/// Where a request came from, and through what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The part of the site, or the telephone.
    pub channel: Channel,
    /// The client's IP address.
    pub address: Option<String>,
    /// The browser's user agent, cut short.
    pub device: Option<String>,
    /// The hash of the session's token: a block of a card spares that session (DOMAIN 3).
    pub session: Option<[u8; 32]>,
}

impl Origin {
    /// The origin of an action that did not come with a request.
    pub fn inside(channel: Channel) -> Self {
        Self { channel, address: None, device: None, session: None }
    }

    /// The stamp of an actor's action at an instant.
    pub fn stamp(&self, at: Timestamp, actor: Actor) -> Stamp {
        Stamp { at, actor, channel: self.channel, address: self.address.clone(), device: self.device.clone() }
    }

    /// The source that the request's hashing is counted for.
    pub(crate) fn source(&self) -> Source {
        match self.address.as_deref().and_then(|address| address.parse().ok()) {
            Some(address) => Source::address(address),
            None => Source::internal(),
        }
    }
}
