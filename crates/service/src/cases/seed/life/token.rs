//! Seeded persons order tokens, take them into use and answer with them (D36).

use crate::cases::seed::error::SeedError;
use crate::cases::seed::life::Life;
use crate::cases::seed::life::keys::ask;
use crate::cases::seed::scene::Played;
use crate::store::devices::{Device, Thing};
use rules::actor::{Actor, Channel};
use rules::carriers;
use rules::carriers::start;
use rules::carriers::token;
use rules::carriers::token::DrawnToken;
use rules::keys;
use rules::keys::{AskedKey, KeyAnswer};
use rules::nemid::Purpose;
use rules::passwords;
use rules::passwords::PasswordVerdict;
use rules::words::{CarrierId, CarrierNumber};

impl Life<'_> {
    /// The holder orders a token at Selvbetjening.
    pub fn orders_token(&mut self) -> Result<CarrierNumber, SeedError> {
        let chance = self.scene.world.chance();
        let drawn = DrawnToken { number: chance.token_number(), salt: chance.card_salt() };
        self.holder(|nemid, stamp| token::order(nemid, &drawn, stamp))?;
        Ok(drawn.number)
    }

    /// Takes the token that came by post into use, with a code of it and a key from the card.
    pub fn takes_token_into_use(&mut self, number: CarrierNumber) -> Played {
        let card = self.nemid.active_card().map(|card| card.number);
        let card = card.ok_or_else(|| self.unlawful("no card in use"))?;
        let counter = Some(self.presses(number)?);
        let (spare, drawn) = (self.scene.world.card(), self.drawn());
        self.holder(|nemid, stamp| {
            let (answer, mut events, after) = ask(nemid, card, drawn, &Purpose::TokenStart, stamp)?;
            let taken = start::token(&after, number, counter, &answer, &spare, stamp);
            events.extend(taken.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })
    }

    /// Logs on at Selvbetjening with password and token.
    pub fn logs_on_by_token(&mut self, number: CarrierNumber) -> Played {
        let counter = Some(self.presses(number)?);
        let (spare, drawn) = (self.scene.world.card(), self.drawn());
        self.does(Actor::Citizen, Channel::Selvbetjening, |nemid, stamp| {
            let against = nemid.password.hash().cloned().unwrap_or_default();
            let verdict = PasswordVerdict { against, right: true, rehashed: None };
            let judged = passwords::judge(nemid, &verdict, &Purpose::LogOn, stamp)
                .map_err(|error| error.to_string())?;
            let mut events = judged.events;
            let asked = carriers::ask(nemid, CarrierId::Other(number), drawn, &Purpose::LogOn);
            events.extend(asked.map_err(|error| error.to_string())?.1);
            let answer =
                KeyAnswer { of: AskedKey::Carrier(number), right: true, counter, purpose: Purpose::LogOn };
            let done = keys::log_on(&nemid.after(&events, stamp), &answer, &spare, stamp);
            events.extend(done.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })
    }

    /// Presses the button of a token. Returns the counter of the code that it shows.
    fn presses(&self, number: CarrierNumber) -> Result<u32, SeedError> {
        let tx = self.scene.world.act.tx;
        for device in tx.devices_of(self.nemid.holder)? {
            let Thing::Token { carrier, pressed, lost, battery } = device.thing else { continue };
            if carrier == number {
                let thing = Thing::Token { carrier, pressed: pressed + 1, lost, battery };
                tx.save_device(&Device { thing, ..device })?;
                return Ok(pressed);
            }
        }
        Err(self.unlawful("no such token"))
    }
}
