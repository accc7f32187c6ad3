//! The last step: a key from the chosen card.

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::enrolment::at::{At, faulty};
use crate::web::enrolment::card;
use crate::web::enrolment::frame::Frame;
use crate::web::enrolment::step::Step;
use crate::web::forms::Filled;
use crate::web::key_question::{KeyForm, KeyStep};
use crate::web::page::Page;
use rules::activation::EnrolmentRefusal;
use rules::keys::KeyRefusal;
use rules::words::Key;
use service::cases::enrolment::begin::EnrolmentProblem;
use service::cases::enrolment::steps;

/// Asks for the key.
pub async fn ask<F: Frame>(frame: &F) -> Handled {
    let at = At::step(frame, Step::Key).await?;
    Ok(page(&at, Filled::blank()).into())
}

/// Takes the key.
pub async fn answer<F: Frame>(frame: &F, sent: &KeyForm) -> Handled {
    let at = At::sent(frame, Step::Key, sent.shown_for.as_deref(), sent).await?;
    let typed = match Key::parse(sent.key.reveal()) {
        Ok(typed) => typed,
        Err(fault) => return Ok(Answer::again(page(&at, faulty(sent, "key", fault)))),
    };
    let caller = frame.caller();
    match settle(steps::finish(caller.app, &at.token, typed, &caller.origin).await)? {
        Settled::Done(_) => Ok(Answer::go(at.address(Step::Receipt))),
        Settled::Refused(problem) => not_finished(at, problem).await,
    }
}

/// A key that did not finish the enrolment: another attempt, another card, or back to what has to be chosen
/// again.
async fn not_finished<F: Frame>(at: At<'_, F>, problem: EnrolmentProblem) -> Handled {
    match problem {
        EnrolmentProblem::CardBlocked
        | EnrolmentProblem::LineBlocked
        | EnrolmentProblem::Rule(EnrolmentRefusal::Key(KeyRefusal::UnknownCard)) => {
            let at = at.turned_to(Step::Card);
            Ok(at.refused(problem, |fault| card::page(&at, faulty(&(), "card", fault))))
        }
        EnrolmentProblem::UserIdTaken => Ok(at.refused(problem, |fault| page(&at, faulty(&(), "", fault)))),
        problem => {
            // Another key may be asked for by now.
            let at = at.anew().await?;
            Ok(at.refused(problem, |fault| page(&at, faulty(&(), "key", fault))))
        }
    }
}

fn page<F: Frame>(at: &At<'_, F>, form: Filled) -> Page {
    at.page(form, at.progress.asked.clone().map(KeyStep::of_card_alone))
}
