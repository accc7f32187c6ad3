//! The step that asks for the number of the card to take the key from.

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::enrolment::at::{At, faulty};
use crate::web::enrolment::frame::Frame;
use crate::web::enrolment::step::Step;
use crate::web::forms::Filled;
use crate::web::key_question::CardForm;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::KeyCardNumber;
use service::cases::enrolment::steps;

/// Asks for the card's number.
pub async fn ask<F: Frame>(frame: &F) -> Handled {
    let at = At::step(frame, Step::Card).await?;
    let card = at.progress.asked.as_ref().map(|asked| asked.card.to_string()).unwrap_or_default();
    Ok(page(&at, Filled::with(&CardForm { card, shown_for: None })).into())
}

/// Takes the card's number.
pub async fn answer<F: Frame>(frame: &F, sent: &CardForm) -> Handled {
    let at = At::sent(frame, Step::Card, sent.shown_for.as_deref(), sent).await?;
    let again = |fault: Text| page(&at, faulty(sent, "card", fault));
    let card = match KeyCardNumber::parse(&sent.card) {
        Ok(card) => card,
        Err(fault) => return Ok(Answer::again(again(fault.into()))),
    };
    let caller = frame.caller();
    match settle(steps::choose_card(caller.app, &at.token, card, &caller.origin).await)? {
        Settled::Done(()) => Ok(Answer::go(at.address(Step::Key))),
        Settled::Refused(problem) => Ok(at.refused(problem, again)),
    }
}

pub fn page<F: Frame>(at: &At<'_, F>, form: Filled) -> Page {
    at.page(form, ())
}
