//! The log-on of everybody: user id and password, then a key. For whom it is, is told by where it leads afterwards
//! (`?til=`); which log-on is in progress, by a cookie of its own.

use rocket::http::Status;
use rocket::response::Redirect;
use rocket::{FromForm, get, post};
use serde::Serialize;

use super::AtDoor;
use crate::cases::log_on::{self, Asked, LogOnRefusal};
use crate::cases::places::{self, Place};
use crate::cases::sessions::{self, Audience};
use crate::outside::tokens::Token;
use crate::rules::keys::KeyRefusal;
use crate::rules::words::{Key, KeyCardNumber, TypedPassword, TypedUserId};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields, Secret};
use crate::web::navigation::Section;
use crate::web::page::Page;
use crate::web::session;
use crate::web::texts::Text;
use crate::web::way_back::WayBack;

/// The cookie of a log-on in progress.
const COOKIE: &str = "selvbetjening_log_on";
/// The address of the first step.
const PASSWORD: &str = "/log-paa";
/// The address of the second step.
const KEY: &str = "/log-paa/noegle";
/// The address where another card is named.
const CARD: &str = "/log-paa/kort";

/// User id and password.
#[derive(FromForm, Serialize)]
pub struct PasswordForm {
    user_id: String,
    password: Secret,
}

/// A key.
#[derive(FromForm, Serialize)]
pub struct KeyForm {
    key: Secret,
}

/// The number of a card.
#[derive(FromForm, Serialize)]
pub struct CardForm {
    card: String,
}

#[derive(Serialize)]
struct LogOnView {
    form: Filled,
    /// For whom it asks.
    at: Text,
    /// Where the form goes.
    action: String,
    /// Where a key from another card is asked for.
    other_card: String,
    /// Where one begins anew.
    begin: String,
    /// Whether this is the citizen's own log-on, with help for those who can't.
    citizen: bool,
    asked: Option<AskedView>,
}

#[derive(Serialize)]
struct AskedView {
    number: String,
    card: String,
}

/// A step of the log-on on its way back to the visitor.
struct Step<'a> {
    way: Option<&'a WayBack>,
    template: &'static str,
    address: &'static str,
}

impl<'a> Step<'a> {
    fn password(way: Option<&'a WayBack>) -> Self {
        Self { way, template: "citizen/entry/log_on.html", address: PASSWORD }
    }

    fn key(way: Option<&'a WayBack>) -> Self {
        Self { way, template: "citizen/entry/log_on_key.html", address: KEY }
    }

    fn card(way: Option<&'a WayBack>) -> Self {
        Self { way, template: "citizen/entry/log_on_card.html", address: CARD }
    }

    fn page(&self, form: Filled, asked: Option<Asked>) -> Page {
        let section = section(self.way);
        let view = LogOnView {
            form,
            at: Text::new(match section {
                Section::Counter => "log-on-at-counter",
                Section::Operator => "log-on-at-operator",
                Section::BankCounter => "log-on-at-bank",
                _ => "log-on-at-citizen",
            }),
            action: onward(self.way, self.address),
            other_card: onward(self.way, CARD),
            begin: onward(self.way, PASSWORD),
            citizen: section == Section::Citizen,
            asked: asked
                .map(|asked| AskedView { number: asked.number.to_string(), card: asked.card.to_string() }),
        };
        Page::new(self.template, view).in_section(section)
    }

    fn again(&self, sent: &impl Serialize, faults: Faults, asked: Option<Asked>) -> Answer {
        self.page(Filled::again(sent, faults), asked).with_status(Status::UnprocessableEntity).into()
    }
}

/// The first step.
#[get("/log-paa?<til>")]
pub fn first(til: Option<WayBack>) -> Page {
    Step::password(til.as_ref()).page(Filled::blank(), None)
}

/// User id and password were typed.
#[post("/log-paa?<til>", data = "<sent>")]
pub async fn password(
    at: AtDoor<'_>,
    til: Option<WayBack>,
    sent: Checked<PasswordForm>,
) -> Result<Redirect, Answer> {
    let mut faults = Faults::default();
    let user_id = faults.take("user_id", TypedUserId::parse(&sent.user_id));
    let typed = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let (Some(user_id), Some(typed)) = (user_id, typed) else {
        return Err(Step::password(til.as_ref()).again(&*sent, faults, None));
    };
    let r#use = audience(til.as_ref()).log_on();
    match settle(log_on::with_password(at.house, (&user_id, &typed), r#use, &at.origin).await)? {
        Ok(token) => {
            at.keep(COOKIE, &token);
            Ok(Redirect::to(onward(til.as_ref(), KEY)))
        }
        Err(refusal) => Err(Step::password(til.as_ref()).again(&*sent, Faults::whole(told(refusal)), None)),
    }
}

/// The second step: the key, or the number of a card where none is in use.
#[get("/log-paa/noegle?<til>")]
pub async fn key(at: AtDoor<'_>, til: Option<WayBack>) -> Result<Page, Answer> {
    let asked = asked(&at, til.as_ref()).await?.1;
    Ok(if asked.is_some() {
        Step::key(til.as_ref()).page(Filled::blank(), asked)
    } else {
        Step::card(til.as_ref()).page(Filled::again(&(), Faults::whole(KeyRefusal::NoCard)), None)
    })
}

/// A key was typed.
#[post("/log-paa/noegle?<til>", data = "<sent>")]
pub async fn answer(
    at: AtDoor<'_>,
    til: Option<WayBack>,
    sent: Checked<KeyForm>,
) -> Result<Redirect, Answer> {
    let (token, asked_before) = asked(&at, til.as_ref()).await?;
    let typed = Key::parse(sent.key.reveal())
        .map_err(|fault| Step::key(til.as_ref()).again(&*sent, Faults::one("key", fault), asked_before))?;
    match settle(log_on::with_key(at.house, &token, typed, &at.origin).await)? {
        Ok((opened, audience)) => {
            if let Some(before) = session::token(at.jar, &audience) {
                sessions::log_off(at.house, &audience, &before, &at.origin).await?;
            }
            at.forget(COOKIE);
            session::begin(at.jar, &audience, &opened, at.door);
            Ok(Redirect::to(destination(til)))
        }
        Err(refusal) => Err(key_refused(&at, til.as_ref(), refusal).await),
    }
}

/// Names another card.
#[get("/log-paa/kort?<til>")]
pub async fn other_card(at: AtDoor<'_>, til: Option<WayBack>) -> Result<Page, Answer> {
    asked(&at, til.as_ref()).await?;
    Ok(Step::card(til.as_ref()).page(Filled::blank(), None))
}

/// Another card was named.
#[post("/log-paa/kort?<til>", data = "<sent>")]
pub async fn card(at: AtDoor<'_>, til: Option<WayBack>, sent: Checked<CardForm>) -> Result<Redirect, Answer> {
    let (token, _) = asked(&at, til.as_ref()).await?;
    let again = |fault: Text| Step::card(til.as_ref()).again(&*sent, Faults::one("card", fault), None);
    let card = KeyCardNumber::parse(&sent.card).map_err(|fault| again(fault.into()))?;
    match settle(log_on::choose_card(at.house, &token, card, &at.origin).await)? {
        Ok(()) => Ok(Redirect::to(onward(til.as_ref(), KEY))),
        Err(refusal) => Err(again(told(refusal))),
    }
}

/// Logs the citizen off.
#[post("/log-af", data = "<_sent>")]
pub async fn log_off(at: AtDoor<'_>, _sent: Checked<NoFields>) -> Result<Redirect, Answer> {
    let audience = Audience::Selvbetjening;
    if let Some(token) = session::token(at.jar, &audience) {
        sessions::log_off(at.house, &audience, &token, &at.origin).await?;
        session::end(at.jar, &audience);
    }
    Ok(Redirect::to("/"))
}

/// The log-on in progress and what it asks for; the first step where there is none any more.
async fn asked(at: &AtDoor<'_>, way: Option<&WayBack>) -> Result<(Token, Option<Asked>), Answer> {
    let Some(token) = at.token(COOKIE) else { return Err(ended(at, way, LogOnRefusal::RunOut)) };
    match settle(log_on::question(at.house, &token).await)? {
        Ok(asked) => Ok((token, asked)),
        Err(refusal) => Err(ended(at, way, refusal)),
    }
}

/// A key that did not let anybody in: another try, or the end of the log-on.
async fn key_refused(at: &AtDoor<'_>, way: Option<&WayBack>, refusal: LogOnRefusal) -> Answer {
    let once_more = matches!(refusal, LogOnRefusal::WrongKey { .. } | LogOnRefusal::Key(_));
    match asked(at, way).await {
        Ok((_, asked)) if once_more => {
            let step = if asked.is_some() { Step::key(way) } else { Step::card(way) };
            let field = if asked.is_some() { "key" } else { "" };
            step.again(&(), Faults::one(field, told(refusal)), asked)
        }
        _ => ended(at, way, refusal),
    }
}

/// The log-on is over; it begins anew with the reason.
fn ended(at: &AtDoor<'_>, way: Option<&WayBack>, refusal: LogOnRefusal) -> Answer {
    at.forget(COOKIE);
    Step::password(way).again(&(), Faults::whole(told(refusal)), None)
}

fn told(refusal: LogOnRefusal) -> Text {
    match refusal {
        LogOnRefusal::WrongKey { left } => Text::from(refusal).with("left", u32::from(left)),
        refusal => refusal.into(),
    }
}

fn section(way: Option<&WayBack>) -> Section {
    match way.map(WayBack::section) {
        Some(section @ (Section::Counter | Section::Operator)) => section,
        Some(Section::BankCounter) if bank(way).is_some() => Section::BankCounter,
        _ => Section::Citizen,
    }
}

/// The bank whose counter is behind the log-on.
fn bank(way: Option<&WayBack>) -> Option<Place> {
    let path = way.filter(|way| way.section() == Section::BankCounter)?.to_string();
    places::bank(path.split(['/', '?']).nth(2).unwrap_or_default())
}

fn audience(way: Option<&WayBack>) -> Audience {
    match (section(way), bank(way)) {
        (Section::Counter, _) => Audience::Ra,
        (Section::Operator, _) => Audience::Operator,
        (_, Some(bank)) => Audience::BankCounter(bank.word()),
        _ => Audience::Selvbetjening,
    }
}

fn onward(way: Option<&WayBack>, page: &str) -> String {
    way.map_or_else(|| page.to_owned(), |way| way.by(page))
}

fn destination(way: Option<WayBack>) -> String {
    way.map_or_else(|| "/selvbetjening".to_owned(), |way| way.to_string())
}
