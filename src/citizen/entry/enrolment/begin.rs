//! The first step of both flows: NemID-nummer and temporary password. Who comes with one for the other flow is led
//! there.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::entry::enrolment::{Anonymous, COOKIE, Flow, Step, ended, next, told};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::steps::StepGuide;
use rules::nemid::temporary::{TemporaryPlace, TemporaryPurpose};
use rules::words::{NemIdNumber, TemporaryPasswordCode};
use service::cases::enrolment::begin;
use service::cases::enrolment::begin::{Begun, EnrolmentProblem};

/// NemID-nummer and temporary password.
#[derive(FromForm, Serialize)]
pub struct BeginForm {
    nemid_number: String,
    temporary_password: Secret,
}

#[derive(Serialize)]
struct BeginView {
    flow: Flow,
    guide: StepGuide,
    form: Filled,
    action: &'static str,
    /// Where a start that is in progress goes on.
    resume: Option<&'static str>,
}

/// The first step of an activation.
#[get("/aktiver")]
pub async fn activate(at: Anonymous<'_>) -> Page {
    page(Flow::Activation, Filled::blank(), resume(&at, Flow::Activation).await)
}

/// NemID-nummer and temporary password were typed at an activation.
#[post("/aktiver", data = "<sent>")]
pub async fn activate_with(at: Anonymous<'_>, sent: Checked<BeginForm>) -> Result<Redirect, Answer> {
    begin(&at, Flow::Activation, &sent).await
}

/// The first step of a re-opening.
#[get("/genaabn")]
pub async fn reopen(at: Anonymous<'_>) -> Page {
    page(Flow::Reopening, Filled::blank(), resume(&at, Flow::Reopening).await)
}

/// NemID-nummer and temporary password were typed at a re-opening.
#[post("/genaabn", data = "<sent>")]
pub async fn reopen_with(at: Anonymous<'_>, sent: Checked<BeginForm>) -> Result<Redirect, Answer> {
    begin(&at, Flow::Reopening, &sent).await
}

/// Who comes back to the beginning is shown the way on.
async fn resume(at: &Anonymous<'_>, flow: Flow) -> Option<&'static str> {
    let progress = begin::progress(at.app, &at.token(COOKIE)?).await.ok()?;
    let next = next(&progress);
    (Flow::of(progress.purpose) == flow && next != Step::Receipt).then(|| flow.address(next))
}

fn page(flow: Flow, form: Filled, resume: Option<&'static str>) -> Page {
    // How many steps a re-opening has, is known only once its letter is.
    let purpose = if flow == Flow::Activation { TemporaryPurpose::Activate } else { TemporaryPurpose::Reset };
    let guide = flow.guide(purpose, Step::Begin);
    let view = BeginView { flow, guide, form, action: flow.address(Step::Begin), resume };
    Page::new("citizen/entry/enrolment/begin.html", view)
}

async fn begin(at: &Anonymous<'_>, flow: Flow, sent: &BeginForm) -> Result<Redirect, Answer> {
    let again = |faults: Faults| {
        Answer::from(page(flow, Filled::again(sent, faults), None).with_status(Status::UnprocessableEntity))
    };
    let mut faults = Faults::default();
    let number = faults.take("nemid_number", NemIdNumber::parse(&sent.nemid_number));
    let typed = TemporaryPasswordCode::parse(sent.temporary_password.reveal());
    let typed = faults.take("temporary_password", typed);
    let (Some(number), Some(typed)) = (number, typed) else { return Err(again(faults)) };
    match settle(begin::begin_at(at.app, &TemporaryPlace::Selvbetjening, number, &typed, &at.origin).await)? {
        Ok(Begun { token, purpose }) => {
            at.keep(COOKIE, &token);
            let own = Flow::of(purpose);
            let next = if purpose == TemporaryPurpose::Unlock { Step::Remember } else { Step::Password };
            let moved = if own == flow { "" } else { "?flyttet" };
            Ok(Redirect::to(format!("{}{moved}", own.address(next))))
        }
        Err(problem @ EnrolmentProblem::Dead { .. }) => Err(ended(flow, problem)),
        Err(problem) => Err(again(Faults::whole(told(problem)))),
    }
}
