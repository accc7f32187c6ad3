//! A whole site in a folder of its own, with a movable clock: the beginning of every test of a flow.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{SignedDuration, Timestamp};
use rocket::figment::Figment;
use rocket::local::blocking::Client;
use rocket::{Build, Rocket};
use rules::limits::Limits;
use rules::networks::Networks;
use rules::sessions::Lifetimes;
use rules::words::{WorldName, WorldSource};
use selvbetjening::config::Config;
use selvbetjening::start;
use selvbetjening::web::base::Base;
use selvbetjening::world::tick;
use service::cases::app::App;
use service::cases::open::{Damage, Location, Opening, Server};
use service::cases::world::outbox;
use service::cases::worlds::Worlds;
use service::cases::{open, seed};
use service::testing::Chance;
use service::testing::Clock;
use service::testing::MailWay;
use service::testing::Place;
use service::testing::{HashCost, HasherSettings};

use crate::browser::Browser;
use crate::local::Local;

/// A folder that goes when its test is over.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("selvbetjening-{}-{nth}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// One with a copy of the files that lie in another, which nobody has open.
    pub fn of(other: &Path) -> Self {
        let folder = Self::new();
        for file in std::fs::read_dir(other).unwrap().map(Result::unwrap) {
            // The index of the write-ahead log belongs to the process that made it.
            if file.file_type().unwrap().is_file() && !file.path().to_string_lossy().ends_with("-shm") {
                std::fs::copy(file.path(), folder.0.join(file.file_name())).unwrap();
            }
        }
        if let (Some(from), Some(to)) = (database_of(other), database_of(folder.path())) {
            rocket::execute(from.copy_to(&to)).unwrap();
        }
        folder
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let server = database_of(&self.0);
        let _ = std::fs::remove_dir_all(&self.0);
        if let Some(server) = server {
            let _ = rocket::execute(server.remove_all());
        }
    }
}

/// The database on a server that belongs to a folder of a test, where `TEST_DATABASE` names a server. Each folder has a
/// schema of its own there; one in which a program has made a file has that.
pub fn database_of(folder: &Path) -> Option<Server> {
    let address = std::env::var("TEST_DATABASE").ok()?;
    if Place::below(folder).exists() {
        return None;
    }
    let name = folder.file_name().unwrap().to_string_lossy().replace("selvbetjening", "test");
    Some(Server::parse(&address, None).unwrap().with_schema(&name))
}

/// A site, running in this process.
pub struct Site {
    pub app: App,
    pub client: Local,
    pub folder: Folder,
}

/// The real instant at which every test begins.
pub fn real_start() -> Timestamp {
    "2026-01-05T08:00:00Z".parse().unwrap()
}

/// Cheap hashes: what is tested is what follows from them, not what they cost.
pub fn cheap() -> HasherSettings {
    let cost = HashCost { memory_kib: 64, passes: 1, lanes: 1 };
    HasherSettings { cost, queue: 1_000, per_source: 1_000, ..HasherSettings::default() }
}

/// How a test opens a house in a folder.
pub fn opening_in(folder: &Path) -> Opening {
    Opening {
        data: folder.to_owned(),
        database: database_of(folder),
        key: None,
        begins: true,
        hashing: cheap(),
        pool: None,
        mail: MailWay::Memory,
        mail_from: "Selvbetjening <svar-ikke@selvbetjening.example>".into(),
        certificate_years: 4,
        certificate_address: "http://selvbetjening.example".into(),
        batch: 10,
        limits: Limits::default(),
        own_networks: Networks::default(),
        lifetimes: Lifetimes::default(),
        clock: Clock::manual(real_start(), SignedDuration::ZERO),
        chance: Chance::from_os().unwrap(),
        damage: Damage::Refused,
        rehearses: true,
    }
}

/// How a test opens a world that lies somewhere.
pub fn opening_at(at: Location) -> Opening {
    opening_in(&at.folder).lying(at)
}

impl Site {
    /// A world without anybody in it.
    pub fn empty() -> Self {
        Self::in_folder(Folder::new())
    }

    /// The same with other limits or networks.
    pub fn filled_with(change: impl FnOnce(Opening) -> Opening) -> Self {
        let folder = Folder::of(Self::first());
        let app = rocket::execute(open::open(change(opening_in(folder.path())))).unwrap();
        Self::over(app, folder)
    }

    /// The first world with all its persons. It is filled once, and each test has a copy of its own.
    pub fn filled() -> Self {
        Self::in_folder(Self::filled_folder())
    }

    /// A site with the seed in which nothing happens by itself, so that what a request costs can be counted.
    pub fn at_rest() -> Self {
        let folder = Self::filled_folder();
        let app = rocket::execute(open::open(opening_in(folder.path()))).unwrap();
        Self::at_rest_over(app, folder)
    }

    /// The same over a house that is open already.
    pub fn at_rest_over(app: App, folder: Folder) -> Self {
        let config = Config::from(Figment::new()).unwrap();
        Self::served(start::rocket_at_rest(&config, app.clone()).unwrap(), app, folder)
    }

    /// A folder with a copy of the first world, which nobody has open.
    pub fn filled_folder() -> Folder {
        Folder::of(Self::first())
    }

    fn first() -> &'static Path {
        static FIRST: OnceLock<Folder> = OnceLock::new();
        let first = FIRST.get_or_init(|| {
            let folder = Folder::new();
            rocket::execute(async {
                let app = open::open(opening_in(folder.path())).await.unwrap();
                seed::fill(&app).await.unwrap();
            });
            folder
        });
        first.path()
    }

    /// A site over whatever lies in a folder.
    pub fn in_folder(folder: Folder) -> Self {
        let app = rocket::execute(open::open(opening_in(folder.path()))).unwrap();
        Self::over(app, folder)
    }

    /// A site over a house that is open already.
    pub fn over(app: App, folder: Folder) -> Self {
        let config = Config::from(Figment::new()).unwrap();
        Self::served(start::rocket(&config, app.clone()).unwrap(), app, folder)
    }

    /// A site with these parts.
    pub fn served(rocket: Rocket<Build>, app: App, folder: Folder) -> Self {
        Self { app, client: Local::new(Client::untracked(rocket).unwrap()), folder }
    }

    /// Another world of the same program that is a copy of this one, with its site (D42).
    pub fn copied_as(&self, name: &str) -> Self {
        self.copied_with(name, Figment::new())
    }

    /// The same where the program has other settings.
    pub fn copied_with(&self, name: &str, settings: Figment) -> Self {
        let (worlds, name) = (Worlds::beside(&self.app), WorldName::parse(name).unwrap());
        worlds.copy(&WorldSource { world: WorldName::first(), point: None }, &name).unwrap();
        let app = rocket::execute(open::open(opening_at(worlds.location(&name).unwrap()))).unwrap();
        let (config, base) = (Config::from(settings).unwrap(), Base::of_world(&name));
        let rocket = start::rocket_below(&config, app.clone(), base.clone(), self.app.clone()).unwrap();
        let client = Local::below(Client::untracked(rocket).unwrap(), &base);
        Self { app, client, folder: Folder::new() }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser<'_> {
        Browser::new(&self.client)
    }

    /// A browser that has never been here, at an address.
    pub fn browser_at(&self, address: &str) -> Browser<'_> {
        self.browser().at(address)
    }

    /// Sends the mails that wait, as the running program does every two seconds. Returns how many.
    pub fn mail_goes(&self) -> usize {
        rocket::execute(outbox::send_waiting(&self.app, tick::worded)).unwrap()
    }

    /// The simulated instant.
    pub fn now(&self) -> Timestamp {
        self.app.clock().now()
    }

    /// Lets real time pass, and simulated time with it (D11).
    pub fn real_time_passes(&self, by: SignedDuration) {
        self.app.clock().advance_real(by);
    }
}
