//! How each action asks for what it needs: a form that begins with what is known, comes back with what is wrong with
//! it, or becomes a deed that is read and signed.

use serde::Serialize;

use crate::ra::counter::{AtDesk, Served, Step};
use crate::web::answer::{Answer, Handled, settle};
use crate::web::forms::{Choice, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::web::wording;
use rules::counter::CounterRefusal;
use rules::identification::Identification;
use rules::order::OrderRefusal;
use service::cases::desk::{Action, DeskRefusal, ErrandSnapshot, StockRefusal, steps};

/// The form of one action.
pub trait Choosing: Serialize + Sync {
    /// What stands in it at first: what was chosen before, or what the guide preselects.
    fn known(snapshot: &ErrandSnapshot) -> Self;

    /// The deed as chosen, if nothing is wrong with it.
    fn action(&self, served: &Served, faults: &mut Faults) -> Option<Action>;

    /// The page around it.
    fn page(served: &Served, form: Filled) -> Page;
}

/// Asks.
pub async fn ask<C: Choosing>(at: AtDesk) -> Handled {
    let served = at.arrive(Step::Choice).await?;
    let known = C::known(&served.snapshot);
    Ok(C::page(&served, Filled::with(&known)).into())
}

/// Goes on to the signature, or asks again.
pub async fn choose<C: Choosing>(at: AtDesk, sent: &C) -> Handled {
    let served = at.arrive(Step::Choice).await?;
    let mut faults = Faults::default();
    if let Some(action) = sent.action(&served, &mut faults) {
        let chosen = steps::choose_action(&served.app, &served.desk, &served.sag, action).await;
        match served.goes_on(settle(chosen)?, Step::Signing) {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add(field_of(&refusal), refusal),
        }
    }
    Ok(Answer::again(C::page(&served, Filled::again(sent, faults))))
}

/// The field that a refusal is about; empty when it is about none.
fn field_of(refusal: &DeskRefusal) -> &'static str {
    match refusal {
        DeskRefusal::Stock(
            StockRefusal::NoSuchCard | StockRefusal::CardGone | StockRefusal::CardElsewhere,
        )
        | DeskRefusal::Order(OrderRefusal::CardNotTheirs) => "card",
        DeskRefusal::Stock(_) => "serial",
        DeskRefusal::Counter(CounterRefusal::UrgencyNotStated) => "urgent",
        DeskRefusal::Temporary(_) => "action",
        _ => "",
    }
}

/// Whether a photo was shown, so that a card can be handed out at once (D17).
pub fn photo(snapshot: &ErrandSnapshot) -> bool {
    let shown = snapshot.errand.identification.as_ref();
    shown.map(Identification::reaches_for_handing_out).is_some_and(|reaches| reaches.is_ok())
}

/// Reasons of the rules as choices, in the words of whoever stands at the counter.
pub fn why<R: Copy + Serialize>(reasons: &[R], language: Language) -> Vec<Choice> {
    let choice = |reason: &R| {
        let code = wording::code(reason);
        let text = Text::new(format!("choice-{code}")).say(language);
        Choice::new(code, text)
    };
    reasons.iter().map(choice).collect()
}

/// The reason that was chosen.
pub fn reason<R: Copy + Serialize>(reasons: &[R], chosen: Option<&str>, faults: &mut Faults) -> Option<R> {
    let found = reasons.iter().find(|reason| Some(wording::code(reason).as_str()) == chosen);
    faults.take("reason", found.copied().ok_or(Text::new("fault-no-reason-chosen")))
}
