//! The log-on of everybody: user id and password, then a key. Its audience is determined by the address it
//! leads to (`?til=`); a cookie holds the log-on in progress.

mod step;

use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::entry::log_on::step::{
    Begun, KEY, Step, audience, destination, its_key_page, onward, told,
};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Faults, Filled, NoFields, Secret};
use crate::web::key_question;
use crate::web::key_question::{CardForm, KeyForm, KindForm};
use crate::web::texts::Text;
use crate::web::way_back::WayBack;
use rules::words::{KeyCardNumber, TypedPassword, TypedUserId};
use service::cases::access::audience::Audience;
use service::cases::access::log_on::{LoggedOn, Pending};
use service::cases::access::password::Credentials;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::access::{log_on, sessions};

/// The cookie of a log-on in progress.
const COOKIE: &str = "log_on";

/// User id and password.
#[derive(FromForm, Serialize)]
pub struct PasswordForm {
    user_id: String,
    password: Secret,
}

/// The first step. A visitor whose session has ended learns that, and whether it had lasted for too long; any other
/// reason is given after the log-on.
#[get("/log-paa?<til>")]
pub async fn first(at: Caller<'_>, til: Option<WayBack>) -> Handled {
    let (step, audience) = (Step::password(til.as_ref()), audience(til.as_ref()));
    let step = match at.session(&audience) {
        Some(token) if sessions::who(at.app, &audience, &token).await?.is_none() => {
            step.after_the_end(sessions::has_lasted_longest(at.app, &audience, &token).await?)
        }
        _ => step,
    };
    Ok(step.page(Filled::blank(), None).into())
}

/// Takes user id and password.
#[post("/log-paa?<til>", data = "<sent>")]
pub async fn password(at: Caller<'_>, til: Option<WayBack>, sent: Checked<PasswordForm>) -> Handled {
    let mut faults = Faults::default();
    let user_id = faults.take("user_id", TypedUserId::parse(&sent.user_id));
    let typed = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let (Some(user_id), Some(password)) = (user_id, typed) else {
        return Ok(Step::password(til.as_ref()).again(&*sent, faults, None));
    };
    let purpose = audience(til.as_ref()).log_on();
    match settle(
        log_on::with_password(at.app, &Credentials { user_id, password }, purpose, &at.origin).await,
    )? {
        Settled::Done(token) => {
            at.keep(COOKIE, &token);
            Ok(Answer::go(onward(til.as_ref(), KEY)))
        }
        Settled::Refused(refusal) => {
            let faults = Faults::of_refusal("user_id", &refusal, told(refusal));
            Ok(Answer::refused(
                Step::password(til.as_ref()).page(Filled::again(&*sent, faults), None),
                &refusal,
            ))
        }
    }
}

/// The second step: the key, or the number of a card where none is in use.
#[get("/log-paa/noegle?<til>")]
pub async fn key(at: Caller<'_>, til: Option<WayBack>) -> Handled {
    let begun = begun(&at, til.as_ref()).await?;
    let step = if begun.asks_card_number() { Step::card(til.as_ref()) } else { Step::key(til.as_ref()) };
    Ok(step.page(Filled::blank(), Some(begun)).into())
}

/// Takes a key.
#[post("/log-paa/noegle?<til>", data = "<sent>")]
pub async fn answer(at: Caller<'_>, til: Option<WayBack>, sent: Checked<KeyForm>) -> Handled {
    let begun = begun_as_shown(&at, til.as_ref(), sent.shown_for.as_deref()).await?;
    let typed = match sent.answer() {
        Ok(typed) => typed,
        Err(fault) => {
            return Ok(Step::key(til.as_ref()).again(&*sent, Faults::one("key", fault), Some(begun)));
        }
    };
    match settle(log_on::with_key(at.app, &begun.token, typed, &at.origin).await)? {
        Settled::Done(LoggedOn { session: opened, audience }) => {
            if let Some(before) = at.session(&audience) {
                sessions::log_off(at.app, &audience, &before, &at.origin).await?;
            }
            at.forget(COOKIE);
            at.begin_session(&audience, &opened);
            Ok(Answer::go(destination(til.as_ref())))
        }
        Settled::Refused(refusal) => Ok(key_refused(&at, til.as_ref(), refusal).await),
    }
}

/// Asks for another card.
#[get("/log-paa/kort?<til>")]
pub async fn other_card(at: Caller<'_>, til: Option<WayBack>) -> Handled {
    let begun = begun(&at, til.as_ref()).await?;
    Ok(Step::card(til.as_ref()).page(Filled::blank(), Some(begun)).into())
}

/// Takes the number of another card.
#[post("/log-paa/kort?<til>", data = "<sent>")]
pub async fn card(at: Caller<'_>, til: Option<WayBack>, sent: Checked<CardForm>) -> Handled {
    let begun = begun_as_shown(&at, til.as_ref(), sent.shown_for.as_deref()).await?;
    let fault: Text = match KeyCardNumber::parse(&sent.card) {
        Err(fault) => fault.into(),
        Ok(card) => match settle(log_on::choose_card(at.app, &begun.token, card, &at.origin).await)? {
            Settled::Done(()) => return Ok(Answer::go(onward(til.as_ref(), KEY))),
            Settled::Refused(refusal) => told(refusal),
        },
    };
    Ok(Step::card(til.as_ref()).again(&*sent, Faults::one("card", fault), Some(begun)))
}

/// Asks for a key of a carrier of another kind.
#[post("/log-paa/noegletype?<til>", data = "<sent>")]
pub async fn kind(at: Caller<'_>, til: Option<WayBack>, sent: Checked<KindForm>) -> Handled {
    let begun = begun_as_shown(&at, til.as_ref(), sent.shown_for.as_deref()).await?;
    let Some(kind) = sent.chosen() else { return Err(Status::UnprocessableEntity.into()) };
    match settle(log_on::choose_kind(at.app, &begun.token, kind, &at.origin).await)? {
        Settled::Done(()) => Ok(Answer::go(onward(til.as_ref(), KEY))),
        Settled::Refused(refusal) => Ok(key_refused(&at, til.as_ref(), refusal).await),
    }
}

/// Logs the citizen off.
#[post("/log-af", data = "<_sent>")]
pub async fn log_off(at: Caller<'_>, _sent: Checked<NoFields>) -> Handled {
    at.leave(&Audience::Selvbetjening).await?;
    Ok(Answer::go("/"))
}

/// The log-on in progress and its question. An address that leads elsewhere than the log-on began for, as a link
/// of somebody else may do, is not followed: the page would name a portal that does not ask. If there is none any more, the first step; or the page that it
/// led to a moment ago, for a visitor who goes back or sends twice.
async fn begun(at: &Caller<'_>, way: Option<&WayBack>) -> Result<Begun, Answer> {
    let question = match at.token(COOKIE) {
        None => Err(LogOnRefusal::RunOut),
        Some(token) => {
            let shown_for = at.app.mark(&token);
            let pending = settle(log_on::question(at.app, &token).await)?.done();
            match pending {
                Ok(pending) if pending.audience.as_ref().is_some_and(|its| *its != audience(way)) => {
                    return Err(Answer::go(its_key_page(pending.audience.as_ref())));
                }
                pending => {
                    at.tell_time(COOKIE).await?;
                    pending.map(|Pending { posed, .. }| Begun { token, shown_for, posed })
                }
            }
        }
    };
    let Err(refusal) = question else { return question.map_err(|refusal| ended(at, way, refusal)) };
    let audience = audience(way);
    if let Some(session) = at.session(&audience)
        && sessions::has_just_begun(at.app, &audience, &session).await?
    {
        return Err(Answer::go(destination(way)));
    }
    Err(ended(at, way, refusal))
}

/// The same, if the form that was sent was shown for it: a form of a window from before a newer log-on
/// answers nothing (D4).
async fn begun_as_shown(
    at: &Caller<'_>,
    way: Option<&WayBack>,
    shown_for: Option<&str>,
) -> Result<Begun, Answer> {
    let begun = begun(at, way).await?;
    if at.app.is_shown_for(&begun.token, shown_for) {
        return Ok(begun);
    }
    Err(Step::password(way).again(&(), Faults::whole(Text::new("refusal-log-on-replaced")), None))
}

/// A key that was refused: another attempt, or the end of the log-on.
async fn key_refused(at: &Caller<'_>, way: Option<&WayBack>, refusal: LogOnRefusal) -> Answer {
    let once_more = refusal.leaves_the_question() || matches!(refusal, LogOnRefusal::Key(_));
    match begun(at, way).await {
        Ok(begun) if once_more => {
            let no_card = begun.asks_card_number();
            let (step, field) =
                if no_card { (Step::card(way), "") } else { (Step::key(way), key_question::field(refusal)) };
            step.again(&(), Faults::one(field, told(refusal)), Some(begun))
        }
        Err(answer) if refusal == LogOnRefusal::RunOut => answer,
        _ => ended(at, way, refusal),
    }
}

/// The log-on is over; it begins again and shows the reason.
fn ended(at: &Caller<'_>, way: Option<&WayBack>, refusal: LogOnRefusal) -> Answer {
    at.forget(COOKIE);
    Step::password(way).again(&(), Faults::whole(told(refusal)), None)
}
