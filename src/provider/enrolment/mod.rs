//! Activation and re-opening of a bank's NemID in its netbank (Guide 3.1.2, 3.2.2): the same cases as in Selvbetjening,
//! with another place. A temporary password that is meant for elsewhere dies here.

pub mod begin;
pub mod details;
pub mod key;
pub mod password;

use rocket::http::{CookieJar, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::Redirect;
use serde::Serialize;

use crate::provider::at;
use crate::provider::guard::{Guest, InProgress, OpenApp};
use crate::provider::look::SiteFrame;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Faults, Filled};
use crate::web::page::Page;
use crate::web::steps::StepGuide;
use crate::web::texts::Text;
use crate::web::wording;
use rules::actor::Channel;
use rules::nemid::temporary::TemporaryPurpose;
use service::cases::app::App;
use service::cases::app::Token;
use service::cases::enrolment;
use service::cases::enrolment::begin::{EnrolmentProblem, Progress};

/// Somebody at a netbank who wants to start a NemID: elsewhere there is no such page.
#[derive(Clone, Debug)]
pub struct Starter(pub Guest);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Starter {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        Guest::from_request(request).await.and_then(|mut guest| {
            if guest.site.kind.is_netbank() {
                guest.origin.channel = Channel::Bank;
                Outcome::Success(Self(guest))
            } else {
                Outcome::Error((Status::NotFound, ()))
            }
        })
    }
}

/// A step of the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Begin,
    Password,
    Details,
    Card,
    Key,
    Receipt,
}

impl Step {
    /// Its address at a netbank.
    fn address(self, guest: &Guest) -> String {
        let end = match self {
            Self::Begin => "",
            Self::Password => "/adgangskode",
            Self::Details => "/oplysninger",
            Self::Card => "/kort",
            Self::Key => "/noegle",
            Self::Receipt => "/kvittering",
        };
        format!("{}/aktiver{end}", at(guest.site.place.name))
    }

    /// The first step that is not done yet.
    fn next(progress: &Progress) -> Self {
        let activating = progress.purpose == TemporaryPurpose::Activate;
        let remembers = progress.purpose == TemporaryPurpose::Unlock && !progress.remembered;
        let told = progress.choices.details.is_some() && progress.choices.agreed.is_some();
        let steps = [
            (progress.choices.receipt.is_some(), Self::Receipt),
            (remembers || !progress.password, Self::Password),
            (activating && !told, Self::Details),
            (progress.asked.is_none(), Self::Card),
        ];
        steps.into_iter().find_map(|(is_next, step)| is_next.then_some(step)).unwrap_or(Self::Key)
    }

    /// The steps beside the page.
    fn guide(self, purpose: TemporaryPurpose) -> StepGuide {
        let (titles, here): (&[&'static str], usize) = if purpose == TemporaryPurpose::Activate {
            let titles =
                &["start-step-temporary", "start-step-password", "start-step-details", "start-step-key"];
            (titles, (self as usize).min(3))
        } else {
            let titles = &["start-step-temporary", "start-step-new-password", "start-step-key"];
            (titles, (self as usize).min(2))
        };
        StepGuide::new(titles, here + 1)
    }
}

/// What every step shows, and more of its own.
#[derive(Serialize)]
struct StepView<T: Serialize> {
    site: SiteFrame,
    guide: StepGuide,
    form: Filled,
    /// Where the form goes.
    action: String,
    /// Which start it belongs to.
    shown_for: String,
    /// Whether it is a first start, not a re-opening.
    activating: bool,
    /// The step before, where there is a way back.
    back: Option<String>,
    more: T,
}

/// A start that has come to a step.
struct At<'a> {
    guest: &'a Guest,
    token: Token,
    shown_for: String,
    progress: Progress,
    step: Step,
}

impl<'a> At<'a> {
    /// Makes sure that a start has come as far as this step; else leads to where it is.
    async fn step(
        Starter(guest): &'a Starter,
        step: Step,
        (app, jar): (&OpenApp, &CookieJar<'_>),
    ) -> Result<Self, Answer> {
        let Some(token) = InProgress::Enrolment.token(jar, guest.site) else {
            return Err(ended(guest, EnrolmentProblem::RunOut));
        };
        let progress = progress(guest, &token, app).await?;
        let next = Step::next(&progress);
        let elsewhere = (next == Step::Receipt) != (step == Step::Receipt);
        let not_asked = step == Step::Details && progress.purpose != TemporaryPurpose::Activate;
        if elsewhere || not_asked || step > next {
            return Err(Answer::go(next.address(guest)));
        }
        Ok(Self { guest, shown_for: app.mark(&token), token, progress, step })
    }

    /// The same for a form that was sent: one of a window that was left behind by a newer start chooses nothing for
    /// another NemID.
    async fn sent(
        starter: &'a Starter,
        (step, shown_for): (Step, Option<&str>),
        (app, jar): (&OpenApp, &CookieJar<'_>),
    ) -> Result<Self, Answer> {
        match InProgress::Enrolment.token(jar, starter.0.site) {
            Some(token) if !app.is_shown_for(&token, shown_for) => {
                Err(ended(&starter.0, EnrolmentProblem::Elsewhere))
            }
            _ => Self::step(starter, step, (app, jar)).await,
        }
    }

    /// The page of this step.
    fn page<T: Serialize>(&self, template: &'static str, form: Filled, more: T) -> Page {
        let purpose = self.progress.purpose;
        let activating = purpose == TemporaryPurpose::Activate;
        let back = match self.step {
            Step::Card if activating => Some(Step::Details),
            Step::Details | Step::Card => Some(Step::Password),
            Step::Key => Some(Step::Card),
            _ => None,
        };
        let view = StepView {
            site: SiteFrame::of(self.guest.site),
            guide: self.step.guide(purpose),
            form,
            action: self.step.address(self.guest),
            shown_for: self.shown_for.clone(),
            activating,
            back: back.map(|step| step.address(self.guest)),
            more,
        };
        Page::new(template, view)
    }

    /// The way to the first step that is not done.
    async fn onward(&self, app: &OpenApp) -> Result<Redirect, Answer> {
        let progress = progress(self.guest, &self.token, app).await?;
        Ok(Redirect::to(Step::next(&progress).address(self.guest)))
    }

    /// What became of a step that was refused: the end of the start, or its form again.
    fn refused(&self, problem: EnrolmentProblem, again: impl FnOnce(Text) -> Page) -> Answer {
        match problem {
            EnrolmentProblem::RunOut | EnrolmentProblem::Dead { .. } => ended(self.guest, problem),
            problem => again(told_at(self.guest, problem)).with_status(Status::UnprocessableEntity).into(),
        }
    }
}

async fn progress(guest: &Guest, token: &Token, app: &App) -> Result<Progress, Answer> {
    settle(enrolment::begin::progress(app, token).await)?.map_err(|problem| ended(guest, problem))
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

/// The same at a netbank's own start: with a password that is not remembered the bank helps, and nobody else (Rules 3.4).
fn told_at(guest: &Guest, problem: EnrolmentProblem) -> Text {
    match problem {
        EnrolmentProblem::RememberedWrong { left } => {
            let text = Text::new("site-remembered-wrong").with("site", guest.site.place.title);
            text.with("left", u32::from(left))
        }
        other => told(other),
    }
}

/// A form with one thing wrong.
fn faulty(sent: &impl Serialize, field: &'static str, fault: Text) -> Filled {
    Filled::again(sent, Faults::one(field, fault))
}

#[derive(Serialize)]
struct EndedView {
    site: SiteFrame,
    why: Text,
    dead: bool,
}

/// The page about a start that can't go on: why, and what helps now.
fn ended(guest: &Guest, problem: EnrolmentProblem) -> Answer {
    let dead = matches!(problem, EnrolmentProblem::Dead { .. });
    let view = EndedView { site: SiteFrame::of(guest.site), why: told(problem), dead };
    Page::new("provider/enrolment/ended.html", view).with_status(Status::UnprocessableEntity).into()
}
