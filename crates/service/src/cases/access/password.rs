//! A password is typed somewhere: it is hashed, judged and counted behind one door, whatever it was typed for (D2).

use thiserror::Error;

use crate::cases::access::decoy;
use crate::cases::app::{App, CaseError, Origin};
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Stamp};
use rules::keys::KeyRefusal;
use rules::nemid::lockout::AfterWrong;
use rules::nemid::{NemId, Purpose};
use rules::passwords::{PasswordRefusal, PasswordVerdict};
use rules::providers::SiteRefusal;
use rules::signing::SigningRefusal;
use rules::words::{TypedPassword, TypedUserId};
use rules::{Refusal, passwords};

/// How often a verdict that has gone stale is made again before the visitor is asked to.
const AGAIN: usize = 3;

/// Why somebody was not let in. Known and unknown user ids get the same ones.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum LogOnRefusal {
    /// User id or password are wrong.
    #[error("wrong user id or password")]
    Wrong,
    /// That was the fifth wrong one, or the lock is still running.
    #[error("locked until {until}")]
    Locked {
        /// The end of the lock.
        until: jiff::Timestamp,
    },
    /// The password is blocked.
    #[error("password blocked")]
    PasswordBlocked,
    /// The password is blocked, and only the bank that made the NemID helps; told to its right password alone.
    #[error("password blocked; its bank helps")]
    PasswordBlockedAtBank,
    /// The password is blocked, and an administrator helps (D20); told to its right password alone.
    #[error("password blocked; an administrator helps")]
    PasswordBlockedAtWork,
    /// The NemID is blocked.
    #[error("NemID blocked")]
    NemIdBlocked,
    /// The NemID is closed.
    #[error("NemID closed")]
    NemIdClosed,
    /// The log-on took longer than five minutes, or a newer one has ended it (D11).
    #[error("the log-on has run out")]
    RunOut,
    /// The password and the key were right, but this NemID opens nothing here (D20).
    #[error("no role that opens this")]
    NoRole,
    /// The card or the key.
    #[error(transparent)]
    Key(#[from] KeyRefusal),
    /// A wrong key; so many more before the card is blocked.
    #[error("wrong key")]
    WrongKey {
        /// Tries left.
        left: u8,
    },
    /// The card was blocked by wrong keys (D3).
    #[error("card blocked")]
    CardBlocked,
    /// Password and key were right, but the site lets this NemID not in, or not do this.
    #[error(transparent)]
    Site(#[from] SiteRefusal),
}

impl Refusal for LogOnRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong => "wrong-user-id-or-password",
            Self::Locked { .. } => "locked",
            Self::PasswordBlocked => "password-blocked",
            Self::PasswordBlockedAtBank => "password-blocked-at-bank",
            Self::PasswordBlockedAtWork => "password-blocked-at-work",
            Self::NemIdBlocked => "nemid-blocked",
            Self::NemIdClosed => "nemid-closed",
            Self::RunOut => "log-on-expired",
            Self::NoRole => "no-role",
            Self::Key(refusal) => refusal.code(),
            Self::WrongKey { .. } => "wrong-key",
            Self::CardBlocked => "card-blocked",
            Self::Site(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::Locked { until } => Some(*until),
            _ => None,
        }
    }
}

impl From<PasswordRefusal> for LogOnRefusal {
    fn from(refusal: PasswordRefusal) -> Self {
        match refusal {
            PasswordRefusal::Locked { until } => Self::Locked { until },
            PasswordRefusal::Blocked { .. } => Self::PasswordBlocked,
            PasswordRefusal::NemIdBlocked => Self::NemIdBlocked,
            PasswordRefusal::NemIdClosed => Self::NemIdClosed,
            PasswordRefusal::NotActivated => Self::Wrong,
            PasswordRefusal::Stale => Self::RunOut,
        }
    }
}

impl From<SigningRefusal> for LogOnRefusal {
    fn from(refusal: SigningRefusal) -> Self {
        match refusal {
            SigningRefusal::NotUsable(refusal) => refusal.into(),
            SigningRefusal::Site(refusal) => refusal.into(),
            SigningRefusal::Key(refusal) => refusal.into(),
        }
    }
}

impl From<AfterWrong> for LogOnRefusal {
    fn from(after: AfterWrong) -> Self {
        match after {
            AfterWrong::TryAgain { .. } => Self::Wrong,
            AfterWrong::Locked { until } => Self::Locked { until },
            AfterWrong::Blocked => Self::PasswordBlocked,
        }
    }
}

/// Judges a typed password for any purpose: counts it, and hands the NemID on behind the same door when it was
/// right. Unknown user ids run the same hash and get the same answers from a count of their own; so do NemIDs that
/// have ended and blocked passwords, whose right password alone is told the cause.
///
/// # Errors
/// Why not.
pub async fn judged<T, F>(
    app: &std::sync::Arc<App>,
    (user_id, password): (&TypedUserId, &TypedPassword),
    purpose: &Purpose,
    origin: &Origin,
    then: F,
) -> Result<T, CaseError<LogOnRefusal>>
where
    T: Send + 'static,
    F: Fn(&Tx<'_>, &App, NemId, &Stamp) -> Result<T, CaseError<LogOnRefusal>> + Clone + Send + 'static,
{
    for _ in 0..AGAIN {
        let typed = user_id.clone();
        let found = app.store.read::<_, StoreError, _>(move |tx| tx.nemid_by_user_id(&typed)).await?;
        let Some(nemid) = found.filter(NemId::is_activated) else {
            return Err(decoy::judge(app, user_id, password, origin).await);
        };
        let verdict = match passwords::may_be_typed(&nemid, app.now()) {
            Ok(()) => app.verdict(password.reveal(), nemid.password.hash(), origin.source()).await?,
            Err(refusal) if refusal.is_for_the_holder_alone() => {
                match decoy::judge_barred(app, &nemid, password, purpose, origin).await? {
                    Some(refusal) => return Err(CaseError::Refused(refusal)),
                    None => continue,
                }
            }
            Err(_) => None,
        };
        let stamp = origin.stamp(app.now(), Actor::Visitor);
        let (inner, purpose, then, origin) = (app.clone(), purpose.clone(), then.clone(), origin.clone());
        let outcome = app
            .store
            .write::<_, CaseError<LogOnRefusal>, _>(move |tx| {
                let nemid = tx.nemid(nemid.number)?.ok_or(CaseError::Refused(LogOnRefusal::Wrong))?;
                behind_the_door(tx, &inner, (&nemid, verdict.as_ref()), (&purpose, &stamp, &origin), then)
            })
            .await?;
        if let Some(ended) = outcome {
            return ended.map_err(CaseError::Refused);
        }
    }
    Err(CaseError::Busy)
}

/// How a typed password ends behind the door; `None` when the NemID has changed meanwhile: judge again.
fn behind_the_door<T>(
    tx: &Tx<'_>,
    app: &App,
    (nemid, verdict): (&NemId, Option<&PasswordVerdict>),
    (purpose, stamp, origin): (&Purpose, &Stamp, &Origin),
    then: impl Fn(&Tx<'_>, &App, NemId, &Stamp) -> Result<T, CaseError<LogOnRefusal>>,
) -> Result<Option<Result<T, LogOnRefusal>>, CaseError<LogOnRefusal>> {
    match passwords::may_be_typed(nemid, stamp.at) {
        Ok(()) => {}
        Err(refusal) if refusal.is_for_the_holder_alone() => return Ok(None),
        Err(refusal) => {
            let events: Vec<_> = passwords::turned_away(refusal, purpose).into_iter().collect();
            app.record(tx, nemid, &events, (stamp, origin))?;
            return Ok(Some(Err(refusal.into())));
        }
    }
    let Some(verdict) = verdict else { return Ok(None) };
    let judged = match passwords::judge(nemid, verdict, purpose, stamp) {
        Ok(judged) => judged,
        Err(PasswordRefusal::Stale) => return Ok(None),
        Err(other) => return Ok(Some(Err(other.into()))),
    };
    let by = if judged.wrong.is_some() { stamp.clone() } else { stamp.by(Actor::Citizen) };
    let after = app.record(tx, nemid, &judged.events, (&by, origin))?;
    Ok(Some(match judged.wrong {
        Some(wrong) => Err(LogOnRefusal::from(wrong)),
        None => Ok(then(tx, app, after, &by)?),
    }))
}
