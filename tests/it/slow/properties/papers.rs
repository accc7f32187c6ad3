//! Actions on certificates, agreements and the NemID as a whole, and the effects of time.

use jiff::SignedDuration;
use proptest::test_runner::TestCaseResult;
use rules::actor::{Actor, Stamp};
use rules::carriers::{app, token};
use rules::certificates::CertificateDraft;
use rules::nemid::block::CertificateBlockReason;
use rules::nemid::certificate::{CertificateSerial, CertificateState};
use rules::nemid::{Certificate, Event, NemId, Purpose};
use rules::order::Eligibility;
use rules::words::{NemIdNumber, PersonName, Pid};
use rules::{agreements, certificates, ending, order, temporary};

use super::action::Action;
use super::start::bank;
use super::trial::Trial;

impl Trial {
    /// The deeds with papers.
    pub fn does_with_papers(&mut self, action: &Action, stamp: &Stamp) -> TestCaseResult {
        match *action {
            Action::OrdersCertificate { years, pid, attach } => {
                self.orders_certificate((years, pid), attach, stamp)
            }
            Action::RenewsCertificate { years, pid } => {
                let draft = self.draft(years, pid);
                let Some(card) = self.card_at_hand() else { return Ok(()) };
                let asked = self.asked(card, (true, Purpose::Renewal), stamp)?;
                let (Some(typed), spare) = (asked, self.fresh()) else { return Ok(()) };
                let renewed = certificates::renew(&self.nemid, &draft, &typed, &spare, stamp);
                self.tried(renewed.map(|(events, _)| events), stamp)
            }
            Action::BlocksCertificate(reason) => {
                self.tried(certificates::block(&self.nemid, reason, stamp), stamp)
            }
            Action::ChangesName(to) => {
                let events = certificates::compare_details(&self.nemid, &name(to), self.now);
                self.decided(&events, stamp)
            }
            Action::DaysPass(days) => (0..days).try_for_each(|_| self.day_passes()),
            Action::MovesAgreementAway => {
                let stamp = stamp.by(Actor::Bank { bank: bank(), staff: None });
                let other = another_of_the_same_holder(&self.nemid);
                let moved = agreements::move_over(&self.nemid, &other, &bank(), Some(1), &stamp);
                self.tried(moved.map(|(away, _)| away), &stamp)
            }
            Action::TakesAgreement => {
                let stamp = stamp.by(Actor::Bank { bank: bank(), staff: None });
                let made = agreements::make(&self.nemid, &bank(), Some(1), &stamp);
                let ended = || agreements::end(&self.nemid, &bank(), &stamp);
                let outcome = made.or_else(|_| ended());
                self.tried(outcome, &stamp)
            }
            Action::BlocksNemId(reason) => {
                let operator = stamp.by(Actor::Operator { staff: None });
                self.tried(ending::block(&self.nemid, reason, stamp), stamp)?;
                self.tried(ending::block(&self.nemid, reason, &operator), &operator)
            }
            _ => unreachable!("an action that nobody does: {action:?}"),
        }
    }

    /// A certificate about to be made.
    pub fn draft(&mut self, years: u16, pid: u64) -> CertificateDraft {
        let serial = CertificateSerial(u32::try_from(self.draw()).unwrap());
        CertificateDraft { serial, pid: Pid::from_drawn(pid), name: name(0), years, consented: Some(1) }
    }

    /// Counts a certificate that came with a re-opening.
    pub fn saw_certificate_by_reopening(&mut self) {
        let fell = |one: &&Certificate| match &one.state {
            CertificateState::Blocked(block) => block.reason == CertificateBlockReason::PasswordForgotten,
            CertificateState::Valid | CertificateState::Expired { .. } => false,
        };
        let fallen = self.nemid.certificates.iter().filter(fell).count();
        if fallen > 1 {
            self.tally.saw("certificate of a second reset");
        }
    }

    fn orders_certificate(
        &mut self,
        (years, pid): (u16, u64),
        attach: bool,
        stamp: &Stamp,
    ) -> TestCaseResult {
        let draft = self.draft(years, pid);
        let card = self.card_at_hand();
        let outcome = match card.filter(|_| attach) {
            Some(card) => {
                let person = Eligibility { age: Some(44), dead: false };
                order::attach(&self.nemid, &card, person, &draft, stamp).map_err(|refusal| match refusal {
                    order::OrderRefusal::Certificate(refusal) => refusal,
                    other => unreachable!("{other}"),
                })
            }
            None => certificates::order(&self.nemid, &draft, Some(44), stamp),
        };
        self.tried(outcome, stamp)
    }

    /// A day later, the daily round by the clock.
    pub(super) fn day_passes(&mut self) -> TestCaseResult {
        self.now += SignedDuration::from_hours(24);
        let stamp = Stamp::clock(self.now);
        let rounds: [fn(&NemId, &Stamp) -> Vec<Event>; 5] = [
            |nemid, stamp| temporary::run_out(nemid, stamp.at),
            |nemid, stamp| certificates::as_time_passes(nemid, stamp.at),
            |nemid, stamp| token::wear_out(nemid, stamp.at),
            |nemid, stamp| app::lapse(nemid, stamp.at),
            ending::delete_superfluous,
        ];
        for round in rounds {
            let events = round(&self.nemid, &stamp);
            self.decided(&events, &stamp)?;
        }
        Ok(())
    }
}

fn name(of: u8) -> PersonName {
    PersonName::parse(if of == 0 { "Inger Holm" } else { "Inger Bach" }).unwrap()
}

/// Another NemID of the same person, activated.
fn another_of_the_same_holder(nemid: &NemId) -> NemId {
    let mut other = NemId { number: NemIdNumber::from_drawn(2), agreements: Vec::new(), ..nemid.clone() };
    other.state = rules::nemid::NemIdState::Open;
    other
}
