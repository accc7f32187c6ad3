//! Answers that are given with tokens, apps and by telephone; what must come of each is said by a count of its own.

use std::collections::BTreeMap;

use proptest::test_runner::{TestCaseError, TestCaseResult};
use rules::actor::Stamp;
use rules::carriers::voice::Around;
use rules::carriers::{app, token, voice};
use rules::keys::{AskedKey, KeyAnswer, KeyOutcome};
use rules::nemid::Purpose;
use rules::words::{CarrierId, CarrierKind, CarrierNumber};
use rules::{carriers, certificates, ending, keys, signing, temporary};

use super::carrier_deeds::{Given, Pick, WithCard};
use super::carriers::telephone;
use super::hold;
use super::start::bank;
use super::trial::{Trial, agree};

/// How often the button of each token was pressed, and the last code with which somebody logged on.
#[derive(Clone, Debug, Default)]
pub struct Hands {
    pressed: BTreeMap<CarrierNumber, u32>,
    last_code: Option<KeyAnswer>,
}

/// What was judged: the answer, and what has to come of it.
struct Judged {
    typed: KeyAnswer,
    expected: KeyOutcome,
}

impl Trial {
    /// The counter of the code that is typed; none where it is no code of this token.
    pub(super) fn code(&mut self, token: CarrierNumber, given: Given) -> Option<u32> {
        let pressed = self.hands.pressed.entry(token).or_default();
        match given {
            Given::Right { in_vain } => {
                let code = *pressed + u32::from(in_vain);
                *pressed = code + 1;
                Some(code)
            }
            Given::Old => pressed.checked_sub(2),
            Given::Wrong => None,
        }
    }

    /// The counter as it is found among the token's next codes.
    pub(super) fn found(&self, token: CarrierNumber, code: u32) -> Option<u32> {
        let (_, searched) = self.nemid.carrier(token).and_then(token::searched)?;
        searched.contains(&code).then_some(code)
    }

    /// Asks for an answer of a carrier, and gives it. `None` when nothing is asked, or the app said no.
    fn answers(
        &mut self,
        number: CarrierNumber,
        given: Given,
        purpose: Purpose,
        stamp: &Stamp,
    ) -> Result<Option<Judged>, TestCaseError> {
        let ended = self.memory.carriers.has_ended(number);
        let asked = match number.kind() {
            CarrierKind::Voice => {
                voice::call(&self.nemid, number, &purpose, &Around::default()).map(|(_, events)| events)
            }
            _ => carriers::ask(&self.nemid, CarrierId::Other(number), 7, &purpose).map(|(_, events)| events),
        };
        hold(!ended || asked.is_err(), "a carrier that has ended is asked")?;
        self.tally.saw(if ended { "refused: a carrier that has ended" } else { "a carrier was asked" });
        let is_asked = asked.is_ok();
        self.tried(asked, stamp)?;
        if !is_asked {
            return Ok(None);
        }
        let right = matches!(given, Given::Right { .. });
        let of = AskedKey::Carrier(number);
        match number.kind() {
            CarrierKind::Token => {
                let code = self.code(number, given);
                let expected = self.memory.carriers.expects(number, code.is_some(), code);
                let counter = code.and_then(|code| self.found(number, code));
                let typed = KeyAnswer { of, right: counter.is_some(), counter, purpose };
                Ok(Some(Judged { typed, expected }))
            }
            CarrierKind::App => {
                let expected = self.memory.carriers.expects(number, right, None);
                let approved = app::approve(&self.nemid, number, right, &purpose, stamp);
                match approved {
                    Err(refusal) => self.refused(&refusal),
                    Ok((events, outcome)) => {
                        hold(outcome == expected, format!("{outcome:?} where {expected:?} was due"))?;
                        self.decided(&events, stamp)?;
                        if outcome == KeyOutcome::Right {
                            let typed = KeyAnswer { of, right, counter: None, purpose };
                            return Ok(Some(Judged { typed, expected }));
                        }
                    }
                }
                Ok(None)
            }
            CarrierKind::Voice | CarrierKind::Card => {
                let expected = self.memory.carriers.expects(number, right, None);
                let typed = KeyAnswer { of, right, counter: None, purpose };
                Ok(Some(Judged { typed, expected }))
            }
        }
    }

    pub(super) fn logs_on_with_carrier(&mut self, with: Pick, given: Given, stamp: &Stamp) -> TestCaseResult {
        let Some(number) = self.carrier(with) else { return Ok(()) };
        let Some(Judged { typed, expected }) = self.answers(number, given, Purpose::LogOn, stamp)? else {
            return Ok(());
        };
        let spare = self.fresh();
        match keys::log_on(&self.nemid, &typed, &spare, stamp) {
            Err(refusal) => self.refused(&refusal),
            Ok((events, outcome)) => {
                hold(outcome == expected, format!("{outcome:?} where {expected:?} was due"))?;
                if outcome == KeyOutcome::Right {
                    self.tally.saw(&format!("logged on with {}", with.kind.code()));
                    self.hands.last_code = (with.kind == CarrierKind::Token).then_some(typed);
                }
                self.decided(&events, stamp)?;
            }
        }
        Ok(())
    }

    pub(super) fn signs_with_carrier(&mut self, with: Pick, given: Given, stamp: &Stamp) -> TestCaseResult {
        let Some(number) = self.carrier(with) else { return Ok(()) };
        let purpose = Purpose::SiteSigning { site: bank() };
        let Some(Judged { typed, expected }) = self.answers(number, given, purpose, stamp)? else {
            return Ok(());
        };
        let spare = self.fresh();
        let logged_on = keys::log_on(&self.nemid, &typed, &spare, stamp);
        hold(logged_on.is_err(), "an answer for a text logged somebody on")?;
        let signed = signing::sign(&self.nemid, agree(false), &typed, &spare, stamp);
        if let Ok((_, outcome)) = &signed {
            hold(*outcome == expected, format!("{outcome:?} where {expected:?} was due"))?;
            if *outcome == KeyOutcome::Right {
                self.tally.saw(&format!("signed with {}", with.kind.code()));
            }
        }
        self.tried(signed.map(|(events, _)| events), stamp)
    }

    /// Activates or re-opens: with a key that was read out it may succeed, with a code or an approval it never does.
    pub(super) fn starts_anew(
        &mut self,
        with: Pick,
        given: Given,
        activates: bool,
        stamp: &Stamp,
    ) -> TestCaseResult {
        let offered = temporary::offered(&self.nemid, self.now).unwrap_or_default();
        if let Some(action) = offered.last() {
            self.issues_temporary(*action, false, stamp)?;
        }
        let line = voice::to_start_with(&self.nemid).map(|line| line.number);
        let picked = self.carrier(with);
        let Some(number) = line.filter(|_| with.kind == CarrierKind::Voice).or(picked) else {
            return Ok(());
        };
        let purpose = if activates { Purpose::Activation } else { Purpose::Reopening };
        let before = self.nemid.password.clone();
        let Some(Judged { typed, .. }) = self.answers(number, given, purpose, stamp)? else { return Ok(()) };
        if activates {
            self.activates_with(&typed, false, stamp)?;
        } else {
            self.reopens_with(&typed, (false, true), stamp)?;
        }
        if self.nemid.password != before {
            hold(with.kind == CarrierKind::Voice, "a code or an approval opened a password")?;
            self.tally.saw(if activates { "activated by telephone" } else { "re-opened by telephone" });
        }
        Ok(())
    }

    /// The code with which somebody logged on is sent again, as it was judged before: it counts as a wrong one.
    pub(super) fn sends_a_code_twice(&mut self, stamp: &Stamp) -> TestCaseResult {
        let Some(typed) = self.hands.last_code.clone() else { return Ok(()) };
        let AskedKey::Carrier(number) = typed.of else { return Ok(()) };
        let code = typed.counter.unwrap_or_default();
        hold(self.found(number, code).is_none(), "a used code is still looked for")?;
        let spare = self.fresh();
        let again = keys::log_on(&self.nemid, &typed, &spare, stamp);
        let worked = again.as_ref().is_ok_and(|(_, outcome)| *outcome == KeyOutcome::Right);
        hold(!worked, "a code was accepted twice")?;
        self.tally.saw("refused: a code sent twice");
        self.tried(again.map(|(events, _)| events), stamp)
    }

    /// What was asked for logging on does nothing else (D4).
    pub(super) fn uses_an_answer_for_another(&mut self, with: Pick, stamp: &Stamp) -> TestCaseResult {
        let Some(number) = self.carrier(with) else { return Ok(()) };
        let right = Given::Right { in_vain: 0 };
        let Some(Judged { typed, .. }) = self.answers(number, right, Purpose::LogOn, stamp)? else {
            return Ok(());
        };
        self.tally.saw(&format!("refused: an answer of {} for another", with.kind.code()));
        let before = self.nemid.clone();
        let (spare, draft) = (self.fresh(), self.draft(4, 1));
        let signed = signing::sign(&self.nemid, agree(false), &typed, &spare, stamp);
        hold(signed.is_err(), "an answer for a log-on signed a text")?;
        let closed = ending::close(&self.nemid, &typed, &spare, stamp);
        hold(closed.is_err(), "an answer for a log-on ended a NemID")?;
        let renewed = certificates::renew(&self.nemid, &draft, &typed, &spare, stamp);
        hold(renewed.is_err(), "an answer for a log-on renewed a certificate")?;
        let moved = voice::change(&self.nemid, Some(telephone(3)), &typed, &spare, stamp);
        hold(moved.is_err(), "an answer for a log-on moved a telephone")?;
        for what in [
            WithCard::TakesTokenIntoUse { given: right },
            WithCard::InstallsApp { telephone: 4 },
            WithCard::MovesTelephone { to: 3 },
        ] {
            self.does_with_key(what, &typed, stamp)?;
        }
        self.activates_with(&typed, false, stamp)?;
        self.reopens_with(&typed, (false, true), stamp)?;
        hold(self.nemid == before, "an answer for a log-on did something else")
    }
}
