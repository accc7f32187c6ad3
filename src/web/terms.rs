//! The versions of the rules for NemID as pages list them (Rules 3.10).

use jiff::Timestamp;
use serde::Serialize;

use super::dates;
use super::language::Language;
use crate::rules::terms::{Terms, Version};

/// One version in a list.
#[derive(Debug, Serialize)]
pub struct VersionView {
    number: u32,
    published: String,
    from: String,
    for_security: bool,
    changed: String,
    /// `in-force`, `announced` or `past`.
    state: &'static str,
}

impl VersionView {
    /// As it stands among the others.
    pub fn of(version: &Version, terms: &Terms, now: Timestamp, language: Language) -> Self {
        let announced = terms.announced(now).iter().any(|one| one.number == version.number);
        let state = match terms.in_force(now).number == version.number {
            true => "in-force",
            false if announced => "announced",
            false => "past",
        };
        Self {
            number: version.number,
            published: dates::day(language, version.published),
            from: dates::day(language, version.in_force_from()),
            for_security: version.for_security,
            changed: match language {
                Language::Da => version.changed.danish.clone(),
                Language::En => version.changed.english.clone(),
            },
            state,
        }
    }
}

/// All versions, the newest first.
pub fn versions(terms: &Terms, now: Timestamp, language: Language) -> Vec<VersionView> {
    terms.all().rev().map(|version| VersionView::of(version, terms, now, language)).collect()
}
