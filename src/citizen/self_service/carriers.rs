//! Keys beside the card: tokens, apps and voice lines as their holder sees them, and the token's order and first use
//! (Rules 1, D36).

use jiff::Timestamp;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{attempt, done, own, own_once};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::{AtApp, Caller};
use crate::web::cookies::cookie_name;
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::key_question::{KeyStep, told};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::states;
use crate::web::states::Colour;
use crate::web::texts::Text;
use crate::web::wording::code;
use rules::carriers::{CarrierRefusal, voice};
use rules::nemid::{CarrierState, Holding};
use rules::words::{CarrierKind, CarrierNumber, Key};
use service::cases::access::audience::Audience;
use service::cases::access::key_question::Posed;
use service::cases::app::App;
use service::cases::own::carriers::{Overview, Shown};
use service::cases::own::keyed::CarrierKeyRefusal;
use service::cases::own::{carriers, token};

pub(super) const PAGE: &str = "/selvbetjening/noegler";
const START: &str = "/selvbetjening/noegler/ibrug/noegle";

/// One token, app or voice line.
#[derive(Serialize)]
struct CarrierView {
    /// The word of its kind.
    by: &'static str,
    number: String,
    state: Text,
    kind: Colour,
    since: Timestamp,
    used: Option<Timestamp>,
    /// The telephone that an app is on, or the end of the number that is called.
    device: Option<String>,
    /// When it arrives by post.
    arrives: Option<Timestamp>,
    /// Why and when it was blocked.
    reason: Option<Text>,
    ended: Option<Timestamp>,
    open: bool,
}

impl CarrierView {
    fn of(shown: &Shown) -> Self {
        let carrier = &shown.carrier;
        let (reason, ended) = match &carrier.state {
            CarrierState::Blocked(block) => {
                (Some(Text::new(format!("reason-{}", code(block.reason)))), Some(block.at))
            }
            CarrierState::WornOut { at } => (None, Some(*at)),
            CarrierState::Ordered | CarrierState::Attached | CarrierState::Active => (None, None),
        };
        let state = states::carrier(carrier.kind(), &carrier.state);
        let device = match carrier.holding {
            Holding::Voice { telephone } => Some(telephone.masked()),
            Holding::Token { .. } | Holding::App { .. } => shown.device.clone(),
        };
        Self {
            by: carrier.kind().code(),
            number: carrier.number.to_string(),
            state: state.text,
            kind: state.kind,
            since: carrier.since,
            used: carrier.used,
            device,
            arrives: shown.arrives,
            reason,
            ended,
            open: carrier.is_open(),
        }
    }
}

#[derive(Serialize)]
struct CarriersView {
    done: Option<Text>,
    form: Filled,
    once: String,
    open: Vec<CarrierView>,
    ended: Vec<CarrierView>,
    /// Whether a token waits to be taken into use.
    waits: bool,
    /// Whether a telephone waits to be confirmed, and whether one is in use that can be changed.
    voice_waits: bool,
    voice_in_use: bool,
    /// Why no token can be ordered now.
    no_token: Option<Text>,
}

fn show(app: &App, overview: &Overview, done: Option<Text>, form: Filled) -> Page {
    let views = overview.carriers.iter().rev().map(CarrierView::of);
    let (open, ended) = views.partition::<Vec<_>, _>(|carrier| carrier.open);
    let waits = |shown: &Shown| {
        shown.carrier.kind() == CarrierKind::Token && shown.carrier.state == CarrierState::Attached
    };
    let view = CarriersView {
        done,
        form,
        once: app.new_token().reveal(),
        open,
        ended,
        waits: overview.carriers.iter().any(waits),
        voice_waits: voice::to_confirm(&overview.nemid).is_ok(),
        voice_in_use: overview.nemid.usable_carriers(CarrierKind::Voice).next().is_some(),
        no_token: overview.no_token.map(Text::from),
    };
    Page::new("citizen/self_service/carriers.html", view)
}

/// Tokens, apps and voice lines.
#[get("/selvbetjening/noegler?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Handled {
    let overview = carriers::of(app, citizen.nemid).await?;
    Ok(show(app, &overview, done(gjort), Filled::blank()).into())
}

/// The list again, with a form and its faults.
pub(super) async fn again(app: &AtApp, citizen: &Citizen, form: Filled) -> Handled {
    let overview = carriers::of(app, citizen.nemid).await?;
    Ok(Answer::again(show(app, &overview, None, form)))
}

/// The order of a token: a button.
#[derive(FromForm, Serialize)]
pub struct OrderForm {
    once: String,
}

/// Orders a token to the registered address.
#[post("/selvbetjening/noegler/noegleviser", data = "<sent>")]
pub async fn order(citizen: Citizen, app: &AtApp, sent: Checked<OrderForm>) -> Handled {
    match attempt(token::order(app, own_once(&citizen, &sent.once)?).await)? {
        Settled::Done(()) => Ok(Answer::go(format!("{PAGE}?gjort=noegleviser-bestilt"))),
        Settled::Refused(refusal) => {
            again(app, &citizen, Filled::again(&*sent, Faults::whole(refusal))).await
        }
    }
}

/// The serial number of the token that is taken into use.
#[derive(FromForm, Serialize)]
pub struct SerialForm {
    serial: String,
}

/// Takes the serial number, and goes on to the code and the key.
#[post("/selvbetjening/noegler/ibrug", data = "<sent>")]
pub async fn begin(citizen: Citizen, app: &AtApp, sent: Checked<SerialForm>) -> Handled {
    let mut faults = Faults::default();
    if let Some(number) = faults.take("serial", CarrierNumber::parse(&sent.serial)) {
        match settle(token::begin(app, &own(&citizen), number).await)? {
            Settled::Done(()) => return Ok(Answer::go(START)),
            Settled::Refused(CarrierKeyRefusal::Rules(refusal)) => faults.add("serial", refusal),
            Settled::Refused(refusal) => faults = Faults::whole(refusal),
        }
    }
    again(app, &citizen, Filled::again(&*sent, faults)).await
}

#[derive(Serialize)]
struct StartView {
    form: Filled,
    serial: String,
    step: KeyStep,
}

/// A code of the token and a key from the card.
#[derive(FromForm, Serialize)]
pub struct StartForm {
    token_code: Secret,
    key: Secret,
}

fn ask(number: CarrierNumber, posed: Posed, form: Filled) -> Page {
    let view = StartView { form, serial: number.to_string(), step: KeyStep::of_card_alone(posed) };
    Page::new("citizen/self_service/token_start.html", view)
}

/// Asks for a code of the token and a key from the card.
#[get("/selvbetjening/noegler/ibrug/noegle")]
pub async fn question(citizen: Citizen, caller: Caller<'_>, app: &AtApp) -> Handled {
    match settle(token::question(app, &own(&citizen)).await)? {
        Settled::Done((number, posed)) => {
            caller.tell_time(&cookie_name(&Audience::Selvbetjening)).await?;
            Ok(ask(number, posed, Filled::blank()).into())
        }
        Settled::Refused(_) => Ok(Answer::go(PAGE)),
    }
}

/// Takes both: in use, another attempt, or back to the beginning.
#[post("/selvbetjening/noegler/ibrug/noegle", data = "<sent>")]
pub async fn start(citizen: Citizen, app: &AtApp, sent: Checked<StartForm>) -> Handled {
    let mut faults = Faults::default();
    let shown = faults.take("token_code", Key::parse(sent.token_code.reveal()));
    let key = faults.take("key", Key::parse(sent.key.reveal()));
    if let (Some(shown), Some(key)) = (shown, key) {
        match settle(token::take_into_use(app, &own(&citizen), shown, key).await)? {
            Settled::Done(()) => return Ok(Answer::go(format!("{PAGE}?gjort=noegleviser-ibrug"))),
            Settled::Refused(CarrierKeyRefusal::Rules(refusal @ CarrierRefusal::WrongCode)) => {
                faults.add("token_code", refusal);
            }
            Settled::Refused(CarrierKeyRefusal::Key(refusal)) if refusal.leaves_the_question() => {
                faults.add("key", told(refusal));
            }
            Settled::Refused(refusal) => {
                return again(app, &citizen, Filled::again(&(), Faults::whole(refusal))).await;
            }
        }
    }
    match settle(token::question(app, &own(&citizen)).await)? {
        Settled::Done((number, posed)) => {
            Ok(Answer::again(ask(number, posed, Filled::again(&*sent, faults))))
        }
        Settled::Refused(refusal) => again(app, &citizen, Filled::again(&(), Faults::whole(refusal))).await,
    }
}
