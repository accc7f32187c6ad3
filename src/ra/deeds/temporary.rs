//! *Udlever midlertidig adgangskode* (Guide 3.1.1–3.1.4, 3.2.2): Handling as the state offers it, Forsendelse, and
//! the serial number of a PIN letter from the office's own stock.

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use crate::cases::counter::{Deed, Look};
use crate::cases::house::House;
use crate::ra::counter::{Around, AtDesk, Step, arrive, choose as go_on, field_of};
use crate::ra::words::{Choice, NemIdRow};
use crate::rules::temporary::{self, TemporaryAction, TemporaryRefusal};
use crate::rules::words::PinLetterSerial;
use crate::web::answer::Answer;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

/// The one way in which a PIN letter leaves the counter.
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
    /// Whether *Nulstil* is among the actions, of which the citizen has to be warned (Guide 3.1.3).
    reset: bool,
    /// Why nothing is offered.
    refusal: Option<Text>,
    /// Whether a certificate has to be attached first (Guide 3.2.2).
    attach_first: bool,
}

/// Asks what is to be issued.
#[get("/valg?<sag>")]
pub async fn ask(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let (action, serial) = match &look.errand.deed {
        Some(Deed::IssueTemporary { action, serial }) => (action.code().to_owned(), serial.to_string()),
        _ => (String::new(), String::new()),
    };
    let form = Filled::with(&TemporaryForm { action, delivery: HANDED_OUT.to_owned(), serial });
    Ok(page(&at, sag, (&look, language), form))
}

/// Goes on to the signature.
#[post("/valg?<sag>", data = "<sent>")]
pub async fn choose(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
    sent: Checked<TemporaryForm>,
) -> Result<Answer, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let mut faults = Faults::default();
    if let Some(deed) = read(&sent, &mut faults) {
        match go_on(house, &at, sag, deed).await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add(field_of(&refusal), refusal),
        }
    }
    let form = Filled::again(&*sent, faults);
    Ok(page(&at, sag, (&look, language), form).with_status(Status::UnprocessableEntity).into())
}

fn read(sent: &TemporaryForm, faults: &mut Faults) -> Option<Deed> {
    let action = TemporaryAction::from_code(&sent.action).ok_or(Text::new("fault-no-action-chosen"));
    let action = faults.take("action", action);
    if sent.delivery != HANDED_OUT {
        faults.add("delivery", "fault-no-delivery-chosen");
    }
    let serial = faults.take("serial", PinLetterSerial::parse(&sent.serial));
    let deed = Deed::IssueTemporary { action: action?, serial: serial? };
    faults.is_empty().then_some(deed)
}

fn page(at: &AtDesk, sag: &str, (look, language): (&Look, Language), form: Filled) -> Page {
    let offered = look.nemid.as_ref().map(|nemid| temporary::offered(nemid, look.now));
    let (actions, refusal) = match offered {
        Some(Ok(actions)) => (actions, None),
        Some(Err(refusal)) => (Vec::new(), Some(refusal)),
        None => (Vec::new(), None),
    };
    let key = |action: &TemporaryAction| format!("temporary-action-{}", action.code());
    let choice = |action: &TemporaryAction| Choice::new(action.code(), Text::new(key(action)).say(language));
    let explained =
        |action: &TemporaryAction| (Text::new(key(action)), Text::new(format!("{}-explained", key(action))));
    let handed_out = Text::new("delivery-handed-out").say(language);
    let view = TemporaryView {
        around: Around::of(at, sag, Step::Choice, look),
        form,
        nemid: look.nemid.as_ref().map(|nemid| NemIdRow::of(nemid, look.now)),
        actions: actions.iter().map(choice).collect(),
        explained: actions.iter().map(explained).collect(),
        deliveries: vec![Choice::new(HANDED_OUT, handed_out)],
        reset: actions.contains(&TemporaryAction::Reset),
        attach_first: refusal == Some(TemporaryRefusal::AttachFirst),
        refusal: refusal.map(Text::from),
    };
    Page::new("ra/temporary.html", view)
}
