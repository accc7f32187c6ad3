//! An independent count of guesses, letters and used keys, made from the attempts rather than from the NemID.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use proptest::test_runner::TestCaseResult;
use rules::nemid::lockout::AfterWrong;
use rules::nemid::temporary::{TemporaryEnd, TemporaryPlace};
use rules::nemid::{Event, NemId, PasswordHash};
use rules::temporary::TemporaryOutcome;
use rules::words::{KeyCardNumber, KeyPosition};

use super::carried::Carried;
use super::hold;

/// Wrong passwords since the last right one: at most five to a lock, ten to a block (D2).
#[derive(Clone, Copy, Debug, Default)]
pub struct Guesses {
    in_a_row: u8,
    in_all: u8,
    locked_until: Option<Timestamp>,
}

impl Guesses {
    /// Whether the eight hours are running.
    pub fn locked(&self, now: Timestamp) -> bool {
        self.locked_until.is_some_and(|until| now < until)
    }

    /// One more wrong one: what it must lead to.
    pub fn wrong(&mut self, now: Timestamp) -> AfterWrong {
        self.in_a_row += 1;
        self.in_all += 1;
        if self.in_all == 10 {
            return AfterWrong::Blocked;
        }
        if self.in_a_row < 5 {
            return AfterWrong::TryAgain { left: 5 - self.in_a_row };
        }
        let until = now + SignedDuration::from_hours(8);
        (self.in_a_row, self.locked_until) = (0, Some(until));
        AfterWrong::Locked { until }
    }

    fn learns(&mut self, event: &Event) {
        match event {
            Event::PasswordAccepted { .. }
            | Event::PasswordReopened { .. }
            | Event::PasswordBlocked { .. } => {
                *self = Self::default();
            }
            Event::LockLifted => self.locked_until = None,
            _ => {}
        }
    }
}

/// The last PIN letter that was issued.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its digits' hash.
    pub hash: PasswordHash,
    /// Where it works.
    pub place: TemporaryPlace,
    issued: Timestamp,
    wrong: u8,
    dead: bool,
}

/// All that is remembered of one NemID's life.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// The guesses.
    pub guesses: Guesses,
    /// The last letter.
    pub letter: Option<Letter>,
    /// The letters before it.
    pub old_letters: Vec<PasswordHash>,
    /// Tokens, apps and telephone lines.
    pub carriers: Carried,
    used: BTreeSet<(KeyCardNumber, KeyPosition)>,
}

impl Memory {
    /// A letter is issued: the one before is dead.
    pub fn issued(&mut self, hash: PasswordHash, place: TemporaryPlace, now: Timestamp) {
        let new = Letter { hash, place, issued: now, wrong: 0, dead: false };
        self.old_letters.extend(self.letter.replace(new).map(|letter| letter.hash));
    }

    /// The last letter is dead if one of these events blocks it; whatever is issued with them comes after.
    pub fn blocks<'e>(&mut self, mut events: impl Iterator<Item = &'e Event>) {
        let blocks = events.any(|event| matches!(event, Event::TemporaryPasswordBlocked { .. }));
        if let Some(letter) = self.letter.as_mut().filter(|_| blocks) {
            letter.dead = true;
        }
    }

    /// The letter that works now: not dead, and at most 30 days old.
    pub fn live_letter(&self, now: Timestamp) -> Option<&Letter> {
        let good = |letter: &&Letter| {
            !letter.dead && now.duration_since(letter.issued) <= SignedDuration::from_secs(30 * 86_400)
        };
        self.letter.as_ref().filter(good)
    }

    /// Digits are typed against the last letter: what must come of it (Guide 3.1.2).
    pub fn typed(&mut self, right: bool, here: &TemporaryPlace, now: Timestamp) -> Option<TemporaryOutcome> {
        self.live_letter(now)?;
        let letter = self.letter.as_mut()?;
        if right && letter.place == *here {
            return None;
        }
        letter.wrong += u8::from(!right);
        letter.dead = right || letter.wrong == 3;
        Some(match (right, letter.wrong) {
            (true, _) => TemporaryOutcome::Dead { why: TemporaryEnd::WrongPlace },
            (false, 3) => TemporaryOutcome::Dead { why: TemporaryEnd::TooManyTries },
            (false, wrong) => TemporaryOutcome::Wrong { left: 3 - wrong },
        })
    }

    /// Learns from an event what follows by the sources; a used key is not used again.
    pub fn learns(&mut self, event: &Event) -> TestCaseResult {
        self.guesses.learns(event);
        self.carriers.learns(event)?;
        match event {
            Event::Activated { .. }
            | Event::PasswordReopened { .. }
            | Event::NemIdBlocked { .. }
            | Event::NemIdClosed { .. } => {
                if let Some(letter) = &mut self.letter {
                    letter.dead = true;
                }
            }
            Event::KeyAsked { card, position, .. } => {
                hold(!self.used.contains(&(*card, *position)), "a used key is asked for")?;
            }
            Event::KeyAccepted { card, position, .. } => {
                hold(self.used.insert((*card, *position)), "a used key works again")?;
            }
            _ => {}
        }
        Ok(())
    }

    /// The NemID counts as this does.
    pub fn agrees_with(&self, nemid: &NemId, now: Timestamp) -> TestCaseResult {
        self.carriers.agrees_with(nemid)?;
        let live = nemid.live_temporary(now).map(|temporary| &temporary.hash);
        let expected = self.live_letter(now).map(|letter| &letter.hash);
        hold(live == expected, "a temporary password lives that is dead, or the other way round")?;
        let locked = nemid.lockout.running(now).is_some();
        hold(locked == self.guesses.locked(now), "locked, or not, against the count of guesses")?;
        let used = nemid.cards.iter().map(|card| usize::from(card.used.count())).sum::<usize>();
        hold(used == self.used.len(), "keys are used up that nobody answered, or come back")
    }
}
