//! The step of an activation that asks for a user id and contact details, all optional; and, where these have
//! no page of their own, for the consents and the rules.

use rocket::FromForm;
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::enrolment::at::At;
use crate::web::enrolment::consents;
use crate::web::enrolment::consents::Ticks;
use crate::web::enrolment::frame::Frame;
use crate::web::enrolment::step::Step;
use crate::web::forms::{Faults, Filled, optional};
use crate::web::page::Page;
use rules::nemid::event::Consents;
use rules::words::{Contact, Email, Mobile, UserId};
use service::cases::enrolment::activation;
use service::cases::enrolment::begin::{Asks, Details};

/// User id, contact details and recording; and the ticks of the consents where they are asked for here.
#[derive(FromForm, Serialize, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one tick on the page")]
pub struct DetailsForm {
    user_id: String,
    cpr_log_on: bool,
    email: String,
    mobile: String,
    recording: bool,
    cpr_lookup: bool,
    pid_service: bool,
    bank_exchange: bool,
    rules: bool,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct DetailsView {
    asks: Asks,
    nemid_number: String,
    /// The version of the rules that is accepted here, if it is.
    rules_version: Option<u32>,
}

/// Asks for the details.
pub async fn ask<F: Frame>(frame: &F) -> Handled {
    let at = At::step(frame, Step::Details).await?;
    let known = known(&at);
    Ok(page(&at, Filled::with(&known), version(frame).await?).into())
}

/// Takes the details.
pub async fn answer<F: Frame>(frame: &F, sent: &DetailsForm) -> Handled {
    let at = At::sent(frame, Step::Details, sent.shown_for.as_deref(), sent).await?;
    let version = version(frame).await?;
    let again = |faults| page(&at, Filled::again(sent, faults), version);
    let mut faults = Faults::default();
    let Some(details) = read(sent, at.progress.asks, &mut faults) else {
        return Ok(Answer::again(again(faults)));
    };
    let caller = frame.caller();
    let noted = activation::tell_details(caller.app, &at.token, details, &caller.origin);
    if let Settled::Refused(problem) = settle(noted.await)? {
        return Ok(at.refused(problem, |fault| again(Faults::one("user_id", fault))));
    }
    if version.is_none() {
        return at.onward().await;
    }
    let DetailsForm { cpr_lookup, pid_service, bank_exchange, rules, .. } = *sent;
    let ticks = Ticks { consents: Consents { cpr_lookup, pid_service, bank_exchange }, rules };
    consents::agree(&at, ticks, again).await
}

/// The version of the rules that is accepted here; none where the rules have a page of their own.
async fn version<F: Frame>(frame: &F) -> Result<Option<u32>, Answer> {
    if frame.page_of(Step::Consents) != Step::Details {
        return Ok(None);
    }
    consents::version(frame).await.map(Some)
}

fn page<F: Frame>(at: &At<'_, F>, form: Filled, rules_version: Option<u32>) -> Page {
    let (asks, nemid_number) = (at.progress.asks, at.progress.nemid.to_string());
    at.page(form, DetailsView { asks, nemid_number, rules_version })
}

/// The details given here before, or with the order. Consents and rules are asked for each time.
fn known<F: Frame>(at: &At<'_, F>) -> DetailsForm {
    let choices = &at.progress.choices;
    let told = choices.details.as_ref().or(choices.before.as_ref());
    let contact = told.map_or(&at.progress.contact, |details| &details.contact);
    let user_id = told.and_then(|details| details.user_id.as_ref());
    DetailsForm {
        user_id: user_id.map(ToString::to_string).unwrap_or_default(),
        cpr_log_on: told.map_or(at.progress.asks.cpr, |details| details.cpr_log_on),
        email: contact.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        mobile: contact.mobile.map(|mobile| mobile.to_string()).unwrap_or_default(),
        recording: told.is_some_and(|details| details.recording),
        ..DetailsForm::default()
    }
}

fn read(sent: &DetailsForm, asks: Asks, faults: &mut Faults) -> Option<Details> {
    let user_id = optional(&sent.user_id, UserId::parse);
    let user_id = user_id.map_err(|broken| faults.each("user_id", broken)).ok();
    let email = faults.take("email", optional(&sent.email, Email::parse));
    let mobile = faults.take("mobile", optional(&sent.mobile, Mobile::parse));
    Some(Details {
        user_id: user_id?,
        cpr_log_on: sent.cpr_log_on && asks.cpr,
        contact: Contact { email: email?, mobile: mobile? },
        recording: sent.recording,
    })
}
