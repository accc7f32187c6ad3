//! What an activation and a re-opening share: both begin with NemID-nummer and temporary password, go on for at most
//! half an hour (D11), and end with a key. The temporary password is used up by the last step alone.

use thiserror::Error;

use crate::cases::app::{App, CaseError, Origin};
pub use crate::cases::enrolment::choices::{Agreed, Asks, Choices, Details, Progress, Receipt};
use crate::outside::keys::tokens::Token;
use crate::store::decoys::Decoy;
use crate::store::log_ons::Enrolment;
use crate::store::{StoreError, Tx};
use rules::activation::EnrolmentRefusal;
use rules::actor::{Actor, Channel, Stamp};
use rules::nemid::temporary::{TemporaryEnd, TemporaryPlace, TemporaryPurpose, WRONG_TRIES};
use rules::nemid::{NemId, Purpose};
use rules::sessions::ENROLMENT;
use rules::temporary::{TemporaryOutcome, TemporaryVerdict};
use rules::words::{CprNumber, NemIdNumber, PasswordFaults, TemporaryPasswordCode};
use rules::{Refusal, activation, temporary};

/// How often a verdict that has gone stale is made again before the visitor is asked to.
pub(crate) const AGAIN: usize = 3;

/// Why a start does not begin or go on. A NemID-nummer that nobody has gets the same ones.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum EnrolmentProblem {
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
    Rule(#[from] EnrolmentRefusal),
}

impl Refusal for EnrolmentProblem {
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
pub type EnrolmentError = CaseError<EnrolmentProblem>;

/// Ends a case with this problem.
pub(crate) fn no<T>(problem: impl Into<EnrolmentProblem>) -> Result<T, EnrolmentError> {
    Err(CaseError::Refused(problem.into()))
}

/// Begins a start at Selvbetjening.
///
/// # Errors
/// As [`begin_at`].
pub async fn begin(
    app: &std::sync::Arc<App>,
    number: NemIdNumber,
    typed: &TemporaryPasswordCode,
    origin: &Origin,
) -> Result<(Token, TemporaryPurpose), EnrolmentError> {
    begin_at(app, &TemporaryPlace::Selvbetjening, (number, typed), origin).await
}

/// Begins a start at a place: the temporary password is looked at and counted, and dies where it is right but meant
/// for another place (Guide 3.1.2).
///
/// # Errors
/// Why not.
pub async fn begin_at(
    app: &std::sync::Arc<App>,
    here: &TemporaryPlace,
    (number, typed): (NemIdNumber, &TemporaryPasswordCode),
    origin: &Origin,
) -> Result<(Token, TemporaryPurpose), EnrolmentError> {
    for _ in 0..AGAIN {
        let found = app.store.read::<_, StoreError, _>(move |tx| tx.nemid(number)).await?;
        let Some(against) = found.and_then(|nemid| nemid.temporary).map(|temporary| temporary.hash) else {
            return nobody(app, number, typed, origin).await;
        };
        let right = app.hasher.verify(typed.reveal(), &against, origin.source()).await?.right;
        let verdict = TemporaryVerdict { against, right };
        let token = app.chance.token();
        let (hash, inner, origin) = (app.token_hash(&token), app.clone(), origin.clone());
        let here = here.clone();
        let judged = app
            .store
            .write::<_, EnrolmentError, _>(move |tx| {
                judge(tx, &inner, (number, &verdict), (hash, &here), &origin)
            })
            .await?;
        if let Some(judged) = judged {
            return judged.map(|purpose| (token, purpose)).map_err(CaseError::Refused);
        }
    }
    Err(CaseError::Busy)
}

/// A number that nobody has, or that never had a temporary password: one hash, and a count of its own.
async fn nobody<T>(
    app: &std::sync::Arc<App>,
    number: NemIdNumber,
    typed: &TemporaryPasswordCode,
    origin: &Origin,
) -> Result<T, EnrolmentError> {
    app.hasher.verify_nobody(typed.reveal(), origin.source()).await?;
    let inner = app.clone();
    let problem = app.store.write(move |tx| count_decoy(tx, &inner, number)).await;
    no(problem.map_err(EnrolmentError::from)?)
}

/// Counts a try where no live temporary password counts it, so that all numbers get the same answers.
fn count_decoy(tx: &Tx<'_>, app: &App, number: NemIdNumber) -> Result<EnrolmentProblem, StoreError> {
    let fingerprint = app.tokens.fingerprint("temporary", number.as_str());
    let mut decoy = tx.decoy(&fingerprint)?;
    if !decoy.blocked {
        decoy.lockout.failures += 1;
        decoy.blocked = decoy.lockout.failures >= WRONG_TRIES;
        tx.save_decoy(&fingerprint, decoy, app.now())?;
    }
    Ok(match decoy {
        Decoy { blocked: true, .. } => EnrolmentProblem::Dead { why: TemporaryEnd::TooManyTries },
        Decoy { lockout, .. } => EnrolmentProblem::Wrong { left: WRONG_TRIES - lockout.failures },
    })
}

fn judge(
    tx: &Tx<'_>,
    app: &App,
    (number, verdict): (NemIdNumber, &TemporaryVerdict),
    (token, here): ([u8; 32], &TemporaryPlace),
    origin: &Origin,
) -> Result<Option<Result<TemporaryPurpose, EnrolmentProblem>>, EnrolmentError> {
    let Some(nemid) = tx.nemid(number)? else { return Ok(None) };
    let by = if verdict.right { Actor::Citizen } else { Actor::Visitor };
    let stamp = origin.stamp(app.now(), by);
    let Some((events, outcome)) = temporary::judge(&nemid, verdict, here, &stamp) else { return Ok(None) };
    app.record(tx, &nemid, &events, (&stamp, origin))?;
    Ok(Some(match outcome {
        TemporaryOutcome::Right { purpose } => {
            tx.save_enrolment(&Enrolment {
                token,
                nemid: number,
                purpose,
                temporary: verdict.against.clone(),
                password: None,
                remembered: None,
                choices: to_json(&Choices::default())?,
                asked: None,
                started: app.clock.real_now(),
            })?;
            Ok(purpose)
        }
        TemporaryOutcome::Wrong { left: 0 } => Err(count_decoy(tx, app, number)?),
        TemporaryOutcome::Wrong { left } => Err(EnrolmentProblem::Wrong { left }),
        TemporaryOutcome::Dead { why } => Err(EnrolmentProblem::Dead { why }),
    }))
}

/// How far a start has come.
///
/// # Errors
/// [`StartProblem::RunOut`] when there is none, or it took too long.
pub async fn progress(app: &std::sync::Arc<App>, token: &Token) -> Result<Progress, EnrolmentError> {
    let (hash, inner) = (app.token_hash(token), app.clone());
    app.store
        .read::<_, EnrolmentError, _>(move |tx| {
            let (enrolment, choices, nemid) = running(tx, &inner, &hash)?;
            Ok(Progress {
                nemid: nemid.number,
                purpose: enrolment.purpose,
                password: enrolment.password.is_some(),
                remembered: enrolment.remembered.is_some(),
                contact: nemid.contact.clone(),
                asked: enrolment.asked.and_then(|(card, position)| inner.asked(&nemid, card, position)),
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
    app: &App,
    token: &[u8; 32],
) -> Result<(Enrolment, Choices, NemId), EnrolmentError> {
    let enrolment = tx
        .enrolment(token)?
        .filter(|enrolment| app.clock.real_now().duration_since(enrolment.started) <= ENROLMENT);
    let Some(enrolment) = enrolment else { return no(EnrolmentProblem::RunOut) };
    let Some(nemid) = tx.nemid(enrolment.nemid)? else { return no(EnrolmentProblem::RunOut) };
    let choices: Choices = serde_json::from_str(&enrolment.choices)
        .map_err(|error| CaseError::Broken(format!("choices: {error}")))?;
    if choices.receipt.is_none() {
        let stamp = Origin::inside(Channel::Selvbetjening).stamp(app.now(), Actor::Visitor);
        activation::may_go_on(&nemid, &enrolment.temporary, enrolment.purpose, &stamp)
            .or_else(|refusal| no(told(refusal, &enrolment, &nemid, &stamp)))?;
    }
    Ok((enrolment, choices, nemid))
}

/// Saves what was chosen.
pub(crate) fn save(tx: &Tx<'_>, mut enrolment: Enrolment, choices: &Choices) -> Result<(), EnrolmentError> {
    enrolment.choices = to_json(choices)?;
    Ok(tx.save_enrolment(&enrolment)?)
}

fn to_json(choices: &Choices) -> Result<String, EnrolmentError> {
    serde_json::to_string(choices).map_err(|error| CaseError::Broken(format!("choices: {error}")))
}

/// Why the temporary password that a start began with is no longer good, told as at its beginning.
pub(crate) fn told(
    refusal: EnrolmentRefusal,
    enrolment: &Enrolment,
    nemid: &NemId,
    stamp: &Stamp,
) -> EnrolmentProblem {
    if refusal != EnrolmentRefusal::TemporaryDead {
        return refusal.into();
    }
    let same = nemid.temporary.as_ref().filter(|temporary| temporary.hash == enrolment.temporary);
    let why = same.map_or(Some(TemporaryEnd::Newer), |temporary| temporary.dead(stamp.at));
    EnrolmentProblem::Dead { why: why.unwrap_or(TemporaryEnd::Newer) }
}

/// What a key is typed for in a start.
pub(crate) fn use_of(purpose: TemporaryPurpose) -> Purpose {
    match purpose {
        TemporaryPurpose::Activate => Purpose::Activation,
        TemporaryPurpose::Unlock | TemporaryPurpose::Reset => Purpose::Reopening,
    }
}

/// Whose password is being chosen: what it must not hold (D8).
pub(crate) fn holder_of(nemid: &NemId) -> (CprNumber, NemIdNumber) {
    (nemid.holder, nemid.number)
}
