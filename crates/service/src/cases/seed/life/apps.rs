//! Seeded persons have telephones, install apps on them and answer with them (D37).

use crate::cases::seed::error::SeedError;
use crate::cases::seed::life::Life;
use crate::cases::seed::life::keys::ask;
use crate::cases::seed::scene::{Played, Scene, unlawful};
use crate::cases::world::telephones;
use crate::store::devices::{Telephone, Thing};
use rules::actor::{Actor, Channel};
use rules::carriers;
use rules::carriers::app;
use rules::carriers::app::OnTelephone;
use rules::keys;
use rules::keys::{AskedKey, KeyAnswer};
use rules::nemid::{Holding, Purpose};
use rules::passwords;
use rules::passwords::PasswordVerdict;
use rules::words::{CarrierId, CarrierNumber, Mobile, Pin};

impl Scene<'_> {
    /// The person gets a telephone.
    pub fn has_telephone(&self, make: &str, system: &str, number: &str, smart: bool) -> Played {
        let number = Mobile::parse(number).map_err(|error| unlawful(self.person.name, error))?;
        let telephone = Telephone {
            make: make.to_owned(),
            system: system.to_owned(),
            number,
            smart,
            lost: false,
            compromised: false,
            holes: false,
            net: true,
            battery: true,
        };
        telephones::hand_over(self.world.act, self.citizen.cpr, telephone)?;
        Ok(())
    }
}

impl Life<'_> {
    /// Installs an app on one of the holder's telephones, with a key from the card.
    pub fn installs_app(&mut self, nth: usize) -> Result<CarrierNumber, SeedError> {
        let world = self.scene.world;
        let found = world.act.tx.devices_of(self.nemid.holder)?.into_iter().nth(nth);
        let device = found.ok_or_else(|| self.unlawful("no such telephone"))?;
        let Thing::Telephone(telephone) = device.thing else { return Err(self.unlawful("no telephone")) };
        let on = OnTelephone {
            device: device.id,
            owner: device.owner,
            make: telephone.make,
            smart: telephone.smart,
            lost: telephone.lost,
            battery: telephone.battery,
            net: telephone.net,
        };
        let card = self.nemid.active_card().map(|card| card.number);
        let card = card.ok_or_else(|| self.unlawful("no card in use"))?;
        let (spare, drawn, number) = (world.card(), self.drawn(), world.chance().app_number());
        self.does(Actor::Citizen, Channel::App, |nemid, stamp| {
            let (answer, mut events, after) = ask(nemid, card, drawn, &Purpose::AppInstall, stamp)?;
            let installed = app::install(&after, number, &on, &answer, &spare, stamp);
            events.extend(installed.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })?;
        Ok(number)
    }

    /// Takes an installed app into use with a PIN.
    pub fn chooses_pin(&mut self, number: CarrierNumber, pin: &str) -> Played {
        let world = self.scene.world;
        let pin = Pin::parse(pin).map_err(|error| self.unlawful(error))?;
        let hash = world.act.app.pins.hash(&number, world.chance().bytes(), &pin);
        self.does(Actor::Citizen, Channel::App, |nemid, stamp| {
            let device = nemid.carrier(number).and_then(|app| match app.holding {
                Holding::App { device, .. } => Some(device),
                Holding::Token { .. } | Holding::Voice { .. } => None,
            });
            let device = device.ok_or("no such app".to_owned())?;
            app::choose_pin(nemid, number, device, hash, stamp.at).map_err(|error| error.to_string())
        })
    }

    /// Logs on with password and app.
    pub fn approves(&mut self, number: CarrierNumber, purpose: &Purpose) -> Played {
        let (spare, drawn) = (self.scene.world.card(), self.drawn());
        self.does(Actor::Citizen, Channel::Selvbetjening, |nemid, stamp| {
            let against = nemid.password.hash().cloned().unwrap_or_default();
            let verdict = PasswordVerdict { against, right: true, rehashed: None };
            let judged =
                passwords::judge(nemid, &verdict, purpose, stamp).map_err(|error| error.to_string())?;
            let mut events = judged.events;
            let asked = carriers::ask(nemid, CarrierId::Other(number), drawn, purpose);
            events.extend(asked.map_err(|error| error.to_string())?.1);
            let approved = app::approve(nemid, number, true, purpose, stamp);
            events.extend(approved.map_err(|error| error.to_string())?.0);
            let of = AskedKey::Carrier(number);
            let answer = KeyAnswer { of, right: true, counter: None, purpose: purpose.clone() };
            let done = keys::log_on(&nemid.after(&events, stamp), &answer, &spare, stamp);
            events.extend(done.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })
    }
}
