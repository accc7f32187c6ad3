//! The employees, for the administrator: who they are, a new one, another role, a new temporary password (D20). Each
//! change is read and signed like an action at the counter.

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::counter::{Step, href};
use crate::cases::desk::staff::{self, Employee};
use crate::cases::desk::{Deed, Kind, Sought};
use crate::cases::house::House;
use crate::cases::places;
use crate::rules::staff::{Role, may_reopen};
use crate::rules::words::{CprNumber, NemIdNumber};
use crate::web::answer::{Answer, settle};
use crate::web::desk::again;
use crate::web::desk::signed_text::role_name;
use crate::web::desk::words::NemIdRow;
use crate::web::desk_session::Administrator;
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;

/// The longest title at work.
const LONGEST_TITLE: usize = 60;
const GRANT: &str = "grant";
const WITHDRAW: &str = "withdraw";
const REOPEN: &str = "reopen";

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    routes![list, ask_new, make_new, one, change]
}

/// A new employee.
#[derive(Default, FromForm, Serialize)]
pub struct NewForm {
    cpr: String,
    title: String,
    role: Option<String>,
}

/// A change of one employee.
#[derive(Default, FromForm, Serialize)]
pub struct ChangeForm {
    what: String,
    title: String,
    role: Option<String>,
}

#[derive(Serialize)]
struct ListView {
    employees: Vec<EmployeeRow>,
    /// Whether the errand that was asked for is gone.
    gone: bool,
}

#[derive(Serialize)]
struct EmployeeRow {
    nemid: NemIdRow,
    name: String,
    title: String,
    role: Option<String>,
    oneself: bool,
}

#[derive(Serialize)]
struct NewView {
    form: Filled,
    roles: Vec<Choice>,
}

#[derive(Serialize)]
struct OneView {
    form: Filled,
    employee: EmployeeRow,
    roles: Vec<Choice>,
    /// Whether a new temporary password can be sent.
    can_reopen: bool,
}

/// All employees of the counter; it is where an errand that is gone begins anew.
#[get("/ra/medarbejdere?<sag>")]
pub async fn list(
    administrator: Administrator,
    house: &State<Arc<House>>,
    language: Language,
    sag: Option<&str>,
) -> Result<Page, Answer> {
    let all = staff::employees(house).await?;
    let row = |one: &Employee| row(one, &administrator, (house, language));
    let view = ListView { employees: all.iter().map(row).collect(), gone: sag.is_some() };
    Ok(Page::new("ra/staff/list.html", view))
}

/// Asks who is to be a new employee.
#[get("/ra/medarbejdere/ny")]
pub fn ask_new(_administrator: Administrator, language: Language) -> Page {
    Page::new("ra/staff/new.html", NewView { form: Filled::blank(), roles: roles(language) })
}

/// Goes on to the signature.
#[post("/ra/medarbejdere/ny", data = "<sent>")]
pub async fn make_new(
    administrator: Administrator,
    house: &State<Arc<House>>,
    language: Language,
    sent: Checked<NewForm>,
) -> Result<Page, Answer> {
    let mut faults = Faults::default();
    let cpr = faults.take("cpr", CprNumber::parse(&sent.cpr));
    let granted = read_role(&sent.title, sent.role.as_deref(), &mut faults);
    if let (Some(cpr), Some((title, role))) = (cpr, granted) {
        let deed = Deed::CreateStaff { title, role };
        match settle(staff::begin(house, &administrator.0, Sought::Cpr(cpr), deed).await)? {
            Ok(sag) => return Err(Answer::go(href(Kind::Staff, Step::Signing, &sag))),
            Err(refusal) => faults.add("cpr", refusal),
        }
    }
    let view = NewView { form: Filled::again(&*sent, faults), roles: roles(language) };
    Ok(again(Page::new("ra/staff/new.html", view)))
}

/// One employee.
#[get("/ra/medarbejdere/nemid/<number>")]
pub async fn one(
    administrator: Administrator,
    house: &State<Arc<House>>,
    language: Language,
    number: &str,
) -> Result<Page, Answer> {
    let employee = find(house, number).await?;
    let grant = employee.grant.as_ref();
    let form = Filled::with(&ChangeForm {
        what: String::new(),
        title: grant.map(|grant| grant.title.clone()).unwrap_or_default(),
        role: grant.map(|grant| role_code(&grant.role)),
    });
    Ok(page(&employee, &administrator, (house, language), form))
}

/// Goes on to the signature.
#[post("/ra/medarbejdere/nemid/<number>", data = "<sent>")]
pub async fn change(
    administrator: Administrator,
    house: &State<Arc<House>>,
    language: Language,
    number: &str,
    sent: Checked<ChangeForm>,
) -> Result<Page, Answer> {
    let employee = find(house, number).await?;
    let mut faults = Faults::default();
    if let Some(deed) = read_change(&sent, &mut faults) {
        let about = Sought::NemId(employee.nemid.number);
        match settle(staff::begin(house, &administrator.0, about, deed).await)? {
            Ok(sag) => return Err(Answer::go(href(Kind::Staff, Step::Signing, &sag))),
            Err(refusal) => faults.add("", refusal),
        }
    }
    let form = Filled::again(&*sent, faults);
    Ok(again(page(&employee, &administrator, (house, language), form)))
}

async fn find(house: &Arc<House>, number: &str) -> Result<Employee, Answer> {
    let number = NemIdNumber::parse(number).map_err(|_| Answer::from(Status::NotFound))?;
    staff::one(house, number).await?.ok_or_else(|| Status::NotFound.into())
}

fn read_change(sent: &ChangeForm, faults: &mut Faults) -> Option<Deed> {
    match sent.what.as_str() {
        GRANT => {
            let (title, role) = read_role(&sent.title, sent.role.as_deref(), faults)?;
            Some(Deed::GrantRole { title, role })
        }
        WITHDRAW => Some(Deed::WithdrawRole),
        REOPEN => Some(Deed::ReopenStaff),
        _ => faults.take("", Err("fault-no-change-chosen")),
    }
}

fn read_role(title: &str, role: Option<&str>, faults: &mut Faults) -> Option<(String, Role)> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !title.is_empty() && title.chars().count() <= LONGEST_TITLE;
    let title = faults.take("title", fits.then_some(title).ok_or("fault-title"));
    let role = grantable().into_iter().find(|one| Some(role_code(one).as_str()) == role);
    let role = faults.take("role", role.ok_or("fault-no-role-chosen"));
    Some((title?, role?))
}

/// The roles that the administrator grants.
fn grantable() -> Vec<Role> {
    let officers = places::OFFICES.iter().map(|office| Role::Officer { office: office.word() });
    let trainers = places::OFFICES.iter().map(|office| Role::SuperUser { office: office.word() });
    officers.chain(trainers).chain([Role::Administrator]).collect()
}

fn role_code(role: &Role) -> String {
    role.place().map_or_else(|| role.code().to_owned(), |place| format!("{}.{place}", role.code()))
}

fn roles(language: Language) -> Vec<Choice> {
    let choice = |role: &Role| Choice::new(role_code(role), role_name(role, language));
    grantable().iter().map(choice).collect()
}

fn row(
    employee: &Employee,
    administrator: &Administrator,
    (house, language): (&House, Language),
) -> EmployeeRow {
    let grant = employee.grant.as_ref();
    EmployeeRow {
        nemid: NemIdRow::of(&employee.nemid, house.now()),
        name: employee.name.to_string(),
        title: grant.map(|grant| grant.title.clone()).unwrap_or_default(),
        role: grant.map(|grant| role_name(&grant.role, language)),
        oneself: employee.nemid.holder == administrator.0.cpr,
    }
}

fn page(
    employee: &Employee,
    administrator: &Administrator,
    (house, language): (&House, Language),
    form: Filled,
) -> Page {
    let view = OneView {
        form,
        employee: row(employee, administrator, (house, language)),
        roles: roles(language),
        can_reopen: may_reopen(&employee.nemid, house.now()).is_ok(),
    };
    Page::new("ra/staff/one.html", view)
}
