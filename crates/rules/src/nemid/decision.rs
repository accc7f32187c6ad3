//! A course of events: what a rule has decided so far, and the NemID as it stands after that.

use crate::actor::Stamp;
use crate::nemid::{Event, NemId};

/// Collects the events of one decision while later parts of it look at what the earlier ones made.
#[derive(Debug)]
pub struct Decision<'a> {
    stamp: &'a Stamp,
    after: NemId,
    events: Vec<Event>,
}

impl<'a> Decision<'a> {
    /// Begins where the NemID stands.
    pub fn of(nemid: &NemId, stamp: &'a Stamp) -> Self {
        Self { stamp, after: nemid.clone(), events: Vec::new() }
    }

    /// Lets one thing happen.
    pub fn record(&mut self, event: Event) {
        self.after.apply(&event, self.stamp);
        self.events.push(event);
    }

    /// The NemID as it stands now.
    pub fn nemid(&self) -> &NemId {
        &self.after
    }

    /// When, by whom.
    pub fn stamp(&self) -> &'a Stamp {
        self.stamp
    }

    /// All that has happened.
    pub fn events(self) -> Vec<Event> {
        self.events
    }
}
