//! What all pages share.

mod banner;
mod cookies;
mod forms;
mod health;
mod host_policy;
mod hotline;
mod pages;
mod parts;
mod texts;
mod weight;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use rocket::figment::Figment;
use rocket::local::blocking::{Client, LocalResponse};
use rocket::{Build, Rocket};
use selvbetjening::config::Config;
use selvbetjening::web;
use selvbetjening::web::Parts;
use selvbetjening::web::base::Base;
use selvbetjening::web::origin::HostPolicy;
use selvbetjening::web::visitor::{Draw, FormKey};
use service::cases::app::App;
use service::cases::open;

use crate::local::Local;
use crate::site::{Folder, opening_in};

/// What is drawn next.
static DRAWN: AtomicU8 = AtomicU8::new(1);

/// What all pages share, without any page of the audiences.
fn frame(policy: HostPolicy) -> Rocket<Build> {
    let config = Config::from(Figment::new()).unwrap();
    let parts = Parts {
        base: Base::default(),
        policy,
        world: "test".into(),
        form_key: FormKey::new([7; 32]),
        draw: Draw::new(|| [DRAWN.fetch_add(1, Ordering::Relaxed); 32]),
    };
    web::rocket(config.rocket, parts).unwrap().manage(app())
}

/// An empty house, for pages that look into one.
fn app() -> App {
    static HOUSE: OnceLock<(Folder, App)> = OnceLock::new();
    let (_, app) = HOUSE.get_or_init(|| {
        let folder = Folder::new();
        let app = rocket::execute(open::open(opening_in(folder.path()))).unwrap();
        (folder, app)
    });
    app.clone()
}

fn visit(site: Rocket<Build>) -> Local {
    Local::new(Client::tracked(site).unwrap())
}

fn text(response: LocalResponse<'_>) -> String {
    response.into_string().unwrap_or_default()
}
