//! Seeded persons activate and log on, and mistype passwords and keys.

use crate::cases::seed::life::Life;
use crate::cases::seed::life::voice::hear;
use crate::cases::seed::scene::Played;
use rules::activation::{Activation, Spares};
use rules::actor::{Actor, Channel, Stamp};
use rules::keys::KeyAnswer;
use rules::nemid::event::Consents;
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{Event, NemId, Purpose};
use rules::passwords::PasswordVerdict;
use rules::words::{CarrierNumber, KeyCardNumber, UserId};
use rules::{activation, keys, passwords};

/// The number of keys left on a card at which a person takes the new one into use.
const FEW: u8 = 3;

impl Life<'_> {
    /// Activates with the next password of the person's list, at the place of the temporary password.
    pub fn activates(&mut self, user_id: &str) -> Played {
        self.activates_and_records(user_id, false)
    }

    /// Works like `activates`, and switches the recording of service providers on or off (Rules 3.7).
    pub fn activates_and_records(&mut self, user_id: &str, recording: bool) -> Played {
        let temporary = self.nemid.live_temporary(self.at).map(|one| (one.hash.clone(), one.place.clone()));
        let (temporary, place) = temporary.ok_or_else(|| self.unlawful("no live temporary password"))?;
        let user_id = match user_id {
            "" => None,
            chosen => Some(UserId::parse(chosen).map_err(|faults| self.unlawful(format!("{faults:?}")))?),
        };
        // As the pages ask: without an ordered certificate nothing is consented to (Rules 4.1).
        let ordered = self.nemid.certificate_ordered.is_some();
        let consents = Consents {
            cpr_lookup: ordered,
            pid_service: ordered,
            earlier_pid: ordered,
            bank_exchange: activation::needs_bank_consent(&self.nemid),
        };
        let chosen = Activation {
            temporary,
            password: self.password_hash()?,
            user_id,
            cpr_log_on: true,
            contact: self.nemid.contact.clone(),
            recording,
            consents,
            rules_version: Some(self.scene.world.terms.in_force(self.at).number),
        };
        let channel = match place {
            TemporaryPlace::Selvbetjening => Channel::Selvbetjening,
            TemporaryPlace::Netbank(_) => Channel::Bank,
        };
        let line = self.line(&Purpose::Activation);
        let card = self.nemid.usable_cards().next().map(|card| card.number);
        let (spare, draft) = (self.scene.world.card(), self.draft()?);
        let drawn = self.drawn();
        self.does(Actor::Citizen, channel, |nemid, stamp| {
            let (answer, mut events, asked) = ask_any(nemid, line, card, drawn, &Purpose::Activation, stamp)?;
            let spares = Spares { card: &spare, certificate: &draft };
            let made = activation::complete(&asked, &chosen, &answer, &spares, stamp);
            events.extend(made.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })?;
        self.remembers()
    }

    /// Mistypes the password a number of times at Selvbetjening.
    pub fn mistypes_password(&mut self, times: usize) -> Played {
        for _ in 0..times {
            self.does(Actor::Visitor, Channel::Selvbetjening, |nemid, stamp| {
                let against = nemid.password.hash().cloned().unwrap_or_default();
                let verdict = PasswordVerdict { against, right: false, rehashed: None };
                passwords::judge(nemid, &verdict, &Purpose::LogOn, stamp).map(|judged| judged.events)
            })?;
        }
        Ok(())
    }

    /// Ten wrong passwords: the first five lock, the second five block (D2).
    pub fn is_blocked_by_tries(&mut self) -> Played {
        self.mistypes_password(5)?;
        self.passes(9)?;
        self.mistypes_password(5)
    }

    /// Logs on with password and key: from the card in use, or from the next one when it is nearly used up.
    /// New rules are accepted where they are shown, at Selvbetjening (Rules 3.10).
    pub fn logs_on(&mut self, purpose: &Purpose) -> Played {
        let channel = if purpose.provider().is_some() { Channel::Site } else { Channel::Selvbetjening };
        let nearly = |card: &&rules::nemid::KeyCard| card.keys_left() > FEW;
        let card = self.nemid.active_card().filter(nearly).or_else(|| self.nemid.usable_cards().last());
        let (line, card) = (self.line(purpose), card.map(|card| card.number));
        let (spare, drawn) = (self.scene.world.card(), self.drawn());
        self.does(Actor::Citizen, channel, |nemid, stamp| {
            let against = nemid.password.hash().cloned().unwrap_or_default();
            let verdict = PasswordVerdict { against, right: true, rehashed: None };
            let judged =
                passwords::judge(nemid, &verdict, purpose, stamp).map_err(|error| error.to_string())?;
            let mut events = judged.events;
            let (answer, asked, after) = ask_any(nemid, line, card, drawn, purpose, stamp)?;
            events.extend(asked);
            let (done, _) =
                keys::log_on(&after, &answer, &spare, stamp).map_err(|error| error.to_string())?;
            events.extend(done);
            Ok::<_, String>(events)
        })?;
        if *purpose == Purpose::LogOn { self.accepts_rules() } else { Ok(()) }
    }

    fn accepts_rules(&mut self) -> Played {
        let terms = &self.scene.world.terms;
        let version = terms.in_force(self.at).number;
        self.holder(|nemid, stamp| terms.accept(nemid, version, stamp))
    }

    /// Mistypes a key at Selvbetjening a number of times, after the right password.
    pub fn mistypes_key(&mut self, times: usize) -> Played {
        let card = self.nemid.active_card().map(|card| card.number);
        let card = card.ok_or_else(|| self.unlawful("no card in use"))?;
        for _ in 0..times {
            let (spare, drawn) = (self.scene.world.card(), self.drawn());
            self.does(Actor::Citizen, Channel::Selvbetjening, |nemid, stamp| {
                let (answer, mut events, after) = ask(nemid, card, drawn, &Purpose::LogOn, stamp)?;
                let wrong = KeyAnswer { right: false, ..answer };
                let answered = keys::log_on(&after, &wrong, &spare, stamp);
                events.extend(answered.map_err(|error| error.to_string())?.0);
                Ok::<_, String>(events)
            })?;
        }
        Ok(())
    }

    /// The holder renews the certificate, with a key (Rules 4.4).
    pub fn renews_the_certificate(&mut self) -> Played {
        let card = self.nemid.active_card().map(|card| card.number);
        let card = card.ok_or_else(|| self.unlawful("no card in use"))?;
        let (spare, drawn, draft) = (self.scene.world.card(), self.drawn(), self.draft()?);
        self.holder(|nemid, stamp| {
            let (answer, mut events, after) = ask(nemid, card, drawn, &Purpose::Renewal, stamp)?;
            let renewed = rules::certificates::renew(&after, &draft, &answer, &spare, stamp);
            events.extend(renewed.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })
    }

    /// The holder ends the whole NemID, with a key.
    pub fn ends_the_nemid(&mut self) -> Played {
        let card = self.nemid.active_card().map(|card| card.number);
        let card = card.ok_or_else(|| self.unlawful("no card in use"))?;
        let (spare, drawn) = (self.scene.world.card(), self.drawn());
        self.holder(|nemid, stamp| {
            let (answer, mut events, after) = ask(nemid, card, drawn, &Purpose::Ending, stamp)?;
            let closed = rules::ending::close(&after, &answer, &spare, stamp);
            events.extend(closed.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })
    }
}

/// Asks for a key by telephone, if there is one to call, else of a card.
fn ask_any(
    nemid: &NemId,
    line: Option<CarrierNumber>,
    card: Option<KeyCardNumber>,
    drawn: u32,
    purpose: &Purpose,
    stamp: &Stamp,
) -> Result<(KeyAnswer, Vec<Event>, NemId), String> {
    match (line, card) {
        (Some(line), _) => hear(nemid, line, purpose),
        (None, Some(card)) => ask(nemid, card, drawn, purpose, stamp),
        (None, None) => Err("no card".to_owned()),
    }
}

/// Asks for a key of a card. Returns the right answer, and the NemID after the question.
pub(super) fn ask(
    nemid: &NemId,
    card: KeyCardNumber,
    drawn: u32,
    purpose: &Purpose,
    stamp: &Stamp,
) -> Result<(KeyAnswer, Vec<Event>, NemId), String> {
    let (position, events) = keys::ask(nemid, &card, drawn, purpose).map_err(|error| error.to_string())?;
    let mut after = nemid.clone();
    for event in &events {
        after.apply(event, stamp);
    }
    Ok((KeyAnswer::of_card(card, position, true, purpose.clone()), events, after))
}
