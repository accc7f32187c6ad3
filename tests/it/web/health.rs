//! `/health`: who is told whether the program can save anything, and what.

use std::net::IpAddr;
use std::time::Duration;

use rocket::figment::Figment;
use rocket::http::{Header, Status};
use rocket::local::blocking::{Client, LocalRequest};
use selvbetjening::config::Config;
use selvbetjening::start;

use super::text;
use crate::local::Local;
use crate::site::{Folder, Site, database_of, opening_in};
use service::cases::open;

const TOKEN: &str = "et-tegn-til-proxyen";
const AFAR: [u8; 4] = [192, 0, 2, 1];

/// A site whose settings say where the token is from and which proxy is believed.
fn with(settings: Figment) -> (Local, Folder) {
    let folder = Folder::new();
    let settings = settings.merge(("control_room_password", "kontrol1"));
    let config = Config::from(settings).unwrap();
    let app = rocket::execute(open::open(opening_in(folder.path()))).unwrap();
    (Local::new(Client::untracked(start::rocket(&config, app).unwrap()).unwrap()), folder)
}

fn from(request: LocalRequest<'_>, address: impl Into<IpAddr>) -> Status {
    request.remote((address.into(), 4711).into()).dispatch().status()
}

fn bearer(token: &str) -> Header<'static> {
    Header::new("Authorization", format!("Bearer {token}"))
}

#[test]
fn this_machine_is_told_and_nobody_else() {
    let (site, _folder) = with(Figment::new());
    let told = site.get("/health").dispatch();
    assert_eq!((told.status(), text(told).as_str()), (Status::Ok, "ok\n"));
    assert_eq!(
        site.bare.head("/health").header(Header::new("Host", "localhost")).dispatch().status(),
        Status::Ok
    );
    assert_eq!(from(site.get("/health"), AFAR), Status::NotFound);
    assert_eq!(from(site.get("/health").header(bearer("")), AFAR), Status::NotFound, "there is no token");
    for trace in ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"] {
        let forwarded = site.get("/health").header(Header::new(trace, "127.0.0.1"));
        assert_eq!(from(forwarded, [127, 0, 0, 1]), Status::NotFound, "{trace}");
    }
}

#[test]
fn whoever_shows_the_token_is_told() {
    let (site, _folder) = with(Figment::new().merge(("health_token", TOKEN)).merge(("proxy", "127.0.0.1")));
    assert_eq!(from(site.get("/health").header(bearer(TOKEN)), AFAR), Status::Ok);
    for wrong in ["", "et", "et-tegn-til-proxyen2", "ET-TEGN-TIL-PROXYEN"] {
        assert_eq!(from(site.get("/health").header(bearer(wrong)), AFAR), Status::NotFound, "{wrong}");
    }
    let basic = Header::new("Authorization", format!("Basic {TOKEN}"));
    assert_eq!(from(site.get("/health").header(basic), AFAR), Status::NotFound);
    // What comes from the proxy may come from anybody behind it.
    assert_eq!(from(site.get("/health"), [127, 0, 0, 1]), Status::NotFound);
    assert_eq!(from(site.get("/health").header(bearer(TOKEN)), [127, 0, 0, 1]), Status::Ok);
}

#[test]
fn a_database_that_cannot_be_written_is_told_and_one_that_can_be_again_too() {
    let site = Site::empty();
    if database_of(site.folder.path()).is_some() {
        // A server that is away is played in engines.rs.
        return;
    }
    let ask = || site.client.get("/health").dispatch();
    site.change("CREATE TRIGGER refused BEFORE UPDATE ON house BEGIN SELECT RAISE(ABORT, 'refused'); END");
    let told = ask();
    assert_eq!(told.status(), Status::ServiceUnavailable);
    assert_eq!(text(told), "the database cannot be written\n");
    site.change("DROP TRIGGER refused");
    let is_good = || {
        std::thread::sleep(Duration::from_millis(100));
        ask().status() == Status::Ok
    };
    assert!((0..100).any(|_| is_good()), "a proof every two seconds");
}
