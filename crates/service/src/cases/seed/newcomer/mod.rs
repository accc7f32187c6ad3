//! Somebody who is made in the running world, in a wished state (D34): the story of the last weeks is played as the seed
//! plays everybody's, through the rules and the unit of work, in one transaction.

mod names;

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use crate::cases::access::audience::Audience;
use crate::cases::access::log_on::LoggedOn;
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, StoreError, refused};
use crate::cases::seed::error::SeedError;
use crate::cases::seed::life::Life;
use crate::cases::seed::scene::{Person, Scene, World, nothing};
use crate::cases::seed::secrets::{Dealt, Secrets, Seed};
use crate::cases::world::known_log_on::{self, Prepared};
use crate::cases::world::letters;
use crate::outside::chance::Chance;
use rules::Refusal;
use rules::actor::{Actor, Channel};
use rules::nemid::block::NemIdBlockReason;
use rules::nemid::reading::Status;
use rules::nemid::{Issuer, NemId, Purpose};
use rules::newcomers::{self, Wish, WishRefusal, Wished};
use rules::passwords::PasswordVerdict;
use rules::words::{CprNumber, TemporaryPasswordCode, TypedUserId};
use rules::{calendar, ending};

/// The word in the register for those who were made here.
pub const SECTION: &str = "Made";
const NOTE: (&str, &str) =
    ("Lavet i kontrolrummet til at prøve noget af med.", "Made in the control room for trying things out.");
/// The ages from which one is drawn.
const YOUNGEST_DRAWN: i16 = 18;
const AGES_DRAWN: u32 = 63;
/// Neither e-mail address nor mobile number: notices come by letter.
const NOWHERE: (&str, &str) = ("", "");
/// How long ago an activation was.
const SINCE_ACTIVATION: SignedDuration = SignedDuration::from_hours(26);
/// How long ago the first wrong password of a blocked one was typed.
const SINCE_WRONG: SignedDuration = SignedDuration::from_hours(10);

/// Why nobody is made.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NewcomerRefusal {
    /// What is wished for.
    #[error(transparent)]
    Wish(#[from] WishRefusal),
    /// No letter can print the name.
    #[error("no letter can print the name")]
    NameNotPrintable,
    /// Nobody in this state can log on, for the reason that they would be told.
    #[error(transparent)]
    LogOn(#[from] LogOnRefusal),
    /// Without a NemID nobody logs on.
    #[error("no NemID")]
    NoNemId,
}

impl NewcomerRefusal {
    /// The field that it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            Self::Wish(refusal) => refusal.field(),
            Self::NameNotPrintable => "name",
            Self::LogOn(_) | Self::NoNemId => "session",
        }
    }
}

impl Refusal for NewcomerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wish(refusal) => refusal.code(),
            Self::NameNotPrintable => "name-not-printable",
            Self::LogOn(refusal) => refusal.code(),
            Self::NoNemId => "no-nemid",
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::LogOn(refusal) => refusal.until(),
            Self::Wish(_) | Self::NameNotPrintable | Self::NoNemId => None,
        }
    }

    fn tries_left(&self) -> Option<u8> {
        match self {
            Self::LogOn(refusal) => refusal.tries_left(),
            Self::Wish(_) | Self::NameNotPrintable | Self::NoNemId => None,
        }
    }

    fn is_for_too_many(&self) -> bool {
        matches!(self, Self::LogOn(refusal) if refusal.is_for_too_many())
    }
}

/// Somebody who was made.
#[derive(Debug)]
pub struct Newcomer {
    pub cpr: CprNumber,
    /// The temporary password that waits to be typed, for who has not activated.
    pub temporary_password: Option<TemporaryPasswordCode>,
    /// The session, if one was wished for.
    pub session: Option<LoggedOn>,
}

/// What is known of somebody before they are made.
struct Story {
    wish: Wish,
    name: String,
    home: names::Home,
    password: String,
    /// User ids, of which the first free one is chosen.
    user_ids: [String; 8],
    /// For what else is drawn.
    drawn: u16,
    age: i16,
}

impl Story {
    fn told(wish: &Wish, chance: &Chance) -> Self {
        let drawn_age = YOUNGEST_DRAWN + i16::try_from(chance.below(AGES_DRAWN)).unwrap_or_default();
        let name = names::name(chance);
        let name = wish.name.as_ref().map_or(name, ToString::to_string);
        Self {
            wish: wish.clone(),
            home: names::home(chance),
            password: names::password(chance),
            user_ids: std::array::from_fn(|_| names::user_id(chance, &name)),
            drawn: u16::try_from(chance.below(u32::from(u16::MAX))).unwrap_or_default(),
            age: wish.age.unwrap_or(drawn_age),
            name,
        }
    }
}

/// Makes somebody in the wished state, and logs them on if that is wished: all of it, or nobody is made.
///
/// # Errors
/// [`NewcomerRefusal`], for what can't be wished for, or when somebody in that state is not let in.
pub async fn make(
    app: &App,
    wish: Wish,
    logs_on: bool,
    origin: &Origin,
) -> Result<Newcomer, CaseError<NewcomerRefusal>> {
    wish.may_be_made().map_err(refused::<NewcomerRefusal>)?;
    if let Some(name) = &wish.name {
        let prints = letters::prints(name.as_str()).map_err(|why| CaseError::Broken(why.to_string()))?;
        prints.then_some(()).ok_or_else(|| refused(NewcomerRefusal::NameNotPrintable))?;
    }
    let story = Story::told(&wish, &app.chance);
    let secrets = Secrets::hashed(app, Seed::Newcomer(app.random_bytes()), &[&story.password]).await?;
    let token = app.new_token();
    let log_on = logs_on.then(|| Prepared::new(app, Purpose::LogOn, &token));
    let origin = origin.clone();
    let (made, audience) = app
        .act::<CaseError<NewcomerRefusal>, _>(&Origin::inside(Channel::World), Actor::Clock, move |act| {
            let made = play(act, &story, &secrets.dealt()).map_err(broken)?;
            let audience = match &log_on {
                Some(log_on) => Some(enters(act, made.nemid.as_ref(), log_on, &origin)?),
                None => None,
            };
            Ok((made, audience))
        })
        .await?;
    Ok(Newcomer {
        cpr: made.cpr,
        temporary_password: made.temporary_password,
        session: audience.map(|audience| LoggedOn { session: token, audience }),
    })
}

fn broken(error: SeedError) -> CaseError<NewcomerRefusal> {
    error.told().map(|never| match never {})
}

/// What came of a story.
struct Made {
    cpr: CprNumber,
    nemid: Option<NemId>,
    temporary_password: Option<TemporaryPasswordCode>,
}

/// The first log-on, with the password that was chosen and a key.
fn enters(
    act: &Act<'_>,
    nemid: Option<&NemId>,
    log_on: &Prepared,
    origin: &Origin,
) -> Result<Audience, CaseError<NewcomerRefusal>> {
    let nemid = nemid.ok_or_else(|| refused(NewcomerRefusal::NoNemId))?;
    let hash = nemid.password.hash().cloned();
    let verdict = hash.map(|against| PasswordVerdict { against, right: true, rehashed: None });
    let visitor =
        act.as_asked_from(&Origin { channel: Channel::Selvbetjening, ..origin.clone() }, Actor::Visitor);
    let attempt = known_log_on::within(&visitor, nemid.number, verdict.as_ref(), log_on);
    match attempt.map_err(|error| error.map(NewcomerRefusal::from))? {
        Attempt::Done(audience) => Ok(audience),
        Attempt::Refused(refusal) => Err(refused(refusal)),
        Attempt::Stale => Err(CaseError::Busy),
    }
}

/// Plays the story up to now.
fn play(act: &Act<'_>, story: &Story, secrets: &Dealt<'_>) -> Result<Made, SeedError> {
    let now = act.now();
    let world = World::today(act, secrets)?;
    let born = newcomers::born(calendar::danish_date(now), story.age, story.drawn).to_string();
    let passwords = [story.password.as_str()];
    let person = Person {
        name: &story.name,
        born: &born,
        home: (&story.home.street, story.home.postcode, story.home.town),
        section: SECTION,
        note: NOTE,
        passwords: &passwords,
        play: nothing,
    };
    let scene = world.enters(&person)?;
    let cpr = scene.citizen.cpr;
    let Wished::With(state) = story.wish.state else {
        return Ok(Made { cpr, nemid: None, temporary_password: None });
    };
    let temporary_password = secrets.first_code().filter(|_| state == Status::NotActivated).cloned();
    let life = lives(&scene, story, state, now)?;
    Ok(Made { cpr, nemid: Some(life.nemid), temporary_password })
}

/// The first user id that nobody has.
fn free<'s>(act: &Act<'_>, user_ids: &'s [String]) -> Result<&'s str, StoreError> {
    for user_id in user_ids {
        if act.tx.number_named(&TypedUserId::Chosen(user_id.clone()))?.is_none() {
            return Ok(user_id);
        }
    }
    Err(act.tx.lost_race("user id"))
}

/// Lives up to now, into a state.
fn lives<'w>(
    scene: &'w Scene<'w>,
    story: &Story,
    state: Status,
    now: Timestamp,
) -> Result<Life<'w>, SeedError> {
    let activated = if state == Status::NotActivated { now } else { now - SINCE_ACTIVATION };
    let ordered = newcomers::ordered_before(activated, scene.citizen.reach());
    let mut life = match &story.wish.issuer {
        Issuer::Public => scene.orders_on(ordered, NOWHERE)?,
        other => scene.gets_from_on(other.clone(), ordered, NOWHERE)?,
    };
    life.until(activated)?;
    life.opens_post()?;
    if state == Status::NotActivated {
        return Ok(life);
    }
    life.activates(free(scene.world.act, &story.user_ids)?)?;
    if state == Status::PasswordBlocked {
        life.until(now - SINCE_WRONG)?;
        life.is_blocked_by_tries()?;
    }
    life.until(now)?;
    match state {
        Status::Locked => life.mistypes_password(5)?,
        Status::Blocked => {
            life.does(Actor::Operator { staff: None }, Channel::Operator, |nemid, stamp| {
                ending::block(nemid, NemIdBlockReason::RulesBroken, stamp)
            })?;
        }
        Status::Closed => life.ends_the_nemid()?,
        Status::Active | Status::PasswordBlocked | Status::NotActivated => {}
    }
    life.remembers()?;
    Ok(life)
}
