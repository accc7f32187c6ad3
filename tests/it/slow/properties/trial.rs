//! One NemID on trial: the rules decide each command, their events are applied to it, and the watcher checks
//! it.

use jiff::{SignedDuration, Timestamp};
use proptest::test_runner::TestCaseResult;
use rules::actor::{Channel, Stamp};
use rules::cards::DrawnCard;
use rules::keys::KeyAnswer;
use rules::nemid::block::CardBlockReason;
use rules::nemid::{CardState, Event, KeyCard, NemId, PasswordHash, Purpose};
use rules::signing::TextToSign;
use rules::temporary::TemporaryAction;
use rules::words::{CarrierKind, KEYS_PER_CARD, KeyCardNumber};
use rules::{Refusal, cards, keys};

use super::action::{Action, Command};
use super::carrier_answers::Hands;
use super::memory::Memory;
use super::start::{self, Enrolment, card};
use super::tally::Tally;
use super::watcher;

/// A text that a citizen is asked to sign.
pub(super) fn agree(needs_certificate: bool) -> TextToSign<'static> {
    TextToSign { text: "I agree.", needs_certificate }
}

/// The NemID, the time, and what is known of its past.
pub struct Trial {
    /// As it stands.
    pub nemid: NemId,
    /// The clock.
    pub now: Timestamp,
    /// What happened.
    pub tally: Tally,
    /// The second opinion.
    pub memory: Memory,
    /// All decisions, each with its stamp.
    pub history: Vec<(Vec<Event>, Stamp)>,
    /// What was done with the buttons of tokens.
    pub hands: Hands,
    /// The key with which somebody logged on last.
    pub last_key: Option<KeyAnswer>,
    drawn: u64,
}

impl Trial {
    /// Made by the rules.
    pub fn begin(start: &Enrolment) -> Result<Self, proptest::test_runner::TestCaseError> {
        let (nemid, events) = start::make(start);
        let stamp = start::stamp();
        let mut trial = Self {
            nemid,
            now: stamp.at,
            tally: Tally::default(),
            memory: Memory::default(),
            history: Vec::new(),
            hands: Hands::default(),
            last_key: None,
            drawn: 1,
        };
        trial.decided(&events, &stamp)?;
        if start.in_use {
            let letter = Action::IssuesTemporary { action: TemporaryAction::Resend, at_bank: true };
            let start = Action::Activates { right: true, old: false };
            for action in [Action::CardsArrive, letter, start] {
                trial.does(&action, &stamp)?;
            }
        }
        Ok(trial)
    }

    /// One command.
    pub fn takes(&mut self, command: &Command) -> TestCaseResult {
        self.now += SignedDuration::from_secs(command.wait);
        let stamp = Stamp {
            at: self.now,
            actor: command.by.clone(),
            channel: Channel::World,
            address: None,
            device: None,
        };
        self.memory.agrees_with(&self.nemid, self.now)?;
        self.does(&command.action, &stamp)?;
        self.memory.agrees_with(&self.nemid, self.now)
    }

    fn does(&mut self, action: &Action, stamp: &Stamp) -> TestCaseResult {
        match *action {
            Action::LogsOn { card, right, times } => self.logs_on(card, right, times, stamp),
            Action::TravelsWithTwoCards => self.travels_with_two_cards(stamp),
            Action::SendsAKeyTwice => self.sends_a_key_twice(stamp),
            Action::UsesAKeyForAnother { card } => self.uses_a_key_for_another(card, stamp),
            Action::Signs { right, needs_certificate } => self.signs(right, needs_certificate, stamp),
            Action::Closes { right, worn } => self.closes(right, worn, stamp),
            Action::BlocksCard { card, reason } => {
                let number = self.pick(card);
                self.tried(cards::block(&self.nemid, &[number], reason, stamp), stamp)
            }
            Action::BlocksAllCards => {
                self.tried(cards::block_all(&self.nemid, CardBlockReason::OtherSuspicion, stamp), stamp)
            }
            Action::HandsOutCard => {
                let card = self.fresh();
                let four = self.nemid.open_cards().count() == 4;
                let handed = cards::hand_out(&self.nemid, &card, stamp);
                if four && handed.is_err() {
                    self.tally.saw("a fifth card refused");
                }
                self.tried(handed, stamp)
            }
            Action::OrdersCard(why) => {
                let card = self.fresh();
                self.tried(cards::order(&self.nemid, why, &card, stamp), stamp)
            }
            Action::CardsArrive => self.cards_arrive(stamp),
            Action::SetsReorderLevel(level) => {
                self.tried(cards::set_reorder_level(&self.nemid, level, stamp), stamp)
            }
            Action::Carries(ref deed) => self.carries(deed, stamp),
            _ => self.does_with_passwords(action, stamp),
        }
    }

    /// What a rule decided happens, watched event by event.
    pub fn decided(&mut self, events: &[Event], stamp: &Stamp) -> TestCaseResult {
        if events.is_empty() {
            return Ok(());
        }
        let before = self.nemid.clone();
        let mut earlier = before.clone();
        self.history.push((events.to_vec(), stamp.clone()));
        for event in events {
            self.nemid.apply(event, stamp);
            self.tally.event(event);
            self.memory.learns(event)?;
            watcher::after_event(&earlier, event, &self.nemid, stamp)?;
            earlier.clone_from(&self.nemid);
        }
        if self.nemid.open_cards().count() == 4 {
            self.tally.saw("four cards open");
        }
        if self.nemid.open_carriers().filter(|one| one.kind() == CarrierKind::App).count() == 3 {
            self.tally.saw("three apps open");
        }
        watcher::after_decision(&before, events, &self.nemid, stamp)
    }

    /// What a rule said: events that happen, or a refusal, after which all is as it was.
    pub fn tried<R: Refusal>(&mut self, outcome: Result<Vec<Event>, R>, stamp: &Stamp) -> TestCaseResult {
        match outcome {
            Ok(events) => self.decided(&events, stamp),
            Err(refusal) => {
                self.refused(&refusal);
                Ok(())
            }
        }
    }

    /// Counts a refusal.
    pub fn refused(&mut self, refusal: &impl Refusal) {
        self.tally.saw(&format!("refused: {}", refusal.code()));
        if !self.nemid.state.is_open() {
            self.tally.saw("refused: the NemID had ended");
        }
        if self.memory.guesses.locked(self.now) {
            self.tally.saw("refused: while locked");
        }
    }

    /// A hash that no password had before.
    pub fn fresh_hash(&mut self) -> PasswordHash {
        self.drawn += 1;
        PasswordHash::new(format!("hash {}", self.drawn))
    }

    /// A number that was not drawn before.
    pub fn draw(&mut self) -> u64 {
        self.drawn += 1;
        self.drawn
    }

    /// A card that nobody had before.
    pub fn fresh(&mut self) -> DrawnCard {
        card(self.draw())
    }

    /// One of its cards, or one that is not its own.
    pub(super) fn pick(&self, of: u8) -> KeyCardNumber {
        let own = self.nemid.cards.get(usize::from(of) % (self.nemid.cards.len() + 1));
        own.map_or(card(999_999).number, |card| card.number)
    }

    /// The card to answer from: most often the one in use, else the newest that can be used.
    pub fn card_at_hand(&self) -> Option<KeyCardNumber> {
        let newest = || self.nemid.usable_cards().last();
        self.nemid.active_card().or_else(newest).map(|card| card.number)
    }

    /// Asks for a key of a card; the question happens, the answer is not given yet.
    pub fn asked(
        &mut self,
        card: KeyCardNumber,
        (right, purpose): (bool, Purpose),
        stamp: &Stamp,
    ) -> Result<Option<KeyAnswer>, proptest::test_runner::TestCaseError> {
        let drawn = u32::try_from(self.draw() * 2_654_435_761 % 4_294_967_296).unwrap();
        match keys::ask(&self.nemid, &card, drawn, &purpose) {
            Ok((position, events)) => {
                self.decided(&events, stamp)?;
                Ok(Some(KeyAnswer::of_card(card, position, right, purpose)))
            }
            Err(refusal) => {
                self.refused(&refusal);
                Ok(None)
            }
        }
    }

    /// Has two more cards handed out, uses up the newer and takes the older into use (Guide 3.1.7).
    fn travels_with_two_cards(&mut self, stamp: &Stamp) -> TestCaseResult {
        let (older, newer) = (self.fresh(), self.fresh());
        for card in [&older, &newer] {
            self.tried(cards::hand_out(&self.nemid, card, stamp), stamp)?;
        }
        self.logs_on_with(newer.number, true, KEYS_PER_CARD, stamp)?;
        self.logs_on_with(older.number, true, 1, stamp)
    }

    pub(super) fn logs_on(&mut self, picked: u8, right: bool, times: u8, stamp: &Stamp) -> TestCaseResult {
        let at_hand = self.card_at_hand().filter(|_| !picked.is_multiple_of(4));
        let number = at_hand.unwrap_or_else(|| self.pick(picked / 4));
        self.logs_on_with(number, right, times, stamp)
    }

    fn logs_on_with(
        &mut self,
        number: KeyCardNumber,
        right: bool,
        times: u8,
        stamp: &Stamp,
    ) -> TestCaseResult {
        for _ in 0..times {
            let Some(typed) = self.asked(number, (right, Purpose::LogOn), stamp)? else { return Ok(()) };
            let spare = self.fresh();
            let outcome = keys::log_on(&self.nemid, &typed, &spare, stamp);
            if outcome.is_err() && times > 1 {
                return self.tried(outcome.map(|(events, _)| events), stamp);
            }
            if right && outcome.is_ok() {
                self.last_key = Some(typed);
            }
            self.tried(outcome.map(|(events, _)| events), stamp)?;
        }
        Ok(())
    }

    fn cards_arrive(&mut self, stamp: &Stamp) -> TestCaseResult {
        let ordered = |card: &&KeyCard| card.state == CardState::Ordered;
        let numbers: Vec<_> = self.nemid.cards.iter().filter(ordered).map(|card| card.number).collect();
        for number in numbers.into_iter().chain([self.pick(3)]) {
            let events = cards::deliver(&self.nemid, &number);
            self.decided(&events, stamp)?;
        }
        Ok(())
    }
}
