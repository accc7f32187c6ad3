//! What is wrong with a form, field by field.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::web::texts::Text;

/// One thing that is wrong, with the field that it is wrong with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    field: &'static str,
    text: Text,
}

/// All that is wrong with a form, in the order in which it was found; at most one fault for each field.
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

    /// A form in which no single field is to blame.
    pub fn whole(text: impl Into<Text>) -> Self {
        Self::one("", text)
    }

    /// Notes what is wrong with a field. The first fault of a field counts.
    pub fn add(&mut self, field: &'static str, text: impl Into<Text>) {
        if field.is_empty() || self.0.iter().all(|fault| fault.field != field) {
            self.0.push(Fault { field, text: text.into() });
        }
    }

    /// The value of a field that was understood; notes what is wrong with one that was not.
    pub fn take<T, E: Into<Text>>(&mut self, field: &'static str, read: Result<T, E>) -> Option<T> {
        read.map_err(|fault| self.add(field, fault)).ok()
    }

    /// Notes all that is wrong with a field: the first stands beside it, the others with the first one on top.
    pub fn each<E: Into<Text>>(&mut self, field: &'static str, all: impl IntoIterator<Item = E>) {
        for (nth, fault) in all.into_iter().enumerate() {
            self.add(if nth == 0 { field } else { "" }, fault);
        }
    }

    /// What is wrong with each field.
    pub(super) fn by_field(&self) -> BTreeMap<&'static str, Text> {
        self.0.iter().map(|fault| (fault.field, fault.text.clone())).collect()
    }

    /// Whether nothing is wrong.
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
