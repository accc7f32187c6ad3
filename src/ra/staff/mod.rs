//! The employees, for the administrator: a list, a new one, another role, a new temporary password (D20).
//! Each change is read and signed like an action at the counter.

mod new;
mod one;
mod role;

use rocket::{Route, get, routes};
use serde::Serialize;

use crate::ra::counter::{AtDesk, Step, href};
use crate::web::answer::{Answer, Handled};
use crate::web::desk::signed_text::role_name;
use crate::web::desk::words::NemIdRow;
use crate::web::page::Page;
use service::cases::desk::staff::Employee;
use service::cases::desk::{Kind, staff};

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    routes![list, new::ask, new::make, one::show, one::change]
}

#[derive(Serialize)]
struct ListView {
    employees: Vec<EmployeeRow>,
    /// Whether the requested errand no longer exists.
    gone: bool,
}

/// An employee in one row.
#[derive(Serialize)]
struct EmployeeRow {
    nemid: NemIdRow,
    name: String,
    title: String,
    role: Option<String>,
    oneself: bool,
}

/// All employees of the counter; an errand that no longer exists begins again here.
#[get("/ra/medarbejdere?<sag>")]
pub async fn list(at: AtDesk, sag: Option<&str>) -> Handled {
    let all = staff::employees(&at.app).await?;
    let employees = all.iter().map(|one| EmployeeRow::of(one, &at)).collect();
    Ok(Page::new("ra/staff/list.html", ListView { employees, gone: sag.is_some() }).into())
}

impl EmployeeRow {
    fn of(employee: &Employee, at: &AtDesk) -> Self {
        let grant = employee.grant.as_ref();
        Self {
            nemid: NemIdRow::of(&employee.nemid, at.app.now()),
            name: employee.name.to_string(),
            title: grant.map(|grant| grant.title.clone()).unwrap_or_default(),
            role: grant.map(|grant| role_name(&grant.role, at.language)),
            oneself: employee.nemid.holder == at.desk.cpr,
        }
    }
}

/// The redirect to the signature of an errand about an employee.
fn to_signature(sag: &str) -> Answer {
    Answer::go(href(Kind::Staff, Step::Signing, sag))
}
