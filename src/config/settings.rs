//! Our settings, each with a default that suits one person at one machine.

use std::net::IpAddr;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::report::{LogFormat, LogLevel};
use rules::limits::Limits;
use rules::networks::Networks;
use rules::sessions::Lifetimes;
use service::cases::open::{MailSettings, MailTls, NoServer, Server};

/// What every variable in the environment begins with.
pub(crate) const PREFIX: &str = "SELVBETJENING_";

/// Our settings, each with a default that suits one person at one machine.
#[derive(Clone, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The address to listen at.
    pub address: IpAddr,
    /// The port to listen at.
    pub port: u16,
    /// The folder of database, server key and mail.
    pub data: PathBuf,
    /// The PostgreSQL database that holds the worlds, `postgres://host1,host2/selvbetjening`; without it each is a file in its
    /// folder.
    pub database: Option<String>,
    /// A PEM file with the authorities by one of which the certificate of the database's server has to be; without it those
    /// that browsers trust.
    pub database_ca: Option<PathBuf>,
    /// The password of the control room. Without one the control room is open, and only to this machine.
    pub control_room_password: Option<String>,
    /// What a proxy on another machine, or the one that is named, shows at `/health`. Without one only this machine is answered.
    pub health_token: Option<String>,
    /// Where mail goes: `file`, or an address like `smtp://user:password@mail.example:587`.
    pub mail: String,
    /// The sender of mail: `Navn <navn@vaert.dk>`.
    pub mail_from: String,
    /// Whether the connection to `smtp://` is encrypted: `auto`, `required` or `off`.
    pub mail_tls: MailTls,
    /// Memory of one password hash, in KiB; at least 19456.
    pub hash_memory_kib: u32,
    /// Passes of one password hash; at least 2.
    pub hash_passes: u32,
    /// How many passwords are checked at the same time.
    pub hash_threads: usize,
    /// How many more may wait for it before visitors are asked to come back.
    pub hash_queue: usize,
    /// Host names that the site answers to, besides localhost.
    pub hosts: Vec<String>,
    /// Whether something in front of the program ends TLS.
    pub behind_tls: bool,
    /// The address of the proxy whose `X-Forwarded-For`, or else `Forwarded`, is believed.
    pub proxy: Option<IpAddr>,
    /// How many connections there may be at once, as far as the open-file limit allows.
    pub connections: usize,
    /// How many seconds the head of a request may take.
    pub head_seconds: u64,
    /// How many seconds its body may take.
    pub body_seconds: u64,
    /// How many seconds a connection without a request stays open; 0: it is closed after each answer.
    pub keep_alive: u64,
    /// How many seconds nobody has come to a world besides the first before it is closed (D43).
    pub world_idle_seconds: u64,
    /// For how many years a certificate is valid (Rules 4.4, D13).
    pub certificate_years: i8,
    /// Where certificates say that lists and answers about them are found; without it the first of the hosts, or this machine.
    pub certificate_address: Option<String>,
    /// The networks that are everybody's own place: wrong passwords from there count as D2 says (D23).
    pub own_networks: Networks,
    /// How often what may be done.
    #[serde(flatten)]
    pub limits: Limits,
    /// How long what was begun lasts (D11).
    #[serde(flatten)]
    pub lifetimes: Lifetimes,
    /// How much is printed: `off`, `error`, `warn`, or `info` with a line for each request.
    pub log_level: LogLevel,
    /// How it is printed: `text` or `json`.
    pub log_format: LogFormat,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            address: IpAddr::from([127, 0, 0, 1]),
            port: 8000,
            data: "data".into(),
            database: None,
            database_ca: None,
            control_room_password: None,
            health_token: None,
            mail: "file".into(),
            mail_from: "Selvbetjening <svar-ikke@selvbetjening.example>".into(),
            mail_tls: MailTls::default(),
            hash_memory_kib: 19_456,
            hash_passes: 2,
            hash_threads: 2,
            hash_queue: 64,
            hosts: Vec::new(),
            behind_tls: false,
            proxy: None,
            connections: 1_000,
            head_seconds: 10,
            body_seconds: 30,
            keep_alive: 30,
            world_idle_seconds: 120,
            certificate_years: 4,
            certificate_address: None,
            own_networks: Networks::default(),
            limits: Limits::default(),
            lifetimes: Lifetimes::default(),
            log_level: LogLevel::default(),
            log_format: LogFormat::default(),
        }
    }
}

impl Settings {
    /// Where certificates say that lists and answers about them are found. What ends TLS in front has a port of its own.
    pub fn certificates_at(&self) -> String {
        match (&self.certificate_address, self.hosts.first()) {
            (Some(address), _) => address.trim_end_matches('/').to_owned(),
            (None, Some(host)) if self.behind_tls => format!("https://{host}"),
            (None, Some(host)) => format!("http://{host}:{}", self.port),
            (None, None) => format!("http://127.0.0.1:{}", self.port),
        }
    }

    /// The server of the database that is named, with the first world's schema; none where each world is a file.
    ///
    /// # Errors
    /// [`NoServer`] when it is no address of one, or of one that the program does not use.
    pub fn server(&self) -> Result<Option<Server>, NoServer> {
        let authorities = self.database_ca.as_deref();
        self.database.as_deref().map(|address| Server::parse(address, authorities)).transpose()
    }

    /// Where mail goes, and from whom.
    pub fn mail_settings(&self) -> MailSettings<'_> {
        MailSettings { to: &self.mail, tls: self.mail_tls, from: &self.mail_from }
    }
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Secrets may stand in `control_room_password`, `health_token`, `database` and `mail`.
        f.debug_struct("Settings")
            .field("address", &self.address)
            .field("port", &self.port)
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}
