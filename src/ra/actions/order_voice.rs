//! *Nøgler i telefonen* (Rules 3.9, D38): the citizen orders that keys are read out on a telephone.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::Choosing;
use crate::ra::counter::{Around, AtDesk, Served, Step};
use crate::web::answer::Handled;
use crate::web::desk::words::NemIdRow;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::Mobile;
use service::cases::desk::{Action, ErrandSnapshot};

/// The number that is to be called, and that the citizen knows what follows.
#[derive(FromForm, Serialize)]
pub struct OrderVoiceForm {
    telephone: String,
    told: bool,
}

#[derive(Serialize)]
struct OrderVoiceView {
    around: Around,
    form: Filled,
    nemid: Option<NemIdRow>,
}

/// Asks for the number.
#[get("/valg")]
pub async fn ask(at: AtDesk) -> Handled {
    choosing::ask::<OrderVoiceForm>(at).await
}

/// Goes on to the signature.
#[post("/valg", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<OrderVoiceForm>) -> Handled {
    choosing::choose(at, &*sent).await
}

impl Choosing for OrderVoiceForm {
    fn known(snapshot: &ErrandSnapshot) -> Self {
        match snapshot.errand.action {
            Some(Action::OrderVoice { telephone }) => Self { telephone: telephone.to_string(), told: true },
            _ => Self { telephone: String::new(), told: false },
        }
    }

    fn action(&self, _served: &Served, faults: &mut Faults) -> Option<Action> {
        let telephone = faults.take("telephone", Mobile::parse(&self.telephone));
        let told = faults.take("told", self.told.then_some(()).ok_or(Text::new("fault-not-told")));
        told?;
        Some(Action::OrderVoice { telephone: telephone? })
    }

    fn page(served: &Served, form: Filled) -> Page {
        let (now, nemid) = (served.snapshot.now, served.snapshot.nemid.as_ref());
        let view = OrderVoiceView {
            around: Around::of(served, Step::Choice),
            form,
            nemid: nemid.map(|nemid| NemIdRow::at_counter(nemid, served.language, now)),
        };
        Page::new("ra/order_voice.html", view)
    }
}
