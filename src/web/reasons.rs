//! Reasons of a block as choices of a form: those that the rules allow, in the words of the person who
//! chooses.

use serde::Serialize;

use crate::web::forms::{Choice, Faults};
use crate::web::language::Language;
use crate::web::texts::Text;
use crate::web::wording::code;

/// The person in whose words the reasons are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// An officer at the counter, whom a citizen has asked for the block.
    Officer,
    /// An employee at a bank or at the operator's desk.
    Desk,
    Holder,
}

impl Asked {
    /// The reasons as choices.
    pub fn choices<R: Serialize>(self, reasons: &[R], language: Language) -> Vec<Choice> {
        let choice = |reason: &R| {
            let value = code(reason);
            let text = self.text(&value).say(language);
            Choice::new(value, text)
        };
        reasons.iter().map(choice).collect()
    }

    /// The reason that was chosen; adds a fault if none was.
    pub fn chosen<R: Copy + Serialize>(
        self,
        reasons: &[R],
        chosen: Option<&str>,
        faults: &mut Faults,
    ) -> Option<R> {
        let found = reasons.iter().copied().find(|reason| chosen == Some(code(reason).as_str()));
        faults.take("reason", found.ok_or_else(|| Text::new(self.missing())))
    }

    fn text(self, reason: &str) -> Text {
        match self {
            Self::Officer => Text::new(format!("choice-{reason}")),
            Self::Desk => Text::new(format!("desk-reason-{reason}")),
            Self::Holder => Text::new(format!("self-reason-{reason}")),
        }
    }

    fn missing(self) -> &'static str {
        match self {
            Self::Officer => "fault-no-reason-chosen",
            Self::Desk => "desk-label-reason-missing",
            Self::Holder => "self-fault-reason",
        }
    }
}
