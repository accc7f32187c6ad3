//! What an answered key changes on its card, token, app or voice line.

use crate::actor::Stamp;
use crate::nemid::carrier::Holding;
use crate::nemid::{Carrier, KeyCard, PinHash};
use crate::words::KeyPosition;

impl KeyCard {
    /// The key asked for was answered.
    pub(super) fn use_up(&mut self, position: KeyPosition) {
        self.used.mark(position);
        self.wrong = 0;
        self.pending = None;
    }
}

impl Carrier {
    pub(super) fn choose_pin(&mut self, chosen: Option<PinHash>) {
        if let Holding::App { pin, .. } = &mut self.holding {
            *pin = chosen;
        }
    }

    pub(super) fn waits_for_the_code_after(&mut self, counter: u32) {
        if let Holding::Token { first_of_two, .. } = &mut self.holding {
            *first_of_two = Some(counter);
        }
    }

    /// The right answer was given; of a token, no code up to that one works again.
    pub(super) fn was_used(&mut self, counter: Option<u32>, stamp: &Stamp) {
        self.wrong = 0;
        self.used = Some(stamp.at);
        if let (Holding::Token { next, first_of_two, .. }, Some(counter)) = (&mut self.holding, counter) {
            *next = counter + 1;
            *first_of_two = None;
        }
    }
}
