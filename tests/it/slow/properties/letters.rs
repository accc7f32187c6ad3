//! PIN letters that are issued, and the help that goes from one to a password in use.

use proptest::test_runner::TestCaseResult;
use rules::actor::Stamp;
use rules::nemid::DigitsFingerprint;
use rules::nemid::temporary::{Delivery, TemporaryPlace};
use rules::temporary::{NewTemporary, TemporaryAction};
use rules::words::PinLetterSerial;
use rules::{cards, temporary};

use super::start::bank;
use super::trial::Trial;

impl Trial {
    /// The next letter.
    pub(super) fn letter_to_issue(&mut self, place: TemporaryPlace) -> NewTemporary {
        let (hash, serial) = (self.fresh_hash(), PinLetterSerial::from_drawn(self.draw()));
        NewTemporary {
            hash,
            fingerprint: DigitsFingerprint::default(),
            serial,
            delivery: Delivery::Posted,
            place,
        }
    }

    pub(super) fn issues_temporary(
        &mut self,
        action: TemporaryAction,
        at_bank: bool,
        stamp: &Stamp,
    ) -> TestCaseResult {
        let place = if at_bank { TemporaryPlace::Netbank(bank()) } else { TemporaryPlace::Selvbetjening };
        let new = self.letter_to_issue(place);
        let issue = if at_bank { temporary::issue_at_bank } else { temporary::issue };
        let outcome = issue(&self.nemid, action, &new, stamp);
        if outcome.is_ok() {
            self.memory.issued(new.hash, new.place, self.now);
        }
        self.tried(outcome, stamp)
    }

    /// Gets a card if there is none, a letter for what is offered, and goes through with it.
    pub(super) fn is_helped(&mut self, choice: u8, stamp: &Stamp) -> TestCaseResult {
        if self.card_at_hand().is_none() {
            let card = self.fresh();
            self.tried(cards::hand_out(&self.nemid, &card, stamp), stamp)?;
        }
        let offered = temporary::offered(&self.nemid, self.now).unwrap_or_default();
        let Some(action) = offered.get(usize::from(choice) % offered.len().max(1)) else { return Ok(()) };
        self.issues_temporary(*action, false, stamp)?;
        match action {
            TemporaryAction::Resend => self.activates(true, false, stamp),
            TemporaryAction::Unlock | TemporaryAction::Reset => self.reopens(true, (false, true), stamp),
        }
    }
}
