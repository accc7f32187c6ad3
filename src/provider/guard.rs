//! The site of a request, and the person logged on there, as types.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

use crate::provider::address;
use crate::web::caller::Caller;
use crate::web::cookies::cookie_name;
use crate::web::keeper::not_logged_on;
use crate::web::session;
use rules::sites::Site;
use service::cases::access::audience::Audience;
use service::cases::access::sessions::Principal;
use service::cases::sites::signer::Signer;

/// A visitor at a site, logged on or not. An address of no site is no page.
pub struct Guest<'r> {
    pub site: &'static Site,
    pub caller: Caller<'r>,
}

/// A person who is logged on at a site.
pub struct Customer<'r> {
    pub site: &'static Site,
    /// The person.
    pub who: Principal,
    /// The request, with its session.
    pub caller: Caller<'r>,
}

impl Guest<'_> {
    /// The site's address.
    pub fn at(&self) -> String {
        address::at(self.site.place.name)
    }
}

impl Customer<'_> {
    /// The site's address.
    pub fn at(&self) -> String {
        address::at(self.site.place.name)
    }

    pub fn signer(&self) -> Signer {
        Signer { site: self.site, who: self.who.clone(), origin: self.caller.origin.clone() }
    }
}

/// The audience of this site's sessions.
pub fn audience(site: &Site) -> Audience {
    Audience::Site(site.name())
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Guest<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Some(site) = request.routed_segment(1).and_then(Site::named) else {
            return Outcome::Error((Status::NotFound, ()));
        };
        Caller::from_request(request).await.map(|caller| Self { site, caller })
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Customer<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Guest { site, caller } = match Guest::from_request(request).await {
            Outcome::Success(guest) => guest,
            Outcome::Error(error) => return Outcome::Error(error),
            Outcome::Forward(status) => return Outcome::Forward(status),
        };
        match session::who(request, &audience(site)).await {
            Ok(Some(who)) => Outcome::Success(Self { site, caller: caller.within(who.session), who }),
            Ok(None) => not_logged_on(request, &audience(site)),
            Err(status) => Outcome::Error((status, ())),
        }
    }
}

/// What can be in progress at a site.
#[derive(Clone, Copy, Debug)]
pub enum InProgress {
    LogOn,
    Signing,
    /// An enrolment.
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
        format!("{}_{what}", cookie_name(&audience(site)))
    }
}
