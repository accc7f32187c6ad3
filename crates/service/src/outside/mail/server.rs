//! The mail server of the settings: how its address is read, when the connection is encrypted, and how a mail is handed
//! over within seconds.

use std::future::Future;
use std::net::IpAddr;
use std::time::Duration;

use lettre::message::Message;
use lettre::transport::smtp;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use tokio::time::timeout;
use url::Url;

/// How long it may take until the server is ready for a mail: connection, greeting, encryption, log-on.
const READY: Duration = Duration::from_secs(5);
/// How long it may take until the server has taken a mail.
const TAKEN: Duration = Duration::from_secs(10);
/// How long a farewell is waited for.
const FAREWELL: Duration = Duration::from_secs(1);

/// Whether a connection to `smtp://` is encrypted (STARTTLS); one to `smtps://` always is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTls {
    /// If a password is sent to another machine; else as the address says by `?tls=`.
    #[default]
    Auto,
    /// Always; nothing is sent to a server that does not offer it.
    Required,
    /// Never, a password included.
    Off,
}

/// Why the address of a mail server can't be used. It never repeats the address, which may hold a password.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// It is no URL.
    #[error("it is not an address such as smtp://mail.example:587: {0}")]
    NoUrl(#[from] url::ParseError),
    /// It begins with something else.
    #[error("it must begin with smtp:// or smtps://, or be the word file")]
    Scheme,
    /// It names no server.
    #[error("it names no server")]
    NoHost,
    /// User name or password can't be read.
    #[error("user name and password must be percent-encoded UTF-8")]
    Encoding,
    /// What stands behind `?tls=` is unknown.
    #[error("?tls= must be required or opportunistic")]
    Tls,
    /// No certificate can name the server.
    #[error("no encrypted connection can be made to it: {0}")]
    NoTls(smtp::Error),
}

/// Why a server did not take a mail.
#[derive(Debug, thiserror::Error)]
#[expect(clippy::enum_variant_names, reason = "each is something that was not done")]
pub enum ServerError {
    /// It was not reached, or let nobody in: no mail was handed over.
    #[error("{0}")]
    NotReached(smtp::Error),
    /// It was not ready for a mail in time: none was handed over.
    #[error("the server was not ready for a mail within {} seconds", READY.as_secs())]
    NotReady,
    /// It refused the mail, or the connection broke.
    #[error("{0}")]
    NotTaken(smtp::Error),
    /// It did not confirm in time that it has the mail.
    #[error("the server did not confirm it within {} seconds", TAKEN.as_secs())]
    NotConfirmed,
}

impl ServerError {
    /// Whether the mail may have been taken all the same: nobody knows how far it came.
    pub fn may_have_taken(&self) -> bool {
        match self {
            Self::NotReached(_) | Self::NotReady => false,
            Self::NotTaken(cause) => !(cause.is_permanent() || cause.is_transient() || cause.is_client()),
            Self::NotConfirmed => true,
        }
    }

    /// The stable code, which names its sentence for the operator.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotReached(_) => "not-reached",
            Self::NotReady => "not-ready",
            Self::NotTaken(cause) if cause.is_permanent() => "refused",
            Self::NotTaken(cause) if cause.is_transient() => "put-off",
            Self::NotTaken(_) => "broken-off",
            Self::NotConfirmed => "not-confirmed",
        }
    }

    /// Whether the same mail may be taken another time. What keeps the server from taking any mail may be mended.
    pub fn is_worth_another_try(&self) -> bool {
        match self {
            Self::NotTaken(cause) => !cause.is_permanent(),
            Self::NotReached(_) | Self::NotReady | Self::NotConfirmed => true,
        }
    }

    /// Whether the server says nothing, so that it is not worth trying another mail right now.
    pub fn is_silence(&self) -> bool {
        matches!(self, Self::NotReady | Self::NotConfirmed)
    }
}

/// When the connection becomes encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encryption {
    Never,
    /// If the server offers it.
    Offered,
    /// Before anything but the greeting is said (STARTTLS).
    Required,
    FromTheStart,
}

/// A mail server.
pub struct MailServer {
    host: String,
    port: u16,
    encryption: Encryption,
    parameters: TlsParameters,
    credentials: Option<Credentials>,
    /// How this program introduces itself.
    us: ClientId,
}

impl MailServer {
    /// The server at an address: `smtps://user:password@host`, `smtp://host:25`, `smtp://host?tls=required`; a path is the
    /// name by which this program introduces itself.
    ///
    /// # Errors
    /// [`AddressError`] for an address of any other shape.
    pub fn at(address: &str, tls: MailTls) -> Result<Self, AddressError> {
        let url = Url::parse(address)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(AddressError::NoHost)?.to_owned();
        let encryption = encryption(&url, tls, is_this_machine(&host))?;
        let usual = match encryption {
            Encryption::FromTheStart => smtp::SUBMISSIONS_PORT,
            Encryption::Required | Encryption::Offered => smtp::SUBMISSION_PORT,
            Encryption::Never => smtp::SMTP_PORT,
        };
        let name = url.path().trim_matches('/');
        Ok(Self {
            port: url.port().unwrap_or(usual),
            encryption,
            parameters: TlsParameters::new(host.clone()).map_err(AddressError::NoTls)?,
            credentials: credentials(&url)?,
            us: if name.is_empty() { ClientId::default() } else { ClientId::Domain(name.to_owned()) },
            host,
        })
    }

    /// Whether mail leaves this machine without encryption, or may do so.
    pub fn is_unprotected(&self) -> bool {
        !is_this_machine(&self.host) && matches!(self.encryption, Encryption::Never | Encryption::Offered)
    }

    /// Connects, encrypts and logs on.
    ///
    /// # Errors
    /// [`ServerError::NotReached`] or [`ServerError::NotReady`], within seconds.
    pub async fn ready(&self) -> Result<Ready, ServerError> {
        let connected = within(READY, self.connected(), ServerError::NotReady).await?;
        connected.map(Ready).map_err(ServerError::NotReached)
    }

    /// A connection that is ready for a mail.
    async fn connected(&self) -> Result<AsyncSmtpConnection, smtp::Error> {
        let first = (self.encryption == Encryption::FromTheStart).then(|| self.parameters.clone());
        let place = (self.host.trim_matches(['[', ']']), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(place, Some(READY), &self.us, first, None).await?;
        let begins_now = match self.encryption {
            Encryption::Required => true,
            Encryption::Offered => connection.can_starttls(),
            Encryption::Never | Encryption::FromTheStart => false,
        };
        if begins_now {
            connection.starttls(self.parameters.clone(), &self.us).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}

/// A server that waits for a mail.
pub struct Ready(AsyncSmtpConnection);

impl Ready {
    /// Hands over a mail.
    ///
    /// # Errors
    /// [`ServerError::NotTaken`] or [`ServerError::NotConfirmed`], within seconds.
    pub async fn take(mut self, mail: &Message) -> Result<(), ServerError> {
        let written = mail.formatted();
        let handed_over = self.0.send(mail.envelope(), &written);
        within(TAKEN, handed_over, ServerError::NotConfirmed).await?.map_err(ServerError::NotTaken)?;
        let _ = timeout(FAREWELL, self.0.abort()).await;
        Ok(())
    }
}

async fn within<T>(
    limit: Duration,
    work: impl Future<Output = T>,
    late: ServerError,
) -> Result<T, ServerError> {
    timeout(limit, work).await.map_err(|_| late)
}

fn encryption(url: &Url, tls: MailTls, is_here: bool) -> Result<Encryption, AddressError> {
    let named = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
    let as_named = match named.as_deref() {
        None => Encryption::Never,
        Some("required") => Encryption::Required,
        Some("opportunistic") => Encryption::Offered,
        Some(_) => return Err(AddressError::Tls),
    };
    Ok(match (url.scheme(), tls) {
        ("smtps", _) => Encryption::FromTheStart,
        ("smtp", MailTls::Off) => Encryption::Never,
        ("smtp", MailTls::Required) => Encryption::Required,
        ("smtp", MailTls::Auto) if url.password().is_some() && !is_here => Encryption::Required,
        ("smtp", MailTls::Auto) => as_named,
        _ => return Err(AddressError::Scheme),
    })
}

fn credentials(url: &Url) -> Result<Option<Credentials>, AddressError> {
    let Some(password) = url.password() else { return Ok(None) };
    let decoded = |text| percent_decode_str(text).decode_utf8().map_err(|_| AddressError::Encoding);
    Ok(Some(Credentials::new(decoded(url.username())?.into_owned(), decoded(password)?.into_owned())))
}

fn is_this_machine(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost")
        || address.is_ok_and(|address| address.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests;
