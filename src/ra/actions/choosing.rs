//! How each action asks for its details: a form that begins with known values, is shown again with its
//! mistakes, or becomes an action that is read and signed.

use serde::Serialize;

use crate::ra::counter::{AtDesk, Served, Step};
use crate::web::answer::{Answer, Handled, settle};
use crate::web::forms::{Faults, Filled};
use crate::web::page::Page;
use rules::certificates::CertificateRefusal;
use rules::counter::CounterRefusal;
use rules::identification::Identification;
use rules::order::OrderRefusal;
use service::cases::desk::{Action, DeskRefusal, ErrandSnapshot, steps};

/// The form of one action.
pub trait Choosing: Serialize + Sync {
    /// The form's first values: the earlier choice, or what the guide preselects.
    fn known(snapshot: &ErrandSnapshot) -> Self;

    /// The action as chosen, if nothing is wrong with it.
    fn action(&self, served: &Served, faults: &mut Faults) -> Option<Action>;

    /// The page around it.
    fn page(served: &Served, form: Filled) -> Page;
}

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
        let chosen = steps::choose_action(&served.app, &served.desk, &served.sag, action.clone()).await;
        match served.goes_on(settle(chosen)?, Step::Signing) {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add(field_of(&refusal, &action), refusal),
        }
    }
    Ok(Answer::again(C::page(&served, Filled::again(sent, faults))))
}

/// The field of the action's form that a refusal is about; empty when it is about none.
fn field_of(refusal: &DeskRefusal, action: &Action) -> &'static str {
    match (refusal, action) {
        (DeskRefusal::Stock(_), Action::HandOutTemporary { .. }) => "serial",
        (DeskRefusal::Temporary(_), Action::HandOutTemporary { .. }) => "action",
        (
            DeskRefusal::Stock(_)
            | DeskRefusal::Order(
                OrderRefusal::CardNotTheirs | OrderRefusal::CardInPost | OrderRefusal::CardEnded,
            ),
            _,
        ) => "card",
        (DeskRefusal::Counter(CounterRefusal::UrgencyNotStated), _) => "urgent",
        (DeskRefusal::Card(_) | DeskRefusal::Carrier(_), Action::BlockCards { .. }) => "cards",
        (DeskRefusal::ReasonDoesNotFit, _) => "reason",
        (DeskRefusal::Carrier(_), Action::OrderVoice { .. }) => "telephone",
        (DeskRefusal::Order(OrderRefusal::Certificate(CertificateRefusal::ConsentMissing)), _) => "consent",
        _ => "",
    }
}

/// Whether a photo was shown, so that a card can be handed out at once (D17).
pub fn photo(snapshot: &ErrandSnapshot) -> bool {
    let shown = snapshot.errand.identification.as_ref();
    shown.map(Identification::reaches_for_handing_out).is_some_and(|reaches| reaches.is_ok())
}
