//! Puts the site together and starts it.

use rocket::error::ErrorKind;
use rocket::fairing::AdHoc;
use rocket::{Build, Rocket};

use crate::config::{Config, Unusable};
use crate::outside::chance::{Chance, NoChance};
use crate::web::origin::Door;
use crate::web::visitor::{Draw, FormKey};
use crate::{citizen, web};

/// Why the program does not start, as a sentence for whoever started it.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A setting is not usable.
    #[error(transparent)]
    Settings(#[from] Unusable),
    /// Nothing unguessable can be drawn.
    #[error(transparent)]
    Chance(#[from] NoChance),
    /// A template does not parse.
    #[error("a page template is broken: {0}")]
    Templates(&'static tera::Error),
    /// Somebody else listens there.
    #[error("cannot listen at port {port}: {why}. Choose another with SELVBETJENING_PORT")]
    Port {
        /// The port.
        port: u16,
        /// What the system said.
        why: std::io::Error,
    },
    /// Rocket does not start, or stopped.
    #[error("the server cannot run: {0}")]
    Server(Box<rocket::Error>),
}

/// Serves the site until a signal ends it; what is in flight is finished first.
///
/// # Errors
/// [`Failure`] when it cannot be started.
pub fn serve(config: &Config) -> Result<(), Failure> {
    let chance = Chance::from_os()?;
    let parts = web::Parts {
        door: door(config),
        form_key: FormKey::new(chance.bytes()),
        draw: Draw::new(move || chance.bytes()),
    };
    let site = rocket(config, parts)?.attach(AdHoc::on_liftoff("address", |site| {
        Box::pin(async move {
            let at = site.config();
            println!(
                "Selvbetjening: http://{}/   (Ctrl+C stops it)",
                std::net::SocketAddr::from((at.address, at.port))
            );
        })
    }));
    let port = config.settings.port;
    let stopped = rocket::execute(site.launch());
    stopped.map(drop).map_err(|error| match error.kind() {
        ErrorKind::Bind(why) => Failure::Port { port, why: std::io::Error::new(why.kind(), why.to_string()) },
        _ => Failure::Server(Box::new(error)),
    })
}

/// The whole site, ready to be launched or tested.
///
/// # Errors
/// [`Failure::Templates`] when a template does not parse.
pub fn rocket(config: &Config, parts: web::Parts) -> Result<Rocket<Build>, Failure> {
    let site = web::rocket(config.rocket.clone(), parts).map_err(Failure::Templates)?;
    Ok(site.mount("/", citizen::routes()))
}

/// The part of the settings that decides which requests are let in.
fn door(config: &Config) -> Door {
    let settings = &config.settings;
    Door {
        hosts: settings.hosts.clone(),
        behind_tls: settings.behind_tls,
        proxy: settings.proxy,
        control_room_locked: settings.control_room_password.is_some(),
    }
}

/// In a released program a panic is one line with the place in our sources: what it was about may be a secret of a
/// visitor. The visitor sees the page for errors on our side.
pub fn quieten_panics() {
    if cfg!(debug_assertions) {
        return;
    }
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(at) => eprintln!("selvbetjening: internal error at {at}"),
        None => eprintln!("selvbetjening: internal error"),
    }));
}
