//! Seeded persons get keys by telephone (Rules 3.9, D38).

use crate::cases::seed::error::SeedError;
use crate::cases::seed::life::Life;
use crate::cases::seed::scene::Played;
use rules::actor::{Actor, Channel};
use rules::carriers::voice;
use rules::carriers::voice::{Around, Ordered};
use rules::keys::{AskedKey, KeyAnswer};
use rules::nemid::{Carrier, Event, NemId, Purpose};
use rules::places::Place;
use rules::words::{CarrierKind, CarrierNumber, Mobile};

impl Life<'_> {
    /// A telephone number.
    fn telephone(&self, number: &str) -> Result<Mobile, SeedError> {
        Mobile::parse(number).map_err(|error| self.unlawful(error))
    }

    /// The holder orders keys on a telephone, at an office's counter.
    pub fn orders_voice(&mut self, office: Place, number: &str) -> Played {
        let (line, telephone) = (self.scene.world.chance().voice_number(), self.telephone(number)?);
        self.officer(office, |nemid, stamp| voice::order(nemid, line, telephone, Ordered::InPerson, stamp))
    }

    /// The holder orders keys on a telephone by calling the hotline, which sends a letter about it.
    pub fn orders_voice_by_telephone(&mut self, number: &str) -> Played {
        let (line, telephone) = (self.scene.world.chance().voice_number(), self.telephone(number)?);
        self.does(Actor::Hotline, Channel::Telephone, |nemid, stamp| {
            voice::order(nemid, line, telephone, Ordered::ByLetter, stamp)
        })
    }

    /// Confirms the line that waits, with a key that is read out on it.
    pub fn confirms_voice(&mut self) -> Played {
        let spare = self.scene.world.card();
        self.holder(|nemid, stamp| {
            let line = voice::to_confirm(nemid).map_err(|error| error.to_string())?.number;
            let (answer, mut events, after) = hear(nemid, line, &Purpose::VoiceChange)?;
            let confirmed = voice::change(&after, None, &answer, &spare, stamp);
            events.extend(confirmed.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })
    }

    /// The line from which a key is asked now: to activate, if one can be called; else the one that was used last.
    pub(super) fn line(&self, purpose: &Purpose) -> Option<CarrierNumber> {
        let line = if *purpose == Purpose::Activation {
            voice::to_start_with(&self.nemid)
        } else {
            let used = self.nemid.used_last == Some(CarrierKind::Voice);
            self.nemid.usable_carriers(CarrierKind::Voice).last().filter(|_| used)
        };
        line.map(|line: &Carrier| line.number)
    }
}

/// Calls the telephone. Returns the right answer, the events of the call, and the NemID, which a call does not change.
pub(super) fn hear(
    nemid: &NemId,
    line: CarrierNumber,
    purpose: &Purpose,
) -> Result<(KeyAnswer, Vec<Event>, NemId), String> {
    let (_, events) =
        voice::call(nemid, line, purpose, &Around::default()).map_err(|error| error.to_string())?;
    let of = AskedKey::Carrier(line);
    Ok((KeyAnswer { of, right: true, counter: None, purpose: purpose.clone() }, events, nemid.clone()))
}
