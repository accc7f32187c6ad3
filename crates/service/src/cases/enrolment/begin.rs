//! What an activation and a re-opening share: both begin with NemID-nummer and temporary password, go on for at most
//! half an hour (D11), and end with a key. The temporary password is used up by the last step alone.

use thiserror::Error;

use crate::cases::app::{House, Origin, Trouble};
pub use crate::cases::enrolment::choices::{Agreed, Asks, Choices, Details, Progress, Receipt};
use crate::outside::keys::tokens::Token;
use crate::store::decoys::Shadow;
use crate::store::log_ons::Start;
use crate::store::{StoreError, Tx};
use rules::activation::StartRefusal;
use rules::actor::{Actor, Channel, Stamp};
use rules::nemid::temporary::{TemporaryEnd, TemporaryPlace, TemporaryPurpose, WRONG_TRIES};
use rules::nemid::{NemId, Use};
use rules::sessions::START;
use rules::temporary::{TemporaryOutcome, TemporaryVerdict};
use rules::words::{CprNumber, NemIdNumber, PasswordFaults, TemporaryPasswordCode};
use rules::{Refusal, activation, temporary};

/// How often a verdict that has gone stale is made again before the visitor is asked to.
pub(crate) const AGAIN: usize = 3;

/// Why a start does not begin or go on. A NemID-nummer that nobody has gets the same ones.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StartProblem {
    /// NemID-nummer or temporary password are wrong; so many more tries.
    #[error("wrong number or temporary password")]
    Wrong {
        /// Tries left.
        left: u8,
    },
    /// The temporary password works no more.
    #[error("the temporary password is dead")]
    Dead {
        /// Why.
        why: TemporaryEnd,
    },
    /// Half an hour went by, or nothing was begun (D11).
    #[error("the start has run out")]
    RunOut,
    /// Another start has begun in another window of the same browser.
    #[error("another start is in progress")]
    Elsewhere,
    /// The remembered password is not the one the NemID had; so many more tries of the temporary one.
    #[error("not the remembered password")]
    RememberedWrong {
        /// Tries left.
        left: u8,
    },
    /// The chosen password breaks these clauses of D8.
    #[error("the chosen password does not keep D8")]
    Password(PasswordFaults),
    /// The chosen user id is taken.
    #[error("user id taken")]
    UserIdTaken,
    /// A wrong key; so many more before the card is blocked.
    #[error("wrong key")]
    WrongKey {
        /// Tries left.
        left: u8,
    },
    /// The card was blocked by wrong keys (D3).
    #[error("card blocked")]
    CardBlocked,
    /// The rules say no.
    #[error(transparent)]
    Rule(#[from] StartRefusal),
}

impl Refusal for StartProblem {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong { .. } => "temporary-wrong",
            Self::Dead { .. } => "temporary-dead",
            Self::RunOut => "start-expired",
            Self::Elsewhere => "start-elsewhere",
            Self::RememberedWrong { .. } => "remembered-wrong",
            Self::Password(faults) => faults.first().code(),
            Self::UserIdTaken => "user-id-taken",
            Self::WrongKey { .. } => "wrong-key",
            Self::CardBlocked => "card-blocked",
            Self::Rule(refusal) => refusal.code(),
        }
    }
}

/// Whatever else may go wrong besides.
pub type StartTrouble = Trouble<StartProblem>;

/// Ends a case with this problem.
pub(crate) fn no<T>(problem: impl Into<StartProblem>) -> Result<T, StartTrouble> {
    Err(Trouble::Refused(problem.into()))
}

/// Begins a start at Selvbetjening.
///
/// # Errors
/// As [`begin_at`].
pub async fn begin(
    house: &std::sync::Arc<House>,
    number: NemIdNumber,
    typed: &TemporaryPasswordCode,
    origin: &Origin,
) -> Result<(Token, TemporaryPurpose), StartTrouble> {
    begin_at(house, &TemporaryPlace::Selvbetjening, (number, typed), origin).await
}

/// Begins a start at a place: the temporary password is looked at and counted, and dies where it is right but meant
/// for another place (Guide 3.1.2).
///
/// # Errors
/// Why not.
pub async fn begin_at(
    house: &std::sync::Arc<House>,
    here: &TemporaryPlace,
    (number, typed): (NemIdNumber, &TemporaryPasswordCode),
    origin: &Origin,
) -> Result<(Token, TemporaryPurpose), StartTrouble> {
    for _ in 0..AGAIN {
        let found = house.store.read::<_, StoreError, _>(move |tx| tx.nemid(number)).await?;
        let Some(against) = found.and_then(|nemid| nemid.temporary).map(|temporary| temporary.hash) else {
            return nobody(house, number, typed, origin).await;
        };
        let right = house.hasher.verify(typed.reveal(), &against, origin.source()).await?.right;
        let verdict = TemporaryVerdict { against, right };
        let token = house.chance.token();
        let (hash, inner, origin) = (house.token_hash(&token), house.clone(), origin.clone());
        let here = here.clone();
        let judged = house
            .store
            .write::<_, StartTrouble, _>(move |tx| {
                judge(tx, &inner, (number, &verdict), (hash, &here), &origin)
            })
            .await?;
        if let Some(judged) = judged {
            return judged.map(|purpose| (token, purpose)).map_err(Trouble::Refused);
        }
    }
    Err(Trouble::Busy)
}

/// A number that nobody has, or that never had a temporary password: one hash, and a count of its own.
async fn nobody<T>(
    house: &std::sync::Arc<House>,
    number: NemIdNumber,
    typed: &TemporaryPasswordCode,
    origin: &Origin,
) -> Result<T, StartTrouble> {
    house.hasher.verify_nobody(typed.reveal(), origin.source()).await?;
    let inner = house.clone();
    let problem = house.store.write(move |tx| count_shadow(tx, &inner, number)).await;
    no(problem.map_err(StartTrouble::from)?)
}

/// Counts a try where no live temporary password counts it, so that all numbers get the same answers.
fn count_shadow(tx: &Tx<'_>, house: &House, number: NemIdNumber) -> Result<StartProblem, StoreError> {
    let fingerprint = house.tokens.shadow_of("temporary", number.as_str());
    let mut shadow = tx.shadow(&fingerprint)?;
    if !shadow.blocked {
        shadow.lockout.failures += 1;
        shadow.blocked = shadow.lockout.failures >= WRONG_TRIES;
        tx.save_shadow(&fingerprint, shadow, house.now())?;
    }
    Ok(match shadow {
        Shadow { blocked: true, .. } => StartProblem::Dead { why: TemporaryEnd::TooManyTries },
        Shadow { lockout, .. } => StartProblem::Wrong { left: WRONG_TRIES - lockout.failures },
    })
}

fn judge(
    tx: &Tx<'_>,
    house: &House,
    (number, verdict): (NemIdNumber, &TemporaryVerdict),
    (token, here): ([u8; 32], &TemporaryPlace),
    origin: &Origin,
) -> Result<Option<Result<TemporaryPurpose, StartProblem>>, StartTrouble> {
    let Some(nemid) = tx.nemid(number)? else { return Ok(None) };
    let by = if verdict.right { Actor::Citizen } else { Actor::Visitor };
    let stamp = origin.stamp(house.now(), by);
    let Some((events, outcome)) = temporary::judge(&nemid, verdict, here, &stamp) else { return Ok(None) };
    house.record(tx, &nemid, &events, (&stamp, origin))?;
    Ok(Some(match outcome {
        TemporaryOutcome::Right { purpose } => {
            tx.save_start(&Start {
                token,
                nemid: number,
                purpose,
                temporary: verdict.against.clone(),
                password: None,
                remembered: None,
                choices: to_json(&Choices::default())?,
                asked: None,
                started: house.clock.real_now(),
            })?;
            Ok(purpose)
        }
        TemporaryOutcome::Wrong { left: 0 } => Err(count_shadow(tx, house, number)?),
        TemporaryOutcome::Wrong { left } => Err(StartProblem::Wrong { left }),
        TemporaryOutcome::Dead { why } => Err(StartProblem::Dead { why }),
    }))
}

/// How far a start has come.
///
/// # Errors
/// [`StartProblem::RunOut`] when there is none, or it took too long.
pub async fn progress(house: &std::sync::Arc<House>, token: &Token) -> Result<Progress, StartTrouble> {
    let (hash, inner) = (house.token_hash(token), house.clone());
    house
        .store
        .read::<_, StartTrouble, _>(move |tx| {
            let (start, choices, nemid) = running(tx, &inner, &hash)?;
            Ok(Progress {
                nemid: nemid.number,
                purpose: start.purpose,
                password: start.password.is_some(),
                remembered: start.remembered.is_some(),
                contact: nemid.contact.clone(),
                asked: start.asked.and_then(|(card, position)| inner.asked(&nemid, card, position)),
                asks: Asks {
                    cpr: nemid.issuer.is_found_at_counter(),
                    certificate: nemid.certificate_ordered.is_some(),
                    bank: activation::needs_bank_consent(&nemid),
                },
                choices,
            })
        })
        .await
}

/// The start of a token, what was chosen, and its NemID. A start whose temporary password has died since goes no
/// further, and says why at the next step rather than at the last.
pub(crate) fn running(
    tx: &Tx<'_>,
    house: &House,
    token: &[u8; 32],
) -> Result<(Start, Choices, NemId), StartTrouble> {
    let start =
        tx.start(token)?.filter(|start| house.clock.real_now().duration_since(start.started) <= START);
    let Some(start) = start else { return no(StartProblem::RunOut) };
    let Some(nemid) = tx.nemid(start.nemid)? else { return no(StartProblem::RunOut) };
    let choices: Choices =
        serde_json::from_str(&start.choices).map_err(|error| Trouble::Broken(format!("choices: {error}")))?;
    if choices.receipt.is_none() {
        let stamp = Origin::inside(Channel::Selvbetjening).stamp(house.now(), Actor::Visitor);
        activation::may_go_on(&nemid, &start.temporary, start.purpose, &stamp)
            .or_else(|refusal| no(told(refusal, &start, &nemid, &stamp)))?;
    }
    Ok((start, choices, nemid))
}

/// Saves what was chosen.
pub(crate) fn save(tx: &Tx<'_>, mut start: Start, choices: &Choices) -> Result<(), StartTrouble> {
    start.choices = to_json(choices)?;
    Ok(tx.save_start(&start)?)
}

fn to_json(choices: &Choices) -> Result<String, StartTrouble> {
    serde_json::to_string(choices).map_err(|error| Trouble::Broken(format!("choices: {error}")))
}

/// Why the temporary password that a start began with is no longer good, told as at its beginning.
pub(crate) fn told(refusal: StartRefusal, start: &Start, nemid: &NemId, stamp: &Stamp) -> StartProblem {
    if refusal != StartRefusal::TemporaryDead {
        return refusal.into();
    }
    let same = nemid.temporary.as_ref().filter(|temporary| temporary.hash == start.temporary);
    let why = same.map_or(Some(TemporaryEnd::Newer), |temporary| temporary.dead(stamp.at));
    StartProblem::Dead { why: why.unwrap_or(TemporaryEnd::Newer) }
}

/// What a key is typed for in a start.
pub(crate) fn use_of(purpose: TemporaryPurpose) -> Use {
    match purpose {
        TemporaryPurpose::Activate => Use::Activation,
        TemporaryPurpose::Unlock | TemporaryPurpose::Reset => Use::Reopening,
    }
}

/// Whose password is being chosen: what it must not hold (D8).
pub(crate) fn holder_of(nemid: &NemId) -> (CprNumber, NemIdNumber) {
    (nemid.holder, nemid.number)
}
