//! A log-on in the name of a person of this world, with what the control room knows of them: the password that they
//! remember, and a key from a card that they have at hand (D34). It is judged, counted and logged like any other; nobody
//! types.

use thiserror::Error;

use crate::cases::access::audience::Audience;
use crate::cases::access::key_question::{self, Question, Typed};
use crate::cases::access::log_on::{
    Drawn, InProgress, LoggedOn, ask_from, in_progress, refused_key, take_key,
};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::verdict::{decide, to_its_holder};
use crate::cases::app::act::until_fresh;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, StoreError, Token, refused};
use crate::cases::world::letter_box::{self, HeldCard};
use crate::cases::world::register::{self, Person};
use crate::outside::hashing::hasher::Source;
use rules::Refusal;
use rules::actor::Actor;
use rules::keys::{AskedKey, KeyRefusal};
use rules::nemid::reading::Status;
use rules::nemid::{NemId, Purpose};
use rules::passwords::{self, PasswordVerdict};
use rules::words::{CprNumber, Key, KeyCardNumber, KeyPosition, NemIdNumber};

/// Why a person is not logged on.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum KnownLogOnRefusal {
    /// Nobody has that CPR number.
    #[error("nobody has this CPR number")]
    NotThere,
    /// The person has no NemID.
    #[error("no NemID")]
    NoNemId,
    /// The person remembers no password.
    #[error("no password remembered")]
    Forgotten,
    /// A log-on is refused, as it would be to the person.
    #[error(transparent)]
    LogOn(#[from] LogOnRefusal),
}

impl Refusal for KnownLogOnRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "not-in-register",
            Self::NoNemId => "no-nemid",
            Self::Forgotten => "password-not-remembered",
            Self::LogOn(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::LogOn(refusal) => refusal.until(),
            Self::NotThere | Self::NoNemId | Self::Forgotten => None,
        }
    }

    fn tries_left(&self) -> Option<u8> {
        match self {
            Self::LogOn(refusal) => refusal.tries_left(),
            Self::NotThere | Self::NoNemId | Self::Forgotten => None,
        }
    }

    fn is_for_too_many(&self) -> bool {
        matches!(self, Self::LogOn(refusal) if refusal.is_for_too_many())
    }
}

/// A log-on ready to be made: its question, its session, and what is drawn for both.
#[derive(Clone)]
pub(crate) struct Prepared {
    purpose: Purpose,
    begun: [u8; 32],
    question: Question,
    drawn: Drawn,
}

impl Prepared {
    /// Prepares a log-on for a purpose, which opens the session of this token.
    pub fn new(app: &App, purpose: Purpose, session: &Token) -> Self {
        let question = app.new_token();
        Self {
            begun: app.token_hash(&question),
            question: key_question::prepared(app, &question, purpose.clone(), None),
            drawn: Drawn::for_answer(app, session),
            purpose,
        }
    }
}

/// The NemID that a person logs on with: one in use rather than another, the newest of them.
fn chosen(person: &Person, now: jiff::Timestamp) -> Result<NemIdNumber, KnownLogOnRefusal> {
    let remembered = |nemid: &&NemId| person.memories.contains_key(&nemid.number);
    let in_use = |nemid: &&NemId| nemid.status(now) == Status::Active;
    let theirs = || person.nemids.iter().rev().filter(remembered);
    match theirs().find(in_use).or_else(|| theirs().next()) {
        Some(nemid) => Ok(nemid.number),
        None if person.nemids.is_empty() => Err(KnownLogOnRefusal::NoNemId),
        None => Err(KnownLogOnRefusal::Forgotten),
    }
}

/// Logs a person on: an employee at the own desk, anybody else at Selvbetjening.
///
/// # Errors
/// [`KnownLogOnRefusal`]: for whatever refuses a log-on with the right password and key, which is counted and logged; for who
/// has no NemID or remembers no password.
pub async fn log_on(
    app: &App,
    cpr: CprNumber,
    origin: &Origin,
) -> Result<LoggedOn, CaseError<KnownLogOnRefusal>> {
    let person = register::person(app, cpr).await?.ok_or_else(|| refused(KnownLogOnRefusal::NotThere))?;
    let number = chosen(&person, app.now()).map_err(refused::<KnownLogOnRefusal>)?;
    let password = &person.memories[&number].password;
    let grant = app.read::<_, StoreError>(move |tx| tx.grant(number)).await?;
    let purpose = grant.map_or(Purpose::LogOn, |grant| grant.role.log_on());
    let channel = Audience::of(&purpose).map_or(origin.channel, |audience| audience.channel());
    let origin = &Origin { channel, ..origin.clone() };
    let session = app.new_token();
    let prepared = Prepared::new(app, purpose, &session);
    let attempt = async || {
        let nemid = app.read::<_, StoreError>(move |tx| tx.nemid(number)).await?;
        let nemid = nemid.ok_or_else(|| refused(LogOnRefusal::Wrong))?;
        let verdict = app.verdict(password, nemid.password.hash(), Source::internal()).await?;
        let prepared = prepared.clone();
        app.act(origin, Actor::Visitor, move |act| within(act, number, verdict.as_ref(), &prepared)).await
    };
    let audience = until_fresh(attempt).await.map_err(|error| error.map(KnownLogOnRefusal::from))?;
    Ok(LoggedOn { session, audience })
}

/// The same in a transaction, by the verdict on the password that the person remembers.
pub(crate) fn within(
    act: &Act<'_>,
    number: NemIdNumber,
    verdict: Option<&PasswordVerdict>,
    prepared: &Prepared,
) -> Result<Attempt<Audience, LogOnRefusal>, CaseError<LogOnRefusal>> {
    let Prepared { purpose, begun, question, drawn } = prepared;
    let nemid = act.nemid(number)?;
    // What bars the right password alone tells itself to its holder.
    if let Err(cause) = passwords::may_be_typed(&nemid, act.now())
        && cause.is_for_the_holder_alone()
    {
        act.refused(number, cause, purpose)?;
        let right = verdict.is_some_and(|verdict| verdict.right);
        let told = if right { to_its_holder(cause, &nemid, act.now()) } else { LogOnRefusal::Wrong };
        return Ok(Attempt::Refused(told));
    }
    // Where a card is in use it is asked, so that no telephone is sent a request that nobody answers.
    let begins = |act: &Act<'_>, nemid: NemId| {
        let begin = match nemid.active_card() {
            Some(_) => key_question::begin_with_card,
            None => key_question::begin,
        };
        begin(act, &nemid, question).map_err(|error| error.map(Into::into))
    };
    match decide(act, &nemid, verdict, purpose, begins)? {
        Attempt::Done(()) => {}
        Attempt::Refused(refusal) => return Ok(Attempt::Refused(refusal)),
        Attempt::Stale => return Ok(Attempt::Stale),
    }
    let citizen = act.by(Actor::Citizen);
    let held = letter_box::held_cards(act.app, act.tx, nemid.holder)?;
    let is_held = |card: &KeyCardNumber| held.iter().any(|one| one.number == *card);
    let mut in_progress = in_progress_now(act, begun)?;
    if !asked_card(&in_progress).is_some_and(|(card, _)| is_held(&card)) {
        let other = in_progress.nemid.usable_cards().find(|card| is_held(&card.number));
        let Some(other) = other.map(|card| card.number) else {
            act.tx.end_log_on(begun)?;
            return Ok(Attempt::Refused(LogOnRefusal::Key(KeyRefusal::NoCard)));
        };
        ask_from(&citizen, &in_progress, other, drawn)?;
        in_progress = in_progress_now(act, begun)?;
    }
    let key = key_asked(&in_progress, &held).ok_or_else(|| refused_key(KeyRefusal::NoCard))?;
    take_key(&citizen, &in_progress, &Typed::Key(key), drawn)
}

fn in_progress_now(act: &Act<'_>, begun: &[u8; 32]) -> Result<InProgress, CaseError<LogOnRefusal>> {
    in_progress(act.tx, begun, act.real_time())
}

/// The card and the position that are asked for, if a card is asked.
fn asked_card(begun: &InProgress) -> Option<(KeyCardNumber, KeyPosition)> {
    match begun.log_on.asked? {
        AskedKey::Card { card, position } => Some((card, position)),
        AskedKey::Carrier(_) => None,
    }
}

/// The key that is asked for, as it is printed on a card at hand.
fn key_asked(begun: &InProgress, held: &[HeldCard]) -> Option<Key> {
    let (card, position) = asked_card(begun)?;
    let held = held.iter().find(|one| one.number == card)?;
    held.keys.get(usize::from(position.get())).map(|printed| printed.key.clone())
}
