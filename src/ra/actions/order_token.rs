//! *Nøgleviser* (Rules 1, D36, D39): the citizen orders a token, which goes by post to the address that is known.

use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::Choosing;
use crate::ra::counter::{Around, AtDesk, Served, Step};
use crate::web::answer::Handled;
use crate::web::desk::words::NemIdRow;
use crate::web::forms::{Checked, Faults, Filled, NoFields};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::carriers::token;
use service::cases::desk::{Action, DeskRefusal, ErrandSnapshot};

#[derive(Serialize)]
struct OrderTokenView {
    around: Around,
    form: Filled,
    nemid: Option<NemIdRow>,
    /// Why none can be ordered.
    refusal: Option<Text>,
    /// Whether there is no card with whose key it could be taken into use.
    no_card: bool,
}

/// Says what a token is, or why none can be ordered.
#[get("/valg")]
pub async fn ask(at: AtDesk) -> Handled {
    choosing::ask::<NoFields>(at).await
}

/// Goes on to the signature.
#[post("/valg", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<NoFields>) -> Handled {
    choosing::choose(at, &*sent).await
}

/// Nothing is asked: a token always goes to the address that is known.
impl Choosing for NoFields {
    fn known(_snapshot: &ErrandSnapshot) -> Self {
        Self
    }

    fn action(&self, _served: &Served, _faults: &mut Faults) -> Option<Action> {
        Some(Action::OrderToken)
    }

    fn page(served: &Served, form: Filled) -> Page {
        let (now, nemid) = (served.snapshot.now, served.snapshot.nemid.as_ref());
        let refusal = nemid.and_then(|nemid| token::may_order(nemid).err());
        let view = OrderTokenView {
            around: Around::of(served, Step::Choice),
            form,
            nemid: nemid.map(|nemid| NemIdRow::at_counter(nemid, served.language, now)),
            refusal: refusal.map(|refusal| Text::from(DeskRefusal::from(refusal))),
            no_card: nemid.is_some_and(|nemid| nemid.usable_cards().next().is_none()),
        };
        Page::new("ra/order_token.html", view)
    }
}
