//! The steps that an activation and a re-opening share after they have begun: the password, the card, the key.

use super::house::{House, Origin, Trouble};
use super::password_trace;
use super::starts::{self, Choices, Receipt, StartProblem, StartTrouble, no, running, save, told};
use crate::outside::tokens::Token;
use crate::rules::activation::{self, Activation, StartRefusal};
use crate::rules::actor::{Actor, Stamp};
use crate::rules::certificates::CertificateDraft;
use crate::rules::keys::{self, DrawnCard, KeyAnswer, KeyOutcome, KeyRefusal};
use crate::rules::nemid::temporary::TemporaryPurpose;
use crate::rules::nemid::{Event, NemId};
use crate::rules::reopening::{self, Reopening};
use crate::rules::words::{Key, KeyCardNumber, NewPassword, PasswordContext};
use crate::store::Tx;
use crate::store::log_ons::Start;

/// Chooses the new password; of it only the hash is kept, bound to this start.
///
/// # Errors
/// [`StartProblem::Password`] for the clauses of D8 that it breaks.
pub async fn choose_password(
    house: &std::sync::Arc<House>,
    token: &Token,
    typed: &str,
    origin: &Origin,
) -> Result<(), StartTrouble> {
    let (hash, inner) = (house.token_hash(token), house.clone());
    let about = house
        .store
        .read::<_, StartTrouble, _>(move |tx| {
            let (_, choices, nemid) = running(tx, &inner, &hash)?;
            let chosen = choices.details.and_then(|details| details.user_id);
            let (cpr, number) = starts::holder_of(&nemid);
            let user_id = chosen.or(nemid.user_id);
            Ok(PasswordContext { cpr: Some(cpr), nemid_number: Some(number), user_id })
        })
        .await?;
    let password = match NewPassword::parse(typed, &about) {
        Ok(password) => password.into_typed(),
        Err(faults) => return no(StartProblem::Password(faults.into())),
    };
    let trace = password_trace::of(house, token, password.reveal());
    let hashed = house.hasher.hash(password.reveal(), origin.source()).await?;
    let inner = house.clone();
    house
        .store
        .write::<_, StartTrouble, _>(move |tx| {
            let (start, choices, _) = running(tx, &inner, &hash)?;
            if choices.receipt.is_some() {
                return Ok(());
            }
            save(tx, Start { password: Some(hashed), ..start }, &Choices { trace, ..choices })
        })
        .await
}

/// Asks for a key from the card whose number was typed.
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] for a card that is none of this NemID's usable ones.
pub async fn choose_card(
    house: &std::sync::Arc<House>,
    token: &Token,
    card: KeyCardNumber,
    origin: &Origin,
) -> Result<(), StartTrouble> {
    let (hash, inner, origin) = (house.token_hash(token), house.clone(), origin.clone());
    let drawn = house.chance.below(u32::MAX);
    house
        .store
        .write::<_, StartTrouble, _>(move |tx| {
            let (start, choices, nemid) = running(tx, &inner, &hash)?;
            if choices.receipt.is_some() {
                return Ok(());
            }
            let asked = ask(tx, &inner, (&start, &nemid, card), drawn, &origin)?;
            save(tx, Start { asked: Some(asked), ..start }, &choices)
        })
        .await
}

fn ask(
    tx: &Tx<'_>,
    house: &House,
    (start, nemid, card): (&Start, &NemId, KeyCardNumber),
    drawn: u32,
    origin: &Origin,
) -> Result<(KeyCardNumber, crate::rules::words::KeyPosition), StartTrouble> {
    let stamp = origin.stamp(house.now(), Actor::Citizen);
    let refused = |refusal: KeyRefusal| Trouble::Refused(StartRefusal::from(refusal).into());
    let card = keys::card_to_ask(nemid, Some(&card)).map_err(refused)?;
    let (position, events) =
        keys::ask(nemid, &card, drawn, &starts::use_of(start.purpose)).map_err(refused)?;
    house.record(tx, nemid, &events, (&stamp, origin))?;
    Ok((card, position))
}

/// The last step: the key. Who sends it twice finds the receipt of the first time.
///
/// # Errors
/// Why it did not end well; a wrong key counts on the card.
pub async fn finish(
    house: &std::sync::Arc<House>,
    token: &Token,
    typed: Key,
    origin: &Origin,
) -> Result<Receipt, StartTrouble> {
    let (hash, inner, origin) = (house.token_hash(token), house.clone(), origin.clone());
    let (spare, drawn) = (house.drawn_card(), house.chance.below(u32::MAX));
    let outcome = house
        .store
        .write::<_, StartTrouble, _>(move |tx| {
            let (start, choices, nemid) = running(tx, &inner, &hash)?;
            if let Some(receipt) = choices.receipt {
                return Ok(Ok(receipt));
            }
            let Some((card, position)) = start.asked else {
                return no(StartRefusal::from(KeyRefusal::NoCard));
            };
            if taken(tx, &choices, &nemid)? {
                return no(StartProblem::UserIdTaken);
            }
            let stamp = origin.stamp(inner.now(), Actor::Citizen);
            let right = inner.key_is_right(&nemid, card, position, &typed);
            let answer = KeyAnswer { card, position, right, r#use: starts::use_of(start.purpose) };
            let draft = inner.certificate_draft(tx, &nemid)?;
            let (events, outcome) =
                match complete(&nemid, (&start, &choices), &answer, (&spare, &draft), &stamp) {
                    Ok(done) => done,
                    Err(StartRefusal::Key(KeyRefusal::AskedAnew)) => {
                        let asked = ask(tx, &inner, (&start, &nemid, card), drawn, &origin)?;
                        save(tx, Start { asked: Some(asked), ..start }, &choices)?;
                        return Ok(Err(StartRefusal::from(KeyRefusal::AskedAnew).into()));
                    }
                    Err(refusal) => return no(told(refusal, &start, &nemid, &stamp)),
                };
            let after = inner.record(tx, &nemid, &events, (&stamp, &origin))?;
            after_key(tx, (start, choices), &after, (outcome, &events))
        })
        .await?;
    outcome.map_err(Trouble::Refused)
}

fn taken(tx: &Tx<'_>, choices: &Choices, nemid: &NemId) -> Result<bool, StartTrouble> {
    let user_id = choices.details.as_ref().and_then(|details| details.user_id.as_ref());
    Ok(user_id.map_or(Ok(false), |user_id| tx.user_id_taken(user_id, nemid.number))?)
}

fn complete(
    nemid: &NemId,
    (start, choices): (&Start, &Choices),
    answer: &KeyAnswer,
    with: (&DrawnCard, &CertificateDraft),
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), StartRefusal> {
    let password = start.password.clone().ok_or(StartRefusal::NothingToStart)?;
    let temporary = start.temporary.clone();
    if start.purpose != TemporaryPurpose::Activate {
        let chosen = Reopening { temporary, password, remembered: start.remembered.clone() };
        return reopening::complete(nemid, &chosen, answer, with, stamp);
    }
    let details = choices.details.clone().ok_or(StartRefusal::NothingToStart)?;
    let agreed = choices.agreed.ok_or(StartRefusal::RulesNotAccepted)?;
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
    activation::complete(nemid, &chosen, answer, with, stamp)
}

/// What a counted key leads to: the receipt, another try, or another card.
fn after_key(
    tx: &Tx<'_>,
    (start, mut choices): (Start, Choices),
    after: &NemId,
    (outcome, events): (KeyOutcome, &[Event]),
) -> Result<Result<Receipt, StartProblem>, StartTrouble> {
    match outcome {
        KeyOutcome::Wrong { left } => Ok(Err(StartProblem::WrongKey { left })),
        KeyOutcome::CardBlocked => {
            save(tx, Start { asked: None, ..start }, &choices)?;
            Ok(Err(StartProblem::CardBlocked))
        }
        KeyOutcome::Right => {
            let issued = events.iter().find_map(|event| {
                let Event::CertificateIssued { certificate } = event else { return None };
                Some(certificate.until)
            });
            let card = start.asked.map(|(card, _)| card);
            let card = card.ok_or(Trouble::Refused(StartRefusal::from(KeyRefusal::NoCard).into()))?;
            let receipt = Receipt {
                card,
                certificate_until: issued,
                user_id: after.user_id.clone(),
                cpr_log_on: after.cpr_log_on && after.issuer.is_found_at_counter(),
            };
            choices.receipt = Some(receipt.clone());
            choices.trace.clear();
            save(tx, Start { password: None, remembered: None, asked: None, ..start }, &choices)?;
            Ok(Ok(receipt))
        }
    }
}
