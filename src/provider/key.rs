//! The second step of a log-on at a site: the key, or first the number of another card (Guide 3.1.7).

use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::provider::address::{destination, onward};
use crate::provider::guard::{Guest, InProgress, audience};
use crate::provider::log_on::ended;
use crate::provider::look::{SiteFrame, said};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::key_question;
use crate::web::key_question::{CardForm, KeyForm, KeyStep, KindForm};
use crate::web::page::Page;
use crate::web::way_back::WayBack;
use rules::words::KeyCardNumber;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::access::{log_on, sessions};
use service::cases::app::Token;
use service::cases::sites::consent;

#[derive(Serialize)]
struct KeyView {
    site: SiteFrame,
    question: KeyStep,
    /// The addresses of this step, of another card's number, of another kind of carrier, and of the beginning.
    ways: Ways,
    /// The mark of the log-on it belongs to.
    shown_for: String,
    form: Filled,
}

/// The pages of a log-on, each of which leads on to the page that the visitor came from.
#[derive(Serialize)]
struct Ways {
    key: String,
    card: String,
    kind: String,
    begin: String,
}

/// A log-on at a site, and the page that it leads to.
struct Entering<'r> {
    guest: Guest<'r>,
    til: Option<WayBack>,
}

impl Entering<'_> {
    fn way(&self, page: &str) -> String {
        onward(format!("{}{page}", self.guest.at()), self.til.as_ref())
    }

    fn ways(&self) -> Ways {
        let way = |page: &str| self.way(page);
        Ways { key: way("/noegle"), card: way("/noeglekort"), kind: way("/noegletype"), begin: way("") }
    }

    fn ended(&self, refusal: LogOnRefusal) -> Answer {
        ended(self.guest.site, self.til.as_ref(), refusal)
    }
}

fn token(at: &Entering<'_>) -> Result<Token, Answer> {
    let token = at.guest.caller.token(&InProgress::LogOn.cookie(at.guest.site));
    token.ok_or_else(|| at.ended(LogOnRefusal::RunOut))
}

/// The token, if the form that was sent was shown for it: a form of a window from before a newer log-on
/// answers nothing (D4).
fn token_as_shown(at: &Entering<'_>, shown_for: Option<&str>) -> Result<Token, Answer> {
    let token = token(at)?;
    let own = at.guest.caller.app.is_shown_for(&token, shown_for);
    if own { Ok(token) } else { Err(at.ended(LogOnRefusal::RunOut)) }
}

async fn page(at: &Entering<'_>, token: &Token, form: Filled) -> Result<Page, Answer> {
    let (app, site) = (at.guest.caller.app, at.guest.site);
    match settle(log_on::question(app, token).await)? {
        Settled::Done(pending) => {
            at.guest.caller.tell_time(&InProgress::LogOn.cookie(site)).await?;
            let (question, shown_for) = (KeyStep::from(pending.posed), app.mark(token));
            let form = question.fitting(form);
            let view = KeyView { site: SiteFrame::of(site), question, ways: at.ways(), shown_for, form };
            Ok(Page::new("provider/key.html", view))
        }
        Settled::Refused(refusal) => Err(at.ended(refusal)),
    }
}

/// Asks for the key.
#[get("/tjenester/<_>/noegle?<til>")]
pub async fn ask(guest: Guest<'_>, til: Option<WayBack>) -> Handled {
    let at = Entering { guest, til };
    Ok(page(&at, &token(&at)?, Filled::blank()).await?.into())
}

/// Takes the key: logged on, another attempt, or the end of the log-on.
#[post("/tjenester/<_>/noegle?<til>", data = "<sent>")]
pub async fn answer(guest: Guest<'_>, til: Option<WayBack>, sent: Checked<KeyForm>) -> Handled {
    let at = Entering { guest, til };
    let caller = &at.guest.caller;
    let token = token_as_shown(&at, sent.shown_for.as_deref())?;
    let mut faults = Faults::default();
    let refusal = match faults.take("key", sent.answer()) {
        None => None,
        Some(key) => match settle(log_on::with_key(caller.app, &token, key, &caller.origin).await)? {
            Settled::Done(opened) => return enter(&at, &opened.session).await,
            Settled::Refused(refusal) => Some(refusal),
        },
    };
    match refusal {
        None => {}
        Some(refusal) if refusal.leaves_the_question() => {
            faults.add(key_question::field(refusal), said(refusal));
        }
        Some(refusal) => {
            caller.forget(&InProgress::LogOn.cookie(at.guest.site));
            return Ok(at.ended(refusal));
        }
    }
    Ok(Answer::again(page(&at, &token, Filled::again(&*sent, faults)).await?))
}

/// Asks for a key of a carrier of another kind.
#[post("/tjenester/<_>/noegletype?<til>", data = "<sent>")]
pub async fn choose_kind(guest: Guest<'_>, til: Option<WayBack>, sent: Checked<KindForm>) -> Handled {
    let at = Entering { guest, til };
    let caller = &at.guest.caller;
    let token = token_as_shown(&at, sent.shown_for.as_deref())?;
    let Some(kind) = sent.chosen() else { return Err(Status::UnprocessableEntity.into()) };
    match settle(log_on::choose_kind(caller.app, &token, kind, &caller.origin).await)? {
        Settled::Done(()) => Ok(Answer::go(at.way("/noegle"))),
        Settled::Refused(refusal) if refusal.leaves_the_question() => {
            let form = Filled::again(&(), Faults::one(key_question::field(refusal), said(refusal)));
            Ok(Answer::again(page(&at, &token, form).await?))
        }
        Settled::Refused(refusal) => Ok(at.ended(refusal)),
    }
}

/// Sends the session to the browser; a private site first asks whether it may be given the CPR number (Rules
/// 4.1).
async fn enter(at: &Entering<'_>, opened: &Token) -> Handled {
    let (site, caller) = (at.guest.site, &at.guest.caller);
    caller.forget(&InProgress::LogOn.cookie(site));
    caller.begin_session(&audience(site), opened);
    let asks = match sessions::who(caller.app, &audience(site), opened).await? {
        Some(who) => consent::is_to_be_asked(caller.app, site, who.nemid).await?,
        None => false,
    };
    let on = if asks { at.way("/samtykke") } else { destination(site.place.name, at.til.as_ref()) };
    Ok(Answer::go(on))
}

#[derive(Serialize)]
struct CardView {
    site: SiteFrame,
    ways: Ways,
    shown_for: String,
    form: Filled,
}

async fn card_page(at: &Entering<'_>, token: &Token, form: Filled) -> Result<Page, Answer> {
    let caller = &at.guest.caller;
    caller.tell_time(&InProgress::LogOn.cookie(at.guest.site)).await?;
    let (site, shown_for) = (SiteFrame::of(at.guest.site), caller.app.mark(token));
    Ok(Page::new("provider/card.html", CardView { site, ways: at.ways(), shown_for, form }))
}

/// Asks for the number of another card.
#[get("/tjenester/<_>/noeglekort?<til>")]
pub async fn other_card(guest: Guest<'_>, til: Option<WayBack>) -> Handled {
    let at = Entering { guest, til };
    Ok(card_page(&at, &token(&at)?, Filled::blank()).await?.into())
}

/// Asks from the card whose number was typed.
#[post("/tjenester/<_>/noeglekort?<til>", data = "<sent>")]
pub async fn choose_card(guest: Guest<'_>, til: Option<WayBack>, sent: Checked<CardForm>) -> Handled {
    let at = Entering { guest, til };
    let caller = &at.guest.caller;
    let token = token_as_shown(&at, sent.shown_for.as_deref())?;
    let mut faults = Faults::default();
    if let Some(card) = faults.take("card", KeyCardNumber::parse(&sent.card)) {
        match settle(log_on::choose_card(caller.app, &token, card, &caller.origin).await)? {
            Settled::Done(()) => return Ok(Answer::go(at.way("/noegle"))),
            Settled::Refused(refusal @ LogOnRefusal::RunOut) => return Ok(at.ended(refusal)),
            Settled::Refused(refusal) => faults.add("card", said(refusal)),
        }
    }
    Ok(Answer::again(card_page(&at, &token, Filled::again(&*sent, faults)).await?))
}
