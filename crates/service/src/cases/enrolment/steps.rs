//! The steps that an activation and a re-opening share after they have begun: the password, the card, the key.

use crate::cases::app::{App, CaseError, Origin};
use crate::cases::enrolment::begin::{
    Choices, EnrolmentError, EnrolmentProblem, Receipt, no, running, save, told,
};
use crate::cases::enrolment::{begin, password_trace};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use crate::store::log_ons::Enrolment;
use rules::activation::{Activation, EnrolmentRefusal, Spares};
use rules::actor::{Actor, Stamp};
use rules::keys::{KeyAnswer, KeyOutcome, KeyRefusal};
use rules::nemid::temporary::TemporaryPurpose;
use rules::nemid::{Event, NemId};
use rules::reopening::Reopening;
use rules::words::{Key, KeyCardNumber, NewPassword, PasswordContext};
use rules::{activation, keys, reopening};

/// Chooses the new password; of it only the hash is kept, bound to this start.
///
/// # Errors
/// [`StartProblem::Password`] for the clauses of D8 that it breaks.
pub async fn choose_password(
    app: &std::sync::Arc<App>,
    token: &Token,
    typed: &str,
    origin: &Origin,
) -> Result<(), EnrolmentError> {
    let (hash, inner) = (app.token_hash(token), app.clone());
    let about = app
        .store
        .read::<_, EnrolmentError, _>(move |tx| {
            let (_, choices, nemid) = running(tx, &inner, &hash)?;
            let chosen = choices.details.and_then(|details| details.user_id);
            let (cpr, number) = begin::holder_of(&nemid);
            let user_id = chosen.or(nemid.user_id);
            Ok(PasswordContext { cpr: Some(cpr), nemid_number: Some(number), user_id })
        })
        .await?;
    let password = match NewPassword::parse(typed, &about) {
        Ok(password) => password.into_typed(),
        Err(faults) => return no(EnrolmentProblem::Password(faults.into())),
    };
    let trace = password_trace::of(app, token, password.reveal());
    let hashed = app.hasher.hash(password.reveal(), origin.source()).await?;
    let inner = app.clone();
    app.store
        .write::<_, EnrolmentError, _>(move |tx| {
            let (enrolment, choices, _) = running(tx, &inner, &hash)?;
            if choices.receipt.is_some() {
                return Ok(());
            }
            save(tx, Enrolment { password: Some(hashed), ..enrolment }, &Choices { trace, ..choices })
        })
        .await
}

/// Asks for a key from the card whose number was typed.
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] for a card that is none of this NemID's usable ones.
pub async fn choose_card(
    app: &std::sync::Arc<App>,
    token: &Token,
    card: KeyCardNumber,
    origin: &Origin,
) -> Result<(), EnrolmentError> {
    let (hash, inner, origin) = (app.token_hash(token), app.clone(), origin.clone());
    let drawn = app.chance.below(u32::MAX);
    app.store
        .write::<_, EnrolmentError, _>(move |tx| {
            let (enrolment, choices, nemid) = running(tx, &inner, &hash)?;
            if choices.receipt.is_some() {
                return Ok(());
            }
            let asked = ask(tx, &inner, (&enrolment, &nemid, card), drawn, &origin)?;
            save(tx, Enrolment { asked: Some(asked), ..enrolment }, &choices)
        })
        .await
}

fn ask(
    tx: &Tx<'_>,
    app: &App,
    (enrolment, nemid, card): (&Enrolment, &NemId, KeyCardNumber),
    drawn: u32,
    origin: &Origin,
) -> Result<(KeyCardNumber, rules::words::KeyPosition), EnrolmentError> {
    let stamp = origin.stamp(app.now(), Actor::Citizen);
    let refused = |refusal: KeyRefusal| CaseError::Refused(EnrolmentRefusal::from(refusal).into());
    let card = keys::card_to_ask(nemid, Some(&card)).map_err(refused)?;
    let (position, events) =
        keys::ask(nemid, &card, drawn, &begin::use_of(enrolment.purpose)).map_err(refused)?;
    app.record(tx, nemid, &events, (&stamp, origin))?;
    Ok((card, position))
}

/// The last step: the key. Who sends it twice finds the receipt of the first time.
///
/// # Errors
/// Why it did not end well; a wrong key counts on the card.
pub async fn finish(
    app: &std::sync::Arc<App>,
    token: &Token,
    typed: Key,
    origin: &Origin,
) -> Result<Receipt, EnrolmentError> {
    let (hash, inner, origin) = (app.token_hash(token), app.clone(), origin.clone());
    let (spare, drawn) = (app.drawn_card(), app.chance.below(u32::MAX));
    let outcome = app
        .store
        .write::<_, EnrolmentError, _>(move |tx| {
            let (enrolment, choices, nemid) = running(tx, &inner, &hash)?;
            if let Some(receipt) = choices.receipt {
                return Ok(Ok(receipt));
            }
            let Some((card, position)) = enrolment.asked else {
                return no(EnrolmentRefusal::from(KeyRefusal::NoCard));
            };
            if taken(tx, &choices, &nemid)? {
                return no(EnrolmentProblem::UserIdTaken);
            }
            let stamp = origin.stamp(inner.now(), Actor::Citizen);
            let right = inner.key_is_right(&nemid, card, position, &typed);
            let answer = KeyAnswer { card, position, right, purpose: begin::use_of(enrolment.purpose) };
            let draft = inner.certificate_draft(tx, &nemid)?;
            let spares = Spares { card: &spare, certificate: &draft };
            let (events, outcome) = match complete(&nemid, (&enrolment, &choices), &answer, &spares, &stamp) {
                Ok(done) => done,
                Err(EnrolmentRefusal::Key(KeyRefusal::AskedAnew)) => {
                    let asked = ask(tx, &inner, (&enrolment, &nemid, card), drawn, &origin)?;
                    save(tx, Enrolment { asked: Some(asked), ..enrolment }, &choices)?;
                    return Ok(Err(EnrolmentRefusal::from(KeyRefusal::AskedAnew).into()));
                }
                Err(refusal) => return no(told(refusal, &enrolment, &nemid, &stamp)),
            };
            let after = inner.record(tx, &nemid, &events, (&stamp, &origin))?;
            after_key(tx, (enrolment, choices), &after, (outcome, &events))
        })
        .await?;
    outcome.map_err(CaseError::Refused)
}

fn taken(tx: &Tx<'_>, choices: &Choices, nemid: &NemId) -> Result<bool, EnrolmentError> {
    let user_id = choices.details.as_ref().and_then(|details| details.user_id.as_ref());
    Ok(user_id.map_or(Ok(false), |user_id| tx.user_id_taken(user_id, nemid.number))?)
}

fn complete(
    nemid: &NemId,
    (enrolment, choices): (&Enrolment, &Choices),
    answer: &KeyAnswer,
    spares: &Spares<'_>,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), EnrolmentRefusal> {
    let password = enrolment.password.clone().ok_or(EnrolmentRefusal::NothingToStart)?;
    let temporary = enrolment.temporary.clone();
    if enrolment.purpose != TemporaryPurpose::Activate {
        let chosen = Reopening { temporary, password, remembered: enrolment.remembered.clone() };
        return reopening::complete(nemid, &chosen, answer, spares, stamp);
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
    activation::complete(nemid, &chosen, answer, spares, stamp)
}

/// What a counted key leads to: the receipt, another try, or another card.
fn after_key(
    tx: &Tx<'_>,
    (enrolment, mut choices): (Enrolment, Choices),
    after: &NemId,
    (outcome, events): (KeyOutcome, &[Event]),
) -> Result<Result<Receipt, EnrolmentProblem>, EnrolmentError> {
    match outcome {
        KeyOutcome::Wrong { left } => Ok(Err(EnrolmentProblem::WrongKey { left })),
        KeyOutcome::CardBlocked => {
            save(tx, Enrolment { asked: None, ..enrolment }, &choices)?;
            Ok(Err(EnrolmentProblem::CardBlocked))
        }
        KeyOutcome::Right => {
            let issued = events.iter().find_map(|event| match event {
                Event::CertificateIssued { certificate } => Some(certificate.until),
                _ => None,
            });
            let card = enrolment.asked.map(|(card, _)| card);
            let card = card.ok_or(CaseError::Refused(EnrolmentRefusal::from(KeyRefusal::NoCard).into()))?;
            let receipt = Receipt {
                card,
                certificate_until: issued,
                user_id: after.user_id.clone(),
                cpr_log_on: after.cpr_log_on && after.issuer.is_found_at_counter(),
            };
            choices.receipt = Some(receipt.clone());
            choices.trace.clear();
            save(tx, Enrolment { password: None, remembered: None, asked: None, ..enrolment }, &choices)?;
            Ok(Ok(receipt))
        }
    }
}
