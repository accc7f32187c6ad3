//! One employee: another role, no role, a new temporary password.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::counter::AtDesk;
use crate::ra::staff::{EmployeeRow, role, to_signature};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::staff::offered;
use rules::temporary::TemporaryAction;
use rules::words::NemIdNumber;
use service::cases::desk::staff::Employee;
use service::cases::desk::{Action, Sought, staff};

const GRANT: &str = "grant";
const WITHDRAW: &str = "withdraw";
const REOPEN: &str = "reopen";

/// A change of one employee.
#[derive(FromForm, Serialize)]
pub struct ChangeForm {
    what: String,
    title: String,
    role: Option<String>,
    action: Option<String>,
}

#[derive(Serialize)]
struct OneView {
    form: Filled,
    employee: EmployeeRow,
    roles: Vec<Choice>,
    /// The actions (Handling) by which a new temporary password can be sent.
    actions: Vec<Choice>,
}

/// Shows the employee.
#[get("/ra/medarbejdere/nemid/<number>")]
pub async fn show(at: AtDesk, number: &str) -> Handled {
    let employee = find(&at, number).await?;
    Ok(page(&at, &employee, Filled::with(&known(&at, &employee))).into())
}

/// Goes on to the signature.
#[post("/ra/medarbejdere/nemid/<number>", data = "<sent>")]
pub async fn change(at: AtDesk, number: &str, sent: Checked<ChangeForm>) -> Handled {
    let employee = find(&at, number).await?;
    let mut faults = Faults::default();
    if let Some(action) = read(&sent, !actions(&at, &employee).is_empty(), &mut faults) {
        let about = Sought::NemId(employee.nemid.number);
        match settle(staff::begin(&at.app, &at.desk, about, action).await)? {
            Settled::Done(sag) => return Ok(to_signature(&sag)),
            Settled::Refused(refusal) => faults.add("", refusal),
        }
    }
    Ok(Answer::again(page(&at, &employee, Filled::again(&*sent, faults))))
}

async fn find(at: &AtDesk, number: &str) -> Result<Employee, Answer> {
    let number = NemIdNumber::parse(number).map_err(|_| Answer::from(Status::NotFound))?;
    staff::one(&at.app, number).await?.ok_or_else(|| Status::NotFound.into())
}

/// The forms' first values.
fn known(at: &AtDesk, employee: &Employee) -> ChangeForm {
    let grant = employee.grant.as_ref();
    ChangeForm {
        what: String::new(),
        title: grant.map(|grant| grant.title.clone()).unwrap_or_default(),
        role: grant.map(|grant| role::code(&grant.role)),
        action: match &actions(at, employee)[..] {
            [only] => Some(only.code().to_owned()),
            _ => None,
        },
    }
}

/// The wanted change; `offers` is whether there is an action to choose for a new temporary password.
fn read(sent: &ChangeForm, offers: bool, faults: &mut Faults) -> Option<Action> {
    match sent.what.as_str() {
        GRANT => {
            let (title, role) = role::read(&sent.title, sent.role.as_deref(), faults)?;
            Some(Action::GrantRole { title, role })
        }
        WITHDRAW => Some(Action::WithdrawRole),
        REOPEN => {
            let action = sent.action.as_deref().and_then(TemporaryAction::from_code);
            let field = if offers { "action" } else { "" };
            let action = faults.take(field, action.ok_or(Text::new("fault-no-handling-chosen")))?;
            Some(Action::ReopenStaff { action })
        }
        _ => faults.take("", Err(Text::new("fault-no-change-chosen"))),
    }
}

/// The actions that the NemID's state offers (D20).
fn actions(at: &AtDesk, employee: &Employee) -> Vec<TemporaryAction> {
    offered(&employee.nemid, at.app.now()).unwrap_or_default()
}

fn page(at: &AtDesk, employee: &Employee, form: Filled) -> Page {
    let say = |key: String| Text::new(key).say(at.language);
    let action = |action: &TemporaryAction| {
        let code = action.code();
        let explained = say(format!("staff-{code}-explained"));
        Choice::new(code, say(format!("temporary-action-{code}"))).with_hint(Some(explained))
    };
    let view = OneView {
        form,
        employee: EmployeeRow::of(employee, at),
        roles: role::choices(at.language),
        actions: actions(at, employee).iter().map(action).collect(),
    };
    Page::new("ra/staff/one.html", view)
}
