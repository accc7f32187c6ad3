//! Password, user id and contact data are changed only after the current password has been typed again. It is
//! judged and counted as anywhere else (D2).

use thiserror::Error;

use crate::cases::access::guesses::{Guesser, Identity};
use crate::cases::app::act::until_fresh;
use crate::cases::app::{Act, App, Attempt, CaseError};
use crate::cases::own;
use crate::cases::own::Own;
use crate::cases::own::sessions;
use crate::store::StoreError;
use rules::actor::Actor;
use rules::changes::{ChangeRefusal, ChosenUserId};
use rules::guesses::GuessRefusal;
use rules::limits::{Reached, TooOften};
use rules::nemid::event::LogOnBar;
use rules::nemid::lockout::AfterWrong;
use rules::nemid::{Event, NemId, PasswordHash, Purpose};
use rules::passwords::{PasswordJudged, PasswordRefusal, PasswordVerdict};
use rules::words::{Contact, NewPassword, TypedPassword, UserId};
use rules::{Refusal, changes, passwords};

/// Why password, user id or contact data are not changed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CredentialRefusal {
    /// The current password is wrong; the attempts left before the lock or the block.
    #[error("wrong password")]
    Wrong { left: u8 },
    /// The place is not the holder's own, and may not try (D23). The session goes on.
    #[error(transparent)]
    Guesses(GuessRefusal),
    /// It is locked or blocked, perhaps by this attempt: the session is over.
    #[error(transparent)]
    NotUsable(PasswordRefusal),
    /// This was the fifth wrong one after a lock: the password is blocked and the session over.
    #[error("password blocked")]
    Blocked,
    /// The new password or user id is refused.
    #[error(transparent)]
    Change(ChangeRefusal),
    /// Contact data have been changed too often today.
    #[error(transparent)]
    TooOften(TooOften),
}

impl Refusal for CredentialRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong { .. } => "wrong-password",
            Self::Guesses(refusal) => refusal.code(),
            Self::NotUsable(refusal) => refusal.code(),
            Self::Blocked => "password-blocked",
            Self::Change(refusal) => refusal.code(),
            Self::TooOften(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::Guesses(refusal) => refusal.until(),
            Self::NotUsable(refusal) => refusal.until(),
            Self::Change(refusal) => refusal.until(),
            Self::Wrong { .. } | Self::Blocked | Self::TooOften(_) => None,
        }
    }

    fn is_for_too_many(&self) -> bool {
        match self {
            Self::TooOften(_) => true,
            Self::Guesses(refusal) => refusal.is_for_too_many(),
            _ => false,
        }
    }
}

impl From<AfterWrong> for CredentialRefusal {
    fn from(after: AfterWrong) -> Self {
        match after {
            AfterWrong::TryAgain { left } => Self::Wrong { left },
            AfterWrong::Locked { until } => Self::NotUsable(PasswordRefusal::Locked { until }),
            AfterWrong::Blocked => Self::Blocked,
        }
    }
}

impl From<ChangeRefusal> for CredentialRefusal {
    fn from(refusal: ChangeRefusal) -> Self {
        match refusal {
            ChangeRefusal::NotUsable(refusal) => Self::NotUsable(refusal),
            other => Self::Change(other),
        }
    }
}

type CredentialError = CaseError<CredentialRefusal>;

/// What is to be changed.
#[derive(Clone)]
enum Wish {
    Password { new: TypedPassword, end_others: bool },
    Contact(Contact),
    UserId { to: Option<UserId>, cpr_log_on: bool, in_password: bool },
}

impl Wish {
    /// The purpose for which the current password is typed.
    fn typed_for(&self) -> Purpose {
        match self {
            Self::Password { .. } => Purpose::PasswordChange,
            Self::Contact(_) => Purpose::ContactChange,
            Self::UserId { .. } => Purpose::UserIdChange,
        }
    }

    /// Lets the rules decide; `hash` is the hash of the new password.
    fn decided(
        &self,
        act: &Act<'_>,
        nemid: &NemId,
        verdict: &PasswordVerdict,
        hash: &PasswordHash,
    ) -> Result<PasswordJudged, CaseError<ChangeRefusal>> {
        match self {
            Self::Password { .. } => changes::password(nemid, verdict, hash, &act.stamp)
                .map_err(|refusal| CaseError::Refused(refusal.into())),
            Self::Contact(to) => {
                let name = own::holder(act.tx, nemid)?.name;
                changes::contact_by_password(nemid, verdict, to, &name, &act.stamp)
                    .map_err(CaseError::Refused)
            }
            Self::UserId { to, cpr_log_on, in_password } => {
                let taken = match to {
                    Some(to) => act.tx.user_id_taken(to, nemid.number)?,
                    None => false,
                };
                let to = to.as_ref().map(|id| ChosenUserId { id, taken, in_password: *in_password });
                changes::user_id(nemid, verdict, to, *cpr_log_on, &act.stamp).map_err(CaseError::Refused)
            }
        }
    }
}

/// Changes the password of a session's NemID, and ends all its other sessions if that is wanted.
pub async fn password(
    app: &App,
    own: Own,
    current: &TypedPassword,
    new: NewPassword,
    end_others: bool,
) -> Result<(), CredentialError> {
    change(app, own, current, Wish::Password { new: new.into_typed(), end_others }).await
}

/// Changes e-mail address and mobile number; the certificate contains the e-mail address and may be out of
/// date afterwards (Rules 4.2). It is possible a few times a day, since each change is told by e-mail to an
/// address that anybody can name.
pub async fn contact(
    app: &App,
    own: Own,
    current: &TypedPassword,
    to: Contact,
) -> Result<(), CredentialError> {
    change(app, own, current, Wish::Contact(to)).await
}

/// Chooses, changes or drops the user id, and switches the CPR number on or off as one (D9). Only here, where
/// the password is typed, can the service check that it does not contain the user id (D8).
pub async fn user_id(
    app: &App,
    own: Own,
    current: &TypedPassword,
    to: Option<UserId>,
    cpr_log_on: bool,
) -> Result<(), CredentialError> {
    let in_password = to.as_ref().is_some_and(|to| to.stands_in(current.reveal()));
    change(app, own, current, Wish::UserId { to, cpr_log_on, in_password }).await
}

/// Verifies the typed password, and lets the rules judge it and decide about the change.
async fn change(app: &App, own: Own, current: &TypedPassword, wish: Wish) -> Result<(), CredentialError> {
    until_fresh(|| attempt(app, own.clone(), current, wish.clone())).await
}

/// A new password is hashed only after the current one has proved right.
async fn attempt(
    app: &App,
    own: Own,
    current: &TypedPassword,
    wish: Wish,
) -> Result<Attempt<(), CredentialRefusal>, CredentialError> {
    let Looked { nemid, guesser, barred } = look(app, &own).await?;
    if let Some(refusal) = barred {
        return Ok(Attempt::Refused(CredentialRefusal::Guesses(refusal)));
    }
    let verdict = match passwords::may_be_typed(&nemid, app.now()) {
        Ok(()) => app.verdict(current.reveal(), nemid.password.hash(), own.origin.source()).await?,
        Err(_) => None,
    };
    let hash = match (&wish, &verdict) {
        (Wish::Password { new, .. }, Some(verdict)) if verdict.right => {
            app.hasher.hash(new.reveal(), own.origin.source()).await?
        }
        _ => PasswordHash::default(),
    };
    let origin = own.origin.clone();
    app.act(&origin, Actor::Visitor, move |act| {
        match verdict.as_ref().filter(|verdict| !guesser.own && !verdict.right) {
            Some(_) => guessed(act, &guesser, &wish.typed_for()),
            None => decide(act, &own, &wish, verdict.as_ref(), &hash),
        }
    })
    .await
}

/// What is known before the current password is examined.
struct Looked {
    nemid: NemId,
    guesser: Guesser,
    /// What bars the guesser.
    barred: Option<GuessRefusal>,
}

async fn look(app: &App, own: &Own) -> Result<Looked, StoreError> {
    let (app_of, number, origin) = (app.clone(), own.nemid, own.origin.clone());
    app.read(move |tx| {
        let guesser = Guesser::of(tx, &app_of, &Identity::NemId(number), &origin)?;
        let barred = guesser.barred(tx, &app_of)?;
        Ok(Looked { nemid: own::mine(tx, number)?, guesser, barred })
    })
    .await
}

/// Counts a wrong password from a place that is not the holder's own, whither somebody took the session.
fn guessed(
    act: &Act<'_>,
    guesser: &Guesser,
    purpose: &Purpose,
) -> Result<Attempt<(), CredentialRefusal>, CredentialError> {
    if let Some(refusal) = guesser.barred(act.tx, act.app)? {
        return Ok(Attempt::Refused(CredentialRefusal::Guesses(refusal)));
    }
    act.tx.note_refusal(&guesser.identity, LogOnBar::WrongFromElsewhere, purpose, &act.stamp)?;
    Ok(Attempt::Refused(match guesser.wrong(act)? {
        AfterWrong::Locked { until } => CredentialRefusal::Guesses(GuessRefusal::Barred { until }),
        other => other.into(),
    }))
}

/// Decides in the transaction. A form that has been handled before counts as done: its password may no longer
/// be the current one.
fn decide(
    act: &Act<'_>,
    own: &Own,
    wish: &Wish,
    verdict: Option<&PasswordVerdict>,
    hash: &PasswordHash,
) -> Result<Attempt<(), CredentialRefusal>, CredentialError> {
    let once = own.once.as_ref().map(|once| act.app.token_hash(once));
    if once.map_or(Ok(false), |once| act.tx.is_spent(&once))? {
        return Ok(Attempt::Done(()));
    }
    let nemid = act.nemid(own.nemid)?;
    if let Err(refusal) = passwords::may_be_typed(&nemid, act.now()) {
        act.refused(nemid.number, refusal, &wish.typed_for())?;
        return Ok(Attempt::Refused(CredentialRefusal::NotUsable(refusal)));
    }
    let Some(verdict) = verdict else { return Ok(Attempt::Stale) };
    let judged = match wish.decided(act, &nemid, verdict, hash) {
        Ok(judged) => judged,
        Err(CaseError::Refused(ChangeRefusal::NotUsable(PasswordRefusal::Stale))) => {
            return Ok(Attempt::Stale);
        }
        Err(CaseError::Refused(refusal)) => return Ok(Attempt::Refused(refusal.into())),
        Err(broken) => return Err(broken.map(Into::into)),
    };
    if let Some(wrong) = judged.wrong {
        act.record(&nemid, &judged.events)?;
        return Ok(Attempt::Refused(wrong.into()));
    }
    if !may_change(act, &nemid, &judged.events)? {
        return Ok(Attempt::Refused(CredentialRefusal::TooOften(TooOften)));
    }
    act.spend(own.once.as_ref())?;
    let citizen = act.by(Actor::Citizen);
    let after = citizen.record(&nemid, &judged.events)?;
    if matches!(wish, Wish::Password { end_others: true, .. }) {
        sessions::others_end(&citizen, &after)?;
    }
    Ok(Attempt::Done(()))
}

/// Counts a change of contact data. Returns whether it is within the limit of the day.
fn may_change(act: &Act<'_>, nemid: &NemId, events: &[Event]) -> Result<bool, StoreError> {
    if !events.iter().any(|event| matches!(event, Event::ContactChanged { .. })) {
        return Ok(true);
    }
    let most = act.app.settings.limits.limit_contact_changes;
    act.counts_within("contact-changes", &nemid.number.to_string(), most, Reached::ContactChanges)
}
