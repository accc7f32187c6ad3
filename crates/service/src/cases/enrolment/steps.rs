//! The steps that an activation and a re-opening share after they have begun: the password, the card, the
//! key.

use crate::cases::access::{calls, guesses, key_question};
use crate::cases::app::{Act, App, Attempt, CaseError, Origin};
use crate::cases::enrolment::begin::{
    Choices, EnrolmentError, EnrolmentProblem, Receipt, Running, no, running, save, told,
};
use crate::cases::enrolment::{begin, password_trace};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use crate::store::log_ons::Enrolment;
use rules::activation::{Activation, EnrolmentRefusal, Spares};
use rules::actor::{Actor, Stamp};
use rules::cards::DrawnCard;
use rules::carriers::voice;
use rules::certificates::CertificateDraft;
use rules::keys::{AskedKey, KeyAnswer, KeyOutcome, KeyRefusal};
use rules::nemid::temporary::TemporaryPurpose;
use rules::nemid::{Event, NemId};
use rules::reopening::Reopening;
use rules::words::{Key, KeyCardNumber, NewPassword, PasswordContext};
use rules::{activation, keys, reopening};

/// Chooses the new password; only its hash is kept, bound to this enrolment.
///
/// # Errors
/// [`EnrolmentProblem::Password`] for the clauses of D8 that it breaks.
pub async fn choose_password(
    app: &App,
    token: &Token,
    typed: &str,
    origin: &Origin,
) -> Result<(), EnrolmentError> {
    let hash = app.token_hash(token);
    let (now, real) = (app.now(), app.real_time());
    let about = app
        .read::<_, EnrolmentError>(move |tx| {
            let Running { choices, nemid, .. } = running(tx, &hash, now, real)?;
            let chosen = choices.details.and_then(|details| details.user_id);
            let user_id = chosen.or(nemid.user_id);
            Ok(PasswordContext { cpr: Some(nemid.holder), nemid_number: Some(nemid.number), user_id })
        })
        .await?;
    let password = match NewPassword::parse(typed, &about) {
        Ok(password) => password.into_typed(),
        Err(faults) => return no(EnrolmentProblem::Password(faults.into())),
    };
    let trace = password_trace::of(app, token, password.reveal());
    let hashed = app.hasher.hash(password.reveal(), origin.source()).await?;
    app.act(origin, Actor::Citizen, move |act| {
        let Running { enrolment, choices, .. } = act.running(&hash)?;
        if choices.receipt.is_some() {
            return Ok(());
        }
        let enrolment = Enrolment { password: Some(hashed.clone()), ..enrolment };
        save(act.tx, enrolment, &Choices { trace: trace.clone(), ..choices })
    })
    .await
}

/// Asks for a key from the card whose number was typed.
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] for a card that is none of this NemID's usable ones.
pub async fn choose_card(
    app: &App,
    token: &Token,
    card: KeyCardNumber,
    origin: &Origin,
) -> Result<(), EnrolmentError> {
    let (hash, drawn) = (app.token_hash(token), app.chance.below(u32::MAX));
    app.act(origin, Actor::Citizen, move |act| {
        let running = act.running(&hash)?;
        if running.choices.receipt.is_some() {
            return Ok(());
        }
        ask(act, running, card, drawn)
    })
    .await
}

/// Asks for a key from a card, and keeps the question.
fn ask(act: &Act<'_>, running: Running, card: KeyCardNumber, drawn: u32) -> Result<(), EnrolmentError> {
    let Running { enrolment, choices, nemid } = running;
    let refused = |refusal: KeyRefusal| CaseError::Refused(EnrolmentRefusal::from(refusal).into());
    let card = keys::card_to_ask(&nemid, Some(&card)).map_err(refused)?;
    let (position, events) =
        keys::ask(&nemid, &card, drawn, &begin::purpose_of(enrolment.purpose)).map_err(refused)?;
    act.record(&nemid, &events)?;
    let asked = Some(AskedKey::Card { card, position });
    save(act.tx, Enrolment { asked, ..enrolment }, &choices)
}

/// Asks for a key that is read out by telephone; where it is asked for already, the telephone is called (Rules 3.9, D38).
///
/// # Errors
/// [`KeyRefusal::UnknownCarrier`] when no telephone can be called for this NemID.
pub async fn choose_voice(app: &App, token: &Token, origin: &Origin) -> Result<(), EnrolmentError> {
    let hash = app.token_hash(token);
    app.act(origin, Actor::Citizen, move |act| {
        let Running { enrolment, choices, nemid } = act.running(&hash)?;
        if choices.receipt.is_some() {
            return Ok(());
        }
        let refused = |refusal: KeyRefusal| EnrolmentProblem::from(EnrolmentRefusal::from(refusal));
        let line = voice::to_start_with(&nemid).map(|line| line.number);
        let line = line.ok_or_else(|| CaseError::Refused(refused(KeyRefusal::UnknownCarrier)))?;
        let asked = Some(AskedKey::Carrier(line));
        if enrolment.asked == asked {
            let purpose = begin::purpose_of(enrolment.purpose);
            return calls::ring(act, &nemid, line, hash, &purpose).map_err(|error| error.map(refused));
        }
        save(act.tx, Enrolment { asked, ..enrolment }, &choices)
    })
    .await
}

/// The last step: the key. Sending it twice returns the receipt of the first time.
///
/// # Errors
/// Why it did not end well; a wrong key counts on the card.
pub async fn finish(
    app: &App,
    token: &Token,
    typed: Key,
    origin: &Origin,
) -> Result<Receipt, EnrolmentError> {
    let (hash, drawn) = (app.token_hash(token), app.chance.below(u32::MAX));
    let (spare, new_pid) = (app.drawn_card(), app.chance.pid());
    app.act(origin, Actor::Citizen, move |act| {
        let running = act.running(&hash)?;
        if let Some(receipt) = running.choices.receipt {
            return Ok(Attempt::Done(receipt));
        }
        let Running { enrolment, choices, nemid } = &running;
        let Some(asked) = enrolment.asked else {
            return no(EnrolmentRefusal::from(KeyRefusal::NoCard));
        };
        if taken(act.tx, choices, nemid)? {
            return no(EnrolmentProblem::UserIdTaken);
        }
        let right = match asked {
            AskedKey::Card { card, position } => {
                Ok(key_question::is_right(act.app, nemid, card, position, &typed))
            }
            AskedKey::Carrier(line) => calls::is_right(act.app, enrolment.call.as_ref(), line, &typed),
        };
        let right = match right {
            Ok(right) => right,
            Err(refusal) => return no(EnrolmentRefusal::from(refusal)),
        };
        let purpose = begin::purpose_of(enrolment.purpose);
        let answer = KeyAnswer { of: asked, right, counter: None, purpose };
        let draft = act.certificate_draft(nemid, new_pid)?;
        let (events, outcome) = match complete(&running, &answer, &spare, &draft, &act.stamp) {
            Ok(done) => done,
            Err(EnrolmentRefusal::Key(KeyRefusal::AskedAnew)) => {
                if let AskedKey::Card { card, .. } = asked {
                    ask(act, running, card, drawn)?;
                }
                return Ok(Attempt::Refused(EnrolmentRefusal::from(KeyRefusal::AskedAnew).into()));
            }
            Err(refusal) => return no(told(refusal, enrolment, nemid, &act.stamp)),
        };
        let after = act.record(nemid, &events)?;
        if outcome == KeyOutcome::Right {
            guesses::proved(act, after.number)?;
        }
        after_key(act.tx, Running { nemid: after, ..running }, asked, outcome, &events)
    })
    .await
    .and_then(Attempt::settled)
}

fn taken(tx: &Tx<'_>, choices: &Choices, nemid: &NemId) -> Result<bool, EnrolmentError> {
    let user_id = choices.details.as_ref().and_then(|details| details.user_id.as_ref());
    Ok(user_id.map_or(Ok(false), |user_id| tx.user_id_taken(user_id, nemid.number))?)
}

fn complete(
    running: &Running,
    answer: &KeyAnswer,
    spare: &DrawnCard,
    draft: &CertificateDraft,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), EnrolmentRefusal> {
    let Running { enrolment, choices, nemid } = running;
    let spares = Spares { card: spare, certificate: draft };
    let password = enrolment.password.clone().ok_or(EnrolmentRefusal::NothingToStart)?;
    let temporary = enrolment.temporary.clone();
    if enrolment.purpose != TemporaryPurpose::Activate {
        let chosen = Reopening { temporary, password, remembered: enrolment.remembered.clone() };
        return reopening::complete(nemid, &chosen, answer, &spares, stamp);
    }
    let details = choices.details.clone().ok_or(EnrolmentRefusal::NothingToStart)?;
    let agreed = choices.agreed.ok_or(EnrolmentRefusal::RulesNotAccepted)?;
    let chosen = Activation {
        temporary,
        password,
        user_id: details.user_id,
        cpr_log_on: details.cpr_log_on,
        contact: details.contact,
        recording: details.recording,
        consents: agreed.consents,
        rules_version: Some(agreed.rules_version),
    };
    activation::complete(nemid, &chosen, answer, &spares, stamp)
}

/// What a counted key leads to: the receipt, another attempt, or another card. `running` has the NemID after
/// it.
fn after_key(
    tx: &Tx<'_>,
    running: Running,
    asked: AskedKey,
    outcome: KeyOutcome,
    events: &[Event],
) -> Result<Attempt<Receipt, EnrolmentProblem>, EnrolmentError> {
    let Running { enrolment, mut choices, nemid } = running;
    match outcome {
        KeyOutcome::Wrong { left } => Ok(Attempt::Refused(EnrolmentProblem::WrongKey { left })),
        KeyOutcome::CarrierWrong { left, .. } => {
            Ok(Attempt::Refused(EnrolmentProblem::WrongReadOutKey { left }))
        }
        KeyOutcome::CarrierBlocked(_) => {
            save(tx, Enrolment { asked: None, ..enrolment }, &choices)?;
            Ok(Attempt::Refused(EnrolmentProblem::LineBlocked))
        }
        // Of a token, which is not asked here.
        KeyOutcome::CardBlocked | KeyOutcome::NextCode => {
            save(tx, Enrolment { asked: None, ..enrolment }, &choices)?;
            Ok(Attempt::Refused(EnrolmentProblem::CardBlocked))
        }
        KeyOutcome::Right => {
            let issued = events.iter().find_map(|event| {
                let Event::CertificateIssued { certificate } = event else { return None };
                Some(certificate.until)
            });
            let card = match asked {
                AskedKey::Card { card, .. } => Some(card),
                AskedKey::Carrier(_) => None,
            };
            let receipt = Receipt {
                card,
                certificate_until: issued,
                cpr_log_on: nemid.cpr_log_on && nemid.issuer.is_found_at_counter(),
                user_id: nemid.user_id,
            };
            choices.receipt = Some(receipt.clone());
            choices.trace.clear();
            save(tx, Enrolment { password: None, remembered: None, asked: None, ..enrolment }, &choices)?;
            Ok(Attempt::Done(receipt))
        }
    }
}
