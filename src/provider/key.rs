//! The second step of a log-on at a site: the key, or first the number of another card (Guide 3.1.7).

use rocket::{get, post};
use serde::Serialize;

use crate::provider::guard::{Guest, InProgress, audience};
use crate::provider::log_on::ended;
use crate::provider::look::{SiteFrame, said};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::key_question::{CardForm, KeyForm, Question};
use crate::web::page::Page;
use rules::keys::KeyRefusal;
use rules::words::{Key, KeyCardNumber};
use service::cases::access::refusal::LogOnRefusal;
use service::cases::access::{log_on, sessions};
use service::cases::app::Token;
use service::cases::sites::consent;

#[derive(Serialize)]
struct KeyView {
    site: SiteFrame,
    /// Empty when a card has to be chosen first.
    question: Option<Question>,
    /// The mark of the log-on it belongs to.
    shown_for: String,
    form: Filled,
}

fn token(guest: &Guest<'_>) -> Result<Token, Answer> {
    let token = guest.caller.token(&InProgress::LogOn.cookie(guest.site));
    token.ok_or_else(|| ended(guest.site, LogOnRefusal::RunOut))
}

/// The token, if the form that was sent was shown for it: a form of a window from before a newer log-on
/// answers nothing (D4).
fn token_as_shown(guest: &Guest<'_>, shown_for: Option<&str>) -> Result<Token, Answer> {
    let token = token(guest)?;
    let own = guest.caller.app.is_shown_for(&token, shown_for);
    if own { Ok(token) } else { Err(ended(guest.site, LogOnRefusal::RunOut)) }
}

async fn page(guest: &Guest<'_>, token: &Token, form: Filled) -> Result<Page, Answer> {
    let app = guest.caller.app;
    match settle(log_on::question(app, token).await)? {
        Settled::Done(pending) => {
            let (question, shown_for) = (pending.asked.map(Question::from), app.mark(token));
            let view = KeyView { site: SiteFrame::of(guest.site), question, shown_for, form };
            Ok(Page::new("provider/key.html", view))
        }
        Settled::Refused(refusal) => Err(ended(guest.site, refusal)),
    }
}

/// Asks for the key.
#[get("/tjenester/<_>/noegle")]
pub async fn ask(guest: Guest<'_>) -> Handled {
    Ok(page(&guest, &token(&guest)?, Filled::blank()).await?.into())
}

/// Takes the key: logged on, another attempt, or the end of the log-on.
#[post("/tjenester/<_>/noegle", data = "<sent>")]
pub async fn answer(guest: Guest<'_>, sent: Checked<KeyForm>) -> Handled {
    let caller = &guest.caller;
    let token = token_as_shown(&guest, sent.shown_for.as_deref())?;
    let mut faults = Faults::default();
    let refusal = match faults.take("key", Key::parse(sent.key.reveal())) {
        None => None,
        Some(key) => match settle(log_on::with_key(caller.app, &token, key, &caller.origin).await)? {
            Settled::Done(opened) => return enter(&guest, &opened.session).await,
            Settled::Refused(refusal) => Some(refusal),
        },
    };
    match refusal {
        None => {}
        Some(refusal @ (LogOnRefusal::WrongKey { .. } | LogOnRefusal::Key(KeyRefusal::AskedAnew))) => {
            faults.add("key", said(refusal));
        }
        Some(refusal) => {
            caller.forget(&InProgress::LogOn.cookie(guest.site));
            return Ok(ended(guest.site, refusal));
        }
    }
    Ok(Answer::again(page(&guest, &token, Filled::again(&*sent, faults)).await?))
}

/// Sends the session to the browser; a private site first asks whether it may be given the CPR number (Rules
/// 4.1).
async fn enter(guest: &Guest<'_>, opened: &Token) -> Handled {
    let (site, caller) = (guest.site, &guest.caller);
    caller.forget(&InProgress::LogOn.cookie(site));
    caller.begin_session(&audience(site), opened);
    let asks = match sessions::who(caller.app, &audience(site), opened).await? {
        Some(who) => consent::is_to_be_asked(caller.app, site, who.nemid).await?,
        None => false,
    };
    let home = guest.at();
    Ok(Answer::go(if asks { format!("{home}/samtykke") } else { home }))
}

#[derive(Serialize)]
struct CardView {
    site: SiteFrame,
    shown_for: String,
    form: Filled,
}

fn card_page(guest: &Guest<'_>, token: &Token, form: Filled) -> Page {
    let shown_for = guest.caller.app.mark(token);
    Page::new("provider/card.html", CardView { site: SiteFrame::of(guest.site), shown_for, form })
}

/// Asks for the number of another card.
#[get("/tjenester/<_>/noeglekort")]
pub fn other_card(guest: Guest<'_>) -> Handled {
    Ok(card_page(&guest, &token(&guest)?, Filled::blank()).into())
}

/// Asks from the card whose number was typed.
#[post("/tjenester/<_>/noeglekort", data = "<sent>")]
pub async fn choose_card(guest: Guest<'_>, sent: Checked<CardForm>) -> Handled {
    let caller = &guest.caller;
    let token = token_as_shown(&guest, sent.shown_for.as_deref())?;
    let mut faults = Faults::default();
    if let Some(card) = faults.take("card", KeyCardNumber::parse(&sent.card)) {
        match settle(log_on::choose_card(caller.app, &token, card, &caller.origin).await)? {
            Settled::Done(()) => return Ok(Answer::go(format!("{}/noegle", guest.at()))),
            Settled::Refused(refusal @ LogOnRefusal::RunOut) => return Ok(ended(guest.site, refusal)),
            Settled::Refused(refusal) => faults.add("card", said(refusal)),
        }
    }
    Ok(Answer::again(card_page(&guest, &token, Filled::again(&*sent, faults))))
}
