//! What a card's key is good for beside logging on: it counts once, and for what it was asked for (D4, D5).

use proptest::test_runner::TestCaseResult;
use rules::actor::Stamp;
use rules::nemid::Purpose;
use rules::nemid::block::CardBlockReason;
use rules::{cards, ending, keys, signing};

use super::hold;
use super::start;
use super::trial::{Trial, agree};

impl Trial {
    pub(super) fn sends_a_key_twice(&mut self, stamp: &Stamp) -> TestCaseResult {
        let Some(typed) = self.last_key.clone() else { return Ok(()) };
        let spare = self.fresh();
        let again = keys::log_on(&self.nemid, &typed, &spare, stamp);
        hold(again.is_err(), "a key was accepted twice")?;
        self.tally.saw("refused: a key sent twice");
        Ok(())
    }

    pub(super) fn uses_a_key_for_another(&mut self, picked: u8, stamp: &Stamp) -> TestCaseResult {
        let number = self.pick(picked);
        let Some(typed) = self.asked(number, (true, Purpose::LogOn), stamp)? else { return Ok(()) };
        let spare = self.fresh();
        let signed = signing::sign(&self.nemid, agree(false), &typed, &spare, stamp);
        hold(signed.is_err(), "a key for a log-on signed a text")?;
        let closed = ending::close(&self.nemid, &typed, &spare, stamp);
        hold(closed.is_err(), "a key for a log-on ended a NemID")
    }

    pub(super) fn signs(&mut self, right: bool, needs_certificate: bool, stamp: &Stamp) -> TestCaseResult {
        let Some(number) = self.card_at_hand() else { return Ok(()) };
        let purpose = Purpose::SiteSigning { site: start::bank() };
        let Some(typed) = self.asked(number, (right, purpose), stamp)? else { return Ok(()) };
        let certified = self.nemid.valid_certificate(self.now).is_some();
        let spare = self.fresh();
        let what = agree(needs_certificate);
        let outcome = signing::sign(&self.nemid, what, &typed, &spare, stamp);
        hold(outcome.is_err() || certified || !needs_certificate, "signed without a certificate")?;
        self.tried(outcome.map(|(events, _)| events), stamp)
    }

    /// Ends it, perhaps with a card that has few keys left and no other one beside it.
    pub(super) fn closes(&mut self, right: bool, worn: bool, stamp: &Stamp) -> TestCaseResult {
        let Some(number) = self.card_at_hand() else { return Ok(()) };
        if worn {
            self.logs_on(1, true, 130, stamp)?;
            let others = self.nemid.open_cards().map(|card| card.number).filter(|other| *other != number);
            let others: Vec<_> = others.collect();
            self.tried(cards::block(&self.nemid, &others, CardBlockReason::Lost, stamp), stamp)?;
        }
        let Some(typed) = self.asked(number, (right, Purpose::Ending), stamp)? else { return Ok(()) };
        let spare = self.fresh();
        let outcome = ending::close(&self.nemid, &typed, &spare, stamp);
        self.tried(outcome.map(|(events, _)| events), stamp)
    }
}
