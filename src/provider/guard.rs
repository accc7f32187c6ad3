//! At which site a request is, and who is logged on there, as types.

use std::sync::Arc;

use rocket::http::{CookieJar, Status};
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::origin::HostPolicy;
use crate::web::session;
use rules::actor::Channel;
use rules::sites::Site;
use rules::words::{CprNumber, NemIdNumber};
use service::cases::access::sessions::Audience;
use service::cases::app::{App, Origin};
use service::cases::sites::signing::Signer;
use service::outside::keys::tokens::Token;

/// Somebody at a site, logged on or not. An address of no site is no page.
#[derive(Clone, Debug)]
pub struct Guest {
    /// The site.
    pub site: &'static Site,
    /// The request.
    pub origin: Origin,
}

/// Somebody who is logged on at a site.
#[derive(Clone, Debug)]
pub struct Customer {
    /// The site.
    pub site: &'static Site,
    /// The NemID.
    pub nemid: NemIdNumber,
    /// Whose it is.
    pub cpr: CprNumber,
    /// The name.
    pub name: String,
    /// Whether the session was opened by password alone (Rules 3.5.4).
    pub limited: bool,
    /// The request, with its session.
    pub origin: Origin,
}

impl Customer {
    /// Who signs.
    pub fn signer(&self) -> Signer {
        Signer {
            site: self.site,
            nemid: self.nemid,
            cpr: self.cpr,
            limited: self.limited,
            origin: self.origin.clone(),
        }
    }
}

/// The part of the site that has this site's sessions.
pub fn audience(site: &Site) -> Audience {
    Audience::Site(site.name())
}

fn site_of(request: &Request<'_>) -> Option<&'static Site> {
    request.routed_segment(1).and_then(Site::named)
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Guest {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match site_of(request) {
            Some(site) => {
                let origin = session::origin_of(request, Channel::Site, None);
                Outcome::Success(Self { site, origin })
            }
            None => Outcome::Error((Status::NotFound, ())),
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Customer {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Some(site) = site_of(request) else { return Outcome::Error((Status::NotFound, ())) };
        match session::who(request, &audience(site)).await {
            Ok(Some(who)) => Outcome::Success(Self {
                site,
                nemid: who.nemid,
                cpr: who.cpr,
                name: who.name.to_string(),
                limited: who.limited,
                origin: session::origin_of(request, Channel::Site, Some(who.session)),
            }),
            Ok(None) => Outcome::Error((Status::Unauthorized, ())),
            Err(status) => Outcome::Error((status, ())),
        }
    }
}

/// What the browser holds of a log-on or a signature in progress.
#[derive(Clone, Copy, Debug)]
pub enum InProgress {
    /// A log-on.
    LogOn,
    /// A signature.
    Signing,
    /// An activation or a re-opening.
    Enrolment,
}

impl InProgress {
    /// The cookie with its token.
    pub fn cookie(self, site: &Site) -> String {
        let what = match self {
            Self::LogOn => "log-paa",
            Self::Signing => "underskrift",
            Self::Enrolment => "start",
        };
        format!("{}_{what}", session::cookie_name(&audience(site)))
    }

    /// Hands its token to the browser.
    pub fn keep(self, jar: &CookieJar<'_>, site: &Site, token: &Token, door: &HostPolicy) {
        jar.add(session::cookie(self.cookie(site), token.reveal(), door));
    }

    /// Its token, as the browser sent it.
    pub fn token(self, jar: &CookieJar<'_>, site: &Site) -> Option<Token> {
        jar.get(&self.cookie(site)).and_then(|cookie| Token::parse(cookie.value()))
    }

    /// Takes its token from the browser.
    pub fn forget(self, jar: &CookieJar<'_>, site: &Site) {
        jar.remove(rocket::http::Cookie::build(self.cookie(site)).path("/"));
    }
}

/// The house, as handlers are given it.
pub type OpenApp = rocket::State<Arc<App>>;
