//! *Udlever midlertidig adgangskode* (Guide 3.1.1–3.1.4, 3.2.2): Handling as the state offers it,
//! Forsendelse, and the serial number of a PIN letter from the office's own stock.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::Choosing;
use crate::ra::counter::{Around, AtDesk, Served, Step};
use crate::web::answer::Handled;
use crate::web::desk::meaning;
use crate::web::desk::words::NemIdRow;
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::temporary;
use rules::temporary::{CertificateFate, TemporaryAction, TemporaryRefusal};
use rules::words::PinLetterSerial;
use service::cases::desk::{Action, ErrandSnapshot};

/// The only way in which the counter issues a PIN letter.
const HANDED_OUT: &str = "handed-out";

/// What is chosen.
#[derive(FromForm, Serialize)]
pub struct TemporaryForm {
    action: String,
    delivery: String,
    serial: String,
}

#[derive(Serialize)]
struct TemporaryView {
    around: Around,
    form: Filled,
    nemid: Option<NemIdRow>,
    actions: Vec<Choice>,
    explained: Vec<(Text, Text)>,
    deliveries: Vec<Choice>,
    /// Whether *Nulstil* is among the actions and blocks a certificate, which the citizen is warned about
    /// (Guide 3.1.3).
    reset: bool,
    /// Why nothing is offered.
    refusal: Option<Text>,
    /// Whether a certificate has to be attached first (Guide 3.2.2).
    attach_first: bool,
}

/// Asks which temporary password to issue.
#[get("/valg")]
pub async fn ask(at: AtDesk) -> Handled {
    choosing::ask::<TemporaryForm>(at).await
}

/// Goes on to the signature.
#[post("/valg", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<TemporaryForm>) -> Handled {
    choosing::choose(at, &*sent).await
}

impl Choosing for TemporaryForm {
    fn known(snapshot: &ErrandSnapshot) -> Self {
        let (action, serial) = match &snapshot.errand.action {
            Some(Action::HandOutTemporary { action, serial }) => {
                (action.code().to_owned(), serial.to_string())
            }
            _ => (String::new(), String::new()),
        };
        Self { action, delivery: HANDED_OUT.to_owned(), serial }
    }

    fn action(&self, _served: &Served, faults: &mut Faults) -> Option<Action> {
        let action = TemporaryAction::from_code(&self.action).ok_or(Text::new("fault-no-action-chosen"));
        let action = faults.take("action", action);
        if self.delivery != HANDED_OUT {
            faults.add("delivery", Text::new("fault-no-delivery-chosen"));
        }
        let serial = faults.take("serial", PinLetterSerial::parse(&self.serial));
        let action = Action::HandOutTemporary { action: action?, serial: serial? };
        faults.is_empty().then_some(action)
    }

    fn page(served: &Served, form: Filled) -> Page {
        let (snapshot, language) = (&served.snapshot, served.language);
        let offered = snapshot.nemid.as_ref().map(|nemid| temporary::offered(nemid, snapshot.now));
        let (actions, refusal) = match offered {
            Some(Ok(actions)) => (actions, None),
            Some(Err(refusal)) => (Vec::new(), Some(refusal)),
            None => (Vec::new(), None),
        };
        let name = |action: &TemporaryAction| Text::new(format!("temporary-action-{}", action.code()));
        let choice = |action: &TemporaryAction| Choice::new(action.code(), name(action).say(language));
        let handed_out = Text::new("delivery-handed-out").say(language);
        let view = TemporaryView {
            around: Around::of(served, Step::Choice),
            form,
            nemid: snapshot.nemid.as_ref().map(|nemid| NemIdRow::of(nemid, snapshot.now)),
            actions: actions.iter().map(choice).collect(),
            explained: actions
                .iter()
                .map(|action| (name(action), meaning::handling(*action, "citizen", snapshot)))
                .collect(),
            deliveries: vec![Choice::new(HANDED_OUT, handed_out)],
            reset: actions.iter().any(|action| meaning::fate(*action, snapshot) == CertificateFate::Blocked),
            attach_first: refusal == Some(TemporaryRefusal::AttachFirst),
            refusal: refusal.map(Text::from),
        };
        Page::new("ra/temporary.html", view)
    }
}
