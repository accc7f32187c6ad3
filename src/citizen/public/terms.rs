//! The rules for NemID in our own words, with their versions: in force, announced, and what each changed
//! (Rules 3.10).

use rocket::get;
use serde::Serialize;

use crate::web::answer::Handled;
use crate::web::caller::AtApp;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::terms::{VersionView, versions};
use service::cases::own::terms;

/// The sections of the rules that have a text, and those that are only headings.
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
struct RulesView {
    sections: Vec<Section>,
    version: VersionView,
    coming: Vec<VersionView>,
    versions: Vec<VersionView>,
}

#[get("/regler")]
pub async fn rules(app: &AtApp, language: Language) -> Handled {
    let (now, all) = (app.now(), terms::all(app).await?);
    let sections =
        SECTIONS.iter().map(|&(id, text)| Section { id, level: id.split('-').count() + 1, text }).collect();
    let view = |version| VersionView::of(version, &all, now, language);
    let rules = RulesView {
        sections,
        version: view(all.in_force(now)),
        coming: all.announced(now).into_iter().map(view).collect(),
        versions: versions(&all, now, language),
    };
    Ok(Page::new("citizen/public/rules.html", rules).into())
}
