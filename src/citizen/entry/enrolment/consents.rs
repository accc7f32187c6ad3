//! The step of an activation that asks for the consents to a certificate (Rules 4.1) and for the rules.

use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::entry::enrolment::{Anonymous, At, Flow, Step};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::activation::EnrolmentRefusal;
use rules::nemid::event::Consents;
use service::cases::enrolment::activation;
use service::cases::enrolment::begin::{Asks, EnrolmentProblem};
use service::cases::own::terms;

/// The consents, each one tick, and the rules.
#[derive(FromForm, Serialize, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one tick on the page")]
pub struct ConsentsForm {
    cpr_lookup: bool,
    pid_service: bool,
    bank_exchange: bool,
    rules: bool,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct ConsentsView {
    asks: Asks,
    rules_version: u32,
}

/// Asks for them.
#[get("/aktiver/samtykke")]
pub async fn ask(door: Anonymous<'_>) -> Result<Page, Answer> {
    let at = At::step(&door, Flow::Activation, Step::Consents).await?;
    let agreed = at.progress.choices.agreed.map(|agreed| ConsentsForm {
        cpr_lookup: agreed.consents.cpr_lookup,
        pid_service: agreed.consents.pid_service,
        bank_exchange: agreed.consents.bank_exchange,
        rules: true,
        shown_for: None,
    });
    Ok(page(version(&door).await?, &at, Filled::with(&agreed.unwrap_or_default())))
}

/// They were given, or not.
#[post("/aktiver/samtykke", data = "<sent>")]
pub async fn answer(door: Anonymous<'_>, sent: Checked<ConsentsForm>) -> Result<Redirect, Answer> {
    let at = At::sent(&door, (Flow::Activation, Step::Consents), sent.shown_for.as_deref()).await?;
    let consents = Consents {
        cpr_lookup: sent.cpr_lookup,
        pid_service: sent.pid_service,
        bank_exchange: sent.bank_exchange,
    };
    let version = version(&door).await?;
    match settle(activation::agree(door.app, &at.token, consents, sent.rules, &door.origin).await)? {
        Ok(()) => at.onward(&door).await,
        Err(problem) => Err(at.refused(problem, |fault| {
            page(version, &at, Filled::again(&*sent, missing(problem, at.progress.asks, &sent, &fault)))
        })),
    }
}

/// The version of the rules that is accepted now.
async fn version(door: &Anonymous<'_>) -> Result<u32, Answer> {
    Ok(terms::all(door.app).await?.in_force(door.app.now()).number)
}

fn page(rules_version: u32, at: &At, form: Filled) -> Page {
    at.page(
        "citizen/entry/enrolment/consents.html",
        form,
        ConsentsView { asks: at.progress.asks, rules_version },
    )
}

/// Each missing tick gets the fault beside itself.
fn missing(problem: EnrolmentProblem, asks: Asks, sent: &ConsentsForm, fault: &Text) -> Faults {
    let mut faults = Faults::default();
    let consents = [
        ("cpr_lookup", asks.certificate && !sent.cpr_lookup),
        ("pid_service", asks.certificate && !sent.pid_service),
        ("bank_exchange", asks.bank && !sent.bank_exchange),
    ];
    if problem == EnrolmentProblem::Rule(EnrolmentRefusal::ConsentMissing) {
        for (field, _) in consents.into_iter().filter(|(_, is_missing)| *is_missing) {
            faults.add(field, fault.clone());
        }
    }
    if !sent.rules {
        faults.add("rules", EnrolmentRefusal::RulesNotAccepted);
    }
    if faults.is_empty() {
        faults.add("", fault.clone());
    }
    faults
}
