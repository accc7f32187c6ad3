//! Puts the site together and starts it.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use rocket::local::asynchronous::Client;
use rocket::{Build, Rocket};
use tokio::net::TcpListener;

use crate::config::{Config, Settings, Unusable};
use crate::listener::{Asked, Ended, Limits};
use crate::web::base::Base;
use crate::web::health;
use crate::web::health::Health;
use crate::web::keeper;
use crate::web::origin::HostPolicy;
use crate::web::visitor::{Draw, FormKey};
use crate::web::worlds::{Opener, Openings, Running};
use crate::{bank, citizen, listener, operator, provider, ra, signals, web, world};
use service::cases::app::{App, SecurityEvent};
use service::cases::open::{Hashing, Location, Opening, OpeningError, Server};
use service::cases::seed::SeedError;
use service::cases::worlds::{Worlds, WorldsError};
use service::cases::{open, seed};

/// Why the program does not start, as a sentence for the person who started it.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A setting is not usable.
    #[error(transparent)]
    Settings(#[from] Unusable),
    /// The world does not open.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// What interrupted copies and removals of worlds left can't be removed.
    #[error("the worlds in the data folder cannot be looked over: {0}")]
    Worlds(#[from] WorldsError),
    /// The world can't be seeded.
    #[error(transparent)]
    Filling(#[from] SeedError),
    /// A template does not parse.
    #[error("a page template is broken: {0}")]
    Templates(&'static tera::Error),
    /// Another program listens there, or it is no address of this machine.
    #[error(
        "cannot listen at {at}: {why}. Choose another port with SELVBETJENING_PORT, or another address with \
         SELVBETJENING_ADDRESS"
    )]
    Place {
        at: SocketAddr,
        /// The system's message.
        why: std::io::Error,
    },
    /// Requests in progress took longer than the program waits for them.
    #[error("ended before everything in flight was finished: it took longer than {} seconds", signals::GRACE)]
    CutOff,
    /// Rocket does not start, or stopped.
    #[error("the server cannot run: {0}")]
    Server(Box<rocket::Error>),
}

/// Serves the site until a signal ends it; requests in progress are finished first.
///
/// # Errors
/// [`Failure`] when it cannot be started.
pub fn serve(config: &Config) -> Result<(), Failure> {
    rocket::execute(async {
        for setting in config.settings.dangers() {
            SecurityEvent::SettingsDangerous { setting }.tell_of_program();
        }
        let limits = limits(&config.settings);
        let app = open_app(config).await?;
        Worlds::beside(&app).apart(Worlds::tidy).await?;
        let site = rocket(config, app)?.attach(signals::heeded());
        let at = SocketAddr::from((config.settings.address, config.settings.port));
        let place = |why| Failure::Place { at, why };
        let socket = TcpListener::bind(at).await.map_err(place)?;
        let bound = socket.local_addr().map_err(place)?;
        let site = Client::untracked(site).await.map_err(|error| Failure::Server(Box::new(error)))?;
        println!("Selvbetjening: http://{bound}/   (Ctrl+C stops it)");
        match listener::serve(socket, site, limits).await {
            Ended::Finished => Ok(()),
            Ended::CutOff => Err(Failure::CutOff),
        }
    })
}

/// The limits of connections that the settings and the system allow.
fn limits(settings: &Settings) -> Limits {
    let asked = Asked {
        connections: settings.connections,
        head: Duration::from_secs(settings.head_seconds),
        body: Duration::from_secs(settings.body_seconds),
        idle: (settings.keep_alive > 0).then(|| Duration::from_secs(settings.keep_alive)),
        proxy: settings.proxy,
    };
    Limits::new(asked, listener::open_files())
}

/// Opens the world that the settings name, and seeds a new one.
///
/// # Errors
/// [`Failure`] when it does not open.
pub async fn open_app(config: &Config) -> Result<App, Failure> {
    filled(opening_of(&config.settings)?).await
}

/// The same, and makes the server key of a new world also where several programs will serve it.
///
/// # Errors
/// [`Failure`] when it does not open.
pub async fn begin(config: &Config) -> Result<App, Failure> {
    filled(Opening { begins: true, ..opening_of(&config.settings)? }).await
}

async fn filled(opening: Opening) -> Result<App, Failure> {
    let app = open::open(opening).await?;
    seed::fill(&app).await?;
    Ok(app)
}

/// The worlds besides the first, none of them open. What they share with the first world is the program's: its settings, the
/// threads that hash, and the count of wrong control-room passwords.
fn other_worlds(config: &Config, first: &App) -> Running {
    let idle = Duration::from_secs(config.settings.world_idle_seconds);
    let worlds = Worlds::beside(first);
    let pool = first.hashing_pool();
    let settings = config.settings.clone();
    let opening = move |at: Location| {
        let opening = opening_in(&settings, &at.folder)?.lying(at);
        Ok(Opening { pool: Some(pool.clone()), ..opening })
    };
    let openings: Openings = Box::new(opening.clone());
    let (config, first, all) = (config.clone(), first.clone(), worlds.clone());
    let opener: Opener = Box::new(move |name| {
        let base = Base::of_world(&name);
        let (config, first, all, opening) = (config.clone(), first.clone(), all.clone(), opening.clone());
        Box::pin(async move {
            let location = all.apart(move |worlds| worlds.location(&name)).await?;
            Ok(other_world(&config, first, base, opening(location)?).await?)
        })
    });
    Running::new(worlds, idle, openings, opener)
}

/// Opens the site of a world besides the first. What was due while it was closed happens before its first page.
async fn other_world(config: &Config, first: App, base: Base, opening: Opening) -> Result<Client, Failure> {
    let certificate_address = base.below(&config.settings.certificates_at());
    let app = open::open(Opening { certificate_address, ..opening }).await?;
    world::tick::live(&app, true).await.map_err(OpeningError::from)?;
    let site = rocket_below(config, app, base, first)?;
    Client::untracked(site).await.map_err(|error| Failure::Server(Box::new(error)))
}

/// The whole site over a world besides the first, whose addresses lie below a base, ready to be launched or tested.
///
/// # Errors
/// [`Failure::Templates`] when a template does not parse.
pub fn rocket_below(config: &Config, app: App, base: Base, first: App) -> Result<Rocket<Build>, Failure> {
    let key = world::Key::shared(config.settings.control_room_password.as_deref(), first);
    Ok(site(config, app, base)?.manage(key).attach(world::tick::Heartbeat))
}

/// The whole site over the first world, ready to be launched or tested.
///
/// # Errors
/// [`Failure::Templates`] when a template does not parse.
pub fn rocket(config: &Config, app: App) -> Result<Rocket<Build>, Failure> {
    Ok(rocket_at_rest(config, app)?.attach(world::tick::Heartbeat))
}

/// The same in which nothing happens by itself: for whoever counts what a request costs.
///
/// # Errors
/// [`Failure::Templates`] when a template does not parse.
pub fn rocket_at_rest(config: &Config, app: App) -> Result<Rocket<Build>, Failure> {
    let key = world::Key::new(config.settings.control_room_password.as_deref());
    let others = other_worlds(config, &app);
    let health = Health::new(config.settings.health_token.as_deref());
    let site = site(config, app, Base::default())?.manage(key).manage(others);
    Ok(site.manage(health).mount("/", health::routes()))
}

/// The site of a world, whose addresses lie below a base.
fn site(config: &Config, app: App, base: Base) -> Result<Rocket<Build>, Failure> {
    let drawing = app.clone();
    let parts = web::Parts {
        policy: policy(config),
        base,
        world: app.world_id(),
        form_key: FormKey::new(app.form_key()),
        draw: Draw::new(move || drawing.random_bytes()),
    };
    let site = web::rocket(config.rocket.clone(), parts).map_err(Failure::Templates)?;
    Ok(site
        .manage(app)
        .mount("/", citizen::routes())
        .mount("/", ra::routes())
        .mount("/", provider::routes())
        .mount("/", bank::routes())
        .mount("/", operator::routes())
        .mount("/kontrolrum", world::pages())
        .mount("/telefon", world::telephone())
        .mount("/api/world", world::api())
        .mount("/api/worlds", world::api_of_worlds())
        .mount("/selvbetjening", keeper::routes())
        .mount("/ra", keeper::routes())
        .mount("/bank", keeper::routes())
        .mount("/operatoer", keeper::routes())
        .mount("/tjenester", keeper::routes())
        .register("/tjenester", provider::catchers())
        .register("/kontrolrum", world::locked())
        .register("/telefon", world::locked())
        .register("/api/world", world::locked_to_programs())
        .register("/api/worlds", world::locked_to_programs()))
}

/// What is needed to open the first world, from the settings.
///
/// # Errors
/// [`OpeningError`] when no unguessable values can be drawn.
pub fn opening_of(settings: &Settings) -> Result<Opening, OpeningError> {
    Ok(Opening { database: server_of(settings)?, ..opening_in(settings, &settings.data)? })
}

/// The server of the database that the settings name, if they name one.
///
/// # Errors
/// [`OpeningError::Server`] when it is none that the program uses.
pub fn server_of(settings: &Settings) -> Result<Option<Server>, OpeningError> {
    settings.server().map_err(OpeningError::Server)
}

/// What is needed to open the world in a folder, from the settings.
///
/// # Errors
/// [`OpeningError`] when no unguessable values can be drawn.
pub fn opening_in(settings: &Settings, folder: &Path) -> Result<Opening, OpeningError> {
    let hashing = Hashing {
        memory_kib: settings.hash_memory_kib,
        passes: settings.hash_passes,
        threads: settings.hash_threads,
        queue: settings.hash_queue,
    };
    let years = u16::from(settings.certificate_years.unsigned_abs());
    let opening = Opening::new(folder, hashing, &settings.mail_settings(), years)?;
    Ok(Opening {
        certificate_address: settings.certificates_at(),
        limits: settings.limits,
        own_networks: settings.own_networks.clone(),
        lifetimes: settings.lifetimes,
        ..opening
    })
}

/// The settings that decide which requests are accepted.
fn policy(config: &Config) -> HostPolicy {
    let settings = &config.settings;
    let mut hosts = settings.hosts.clone();
    // A site that listens at one address is requested by that address.
    hosts.push(match settings.address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    });
    HostPolicy {
        hosts,
        behind_tls: settings.behind_tls,
        proxy: settings.proxy.map(|proxy| proxy.to_canonical()),
        control_room_locked: settings.control_room_password.is_some(),
    }
}
