//! The pages of an activation and a re-opening, step by step. Which one is in progress stands in a cookie of its own;
//! going back to a step that is done loses nothing.

pub mod begin;
pub mod card;
pub mod consents;
pub mod details;
pub mod password;
pub mod receipt;
pub mod remember;

use rocket::http::Status;
use rocket::{Route, routes};
use serde::Serialize;

use crate::citizen::entry::Anonymous;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Faults, Filled};
use crate::web::page::Page;
use crate::web::steps::StepGuide;
use crate::web::texts::Text;
use crate::web::wording;
use rules::nemid::temporary::{TemporaryEnd, TemporaryPurpose};
use service::cases::app::Token;
use service::cases::enrolment;
use service::cases::enrolment::begin::{EnrolmentProblem, Progress};

/// The cookie of a start in progress.
const COOKIE: &str = "selvbetjening_start";

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    routes![
        begin::activate,
        begin::activate_with,
        begin::reopen,
        begin::reopen_with,
        remember::ask,
        remember::answer,
        password::ask_activating,
        password::answer_activating,
        password::ask_reopening,
        password::answer_reopening,
        details::ask,
        details::answer,
        consents::ask,
        consents::answer,
        card::ask_activating,
        card::answer_activating,
        card::ask_reopening,
        card::answer_reopening,
        card::key_activating,
        card::finish_activating,
        card::key_reopening,
        card::finish_reopening,
        receipt::activated,
        receipt::reopened,
    ]
}

/// Which of the two flows a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Flow {
    Activation,
    Reopening,
}

/// A step of a flow, by the last part of its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Begin,
    Remember,
    Password,
    Details,
    Consents,
    Card,
    Key,
    Receipt,
}

const ACTIVATION: [&str; 5] = [
    "start-step-temporary",
    "start-step-password",
    "start-step-details",
    "start-step-consents",
    "start-step-key",
];
const REOPENING: [&str; 3] = ["start-step-temporary", "start-step-new-password", "start-step-key"];
const UNLOCKING: [&str; 4] =
    ["start-step-temporary", "start-step-remember", "start-step-new-password", "start-step-key"];

impl Flow {
    fn of(purpose: TemporaryPurpose) -> Self {
        match purpose {
            TemporaryPurpose::Activate => Self::Activation,
            TemporaryPurpose::Unlock | TemporaryPurpose::Reset => Self::Reopening,
        }
    }

    /// The address of a step.
    fn address(self, step: Step) -> &'static str {
        match (self, step) {
            (Self::Activation, Step::Begin | Step::Remember) => "/aktiver",
            (Self::Activation, Step::Password) => "/aktiver/adgangskode",
            (Self::Activation, Step::Details) => "/aktiver/oplysninger",
            (Self::Activation, Step::Consents) => "/aktiver/samtykke",
            (Self::Activation, Step::Card) => "/aktiver/kort",
            (Self::Activation, Step::Key) => "/aktiver/noegle",
            (Self::Activation, Step::Receipt) => "/aktiver/kvittering",
            (Self::Reopening, Step::Begin) => "/genaabn",
            (Self::Reopening, Step::Remember) => "/genaabn/husket",
            (Self::Reopening, Step::Password | Step::Details | Step::Consents) => "/genaabn/adgangskode",
            (Self::Reopening, Step::Card) => "/genaabn/kort",
            (Self::Reopening, Step::Key) => "/genaabn/noegle",
            (Self::Reopening, Step::Receipt) => "/genaabn/kvittering",
        }
    }

    /// The steps beside the page, with the way back to those that are done.
    fn guide(self, purpose: TemporaryPurpose, step: Step) -> StepGuide {
        let shown: &[Step] = match purpose {
            TemporaryPurpose::Activate => {
                &[Step::Begin, Step::Password, Step::Details, Step::Consents, Step::Card]
            }
            TemporaryPurpose::Reset => &[Step::Begin, Step::Password, Step::Card],
            TemporaryPurpose::Unlock => &[Step::Begin, Step::Remember, Step::Password, Step::Card],
        };
        let titles: &[&'static str] = match purpose {
            TemporaryPurpose::Activate => &ACTIVATION,
            TemporaryPurpose::Reset => &REOPENING,
            TemporaryPurpose::Unlock => &UNLOCKING,
        };
        let here = if step == Step::Key { Step::Card } else { step };
        let current = shown.iter().position(|one| *one == here).map_or(1, |index| index + 1);
        let back = |step: &Step| matches!(step, Step::Password | Step::Details | Step::Consents);
        let done = shown.iter().enumerate().filter(|(_, step)| back(step));
        done.fold(StepGuide::new(titles, current), |guide, (index, step)| {
            guide.with_way_back(index + 1, self.address(*step))
        })
    }
}

/// The first step that is not done yet.
fn next(progress: &Progress) -> Step {
    let activating = progress.purpose == TemporaryPurpose::Activate;
    let steps = [
        (progress.choices.receipt.is_some(), Step::Receipt),
        (progress.purpose == TemporaryPurpose::Unlock && !progress.remembered, Step::Remember),
        (!progress.password, Step::Password),
        (activating && progress.choices.details.is_none(), Step::Details),
        (activating && progress.choices.agreed.is_none(), Step::Consents),
        (progress.asked.is_none(), Step::Card),
    ];
    steps.into_iter().find_map(|(is_next, step)| is_next.then_some(step)).unwrap_or(Step::Key)
}

/// A step's page: what all steps show, and more of its own.
#[derive(Serialize)]
struct StepView<'a, T: Serialize> {
    flow: Flow,
    guide: StepGuide,
    form: Filled,
    action: &'static str,
    /// Which start it belongs to.
    shown_for: &'a str,
    /// The step before, where there is a way back.
    back: Option<&'static str>,
    more: T,
}

/// A step that somebody may be at.
struct At {
    token: Token,
    shown_for: String,
    progress: Progress,
    flow: Flow,
    step: Step,
}

impl At {
    /// Makes sure that a start is in progress and has come as far as this step; else leads to where it is.
    async fn step(door: &Anonymous<'_>, flow: Flow, step: Step) -> Result<Self, Answer> {
        let Some(token) = door.token(COOKIE) else { return Err(ended(flow, EnrolmentProblem::RunOut)) };
        let progress = match settle(enrolment::begin::progress(door.app, &token).await)? {
            Ok(progress) => progress,
            Err(problem) => return Err(ended(flow, problem)),
        };
        let (own, next) = (Flow::of(progress.purpose), next(&progress));
        let finished = (next == Step::Receipt) != (step == Step::Receipt);
        let not_asked = step == Step::Remember && progress.purpose != TemporaryPurpose::Unlock;
        if own != flow || finished || not_asked || step as u8 > next as u8 {
            return Err(Answer::go(own.address(next)));
        }
        Ok(Self { shown_for: door.app.mark(&token), token, progress, flow, step })
    }

    /// The same for a form that was sent: one of a window that was left behind by a newer start chooses nothing for
    /// another NemID.
    async fn sent(
        door: &Anonymous<'_>,
        (flow, step): (Flow, Step),
        shown_for: Option<&str>,
    ) -> Result<Self, Answer> {
        match door.token(COOKIE) {
            Some(token) if !door.app.is_shown_for(&token, shown_for) => {
                Err(ended(flow, EnrolmentProblem::Elsewhere))
            }
            _ => Self::step(door, flow, step).await,
        }
    }

    /// The page of this step.
    fn page<T: Serialize>(&self, template: &'static str, form: Filled, more: T) -> Page {
        let back = match (self.step, self.flow) {
            (Step::Details, _) | (Step::Card, Flow::Reopening) => Some(Step::Password),
            (Step::Consents, _) => Some(Step::Details),
            (Step::Card, Flow::Activation) => Some(Step::Consents),
            (Step::Key, _) => Some(Step::Card),
            _ => None,
        };
        let view = StepView {
            flow: self.flow,
            guide: self.flow.guide(self.progress.purpose, self.step),
            form,
            action: self.flow.address(self.step),
            shown_for: &self.shown_for,
            back: back.map(|step| self.flow.address(step)),
            more,
        };
        Page::new(template, view)
    }

    /// The way to the first step that is not done after this one was.
    async fn onward(&self, door: &Anonymous<'_>) -> Result<rocket::response::Redirect, Answer> {
        match settle(enrolment::begin::progress(door.app, &self.token).await)? {
            Ok(progress) => Ok(rocket::response::Redirect::to(self.flow.address(next(&progress)))),
            Err(problem) => Err(ended(self.flow, problem)),
        }
    }

    /// What became of a step that was refused: the end of the start, or its form again.
    fn refused(&self, problem: EnrolmentProblem, again: impl FnOnce(Text) -> Page) -> Answer {
        match problem {
            EnrolmentProblem::RunOut | EnrolmentProblem::Dead { .. } => ended(self.flow, problem),
            problem => again(told(problem)).with_status(Status::UnprocessableEntity).into(),
        }
    }
}

/// What was wrong, in words.
fn told(problem: EnrolmentProblem) -> Text {
    match problem {
        EnrolmentProblem::Wrong { left }
        | EnrolmentProblem::RememberedWrong { left }
        | EnrolmentProblem::WrongKey { left } => Text::from(problem).with("left", u32::from(left)),
        EnrolmentProblem::Dead { why } => wording::temporary_end(why),
        problem => problem.into(),
    }
}

#[derive(Serialize)]
struct EndedView {
    flow: Flow,
    why: Text,
    /// What helps now: the key of the link's text, and where it leads.
    helps: Vec<(&'static str, &'static str)>,
}

/// The page about a start that can't go on: why, and what helps now.
fn ended(flow: Flow, problem: EnrolmentProblem) -> Answer {
    let anew = ("start-again", flow.address(Step::Begin));
    let letter = ("start-get-new", "/glemt-adgangskode");
    let helps = match problem {
        EnrolmentProblem::Dead { why: TemporaryEnd::Used } => vec![("start-log-on", "/log-paa"), letter],
        EnrolmentProblem::Dead { why: TemporaryEnd::NemIdEnded } => vec![("start-order", "/bestil")],
        EnrolmentProblem::Dead { why: TemporaryEnd::Newer } => vec![anew, letter],
        EnrolmentProblem::Dead { .. } => vec![letter],
        _ => vec![anew],
    };
    let view = EndedView { flow, why: told(problem), helps };
    Page::new("citizen/entry/enrolment/ended.html", view).with_status(Status::UnprocessableEntity).into()
}

/// A form with one thing wrong.
fn faulty(sent: &impl Serialize, field: &'static str, fault: Text) -> Filled {
    Filled::again(sent, Faults::one(field, fault))
}
