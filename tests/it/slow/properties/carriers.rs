//! Tokens, apps and telephones on trial: each is ordered, comes, is taken into use, wears out and is blocked by the rules.

use jiff::SignedDuration;
use proptest::test_runner::TestCaseResult;
use rules::actor::Stamp;
use rules::blocking::What;
use rules::carriers::app::{AppRefusal, MOST, OnTelephone};
use rules::carriers::token::DrawnToken;
use rules::carriers::voice::{Around, Ordered};
use rules::carriers::{app, start as starts, token, voice};
use rules::keys::{AskedKey, KeyAnswer};
use rules::nemid::block::{CardBlockReason, CarrierBlockReason};
use rules::nemid::{CardSalt, CarrierState, DeviceId, PinHash, Purpose};
use rules::reasons::StopReason;
use rules::words::{CarrierId, CarrierKind, CarrierNumber, Mobile};
use rules::{blocking, carriers, passwords};

use super::carrier_deeds::{Deed, Given, Pick, WithCard};
use super::hold;
use super::trial::Trial;

/// One of a few telephone numbers.
pub(super) fn telephone(of: u8) -> Mobile {
    Mobile::parse(&format!("700000{:02}", of % 4)).unwrap()
}

impl Trial {
    /// What is tried with a carrier.
    pub fn carries(&mut self, deed: &Deed, stamp: &Stamp) -> TestCaseResult {
        match *deed {
            Deed::OrdersToken => {
                let number = CarrierNumber::token_from_drawn(self.draw());
                let drawn = DrawnToken { number, salt: CardSalt::default() };
                self.tried(token::order(&self.nemid, &drawn, stamp), stamp)
            }
            Deed::OrdersVoice { telephone: of, posted } => {
                let line = CarrierNumber::voice_from_drawn(self.draw());
                let ordered = if posted { Ordered::ByLetter } else { Ordered::InPerson };
                self.tried(voice::order(&self.nemid, line, telephone(of), ordered, stamp), stamp)
            }
            Deed::LettersArrive => {
                let all: Vec<_> = self.nemid.carriers.iter().map(|one| one.number).collect();
                all.into_iter().try_for_each(|number| {
                    let events = carriers::deliver(&self.nemid, number);
                    self.decided(&events, stamp)
                })
            }
            Deed::Does { what, right } => self.does_with_card(what, right, stamp),
            Deed::InstallsMany => (0..4).try_for_each(|telephone| {
                self.does_with_card(WithCard::InstallsApp { telephone }, true, stamp)
            }),
            Deed::GetsToken => self.gets_token(stamp),
            Deed::GetsApp => self.gets_app(stamp),
            Deed::GetsVoice => self.gets_voice(stamp),
            Deed::ChoosesPin => self.chooses_pin(stamp),
            Deed::Confirms { right } => self.confirms(right, stamp),
            Deed::LogsOn { with, given, times } => {
                (0..times).try_for_each(|_| self.logs_on_with_carrier(with, given, stamp))
            }
            Deed::Signs { with, given } => self.signs_with_carrier(with, given, stamp),
            Deed::StartsAnew { with, given, activates } => self.starts_anew(with, given, activates, stamp),
            Deed::SendsACodeTwice => self.sends_a_code_twice(stamp),
            Deed::UsesForAnother { with } => self.uses_an_answer_for_another(with, stamp),
            Deed::Refuses { app } => {
                let Some(number) = self.carrier(Pick { kind: CarrierKind::App, nth: app }) else {
                    return Ok(());
                };
                self.tried(app::refuse_request(&self.nemid, number, &Purpose::LogOn, stamp), stamp)
            }
            Deed::Blocks { which, reason } => {
                let Some(number) = self.carrier(which) else { return Ok(()) };
                self.tried(carriers::block(&self.nemid, &[number], reason, stamp), stamp)
            }
            Deed::BlocksAll { kind, reason } => {
                self.tried(carriers::block_all(&self.nemid, kind, reason, stamp), stamp)
            }
            Deed::BlocksSeveral { cards, tokens, apps } => {
                let reason = |wanted: bool| wanted.then_some(CarrierBlockReason::OtherSuspicion);
                let what = What {
                    cards: cards.then_some(CardBlockReason::OtherSuspicion),
                    tokens: reason(tokens),
                    apps: reason(apps),
                    ..What::default()
                };
                self.tried(blocking::at_once(&self.nemid, what, None, stamp), stamp)
            }
            Deed::BlocksByNumber { first, count } => {
                let cards = self.nemid.cards.iter().map(|card| CarrierId::Card(card.number));
                let others = self.nemid.carriers.iter().map(|one| CarrierId::Other(one.number));
                let all: Vec<_> = cards.chain(others).collect();
                let from = usize::from(first) % all.len();
                let some: Vec<_> = all.into_iter().skip(from).take(usize::from(count)).collect();
                let blocked = blocking::by_number(&self.nemid, &some, StopReason::OtherSuspicion, stamp);
                self.tried(blocked, stamp)
            }
            Deed::BatteryEnds => {
                let ends = self.nemid.carriers.iter().find_map(token::battery_ends);
                self.now = ends.unwrap_or(self.now).max(self.now);
                self.day_passes()
            }
        }
    }

    /// Orders a token, waits for the post and takes it into use, as most people do.
    fn gets_token(&mut self, stamp: &Stamp) -> TestCaseResult {
        let given = Given::Right { in_vain: 0 };
        let does = Deed::Does { what: WithCard::TakesTokenIntoUse { given }, right: true };
        [Deed::OrdersToken, Deed::LettersArrive, does].iter().try_for_each(|deed| self.carries(deed, stamp))
    }

    /// Installs an app, tries to choose a PIN at once, waits the hour and chooses it then.
    fn gets_app(&mut self, stamp: &Stamp) -> TestCaseResult {
        self.does_with_card(WithCard::InstallsApp { telephone: 1 }, true, stamp)?;
        self.chooses_pin(stamp)?;
        self.now += SignedDuration::from_hours(1);
        let later = Stamp { at: self.now, ..stamp.clone() };
        self.chooses_pin(&later)
    }

    /// Orders keys on another telephone and confirms it with the first of them.
    fn gets_voice(&mut self, stamp: &Stamp) -> TestCaseResult {
        let telephone = u8::try_from(self.draw() % 4).unwrap();
        self.carries(&Deed::OrdersVoice { telephone, posted: false }, stamp)?;
        self.confirms(true, stamp)
    }

    /// One of its carriers of a kind.
    pub(super) fn carrier(&self, which: Pick) -> Option<CarrierNumber> {
        let usable = self.nemid.usable_carriers(which.kind).last().map(|one| one.number);
        let any: Vec<_> = self.nemid.carriers.iter().filter(|one| one.kind() == which.kind).collect();
        let nth = || any.get(usize::from(which.nth) % any.len().max(1)).map(|one| one.number);
        usable.filter(|_| !which.nth.is_multiple_of(4)).or_else(nth)
    }

    fn does_with_card(&mut self, what: WithCard, right: bool, stamp: &Stamp) -> TestCaseResult {
        let purpose = match what {
            WithCard::TakesTokenIntoUse { .. } => Purpose::TokenStart,
            WithCard::InstallsApp { .. } => Purpose::AppInstall,
            WithCard::MovesTelephone { .. } => Purpose::VoiceChange,
        };
        let Some(card) = self.card_at_hand() else { return Ok(()) };
        let Some(typed) = self.asked(card, (right, purpose), stamp)? else { return Ok(()) };
        self.does_with_key(what, &typed, stamp)
    }

    /// The same with an answer that was given already.
    pub(super) fn does_with_key(
        &mut self,
        what: WithCard,
        typed: &KeyAnswer,
        stamp: &Stamp,
    ) -> TestCaseResult {
        let spare = self.fresh();
        match what {
            WithCard::TakesTokenIntoUse { given } => {
                let waits = |state: &CarrierState| *state == CarrierState::Attached;
                let tokens = self.nemid.carriers.iter().filter(|one| one.kind() == CarrierKind::Token);
                let waiting = tokens.filter(|one| waits(&one.state)).map(|one| one.number).next_back();
                let Some(number) = waiting else { return Ok(()) };
                let code = self.code(number, given).and_then(|code| self.found(number, code));
                let taken = starts::token(&self.nemid, number, code, typed, &spare, stamp);
                self.tried(taken.map(|(events, _)| events), stamp)
            }
            WithCard::InstallsApp { telephone } => {
                let number = CarrierNumber::app_from_drawn(self.draw());
                let on = self.telephone_with_apps(telephone);
                let open = self.nemid.open_carriers().filter(|one| one.kind() == CarrierKind::App).count();
                let installed = app::install(&self.nemid, number, &on, typed, &spare, stamp);
                if installed.as_ref().err() == Some(&AppRefusal::TooMany) {
                    self.tally.saw("a fourth app refused");
                }
                hold(open < MOST || installed.is_err(), "a fourth app was installed")?;
                self.tried(installed.map(|(events, _)| events), stamp)
            }
            WithCard::MovesTelephone { to } => {
                let moved = voice::change(&self.nemid, Some(telephone(to)), typed, &spare, stamp);
                self.tried(moved.map(|(events, _)| events), stamp)
            }
        }
    }

    fn telephone_with_apps(&self, of: u8) -> OnTelephone {
        let (device, make) = (DeviceId(u32::from(of % 5)), "Fjordfon 4".to_owned());
        let owner = self.nemid.holder;
        OnTelephone { device, owner, make, smart: true, lost: of == 250, battery: true, net: true }
    }

    /// Chooses the PIN of the app that waits longest for it, after its hour or before; the password was right.
    fn chooses_pin(&mut self, stamp: &Stamp) -> TestCaseResult {
        if passwords::may_be_typed(&self.nemid, self.now).is_err() {
            return Ok(());
        }
        let waits = |one: &&rules::nemid::Carrier| {
            one.kind() == CarrierKind::App && one.state == CarrierState::Attached
        };
        let Some(waiting) = self.nemid.carriers.iter().find(waits).cloned() else { return Ok(()) };
        let rules::nemid::Holding::App { device, .. } = waiting.holding else { return Ok(()) };
        let pin = PinHash::new([7; 16], [8; 32]);
        let chosen = app::choose_pin(&self.nemid, waiting.number, device, pin, self.now);
        let waited = self.now.duration_since(waiting.since) >= SignedDuration::from_hours(1);
        hold(waited || chosen.is_err(), "a PIN was chosen in the hour in which its holder hears of the app")?;
        self.tried(chosen, stamp)
    }

    /// Confirms the telephone that waits with the key that was read out on it.
    fn confirms(&mut self, right: bool, stamp: &Stamp) -> TestCaseResult {
        let Ok(line) = voice::to_confirm(&self.nemid).map(|line| line.number) else { return Ok(()) };
        let called = voice::call(&self.nemid, line, &Purpose::VoiceChange, &Around::default());
        self.tried(called.map(|(_, events)| events), stamp)?;
        let of = AskedKey::Carrier(line);
        let typed = KeyAnswer { of, right, counter: None, purpose: Purpose::VoiceChange };
        let spare = self.fresh();
        let confirmed = voice::change(&self.nemid, None, &typed, &spare, stamp);
        self.tried(confirmed.map(|(events, _)| events), stamp)
    }
}
