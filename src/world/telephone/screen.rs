//! What the telephone shows: its apps, and the request that can be answered.

use jiff::Timestamp;
use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields, Secret};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::web::wording::Wording;
use crate::world::gate::AtTelephone;
use crate::world::pages::page_of;
use crate::world::telephone::device;
use rules::nemid::DeviceId;
use rules::places;
use rules::words::{CarrierNumber, Pin, TypedPassword};
use service::cases::access::requests::State;
use service::cases::world::devices::{DeviceRefusal, Telephone};
use service::cases::world::telephones::{Installed, Request, Screen, TelephoneRefusal};
use service::cases::world::{apps, telephones};

/// The address of a telephone's page.
pub fn address(id: DeviceId) -> String {
    format!("/telefon/{id}")
}

/// The words that may stand in the address after something was done.
const DONE: [&str; 4] = ["installeret", "ibrug", "godkendt", "afvist"];

/// The telephone around what it shows.
#[derive(Serialize)]
pub(super) struct Case {
    at: String,
    name: String,
    /// The address of its owner's page in the control room.
    owner: String,
    make: String,
    number: String,
    net: bool,
    battery: bool,
    /// Why its screen is dark.
    dark: Option<Text>,
}

impl Case {
    pub fn of(screen: &Screen) -> Self {
        let Telephone { make, number, net, battery, .. } = &screen.telephone;
        Self {
            at: address(screen.device),
            name: screen.name.clone(),
            owner: page_of(screen.owner),
            make: make.clone(),
            number: number.to_string(),
            net: *net,
            battery: *battery,
            dark: screen.dark.map(Text::from),
        }
    }
}

/// An app, as the telephone lists it.
#[derive(Serialize)]
struct AppView {
    nemid: String,
    number: String,
    /// `active`, `ready` for its PIN, or `waits`.
    state: &'static str,
    ready: Timestamp,
}

impl AppView {
    fn of(app: &Installed, now: Timestamp) -> Self {
        let state = match (app.in_use, app.ready <= now) {
            (true, _) => "active",
            (false, true) => "ready",
            (false, false) => "waits",
        };
        Self { nemid: app.nemid.to_string(), number: app.number.to_string(), state, ready: app.ready }
    }
}

/// A request that can be answered.
#[derive(Serialize)]
struct RequestView {
    n: i64,
    nemid: String,
    /// What is approved, and where.
    what: String,
    /// The lines of the text that is signed.
    text: Vec<String>,
    at: Timestamp,
}

impl RequestView {
    fn of(request: &Request, language: Language) -> Self {
        let wording = Wording { language, place: &|name| places::title(name) };
        let text = request.text.as_deref().unwrap_or_default();
        Self {
            n: request.n,
            nemid: request.nemid.to_string(),
            what: wording.usage(&request.purpose),
            text: text.lines().map(str::to_owned).collect(),
            at: request.at,
        }
    }
}

#[derive(Serialize)]
struct ScreenView {
    case: Case,
    form: Filled,
    done: Option<Text>,
    apps: Vec<AppView>,
    /// The app whose PIN is chosen now.
    chooses: Option<String>,
    /// The request that is shown, and the numbers of the others.
    request: Option<RequestView>,
    others: Vec<RequestView>,
}

/// The telephone, whatever it is like; for anything that is none the page is not found.
pub(super) async fn found(at: &AtTelephone, id: DeviceId) -> Result<Screen, Answer> {
    settle(telephones::screen(&at.app, id).await)?.done().map_err(|_| Status::NotFound.into())
}

/// What it shows; the request with a number first, if that can be answered, else the newest.
async fn page(
    at: &AtTelephone,
    language: Language,
    id: DeviceId,
    chosen: Option<i64>,
    told: (Option<Text>, Filled),
) -> Result<Page, Answer> {
    let screen = found(at, id).await?;
    let waiting = screen.requests.iter().filter(|request| request.state == State::Waiting);
    let mut others: Vec<_> = waiting.map(|request| RequestView::of(request, language)).collect();
    let shown = others.iter().position(|request| Some(request.n) == chosen).or(others.len().checked_sub(1));
    let request = shown.map(|nth| others.remove(nth));
    let apps: Vec<_> = screen.apps.iter().map(|app| AppView::of(app, screen.now)).collect();
    let (done, form) = told;
    let view = ScreenView {
        case: Case::of(&screen),
        form,
        done,
        chooses: apps.iter().find(|app| app.state == "ready").map(|app| app.number.clone()),
        apps,
        request,
        others,
    };
    Ok(Page::new("world/telephone.html", view))
}

/// The telephone.
#[get("/<id>?<anmodning>&<gjort>")]
pub async fn show(
    at: AtTelephone,
    language: Language,
    id: &str,
    anmodning: Option<i64>,
    gjort: Option<&str>,
) -> Handled {
    let done = gjort.filter(|word| DONE.contains(word));
    let done = done.map(|word| Text::new(format!("telephone-done-{word}")));
    Ok(page(&at, language, device(id)?, anmodning, (done, Filled::blank())).await?.into())
}

fn gone(refusal: TelephoneRefusal) -> Result<TelephoneRefusal, Answer> {
    match refusal {
        TelephoneRefusal::Device(DeviceRefusal::NotThere | DeviceRefusal::NotSuch) => {
            Err(Status::NotFound.into())
        }
        other => Ok(other),
    }
}

/// The PIN of an app.
#[derive(FromForm, Serialize)]
pub struct PinForm {
    pin: Secret,
}

/// Approves a request with the PIN of the app.
#[post("/<id>/anmodning/<n>/godkend", data = "<sent>")]
pub async fn approve(
    at: AtTelephone,
    language: Language,
    id: &str,
    n: i64,
    sent: Checked<PinForm>,
) -> Handled {
    let device = device(id)?;
    let mut faults = Faults::default();
    if let Some(pin) = faults.take("pin", Pin::parse(sent.pin.reveal())) {
        match settle(telephones::approve(&at.app, device, n, pin, &at.origin).await)? {
            Settled::Done(()) => return Ok(Answer::go(format!("{}?gjort=godkendt", address(device)))),
            Settled::Refused(refusal) => match gone(refusal)? {
                refusal if refusal.is_wrong_pin() => faults.add("pin", refusal),
                refusal => faults = Faults::whole(refusal),
            },
        }
    }
    let told = (None, Filled::again(&*sent, faults));
    Ok(Answer::again(page(&at, language, device, Some(n), told).await?))
}

/// Refuses a request.
#[post("/<id>/anmodning/<n>/afvis", data = "<_sent>")]
pub async fn refuse(
    at: AtTelephone,
    language: Language,
    id: &str,
    n: i64,
    _sent: Checked<NoFields>,
) -> Handled {
    let device = device(id)?;
    match settle(telephones::refuse(&at.app, device, n, &at.origin).await)? {
        Settled::Done(()) => Ok(Answer::go(format!("{}?gjort=afvist", address(device)))),
        Settled::Refused(refusal) => {
            let told = (None, Filled::again(&(), Faults::whole(gone(refusal)?)));
            Ok(Answer::again(page(&at, language, device, None, told).await?))
        }
    }
}

/// The password, and the PIN that is chosen, twice.
#[derive(FromForm, Serialize)]
pub struct ChoiceForm {
    password: Secret,
    new_pin: Secret,
    new_pin_again: Secret,
}

/// Takes an app into use with a PIN.
#[post("/<id>/app/<app>/pin", data = "<sent>")]
pub async fn choose_pin(
    at: AtTelephone,
    language: Language,
    id: &str,
    app: &str,
    sent: Checked<ChoiceForm>,
) -> Handled {
    let device = device(id)?;
    let app = CarrierNumber::parse(app).map_err(|_| Status::NotFound)?;
    let mut faults = Faults::default();
    let password = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let pin = faults.take("new_pin", Pin::parse(sent.new_pin.reveal()));
    let again = Pin::parse(sent.new_pin_again.reveal()).ok();
    if pin.is_some() && pin.as_ref().map(Pin::reveal) != again.as_ref().map(Pin::reveal) {
        faults.add("new_pin_again", Text::new("telephone-pins-differ"));
    }
    if let (true, Some(password), Some(pin)) = (faults.is_empty(), password, pin) {
        match settle(apps::choose_pin(&at.app, device, app, password, pin, &at.origin).await)? {
            Settled::Done(_) => return Ok(Answer::go(format!("{}?gjort=ibrug", address(device)))),
            Settled::Refused(refusal) => match gone(refusal)? {
                TelephoneRefusal::Pin(refusal) => faults.add("new_pin", refusal),
                TelephoneRefusal::LogOn(refusal) => faults.add("password", refusal),
                refusal => faults = Faults::whole(refusal),
            },
        }
    }
    let told = (None, Filled::again(&*sent, faults));
    Ok(Answer::again(page(&at, language, device, None, told).await?))
}
