//! The page of an enrolment that can't go on: why, and what helps now.

use serde::Serialize;

use crate::web::answer::Answer;
use crate::web::enrolment::frame::{Frame, Help};
use crate::web::enrolment::step::Flow;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::nemid::temporary::TemporaryEnd;
use service::cases::enrolment::begin::EnrolmentProblem;

#[derive(Serialize)]
struct EndedView<A: Serialize> {
    #[serde(flatten)]
    around: A,
    flow: Flow,
    why: Text,
    /// Whether a new temporary password is needed.
    dead: bool,
    helps: Vec<Help>,
}

/// The page for this reason.
pub fn ended<F: Frame>(frame: &F, problem: EnrolmentProblem) -> Answer {
    let view = EndedView {
        around: frame.around(),
        flow: Flow::of(frame.expects()),
        why: frame.told(problem),
        dead: match problem {
            EnrolmentProblem::Dead { why } => why != TemporaryEnd::Newer,
            other => other == EnrolmentProblem::TriedOut,
        },
        helps: frame.helps(problem),
    };
    Answer::again(Page::new(F::ENDED, view))
}
