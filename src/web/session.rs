//! Who is logged on, as a type: a page that takes [`Citizen`] can't be reached by anybody else.
//!
//! There is one cookie per audience, so that a trainer is citizen and officer in one browser. Who is not logged on
//! is sent to `/log-paa` by the catcher for 401; who is logged on without the role gets the page for 403.

use std::sync::Arc;

use rocket::http::{Cookie, CookieJar, SameSite, Status};
use rocket::request::{FromRequest, Outcome, Request};

use super::logged_on::LoggedOn;
use super::navigation::Section;
use super::origin::{ClientAddress, Device, Door};
use crate::cases::house::{House, Origin};
use crate::cases::places;
use crate::cases::sessions::{self, Audience, Who};
use crate::outside::tokens::Token;
use crate::rules::actor::{Actor, Channel, PlaceName};
use crate::rules::staff::Role;
use crate::rules::words::{CprNumber, NemIdNumber};

/// From where a request without a session comes.
#[derive(Clone, Debug)]
pub struct Caller(pub Origin);

/// The citizen who is logged on to Selvbetjening.
#[derive(Clone, Debug)]
pub struct Citizen {
    /// The NemID.
    pub nemid: NemIdNumber,
    /// Whose it is.
    pub cpr: CprNumber,
    /// The request, with its session.
    pub origin: Origin,
}

/// The officer (or super-user) who is logged on to the RA portal.
#[derive(Clone, Debug)]
pub struct Officer {
    /// The officer's own employee NemID.
    pub staff: NemIdNumber,
    /// The officer's own CPR number: never served by this officer (D20).
    pub cpr: CprNumber,
    /// The officer's name.
    pub name: String,
    /// Where the officer serves.
    pub office: PlaceName,
    /// The role.
    pub role: Role,
    /// The request, with its session.
    pub origin: Origin,
}

/// The RA administrator who is logged on to the RA portal.
#[derive(Clone, Debug)]
pub struct Administrator {
    /// The administrator's own employee NemID.
    pub staff: NemIdNumber,
    /// The administrator's own CPR number.
    pub cpr: CprNumber,
    /// The administrator's name.
    pub name: String,
    /// The request, with its session.
    pub origin: Origin,
}

/// Anybody whom the RA portal lets in: officer, super-user or administrator.
#[derive(Clone, Debug)]
pub struct RaStaff {
    /// The employee NemID.
    pub staff: NemIdNumber,
    /// Whose it is.
    pub cpr: CprNumber,
    /// The name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The request, with its session.
    pub origin: Origin,
}

impl Officer {
    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.role.actor(self.staff)
    }
}

/// The name of an audience's cookie.
pub fn cookie_name(audience: &Audience) -> String {
    match audience {
        Audience::Selvbetjening => "selvbetjening_borger".into(),
        other => format!("selvbetjening_{}", other.code()),
    }
}

/// A cookie of ours: out of reach of scripts, of other sites, and of http where TLS is used.
pub fn cookie(name: String, value: String, door: &Door) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(door.behind_tls)
        .build()
}

/// Hands the session's token to the browser.
pub fn begin(jar: &CookieJar<'_>, audience: &Audience, token: &Token, door: &Door) {
    jar.add(cookie(cookie_name(audience), token.reveal(), door));
}

/// The session's token, as the browser sent it.
pub fn token(jar: &CookieJar<'_>, audience: &Audience) -> Option<Token> {
    jar.get(&cookie_name(audience)).and_then(|cookie| Token::parse(cookie.value()))
}

/// Takes the session's token from the browser.
pub fn end(jar: &CookieJar<'_>, audience: &Audience) {
    jar.remove(Cookie::build(cookie_name(audience)).path("/"));
}

/// From where a request comes, through a channel.
pub fn origin_of(request: &Request<'_>, channel: Channel, session: Option<[u8; 32]>) -> Origin {
    Origin {
        channel,
        address: Some(ClientAddress::of(request).to_string()),
        device: Some(Device::of(request).0).filter(|device| !device.is_empty()),
        session,
    }
}

/// Who is logged on at an audience, looked up once a request.
///
/// # Errors
/// When the data can't be read.
pub async fn who(request: &Request<'_>, audience: &Audience) -> Result<Option<Who>, Status> {
    let Some(house) = request.rocket().state::<Arc<House>>() else { return Err(Status::InternalServerError) };
    let Some(token) = token(request.cookies(), audience) else { return Ok(None) };
    sessions::who(house, audience, &token).await.map_err(|error| {
        rocket::error!("session: {error}");
        Status::InternalServerError
    })
}

async fn ra(request: &Request<'_>) -> Outcome<(Who, Role, Origin), ()> {
    let who = match who(request, &Audience::Ra).await {
        Ok(Some(who)) => who,
        Ok(None) => return Outcome::Error((Status::Unauthorized, ())),
        Err(status) => return Outcome::Error((status, ())),
    };
    let Some(role) = who.role.clone().filter(Role::opens_ra) else {
        return Outcome::Error((Status::Forbidden, ()));
    };
    LoggedOn {
        name: who.name.to_string(),
        place: role.place().map(places::title).unwrap_or_default(),
        section: Section::Counter,
        administrator: role == Role::Administrator,
    }
    .show(request);
    let origin = origin_of(request, Channel::RaPortal, Some(who.session));
    Outcome::Success((who, role, origin))
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Caller {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        let channel = match Section::of(request.uri().path().as_str()) {
            Section::Citizen => Channel::Selvbetjening,
            Section::Counter => Channel::RaPortal,
            Section::Provider => Channel::Site,
            Section::BankCounter => Channel::Bank,
            Section::Operator => Channel::Operator,
            Section::ControlRoom => Channel::World,
        };
        Outcome::Success(Self(origin_of(request, channel, None)))
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Citizen {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match who(request, &Audience::Selvbetjening).await {
            Ok(Some(who)) => {
                let name = who.name.to_string();
                let shown =
                    LoggedOn { name, place: String::new(), section: Section::Citizen, administrator: false };
                shown.show(request);
                let origin = origin_of(request, Channel::Selvbetjening, Some(who.session));
                Outcome::Success(Self { nemid: who.nemid, cpr: who.cpr, origin })
            }
            Ok(None) => Outcome::Error((Status::Unauthorized, ())),
            Err(status) => Outcome::Error((status, ())),
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for RaStaff {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        ra(request).await.map(|(who, role, origin)| Self {
            staff: who.nemid,
            cpr: who.cpr,
            name: who.name.to_string(),
            role,
            origin,
        })
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Officer {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        ra(request).await.and_then(|(who, role, origin)| match role.counter().cloned() {
            Some(office) => Outcome::Success(Self {
                staff: who.nemid,
                cpr: who.cpr,
                name: who.name.to_string(),
                office,
                role,
                origin,
            }),
            None => Outcome::Error((Status::Forbidden, ())),
        })
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Administrator {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        ra(request).await.and_then(|(who, role, origin)| match role {
            Role::Administrator => {
                Outcome::Success(Self { staff: who.nemid, cpr: who.cpr, name: who.name.to_string(), origin })
            }
            _ => Outcome::Error((Status::Forbidden, ())),
        })
    }
}
