//! E-mail: into a folder, to a mail server, or into memory. A mail is sent from the outbox at least once; its
//! Message-ID is made from its number there, so that a second copy is recognised as the same mail. Some mails
//! are signed.

mod signed_data;
mod signer_certificate;
mod smime;

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Tokio1Executor};

use crate::outside::keys::server_key::ServerKey;
use crate::outside::mail::smime::Signer;
pub use crate::outside::mail::smime::SigningError;
use crate::outside::owner_only;
use rules::words::Email;

/// One mail from the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its number in the outbox.
    pub id: i64,
    /// The recipient.
    pub to: Email,
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// When it was put into the outbox, by the world's clock; part of its Message-ID, so it must not change.
    pub sent_at: Timestamp,
    /// Whether it is signed by the sender.
    pub signed: bool,
}

/// The way mails are sent.
#[derive(Clone, PartialEq, Eq)]
pub enum MailWay {
    /// Each into a file of its own in this folder.
    File(PathBuf),
    /// To a mail server: `smtps://user:password@host`, `smtp://host:25`, `smtp://host:587?tls=required`.
    Smtp(String),
    /// Nowhere: they are kept in memory.
    Memory,
}

impl fmt::Debug for MailWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(folder) => f.debug_tuple("File").field(folder).finish(),
            Self::Smtp(_) => f.write_str("Smtp(…)"),
            Self::Memory => f.write_str("Memory"),
        }
    }
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The sender in the settings is no mail address.
    #[error("the sender of mails is no mail address: {0}")]
    Sender(lettre::address::AddressError),
    /// The server in the settings is not of the form `smtp://host`.
    #[error("the mail server in the settings can't be used: {0}")]
    Server(lettre::transport::smtp::Error),
    /// The recipient's address can't be written into a mail.
    #[error("mail {id} has no usable recipient: {cause}")]
    Recipient {
        /// The mail's number in the outbox.
        id: i64,
        /// The fault.
        cause: lettre::address::AddressError,
    },
    /// The mail can't be put together.
    #[error("mail {id} can't be written: {cause}")]
    Message {
        /// The mail's number in the outbox.
        id: i64,
        /// The fault.
        cause: lettre::error::Error,
    },
    /// The mail can't be signed.
    #[error("mail {id} can't be signed: {cause}")]
    Signing {
        /// The mail's number in the outbox.
        id: i64,
        /// The fault.
        cause: SigningError,
    },
    /// The file can't be written.
    #[error("mail {id} can't be written to its file: {cause}")]
    File {
        /// The mail's number in the outbox.
        id: i64,
        /// The system's message.
        cause: io::Error,
    },
    /// The mail server did not accept it.
    #[error("mail {id} was not taken by the mail server: {cause}")]
    Smtp {
        /// The mail's number in the outbox.
        id: i64,
        /// The error of the server or the connection.
        cause: lettre::transport::smtp::Error,
    },
}

impl MailError {
    /// Whether the mail may have been sent all the same: the connection broke in the middle, and nobody knows
    /// how far it came. A mail that the server refused or that never reached it was not sent; nor was a file
    /// that was not written.
    pub fn may_have_left(&self) -> bool {
        match self {
            Self::Smtp { cause, .. } => {
                let refused = cause.is_permanent() || cause.is_transient();
                // Only the words of the error tell that there was no connection at all.
                let unreached = cause.is_tls() || cause.to_string().starts_with("Connection error");
                !(refused || unreached || cause.is_client())
            }
            _ => false,
        }
    }

    /// Whether the same mail may be accepted another time.
    pub fn is_worth_another_try(&self) -> bool {
        match self {
            Self::File { .. } => true,
            Self::Smtp { cause, .. } => !cause.is_permanent(),
            Self::Sender(_)
            | Self::Server(_)
            | Self::Recipient { .. }
            | Self::Message { .. }
            | Self::Signing { .. } => false,
        }
    }
}

/// Composes and sends mails.
pub struct MailRoom {
    from: Mailbox,
    signer: Signer,
    way: OpenWay,
}

enum OpenWay {
    File(PathBuf),
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Memory(Mutex<Vec<Mail>>),
}

impl MailRoom {
    /// A mail room that sends in this way, as `from` (`navn@vaert.dk` or `Navn <navn@vaert.dk>`), and signs
    /// under this server key. It does not connect before the first mail.
    ///
    /// # Errors
    /// [`MailError::Sender`] or [`MailError::Server`] for settings that can't be used.
    pub fn new(way: &MailWay, from: &str, key: &ServerKey) -> Result<Self, MailError> {
        let from: Mailbox = from.parse().map_err(MailError::Sender)?;
        let signer = Signer::new(key, from.email.clone());
        let way = match way {
            MailWay::File(folder) => OpenWay::File(folder.clone()),
            MailWay::Smtp(url) => {
                let server =
                    AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(MailError::Server)?;
                OpenWay::Smtp(Box::new(server.build()))
            }
            MailWay::Memory => OpenWay::Memory(Mutex::default()),
        };
        Ok(Self { from, signer, way })
    }

    /// Sends one mail. The same mail sent again is the same file, or a mail with the same Message-ID.
    ///
    /// # Errors
    /// [`MailError`]; [`MailError::is_worth_another_try`] tells whether to keep it in the outbox.
    pub async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail)?;
        let id = mail.id;
        match &self.way {
            OpenWay::Memory(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.retain(|earlier| earlier.id != id);
                kept.push(mail.clone());
                Ok(())
            }
            OpenWay::File(folder) => {
                let (folder, text) = (folder.clone(), message.formatted());
                tokio::task::spawn_blocking(move || write(&folder, id, &text))
                    .await
                    .unwrap_or_else(|stopped| Err(io::Error::other(stopped)))
                    .map_err(|cause| MailError::File { id, cause })
            }
            OpenWay::Smtp(server) => {
                server.send(message).await.map(drop).map_err(|cause| MailError::Smtp { id, cause })
            }
        }
    }

    #[cfg(any(test, feature = "testing"))]
    /// The mails kept in memory, oldest first; none when they are sent in another way.
    pub fn kept(&self) -> Vec<Mail> {
        match &self.way {
            OpenWay::Memory(kept) => kept.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            OpenWay::File(_) | OpenWay::Smtp(_) => Vec::new(),
        }
    }

    /// The whole mail, byte for byte as it is sent.
    ///
    /// # Errors
    /// [`MailError`] when it can't be put together.
    pub fn written(&self, mail: &Mail) -> Result<Vec<u8>, MailError> {
        self.message(mail).map(|message| message.formatted())
    }

    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        let id = mail.id;
        let recipient = mail.to.for_sending().parse().map_err(|cause| MailError::Recipient { id, cause })?;
        // A subject is one line, whatever it contains.
        let subject: String = mail.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let name = name(mail);
        let begun = Message::builder()
            .message_id(Some(format!("<{name}@{}>", self.from.email.domain())))
            .from(self.from.clone())
            .to(Mailbox::new(None, recipient))
            .date(mail.sent_at.into())
            .subject(subject)
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        let message = if mail.signed {
            let signed = self.signer.signed(&name, &mail.text, mail.sent_at);
            begun.multipart(signed.map_err(|cause| MailError::Signing { id, cause })?)
        } else {
            begun.header(ContentType::TEXT_PLAIN).body(mail.text.clone())
        };
        message.map_err(|cause| MailError::Message { id, cause })
    }
}

/// The unique name of a mail among those of this sender.
fn name(mail: &Mail) -> String {
    format!("{}.{}", mail.id, mail.sent_at.as_second())
}

/// Writes the whole mail to a separate file first, so that nobody ever reads half a mail.
fn write(folder: &Path, id: i64, text: &[u8]) -> io::Result<()> {
    owner_only::make_folder(folder)?;
    let draft = folder.join(format!(".{id:08}.draft"));
    owner_only::write_anew(&draft)?.write_all(text)?;
    std::fs::rename(&draft, folder.join(format!("{id:08}.eml")))
}

#[cfg(test)]
mod tests;
