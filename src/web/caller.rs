//! The request as a handler uses it, whether the visitor is logged on or not.

use rocket::State;
use rocket::http::{Method, Status};
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::cookies::{Cookies, cookie_name};
use crate::web::keeper::GivenBack;
use crate::web::origin::origin_of;
use crate::web::section::Section;
use crate::web::time_left::Clocked;
use rules::words::NemIdNumber;
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
    clocked: &'r Clocked,
    given_back: &'r GivenBack,
    /// Whether a page is asked for, and no form was sent.
    reads: bool,
}

impl<'r> Caller<'r> {
    /// The caller of a request, by the section that the address belongs to. `None` without the state that the
    /// program always has.
    pub fn of(request: &'r Request<'_>) -> Option<Self> {
        let rocket = request.rocket();
        let channel = Section::of(request.uri().path().as_str()).channel();
        Some(Self {
            app: rocket.state::<App>()?,
            origin: origin_of(request, channel, None),
            cookies: Cookies::of(request)?,
            clocked: Clocked::of(request),
            given_back: GivenBack::to(request),
            reads: request.method() == Method::Get,
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

    /// Has the page tell how much time is left for what the token in a cookie stands for.
    ///
    /// # Errors
    /// When it can't be looked up.
    pub async fn tell_time(&self, cookie: &str) -> Result<(), StoreError> {
        match self.token(cookie) {
            Some(token) => self.clocked.token(self.app, cookie, token).await,
            None => Ok(()),
        }
    }

    /// Gives the holder of a NemID back what they had typed at the page that is asked for.
    ///
    /// # Errors
    /// When it can't be looked up.
    pub async fn give_back(&self, nemid: NemIdNumber, page: &str) -> Result<(), StoreError> {
        if !self.reads {
            return Ok(());
        }
        self.given_back.look(self.app, nemid, page).await
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
        self.cookies.token(&cookie_name(audience))
    }

    /// Sends a session's token to the browser.
    pub fn begin_session(&self, audience: &Audience, token: &Token) {
        self.cookies.keep(&cookie_name(audience), token);
    }

    /// Deletes a session that has ended here in the browser too.
    pub fn forget_session(&self, audience: &Audience) {
        self.cookies.end_session(&cookie_name(audience));
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
