//! The rules for NemID in our own words, with the version in force and the one announced (Rules 3.10).

use std::sync::Arc;

use rocket::{State, get};
use serde::Serialize;

use crate::cases::house::House;
use crate::rules::terms::{self, Version};
use crate::web::dates;
use crate::web::language::Language;
use crate::web::page::Page;

/// The sections of the rules that have a text, and those that only head others.
const SECTIONS: [(&str, bool); 26] = [
    ("1", true),
    ("2", true),
    ("3", false),
    ("3-1", true),
    ("3-2", true),
    ("3-3", true),
    ("3-4", true),
    ("3-5", false),
    ("3-5-1", true),
    ("3-5-2", true),
    ("3-5-3", true),
    ("3-5-4", true),
    ("3-6", true),
    ("3-7", true),
    ("3-8", true),
    ("3-9", true),
    ("3-10", true),
    ("4", true),
    ("4-1", true),
    ("4-2", true),
    ("4-3", true),
    ("4-4", true),
    ("4-5", true),
    ("4-6", true),
    ("4-7", true),
    ("5", true),
];

#[derive(Serialize)]
struct Section {
    id: &'static str,
    level: usize,
    text: bool,
}

#[derive(Serialize)]
struct VersionView {
    number: u32,
    from: String,
    for_security: bool,
}

#[derive(Serialize)]
struct RulesView {
    sections: Vec<Section>,
    version: VersionView,
    announced: Option<VersionView>,
}

fn view(version: Version, language: Language) -> VersionView {
    let from = dates::day(language, version.in_force_from());
    VersionView { number: version.number, from, for_security: version.for_security }
}

/// The rules.
#[get("/regler")]
pub fn rules(house: &State<Arc<House>>, language: Language) -> Page {
    let now = house.now();
    let sections =
        SECTIONS.iter().map(|&(id, text)| Section { id, level: id.split('-').count() + 1, text }).collect();
    Page::new(
        "citizen/public/rules.html",
        RulesView {
            sections,
            version: view(terms::in_force(now), language),
            announced: terms::announced(now).map(|version| view(version, language)),
        },
    )
}
