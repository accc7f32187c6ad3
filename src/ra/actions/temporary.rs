//! *Udlever midlertidig adgangskode* (Guide 3.1.1–3.1.4, 3.2.2): Handling as the state offers it,
//! Forsendelse, and the serial number of a PIN letter from the office's own stock.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::Choosing;
use crate::ra::counter::{Around, AtDesk, NextStep, Served, Step, next};
use crate::web::answer::Handled;
use crate::web::desk::meaning;
use crate::web::desk::words::NemIdRow;
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::counter::{TemporaryWay, way_to_temporary};
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
    explained: Vec<Explained>,
    deliveries: Vec<Choice>,
    /// Why nothing is offered.
    refusal: Option<Text>,
    /// What to do then.
    instead: Option<NextStep>,
    /// Where to choose another NemID.
    others: Option<String>,
}

/// An action in words.
#[derive(Serialize)]
struct Explained {
    name: Text,
    text: Text,
    /// Whether it blocks a certificate, which the citizen is warned about (Guide 3.1.3).
    loses_mail: bool,
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
            nemid: snapshot.nemid.as_ref().map(|nemid| NemIdRow::at_counter(nemid, language, snapshot.now)),
            actions: actions.iter().map(choice).collect(),
            explained: actions
                .iter()
                .map(|action| Explained {
                    name: name(action),
                    text: meaning::handling(*action, "citizen", snapshot),
                    loses_mail: meaning::fate(*action, snapshot) == CertificateFate::Blocked,
                })
                .collect(),
            deliveries: vec![Choice::new(HANDED_OUT, handed_out)],
            others: next::other_nemid(served),
            instead: refusal.and_then(|_| next::instead(served)),
            refusal: refusal.map(|refusal| why(refusal, served)),
        };
        Page::new("ra/temporary.html", view)
    }
}

/// Why nothing is offered. A NemID for the netbank alone needs no certificate where another one has it, or where its
/// holder can have none (Guide 3.1.5, 3.2.1).
fn why(refusal: TemporaryRefusal, served: &Served) -> Text {
    let (who, nemid) = (served.snapshot.served(), served.snapshot.nemid.as_ref());
    let way = nemid.map(|nemid| way_to_temporary(nemid, who.theirs, who.person, who.now));
    match (refusal, way) {
        (TemporaryRefusal::AttachFirst, Some(TemporaryWay::ChooseThePublic(_))) => {
            Text::new("refusal-choose-the-public")
        }
        (TemporaryRefusal::AttachFirst, Some(TemporaryWay::AskBank)) => Text::new("refusal-ask-bank"),
        (refusal, _) => refusal.into(),
    }
}
