//! The rules for NemID in our own words, with their versions: in force, announced, and what each changed. Each version can
//! be read whole (Rules 3.10).

use jiff::Timestamp;
use rocket::get;
use serde::Serialize;

use crate::web::answer::{Answer, Handled};
use crate::web::caller::AtApp;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::rules_text::{Addition, SectionView, additions, sections};
use crate::web::terms::{VersionView, versions};
use rules::terms::{Terms, Version};
use service::cases::own::terms;

#[derive(Serialize)]
struct RulesView {
    sections: Vec<SectionView>,
    /// What later versions added without giving a section another text.
    additions: Vec<Addition>,
    version: VersionView,
    coming: Vec<VersionView>,
    versions: Vec<VersionView>,
}

/// The rules in force.
#[get("/regler")]
pub async fn in_force(app: &AtApp, language: Language) -> Handled {
    let (now, all) = (app.now(), terms::all(app).await?);
    Ok(page(&all, all.in_force(now), now, language).into())
}

/// One version, whole, whether it is in force or not.
#[get("/regler/<number>")]
pub async fn version(app: &AtApp, language: Language, number: u32) -> Result<Option<Page>, Answer> {
    let (now, all) = (app.now(), terms::all(app).await?);
    Ok(all.all().find(|one| one.number == number).map(|one| page(&all, one, now, language)))
}

fn page(all: &Terms, version: &Version, now: Timestamp, language: Language) -> Page {
    let view = |version| VersionView::of(version, all, now, language);
    let rules = RulesView {
        sections: sections(all, version, language),
        additions: additions(all, version, language),
        version: view(version),
        coming: all.announced(now).into_iter().map(view).collect(),
        versions: versions(all, now, language),
    };
    Page::new("citizen/public/rules.html", rules)
}
