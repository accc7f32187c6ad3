//! An enrolment at one of its steps: its page, its refusals, and the redirect to the next step.

use serde::Serialize;

use crate::web::answer::{Answer, Handled, settle};
use crate::web::enrolment::ended::ended;
use crate::web::enrolment::frame::{Frame, guide, pages};
use crate::web::enrolment::step::{Flow, Step};
use crate::web::forms::{Faults, Filled};
use crate::web::keeper;
use crate::web::page::Page;
use crate::web::steps::StepGuide;
use crate::web::texts::Text;
use service::cases::app::Token;
use service::cases::enrolment::begin;
use service::cases::enrolment::begin::{EnrolmentProblem, Progress};

/// A step's page: the fields of all steps, and more of its own.
#[derive(Serialize)]
struct StepView<'a, A: Serialize, T: Serialize> {
    #[serde(flatten)]
    around: A,
    flow: Flow,
    guide: StepGuide,
    form: Filled,
    /// The address that the form is sent to.
    action: String,
    /// The mark of the enrolment it belongs to.
    shown_for: &'a str,
    /// The address of the step before, if it can be opened again.
    back: Option<String>,
    more: T,
}

/// An enrolment in progress, at a step that it has reached.
pub struct At<'f, F> {
    /// The pages around it.
    pub frame: &'f F,
    pub token: Token,
    /// Its progress.
    pub progress: Progress,
    shown_for: String,
    step: Step,
}

impl<'f, F: Frame> At<'f, F> {
    /// Makes sure that an enrolment is in progress and has reached this step; otherwise redirects to the step
    /// it has reached.
    pub async fn step(frame: &'f F, step: Step) -> Result<Self, Answer> {
        let caller = frame.caller();
        let Some(token) = caller.token(&frame.cookie()) else {
            return Err(ended(frame, EnrolmentProblem::RunOut));
        };
        let progress = progress(frame, &token).await?;
        let (purpose, next) = (progress.purpose, frame.page_of(Step::next(&progress)));
        let finished = (next == Step::Receipt) != (step == Step::Receipt);
        let not_asked = !pages(frame, purpose).contains(&step);
        if !frame.is_for(purpose) || finished || not_asked || step > next {
            return Err(Answer::go(frame.address(purpose, next)));
        }
        if step != Step::Receipt {
            caller.tell_time(&frame.cookie()).await?;
            caller.give_back(progress.nemid, &frame.address(purpose, step)).await?;
        }
        Ok(Self { frame, shown_for: caller.app.mark(&token), token, progress, step })
    }

    /// The same for a form that was sent. A form of a window from before a newer enrolment changes nothing,
    /// since it was meant for another NemID. What was typed into one whose time was up is kept (D32).
    pub async fn sent(
        frame: &'f F,
        step: Step,
        shown_for: Option<&str>,
        typed: &impl Serialize,
    ) -> Result<Self, Answer> {
        let caller = frame.caller();
        match caller.token(&frame.cookie()) {
            Some(token) if !caller.app.is_shown_for(&token, shown_for) => {
                Err(ended(frame, EnrolmentProblem::Elsewhere))
            }
            Some(token) => {
                let at = Self::step(frame, step).await;
                if at.is_err() {
                    let page = frame.address(frame.expects(), step);
                    keeper::keep_form(caller.app, &token, &page, typed, &caller.origin).await;
                }
                at
            }
            None => Self::step(frame, step).await,
        }
    }

    /// The same enrolment at the page of another step.
    #[must_use]
    pub fn turned_to(self, step: Step) -> Self {
        Self { step, ..self }
    }

    /// The same step with the enrolment's present progress.
    pub async fn anew(self) -> Result<Self, Answer> {
        Ok(Self { progress: progress(self.frame, &self.token).await?, ..self })
    }

    /// The page of this step.
    pub fn page<T: Serialize>(&self, form: Filled, more: T) -> Page {
        let (frame, purpose) = (self.frame, self.progress.purpose);
        let view = StepView {
            around: frame.around(),
            flow: Flow::of(purpose),
            guide: guide(frame, purpose, self.step),
            form,
            action: self.address(self.step),
            shown_for: &self.shown_for,
            back: self.before().map(|step| self.address(step)),
            more,
        };
        Page::new(frame.template(self.step), view)
    }

    /// The address of a step of this enrolment.
    pub fn address(&self, step: Step) -> String {
        self.frame.address(self.progress.purpose, step)
    }

    /// The step that the page leads back to; it is never one whose proof has been given already.
    fn before(&self) -> Option<Step> {
        let pages = pages(self.frame, self.progress.purpose);
        let here = pages.iter().position(|step| *step == self.step)?;
        let before = pages.get(here.checked_sub(1)?)?;
        matches!(before, Step::Password | Step::Details | Step::Consents | Step::Card).then_some(*before)
    }

    /// The redirect after this step: to the first step that is not done.
    pub async fn onward(&self) -> Handled {
        if self.frame.walks_on(self.step) {
            let pages = pages(self.frame, self.progress.purpose);
            let after = pages.into_iter().find(|step| *step > self.step).unwrap_or(Step::Receipt);
            return Ok(Answer::go(self.address(after)));
        }
        let next = Step::next(&progress(self.frame, &self.token).await?);
        Ok(Answer::go(self.address(self.frame.page_of(next))))
    }

    /// The answer to a refused step: the page for the end of the enrolment, or the form again.
    pub fn refused(&self, problem: EnrolmentProblem, again: impl FnOnce(Text) -> Page) -> Answer {
        match problem {
            EnrolmentProblem::RunOut | EnrolmentProblem::Dead { .. } => ended(self.frame, problem),
            problem => Answer::again(again(self.frame.told(problem))),
        }
    }
}

/// The progress of an enrolment; otherwise the page that says why it can't go on.
async fn progress<F: Frame>(frame: &F, token: &Token) -> Result<Progress, Answer> {
    settle(begin::progress(frame.caller().app, token).await)?.done().map_err(|problem| ended(frame, problem))
}

/// A form with one fault.
pub fn faulty(sent: &impl Serialize, field: &'static str, fault: impl Into<Text>) -> Filled {
    Filled::again(sent, Faults::one(field, fault))
}
