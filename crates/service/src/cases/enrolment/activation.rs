//! The steps of an activation alone: user id and contact details, then consents and rules (DOMAIN 3).

use crate::cases::app::{App, Origin};
use crate::cases::enrolment::begin::{
    Agreed, Choices, Details, EnrolmentError, EnrolmentProblem, Running, no, save,
};
use crate::cases::enrolment::password_trace;
use crate::outside::keys::tokens::Token;
use rules::activation;
use rules::activation::EnrolmentRefusal;
use rules::actor::Actor;
use rules::nemid::event::Consents;
use rules::words::PasswordFault;

/// Notes user id, e-mail, mobile number and whether service providers are recorded.
///
/// # Errors
/// When the user id is taken, or the chosen password contains it (D8).
pub async fn tell_details(
    app: &App,
    token: &Token,
    details: Details,
    origin: &Origin,
) -> Result<(), EnrolmentError> {
    let (hash, token) = (app.token_hash(token), token.clone());
    app.act(origin, Actor::Citizen, move |act| {
        let Running { enrolment, choices, nemid } = act.running(&hash)?;
        if choices.receipt.is_some() {
            return Ok(());
        }
        if let Some(user_id) = &details.user_id {
            if act.tx.user_id_taken(user_id, nemid.number)? {
                return no(EnrolmentProblem::UserIdTaken);
            }
            if password_trace::holds(act.app, &token, &choices.trace, user_id) {
                return no(EnrolmentProblem::Password(PasswordFault::HoldsUserId.into()));
            }
        }
        save(act.tx, enrolment, &Choices { details: Some(details.clone()), ..choices })
    })
    .await
}

/// Notes the consents, and that the rules in force are accepted.
///
/// # Errors
/// When a needed consent is missing, or the rules are not accepted.
pub async fn agree(
    app: &App,
    token: &Token,
    consents: Consents,
    rules: bool,
    origin: &Origin,
) -> Result<(), EnrolmentError> {
    let hash = app.token_hash(token);
    app.act(origin, Actor::Citizen, move |act| {
        let Running { enrolment, choices, nemid } = act.running(&hash)?;
        if choices.receipt.is_some() {
            return Ok(());
        }
        if let Err(refusal) = activation::consents_reach(&nemid, consents) {
            return no(refusal);
        }
        if !rules {
            return no(EnrolmentRefusal::RulesNotAccepted);
        }
        let rules_version = act.tx.terms()?.in_force(act.now()).number;
        save(act.tx, enrolment, &Choices { agreed: Some(Agreed { consents, rules_version }), ..choices })
    })
    .await
}
