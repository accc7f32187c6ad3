//! Logging on: user id and password, then a key (D2–D5, D9, D11).

use thiserror::Error;

use super::house::{House, Origin, Trouble};
use super::shadow;
use crate::outside::tokens::Token;
use crate::rules::Refusal;
use crate::rules::actor::{Actor, Stamp};
use crate::rules::keys::{self, KeyAnswer, KeyOutcome, KeyRefusal};
use crate::rules::nemid::lockout::AfterWrong;
use crate::rules::nemid::{NemId, Use};
use crate::rules::passwords::{self, PasswordRefusal};
use crate::rules::sessions::LOG_ON;
use crate::rules::words::{Key, KeyCardNumber, KeyNumber, TypedPassword, TypedUserId};
use crate::store::log_ons::LogOn;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};

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
    /// The NemID is blocked.
    #[error("NemID blocked")]
    NemIdBlocked,
    /// The NemID is closed.
    #[error("NemID closed")]
    NemIdClosed,
    /// The log-on took longer than five minutes, or a newer one has ended it (D11).
    #[error("the log-on has run out")]
    RunOut,
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
}

impl Refusal for LogOnRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong => "wrong-user-id-or-password",
            Self::Locked { .. } => "locked",
            Self::PasswordBlocked => "password-blocked",
            Self::NemIdBlocked => "nemid-blocked",
            Self::NemIdClosed => "nemid-closed",
            Self::RunOut => "log-on-run-out",
            Self::Key(refusal) => refusal.code(),
            Self::WrongKey { .. } => "wrong-key",
            Self::CardBlocked => "card-blocked-by-keys",
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

impl From<AfterWrong> for LogOnRefusal {
    fn from(after: AfterWrong) -> Self {
        match after {
            AfterWrong::TryAgain { .. } => Self::Wrong,
            AfterWrong::Locked { until } => Self::Locked { until },
            AfterWrong::Blocked => Self::PasswordBlocked,
        }
    }
}

/// The key that a log-on asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The card it is asked from.
    pub card: KeyCardNumber,
    /// The number that stands beside it on the card.
    pub number: KeyNumber,
}

/// Judges a typed password for any purpose: counts it, and hands the NemID on behind the same door when it was
/// right. Unknown user ids run the same hash and get the same answers from a shadow count.
///
/// # Errors
/// Why not.
pub async fn judged<T, F>(
    house: &std::sync::Arc<House>,
    (user_id, password): (&TypedUserId, &TypedPassword),
    r#use: &Use,
    origin: &Origin,
    then: F,
) -> Result<T, Trouble<LogOnRefusal>>
where
    T: Send + 'static,
    F: Fn(&Tx<'_>, &House, NemId, &Stamp) -> Result<T, Trouble<LogOnRefusal>> + Clone + Send + 'static,
{
    for _ in 0..AGAIN {
        let typed = user_id.clone();
        let found = house.store.read::<_, StoreError, _>(move |tx| tx.nemid_by_user_id(&typed)).await?;
        let Some(nemid) = found.filter(NemId::is_activated) else {
            return Err(shadow::judge(house, user_id, password, origin).await);
        };
        let now = house.now();
        let verdict = match passwords::may_be_typed(&nemid, now) {
            Ok(()) => house.verdict(password.reveal(), nemid.password.hash(), origin.source()).await?,
            Err(_) => None,
        };
        let stamp = origin.stamp(house.now(), Actor::Visitor);
        let (inner, r#use, then, origin) = (house.clone(), r#use.clone(), then.clone(), origin.clone());
        let outcome = house
            .store
            .write::<_, Trouble<LogOnRefusal>, _>(move |tx| {
                let nemid = tx.nemid(nemid.number)?.ok_or(Trouble::Refused(LogOnRefusal::Wrong))?;
                let barred = passwords::may_be_typed(&nemid, stamp.at).err();
                if let Some(refusal) = barred {
                    let events: Vec<_> = passwords::turned_away(refusal, &r#use).into_iter().collect();
                    inner.record(tx, &nemid, &events, (&stamp, &origin))?;
                    return Ok(Some(Err(LogOnRefusal::from(refusal))));
                }
                let Some(verdict) = verdict else { return Ok(None) };
                let judged = match passwords::judge(&nemid, &verdict, &r#use, &stamp) {
                    Ok(judged) => judged,
                    Err(PasswordRefusal::Stale) => return Ok(None),
                    Err(other) => return Ok(Some(Err(other.into()))),
                };
                let by = if judged.wrong.is_some() { stamp.clone() } else { stamp.by(Actor::Citizen) };
                let after = inner.record(tx, &nemid, &judged.events, (&by, &origin))?;
                Ok(Some(match judged.wrong {
                    Some(wrong) => Err(LogOnRefusal::from(wrong)),
                    None => Ok(then(tx, &inner, after, &by)?),
                }))
            })
            .await?;
        if let Some(ended) = outcome {
            return ended.map_err(Trouble::Refused);
        }
    }
    Err(Trouble::Busy)
}

/// The first step: user id and password. Gives a token for the second.
///
/// # Errors
/// Why not.
pub async fn with_password(
    house: &std::sync::Arc<House>,
    typed: (&TypedUserId, &TypedPassword),
    r#use: Use,
    origin: &Origin,
) -> Result<Token, Trouble<LogOnRefusal>> {
    let token = house.chance.token();
    let (hash, started) = (house.token_hash(&token), house.clock.real_now());
    let drawn = house.chance.number() as u32;
    let wanted = r#use.clone();
    let at = origin.clone();
    judged(house, typed, &r#use, origin, move |tx, house, nemid, stamp| {
        let (asked, events) = match keys::card_to_ask(&nemid, None) {
            Ok(card) => {
                let (position, events) = keys::ask(&nemid, &card, drawn, &wanted).map_err(refused_key)?;
                (Some((card, position)), events)
            }
            Err(_) => (None, Vec::new()),
        };
        house.record(tx, &nemid, &events, (stamp, &at))?;
        let log_on =
            LogOn { token: hash, nemid: nemid.number, r#use: wanted.clone(), text: None, asked, started };
        Ok(tx.begin_log_on(&log_on)?)
    })
    .await?;
    Ok(token)
}

/// What a log-on in progress asks for; `None` when a card has to be chosen first.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] after five minutes.
pub async fn question(
    house: &std::sync::Arc<House>,
    token: &Token,
) -> Result<Option<Asked>, Trouble<LogOnRefusal>> {
    let (hash, inner) = (house.token_hash(token), house.clone());
    house
        .store
        .read::<_, Trouble<LogOnRefusal>, _>(move |tx| {
            let (log_on, nemid) = in_progress(tx, &inner, &hash)?;
            Ok(log_on.asked.and_then(|(card, position)| inner.asked(&nemid, card, position)))
        })
        .await
}

/// Asks from another card, whose number the citizen typed (Guide 3.1.7).
///
/// # Errors
/// When it is none of this NemID's usable cards.
pub async fn choose_card(
    house: &std::sync::Arc<House>,
    token: &Token,
    card: KeyCardNumber,
    origin: &Origin,
) -> Result<(), Trouble<LogOnRefusal>> {
    let (hash, inner, origin) = (house.token_hash(token), house.clone(), origin.clone());
    let drawn = house.chance.number() as u32;
    house
        .store
        .write::<_, Trouble<LogOnRefusal>, _>(move |tx| {
            let (log_on, nemid) = in_progress(tx, &inner, &hash)?;
            let stamp = origin.stamp(inner.now(), Actor::Citizen);
            let card = keys::card_to_ask(&nemid, Some(&card)).map_err(refused_key)?;
            let (position, events) = keys::ask(&nemid, &card, drawn, &log_on.r#use).map_err(refused_key)?;
            inner.record(tx, &nemid, &events, (&stamp, &origin))?;
            Ok(tx.ask_in_log_on(&hash, (card, position))?)
        })
        .await
}

/// The second step: the key. Opens a session at an audience.
///
/// # Errors
/// Why not.
pub async fn with_key(
    house: &std::sync::Arc<House>,
    token: &Token,
    typed: Key,
    (audience, public): (String, bool),
    origin: &Origin,
) -> Result<Token, Trouble<LogOnRefusal>> {
    let session = house.chance.token();
    let (hash, opened) = (house.token_hash(token), house.token_hash(&session));
    let (inner, origin, spare) = (house.clone(), origin.clone(), house.drawn_card());
    let drawn = house.chance.number() as u32;
    let outcome = house
        .store
        .write::<_, Trouble<LogOnRefusal>, _>(move |tx| {
            let (log_on, nemid) = in_progress(tx, &inner, &hash)?;
            let (card, position) = log_on.asked.ok_or(refused_key(KeyRefusal::NoCard))?;
            let stamp = origin.stamp(inner.now(), Actor::Citizen);
            let right = inner.key_is_right(&nemid, card, position, &typed);
            let answer = KeyAnswer { card, position, right, r#use: log_on.r#use.clone() };
            let (events, outcome) = match keys::log_on(&nemid, &answer, &spare, &stamp) {
                Ok(done) => done,
                Err(KeyRefusal::AskedAnew) => {
                    // Answered elsewhere meanwhile: another key is asked for.
                    let (position, events) =
                        keys::ask(&nemid, &card, drawn, &log_on.r#use).map_err(refused_key)?;
                    inner.record(tx, &nemid, &events, (&stamp, &origin))?;
                    tx.ask_in_log_on(&hash, (card, position))?;
                    return Ok(Err(LogOnRefusal::Key(KeyRefusal::AskedAnew)));
                }
                Err(refusal) => return Ok(Err(refusal.into())),
            };
            inner.record(tx, &nemid, &events, (&stamp, &origin))?;
            let now = inner.clock.real_now();
            Ok(match outcome {
                KeyOutcome::Wrong { left } => Err(LogOnRefusal::WrongKey { left }),
                KeyOutcome::CardBlocked => {
                    tx.end_log_on(&hash)?;
                    Err(LogOnRefusal::CardBlocked)
                }
                KeyOutcome::Right => {
                    tx.end_log_on(&hash)?;
                    tx.open_session(&Session {
                        token: opened,
                        nemid: nemid.number,
                        audience,
                        public,
                        limited: false,
                        started: now,
                        seen: now,
                    })?;
                    Ok(())
                }
            })
        })
        .await?;
    outcome.map_err(Trouble::Refused)?;
    Ok(session)
}

fn refused_key(refusal: KeyRefusal) -> Trouble<LogOnRefusal> {
    Trouble::Refused(refusal.into())
}

fn in_progress(tx: &Tx<'_>, house: &House, hash: &[u8; 32]) -> Result<(LogOn, NemId), Trouble<LogOnRefusal>> {
    let run_out = || Trouble::Refused(LogOnRefusal::RunOut);
    let log_on = tx.log_on(hash)?.ok_or_else(run_out)?;
    if house.clock.real_now().duration_since(log_on.started) > LOG_ON {
        return Err(run_out());
    }
    let nemid = tx.nemid(log_on.nemid)?.ok_or_else(run_out)?;
    Ok((log_on, nemid))
}
