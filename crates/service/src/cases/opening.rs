//! What is needed to open a world: where it lies, how it hashes and sends mail, and its limits.

use std::path::{Path, PathBuf};

use jiff::SignedDuration;

use crate::outside::chance::{Chance, NoChance};
use crate::outside::clock::Clock;
pub use crate::outside::hashing::hasher::HashingPool;
use crate::outside::hashing::hasher::{HashCost, HasherSettings};
use crate::outside::keys::server_key::ServerKey;
use crate::outside::mail;
pub use crate::outside::mail::MailTls;
use crate::outside::mail::MailWay;
use crate::store::damage::Damage;
pub use crate::store::{NoServer, Server};
use rules::limits::Limits;
use rules::networks::Networks;
use rules::sessions::Lifetimes;

/// How many things that have fallen due one transaction does.
const BATCH: usize = 100;
/// Where certificates say that lists and answers are found, unless set otherwise.
const CERTIFICATE_ADDRESS: &str = "http://127.0.0.1:8000";
/// The word for mail that is written into a folder.
const FOLDER: &str = "file";

/// Where a world lies.
pub struct Location {
    /// The folder of what of it is files.
    pub folder: PathBuf,
    /// Its database, unless that is a file in the folder.
    pub database: Option<Server>,
    /// Its server key, unless that is a file in the folder.
    pub key: Option<ServerKey>,
}

/// What is needed to open a world.
pub struct Opening {
    /// The data folder.
    pub data: PathBuf,
    /// Where the database is, unless it is a file in that folder.
    pub database: Option<Server>,
    /// Its server key, unless that is a file in that folder.
    pub key: Option<ServerKey>,
    /// Whether a server key is made for a new world in a database on a server, as `selvbetjening init` does.
    pub begins: bool,
    /// How passwords are hashed.
    pub hashing: HasherSettings,
    /// The threads that hash, where they are shared with other worlds; one that is open alone has its own.
    pub pool: Option<HashingPool>,
    /// Where mail is sent.
    pub mail: MailWay,
    /// The sender of mail.
    pub mail_from: String,
    /// Years a certificate is valid.
    pub certificate_years: u16,
    /// Where certificates say that lists and answers about them are found.
    pub certificate_address: String,
    /// How many things that have fallen due one transaction does; few in tests, so that there are several.
    pub batch: usize,
    /// How often what may be done.
    pub limits: Limits,
    /// The networks that are everybody's own (D23).
    pub own_networks: Networks,
    /// How long what was begun lasts (D11).
    pub lifetimes: Lifetimes,
    /// The clock; the real one unless a test brings its own.
    pub clock: Clock,
    pub chance: Chance,
    /// What is done with a database that is damaged.
    pub damage: Damage,
    /// Whether each change is made twice, the first time rolled back, to show that it is repeatable.
    pub rehearses: bool,
}

/// How passwords are hashed.
#[derive(Clone, Copy, Debug)]
pub struct Hashing {
    /// Memory of one hash, in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// How many passwords are hashed at once.
    pub threads: usize,
    /// How many hashes may wait.
    pub queue: usize,
}

/// Where mail goes, and from whom.
#[derive(Clone, Copy)]
pub struct MailSettings<'a> {
    /// `file` for the folder, or the address of a server: `smtp://…`.
    pub to: &'a str,
    /// Whether the connection to a server is encrypted.
    pub tls: MailTls,
    /// The sender: `Navn <navn@vaert.dk>`.
    pub from: &'a str,
}

impl MailSettings<'_> {
    /// Whether mail leaves this machine without encryption, or may do so; not where the address can't be used.
    pub fn are_unprotected(&self) -> bool {
        self.to != FOLDER && mail::is_unprotected(self.to, self.tls)
    }
}

impl Opening {
    /// A world that runs on the machine's clock, with the default limits.
    ///
    /// # Errors
    /// When no unguessable values can be drawn.
    pub fn new(
        data: &Path,
        hashing: Hashing,
        mail: &MailSettings<'_>,
        certificate_years: u16,
    ) -> Result<Self, NoChance> {
        let cost = HashCost { memory_kib: hashing.memory_kib, passes: hashing.passes, lanes: 1 };
        Ok(Self {
            data: data.to_owned(),
            database: None,
            key: None,
            begins: false,
            hashing: HasherSettings {
                cost,
                threads: hashing.threads,
                queue: hashing.queue,
                per_source: (hashing.queue / 2).max(1),
                ..HasherSettings::default()
            },
            pool: None,
            mail: match mail.to {
                FOLDER => MailWay::File(mail_folder(data)),
                address => MailWay::Smtp { address: address.to_owned(), tls: mail.tls },
            },
            mail_from: mail.from.to_owned(),
            certificate_years,
            certificate_address: CERTIFICATE_ADDRESS.to_owned(),
            batch: BATCH,
            limits: Limits::default(),
            own_networks: Networks::default(),
            lifetimes: Lifetimes::default(),
            clock: Clock::real(SignedDuration::ZERO),
            chance: Chance::from_os()?,
            damage: Damage::Refused,
            rehearses: false,
        })
    }
}

impl Opening {
    /// The same for a world whose database and key may lie elsewhere than in its folder.
    #[must_use]
    pub fn lying(self, at: Location) -> Self {
        Self { data: at.folder, database: at.database, key: at.key, ..self }
    }
}

/// The mail folder below a data folder, used unless mail goes to a server.
pub fn mail_folder(folder: &Path) -> PathBuf {
    folder.join("mail")
}
