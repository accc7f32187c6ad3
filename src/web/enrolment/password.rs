//! The step that asks for the new password, twice; and, where it has no page of its own, for the remembered
//! one.

use rocket::FromForm;
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::enrolment::at::{At, faulty};
use crate::web::enrolment::frame::Frame;
use crate::web::enrolment::remember;
use crate::web::enrolment::step::{Step, remembers};
use crate::web::forms::{Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::TypedPassword;
use service::cases::enrolment::begin::EnrolmentProblem;
use service::cases::enrolment::steps;

/// The remembered password, where it is asked for here, and the new one, twice.
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
    /// Whether the remembered password is asked for.
    remember: bool,
    /// Whether a password is chosen already; it stays when nothing is typed.
    chosen: bool,
    /// Whether the visitor was redirected here from the other flow.
    moved: bool,
}

/// Asks for the password.
pub async fn ask<F: Frame>(frame: &F, moved: bool) -> Handled {
    let at = At::step(frame, Step::Password).await?;
    Ok(page(&at, Filled::blank(), moved).into())
}

/// Takes the password. The new one is checked before the remembered one, so that a slip in it costs no
/// attempt of the temporary password.
pub async fn answer<F: Frame>(frame: &F, sent: &PasswordForm) -> Handled {
    let at = At::sent(frame, Step::Password, sent.shown_for.as_deref(), sent).await?;
    let again = |field, fault| page(&at, faulty(sent, field, fault), false);
    let remembers = remembers(&at.progress);
    let untouched = sent.password.is_empty() && sent.password_again.is_empty();
    if at.progress.password && untouched && !remembers {
        return at.onward().await;
    }
    if !sent.password.is_empty()
        && !TypedPassword::is_repeated(sent.password.reveal(), sent.password_again.reveal())
    {
        return Ok(Answer::again(again("password_again", Text::new("refusal-passwords-differ"))));
    }
    let (caller, typed) = (frame.caller(), sent.password.reveal());
    match settle(steps::choose_password(caller.app, &at.token, typed, &caller.origin).await)? {
        Settled::Done(()) if remembers => {
            let typed = sent.remembered.clone().unwrap_or_default();
            remember::check(&at, &typed, |fault| again("remembered", fault)).await
        }
        Settled::Done(()) => at.onward().await,
        Settled::Refused(EnrolmentProblem::Password(broken)) => {
            // All clauses of D8 that are broken are reported at once.
            let mut faults = Faults::default();
            faults.each("password", broken.iter());
            Ok(Answer::again(page(&at, Filled::again(sent, faults), false)))
        }
        Settled::Refused(problem) => Ok(at.refused(problem, |fault| again("password", fault))),
    }
}

fn page<F: Frame>(at: &At<'_, F>, form: Filled, moved: bool) -> Page {
    let (remember, chosen) = (remembers(&at.progress), at.progress.password);
    at.page(form, PasswordView { remember, chosen, moved })
}
