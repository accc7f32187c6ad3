//! The surroundings of a seeded person: the world with its seeded randomness, and the person's home and
//! documents.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use jiff::{Span, Timestamp};

use crate::cases::app::Act;
use crate::cases::open;
use crate::cases::seed::error::SeedError;
use crate::cases::seed::secrets::Dealt;
use crate::outside::chance::Chance;
use crate::store::StoreError;
use crate::store::citizens::Citizen;
use crate::store::journal::Signed;
use rules::actor::{Actor, Channel, Stamp};
use rules::calendar;
use rules::cards::DrawnCard;
use rules::places::Place;
use rules::terms::Terms;
use rules::words::{Address, CprNumber, DocumentNumber, NemIdNumber, PersonName};

/// The age from which a person may drive a car.
const DRIVES_FROM: i64 = 17;

/// Years that a certificate of the seeded world is valid, whatever the setting says today.
const SEEDED_YEARS: u16 = 4;

/// The result of a step.
pub(super) type Played = Result<(), SeedError>;

/// One of the persons: of the seed, or made later.
pub(super) struct Person<'p> {
    /// Name in the CPR register.
    pub name: &'p str,
    pub born: &'p str,
    /// Street, postcode, town.
    pub home: (&'p str, &'p str, &'p str),
    /// The section of the sources that the person's problem belongs to.
    pub section: &'p str,
    /// The problem and what to try, in Danish and English.
    pub note: (&'p str, &'p str),
    /// The passwords the person chooses, in order.
    pub passwords: &'p [&'p str],
    /// What has happened so far.
    pub play: fn(&Scene<'_>) -> Played,
}

/// The play of a person of whom nothing has to happen beforehand.
#[expect(clippy::unnecessary_wraps, reason = "it is the play of a person")]
pub(super) fn nothing(_: &Scene<'_>) -> Played {
    Ok(())
}

/// The world while it is being seeded, or somebody is made in it.
pub(super) struct World<'w> {
    pub act: &'w Act<'w>,
    pub secrets: &'w Dealt<'w>,
    /// The versions of the rules up to the beginning of the world.
    pub terms: Terms,
    /// Years that a certificate is valid.
    pub certificate_years: u16,
    /// The day by which persons have the documents of their age.
    today: Date,
    officers: BTreeMap<&'static str, NemIdNumber>,
    taken: RefCell<Vec<CprNumber>>,
    /// What officers signed, to be entered into the journals when everybody's past is told.
    pub signed: RefCell<Vec<Signed>>,
}

/// One person and the world around them.
pub(super) struct Scene<'w> {
    pub world: &'w World<'w>,
    pub person: &'w Person<'w>,
    pub citizen: Citizen,
}

impl<'w> World<'w> {
    pub fn new(act: &'w Act<'w>, secrets: &'w Dealt<'w>) -> Result<Self, SeedError> {
        let (officers, taken) = (BTreeMap::new(), RefCell::default());
        let (terms, signed) = (act.tx.terms()?, RefCell::default());
        let (today, certificate_years) = (calendar::danish_date(open::world_starts()), SEEDED_YEARS);
        Ok(Self { act, secrets, terms, certificate_years, today, officers, taken, signed })
    }

    /// The same for somebody who is made now.
    pub fn today(act: &'w Act<'w>, secrets: &'w Dealt<'w>) -> Result<Self, SeedError> {
        let certificate_years = act.app.settings.certificate_years;
        let today = calendar::danish_date(act.now());
        Ok(Self { certificate_years, today, ..Self::new(act, secrets)? })
    }

    /// The seeded randomness.
    pub fn chance(&self) -> &Chance {
        &self.secrets.chance
    }

    /// A card with seeded keys.
    pub fn card(&self) -> DrawnCard {
        DrawnCard { number: self.chance().key_card_number(), salt: self.chance().card_salt() }
    }

    /// Notes which employee serves at an office.
    pub fn serves(&mut self, office: Place, staff: NemIdNumber) {
        self.officers.insert(office.name, staff);
    }

    /// The number of an employee who serves at an office.
    pub fn officer_at(&self, office: Place) -> Result<NemIdNumber, SeedError> {
        let staff = self.officers.get(office.name).copied();
        staff.ok_or_else(|| unlawful(office.name, "nobody serves there"))
    }

    /// An employee who serves at an office.
    pub fn officer(&self, office: Place) -> Result<Actor, SeedError> {
        Ok(Actor::Officer { staff: self.officer_at(office)?, office: office.word() })
    }

    /// Enters a person into the register. Returns their scene.
    pub fn enters(&'w self, person: &'w Person<'w>) -> Result<Scene<'w>, SeedError> {
        let wrong = |error: &dyn std::fmt::Display| unlawful(person.name, error);
        let born = born(person)?;
        let (street, postcode, town) = person.home;
        let citizen = Citizen {
            cpr: self.new_cpr(born)?,
            name: PersonName::parse(person.name).map_err(|error| wrong(&error))?,
            address: Some(Address::parse(street, postcode, town).map_err(|error| wrong(&error))?),
            stated: None,
            document: Some(self.new_document(born)),
            pid: Some(self.chance().pid()),
            died: None,
            note: (person.note.0.to_owned(), person.note.1.to_owned()),
            section: person.section.to_owned(),
        };
        self.act.tx.save_citizen(&citizen)?;
        Ok(Scene { world: self, person, citizen })
    }

    /// A CPR number that nobody has, of a person born on a day.
    pub fn new_cpr(&self, born: Date) -> Result<CprNumber, StoreError> {
        let mut taken = self.taken.borrow_mut();
        loop {
            let begin = u16::try_from(self.chance().below(10_000)).unwrap_or_default();
            let cpr = CprNumber::synthetic(born, begin);
            let tx = self.act.tx;
            if !taken.contains(&cpr) && tx.citizen(cpr)?.is_none() && tx.other_cpr_number(cpr)?.is_none() {
                taken.push(cpr);
                return Ok(cpr);
            }
        }
    }

    /// A passport, or a driving licence for a person who is old enough.
    fn new_document(&self, born: Date) -> DocumentNumber {
        let drawn = self.chance().number();
        let drives = born.saturating_add(Span::new().years(DRIVES_FROM)) <= self.today;
        match drawn % 2 {
            1 if drives => DocumentNumber::driving_licence_from_drawn(drawn),
            _ => DocumentNumber::passport_from_drawn(drawn),
        }
    }

    /// Marks the messages from before the beginning of the world as sent, so that none is sent now.
    pub fn note_old_messages_sent(&self) -> Result<(), StoreError> {
        for message in self.act.tx.unsent(Timestamp::MIN, u32::MAX)? {
            self.act.tx.note_sent(message.id, message.queued)?;
        }
        Ok(())
    }
}

impl Scene<'_> {
    /// The day on which the person was born.
    pub fn born(&self) -> Result<Date, SeedError> {
        born(self.person)
    }
}

fn born(person: &Person<'_>) -> Result<Date, SeedError> {
    person.born.parse().map_err(|error| unlawful(person.name, error))
}

/// The stamp of an event before the beginning of the world. Its address is from a range reserved for
/// documentation.
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

/// A moment in Danish time, such as `2019-02-11 10:15`, not after the beginning of the world.
pub(super) fn moment(scene: &Scene<'_>, text: &str) -> Result<Timestamp, SeedError> {
    let read: DateTime = text.parse().map_err(|error| unlawful(scene.person.name, error))?;
    let at = calendar::at_danish_time(read.date(), read.hour(), read.minute());
    if at > open::world_starts() {
        return Err(unlawful(scene.person.name, format!("{text} is after the world starts")));
    }
    Ok(at)
}

/// The error for an action that a rule refuses.
pub(super) fn unlawful(who: impl ToString, why: impl ToString) -> SeedError {
    SeedError::Unlawful { who: who.to_string(), why: why.to_string() }
}
