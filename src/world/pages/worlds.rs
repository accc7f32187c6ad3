//! `/kontrolrum/verdener`: the program's worlds (D43): which there are, who has which, and a new one, for oneself or for each of
//! a class.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;
use serde_json::json;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Choice, Faults, Filled, NamedUpload};
use crate::web::language::Language;
use crate::web::origin::SiteAddress;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::world::all_worlds::{AllWorlds, Beginning, Handed, Standing};
use rules::invitations::{ClassRefusal, Holder, class_names};
use rules::words::{WorldName, is_blank};
use service::cases::worlds::WorldsRefusal;

/// A new world.
#[derive(FromForm, Serialize)]
pub struct NewForm {
    name: String,
    from: String,
}

/// A world for each of a class.
#[derive(FromForm, Serialize)]
pub struct ClassForm {
    class: String,
    class_from: String,
    holders: String,
}

/// A world in the list.
#[derive(Serialize)]
struct Row {
    name: WorldName,
    /// The first world is told apart by its own words.
    is_first: bool,
    /// The page about it.
    page: String,
    /// Its simulated instant.
    now: String,
    is_open: bool,
    handed_out: bool,
    holder: Option<String>,
    /// Since when it is in somebody's hands, by the real clock.
    since: Option<String>,
}

#[derive(Serialize)]
struct WorldsView {
    worlds: Vec<Row>,
    beginnings: Vec<Choice>,
    /// The form of a new world, that of a class, and that of an import; one of them may have been sent.
    form: Filled,
}

/// The links of a class, which are shown this once.
#[derive(Serialize)]
struct HandedView {
    handed: Vec<Link>,
}

#[derive(Serialize)]
struct Link {
    name: WorldName,
    holder: Option<String>,
    href: String,
}

/// The address of the page about a world.
pub(super) fn page_of(name: &WorldName) -> String {
    format!("/kontrolrum/verdener/{name}")
}

fn row(standing: &Standing) -> Row {
    let facts = &standing.facts;
    let invitation = facts.invitation.as_ref();
    Row {
        name: facts.name.clone(),
        is_first: facts.name.is_first(),
        page: page_of(&facts.name),
        now: facts.at.to_string(),
        is_open: standing.is_open,
        handed_out: invitation.is_some(),
        holder: invitation.and_then(|one| one.holder.clone()),
        since: invitation.and_then(|one| one.used).map(|used| used.to_string()),
    }
}

/// What a new world may begin with: the seed, each world, and each save point.
fn beginnings(worlds: &[Standing], language: Language) -> Vec<Choice> {
    let mut all = vec![Choice::new(Beginning::SEED, Text::new("worlds-from-seed").say(language))];
    for Standing { facts, .. } in worlds {
        let name = &facts.name;
        let text = if name.is_first() {
            Text::new("worlds-from-first").say(language)
        } else {
            Text::new("worlds-from-world").with("world", name.as_str()).say(language)
        };
        all.push(Choice::new(name.as_str(), text));
        all.extend(facts.points.iter().map(|point| {
            let text = Text::new("worlds-from-point").with("world", name.as_str());
            Choice::new(
                format!("{name}@{}", point.name),
                text.with("point", point.name.as_str()).say(language),
            )
        }));
    }
    all
}

/// The list with its forms.
pub(super) async fn page(worlds: &AllWorlds, language: Language, form: Filled) -> Result<Page, Answer> {
    let all = settle(worlds.all().await)?.done().map_err(|_| rocket::http::Status::InternalServerError)?;
    let view =
        WorldsView { worlds: all.iter().map(row).collect(), beginnings: beginnings(&all, language), form };
    Ok(Page::new("world/worlds.html", view))
}

/// The list.
#[get("/verdener")]
pub async fn list(worlds: AllWorlds, language: Language) -> Handled {
    Ok(page(&worlds, language, Filled::with(&at_first())).await?.into())
}

/// What the forms hold before anything is typed.
pub(super) fn at_first() -> serde_json::Value {
    json!({ "from": Beginning::SEED, "class_from": Beginning::SEED })
}

/// Makes a world.
#[post("/verdener", data = "<sent>")]
pub async fn make(worlds: AllWorlds, language: Language, sent: Checked<NewForm>) -> Handled {
    let mut faults = Faults::default();
    let name = faults.take("name", WorldName::parse(&sent.name));
    let from = faults.take("from", Beginning::parse(&sent.from));
    if let (Some(name), Some(from)) = (name, from) {
        match settle(worlds.make(&name, &from).await)? {
            Settled::Done(()) => return Ok(Answer::go(page_of(&name))),
            Settled::Refused(refusal) => faults.add(field_of(refusal), Text::from(refusal)),
        }
    }
    Ok(Answer::again(page(&worlds, language, Filled::again(&*sent, faults)).await?))
}

/// The field that a refusal is about.
fn field_of(refusal: WorldsRefusal) -> &'static str {
    match refusal {
        WorldsRefusal::NameTaken | WorldsRefusal::FirstStays => "name",
        _ => "from",
    }
}

/// Makes a world for each of a class, and shows their links.
#[post("/hold", data = "<sent>")]
pub async fn make_class(
    worlds: AllWorlds,
    language: Language,
    at: Caller<'_>,
    site: SiteAddress,
    sent: Checked<ClassForm>,
) -> Handled {
    let mut faults = Faults::default();
    let class = faults.take("class", WorldName::parse(&sent.class));
    let from = faults.take("class_from", Beginning::parse(&sent.class_from));
    let holders = faults.take("holders", holders(&sent.holders));
    if let (Some(class), Some(from), Some(holders)) = (class, from, holders) {
        match class_names(&class, holders.len()) {
            Err(refusal @ ClassRefusal::Name) => faults.add("class", Text::from(refusal)),
            Err(refusal) => faults.add("holders", Text::from(refusal)),
            Ok(names) => match settle(worlds.make_class(names, &from, holders, &at.origin).await)? {
                Settled::Done(handed) => return Ok(links(&handed, &site).into()),
                Settled::Refused(refusal) => {
                    let field = if field_of(refusal) == "name" { "class" } else { "class_from" };
                    faults.add(field, Text::from(refusal));
                }
            },
        }
    }
    Ok(Answer::again(page(&worlds, language, Filled::again(&*sent, faults)).await?))
}

/// Makes a world of a file that was exported.
#[post("/verdener/fra-fil", data = "<sent>")]
pub async fn import(worlds: AllWorlds, language: Language, sent: NamedUpload) -> Handled {
    let mut faults = Faults::default();
    let name = faults.take("import_name", WorldName::parse(&sent.name));
    if let Some(name) = name {
        match settle(worlds.import(sent.file, &name).await)? {
            Settled::Done(()) => return Ok(Answer::go(page_of(&name))),
            Settled::Refused(refusal) if field_of(refusal) == "name" => {
                faults.add("import_name", Text::from(refusal));
            }
            Settled::Refused(refusal) => faults.add("fil", Text::from(refusal)),
        }
    }
    let typed = json!({ "import_name": sent.name, "from": Beginning::SEED, "class_from": Beginning::SEED });
    Ok(Answer::again(page(&worlds, language, Filled::again(&typed, faults)).await?))
}

/// One holder a line; empty lines are left out.
fn holders(typed: &str) -> Result<Vec<Option<Holder>>, ClassRefusal> {
    typed.lines().filter(|line| !is_blank(line)).map(|line| Holder::parse(line).map(Some)).collect()
}

/// The page with links that were just made.
pub(super) fn links(handed: &[Handed], site: &SiteAddress) -> Page {
    let link = |one: &Handed| Link {
        name: one.world.clone(),
        holder: one.holder.as_ref().map(|holder| holder.as_str().to_owned()),
        href: one.address(site),
    };
    Page::new("world/worlds_handed_out.html", HandedView { handed: handed.iter().map(link).collect() })
}
