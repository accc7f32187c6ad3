//! What a seeded person does with one NemID, day by day: everything goes through the rules and the unit of
//! work.

mod apps;
mod begins;
mod codes;
mod keys;
mod sites;
mod token;
mod voice;

use jiff::{SignedDuration, Timestamp};

use crate::cases::app::content::memory_context;
use crate::cases::seed::error::SeedError;
use crate::cases::seed::scene::{Played, Scene, moment, stamp, unlawful};
use crate::cases::world::post::{self, Budget};
use crate::store::citizens::Citizen;
use crate::store::post::{LetterKind, LetterState};
use rules::actor::{Actor, Channel, Stamp};
use rules::cards::DrawnCard;
use rules::certificates::CertificateDraft;
use rules::names::FormerName;
use rules::nemid::{Event, NemId, PasswordHash};
use rules::places::Place;
use rules::words::PersonName;

/// Letters of every kind.
const ALL: [LetterKind; 6] = [
    LetterKind::Welcome,
    LetterKind::KeyCard,
    LetterKind::PinLetter,
    LetterKind::KeyToken,
    LetterKind::KeyVoice,
    LetterKind::Notice,
];

/// One NemID and the moment that its story has reached.
pub(super) struct Life<'w> {
    pub(super) scene: &'w Scene<'w>,
    /// The NemID's state at that moment.
    pub nemid: NemId,
    pub(super) at: Timestamp,
    /// The password that the holder uses, by its place in the person's list.
    password: usize,
}

impl<'w> Life<'w> {
    /// Begins with the events that made the NemID.
    pub fn begins(scene: &'w Scene<'w>, made: (NemId, Vec<Event>), stamp: &Stamp) -> Result<Self, SeedError> {
        let (nemid, events) = made;
        let mut life = Self { scene, nemid, at: stamp.at, password: 0 };
        life.happens(&events, stamp)?;
        Ok(life)
    }

    /// Makes the person begin with another of their passwords than the first.
    #[must_use]
    pub fn with_password(self, nth: usize) -> Self {
        Self { password: nth, ..self }
    }

    /// Moves time on to a later moment; letters that arrive by then are delivered.
    pub fn on(&mut self, moment_text: &str) -> Played {
        let at = moment(self.scene, moment_text)?;
        self.until(at)
    }

    /// The same to an instant.
    pub fn until(&mut self, at: Timestamp) -> Played {
        if at < self.at {
            return Err(self.unlawful(format!("{at} is before {}", self.at)));
        }
        self.at = at;
        post::deliver_arrived(self.scene.world.act, at, &mut Budget::unlimited())?;
        self.look_again()
    }

    /// Moves time on by a number of hours.
    pub fn passes(&mut self, hours: i64) -> Played {
        self.until(self.at + SignedDuration::from_hours(hours))
    }

    /// Loads the NemID again, after another NemID of the same person was changed together with it.
    pub fn look_again(&mut self) -> Played {
        let found = self.scene.world.act.tx.nemid(self.nemid.number)?;
        self.nemid = found.ok_or_else(|| self.unlawful("the NemID is gone"))?;
        Ok(())
    }

    /// Lets a rule decide on somebody's action now.
    pub fn does<E: ToString>(
        &mut self,
        actor: Actor,
        channel: Channel,
        rule: impl FnOnce(&NemId, &Stamp) -> Result<Vec<Event>, E>,
    ) -> Played {
        let stamp = stamp(&self.at, actor, channel);
        let events = rule(&self.nemid, &stamp).map_err(|error| self.unlawful(error))?;
        self.happens(&events, &stamp)
    }

    /// The holder does something at Selvbetjening.
    pub fn holder<E: ToString>(
        &mut self,
        rule: impl FnOnce(&NemId, &Stamp) -> Result<Vec<Event>, E>,
    ) -> Played {
        self.does(Actor::Citizen, Channel::Selvbetjening, rule)
    }

    /// An officer does something at the counter, and signs it.
    pub fn officer<E: ToString>(
        &mut self,
        office: Place,
        rule: impl FnOnce(&NemId, &Stamp) -> Result<Vec<Event>, E>,
    ) -> Played {
        let world = self.scene.world;
        let (staff, officer) = (world.officer_at(office)?, world.officer(office)?);
        let stamp = stamp(&self.at, officer, Channel::RaPortal);
        let events = rule(&self.nemid, &stamp).map_err(|error| self.unlawful(error))?;
        self.happens(&events, &stamp)?;
        Ok(self.scene.note_signed(office, staff, &self.nemid, &events, self.at)?)
    }

    /// Time alone brings something about.
    pub fn clock(&mut self, rule: impl FnOnce(&NemId, Timestamp) -> Vec<Event>) -> Played {
        self.does(Actor::Clock, Channel::Clock, |nemid, stamp| Ok::<_, String>(rule(nemid, stamp.at)))
    }

    fn happens(&mut self, events: &[Event], stamp: &Stamp) -> Played {
        self.nemid = self.scene.world.act.stamped(stamp.clone()).record(&self.nemid, events)?;
        Ok(())
    }

    /// The holder gets another name in the register.
    pub fn is_renamed(&self, from: PersonName, to: &Citizen) -> Played {
        let tx = self.scene.world.act.tx;
        tx.save_citizen(to)?;
        Ok(tx.save_former_name(to.cpr, &FormerName { name: from, until: self.at })?)
    }

    /// Opens every letter in the letter box.
    pub fn opens_post(&mut self) -> Played {
        self.move_letters(LetterState::Delivered, LetterState::Opened, &ALL)
    }

    /// The post loses letters of these kinds that are in the post.
    pub fn post_loses(&mut self, kinds: &[LetterKind]) -> Played {
        self.move_letters(LetterState::InTransit, LetterState::Lost, kinds)
    }

    /// The holder loses the cards that came by post.
    pub fn loses_cards(&mut self) -> Played {
        self.move_letters(LetterState::Opened, LetterState::Lost, &[LetterKind::KeyCard])
    }

    fn move_letters(&self, from: LetterState, to: LetterState, kinds: &[LetterKind]) -> Played {
        let tx = self.scene.world.act.tx;
        for letter in tx.letters_of(self.nemid.holder)? {
            if letter.state == from && kinds.contains(&letter.kind) && letter.nemid == Some(self.nemid.number)
            {
                tx.move_letter(letter.id, to)?;
            }
        }
        Ok(())
    }

    /// The data of a certificate.
    pub fn draft(&self) -> Result<CertificateDraft, SeedError> {
        let pid = self.scene.citizen.pid.ok_or_else(|| self.unlawful("no PID"))?;
        let draft = self.scene.world.act.certificate_draft(&self.nemid, pid)?;
        let consented = Some(self.scene.world.terms.in_force(self.at).number);
        Ok(CertificateDraft { years: self.scene.world.certificate_years, consented, ..draft })
    }

    /// The holder remembers the password.
    pub fn remembers(&self) -> Played {
        let (world, number) = (self.scene.world, self.nemid.number);
        let user_id = self.nemid.user_id.as_ref().map_or_else(|| number.to_string(), ToString::to_string);
        let memory = serde_json::json!({ "password": self.plain_password()?, "user_id": user_id });
        let sealed = world.act.app.seal(&memory_context(number), &memory)?;
        Ok(world.act.tx.save_memory(number, Some(&sealed))?)
    }

    /// The holder forgets the password.
    pub fn forgets(&self) -> Played {
        Ok(self.scene.world.act.tx.save_memory(self.nemid.number, None)?)
    }

    pub(super) fn plain_password(&self) -> Result<&'w str, SeedError> {
        let listed = self.scene.person.passwords.get(self.password).copied();
        listed.ok_or_else(|| self.unlawful("no password in mind"))
    }

    pub(super) fn password_hash(&self) -> Result<PasswordHash, SeedError> {
        let hash = self.scene.world.secrets.password(self.plain_password()?);
        hash.cloned().ok_or_else(|| self.unlawful("a password that was not hashed"))
    }

    /// Whether a moment is less than a week away.
    pub fn is_within_a_week_of(&self, moment_text: &str) -> Result<bool, SeedError> {
        let moment = moment(self.scene, moment_text)?;
        Ok(moment.duration_since(self.at) < SignedDuration::from_hours(7 * 24))
    }

    /// A card with seeded keys.
    pub fn new_card(&self) -> DrawnCard {
        self.scene.world.card()
    }

    pub(super) fn drawn(&self) -> u32 {
        self.scene.world.chance().below(u32::MAX)
    }

    pub(super) fn unlawful(&self, why: impl ToString) -> SeedError {
        unlawful(self.scene.person.name, why)
    }
}
