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
    #[serde(skip)]
    shown_for: Option<String>,
}

/// The number of a card.
#[derive(FromForm, Serialize)]
pub struct CardForm {
    card: String,
    #[serde(skip)]
    shown_for: Option<String>,
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
    /// Whether no card is in use, so that one has to be named.
    no_card: bool,
    /// Which log-on it belongs to, once one has begun.
    shown_for: Option<String>,
    asked: Option<AskedView>,
}

#[derive(Serialize)]
struct AskedView {
    number: String,
    card: String,
}

/// A log-on in progress, as its pages show it.
struct Begun {
    token: Token,
    shown_for: String,
    asked: Option<Asked>,
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

    fn page(&self, form: Filled, begun: Option<Begun>) -> Page {
        let section = section(self.way);
        let no_card = begun.as_ref().is_some_and(|begun| begun.asked.is_none());
        let (shown_for, asked) = begun.map(|begun| (begun.shown_for, begun.asked)).unzip();
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
            no_card,
            shown_for,
            asked: asked
                .flatten()
                .map(|asked| AskedView { number: asked.number.to_string(), card: asked.card.to_string() }),
        };
        Page::new(self.template, view).in_section(section)
    }

    fn again(&self, sent: &impl Serialize, faults: Faults, begun: Option<Begun>) -> Answer {
        self.page(Filled::again(sent, faults), begun).with_status(Status::UnprocessableEntity).into()
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
    let begun = begun(&at, til.as_ref()).await?;
    Ok(if begun.asked.is_some() {
        Step::key(til.as_ref()).page(Filled::blank(), Some(begun))
    } else {
        Step::card(til.as_ref()).page(Filled::blank(), Some(begun))
    })
}

/// A key was typed.
#[post("/log-paa/noegle?<til>", data = "<sent>")]
pub async fn answer(
    at: AtDoor<'_>,
    til: Option<WayBack>,
    sent: Checked<KeyForm>,
) -> Result<Redirect, Answer> {
    let begun = begun_as_shown(&at, til.as_ref(), sent.shown_for.as_deref()).await?;
    let typed = match Key::parse(sent.key.reveal()) {
        Ok(typed) => typed,
        Err(fault) => {
            return Err(Step::key(til.as_ref()).again(&*sent, Faults::one("key", fault), Some(begun)));
        }
    };
    match settle(log_on::with_key(at.house, &begun.token, typed, &at.origin).await)? {
        Ok((opened, audience)) => {
            if let Some(before) = session::token(at.jar, &audience) {
                sessions::log_off(at.house, &audience, &before, &at.origin).await?;
            }
            at.forget(COOKIE);
            session::begin(at.jar, &audience, &opened, at.door);
            Ok(Redirect::to(destination(til.as_ref())))
        }
        Err(refusal) => Err(key_refused(&at, til.as_ref(), refusal).await),
    }
}

/// Names another card.
#[get("/log-paa/kort?<til>")]
pub async fn other_card(at: AtDoor<'_>, til: Option<WayBack>) -> Result<Page, Answer> {
    let begun = begun(&at, til.as_ref()).await?;
    Ok(Step::card(til.as_ref()).page(Filled::blank(), Some(begun)))
}

/// Another card was named.
#[post("/log-paa/kort?<til>", data = "<sent>")]
pub async fn card(at: AtDoor<'_>, til: Option<WayBack>, sent: Checked<CardForm>) -> Result<Redirect, Answer> {
    let begun = begun_as_shown(&at, til.as_ref(), sent.shown_for.as_deref()).await?;
    let fault: Text = match KeyCardNumber::parse(&sent.card) {
        Err(fault) => fault.into(),
        Ok(card) => match settle(log_on::choose_card(at.house, &begun.token, card, &at.origin).await)? {
            Ok(()) => return Ok(Redirect::to(onward(til.as_ref(), KEY))),
            Err(refusal) => told(refusal),
        },
    };
    Err(Step::card(til.as_ref()).again(&*sent, Faults::one("card", fault), Some(begun)))
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

/// The log-on in progress and what it asks for. Where there is none any more, the first step; or the page that it led
/// to a moment ago, for who goes back or sends twice.
async fn begun(at: &AtDoor<'_>, way: Option<&WayBack>) -> Result<Begun, Answer> {
    let question = match at.token(COOKIE) {
        None => Err(LogOnRefusal::RunOut),
        Some(token) => {
            let shown_for = at.house.mark(&token);
            let asked = settle(log_on::question(at.house, &token).await)?;
            asked.map(|asked| Begun { token, shown_for, asked })
        }
    };
    let Err(refusal) = question else { return question.map_err(|refusal| ended(at, way, refusal)) };
    let audience = audience(way);
    if let Some(session) = session::token(at.jar, &audience)
        && sessions::has_just_begun(at.house, &audience, &session).await?
    {
        return Err(Answer::go(destination(way)));
    }
    Err(ended(at, way, refusal))
}

/// The same, if the form that was sent was shown for it: a window that was left behind by a newer log-on answers
/// nothing (D4).
async fn begun_as_shown(
    at: &AtDoor<'_>,
    way: Option<&WayBack>,
    shown_for: Option<&str>,
) -> Result<Begun, Answer> {
    let begun = begun(at, way).await?;
    if at.is_shown_for(&begun.token, shown_for) {
        return Ok(begun);
    }
    Err(Step::password(way).again(&(), Faults::whole("refusal-log-on-replaced"), None))
}

/// A key that did not let anybody in: another try, or the end of the log-on.
async fn key_refused(at: &AtDoor<'_>, way: Option<&WayBack>, refusal: LogOnRefusal) -> Answer {
    let once_more = matches!(refusal, LogOnRefusal::WrongKey { .. } | LogOnRefusal::Key(_));
    match begun(at, way).await {
        Ok(begun) if once_more => {
            let asked = begun.asked.is_some();
            let (step, field) = if asked { (Step::key(way), "key") } else { (Step::card(way), "") };
            step.again(&(), Faults::one(field, told(refusal)), Some(begun))
        }
        Err(answer) if refusal == LogOnRefusal::RunOut => answer,
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

fn destination(way: Option<&WayBack>) -> String {
    way.map_or_else(|| "/selvbetjening".to_owned(), ToString::to_string)
}
