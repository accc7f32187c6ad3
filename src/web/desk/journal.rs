//! The journal of a desk: what was signed there, the newest first, by day and by signer. Entries about one
//! person are requested with a form, so that the CPR number appears in no address.

use rocket::form::FromForm;
use rocket::{Route, get, post, routes};
use serde::Serialize;

use crate::web::answer::{Answer, Handled};
use crate::web::desk::{At, Crumb, title};
use crate::web::forms::{Checked, Choice, Faults, Filled, TypedDay};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::places;
use rules::staff::{DeskKind, Role, look_ups_seen};
use rules::words::{CprNumber, NemIdNumber, is_blank};
use service::cases::desk::journal;
use service::cases::desk::journal::{JournalPage, Signed, Wanted};

/// The routes of a journal, below the address of its desk.
pub fn routes() -> Vec<Route> {
    routes![show, of_person]
}

/// The search.
#[derive(Default, FromForm, Serialize)]
pub struct JournalForm {
    dag: TypedDay,
    medarbejder: Option<String>,
    #[serde(skip)]
    side: Option<u32>,
}

/// The person whose entries are searched for.
#[derive(FromForm, Serialize)]
pub struct PersonForm {
    cpr: String,
}

#[derive(Serialize)]
struct JournalView {
    crumbs: Vec<Crumb>,
    lead: Text,
    form: Filled,
    staff: Vec<Choice>,
    found: Option<Text>,
    entries: Vec<EntryRow>,
    current: u32,
    pages: u32,
    /// The address of the pages, up to their number.
    more: String,
    /// The address of the whole journal.
    base: String,
    /// Whether this employee sees who looked whom up.
    look_ups: bool,
}

#[derive(Serialize)]
struct EntryRow {
    number: i64,
    at: String,
    action: Text,
    staff: String,
    place: Option<String>,
    citizen: Option<(String, String)>,
    nemid: Option<String>,
    text: String,
}

/// A page of the journal, counted from 1.
#[get("/journal?<asked..>")]
pub async fn show(at: At, asked: JournalForm) -> Handled {
    let mut faults = Faults::default();
    let wanted = wanted(&asked, &mut faults);
    let number = asked.side.unwrap_or(1).max(1);
    let found = journal::page(&at.app, &at.desk, wanted.unwrap_or_default(), number).await?;
    let faulty = !faults.is_empty();
    let page = page(&at, &found, number, &asked, Filled::again(&asked, faults));
    Ok(if faulty { Answer::again(page) } else { page.into() })
}

/// The newest entries about one person, all on one page.
#[post("/journal", data = "<sent>")]
pub async fn of_person(at: At, sent: Checked<PersonForm>) -> Handled {
    let mut faults = Faults::default();
    let citizen = faults.take("cpr", CprNumber::parse(&sent.cpr));
    let faulty = citizen.is_none();
    let found = journal::page(&at.app, &at.desk, Wanted { citizen, ..Wanted::default() }, 1).await?;
    let page = page(&at, &found, 1, &<JournalForm as Default>::default(), Filled::again(&*sent, faults));
    Ok(if faulty { Answer::again(page) } else { page.into() })
}

fn wanted(asked: &JournalForm, faults: &mut Faults) -> Option<Wanted> {
    fn typed(field: Option<&String>) -> Option<&str> {
        field.map(String::as_str).filter(|text| !is_blank(text))
    }
    let day = faults.take_day("dag", &asked.dag);
    let staff = typed(asked.medarbejder.as_ref()).map(NemIdNumber::parse).transpose();
    let staff = faults.take("medarbejder", staff);
    Some(Wanted { day: day?, staff: staff?, citizen: None })
}

fn page(at: &At, found: &JournalPage, number: u32, asked: &JournalForm, form: Filled) -> Page {
    let base = format!("{}/journal", at.base);
    let day = Faults::default().take_day("dag", &asked.dag).flatten();
    let query = [("dag", day.map(|day| day.to_string())), ("medarbejder", asked.medarbejder.clone())];
    let said = query.iter().filter_map(|(name, value)| Some(format!("{name}={}&", encoded(value.as_ref()?))));
    let staff = found.staff.iter().map(|(number, name)| Choice::new(number.as_str(), name.as_str()));
    let view = JournalView {
        crumbs: if at.desk.role.desk() == DeskKind::Office { Vec::new() } else { at.way_here() },
        lead: lead(at),
        form,
        staff: staff.collect(),
        found: found.narrowed.then(|| Text::new("journal-found").with("count", found.count)),
        entries: found.entries.iter().map(|entry| row(at, entry, found)).collect(),
        current: number.min(found.pages),
        pages: found.pages,
        more: format!("{base}?{}side=", said.collect::<String>()),
        base,
        look_ups: look_ups_seen(&at.desk.role).is_some(),
    };
    Page::new("desk/journal.html", view)
}

fn encoded(value: &str) -> String {
    rocket::http::RawStr::new(value).percent_encode().to_string()
}

fn lead(at: &At) -> Text {
    match &at.desk.role {
        Role::Administrator => Text::new("journal-of-all"),
        _ => Text::new("journal-of").with("desk", title(&at.desk).say(at.language)),
    }
}

fn row(at: &At, entry: &Signed, found: &JournalPage) -> EntryRow {
    let whole_house = at.desk.role == Role::Administrator;
    let citizen = |cpr: CprNumber| Some((found.citizens.get(&cpr)?.clone(), cpr.to_string()));
    EntryRow {
        number: entry.number,
        at: entry.at.to_string(),
        action: Text::new(format!("deed-{}", entry.action)),
        staff: found.staff.get(&entry.staff).cloned().unwrap_or_default(),
        place: entry.place.as_ref().filter(|_| whole_house).map(places::title),
        citizen: entry.citizen.and_then(citizen),
        nemid: entry.nemid.map(|number| number.to_string()),
        text: entry.text.clone(),
    }
}
