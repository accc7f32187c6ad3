//! What is wrong with a form, field by field.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::web::texts::Text;
use rules::Refusal;

/// One fault, with its field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The field that shows it beside itself, or none.
    field: &'static str,
    /// The field that the list at the top leads to, or none.
    link: Cow<'static, str>,
    text: Text,
}

/// All faults of a form, in the order in which they were found.
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

    /// A form with a fault that lies in several fields together, of which `first` comes first: told at the top,
    /// with a link to that one.
    pub fn together(first: &'static str, text: impl Into<Text>) -> Self {
        Self(vec![Fault { field: "", link: first.into(), text: text.into() }])
    }

    /// What a refused form is told: the same, or without a link where too much was asked for, which no field mends.
    pub fn of_refusal(first: &'static str, refusal: &impl Refusal, text: impl Into<Text>) -> Self {
        if refusal.is_for_too_many() { Self::whole(text) } else { Self::together(first, text) }
    }

    /// Adds a fault to a field. The first fault of a field counts.
    pub fn add(&mut self, field: &'static str, text: impl Into<Text>) {
        self.add_at(field, field, text);
    }

    /// The same for one of several inputs that make up a field: the list at the top leads to that one.
    pub fn add_at(&mut self, field: &'static str, link: impl Into<Cow<'static, str>>, text: impl Into<Text>) {
        if field.is_empty() || self.0.iter().all(|fault| fault.field != field) {
            self.0.push(Fault { field, link: link.into(), text: text.into() });
        }
    }

    /// Returns the value of a field that could be read; otherwise adds its fault.
    pub fn take<T, E: Into<Text>>(&mut self, field: &'static str, read: Result<T, E>) -> Option<T> {
        read.map_err(|fault| self.add(field, fault)).ok()
    }

    /// Adds all faults of a field, which shows all of them beside itself.
    pub fn each<E: Into<Text>>(&mut self, field: &'static str, all: impl IntoIterator<Item = E>) {
        self.0.extend(all.into_iter().map(|fault| Fault { field, link: field.into(), text: fault.into() }));
    }

    /// The same, but a field in which nothing was typed is asked for, with no word on how it is to be written.
    pub(super) fn asking_for(mut self, is_blank: impl Fn(&str) -> bool) -> Self {
        let mut asked = BTreeSet::new();
        self.0.retain_mut(|fault| {
            if asked.contains(fault.field) {
                return false;
            }
            let missing = fault.text.when_nothing_was_typed();
            if let Some(missing) = missing.filter(|_| is_blank(fault.field)) {
                fault.text = missing;
                asked.insert(fault.field);
            }
            true
        });
        self
    }

    /// The faults by field.
    pub(super) fn by_field(&self) -> BTreeMap<&'static str, Vec<Text>> {
        let mut by_field = BTreeMap::new();
        for fault in self.0.iter().filter(|fault| !fault.field.is_empty()) {
            by_field.entry(fault.field).or_insert_with(Vec::new).push(fault.text.clone());
        }
        by_field
    }

    /// The same, with the faults of a field that the page does not have as faults of the whole form.
    pub(super) fn without(mut self, field: &str) -> Self {
        for fault in self.0.iter_mut().filter(|fault| fault.field == field) {
            (fault.field, fault.link) = ("", "".into());
        }
        self
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

    #[test]
    fn a_field_with_nothing_in_it_is_asked_for_once() {
        let mut faults = Faults::default();
        faults.each("password", ["refusal-password-too-short", "refusal-password-no-digit"].map(Text::new));
        faults.add("name", Text::new("refusal-person-name-shape"));
        let typed = faults.clone().asking_for(|_| false);
        assert_eq!(typed, faults);
        let mut asked = Faults::one("password", Text::new("empty-password-too-short"));
        asked.add("name", Text::new("empty-person-name-shape"));
        assert_eq!(faults.asking_for(|_| true), asked);
    }
}
