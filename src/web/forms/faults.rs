//! What is wrong with a form, field by field.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::web::texts::Text;

/// One fault, with its field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    field: &'static str,
    text: Text,
}

/// All faults of a form, in the order in which they were found; at most one for each field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// A form with one fault.
    pub fn one(field: &'static str, text: impl Into<Text>) -> Self {
        let mut faults = Self::default();
        faults.add(field, text);
        faults
    }

    /// A form with a fault that belongs to no single field.
    pub fn whole(text: impl Into<Text>) -> Self {
        Self::one("", text)
    }

    /// Adds a fault to a field. The first fault of a field counts.
    pub fn add(&mut self, field: &'static str, text: impl Into<Text>) {
        if field.is_empty() || self.0.iter().all(|fault| fault.field != field) {
            self.0.push(Fault { field, text: text.into() });
        }
    }

    /// Returns the value of a field that could be read; otherwise adds its fault.
    pub fn take<T, E: Into<Text>>(&mut self, field: &'static str, read: Result<T, E>) -> Option<T> {
        read.map_err(|fault| self.add(field, fault)).ok()
    }

    /// Adds all faults of a field: the first is shown beside it, the others with the first one at the top.
    pub fn each<E: Into<Text>>(&mut self, field: &'static str, all: impl IntoIterator<Item = E>) {
        for (nth, fault) in all.into_iter().enumerate() {
            self.add(if nth == 0 { field } else { "" }, fault);
        }
    }

    /// The faults by field.
    pub(super) fn by_field(&self) -> BTreeMap<&'static str, Text> {
        self.0.iter().map(|fault| (fault.field, fault.text.clone())).collect()
    }

    /// Whether there are no faults.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_fault_of_a_field_counts() {
        let mut faults = Faults::one("name", Text::new("fault-no-reason-chosen"));
        assert_eq!(faults.take("name", Err::<(), _>(Text::new("fault-no-reason-chosen"))), None);
        assert_eq!(faults.take("age", Ok::<_, Text>(7)), Some(7));
        assert_eq!(faults, Faults::one("name", Text::new("fault-no-reason-chosen")));
        assert!(!faults.is_empty() && Faults::default().is_empty());
    }
}
