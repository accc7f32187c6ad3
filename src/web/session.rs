//! The logged-on citizen as a type: a page that takes [`Citizen`] can't be reached by anybody else.
//!
//! There is one cookie per audience, so that a trainer can be citizen and officer in one browser. A visitor
//! who is not logged on is sent to `/log-paa` by the catcher for 401; one who is logged on without the role
//! gets the page for 403. The desks' employees are in [`super::desk_session`].

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::broken;
use crate::web::cookies::Cookies;
use crate::web::logged_on::{LoggedOn, minutes_left};
use crate::web::origin::{self, ClientAddress, Device};
use crate::web::section::Section;
use rules::actor::Channel;
use rules::words::NemIdNumber;
use service::cases::access::audience::Audience;
use service::cases::access::sessions;
use service::cases::access::sessions::Principal;
use service::cases::app::{App, Origin};

/// The citizen who is logged on to Selvbetjening.
#[derive(Clone, Debug)]
pub struct Citizen {
    pub nemid: NemIdNumber,
    /// The request, with its session.
    pub origin: Origin,
}

/// What the cookie of an audience's sessions is called, after the world.
pub fn cookie_name(audience: &Audience) -> String {
    match audience {
        Audience::Selvbetjening => "borger".into(),
        other => other.code(),
    }
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
    let (Some(app), Some(cookies)) = (request.rocket().state::<App>(), Cookies::of(request)) else {
        return Err(Status::InternalServerError);
    };
    let Some(token) = cookies.token(&cookie_name(audience)) else { return Ok(None) };
    sessions::who(app, audience, &token).await.map_err(|error| {
        broken::store("a session", &error);
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
