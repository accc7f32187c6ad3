//! Where a first person's life is played: the world with its seeded chance, and the person with home and papers.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use jiff::{Span, Timestamp};

use crate::cases::app::App;
use crate::cases::open;
use crate::cases::seed::SeedError;
use crate::cases::seed::life::Life;
use crate::cases::seed::secrets::Secrets;
use crate::outside::chance::Chance;
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Channel, Stamp};
use rules::cards::DrawnCard;
use rules::nemid::Issuer;
use rules::order::{Eligibility, FirstCard, NewNemId};
use rules::places::{BORGERSERVICE, Place};
use rules::terms::Terms;
use rules::words::{Address, Contact, CprNumber, DocumentNumber, NemIdNumber, PersonName};
use rules::{calendar, order};

/// Years of age from which one may drive a car.
const DRIVES_FROM: i64 = 17;

/// How a life is played.
pub(super) type Played = Result<(), SeedError>;

/// One of the first persons.
pub(super) struct Person {
    /// Name in the CPR register.
    pub name: &'static str,
    /// Birth date.
    pub born: &'static str,
    /// Street, postcode, town.
    pub home: (&'static str, &'static str, &'static str),
    /// The section of the sources whose problem the person has.
    pub section: &'static str,
    /// What is odd and what to try, in Danish and English.
    pub note: (&'static str, &'static str),
    /// The passwords the person chooses, in order.
    pub passwords: &'static [&'static str],
    /// What has happened so far.
    pub play: fn(&Scene<'_>) -> Played,
}

/// The world while it is being filled.
pub(super) struct World<'w> {
    pub app: &'w App,
    pub tx: &'w Tx<'w>,
    pub chance: &'w Chance,
    pub secrets: &'w Secrets,
    /// The versions of the rules up to the start of the world.
    pub terms: Terms,
    officers: BTreeMap<&'static str, NemIdNumber>,
    taken: RefCell<Vec<CprNumber>>,
}

/// One person, and the world around.
pub(super) struct Scene<'w> {
    pub world: &'w World<'w>,
    pub person: &'w Person,
    pub citizen: Citizen,
}

impl<'w> World<'w> {
    pub fn new(
        app: &'w App,
        tx: &'w Tx<'w>,
        chance: &'w Chance,
        secrets: &'w Secrets,
    ) -> Result<Self, SeedError> {
        let (officers, taken) = (BTreeMap::new(), RefCell::default());
        Ok(Self { app, tx, chance, secrets, terms: tx.terms()?, officers, taken })
    }

    /// A card from the seeded press.
    pub fn card(&self) -> DrawnCard {
        DrawnCard { number: self.chance.key_card_number(), salt: self.chance.card_salt() }
    }

    /// Remembers who serves at an office.
    pub fn serves(&mut self, office: Place, staff: NemIdNumber) {
        self.officers.insert(office.name, staff);
    }

    /// Somebody who serves at an office.
    pub fn officer(&self, office: Place) -> Result<Actor, SeedError> {
        let staff = self.officers.get(office.name).copied();
        let staff = staff.ok_or_else(|| unlawful(office.name, "nobody serves there"))?;
        Ok(Actor::Officer { staff, office: office.word() })
    }

    /// Enters a person into the register, and gives the scene of their life.
    pub fn enters(&'w self, person: &'w Person) -> Result<Scene<'w>, SeedError> {
        let wrong = |error: &dyn std::fmt::Display| unlawful(person.name, error);
        let born: Date = person.born.parse().map_err(|error| wrong(&error))?;
        let (street, postcode, town) = person.home;
        let citizen = Citizen {
            cpr: self.new_cpr(born),
            name: PersonName::parse(person.name).map_err(|error| wrong(&error))?,
            address: Address::parse(street, postcode, town).map_err(|error| wrong(&error))?,
            document: Some(self.new_document(born)),
            pid: Some(self.chance.pid()),
            died: None,
            note: (person.note.0.to_owned(), person.note.1.to_owned()),
            section: person.section.to_owned(),
        };
        self.tx.save_citizen(&citizen)?;
        Ok(Scene { world: self, person, citizen })
    }

    fn new_cpr(&self, born: Date) -> CprNumber {
        let mut taken = self.taken.borrow_mut();
        loop {
            let begin = u16::try_from(self.chance.below(10_000)).unwrap_or_default();
            let cpr = CprNumber::synthetic(born, begin);
            if !taken.contains(&cpr) {
                taken.push(cpr);
                return cpr;
            }
        }
    }

    /// A passport, or a driving licence for whoever is old enough.
    fn new_document(&self, born: Date) -> DocumentNumber {
        let drawn = self.chance.number();
        let drives = born.saturating_add(Span::new().years(DRIVES_FROM))
            <= calendar::danish_date(open::world_starts());
        match drawn % 2 {
            1 if drives => DocumentNumber::driving_licence_from_drawn(drawn),
            _ => DocumentNumber::passport_from_drawn(drawn),
        }
    }

    /// What was to be told before the world starts has been told: nothing of it is sent again.
    pub fn note_old_messages_sent(&self) -> Result<(), StoreError> {
        for message in self.tx.unsent(Timestamp::MIN, u32::MAX)? {
            self.tx.note_sent(message.id, message.queued)?;
        }
        Ok(())
    }
}

impl<'w> Scene<'w> {
    /// Ordered by the citizen; card, welcome letter and PIN letter go to the registered address.
    pub fn orders(&'w self, at: &str, contact: (&str, &str)) -> Result<Life<'w>, SeedError> {
        let stamp = stamp(&moment(self, at)?, Actor::Citizen, Channel::Selvbetjening);
        let first = FirstCard::Posted(self.world.card());
        let mut life = self.made_public(&first, contact, stamp)?;
        life.is_posted_a_code()?;
        Ok(life)
    }

    /// Ordered at a counter, card and PIN letter handed over from the shelf.
    pub fn orders_at_counter(&'w self, at: &str, contact: (&str, &str)) -> Result<Life<'w>, SeedError> {
        let office = BORGERSERVICE;
        let stamp = stamp(&moment(self, at)?, self.world.officer(office)?, Channel::RaPortal);
        let card = self.world.card();
        self.world.tx.shelve_card(&office.word(), &card)?;
        let mut life = self.made_public(&FirstCard::HandedOut(card.clone()), contact, stamp)?;
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
        let by = match &issuer {
            Issuer::Bank(bank) | Issuer::Business(bank) => Actor::Bank { bank: bank.clone(), staff: None },
            Issuer::Public | Issuer::Employer(_) => Actor::Operator { staff: None },
        };
        let channel = if matches!(by, Actor::Bank { .. }) { Channel::Bank } else { Channel::Operator };
        let stamp = stamp(&moment(self, at)?, by, channel);
        let (number, contact) = (self.world.chance.nemid_number(), self.contact(contact)?);
        let first = FirstCard::Posted(self.world.card());
        let new = NewNemId { holder: self.citizen.cpr, number, contact: &contact, card: &first };
        let made = order::make_at_bank(issuer, &new, &stamp);
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
        let theirs = self.world.tx.nemids_of(self.citizen.cpr)?;
        let age = self.citizen.cpr.age_on(calendar::danish_date(stamp.at));
        let person = Eligibility { age, dead: false };
        let (number, contact) = (self.world.chance.nemid_number(), self.contact(contact)?);
        let new = NewNemId { holder: self.citizen.cpr, number, contact: &contact, card: first };
        let made = order::make_new(&theirs, person, &new, &stamp);
        Life::begins(self, made.map_err(|error| unlawful(self.person.name, error))?, &stamp)
    }

    fn contact(&self, (email, mobile): (&str, &str)) -> Result<Contact, SeedError> {
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

/// A stamp of something that happened before the world starts. Addresses are of a range that belongs to nobody.
pub(super) fn stamp(at: &Timestamp, actor: Actor, channel: Channel) -> Stamp {
    let in_browser = matches!(channel, Channel::Selvbetjening | Channel::Site | Channel::Bank);
    let at_home = in_browser && matches!(actor, Actor::Citizen | Actor::Visitor);
    Stamp {
        at: *at,
        actor,
        channel,
        address: at_home.then(|| "192.0.2.17".to_owned()),
        device: at_home.then(|| "Mozilla/5.0 (Windows NT 6.1; rv:52.0) Firefox/52.0".to_owned()),
    }
}

/// A moment by Danish clocks, such as `2019-02-11 10:15`, not after the world starts.
pub(super) fn moment(scene: &Scene<'_>, text: &str) -> Result<Timestamp, SeedError> {
    let read: DateTime = text.parse().map_err(|error| unlawful(scene.person.name, error))?;
    let at = calendar::at_danish_time(read.date(), read.hour(), read.minute());
    if at > open::world_starts() {
        return Err(unlawful(scene.person.name, format!("{text} is after the world starts")));
    }
    Ok(at)
}

/// A life that no rule allows.
pub(super) fn unlawful(who: impl ToString, why: impl ToString) -> SeedError {
    SeedError::Unlawful { who: who.to_string(), why: why.to_string() }
}
