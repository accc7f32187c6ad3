//! An independent count of what happened to each token, app and telephone line, made from the attempts and the events,
//! and never from the NemID.

use std::collections::BTreeMap;

use proptest::test_runner::TestCaseResult;
use rules::keys::KeyOutcome;
use rules::nemid::block::CarrierBlockReason;
use rules::nemid::{Event, NemId};
use rules::words::{CarrierKind, CarrierNumber};

use super::hold;

/// So many wrong answers in a row block a carrier (D36).
const WRONG: u8 = 5;
/// So often may a token's button be pressed in vain (D36).
const WINDOW: u32 = 10;
/// So far ahead is a code looked for at all (D36).
const AHEAD: u32 = 1_000;

/// What is remembered of one carrier.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    wrong: u8,
    ended: bool,
    /// Of a token: all codes before this one are spent.
    spent: u32,
    /// Of a token: the code after this one is waited for.
    beyond: Option<u32>,
}

/// What is remembered of all carriers of one NemID.
#[derive(Clone, Debug, Default)]
pub struct Carried(BTreeMap<CarrierNumber, Known>);

impl Carried {
    /// Whether it was blocked or wore out.
    pub fn has_ended(&self, number: CarrierNumber) -> bool {
        self.0.get(&number).is_none_or(|known| known.ended)
    }

    /// What must come of an answer that is judged; `code` is the counter of a typed code of a token.
    pub fn expects(&self, number: CarrierNumber, right: bool, code: Option<u32>) -> KeyOutcome {
        let known = self.0.get(&number).copied().unwrap_or_default();
        let kind = number.kind();
        let right = right && code.is_none_or(|code| (known.spent..known.spent + AHEAD).contains(&code));
        if !right {
            let left = WRONG - known.wrong - 1;
            let wrong = KeyOutcome::CarrierWrong { kind, left };
            return if left == 0 { KeyOutcome::CarrierBlocked(kind) } else { wrong };
        }
        let at_hand = |code: u32| {
            let follows = known.beyond.is_some_and(|first| code == first + 1);
            code < known.spent + WINDOW || follows
        };
        if code.is_none_or(at_hand) { KeyOutcome::Right } else { KeyOutcome::NextCode }
    }

    /// Learns from an event what follows by the sources.
    pub fn learns(&mut self, event: &Event) -> TestCaseResult {
        match event {
            Event::TokenOrdered { token: number, .. }
            | Event::AppInstalled { app: number, .. }
            | Event::VoiceOrdered { line: number, .. } => {
                hold(self.0.insert(*number, Known::default()).is_none(), "a number was given twice")?;
                let open = self.0.iter().filter(|(one, known)| one.kind() == number.kind() && !known.ended);
                hold(number.kind() != CarrierKind::App || open.count() <= 3, "a fourth app is installed")
            }
            Event::CarrierDelivered { carrier: number }
            | Event::CarrierActivated { carrier: number }
            | Event::CarrierAsked { carrier: number, .. }
            | Event::PinChosen { app: number, .. }
            | Event::RequestRefused { app: number, .. }
            | Event::VoiceMoved { line: number, .. } => self.on(*number, |_| Ok(())),
            Event::SecondCodeAsked { token, counter, .. } => self.on(*token, |known| {
                hold(*counter >= known.spent, "a used code is followed by another")?;
                known.beyond = Some(*counter);
                Ok(())
            }),
            Event::CarrierAccepted { carrier, counter, .. } => self.on(*carrier, |known| {
                hold(counter.is_some() == (carrier.kind() == CarrierKind::Token), "a code that is none")?;
                if let Some(counter) = counter {
                    hold(*counter >= known.spent, "a used code works again")?;
                    (known.spent, known.beyond) = (counter + 1, None);
                }
                known.wrong = 0;
                Ok(())
            }),
            Event::CarrierRefused { carrier, wrong, .. } => self.on(*carrier, |known| {
                known.wrong += 1;
                hold(*wrong == known.wrong, "wrong answers are counted otherwise")
            }),
            Event::CarrierBlocked { carrier, reason } => self.on(*carrier, |known| {
                let by_count = *reason == CarrierBlockReason::TooManyWrongAnswers;
                hold(by_count == (known.wrong == WRONG), "blocked by other than five wrong answers")?;
                known.ended = true;
                Ok(())
            }),
            Event::TokenWornOut { token } => self.on(*token, |known| {
                known.ended = true;
                Ok(())
            }),
            Event::Activated { .. } | Event::PasswordReopened { .. } => {
                self.0.values_mut().filter(|known| !known.ended).for_each(|known| known.wrong = 0);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Something happens to a carrier: it has not ended before.
    fn on(
        &mut self,
        number: CarrierNumber,
        happens: impl FnOnce(&mut Known) -> TestCaseResult,
    ) -> TestCaseResult {
        let known = self.0.get_mut(&number).filter(|known| !known.ended);
        known.map_or_else(|| hold(false, format!("{number} does something after its end")), happens)
    }

    /// The NemID counts as this does, and five wrong answers have blocked what they were given with.
    pub fn agrees_with(&self, nemid: &NemId) -> TestCaseResult {
        hold(nemid.carriers.len() == self.0.len(), "carriers came or went unseen")?;
        for carrier in &nemid.carriers {
            let known = self.0.get(&carrier.number).copied().unwrap_or_default();
            hold(
                carrier.is_open() != known.ended,
                "a carrier is open that has ended, or the other way round",
            )?;
            hold(known.ended || known.wrong < WRONG, "five wrong answers left a carrier open")?;
            hold(known.ended || carrier.wrong == known.wrong, "wrong answers are kept otherwise")?;
        }
        Ok(())
    }
}
