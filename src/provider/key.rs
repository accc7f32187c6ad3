//! The second step of a log-on at a site: the key, or first the number of another card (Guide 3.1.7).

use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{FromForm, State, get, post};
use serde::Serialize;

use crate::provider::guard::{Guest, InProgress, OpenApp, audience};
use crate::provider::look::{SiteFrame, said};
use crate::provider::{at, front};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::origin::HostPolicy;
use crate::web::page::Page;
use crate::web::session;
use rules::keys::KeyRefusal;
use rules::words::{Key, KeyCardNumber};
use service::cases::access::key_question::Asked;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::access::{log_on, sessions};
use service::cases::app::Token;
use service::cases::sites::consent;

/// A typed key.
#[derive(FromForm, Serialize)]
pub struct KeyForm {
    pub key: Secret,
    #[serde(skip)]
    pub shown_for: Option<String>,
}

/// The typed number of a card.
#[derive(FromForm, Serialize)]
pub struct CardForm {
    pub card: String,
    #[serde(skip)]
    pub shown_for: Option<String>,
}

/// The key that is asked for, as shown.
#[derive(Serialize)]
pub struct Question {
    number: String,
    card: String,
}

impl From<Asked> for Question {
    fn from(asked: Asked) -> Self {
        Self { number: format!("{:04}", asked.number.get()), card: asked.card.to_string() }
    }
}

#[derive(Serialize)]
struct KeyView {
    site: SiteFrame,
    /// Empty when a card has to be chosen first.
    question: Option<Question>,
    /// Which log-on it belongs to.
    shown_for: String,
    form: Filled,
}

fn token(guest: &Guest, jar: &CookieJar<'_>) -> Result<Token, Answer> {
    InProgress::LogOn
        .token(jar, guest.site)
        .ok_or_else(|| Answer::from(front::ended(guest, LogOnRefusal::RunOut)))
}

/// The same, if the form that was sent was shown for it: a window that was left behind by a newer log-on answers
/// nothing (D4).
fn token_as_shown(
    guest: &Guest,
    shown_for: Option<&str>,
    (app, jar): (&OpenApp, &CookieJar<'_>),
) -> Result<Token, Answer> {
    let token = token(guest, jar)?;
    let own = app.is_shown_for(&token, shown_for);
    if own { Ok(token) } else { Err(front::ended(guest, LogOnRefusal::RunOut).into()) }
}

async fn page(guest: &Guest, token: &Token, form: Filled, app: &OpenApp) -> Result<Page, Answer> {
    match settle(log_on::question(app, token).await)? {
        Ok(asked) => {
            let (question, shown_for) = (asked.map(Question::from), app.mark(token));
            let view = KeyView { site: SiteFrame::of(guest.site), question, shown_for, form };
            Ok(Page::new("provider/key.html", view))
        }
        Err(refusal) => Err(front::ended(guest, refusal).into()),
    }
}

/// Asks for the key.
#[get("/tjenester/<_>/noegle")]
pub async fn ask(guest: Guest, app: &OpenApp, jar: &CookieJar<'_>) -> Result<Page, Answer> {
    page(&guest, &token(&guest, jar)?, Filled::blank(), app).await
}

/// The key: in, another try, or the end of the log-on.
#[post("/tjenester/<_>/noegle", data = "<sent>")]
pub async fn answer(
    guest: Guest,
    sent: Checked<KeyForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
    door: &State<HostPolicy>,
) -> Result<Redirect, Answer> {
    let token = token_as_shown(&guest, sent.shown_for.as_deref(), (app, jar))?;
    let mut faults = Faults::default();
    let refusal = match faults.take("key", Key::parse(sent.key.reveal())) {
        None => None,
        Some(key) => match settle(log_on::with_key(app, &token, key, &guest.origin).await)? {
            Ok(opened) => return enter(&guest, &opened.session, (app, jar, door)).await,
            Err(refusal) => Some(refusal),
        },
    };
    match refusal {
        None => {}
        Some(refusal @ (LogOnRefusal::WrongKey { .. } | LogOnRefusal::Key(KeyRefusal::AskedAnew))) => {
            faults.add("key", said(refusal));
        }
        Some(refusal) => {
            InProgress::LogOn.forget(jar, guest.site);
            return Err(front::ended(&guest, refusal).into());
        }
    }
    let again = page(&guest, &token, Filled::again(&*sent, faults), app).await?;
    Err(again.with_status(Status::UnprocessableEntity).into())
}

/// Hands the session over; a private site first asks whether it may be told the CPR number (Rules 4.1).
async fn enter(
    guest: &Guest,
    opened: &Token,
    (app, jar, door): (&OpenApp, &CookieJar<'_>, &State<HostPolicy>),
) -> Result<Redirect, Answer> {
    InProgress::LogOn.forget(jar, guest.site);
    session::begin(jar, &audience(guest.site), opened, door);
    let who = sessions::who(app, &audience(guest.site), opened).await?;
    let asks = match who {
        Some(who) => consent::is_to_be_asked(app, guest.site, who.nemid).await?,
        None => false,
    };
    let home = at(guest.site.place.name);
    Ok(Redirect::to(if asks { format!("{home}/samtykke") } else { home }))
}

#[derive(Serialize)]
struct CardView {
    site: SiteFrame,
    shown_for: String,
    form: Filled,
}

fn card_page(guest: &Guest, shown_for: String, form: Filled) -> Page {
    Page::new("provider/card.html", CardView { site: SiteFrame::of(guest.site), shown_for, form })
}

/// Asks for the number of another card.
#[get("/tjenester/<_>/noeglekort")]
pub fn other_card(guest: Guest, app: &OpenApp, jar: &CookieJar<'_>) -> Result<Page, Answer> {
    let token = token(&guest, jar)?;
    Ok(card_page(&guest, app.mark(&token), Filled::blank()))
}

/// Asks from the card whose number was typed.
#[post("/tjenester/<_>/noeglekort", data = "<sent>")]
pub async fn choose_card(
    guest: Guest,
    sent: Checked<CardForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
) -> Result<Redirect, Answer> {
    let token = token_as_shown(&guest, sent.shown_for.as_deref(), (app, jar))?;
    let mut faults = Faults::default();
    if let Some(card) = faults.take("card", KeyCardNumber::parse(&sent.card)) {
        match settle(log_on::choose_card(app, &token, card, &guest.origin).await)? {
            Ok(()) => return Ok(Redirect::to(format!("{}/noegle", at(guest.site.place.name)))),
            Err(LogOnRefusal::RunOut) => return Err(front::ended(&guest, LogOnRefusal::RunOut).into()),
            Err(refusal) => faults.add("card", said(refusal)),
        }
    }
    let again = card_page(&guest, app.mark(&token), Filled::again(&*sent, faults));
    Err(again.with_status(Status::UnprocessableEntity).into())
}
