//! A seeded person at a service provider: pays, signs the site's texts, and consents.

use crate::cases::seed::life::Life;
use crate::cases::seed::life::keys::ask;
use crate::cases::seed::scene::Played;
use crate::cases::sites::accounts;
use crate::store::documents::{Document, Payment};
use rules::actor::{Actor, Channel};
use rules::places::{BORGERPORTALEN, FJORDBANKEN, FORSIKRINGSHUSET, Place};
use rules::signing::TextToSign;
use rules::sites::Site;
use rules::{agreements, money, providers, signing};

impl Life<'_> {
    /// A bank starts using the NemID for its netbank (Rules 4.1).
    pub fn becomes_customer_of(&mut self, bank: Place) -> Played {
        let name = bank.word();
        let clerk = Actor::Bank { bank: name.clone(), staff: None };
        let consented = Some(self.scene.world.terms.in_force(self.at).number);
        self.does(clerk, Channel::Bank, |nemid, stamp| agreements::make(nemid, &name, consented, stamp))
    }

    /// Logs on at Fjordbanken and pays an amount in kroner from the first account.
    pub fn pays(&mut self, kroner: i64, to: &str, message: &str) -> Played {
        let bank = site(self, FJORDBANKEN)?;
        self.logs_on(&bank.log_on())?;
        let amount = kroner * 100;
        let accounts = accounts::of(bank, self.nemid.holder, &[], self.at);
        let from = accounts.first().map(|account| account.number.clone()).unwrap_or_default();
        let text = format!(
            "Jeg betaler {} kr. til konto {to}.\nPengene trækkes i dag fra min konto {from}.\nBesked til modtager: \
             {message}",
            money::written(amount, money::DANISH)
        );
        let payment = Payment { from: 0, to: to.to_owned(), amount, message: message.to_owned() };
        self.signs(bank, format!("Betaling til {to}"), text, Some(payment))
    }

    /// Logs on at Borgerportalen and applies for a parking permit; `day` is written the Danish way.
    pub fn applies_for_parking(&mut self, day: &str) -> Played {
        let portal = site(self, BORGERPORTALEN)?;
        self.logs_on(&portal.log_on())?;
        let (name, portal_name) = (&self.scene.citizen.name, portal.place.title);
        let text = format!(
            "Til {portal_name}, den {day}\nJeg, {name}, søger om licens til at parkere én bil i den zone, hvor jeg bor."
        );
        self.signs(portal, "Ansøgning om parkeringslicens".to_owned(), text, None)
    }

    /// Logs on at Forsikringshuset and consents to its being given the CPR number (Rules 4.1).
    pub fn consents(&mut self) -> Played {
        let site = site(self, FORSIKRINGSHUSET)?;
        self.logs_on(&site.log_on())?;
        self.does(Actor::Citizen, Channel::Site, |nemid, _| {
            Ok::<_, String>(providers::set_consent(nemid, site, false, true))
        })?;
        let pid = self.nemid.pid.ok_or_else(|| self.unlawful("no PID"))?;
        Ok(self.scene.world.act.tx.save_cpr_consent(&site.name(), pid, self.at)?)
    }

    fn signs(
        &mut self,
        site: &'static Site,
        title: String,
        text: String,
        payment: Option<Payment>,
    ) -> Played {
        let tx = self.scene.world.act.tx;
        let needs_certificate = site.kind.needs_certificate();
        let id = tx.next_document()?;
        tx.put_before(&Document {
            id,
            site: site.name(),
            citizen: self.nemid.holder,
            nemid: Some(self.nemid.number),
            title,
            text: text.clone(),
            payment,
            facts: None,
            prepared: self.at,
            signed: None,
            certificate: None,
        })?;
        let card = self.nemid.active_card().map(|card| card.number);
        let card = card.ok_or_else(|| self.unlawful("no card in use"))?;
        let (spare, drawn, purpose) = (self.new_card(), self.drawn(), site.signing());
        self.does(Actor::Citizen, Channel::Site, |nemid, stamp| {
            let (answer, mut events, asked) = ask(nemid, card, drawn, &purpose, stamp)?;
            let what = TextToSign { text: &text, needs_certificate };
            let signed = signing::sign(&asked, what, &answer, &spare, stamp);
            events.extend(signed.map_err(|error| error.to_string())?.0);
            Ok::<_, String>(events)
        })?;
        let certificate = self.nemid.valid_certificate(self.at).filter(|_| needs_certificate);
        Ok(tx.note_signed(id, self.at, certificate.map(|certificate| certificate.serial))?)
    }
}

fn site(life: &Life<'_>, place: Place) -> Result<&'static Site, crate::cases::seed::error::SeedError> {
    Site::named(place.name).ok_or_else(|| life.unlawful(format!("no site {}", place.name)))
}
