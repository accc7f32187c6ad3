//! What all pages share.

mod door;
mod forms;
mod pages;
mod parts;
mod texts;

use rocket::figment::Figment;
use rocket::local::blocking::{Client, LocalResponse};
use rocket::{Build, Rocket};
use selvbetjening::config::Config;
use selvbetjening::web::origin::Door;
use selvbetjening::web::visitor::{Draw, FormKey};
use selvbetjening::web::{self, Parts};

/// What all pages share, without any page of the audiences.
fn frame(door: Door) -> Rocket<Build> {
    let config = Config::from(Figment::new()).unwrap();
    let parts = Parts { door, form_key: FormKey::new([7; 32]), draw: Draw::new(|| [9; 32]) };
    web::rocket(config.rocket, parts).unwrap()
}

fn visit(site: Rocket<Build>) -> Client {
    Client::tracked(site).unwrap()
}

fn text(response: LocalResponse<'_>) -> String {
    response.into_string().unwrap_or_default()
}
