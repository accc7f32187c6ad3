//! The request as a handler uses it, whether the visitor is logged on or not.

use rocket::State;
use rocket::http::{Cookie, CookieJar, Status};
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::origin::HostPolicy;
use crate::web::section::Section;
use crate::web::session;
use service::cases::access::audience::Audience;
use service::cases::app::{App, Origin, StoreError, Token};

/// The application, for handlers whose guard brings no [`Caller`].
pub type AtApp = State<App>;

/// The application, the request's origin and its cookies.
#[derive(Clone)]
pub struct Caller<'r> {
    pub app: &'r App,
    /// The origin of the request. It names no session unless a guard has put one there.
    pub origin: Origin,
    jar: &'r CookieJar<'r>,
    policy: &'r HostPolicy,
}

impl<'r> Caller<'r> {
    /// The caller of a request, by the section that the address belongs to. `None` without the state that the
    /// program always has.
    pub fn of(request: &'r Request<'_>) -> Option<Self> {
        let rocket = request.rocket();
        let channel = Section::of(request.uri().path().as_str()).channel();
        Some(Self {
            app: rocket.state::<App>()?,
            origin: session::origin_of(request, channel, None),
            jar: request.cookies(),
            policy: rocket.state::<HostPolicy>()?,
        })
    }

    /// The same within a session.
    #[must_use]
    pub fn within(mut self, session: [u8; 32]) -> Self {
        self.origin.session = Some(session);
        self
    }

    /// The token in a cookie of ours.
    pub fn token(&self, cookie: &str) -> Option<Token> {
        self.jar.get(cookie).and_then(|cookie| Token::parse(cookie.value()))
    }

    /// Keeps a token in a cookie until the browser is closed.
    pub fn keep(&self, cookie: &str, token: &Token) {
        self.jar.add(session::cookie(cookie.to_owned(), token.reveal(), self.policy));
    }

    /// Deletes a cookie.
    pub fn forget(&self, cookie: &str) {
        self.jar.remove(Cookie::build(cookie.to_owned()).path("/"));
    }

    /// The token of the session at an audience, as the browser sent it.
    pub fn session(&self, audience: &Audience) -> Option<Token> {
        session::token(self.jar, audience)
    }

    /// Sends a session's token to the browser.
    pub fn begin_session(&self, audience: &Audience, token: &Token) {
        session::begin(self.jar, audience, token, self.policy);
    }

    /// Ends the session at an audience here and in the browser, if there is one.
    pub async fn leave(&self, audience: &Audience) -> Result<(), StoreError> {
        session::leave(self.app, self.jar, audience, &self.origin).await
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Caller<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        Self::of(request).map_or(Outcome::Error((Status::InternalServerError, ())), Outcome::Success)
    }
}
