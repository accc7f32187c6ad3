//! The frame that an audience puts around an enrolment: the addresses and templates of its pages, and what
//! helps when it can't go on.

use serde::Serialize;

use crate::web::caller::Caller;
use crate::web::enrolment::step::Step;
use crate::web::steps::StepGuide;
use crate::web::texts::Text;
use crate::web::wording;
use rules::nemid::temporary::{TemporaryPlace, TemporaryPurpose};
use service::cases::enrolment::begin::EnrolmentProblem;

/// A visitor at the pages of one audience.
pub trait Frame: Sync {
    /// What the audience's templates show around the step.
    type Around: Serialize;

    /// The template of an enrolment that can't go on.
    const ENDED: &'static str;

    fn caller(&self) -> &Caller<'_>;

    /// The cookie of the enrolment in progress.
    fn cookie(&self) -> String;

    /// The place that a temporary password typed here must be issued for.
    fn place(&self) -> TemporaryPlace;

    /// The assumed purpose of a temporary password typed on this page, until it is known.
    fn expects(&self) -> TemporaryPurpose;

    /// Whether an enrolment with a temporary password for this purpose goes on among these pages.
    fn is_for(&self, purpose: TemporaryPurpose) -> bool;

    /// The step on whose page this one is asked for: itself, or one that it shares a page with.
    fn page_of(&self, step: Step) -> Step;

    /// The address of a step's page, in an enrolment with a temporary password for this purpose.
    fn address(&self, purpose: TemporaryPurpose, step: Step) -> String;

    /// The template of a step's page.
    fn template(&self, step: Step) -> &'static str;

    /// What the templates show around the step.
    fn around(&self) -> Self::Around;

    /// What helps when an enrolment can't go on, for this reason.
    fn helps(&self, problem: EnrolmentProblem) -> Vec<Help>;

    /// Whether this step leads to the page after it even if that one is done already, so that it is seen
    /// again.
    fn walks_on(&self, _step: Step) -> bool {
        false
    }

    /// The problem in words.
    fn told(&self, problem: EnrolmentProblem) -> Text {
        told(problem)
    }
}

/// The problem in the words of most audiences.
pub fn told(problem: EnrolmentProblem) -> Text {
    match problem {
        EnrolmentProblem::Wrong { left }
        | EnrolmentProblem::RememberedWrong { left }
        | EnrolmentProblem::WrongKey { left }
        | EnrolmentProblem::WrongReadOutKey { left } => Text::from(problem).with("left", u32::from(left)),
        EnrolmentProblem::Dead { why } => wording::temporary_end(why),
        problem => problem.into(),
    }
}

/// A link to what helps.
#[derive(Serialize)]
pub struct Help {
    key: &'static str,
    href: String,
}

impl Help {
    /// A link with the text of this key.
    pub fn new(key: &'static str, href: impl Into<String>) -> Self {
        Self { key, href: href.into() }
    }
}

/// The pages of an enrolment in their order.
pub fn pages<F: Frame>(frame: &F, purpose: TemporaryPurpose) -> Vec<Step> {
    let mut pages: Vec<_> = Step::all(purpose).iter().map(|step| frame.page_of(*step)).collect();
    pages.dedup();
    pages
}

/// The steps beside the page, with links back to those that are done. Card and key are one of them.
pub fn guide<F: Frame>(frame: &F, purpose: TemporaryPurpose, step: Step) -> StepGuide {
    let shown: Vec<_> = pages(frame, purpose).into_iter().filter(|step| *step <= Step::Card).collect();
    let titles: Vec<_> = shown.iter().map(|step| step.title(purpose)).collect();
    let current = shown.iter().position(|one| *one == step.min(Step::Card)).map_or(1, |index| index + 1);
    let back = |step: &Step| matches!(step, Step::Password | Step::Details | Step::Consents);
    let done = shown.iter().enumerate().filter(|(_, step)| back(step));
    done.fold(StepGuide::new(&titles, current), |guide, (index, step)| {
        guide.with_way_back(index + 1, frame.address(purpose, *step))
    })
}
