//! The step of a re-opening that asks for the remembered password (Guide 3.1.4).

use rocket::FromForm;
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::enrolment::at::{At, faulty};
use crate::web::enrolment::frame::Frame;
use crate::web::enrolment::step::Step;
use crate::web::forms::{Filled, Secret};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::TypedPassword;
use service::cases::enrolment::reopening;

/// The remembered password.
#[derive(FromForm, Serialize)]
pub struct RememberForm {
    password: Secret,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct RememberView {
    /// Whether the visitor was redirected here from the activation.
    moved: bool,
}

/// Asks for the remembered password on a page of its own.
pub async fn ask<F: Frame>(frame: &F, moved: bool) -> Handled {
    let at = At::step(frame, Step::Remember).await?;
    Ok(page(&at, Filled::blank(), moved).into())
}

/// Takes the remembered password from that page.
pub async fn answer<F: Frame>(frame: &F, sent: &RememberForm) -> Handled {
    let at = At::sent(frame, Step::Remember, sent.shown_for.as_deref(), sent).await?;
    check(&at, &sent.password, |fault| page(&at, faulty(sent, "password", fault), false)).await
}

/// Checks a remembered password and goes on; otherwise shows its form again.
pub async fn check<F: Frame>(at: &At<'_, F>, typed: &Secret, again: impl FnOnce(Text) -> Page) -> Handled {
    let typed = match TypedPassword::parse(typed.reveal()) {
        Ok(typed) => typed,
        Err(fault) => return Ok(Answer::again(again(fault.into()))),
    };
    let caller = at.frame.caller();
    match settle(reopening::remember(caller.app, &at.token, &typed, &caller.origin).await)? {
        Settled::Done(()) => at.onward().await,
        Settled::Refused(problem) => Ok(at.refused(problem, again)),
    }
}

fn page<F: Frame>(at: &At<'_, F>, form: Filled, moved: bool) -> Page {
    at.page(form, RememberView { moved })
}
