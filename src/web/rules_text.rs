//! The whole text of one version of the rules for NemID, section by section (Rules 3.10). The program has the text of its own
//! versions; what the operator published since is stored with its version.

use jiff::civil::{Date, date};
use serde::Serialize;

use crate::web::language::Language;
use crate::web::texts::Text;
use rules::calendar;
use rules::terms::{SECTIONS, Summary, Terms, Version};

/// The day on which the newest text that the program has was published.
const NEWEST: Date = date(2018, 2, 25);
/// The sections that had another text before [`NEWEST`], which the program has too.
const BEFORE: [&str; 1] = ["3-7"];

/// One section with its text.
#[derive(Debug, Serialize)]
pub struct SectionView {
    id: &'static str,
    /// The level of its heading.
    level: usize,
    text: Option<String>,
}

/// The sections of a version.
pub fn sections(terms: &Terms, version: &Version, language: Language) -> Vec<SectionView> {
    let all = SECTIONS.iter().map(|&(id, has_text)| SectionView {
        id,
        level: id.split('-').count() + 1,
        text: has_text.then(|| text(terms, version, id, language)),
    });
    all.collect()
}

/// The text of a section in a version.
pub fn text(terms: &Terms, version: &Version, section: &str, language: Language) -> String {
    if let Some(given) = terms.section(version, section) {
        return said(given, language).to_owned();
    }
    let earlier = published_on(version) < NEWEST && BEFORE.contains(&section);
    let text = if earlier {
        Text::new(format!("rules-{section}-text-before"))
    } else {
        Text::new(format!("rules-{section}-text"))
    };
    text.say(language)
}

/// The day on which a version was published, in Danish time.
fn published_on(version: &Version) -> Date {
    calendar::danish_date(version.published)
}

/// What a version added without giving a section another text.
#[derive(Debug, Serialize)]
pub struct Addition {
    number: u32,
    /// Its summary.
    changed: String,
}

/// The additions of the versions that a version is made of.
pub fn additions(terms: &Terms, version: &Version, language: Language) -> Vec<Addition> {
    let added = terms.made_of(version).into_iter();
    let added = added.filter(|one| published_on(one) > NEWEST && one.sections.is_empty());
    let addition = |one: &Version| {
        let changed = said(&one.changed, language).to_owned();
        Addition { number: one.number, changed }
    };
    added.map(addition).collect()
}

fn said(text: &Summary, language: Language) -> &str {
    match language {
        Language::Da => &text.danish,
        Language::En => &text.english,
    }
}
