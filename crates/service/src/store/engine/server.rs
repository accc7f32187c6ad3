//! A PostgreSQL database: where its servers are, and which schema holds the world.

use std::net::IpAddr;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use postgres::config::{Host, SslMode, TargetSessionAttrs};
use postgres::{Client, Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::StoreError;
use crate::store::engine::encryption;
use crate::store::engine::hosts::{Ask, each, first_answer};
use crate::store::engine::no_server::NoServer;
use crate::store::engine::reach::Reach;
use crate::store::engine::session::{Connected, Session};
use crate::store::engine::unconfirmed::Unconfirmed;
use crate::store::error::of_postgres;

/// How long one server is tried.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long an answer of a server that has vanished is waited for.
const SILENCE: Duration = Duration::from_secs(15);
/// The oldest version that has all that the statements use, as the server tells it.
const OLDEST: i32 = 150_000;
/// What every connection is set to. The tables of a small world are nearly empty: read as a whole, each reading would
/// conflict with each change of them. Where that can't be avoided, the planner takes it for so dear that it would compile the
/// query first.
const SET: &str = "-c enable_seqscan=off -c jit=off -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s \
                   -c default_transaction_isolation=serializable -c client_min_messages=warning";

/// A PostgreSQL database, by the address of its servers, and the schema in it that holds the world.
#[derive(Clone)]
pub struct Server {
    config: Config,
    /// What encrypts a connection; `None` where nothing leaves this machine.
    encryption: Option<MakeRustlsConnect>,
    schema: String,
    /// The schema of the program's first world.
    first: String,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Not its configuration: that has the password.
        f.debug_tuple("Server").field(&self.shown()).finish()
    }
}

impl Server {
    /// Reads an address: `postgres://user:password@host1,host2/database`. What goes to a server beyond this machine is
    /// encrypted, and so is what goes to one on it where `sslmode` or a file of `authorities` says so; the server's
    /// certificate is looked at either way.
    ///
    /// # Errors
    /// [`NoServer`], also where what goes there would cross a network without being encrypted.
    pub fn parse(address: &str, authorities: Option<&Path>) -> Result<Self, NoServer> {
        if !address.starts_with("postgres://") && !address.starts_with("postgresql://") {
            return Err(NoServer::Unreadable);
        }
        let mut config =
            Config::from_str(&in_words_of_the_library(address)).map_err(|_| NoServer::Unreadable)?;
        if config.get_hosts().is_empty() {
            return Err(NoServer::NoHost);
        }
        // Where a host has an address beside its name (`hostaddr`), it is reached by that.
        let address_afar = config.get_hostaddrs().iter().find(|address| !address.is_loopback());
        let host_afar = config.get_hosts().iter().find(|host| !is_here(host));
        let afar = host_afar.map(shown).or_else(|| address_afar.map(IpAddr::to_string));
        let is_encrypted = match (config.get_ssl_mode(), afar) {
            (SslMode::Disable, Some(afar)) => return Err(NoServer::Afar(afar)),
            (SslMode::Disable, None) => false,
            (SslMode::Require, _) | (_, Some(_)) => true,
            (_, None) => authorities.is_some(),
        };
        let encryption = is_encrypted.then(|| encryption::to_servers_of(authorities)).transpose()?;
        config
            .ssl_mode(if is_encrypted { SslMode::Require } else { SslMode::Disable })
            .target_session_attrs(TargetSessionAttrs::ReadWrite)
            .connect_timeout(PATIENCE)
            .tcp_user_timeout(SILENCE)
            .keepalives_idle(PATIENCE)
            .keepalives_interval(PATIENCE);
        let (schema, first) = (FIRST.to_owned(), FIRST.to_owned());
        Ok(Self { config, encryption, schema, first }.with_settings(SERVING))
    }

    /// The same servers, with the first world in another schema.
    #[must_use]
    pub fn with_schema(self, schema: &str) -> Self {
        Self { schema: schema.to_owned(), first: schema.to_owned(), ..self }.with_settings(SERVING)
    }

    /// The same servers, with the world that lies in another schema beside the first.
    #[must_use]
    pub fn beside(&self, schema: &str) -> Self {
        Self { schema: schema.to_owned(), ..self.clone() }.with_settings(SERVING)
    }

    /// The same, for a look at a world or for the making of one: such connections do not count as serving it.
    #[must_use]
    pub fn aside(&self, schema: &str) -> Self {
        Self { schema: schema.to_owned(), ..self.clone() }.with_settings(ASIDE)
    }

    /// The schema that holds the world.
    pub fn schema(&self) -> &str {
        &self.schema
    }

    /// The schema that holds the first world.
    pub fn first_schema(&self) -> &str {
        &self.first
    }

    /// The name of a schema for something beside the first world: that alone where the first world has its usual name.
    pub fn named_beside(&self, what: &str) -> String {
        if self.first == FIRST { what.to_owned() } else { format!("{}-{what}", self.first) }
    }

    /// Its hosts, its database and its schema, without user and password.
    pub fn shown(&self) -> String {
        let hosts: Vec<_> = self.config.get_hosts().iter().map(shown).collect();
        let database = self.config.get_dbname().or(self.config.get_user()).unwrap_or_default();
        format!("postgres://{}/{database} ({})", hosts.join(","), self.schema)
    }

    fn with_settings(mut self, does: &str) -> Self {
        self.config.application_name(&application(does, &self.schema));
        self.config.options(&format!("{SET} -c search_path=\"{}\"", self.schema));
        self
    }

    /// A connection to the server that writes, which is made anew when it is lost, as far as the process may try.
    ///
    /// # Errors
    /// [`StoreError::Away`] when none can be made.
    pub fn connect(&self, reach: &Arc<Reach>) -> Result<Session, StoreError> {
        let (server, reach) = (self.clone(), Arc::clone(reach));
        Session::open(Box::new(move |unconfirmed| {
            let unconfirmed = unconfirmed.clone();
            let asks = move |one: &Self| Connected::new(one.clone().heard_by(&unconfirmed).client()?);
            reach.connect(|| first_answer(server.asked(asks)))
        }))
    }

    /// Whether the server that writes still works for a connection, by the number of the process that serves it.
    ///
    /// # Errors
    /// [`StoreError::Away`] when none can be asked.
    pub fn serves(&self, reach: &Reach, number: u32) -> Result<bool, StoreError> {
        let sql = "SELECT count(*) > 0 FROM pg_stat_activity WHERE pid = $1 AND datname = current_database()";
        let asks = move |one: &Self| {
            let number = i32::try_from(number).unwrap_or_default();
            Ok(one.client()?.query_one(sql, &[&number]).map_err(of_postgres)?.get(0))
        };
        reach.connect(|| first_answer(self.asked(asks)))
    }

    /// A question for each of the servers alone.
    fn asked<T>(&self, ask: impl Fn(&Self) -> Result<T, StoreError> + Clone + Send + 'static) -> Vec<Ask<T>> {
        let alone = |config| {
            let (server, ask) = (Self { config, ..self.clone() }, ask.clone());
            Ask { of: server.shown(), ask: Box::new(move || ask(&server)) }
        };
        each(&self.config).into_iter().map(alone).collect()
    }

    /// The same servers, with what they warn of noted.
    fn heard_by(mut self, unconfirmed: &Unconfirmed) -> Self {
        unconfirmed.listen(&mut self.config);
        self
    }

    /// The same as a bare connection.
    ///
    /// # Errors
    /// As [`Self::connect`]; the place that was tried is told.
    pub(crate) fn client(&self) -> Result<Client, StoreError> {
        let made = match &self.encryption {
            Some(encryption) => self.config.connect(encryption.clone()),
            None => self.config.connect(NoTls),
        };
        made.map_err(|error| match of_postgres(error) {
            StoreError::Away(why) => StoreError::Away(format!("{}: {why}", self.shown())),
            StoreError::Postgres(why) => StoreError::Open(format!("the database {}: {why}", self.shown())),
            other => other,
        })
    }

    /// The name under which the server lists the connections of programs that serve the world.
    pub(super) fn serving(&self) -> String {
        application(SERVING, &self.schema)
    }

    /// Whether the database is one that the program can use: its version, its order of texts and its encoding.
    ///
    /// # Errors
    /// [`StoreError::Open`] with what is wrong.
    pub fn fits(&self, client: &mut Client) -> Result<(), StoreError> {
        let unfit =
            |why: String| StoreError::Open(format!("the database {} cannot be used: {why}", self.shown()));
        let sql = "SELECT current_setting('server_version_num')::int4, datcollate::text, pg_encoding_to_char(encoding)::text, \
                   current_setting('synchronous_standby_names') FROM pg_database WHERE datname = current_database()";
        let row = client.query_one(sql, &[]).map_err(of_postgres)?;
        let version: i32 = row.get(0);
        if version < OLDEST {
            return Err(unfit(format!("PostgreSQL 15 or newer is needed, and this is {}", version / 10_000)));
        }
        let order: String = row.get(1);
        if !["C", "POSIX"].contains(&order.as_str()) {
            return Err(unfit(format!(
                "its texts are ordered as in {order}, and must be as in C. Make it with: CREATE DATABASE … TEMPLATE \
                 template0 ENCODING 'UTF8' LOCALE 'C'"
            )));
        }
        let encoding: String = row.get(2);
        if encoding != "UTF8" {
            return Err(unfit(format!("its encoding is {encoding}, and must be UTF8")));
        }
        if row.get::<_, String>(3).is_empty() {
            log::warn!(
                code = "database_without_standby";
                "no standby server confirms what is written (synchronous_standby_names is empty): if {} is lost, the newest \
                 changes may be lost with it",
                self.shown()
            );
        }
        Ok(())
    }
}

/// The schema of the first world.
const FIRST: &str = "first";
/// How the names begin under which a server lists the connections of a program that serves a world, and those for a look at one.
const SERVING: &str = "selvbetjening";
const ASIDE: &str = "selvbetjening aside";

fn application(does: &str, schema: &str) -> String {
    format!("{does} {schema}")
}

/// The address with `require` for the two words of `sslmode` that the library does not know. Certificate and name are looked
/// at whichever of them is used.
fn in_words_of_the_library(address: &str) -> String {
    let Some((place, options)) = address.split_once('?') else { return address.to_owned() };
    let options: Vec<_> = options
        .split('&')
        .map(|option| match option {
            "sslmode=verify-full" | "sslmode=verify-ca" => "sslmode=require",
            other => other,
        })
        .collect();
    format!("{place}?{}", options.join("&"))
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
        }
    }
}

fn shown(host: &Host) -> String {
    match host {
        Host::Tcp(name) => name.clone(),
        Host::Unix(path) => path.display().to_string(),
    }
}
