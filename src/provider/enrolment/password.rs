//! The step that asks for the new password, twice; and before it, where the temporary password is for a locked one, for
//! the remembered one (Guide 3.1.4).

use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::provider::enrolment::{At, Starter, Step, faulty};
use crate::provider::guard::OpenApp;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::nemid::temporary::TemporaryPurpose;
use rules::words::{PasswordFaults, TypedPassword};
use service::cases::enrolment::begin::EnrolmentProblem;
use service::cases::enrolment::{reopening, steps};

/// The remembered password, where it is asked for, and the new one, twice.
#[derive(FromForm, Serialize)]
pub struct PasswordForm {
    remembered: Option<Secret>,
    password: Secret,
    password_again: Secret,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct PasswordView {
    /// Whether the password that was in use is asked for.
    remember: bool,
    /// Whether one is chosen already, which stays when nothing is typed.
    chosen: bool,
}

fn remembers(at: &At<'_>) -> bool {
    at.progress.purpose == TemporaryPurpose::Unlock && !at.progress.remembered
}

fn page(at: &At<'_>, form: Filled) -> Page {
    at.page(
        "provider/enrolment/password.html",
        form,
        PasswordView { remember: remembers(at), chosen: at.progress.password },
    )
}

/// Asks for it.
#[get("/tjenester/<_>/aktiver/adgangskode")]
pub async fn ask(starter: Starter, app: &OpenApp, jar: &CookieJar<'_>) -> Result<Page, Answer> {
    let at = At::step(&starter, Step::Password, (app, jar)).await?;
    Ok(page(&at, Filled::blank()))
}

/// It was typed. The new one is looked at first, so that a slip there costs no try of the temporary password.
#[post("/tjenester/<_>/aktiver/adgangskode", data = "<sent>")]
pub async fn answer(
    starter: Starter,
    sent: Checked<PasswordForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
) -> Result<Redirect, Answer> {
    let at = At::sent(&starter, (Step::Password, sent.shown_for.as_deref()), (app, jar)).await?;
    let again = |field, fault| page(&at, faulty(&*sent, field, fault));
    let untouched = sent.password.is_empty() && sent.password_again.is_empty();
    if at.progress.password && untouched && !remembers(&at) {
        return at.onward(app).await;
    }
    if !sent.password.is_empty() && sent.password.reveal() != sent.password_again.reveal() {
        let fault = Text::new("refusal-passwords-differ");
        return Err(again("password_again", fault).with_status(Status::UnprocessableEntity).into());
    }
    let (origin, typed) = (&at.guest.origin, sent.password.reveal());
    match settle(steps::choose_password(app, &at.token, typed, origin).await)? {
        Ok(()) => {}
        Err(EnrolmentProblem::Password(broken)) => return Err(broken_rules(&at, &sent, broken)),
        Err(problem) => return Err(at.refused(problem, |fault| again("password", fault))),
    }
    if remembers(&at) {
        let typed = sent.remembered.as_ref().map(Secret::reveal).unwrap_or_default();
        let typed = TypedPassword::parse(typed)
            .map_err(|fault| again("remembered", fault.into()).with_status(Status::UnprocessableEntity))?;
        if let Err(problem) = settle(reopening::remember(app, &at.token, &typed, origin).await)? {
            return Err(at.refused(problem, |fault| again("remembered", fault)));
        }
    }
    at.onward(app).await
}

/// All clauses of D8 that are broken, at once.
fn broken_rules(at: &At<'_>, sent: &PasswordForm, broken: PasswordFaults) -> Answer {
    let mut faults = Faults::default();
    faults.each("password", broken.iter());
    page(at, Filled::again(sent, faults)).with_status(Status::UnprocessableEntity).into()
}
