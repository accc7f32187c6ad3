//! The versions of the rules for NemID as pages list them (Rules 3.10).

use jiff::Timestamp;
use serde::Serialize;

use crate::web::dates;
use crate::web::language::Language;
use rules::calendar;
use rules::terms::{Terms, Version, VersionState};

/// One version in a list.
#[derive(Debug, Serialize)]
pub struct VersionView {
    number: u32,
    published: String,
    from: String,
    for_security: bool,
    changed: String,
    /// `in-force`, `announced`, `within` the version `current`, or `past`.
    state: &'static str,
    current: u32,
}

impl VersionView {
    /// The row of a version among the others.
    pub fn of(version: &Version, terms: &Terms, now: Timestamp, language: Language) -> Self {
        let state = match terms.state(version, now) {
            VersionState::InForce => "in-force",
            VersionState::Announced => "announced",
            VersionState::Within { .. } => "within",
            VersionState::Past => "past",
        };
        Self {
            number: version.number,
            published: when(version.published, language),
            from: when(version.in_force_from(), language),
            for_security: version.for_security,
            changed: match language {
                Language::Da => version.changed.danish.clone(),
                Language::En => version.changed.english.clone(),
            },
            state,
            current: terms.in_force(now).number,
        }
    }
}

/// An instant, with its hour unless that is midnight.
fn when(at: Timestamp, language: Language) -> String {
    let day = calendar::danish_date(at);
    let is_midnight = calendar::at_danish_time(day, 0, 0) == at;
    if is_midnight { dates::day(language, day) } else { dates::moment(language, at) }
}

/// All versions, the newest first.
pub fn versions(terms: &Terms, now: Timestamp, language: Language) -> Vec<VersionView> {
    terms.all().rev().map(|version| VersionView::of(version, terms, now, language)).collect()
}
