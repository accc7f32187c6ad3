//! The logged-on citizen as a type: a page that takes [`Citizen`] can't be reached by anybody else.
//!
//! There is one cookie per audience, so that a trainer can be citizen and officer in one browser. A visitor
//! who is not logged on is sent to `/log-paa` by the catcher for 401; one who is logged on without the role
//! gets the page for 403. The desks' employees are in [`super::desk_session`].

use rocket::http::{Method, Status};
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::broken;
use crate::web::cookies::{Cookies, cookie_name};
use crate::web::keeper::{GivenBack, not_logged_on};
use crate::web::logged_on::{LoggedOn, minutes_left};
use crate::web::origin::origin_of;
use crate::web::section::Section;
use crate::web::time_left::Clocked;
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

/// The person who is logged on at an audience, looked up once per request. Its page tells how much time is left, and
/// gives back what they had typed there before.
pub async fn who(request: &Request<'_>, audience: &Audience) -> Result<Option<Principal>, Status> {
    let (Some(app), Some(cookies)) = (request.rocket().state::<App>(), Cookies::of(request)) else {
        return Err(Status::InternalServerError);
    };
    let Some(token) = cookies.token(&cookie_name(audience)) else { return Ok(None) };
    let found =
        sessions::who(app, audience, &token).await.map_err(|error| broken::status("a session", &error))?;
    if let Some(who) = &found {
        Clocked::of(request).session(audience, who);
        if request.method() == Method::Get {
            let kept = GivenBack::to(request).look(app, who.nemid, &request.uri().to_string()).await;
            kept.map_err(|error| broken::status("what was typed", &error))?;
        }
    }
    Ok(found)
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
            Ok(None) => not_logged_on(request, &Audience::Selvbetjening),
            Err(status) => Outcome::Error((status, ())),
        }
    }
}
