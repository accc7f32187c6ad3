//! The security events that answers are, and a log line for each request, if the settings ask for it
//! (`log_level = "info"`) and it is not for `/health`, which a proxy asks all the time: method, route, status and
//! milliseconds. It never contains a value: the route's pattern stands
//! for the address, below that of its world, and the query and everything else that a visitor sent is left out.

use std::time::{Duration, Instant};

use rocket::Data;
use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::{Method, Status};
use rocket::request::Request;
use rocket::response::Response;

use crate::web::base::Base;
use crate::web::forms::Refused;
use crate::web::health;
use crate::web::keeper;
use crate::web::origin::origin_of;
use crate::web::section::Section;
use service::cases::app::SecurityEvent;

/// The code of these lines.
pub const CODE: &str = "request";

/// The route of a request that matches none.
const NO_ROUTE: &str = "-";

/// Notes when a request began, and logs it when it is answered.
pub struct RequestLog;

#[derive(Clone, Copy)]
struct Began(Instant);

#[rocket::async_trait]
impl Fairing for RequestLog {
    fn info(&self) -> Info {
        Info { name: "request log", kind: Kind::Request | Kind::Response }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        request.local_cache(|| Began(Instant::now()));
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let Began(began) = *request.local_cache(|| Began(Instant::now()));
        let route = pattern(request);
        if log::log_enabled!(log::Level::Info) && route != health::PATH {
            let route = Base::of(request).address(route);
            let said = line(request.method(), &route, response.status(), began.elapsed());
            log::info!(code = CODE; "{said}");
        }
        if let Some(event) = security_event(response.status(), Refused::of(request), route) {
            let channel = Section::of(request.uri().path().as_str()).channel();
            event.tell(&origin_of(request, channel, None));
        }
    }
}

/// The pattern of the route that a request was for. A form that came after its session was over ends at a route that
/// stands behind all others, and was for the one at which it was turned away.
fn pattern<'r>(request: &'r Request<'_>) -> &'r str {
    match request.route() {
        Some(route) if keeper::is_keeper(route) => keeper::was_for(request).unwrap_or(NO_ROUTE),
        Some(route) => route.uri.path(),
        None => NO_ROUTE,
    }
}

/// The security event that an answer is, if it is one; by its status, so that no page can forget it.
fn security_event(status: Status, refused: Option<Refused>, route: &str) -> Option<SecurityEvent> {
    let route = route.to_owned();
    Some(match (status.code, refused) {
        (403, Some(Refused::Foreign)) => SecurityEvent::ForeignOrigin { route },
        (403, Some(Refused::Token)) => SecurityEvent::FormTokenRefused { route },
        (403, _) => SecurityEvent::AccessDenied { route },
        (421, _) => SecurityEvent::HostRefused,
        (429, _) => SecurityEvent::LimitReached { route },
        _ => return None,
    })
}

fn line(method: Method, route: &str, status: Status, took: Duration) -> String {
    format!("{method} {route} {} {} ms", status.code, took.as_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_method_route_status_and_milliseconds() {
        let took = Duration::from_micros(12_700);
        assert_eq!(line(Method::Get, "/ra/borger/<nr>", Status::Ok, took), "GET /ra/borger/<nr> 200 12 ms");
    }
}
