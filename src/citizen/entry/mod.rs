//! What a citizen does without a session: log on, start, re-open, order, block.

pub mod block;
pub mod enrolment;
pub mod first_order;
pub mod forgotten;
pub mod log_on;
pub mod lost_card;

use rocket::http::{Cookie, CookieJar, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Route, routes};

use crate::web::origin::HostPolicy;
use crate::web::session;
use crate::web::session::Caller;
use service::cases::app::Token;
use service::cases::app::{App, Origin};

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    let mut routes = routes![
        log_on::first,
        log_on::password,
        log_on::key,
        log_on::answer,
        log_on::other_card,
        log_on::card,
        log_on::log_off,
        forgotten::ask,
        forgotten::order,
        forgotten::receipt,
        lost_card::ask,
        lost_card::report,
        block::ask,
        block::stop,
        block::receipt,
        first_order::ask,
        first_order::order,
        first_order::receipt,
    ];
    routes.extend(enrolment::routes());
    routes
}

/// Somebody at the door: the house, from where they come, and the cookies of what they have begun.
pub struct Anonymous<'r> {
    app: &'r App,
    origin: Origin,
    jar: &'r CookieJar<'r>,
    door: &'r HostPolicy,
}

impl Anonymous<'_> {
    /// The token in a cookie of ours.
    fn token(&self, cookie: &str) -> Option<Token> {
        self.jar.get(cookie).and_then(|cookie| Token::parse(cookie.value()))
    }

    /// Keeps a token in a cookie until the browser is closed.
    fn keep(&self, cookie: &str, token: &Token) {
        self.jar.add(session::cookie(cookie.to_owned(), token.reveal(), self.door));
    }

    /// Takes a cookie away.
    fn forget(&self, cookie: &str) {
        self.jar.remove(Cookie::build(cookie.to_owned()).path("/"));
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Anonymous<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let rocket = request.rocket();
        let (Some(app), Some(door)) = (rocket.state::<App>(), rocket.state::<HostPolicy>()) else {
            return Outcome::Error((Status::InternalServerError, ()));
        };
        Caller::from_request(request)
            .await
            .map(|Caller(origin)| Self { app, origin, jar: request.cookies(), door })
            .map_error(|(status, _)| (status, ()))
    }
}

/// What was typed into a field that may be left empty.
fn optional<T, E>(typed: &str, read: impl FnOnce(&str) -> Result<T, E>) -> Result<Option<T>, E> {
    if typed.trim().is_empty() { Ok(None) } else { read(typed).map(Some) }
}
