//! Which requests are accepted: those for our own hosts; and which address each is taken to come from.

use std::net::{IpAddr, Ipv4Addr};

use rocket::http::{ContentType, Header, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{get, post, routes};
use selvbetjening::web::origin::{ClientAddress, Device, HostPolicy, is_near};

use super::{frame, text, visit};

const PROXY: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 9));

#[get("/who")]
fn who(address: ClientAddress, device: Device) -> String {
    format!("{address} {}", device.0)
}

#[test]
fn foreign_hosts_are_turned_away() {
    let site = visit(
        frame(HostPolicy { hosts: vec!["oevelse.example".into()], ..HostPolicy::default() })
            .mount("/", routes![who]),
    );
    for host in
        ["evil.example", "127.0.0.1.evil.example:8000", "a b", "", "user@localhost", "user@localhost:8000"]
    {
        let refused = site.bare.get("/who").header(Header::new("Host", host)).dispatch();
        assert_eq!(refused.status(), Status::MisdirectedRequest, "{host}");
        assert!(text(refused).contains("Adressen hører ikke til simulatoren"));
    }
    let none = site.bare.get("/who").dispatch();
    assert_eq!(none.status(), Status::MisdirectedRequest, "a request that names no host");
    let two = site.get("/who").header(Header::new("Host", "localhost:8000")).dispatch();
    assert_eq!(two.status(), Status::MisdirectedRequest, "a request that names two");
    let refused = site.bare.post("/api/world/clock").header(Header::new("Host", "evil.example")).dispatch();
    assert_eq!(
        (refused.status(), refused.content_type()),
        (Status::MisdirectedRequest, Some(ContentType::JSON))
    );
    for host in ["127.0.0.1:8000", "localhost", "[::1]:8000", "oevelse.example"] {
        assert_eq!(
            site.bare.get("/who").header(Header::new("Host", host)).dispatch().status(),
            Status::Ok,
            "{host}"
        );
    }
}

#[test]
fn only_the_named_proxy_is_believed() {
    let site =
        visit(frame(HostPolicy { proxy: Some(PROXY), ..HostPolicy::default() }).mount("/", routes![who]));
    let ask = |from: [u8; 4], said: &'static str| {
        let request = site.get("/who").remote((from, 4711).into());
        text(request.header(Header::new("X-Forwarded-For", said)).dispatch())
    };
    assert_eq!(ask([192, 0, 2, 1], "198.51.100.7"), "192.0.2.1 ");
    assert_eq!(ask([10, 0, 0, 9], "198.51.100.7"), "198.51.100.7 ");
    // What the visitor wrote into the header stands before what the proxy saw.
    assert_eq!(ask([10, 0, 0, 9], "127.0.0.1, 198.51.100.7"), "198.51.100.7 ");
    assert_eq!(ask([10, 0, 0, 9], "::ffff:198.51.100.7"), "198.51.100.7 ");
    assert_eq!(ask([10, 0, 0, 9], "nonsense"), "10.0.0.9 ");
    assert_eq!(ask([10, 0, 0, 9], "198.51.100.7:51234"), "198.51.100.7 ");
    assert_eq!(ask([10, 0, 0, 9], "\"[2001:db8::9]:51234\""), "2001:db8::9 ");
    let request = site.get("/who").remote(([10, 0, 0, 9], 4711).into());
    let request = request.header(Header::new("Forwarded", "for=\"[::ffff:198.51.100.7]:80\";proto=https"));
    assert_eq!(text(request.dispatch()), "198.51.100.7 ");
}

#[get("/near")]
fn near(request: Near) -> &'static str {
    if request.0 { "near" } else { "far" }
}

struct Near(bool);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Near {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Self(is_near(request)))
    }
}

#[test]
fn what_the_named_proxy_passes_on_is_not_near_though_it_does_not_say_for_whom() {
    let asked = |proxy: Option<IpAddr>, from: [u8; 4]| {
        let site = visit(frame(HostPolicy { proxy, ..HostPolicy::default() }).mount("/", routes![near]));
        text(site.get("/near").remote((from, 4711).into()).dispatch())
    };
    assert_eq!(asked(None, [127, 0, 0, 1]), "near");
    assert_eq!(asked(Some(PROXY), [127, 0, 0, 1]), "near");
    assert_eq!(asked(Some([127, 0, 0, 1].into()), [127, 0, 0, 1]), "far");
    assert_eq!(asked(Some(PROXY), [10, 0, 0, 9]), "far");
}

#[test]
fn the_device_is_cut() {
    let site = visit(frame(HostPolicy::default()).mount("/", routes![who]));
    let device = Header::new("User-Agent", "x".repeat(5000));
    assert_eq!(text(site.get("/who").header(device).dispatch()), format!("127.0.0.1 {}", "x".repeat(200)));
}

#[get("/ra/journal?<side>")]
fn journal(side: u8) -> Status {
    if side == 0 { Status::Ok } else { Status::Unauthorized }
}

#[post("/selvbetjening/kontakt")]
const fn contact() -> Status {
    Status::Unauthorized
}

#[test]
fn who_is_not_logged_on_is_sent_to_do_so_and_comes_back() {
    let pages = routes![journal, contact];
    let site = visit(frame(HostPolicy::default()).mount("/", pages.clone()).mount("/api", pages));
    let sent = site.get("/ra/journal?side=2").dispatch();
    assert_eq!(sent.status(), Status::SeeOther);
    assert_eq!(sent.headers().get_one("Location"), Some("/log-paa?til=%2Fra%2Fjournal%3Fside%3D2"));
    let sent = site.post("/selvbetjening/kontakt").dispatch();
    assert_eq!(sent.headers().get_one("Location"), Some("/log-paa?til=%2F"));
    let told = site.get("/api/ra/journal?side=2").dispatch();
    assert_eq!(told.status(), Status::Unauthorized);
    assert!(text(told).starts_with("{\"error\":\"not_logged_on\""));
}
