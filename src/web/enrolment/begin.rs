//! The first step: NemID-nummer and temporary password. The right digits of a temporary password for another
//! place die here, and the page says so (Guide 3.1.2); those for the other flow lead there.

use rocket::FromForm;
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::enrolment::ended::ended;
use crate::web::enrolment::frame::{Frame, guide};
use crate::web::enrolment::step::{Flow, Step};
use crate::web::forms::{Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::steps::StepGuide;
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
struct BeginView<A: Serialize> {
    #[serde(flatten)]
    around: A,
    flow: Flow,
    guide: StepGuide,
    form: Filled,
    action: String,
    /// The address at which an enrolment in progress goes on.
    resume: Option<String>,
}

/// Asks for number and temporary password.
pub fn ask<F: Frame>(frame: &F) -> Page {
    page(frame, Filled::blank(), None)
}

/// Asks for number and temporary password, with a link to an enrolment that is in progress.
pub async fn ask_or_resume<F: Frame>(frame: &F) -> Page {
    page(frame, Filled::blank(), resume(frame).await)
}

async fn resume<F: Frame>(frame: &F) -> Option<String> {
    let caller = frame.caller();
    let progress = begin::progress(caller.app, &caller.token(&frame.cookie())?).await.ok()?;
    let next = frame.page_of(Step::next(&progress));
    let goes_on = frame.is_for(progress.purpose) && next != Step::Receipt;
    goes_on.then(|| frame.address(progress.purpose, next))
}

fn page<F: Frame>(frame: &F, form: Filled, resume: Option<String>) -> Page {
    let purpose = frame.expects();
    let view = BeginView {
        around: frame.around(),
        flow: Flow::of(purpose),
        guide: guide(frame, purpose, Step::Begin),
        form,
        action: frame.address(purpose, Step::Begin),
        resume,
    };
    Page::new(frame.template(Step::Begin), view)
}

/// Takes number and temporary password.
pub async fn answer<F: Frame>(frame: &F, sent: &BeginForm) -> Handled {
    let again = |faults| Answer::again(page(frame, Filled::again(sent, faults), None));
    let mut faults = Faults::default();
    let number = faults.take("nemid_number", NemIdNumber::parse(&sent.nemid_number));
    let typed = TemporaryPasswordCode::parse(sent.temporary_password.reveal());
    let typed = faults.take("temporary_password", typed);
    let (Some(number), Some(typed)) = (number, typed) else { return Ok(again(faults)) };
    let (caller, here) = (frame.caller(), frame.place());
    match settle(begin::begin_at(caller.app, &here, number, &typed, &caller.origin).await)? {
        Settled::Done(Begun { token, purpose }) => {
            caller.keep(&frame.cookie(), &token);
            let moved = if frame.is_for(purpose) { "" } else { "?flyttet" };
            let first = frame.page_of(Step::first(purpose));
            Ok(Answer::go(format!("{}{moved}", frame.address(purpose, first))))
        }
        Settled::Refused(problem @ (EnrolmentProblem::Dead { .. } | EnrolmentProblem::TriedOut)) => {
            Ok(ended(frame, problem))
        }
        Settled::Refused(problem) => {
            let faults = Faults::of_refusal("nemid_number", &problem, frame.told(problem));
            Ok(Answer::refused(page(frame, Filled::again(sent, faults), None), &problem))
        }
    }
}
