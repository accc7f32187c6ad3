//! Many worlds of one program (D42): copied, put back, handed on and removed, each a folder of its own.

mod archives;
mod back;
mod beside;
mod calls;
mod commands;
pub mod contents;
mod copies;
mod forged;
mod handed_out;
mod mail;
mod names;
mod on_server;
mod posted;
mod programs;

use jiff::SignedDuration;
use rules::words::{PointName, WorldName, WorldSource};
use service::cases::app::CaseError;
use service::cases::open;
use service::cases::open::Opening;
use service::cases::worlds::{Worlds, WorldsError, WorldsRefusal};
use service::testing::Clock;

use crate::site::{Folder, Site, opening_at};

/// The worlds below a site's data folder, on its clock.
pub fn worlds(site: &Site) -> Worlds {
    Worlds::beside(&site.app).on_clock_of(&site.app)
}

/// A site in whose world nothing goes on by itself: no mail leaves unless a test sends it, no certificate is made ahead.
pub fn resting() -> Site {
    let site = Site::filled();
    site.client.bare.rocket().shutdown().notify();
    site
}

pub fn name(name: &str) -> WorldName {
    WorldName::parse(name).unwrap()
}

pub fn point(name: &str) -> PointName {
    PointName::parse(name).unwrap()
}

pub fn source(source: &str) -> WorldSource {
    WorldSource::parse(source).unwrap()
}

/// A site over another world below a site's data folder, whose real clock shows the same.
pub fn opened(site: &Site, world: &str) -> Site {
    let at = worlds(site).location(&name(world)).unwrap();
    let clock = Clock::manual(site.app.clock().real_now(), SignedDuration::ZERO);
    let app = rocket::execute(open::open(Opening { clock, ..opening_at(at) })).unwrap();
    Site::over(app, Folder::new())
}

/// Something was refused for this reason.
#[track_caller]
pub fn refuses<T: std::fmt::Debug>(done: Result<T, WorldsError>, why: WorldsRefusal) {
    match done {
        Err(CaseError::Refused(refusal)) => assert_eq!(refusal, why),
        other => panic!("{other:?}"),
    }
}
