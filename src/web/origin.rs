//! The origin of a request: the host it asks for, the page that sent it, its address and device.
//!
//! The control room is open to everybody at this machine, so a page of another site must not be able to use
//! the browser there: neither by pointing its own name at 127.0.0.1 ([`HostCheck`]) nor by sending a form
//! ([`same_origin`]).

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::uri::{Host, Origin};
use rocket::http::{Method, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Data, get};

use crate::web::base::Base;
use crate::web::forwarded;
use crate::web::refusal::Refusal;
use rules::actor::Channel;
use service::cases::app;

/// Names that this machine has for itself.
const OWN_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// The routes that requests for another host are sent to, people's and programs'; asking for them directly
/// gives the same answer.
const REFUSED: [&str; 2] = ["/_fremmed-vaert", "/api/_fremmed-vaert"];

/// The address of a request that has none (in a test).
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// The most characters of a device text, which is stored with events.
const DEVICE_LENGTH: usize = 200;

/// The requests that are accepted, from the settings.
#[derive(Debug, Clone, Default)]
pub struct HostPolicy {
    /// Host names that the site answers to, besides those that every machine has for itself.
    pub hosts: Vec<String>,
    /// Whether visitors come by https, through a proxy that ends TLS.
    pub behind_tls: bool,
    /// The one proxy whose statement about a visitor's address is believed.
    pub proxy: Option<IpAddr>,
    /// Whether the control room has a password.
    pub control_room_locked: bool,
}

impl HostPolicy {
    /// Whether a host is ours. No browser sends a user in it, or sends none.
    fn knows(&self, host: &str) -> bool {
        let Some(host) = Host::parse(host).ok().filter(|_| !host.contains('@')) else { return false };
        let own = OWN_NAMES.iter().copied();
        own.chain(self.hosts.iter().map(String::as_str)).any(|name| host.domain() == name)
    }
}

/// Sends every request for another host to a refusal, and so one that names none or several: every browser and
/// every program that speaks HTTP/1.1 names one.
pub struct HostCheck;

#[rocket::async_trait]
impl Fairing for HostCheck {
    fn info(&self) -> Info {
        Info { name: "host names that the site answers to", kind: Kind::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        if !is_for_us(request) && !Refusal::has_address(request.uri().path().as_str()) {
            // A fairing cannot answer a request, so it points it at a route that refuses.
            let program = request.uri().path().starts_with("/api/");
            request.set_method(Method::Get);
            request.set_uri(Origin::const_new(REFUSED[usize::from(program)], None));
        }
    }
}

fn is_for_us(request: &Request<'_>) -> bool {
    let hosts: Vec<_> = request.headers().get("Host").collect();
    let policy = request.rocket().state::<HostPolicy>();
    matches!((hosts.as_slice(), policy), ([host], Some(policy)) if policy.knows(host))
}

/// Refuses a request that asked for a host that is not ours; mounted for people and for programs.
#[get("/_fremmed-vaert")]
pub const fn foreign_host() -> Status {
    Status::MisdirectedRequest
}

/// Whether a request that changes something was sent by a page of this site, or by no page at all (a
/// program). A browser says so in `Origin` and `Sec-Fetch-Site`.
pub fn same_origin(request: &Request<'_>) -> bool {
    let headers = request.headers();
    let fetched = headers.get_one("Sec-Fetch-Site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    fetched
        && headers.get_one("Origin").is_none_or(|origin| {
            let tls = request.rocket().state::<HostPolicy>().is_some_and(|policy| policy.behind_tls);
            let sent_from = origin.strip_prefix(if tls { "https://" } else { "http://" });
            sent_from.is_some() && sent_from == headers.get_one("Host")
        })
}

/// The address of this site, its world's base included, by the host that was asked for, which is one of ours
/// ([`HostCheck`]).
pub fn of_site(request: &Request<'_>) -> String {
    let tls = request.rocket().state::<HostPolicy>().is_some_and(|policy| policy.behind_tls);
    let host = request.headers().get_one("Host").unwrap_or_default();
    Base::of(request).below(&format!("{}://{host}", if tls { "https" } else { "http" }))
}

/// The address of this site, as [`of_site`] tells it.
pub struct SiteAddress(pub String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for SiteAddress {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Self(of_site(request)))
    }
}

/// Whether a request comes directly from this very machine. Requests through the named proxy do not, whether
/// it names the visitor or not.
pub fn is_near(request: &Request<'_>) -> bool {
    let remote = remote(request);
    let by_proxy = request.rocket().state::<HostPolicy>().is_some_and(|policy| policy.proxy == Some(remote));
    remote.is_loopback() && !by_proxy && !is_traced(request)
}

/// Whether a request was handed on by something at this machine that did not say for whom: the named proxy without
/// its header, a proxy that was not named, or whatever ends TLS. Its address is then the proxy's.
pub fn is_relayed(request: &Request<'_>) -> bool {
    let (remote, ClientAddress(address)) = (remote(request), ClientAddress::of(request));
    let policy = request.rocket().state::<HostPolicy>();
    let proxied = policy.is_some_and(|policy| policy.behind_tls || policy.proxy == Some(remote));
    let handed_on = proxied || (remote.is_loopback() && is_traced(request));
    address == remote && handed_on
}

/// Whether a proxy has left its trace in the headers.
fn is_traced(request: &Request<'_>) -> bool {
    const TRACES: [&str; 4] = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"];
    TRACES.iter().any(|trace| request.headers().contains(trace))
}

/// The other end of the connection.
fn remote(request: &Request<'_>) -> IpAddr {
    request.remote().map_or(HERE, |address| forwarded::canonical(address.ip()))
}

/// Whether the control room accepts this request without a password: it has none, and the request comes
/// directly from this machine.
pub fn control_room_is_open_to(request: &Request<'_>) -> bool {
    is_near(request)
        && request.rocket().state::<HostPolicy>().is_some_and(|policy| !policy.control_room_locked)
}

/// The address that a request comes from: the other end of the connection, or what the named proxy says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// The address of this request.
    pub fn of(request: &Request<'_>) -> Self {
        let remote = remote(request);
        let proxy = request.rocket().state::<HostPolicy>().and_then(|policy| policy.proxy);
        if proxy != Some(remote) {
            return Self(remote);
        }
        Self(forwarded::named_last(request.headers()).unwrap_or(remote))
    }
}

impl fmt::Display for ClientAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for ClientAddress {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Self::of(request))
    }
}

/// The visitor's browser by its own description: at most 200 characters, none of them a control character.
/// Empty if it sends none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device(pub String);

impl Device {
    /// The device of the browser that sent this request.
    pub fn of(request: &Request<'_>) -> Self {
        let said = request.headers().get_one("User-Agent").unwrap_or_default();
        Self(said.chars().filter(|c| !c.is_control()).take(DEVICE_LENGTH).collect())
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Device {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Self::of(request))
    }
}

/// The origin of a request, through a channel.
pub fn origin_of(request: &Request<'_>, channel: Channel, session: Option<[u8; 32]>) -> app::Origin {
    app::Origin {
        channel,
        address: Some(ClientAddress::of(request).0),
        relayed: is_relayed(request),
        device: Some(Device::of(request).0).filter(|device| !device.is_empty()),
        session,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_to_own_names_with_any_port_and_to_no_other() {
        let policy = HostPolicy { hosts: vec!["oevelse.example".into()], ..HostPolicy::default() };
        for host in ["localhost", "localhost:8000", "127.0.0.1:9", "[::1]:8000", "Oevelse.example"] {
            assert!(policy.knows(host), "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example:8000",
            "127.0.0.1.evil.example",
            "",
            "a b",
            "user@localhost",
        ] {
            assert!(!policy.knows(host), "{host}");
        }
    }
}
