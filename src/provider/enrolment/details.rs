//! The step of an activation that asks for a user id, how the citizen can be reached, the consents where a certificate
//! comes with it (Rules 4.1), and whether the rules are accepted.

use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::provider::enrolment::{At, Starter, Step, told};
use crate::provider::guard::OpenApp;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use rules::activation::EnrolmentRefusal;
use rules::nemid::event::Consents;
use rules::words::{Contact, Email, Mobile, UserId};
use service::cases::enrolment::activation;
use service::cases::enrolment::begin::{Asks, Details, EnrolmentProblem};
use service::cases::own::terms;

/// All of it.
#[derive(FromForm, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a tick of its own on the page")]
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
    rules_version: u32,
}

/// The version of the rules that is accepted now.
async fn version(app: &OpenApp) -> Result<u32, Answer> {
    Ok(terms::all(app).await?.in_force(app.now()).number)
}

fn page(at: &At<'_>, form: Filled, rules_version: u32) -> Page {
    let view =
        DetailsView { asks: at.progress.asks, nemid_number: at.progress.nemid.to_string(), rules_version };
    at.page("provider/enrolment/details.html", form, view)
}

/// Asks for it.
#[get("/tjenester/<_>/aktiver/oplysninger")]
pub async fn ask(starter: Starter, app: &OpenApp, jar: &CookieJar<'_>) -> Result<Page, Answer> {
    let at = At::step(&starter, Step::Details, (app, jar)).await?;
    let known = known(&at);
    Ok(page(&at, Filled::with(&known), version(app).await?))
}

/// What was told here before, or at the order. Consents and rules are asked for each time.
fn known(at: &At<'_>) -> DetailsForm {
    let told = at.progress.choices.details.as_ref();
    let contact = told.map_or(&at.progress.contact, |details| &details.contact);
    let user_id = told.and_then(|details| details.user_id.as_ref());
    DetailsForm {
        user_id: user_id.map(ToString::to_string).unwrap_or_default(),
        cpr_log_on: told.map_or(at.progress.asks.cpr, |details| details.cpr_log_on),
        email: contact.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        mobile: contact.mobile.map(|mobile| mobile.to_string()).unwrap_or_default(),
        recording: told.is_some_and(|details| details.recording),
        cpr_lookup: false,
        pid_service: false,
        bank_exchange: false,
        rules: false,
        shown_for: None,
    }
}

/// It was told.
#[post("/tjenester/<_>/aktiver/oplysninger", data = "<sent>")]
pub async fn answer(
    starter: Starter,
    sent: Checked<DetailsForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
) -> Result<Redirect, Answer> {
    let at = At::sent(&starter, (Step::Details, sent.shown_for.as_deref()), (app, jar)).await?;
    let version = version(app).await?;
    let again = |faults| page(&at, Filled::again(&*sent, faults), version);
    let details = read(&sent, at.progress.asks)
        .map_err(|faults| again(faults).with_status(Status::UnprocessableEntity))?;
    if let Err(problem) = settle(activation::tell_details(app, &at.token, details).await)? {
        return Err(at.refused(problem, |fault| again(Faults::one("user_id", fault))));
    }
    let consents = Consents {
        cpr_lookup: sent.cpr_lookup,
        pid_service: sent.pid_service,
        bank_exchange: sent.bank_exchange,
    };
    match settle(activation::agree(app, &at.token, consents, sent.rules).await)? {
        Ok(()) => at.onward(app).await,
        Err(problem) => Err(at.refused(problem, |_| again(not_agreed(problem, at.progress.asks, &sent)))),
    }
}

/// Each missing tick gets its own fault beside itself: the consents one, the rules another. What is about no tick is
/// told on top.
fn not_agreed(problem: EnrolmentProblem, asks: Asks, sent: &DetailsForm) -> Faults {
    let mut faults = Faults::default();
    let consents = [
        ("cpr_lookup", asks.certificate && !sent.cpr_lookup),
        ("pid_service", asks.certificate && !sent.pid_service),
        ("bank_exchange", asks.bank && !sent.bank_exchange),
    ];
    if problem == EnrolmentProblem::Rule(EnrolmentRefusal::ConsentMissing) {
        for (field, _) in consents.into_iter().filter(|(_, is_missing)| *is_missing) {
            faults.add(field, told(problem));
        }
    }
    if !sent.rules {
        faults.add("rules", EnrolmentRefusal::RulesNotAccepted);
    }
    if faults.is_empty() {
        faults.add("", told(problem));
    }
    faults
}

fn read(sent: &DetailsForm, asks: Asks) -> Result<Details, Faults> {
    let mut faults = Faults::default();
    let user_id = filled(&sent.user_id).map(UserId::parse).transpose();
    let user_id = user_id.map_err(|broken| faults.each("user_id", broken)).ok();
    let email = faults.take("email", filled(&sent.email).map(Email::parse).transpose());
    let mobile = faults.take("mobile", filled(&sent.mobile).map(Mobile::parse).transpose());
    match (user_id, email, mobile) {
        (Some(user_id), Some(email), Some(mobile)) => Ok(Details {
            user_id,
            cpr_log_on: asks.cpr && sent.cpr_log_on,
            contact: Contact { email, mobile },
            recording: sent.recording,
        }),
        _ => Err(faults),
    }
}

/// What was typed, unless nothing was.
fn filled(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|typed| !typed.is_empty())
}
