//! The steps of a flow of several pages, as the step guide beside the form shows them.

use std::borrow::Cow;

use serde::Serialize;

use crate::web::texts::Text;

/// The place of a page in a flow.
#[derive(Debug, Clone, Serialize)]
pub struct StepGuide {
    steps: Vec<Step>,
    /// Counted from 1.
    current: usize,
}

#[derive(Debug, Clone, Serialize)]
struct Step {
    text: Text,
    href: Option<Cow<'static, str>>,
}

impl StepGuide {
    /// A flow of these steps, given as text keys, seen from the step `current` (counted from 1).
    pub fn new(steps: &[&'static str], current: usize) -> Self {
        let steps = steps.iter().map(|&key| Step { text: Text::new(key), href: None }).collect();
        Self { steps, current }
    }

    /// The same with a link back to a step (counted from 1) once it is done.
    #[must_use]
    pub fn with_way_back(mut self, step: usize, href: impl Into<Cow<'static, str>>) -> Self {
        if let Some(step) = step.checked_sub(1).and_then(|index| self.steps.get_mut(index)) {
            step.href = Some(href.into());
        }
        self
    }
}
