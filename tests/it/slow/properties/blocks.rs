//! The block of password and cards that may be in the wrong hands.

use proptest::test_runner::TestCaseResult;
use rules::actor::Stamp;
use rules::blocking;
use rules::blocking::What;
use rules::nemid::Event;
use rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use rules::nemid::temporary::TemporaryPlace;

use super::hold;
use super::trial::Trial;

impl Trial {
    /// Blocks password, cards or both, and has a temporary password sent or not.
    pub fn blocks_at_once(
        &mut self,
        (password, cards): (bool, bool),
        send: bool,
        stamp: &Stamp,
    ) -> TestCaseResult {
        let what = What {
            password: password.then_some(PasswordBlockReason::KnownByOthers),
            cards: cards.then_some(CardBlockReason::OtherSuspicion),
            ..What::default()
        };
        let new = self.letter_to_issue(TemporaryPlace::Selvbetjening);
        let open_cards = self.nemid.open_cards().count();
        let outcome = blocking::at_once(&self.nemid, what, send.then_some(&new), stamp);
        self.memory.blocks(outcome.iter().flatten());
        // A bank's own letter says its netbank.
        let sent = outcome.iter().flatten().find_map(|event| match event {
            Event::TemporaryPasswordIssued { place, .. } => Some(place.clone()),
            _ => None,
        });
        if let Some(place) = sent {
            self.memory.issued(new.hash, place, self.now);
        }
        hold(!cards || open_cards == 0 || outcome.is_ok(), "cards in wrong hands stayed open")?;
        self.tried(outcome, stamp)
    }
}
