//! Access to the control room. At this machine and without a password it is open; otherwise every visitor
//! needs the control-room password, and a visitor through a proxy always does.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use base64::prelude::{BASE64_STANDARD, Engine};
use jiff::{SignedDuration, Timestamp};
use rocket::catch;
use rocket::http::{Header, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::{Responder, Response, Result as Answer};
use serde::Serialize;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::web::origin;
use crate::web::origin::ClientAddress;
use crate::web::page::Page;
use rules::limits::Household;
use service::cases::app::App;
use service::cases::world::nightly;

/// The number of wrong passwords from one household after which it has to wait.
const MOST_WRONG: u32 = 10;

/// How long it has to wait, by the real clock.
const PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// The control-room password, if there is one, and the households that guessed at it recently.
pub struct Key {
    password: Option<Zeroizing<String>>,
    guesses: Mutex<HashMap<Household, Guesses>>,
}

/// Wrong passwords from one household.
struct Guesses {
    wrong: u32,
    last: Timestamp,
}

impl Key {
    /// A key from the settings; an empty password is none.
    pub fn new(password: Option<&str>) -> Self {
        let password = password.filter(|password| !password.is_empty());
        let password = password.map(|password| Zeroizing::new(password.to_owned()));
        Self { password, guesses: Mutex::default() }
    }

    fn opens_with(&self, typed: &str) -> bool {
        self.password.as_ref().is_some_and(|key| key.as_bytes().ct_eq(typed.as_bytes()).into())
    }

    /// Whether the typed password is right, for as long as its household has guesses left.
    ///
    /// # Errors
    /// The status to refuse with.
    fn admit(&self, typed: &str, address: IpAddr, now: Timestamp) -> Result<(), Status> {
        let household = Household::of(address);
        let mut guesses = self.guesses.lock().unwrap_or_else(PoisonError::into_inner);
        guesses.retain(|_, guess| now.duration_since(guess.last) < PAUSE);
        if guesses.get(&household).is_some_and(|guess| guess.wrong >= MOST_WRONG) {
            return Err(Status::TooManyRequests);
        }
        if self.opens_with(typed) {
            guesses.remove(&household);
            return Ok(());
        }
        let guess = guesses.entry(household).or_insert(Guesses { wrong: 0, last: now });
        (guess.wrong, guess.last) = (guess.wrong + 1, now);
        Err(Status::Unauthorized)
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
        if let Err(status) = admit(request, app.real_now()) {
            return Outcome::Error((status, ()));
        }
        match nightly::catch_up(app).await {
            Ok(()) => Outcome::Success(Self { app: app.clone() }),
            Err(error) => {
                rocket::error!("daily round: {error}");
                Outcome::Error((Status::InternalServerError, ()))
            }
        }
    }
}

fn admit(request: &Request<'_>, now: Timestamp) -> Result<(), Status> {
    if origin::control_room_is_open_to(request) {
        return Ok(());
    }
    let locked = request.rocket().state::<Key>().filter(|key| key.password.is_some());
    let key = locked.ok_or(Status::Forbidden)?;
    let typed = password(request).ok_or(Status::Unauthorized)?;
    key.admit(&typed, ClientAddress::of(request).0, now)
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
    fn respond_to(self, request: &'r Request<'_>) -> Answer<'static> {
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
    fn who_has_many_addresses_has_no_more_guesses() {
        let (key, now) = (Key::new(Some("kontrol1")), Timestamp::UNIX_EPOCH);
        let guess = |network: &str, nth: u32| {
            key.admit("kontrol2", format!("2001:db8:1:{network}::{nth:x}").parse().unwrap(), now)
        };
        assert!((0..MOST_WRONG).all(|nth| guess("2", nth) == Err(Status::Unauthorized)));
        assert_eq!(guess("2", MOST_WRONG), Err(Status::TooManyRequests));
        assert_eq!(guess("3", 0), Err(Status::Unauthorized));
    }

    #[test]
    fn an_empty_password_opens_nothing() {
        assert!(!Key::new(Some("")).opens_with(""));
        assert!(!Key::new(None).opens_with(""));
        assert!(Key::new(Some("kontrol1")).opens_with("kontrol1"));
        assert!(!Key::new(Some("kontrol1")).opens_with("kontrol"));
    }
}
