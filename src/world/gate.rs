//! Access to the control room. At this machine and without a password it is open; otherwise every visitor
//! needs the control-room password, and a visitor through a proxy always does.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use base64::prelude::{BASE64_STANDARD, Engine};
use jiff::{SignedDuration, Timestamp};
use rocket::catch;
use rocket::http::{Header, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::{Responder, Response, Result as Responded};
use serde::Serialize;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::web::answer::{Answer, Settled, settle};
use crate::web::cookies::Cookies;
use crate::web::origin::ClientAddress;
use crate::web::page::Page;
use crate::web::{broken, origin};
use rules::actor::Channel;
use rules::control_room::ControlRoomRefusal;
use rules::limits::Household;
use rules::words::as_on_a_keyboard;
use service::cases::access::{control_room, invitations};
use service::cases::app::{App, Origin, SecurityEvent};
use service::cases::world::nightly::{self, AnothersTurn};

/// The cookie that a link became by which this world was handed to somebody (D43).
pub const INVITED: &str = "indbudt";

/// How long a place may ask for nothing before its next visit is told as a new one, by the real clock (D11).
const VISIT: SignedDuration = SignedDuration::from_mins(15);

/// The control-room password, if there is one, and the places that came in by it lately.
pub struct Key {
    password: Option<Zeroizing<String>>,
    /// The world in which wrong ones are counted, if it is not the one that is visited: the password is the program's, and
    /// another world gives nobody more guesses at it.
    counts: Option<App>,
    inside: Mutex<HashMap<Household, Timestamp>>,
}

impl Key {
    /// A key from the settings; an empty password is none.
    pub fn new(password: Option<&str>) -> Self {
        let password = password.filter(|password| !password.is_empty());
        let password = password.map(as_on_a_keyboard);
        Self { password, counts: None, inside: Mutex::default() }
    }

    /// The same for a world besides the first, in which wrong ones are counted.
    pub fn shared(password: Option<&str>, first: App) -> Self {
        Self { counts: Some(first), ..Self::new(password) }
    }

    fn opens_with(&self, typed: &str) -> bool {
        let typed = as_on_a_keyboard(typed);
        self.password.as_ref().is_some_and(|key| key.as_bytes().ct_eq(typed.as_bytes()).into())
    }

    /// Notes that somebody is inside. Returns whether the visit has just begun.
    fn begins_visit(&self, place: Household, now: Timestamp) -> bool {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        inside.retain(|_, last| now.duration_since(*last) < VISIT);
        inside.insert(place, now).is_none()
    }
}

/// A visitor with access to the control room. Everything due by now is done before they see it.
pub struct Inside {
    pub app: App,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Inside {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Some(app) = request.rocket().state::<App>() else {
            return Outcome::Error((Status::InternalServerError, ()));
        };
        if let Err(status) = admit(request, app).await {
            return Outcome::Error((status, ()));
        }
        match nightly::catch_up(app, AnothersTurn::Awaited).await {
            Ok(()) => Outcome::Success(Self { app: app.clone() }),
            Err(error) => Outcome::Error((broken::status("the daily round", &error), ())),
        }
    }
}

/// The same for one who holds a telephone of the world: what is done with an app on it comes through the app.
pub struct AtTelephone {
    pub app: App,
    pub origin: Origin,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for AtTelephone {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        Inside::from_request(request)
            .await
            .map(|inside| Self { app: inside.app, origin: origin::origin_of(request, Channel::App, None) })
    }
}

async fn admit(request: &Request<'_>, app: &App) -> Result<(), Status> {
    if origin::control_room_is_open_to(request) {
        return Ok(());
    }
    if is_invited(request, app).await? {
        return Ok(());
    }
    let locked = request.rocket().state::<Key>().filter(|key| key.password.is_some());
    let key = locked.ok_or(Status::Forbidden)?;
    let typed = password(request).ok_or(Status::Unauthorized)?;
    let from = origin::origin_of(request, Channel::World, None);
    match settle(control_room::admit(key.counts.as_ref().unwrap_or(app), key.opens_with(&typed), &from).await)
    {
        Ok(Settled::Done(())) => {}
        Ok(Settled::Refused(ControlRoomRefusal::Wrong)) => return Err(Status::Unauthorized),
        Ok(Settled::Refused(ControlRoomRefusal::TooMany)) => return Err(Status::TooManyRequests),
        Err(Answer::Status(status)) => return Err(status),
        Err(_) => return Err(Status::InternalServerError),
    }
    if key.begins_visit(Household::of(ClientAddress::of(request).0), app.real_now()) {
        SecurityEvent::ControlRoomOpened.tell(&from);
    }
    Ok(())
}

/// Whether this world was handed to the visitor.
async fn is_invited(request: &Request<'_>, app: &App) -> Result<bool, Status> {
    let Some(cookie) = Cookies::of(request).and_then(|cookies| cookies.token(INVITED)) else {
        return Ok(false);
    };
    invitations::is_invited(app, &cookie).await.map_err(|error| broken::status("an invitation", &error))
}

/// The password of HTTP Basic; any user name is accepted with it.
fn password(request: &Request<'_>) -> Option<Zeroizing<String>> {
    let sent = request.headers().get_one("Authorization")?;
    let (scheme, credentials) = sent.split_once(' ')?;
    let decoded = Zeroizing::new(BASE64_STANDARD.decode(credentials.trim()).ok()?);
    let text = std::str::from_utf8(&decoded).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    text.split_once(':').map(|(_, password)| Zeroizing::new(password.to_owned()))
}

/// Asks for the control-room password.
pub struct Asking<R>(R);

impl<'r, R: Responder<'r, 'static>> Responder<'r, 'static> for Asking<R> {
    fn respond_to(self, request: &'r Request<'_>) -> Responded<'static> {
        let mut response: Response<'static> = self.0.respond_to(request)?;
        response.set_status(Status::Unauthorized);
        response.set_header(Header::new("WWW-Authenticate", "Basic realm=\"Kontrolrum\", charset=\"UTF-8\""));
        Ok(response)
    }
}

#[derive(Serialize)]
struct Locked {}

/// The page for people who have not given the password.
#[catch(401)]
pub fn locked(_: &Request<'_>) -> Asking<Page> {
    Asking(Page::new("world/locked.html", Locked {}))
}

/// The answer for programs that have not given it.
#[catch(401)]
pub fn locked_to_programs(_: &Request<'_>) -> Asking<crate::world::api::ApiError> {
    Asking(crate::world::api::ApiError::new(Status::Unauthorized, "control_room_locked", "world-locked-what"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_begins_once() {
        let (key, now) = (Key::new(Some("kontrol1")), Timestamp::UNIX_EPOCH);
        let comes = |address: &str, at| key.begins_visit(Household::of(address.parse().unwrap()), at);
        assert!(comes("192.0.2.7", now) && !comes("192.0.2.7", now + VISIT / 2));
        assert!(comes("192.0.2.8", now));
        assert!(!comes("192.0.2.7", now + VISIT), "it went on meanwhile");
        assert!(comes("192.0.2.7", now + VISIT * 3));
    }

    #[test]
    fn an_empty_password_opens_nothing() {
        assert!(!Key::new(Some("")).opens_with(""));
        assert!(!Key::new(None).opens_with(""));
        assert!(Key::new(Some("kontrol1")).opens_with("kontrol1"));
        assert!(!Key::new(Some("kontrol1")).opens_with("kontrol"));
    }

    #[test]
    fn what_a_phone_makes_of_a_sign_opens_as_the_sign_does() {
        for (set, typed) in [("o'neill-1", "o\u{2019}neill\u{2013}1"), ("o\u{2019}neill-1", "o'neill-1")] {
            assert!(Key::new(Some(set)).opens_with(typed), "{set}");
        }
        assert!(!Key::new(Some("kontrol1")).opens_with("Kontrol1"), "capitals count here");
    }
}
