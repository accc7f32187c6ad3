//! How a seeded person gets a NemID: ordered by the citizen, at a counter, or made by a bank or an employer.

use jiff::Timestamp;
use rules::actor::{Actor, Channel, Stamp};
use rules::nemid::{Event, Issuer, NemId};
use rules::order::{Eligibility, FirstCard, NewNemId};
use rules::places::BORGERSERVICE;
use rules::words::Contact;
use rules::{calendar, order};

use crate::cases::seed::error::SeedError;
use crate::cases::seed::life::Life;
use crate::cases::seed::scene::{Scene, moment, stamp, unlawful};

/// The event that made a NemID.
fn created(nemid: &NemId) -> Event {
    Event::Created { number: nemid.number, holder: nemid.holder, issuer: nemid.issuer.clone() }
}

impl<'w> Scene<'w> {
    /// Ordered by the citizen; card, welcome letter and PIN letter go to the registered address.
    pub fn orders(&'w self, at: &str, contact: (&str, &str)) -> Result<Life<'w>, SeedError> {
        self.orders_on(moment(self, at)?, contact)
    }

    /// The same at an instant.
    pub fn orders_on(&'w self, at: Timestamp, contact: (&str, &str)) -> Result<Life<'w>, SeedError> {
        let stamp = stamp(&at, Actor::Citizen, Channel::Selvbetjening);
        let first = FirstCard::Posted(self.world.card());
        let mut life = self.made_public(&first, contact, stamp)?;
        life.is_posted_a_code()?;
        Ok(life)
    }

    /// Ordered at a counter, card and PIN letter handed over from the stock.
    pub fn orders_at_counter(&'w self, at: &str, contact: (&str, &str)) -> Result<Life<'w>, SeedError> {
        let office = BORGERSERVICE;
        let stamp = stamp(&moment(self, at)?, self.world.officer(office)?, Channel::RaPortal);
        let card = self.world.card();
        self.world.act.tx.shelve_card(&office.word(), &card)?;
        let mut life = self.made_public(&FirstCard::HandedOut(card.clone()), contact, stamp)?;
        let (staff, new) = (self.world.officer_at(office)?, [created(&life.nemid)]);
        self.note_signed(office, staff, &life.nemid, &new, life.at)?;
        life.took_from_shelf(office, &card)?;
        life.is_handed_a_code(office)?;
        Ok(life)
    }

    /// Made by a bank, an employer or a bank's business division, with the first card posted.
    pub fn gets_from(
        &'w self,
        issuer: Issuer,
        at: &str,
        contact: (&str, &str),
    ) -> Result<Life<'w>, SeedError> {
        self.gets_from_on(issuer, moment(self, at)?, contact)
    }

    /// The same at an instant.
    pub fn gets_from_on(
        &'w self,
        issuer: Issuer,
        at: Timestamp,
        contact: (&str, &str),
    ) -> Result<Life<'w>, SeedError> {
        let by = match &issuer {
            Issuer::Bank(bank) | Issuer::Business(bank) => Actor::Bank { bank: bank.clone(), staff: None },
            Issuer::Public | Issuer::Employer(_) => Actor::Operator { staff: None },
        };
        let channel = if matches!(by, Actor::Bank { .. }) { Channel::Bank } else { Channel::Operator };
        let stamp = stamp(&at, by, channel);
        let (number, contact) = (self.world.chance().nemid_number(), self.contact(contact)?);
        let (first, reach) = (FirstCard::Posted(self.world.card()), self.citizen.reach());
        let new = NewNemId { holder: self.citizen.cpr, number, contact: &contact, card: &first, reach };
        let made = order::make_at_bank(issuer, &new, &stamp);
        let made = made.map_err(|error| unlawful(self.person.name, error))?;
        let mut life = Life::begins(self, made, &stamp)?;
        life.is_posted_a_code()?;
        Ok(life)
    }

    fn made_public(
        &'w self,
        first: &FirstCard,
        contact: (&str, &str),
        stamp: Stamp,
    ) -> Result<Life<'w>, SeedError> {
        let theirs = self.world.act.tx.nemids_of(self.citizen.cpr)?;
        let age = self.citizen.cpr.age_on(calendar::danish_date(stamp.at));
        let person = Eligibility { age, dead: false };
        let (number, contact) = (self.world.chance().nemid_number(), self.contact(contact)?);
        let reach = self.citizen.reach();
        let new = NewNemId { holder: self.citizen.cpr, number, contact: &contact, card: first, reach };
        let made = order::make_new(&theirs, person, &new, &stamp);
        Life::begins(self, made.map_err(|error| unlawful(self.person.name, error))?, &stamp)
    }

    fn contact(&self, contact: (&str, &str)) -> Result<Contact, SeedError> {
        let (email, mobile) = contact;
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let wrong = |error| unlawful(self.person.name, error);
        Ok(Contact {
            email: some(email).map(|email| rules::words::Email::parse(&email)).transpose().map_err(wrong)?,
            mobile: some(mobile)
                .map(|mobile| rules::words::Mobile::parse(&mobile))
                .transpose()
                .map_err(wrong)?,
        })
    }
}
