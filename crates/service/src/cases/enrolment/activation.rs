//! What is asked at an activation alone: user id and how to be reached, then consents and rules (DOMAIN 3).

use crate::cases::app::App;
use crate::cases::enrolment::begin::{
    Agreed, Choices, Details, EnrolmentError, EnrolmentProblem, no, running, save,
};
use crate::cases::enrolment::password_trace;
use crate::outside::keys::tokens::Token;
use rules::activation;
use rules::activation::EnrolmentRefusal;
use rules::nemid::event::Consents;
use rules::words::PasswordFault;

/// Notes user id, e-mail, mobile number and whether service providers are recorded.
///
/// # Errors
/// When the user id is taken, or the chosen password holds it (D8).
pub async fn tell_details(
    app: &std::sync::Arc<App>,
    token: &Token,
    details: Details,
) -> Result<(), EnrolmentError> {
    let (hash, inner, token) = (app.token_hash(token), app.clone(), token.clone());
    app.store
        .write::<_, EnrolmentError, _>(move |tx| {
            let (enrolment, choices, nemid) = running(tx, &inner, &hash)?;
            if choices.receipt.is_some() {
                return Ok(());
            }
            if let Some(user_id) = &details.user_id {
                if tx.user_id_taken(user_id, nemid.number)? {
                    return no(EnrolmentProblem::UserIdTaken);
                }
                if password_trace::holds(&inner, &token, &choices.trace, user_id) {
                    return no(EnrolmentProblem::Password(PasswordFault::HoldsUserId.into()));
                }
            }
            save(tx, enrolment, &Choices { details: Some(details), ..choices })
        })
        .await
}

/// Notes consents and that the rules in force are accepted.
///
/// # Errors
/// When a needed consent is missing, or the rules are not accepted.
pub async fn agree(
    app: &std::sync::Arc<App>,
    token: &Token,
    consents: Consents,
    rules: bool,
) -> Result<(), EnrolmentError> {
    let (hash, inner) = (app.token_hash(token), app.clone());
    app.store
        .write::<_, EnrolmentError, _>(move |tx| {
            let (enrolment, choices, nemid) = running(tx, &inner, &hash)?;
            if choices.receipt.is_some() {
                return Ok(());
            }
            if let Err(refusal) = activation::consents_reach(&nemid, consents) {
                return no(refusal);
            }
            if !rules {
                return no(EnrolmentRefusal::RulesNotAccepted);
            }
            let rules_version = tx.terms()?.in_force(inner.now()).number;
            save(tx, enrolment, &Choices { agreed: Some(Agreed { consents, rules_version }), ..choices })
        })
        .await
}
