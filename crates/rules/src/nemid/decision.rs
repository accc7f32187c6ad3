//! A decision: the events that a rule has decided so far, and the NemID after them.

use crate::actor::Stamp;
use crate::nemid::{Event, NemId};

/// Collects the events of one decision, so that its later parts see the NemID after the earlier ones.
#[derive(Debug)]
pub struct Decision<'a> {
    stamp: &'a Stamp,
    after: NemId,
    events: Vec<Event>,
}

impl<'a> Decision<'a> {
    /// A decision about this NemID, without events yet.
    pub fn of(nemid: &NemId, stamp: &'a Stamp) -> Self {
        Self { stamp, after: nemid.clone(), events: Vec::new() }
    }

    /// Records one event and applies it to the NemID.
    pub fn record(&mut self, event: Event) {
        self.after.apply(&event, self.stamp);
        self.events.push(event);
    }

    /// The NemID after the events recorded so far.
    pub fn nemid(&self) -> &NemId {
        &self.after
    }

    /// The stamp with which the events are applied.
    pub fn stamp(&self) -> &'a Stamp {
        self.stamp
    }

    /// The recorded events, in their order.
    pub fn events(self) -> Vec<Event> {
        self.events
    }
}
