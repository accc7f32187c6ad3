//! One choice of a list, of radio buttons or of tick boxes, and choices in groups.

use serde::Serialize;

/// A choice, in words.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    value: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    closed: bool,
}

impl Choice {
    /// A choice with the value that the form sends and the text on the page.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into(), hint: None, note: None, closed: false }
    }

    /// A number that is its own text.
    pub fn plain(number: &impl ToString) -> Self {
        Self::new(number.to_string(), number.to_string())
    }

    /// The same with a line that explains it.
    #[must_use]
    pub fn with_hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }

    /// The same with a highlighted line below the explanation.
    #[must_use]
    pub fn with_note(self, note: Option<String>) -> Self {
        Self { note, ..self }
    }

    /// The choices about what this one names, with the line that explains it above them.
    pub fn with_group(self, legend: String, options: impl Iterator<Item = Self>) -> ChoiceGroup {
        ChoiceGroup { hint: self.hint, note: self.note, ..ChoiceGroup::new(legend, options) }
    }

    /// The same, shown but not to be chosen if `closed`.
    #[must_use]
    pub fn closed_if(self, closed: bool) -> Self {
        Self { closed, ..self }
    }
}

/// Choices about one thing, under its name.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceGroup {
    legend: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    options: Vec<Choice>,
}

impl ChoiceGroup {
    /// A group of choices under a name.
    pub fn new(legend: String, options: impl Iterator<Item = Choice>) -> Self {
        Self { legend, hint: None, note: None, options: options.collect() }
    }
}
