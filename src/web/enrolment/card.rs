//! The step that asks for the number of the card to take the key from.

use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::enrolment::at::{At, faulty};
use crate::web::enrolment::frame::Frame;
use crate::web::enrolment::step::Step;
use crate::web::forms::Filled;
use crate::web::key_question::CardForm;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::KeyCardNumber;
use service::cases::access::key_question::Posed;
use service::cases::enrolment::steps;

/// Asks for the card's number.
pub async fn ask<F: Frame>(frame: &F) -> Handled {
    let at = At::step(frame, Step::Card).await?;
    let card = at.progress.asked.as_ref().and_then(Posed::card).map(|asked| asked.card.to_string());
    let known = CardForm { card: card.unwrap_or_default(), voice: false, shown_for: None };
    Ok(page(&at, Filled::with(&known)).into())
}

/// Takes the card's number.
pub async fn answer<F: Frame>(frame: &F, sent: &CardForm) -> Handled {
    let at = At::sent(frame, Step::Card, sent.shown_for.as_deref(), sent).await?;
    let again = |fault: Text| page(&at, faulty(sent, "card", fault));
    if sent.voice {
        return voice(&at).await;
    }
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

/// Takes a key by telephone instead; where it is asked for already, the telephone is called (D38).
async fn voice<F: Frame>(at: &At<'_, F>) -> Handled {
    let caller = at.frame.caller();
    match settle(steps::choose_voice(caller.app, &at.token, &caller.origin).await)? {
        Settled::Done(()) => Ok(Answer::go(at.address(Step::Key))),
        Settled::Refused(problem) => Ok(at.refused(problem, |fault| page(at, faulty(&(), "", fault)))),
    }
}

#[derive(Serialize)]
struct CardView {
    /// Whether a key can be read out by telephone.
    line: bool,
}

pub fn page<F: Frame>(at: &At<'_, F>, form: Filled) -> Page {
    at.page(form, CardView { line: at.progress.line })
}
