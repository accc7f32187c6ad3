//! `/kontrolrum` and `/kontrolrum/personer`: the clock, and all persons with their problem.

use jiff::Timestamp;
use rocket::get;
use serde::Serialize;

use crate::web::answer::{Answer, Handled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::states;
use crate::web::states::StateView;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::pages::ahead::Ahead;
use crate::world::view;
use rules::nemid::NemId;
use service::cases::world::register;
use service::cases::world::register::Person;

#[derive(Serialize)]
struct Overview {
    now: String,
    sections: Vec<Group>,
    /// Of the clock; on the front page alone.
    ahead: Option<Ahead>,
}

/// The persons under one section of the sources.
#[derive(Serialize)]
struct Group {
    anchor: String,
    title: Text,
    persons: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    href: String,
    name: String,
    cpr: String,
    note: String,
    states: Vec<StateView>,
}

/// The front page of the control room.
#[get("/")]
pub async fn show(inside: Inside, language: Language) -> Handled {
    let ahead = Some(Ahead::of(&inside.app, language).await?);
    let view = Overview { ahead, ..overview(&inside, language).await? };
    Ok(Page::new("world/overview.html", view).into())
}

/// All persons, without the rest.
#[get("/personer")]
pub async fn persons(inside: Inside, language: Language) -> Handled {
    Ok(Page::new("world/persons.html", overview(&inside, language).await?).into())
}

async fn overview(inside: &Inside, language: Language) -> Result<Overview, Answer> {
    let now = inside.app.now();
    let mut sections: Vec<Group> = Vec::new();
    for person in register::everybody(&inside.app).await? {
        let anchor = anchor(&person.citizen.section);
        let line = line(&person, language, now);
        if let Some(group) = sections.last_mut().filter(|group| group.anchor == anchor) {
            group.persons.push(line);
        } else {
            let title = Text::new(format!("world-section-{anchor}"));
            sections.push(Group { anchor, title, persons: vec![line] });
        }
    }
    Ok(Overview { now: now.to_string(), sections, ahead: None })
}

/// A section as part of an address and of a text's key: `guide-3-1-2`.
pub fn anchor(section: &str) -> String {
    section.to_lowercase().replace([' ', '.'], "-")
}

fn line(person: &Person, language: Language, now: Timestamp) -> Line {
    let state = |nemid: &NemId| states::nemid(nemid.status(now));
    Line {
        href: crate::world::pages::page_of(person.citizen.cpr),
        name: person.citizen.name.to_string(),
        cpr: person.citizen.cpr.to_string(),
        note: view::note(&person.citizen, language).to_owned(),
        states: person.nemids.iter().map(state).collect(),
    }
}
