//! The request as a handler uses it, whether the visitor is logged on or not.

use rocket::State;
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::cookies::Cookies;
use crate::web::section::Section;
use crate::web::session;
use service::cases::access::audience::Audience;
use service::cases::access::sessions;
use service::cases::app::{App, Origin, StoreError, Token};

/// The application, for handlers whose guard brings no [`Caller`].
pub type AtApp = State<App>;

/// The application, the request's origin and its cookies.
#[derive(Clone)]
pub struct Caller<'r> {
    pub app: &'r App,
    /// The origin of the request. It names no session unless a guard has put one there.
    pub origin: Origin,
    cookies: Cookies<'r>,
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
            cookies: Cookies::of(request)?,
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
        self.cookies.token(cookie)
    }

    /// Keeps a token in a cookie until the browser is closed.
    pub fn keep(&self, cookie: &str, token: &Token) {
        self.cookies.keep(cookie, token);
    }

    /// Deletes a cookie.
    pub fn forget(&self, cookie: &str) {
        self.cookies.forget(cookie);
    }

    /// The token of the session at an audience, as the browser sent it.
    pub fn session(&self, audience: &Audience) -> Option<Token> {
        self.cookies.token(&session::cookie_name(audience))
    }

    /// Sends a session's token to the browser.
    pub fn begin_session(&self, audience: &Audience, token: &Token) {
        self.cookies.keep(&session::cookie_name(audience), token);
    }

    /// Deletes a session that has ended here in the browser too.
    pub fn forget_session(&self, audience: &Audience) {
        self.cookies.end_session(&session::cookie_name(audience));
    }

    /// Ends the session at an audience here and in the browser, if there is one.
    pub async fn leave(&self, audience: &Audience) -> Result<(), StoreError> {
        if let Some(token) = self.session(audience) {
            sessions::log_off(self.app, audience, &token, &self.origin).await?;
        }
        self.forget_session(audience);
        Ok(())
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Caller<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        Self::of(request).map_or(Outcome::Error((Status::InternalServerError, ())), Outcome::Success)
    }
}
