//! Actions on passwords and PIN letters.

use proptest::test_runner::TestCaseResult;
use rules::activation::{Activation, Spares};
use rules::actor::{Actor, Stamp};
use rules::changes::ChosenUserId;
use rules::keys::KeyAnswer;
use rules::nemid::event::Consents;
use rules::nemid::temporary::{TemporaryEnd, TemporaryPlace, TemporaryPurpose};
use rules::nemid::{PasswordHash, Purpose};
use rules::passwords::{PasswordJudged, PasswordVerdict};
use rules::reopening::Reopening;
use rules::temporary::{TemporaryOutcome, TemporaryVerdict, TypedDigits};
use rules::words::{Contact, Email, Mobile, UserId};
use rules::{Refusal, activation, changes, passwords, reopening, temporary};

use super::action::Action;
use super::hold;
use super::start::bank;
use super::trial::Trial;

impl Trial {
    /// The deeds with passwords and letters; the rest are papers.
    pub fn does_with_passwords(&mut self, action: &Action, stamp: &Stamp) -> TestCaseResult {
        match *action {
            Action::TypesPassword { right, times, stale, rehash } => {
                (0..times).try_for_each(|_| self.types_password(right, (stale, rehash), stamp))
            }
            Action::ChangesPassword { right } => self.changes_password(right, stamp),
            Action::ChangesContact(to) => {
                let email = (to % 3 > 0).then(|| Email::parse(&format!("a{}@eksempel.dk", to % 3)).unwrap());
                let mobile = (to % 2 == 0).then(|| Mobile::parse("20304050").unwrap());
                self.tried(changes::contact(&self.nemid, &Contact { email, mobile }, stamp), stamp)
            }
            Action::ChangesUserId { to, right } => self.changes_user_id(to, right, stamp),
            Action::SwitchesRecording(on) => self.tried(changes::recording(&self.nemid, on, stamp), stamp),
            Action::BlocksPassword(reason) => self.tried(passwords::block(&self.nemid, reason, stamp), stamp),
            Action::BlocksAtOnce { password, cards, send } => {
                self.blocks_at_once((password, cards), send, stamp)
            }
            Action::LiftsLock => {
                let operator = stamp.by(Actor::Operator { staff: None });
                self.tried(passwords::lift_lock(&self.nemid, stamp), stamp)?;
                self.tried(passwords::lift_lock(&self.nemid, &operator), &operator)
            }
            Action::IssuesTemporary { action, at_bank } => self.issues_temporary(action, at_bank, stamp),
            Action::TypesTemporary { right, elsewhere, old, times } => {
                (0..times).try_for_each(|_| self.types_temporary(right, (elsewhere, old), stamp))
            }
            Action::Remembers { right } => self.remembers(right, stamp),
            Action::IsHelped { choice } => self.is_helped(choice, stamp),
            Action::Activates { right, old } => self.activates(right, old, stamp),
            Action::Reopens { right, old, remembers } => self.reopens(right, (old, remembers), stamp),
            _ => self.does_with_papers(action, stamp),
        }
    }

    fn verdict(&self, right: bool) -> Option<PasswordVerdict> {
        let against = self.nemid.password.hash()?.clone();
        Some(PasswordVerdict { against, right, rehashed: None })
    }

    fn types_password(
        &mut self,
        right: bool,
        (stale, rehash): (bool, bool),
        stamp: &Stamp,
    ) -> TestCaseResult {
        let Some(mut verdict) = self.verdict(right) else { return Ok(()) };
        if stale {
            verdict.against = PasswordHash::new("an older one".to_owned());
        }
        verdict.rehashed = (right && rehash).then(|| self.fresh_hash());
        let judged = passwords::judge(&self.nemid, &verdict, &Purpose::LogOn, stamp);
        hold(!(stale && judged.is_ok()), "a stale verdict was counted")?;
        match judged {
            Err(refusal) => self.refused(&refusal),
            Ok(judged) => {
                hold(!self.memory.guesses.locked(self.now), "looked at a password while locked")?;
                let expected = (!right).then(|| self.memory.guesses.wrong(self.now));
                hold(judged.wrong == expected, format!("{:?} where {expected:?} was due", judged.wrong))?;
                self.decided(&judged.events, stamp)?;
            }
        }
        Ok(())
    }

    fn changes_password(&mut self, right: bool, stamp: &Stamp) -> TestCaseResult {
        let Some(old) = self.verdict(right) else { return Ok(()) };
        let new = self.fresh_hash();
        self.changes_by_password(changes::password(&self.nemid, &old, &new, stamp), right, stamp)
    }

    fn changes_user_id(&mut self, to: u8, right: bool, stamp: &Stamp) -> TestCaseResult {
        let Some(typed) = self.verdict(right) else { return Ok(()) };
        let id = UserId::parse(&format!("borger{}", to % 3)).unwrap();
        let (taken, in_password) = (to == 3, to == 4);
        let chosen = (to != 5).then_some(ChosenUserId { id: &id, taken, in_password });
        let before = self.nemid.user_id.clone();
        let outcome = changes::user_id(&self.nemid, &typed, chosen, false, stamp);
        self.changes_by_password(outcome, right, stamp)?;
        let is_new = self.nemid.user_id != before;
        hold(!is_new || (right && !taken && !in_password), "changed a user id against the rules")
    }

    fn changes_by_password<R: Refusal>(
        &mut self,
        outcome: Result<PasswordJudged, R>,
        right: bool,
        stamp: &Stamp,
    ) -> TestCaseResult {
        match outcome {
            Err(refusal) => self.refused(&refusal),
            Ok(judged) => {
                let expected = (!right).then(|| self.memory.guesses.wrong(self.now));
                hold(judged.wrong == expected, "what is changed by password counts otherwise")?;
                self.decided(&judged.events, stamp)?;
            }
        }
        Ok(())
    }

    /// The letter at hand: the last one, or one from before it.
    fn letter(&self, old: bool) -> Option<PasswordHash> {
        if old {
            return self.memory.old_letters.last().cloned();
        }
        self.memory.letter.as_ref().map(|letter| letter.hash.clone())
    }

    fn types_temporary(
        &mut self,
        right: bool,
        (elsewhere, old): (bool, bool),
        stamp: &Stamp,
    ) -> TestCaseResult {
        let (Some(typed), Some(letter)) = (self.letter(old), self.memory.letter.clone()) else {
            return Ok(());
        };
        let here = match (&letter.place, elsewhere) {
            (place, false) => place.clone(),
            (TemporaryPlace::Selvbetjening, true) => TemporaryPlace::Netbank(bank()),
            (TemporaryPlace::Netbank(_), true) => TemporaryPlace::Selvbetjening,
        };
        if old {
            let stale = TemporaryVerdict { against: typed, digits: TypedDigits::Right };
            let judged = temporary::judge(&self.nemid, &stale, &here, stamp);
            hold(judged.is_none(), "digits were compared with an older letter")?;
        }
        let right = right && !old;
        let digits = match (old, right) {
            (true, _) => TypedDigits::Superseded,
            (false, true) => TypedDigits::Right,
            (false, false) => TypedDigits::Wrong,
        };
        let verdict = TemporaryVerdict { against: letter.hash, digits };
        let Some((events, outcome)) = temporary::judge(&self.nemid, &verdict, &here, stamp) else {
            return hold(false, "digits were not compared with the newest letter");
        };
        let works = self.memory.live_letter(self.now).is_some() && right && !elsewhere;
        let said = matches!(outcome, TemporaryOutcome::Right { .. });
        hold(said == works, format!("{outcome:?} for digits that work: {works}"))?;
        if old {
            let newer = matches!(
                outcome,
                TemporaryOutcome::Dead { why: TemporaryEnd::Newer | TemporaryEnd::NemIdEnded }
            );
            hold(newer, format!("{outcome:?} for an older letter"))?;
        } else if let Some(expected) = self.memory.typed(right, &here, self.now) {
            // Who guesses is told no more than of a number that nobody has.
            let tried_out = TemporaryOutcome::Dead { why: TemporaryEnd::TooManyTries };
            let expected = if expected == tried_out { TemporaryOutcome::TriedOut } else { expected };
            hold(outcome == expected, format!("{outcome:?} where {expected:?} was due"))?;
        }
        self.decided(&events, stamp)
    }

    fn remembers(&mut self, right: bool, stamp: &Stamp) -> TestCaseResult {
        let (Some(began_with), Some(verdict)) = (self.letter(false), self.verdict(right)) else {
            return Ok(());
        };
        match reopening::remembered(&self.nemid, &began_with, &verdict, stamp) {
            Err(refusal) => self.refused(&refusal),
            Ok(judged) => {
                let (events, outcome) = judged.unwrap();
                let place = self.memory.letter.as_ref().unwrap().place.clone();
                if let Some(expected) = self.memory.typed(right, &place, self.now) {
                    hold(outcome == expected, "a wrong remembered password counts otherwise")?;
                }
                self.decided(&events, stamp)?;
            }
        }
        Ok(())
    }

    pub(super) fn activates(&mut self, right: bool, old: bool, stamp: &Stamp) -> TestCaseResult {
        let Some(number) = self.card_at_hand().filter(|_| self.letter(old).is_some()) else { return Ok(()) };
        let Some(typed) = self.asked(number, (right, Purpose::Activation), stamp)? else { return Ok(()) };
        self.activates_with(&typed, old, stamp)
    }

    /// Activates with an answer, whatever it was given with.
    pub(super) fn activates_with(&mut self, typed: &KeyAnswer, old: bool, stamp: &Stamp) -> TestCaseResult {
        let Some(temporary) = self.letter(old) else { return Ok(()) };
        let live = self.memory.live_letter(self.now).is_some_and(|letter| letter.hash == temporary);
        let chosen = Activation {
            temporary,
            password: self.fresh_hash(),
            user_id: UserId::parse("borger9").ok(),
            cpr_log_on: true,
            contact: Contact::default(),
            recording: true,
            consents: Consents {
                cpr_lookup: true,
                pid_service: true,
                earlier_pid: true,
                bank_exchange: true,
            },
            rules_version: Some(1),
        };
        let (spare, draft) = (self.fresh(), self.draft(4, 1));
        let spares = Spares { card: &spare, certificate: &draft };
        let outcome = activation::complete(&self.nemid, &chosen, typed, &spares, stamp);
        hold(live || outcome.is_err(), "started with a dead temporary password")?;
        self.tried(outcome.map(|(events, _)| events), stamp)
    }

    pub(super) fn reopens(&mut self, right: bool, how: (bool, bool), stamp: &Stamp) -> TestCaseResult {
        let Some(number) = self.card_at_hand().filter(|_| self.letter(how.0).is_some()) else {
            return Ok(());
        };
        let Some(typed) = self.asked(number, (right, Purpose::Reopening), stamp)? else { return Ok(()) };
        self.reopens_with(&typed, how, stamp)
    }

    /// Re-opens with an answer, whatever it was given with.
    pub(super) fn reopens_with(
        &mut self,
        typed: &KeyAnswer,
        (old, remembers): (bool, bool),
        stamp: &Stamp,
    ) -> TestCaseResult {
        let Some(temporary) = self.letter(old) else { return Ok(()) };
        let live = self.memory.live_letter(self.now).is_some_and(|letter| letter.hash == temporary);
        let remembered = self.nemid.password.hash().filter(|_| remembers).cloned();
        let chosen = Reopening { temporary, password: self.fresh_hash(), remembered };
        let (spare, draft) = (self.fresh(), self.draft(4, 2));
        let spares = Spares { card: &spare, certificate: &draft };
        let outcome = reopening::complete(&self.nemid, &chosen, typed, &spares, stamp);
        hold(live || outcome.is_err(), "re-opened with a dead temporary password")?;
        let unlocks =
            self.nemid.temporary.as_ref().map(|letter| letter.purpose) == Some(TemporaryPurpose::Unlock);
        hold(!unlocks || remembers || outcome.is_err(), "unlocked without the remembered password")?;
        let certificates = self.nemid.certificates.len();
        self.tried(outcome.map(|(events, _)| events), stamp)?;
        if self.nemid.certificates.len() > certificates {
            self.saw_certificate_by_reopening();
        }
        Ok(())
    }
}
