//! What an activation and a re-opening share: both begin with NemID-nummer and temporary password, last at
//! most half an hour (D11), and end with a key. Only the last step uses up the temporary password.

use jiff::Timestamp;

use crate::cases::access::guesses::{Guesser, Identity};
use crate::cases::access::key_question;
use crate::cases::app::act::until_fresh;
use crate::cases::app::{Act, App, Attempt, Origin, RealTime};
pub use crate::cases::enrolment::choices::{Agreed, Asks, Choices, Details, Progress, Receipt};
pub(crate) use crate::cases::enrolment::problem::no;
pub use crate::cases::enrolment::problem::{EnrolmentError, EnrolmentProblem};
use crate::outside::keys::tokens::Token;
use crate::store::decoys::Decoy;
use crate::store::log_ons::Enrolment;
use crate::store::{StoreError, Tx};
use rules::activation::EnrolmentRefusal;
use rules::actor::{Actor, Channel, Stamp};
use rules::carriers::voice;
use rules::guesses::GuessRefusal;
use rules::nemid::temporary::{TemporaryEnd, TemporaryPlace, TemporaryPurpose, WRONG_TRIES};
use rules::nemid::{NemId, PasswordHash, Purpose};
use rules::temporary::{TemporaryOutcome, TemporaryVerdict, TypedDigits};
use rules::words::{NemIdNumber, TemporaryPasswordCode};
use rules::{activation, temporary};

/// An enrolment that has begun.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The token of its further steps.
    pub token: Token,
    /// What the temporary password was issued for.
    pub purpose: TemporaryPurpose,
}

/// Begins an enrolment at a place. The temporary password is checked and counted; it dies where it is right
/// but issued for another place (Guide 3.1.2). An older one is known by its fingerprint, so that one hash is
/// enough, however many there were. A place that is barred does not get that far (D23).
///
/// # Errors
/// [`EnrolmentProblem`] for a wrong, superseded or dead temporary password.
pub async fn begin_at(
    app: &App,
    here: &TemporaryPlace,
    number: NemIdNumber,
    typed: &TemporaryPasswordCode,
    origin: &Origin,
) -> Result<Begun, EnrolmentError> {
    let token = app.new_token();
    let purpose = until_fresh(|| attempt(app, here, number, typed, origin, &token)).await?;
    Ok(Begun { token, purpose })
}

async fn attempt(
    app: &App,
    here: &TemporaryPlace,
    number: NemIdNumber,
    typed: &TemporaryPasswordCode,
    origin: &Origin,
    token: &Token,
) -> Result<Attempt<TemporaryPurpose, EnrolmentProblem>, EnrolmentError> {
    let Looked { against, guesser, barred } = look(app, number, origin).await?;
    if let Some(refusal) = barred {
        return no(refusal);
    }
    let Some(against) = against else {
        // A number that nobody has, or that never had a temporary password: one hash, and a decoy count.
        app.hasher.verify_nobody(typed.reveal(), origin.source()).await?;
        return app
            .act(origin, Actor::Visitor, move |act| {
                guessed(act, guesser, |act| Ok(Attempt::Refused(count_decoy(act, number)?)))
            })
            .await;
    };
    let right = app.hasher.verify(typed.reveal(), &against, origin.source()).await?.right;
    let (hash, here) = (app.token_hash(token), here.clone());
    let by = if right { Actor::Citizen } else { Actor::Visitor };
    let fingerprint = app.tokens.issued(number, app.tokens.digits(typed));
    app.act(origin, by, move |act| {
        guessed(act, guesser, |act| {
            let digits = typed_digits(act, right, &fingerprint)?;
            let verdict = TemporaryVerdict { against: against.clone(), digits };
            decide(act, number, &verdict, hash, &here)
        })
    })
    .await
}

/// What was typed: the digits of the newest temporary password, of an older one, or of none.
fn typed_digits(act: &Act<'_>, right: bool, fingerprint: &[u8; 32]) -> Result<TypedDigits, StoreError> {
    if right {
        return Ok(TypedDigits::Right);
    }
    let none = act.tx.temporaries_with(fingerprint)?.is_empty();
    Ok(if none { TypedDigits::Wrong } else { TypedDigits::Superseded })
}

/// What is known of a typed NemID-nummer before the temporary password is examined.
struct Looked {
    /// The hash of its temporary password.
    against: Option<PasswordHash>,
    guesser: Guesser,
    /// What bars the guesser.
    barred: Option<GuessRefusal>,
}

async fn look(app: &App, number: NemIdNumber, origin: &Origin) -> Result<Looked, StoreError> {
    let (app_of, origin) = (app.clone(), origin.clone());
    app.read(move |tx| {
        let against = tx.nemid(number)?.and_then(|nemid| nemid.temporary).map(|temporary| temporary.hash);
        let guesser = Guesser::of(tx, &app_of, &Identity::Temporary(number), &origin)?;
        let barred = guesser.barred(tx, &app_of)?;
        Ok(Looked { against, guesser, barred })
    })
    .await
}

/// Runs an attempt, if the place may still try, and counts it there if it was wrong. So a place that tries at one
/// number after another is barred, whether anybody has them or not.
fn guessed(
    act: &Act<'_>,
    guesser: Guesser,
    attempt: impl FnOnce(&Act<'_>) -> Result<Attempt<TemporaryPurpose, EnrolmentProblem>, EnrolmentError>,
) -> Result<Attempt<TemporaryPurpose, EnrolmentProblem>, EnrolmentError> {
    if let Some(refusal) = guesser.barred(act.tx, act.app)? {
        return Ok(Attempt::Refused(refusal.into()));
    }
    let ended = attempt(act)?;
    if !guesser.own {
        match &ended {
            Attempt::Done(_) => guesser.right(act)?,
            Attempt::Refused(_) => drop(guesser.wrong(act)?),
            Attempt::Stale => {}
        }
    }
    Ok(ended)
}

/// Counts an attempt where no live temporary password counts it, so that all numbers get the same answers.
fn count_decoy(act: &Act<'_>, number: NemIdNumber) -> Result<EnrolmentProblem, StoreError> {
    let fingerprint = act.app.tokens.fingerprint("temporary", number.as_str());
    let mut decoy = act.tx.decoy(&fingerprint)?;
    if !decoy.blocked {
        decoy.lockout.failures += 1;
        decoy.blocked = decoy.lockout.failures >= WRONG_TRIES;
        act.tx.save_decoy(&fingerprint, decoy, act.now())?;
    }
    Ok(match decoy {
        Decoy { blocked: true, .. } => EnrolmentProblem::TriedOut,
        Decoy { lockout, .. } => EnrolmentProblem::Wrong { left: WRONG_TRIES - lockout.failures },
    })
}

fn decide(
    act: &Act<'_>,
    number: NemIdNumber,
    verdict: &TemporaryVerdict,
    token: [u8; 32],
    here: &TemporaryPlace,
) -> Result<Attempt<TemporaryPurpose, EnrolmentProblem>, EnrolmentError> {
    let Some(nemid) = act.tx.nemid(number)? else { return Ok(Attempt::Stale) };
    let Some((events, outcome)) = temporary::judge(&nemid, verdict, here, &act.stamp) else {
        return Ok(Attempt::Stale);
    };
    act.record(&nemid, &events)?;
    Ok(match outcome {
        TemporaryOutcome::Right { purpose } => {
            act.tx.save_enrolment(&Enrolment {
                token,
                nemid: number,
                purpose,
                temporary: verdict.against.clone(),
                password: None,
                remembered: None,
                choices: Choices::after(act.tx, number, &verdict.against)?.to_json()?,
                asked: None,
                started: act.real_now,
                extended: None,
                call: None,
            })?;
            Attempt::Done(purpose)
        }
        TemporaryOutcome::Wrong { left: 0 } => Attempt::Refused(count_decoy(act, number)?),
        TemporaryOutcome::Wrong { left } => Attempt::Refused(EnrolmentProblem::Wrong { left }),
        TemporaryOutcome::TriedOut => Attempt::Refused(EnrolmentProblem::TriedOut),
        TemporaryOutcome::Dead { why } => Attempt::Refused(EnrolmentProblem::Dead { why }),
    })
}

/// The progress of an enrolment.
///
/// # Errors
/// [`EnrolmentProblem::RunOut`] when there is none, or it took too long.
pub async fn progress(app: &App, token: &Token) -> Result<Progress, EnrolmentError> {
    let (hash, app_of) = (app.token_hash(token), app.clone());
    let (now, real) = (app.now(), app.real_time());
    app.read(move |tx| {
        let Running { enrolment, choices, nemid } = running(tx, &hash, now, real)?;
        Ok(Progress {
            nemid: nemid.number,
            purpose: enrolment.purpose,
            password: enrolment.password.is_some(),
            remembered: enrolment.remembered.is_some(),
            contact: nemid.contact.clone(),
            asked: enrolment
                .asked
                .map(|asked| key_question::posed_by(&app_of, &nemid, Some(asked), enrolment.call.as_ref())),
            line: voice::to_start_with(&nemid).is_some(),
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

/// An enrolment in progress, what was chosen, and its NemID.
pub(crate) struct Running {
    pub enrolment: Enrolment,
    pub choices: Choices,
    pub nemid: NemId,
}

/// The enrolment of a token. One whose temporary password has died since goes no further, and reports it at
/// the next step rather than at the last.
pub(crate) fn running(
    tx: &Tx<'_>,
    token: &[u8; 32],
    now: Timestamp,
    real: RealTime,
) -> Result<Running, EnrolmentError> {
    let enrolment = tx.enrolment(token)?.filter(|one| real.now <= real.lifetimes.enrolment_ends(one.life()));
    let Some(enrolment) = enrolment else { return no(EnrolmentProblem::RunOut) };
    let Some(nemid) = tx.nemid(enrolment.nemid)? else { return no(EnrolmentProblem::RunOut) };
    let choices = Choices::from_json(&enrolment.choices)?;
    if choices.receipt.is_none() {
        let stamp = Origin::inside(Channel::Selvbetjening).stamp(now, Actor::Visitor);
        activation::may_go_on(&nemid, &enrolment.temporary, enrolment.purpose, &stamp)
            .or_else(|refusal| no(told(refusal, &enrolment, &nemid, &stamp)))?;
    }
    Ok(Running { enrolment, choices, nemid })
}

impl Act<'_> {
    /// The enrolment of a token, at the instant of this transaction.
    pub(crate) fn running(&self, token: &[u8; 32]) -> Result<Running, EnrolmentError> {
        running(self.tx, token, self.now(), self.real_time())
    }
}

/// Saves what was chosen.
pub(crate) fn save(tx: &Tx<'_>, mut enrolment: Enrolment, choices: &Choices) -> Result<(), EnrolmentError> {
    enrolment.choices = choices.to_json()?;
    Ok(tx.save_enrolment(&enrolment)?)
}

/// Why the temporary password of an enrolment is no longer good; the answer is the same as at its beginning.
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

/// The purpose of a key in an enrolment.
pub(crate) fn purpose_of(purpose: TemporaryPurpose) -> Purpose {
    match purpose {
        TemporaryPurpose::Activate => Purpose::Activation,
        TemporaryPurpose::Unlock | TemporaryPurpose::Reset => Purpose::Reopening,
    }
}
