//! The logged-on citizen as a type: a page that takes [`Citizen`] can't be reached by anybody else.
//!
//! There is one cookie per audience, so that a trainer can be citizen and officer in one browser. A visitor
//! who is not logged on is sent to `/log-paa` by the catcher for 401; one who is logged on without the role
//! gets the page for 403. The desks' employees are in [`super::desk_session`].

use rocket::http::{Cookie, CookieJar, SameSite, Status};
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::logged_on::{LoggedOn, minutes_left};
use crate::web::origin::{self, ClientAddress, Device, HostPolicy};
use crate::web::section::Section;
use rules::actor::Channel;
use rules::words::NemIdNumber;
use service::cases::access::audience::Audience;
use service::cases::access::sessions;
use service::cases::access::sessions::Principal;
use service::cases::app::StoreError;
use service::cases::app::Token;
use service::cases::app::{App, Origin};

/// The citizen who is logged on to Selvbetjening.
#[derive(Clone, Debug)]
pub struct Citizen {
    pub nemid: NemIdNumber,
    /// The request, with its session.
    pub origin: Origin,
}

/// The name of an audience's cookie.
pub fn cookie_name(audience: &Audience) -> String {
    match audience {
        Audience::Selvbetjening => "selvbetjening_borger".into(),
        other => format!("selvbetjening_{}", other.code()),
    }
}

/// A cookie of ours: hidden from scripts and other sites, and from http where TLS is used.
pub fn cookie(name: String, value: String, policy: &HostPolicy) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(policy.behind_tls)
        .build()
}

/// Sends the session's token to the browser.
pub fn begin(jar: &CookieJar<'_>, audience: &Audience, token: &Token, policy: &HostPolicy) {
    jar.add(cookie(cookie_name(audience), token.reveal(), policy));
}

/// The session's token, as the browser sent it.
pub fn token(jar: &CookieJar<'_>, audience: &Audience) -> Option<Token> {
    jar.get(&cookie_name(audience)).and_then(|cookie| Token::parse(cookie.value()))
}

/// Deletes the session's token in the browser.
pub fn end(jar: &CookieJar<'_>, audience: &Audience) {
    jar.remove(Cookie::build(cookie_name(audience)).path("/"));
}

/// Ends the session here and in the browser, if there is one.
pub async fn leave(
    app: &App,
    jar: &CookieJar<'_>,
    audience: &Audience,
    origin: &Origin,
) -> Result<(), StoreError> {
    if let Some(token) = token(jar, audience) {
        sessions::log_off(app, audience, &token, origin).await?;
    }
    end(jar, audience);
    Ok(())
}

/// The origin of a request, through a channel.
pub fn origin_of(request: &Request<'_>, channel: Channel, session: Option<[u8; 32]>) -> Origin {
    Origin {
        channel,
        address: Some(ClientAddress::of(request).0),
        relayed: origin::is_relayed(request),
        device: Some(Device::of(request).0).filter(|device| !device.is_empty()),
        session,
    }
}

/// The person who is logged on at an audience, looked up once per request.
pub async fn who(request: &Request<'_>, audience: &Audience) -> Result<Option<Principal>, Status> {
    let Some(app) = request.rocket().state::<App>() else { return Err(Status::InternalServerError) };
    let Some(token) = token(request.cookies(), audience) else { return Ok(None) };
    sessions::who(app, audience, &token).await.map_err(|error| {
        rocket::error!("session: {error}");
        Status::InternalServerError
    })
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Citizen {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match who(request, &Audience::Selvbetjening).await {
            Ok(Some(who)) => {
                let name = who.name.to_string();
                let shown = LoggedOn {
                    name,
                    place: String::new(),
                    minutes_left: minutes_left(who.ends_soon),
                    section: Section::Citizen,
                    administrator: false,
                };
                shown.show(request);
                let origin = origin_of(request, Channel::Selvbetjening, Some(who.session));
                Outcome::Success(Self { nemid: who.nemid, origin })
            }
            Ok(None) => Outcome::Error((Status::Unauthorized, ())),
            Err(status) => Outcome::Error((status, ())),
        }
    }
}
