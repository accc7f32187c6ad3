//! E-mail: into a folder, to a mail server, or into memory. A mail is sent from the outbox at least once; its
//! Message-ID is made from its number there, so that a second copy is recognised as the same mail. Some mails
//! are signed.

mod error;
mod server;
mod smime;

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};

use crate::outside::keys::server_key::ServerKey;
pub use crate::outside::mail::error::MailError;
use crate::outside::mail::server::MailServer;
pub use crate::outside::mail::server::MailTls;
use crate::outside::mail::smime::Signer;
use crate::outside::owner_only;
use crate::outside::pki::addresses::Addresses;
use crate::outside::pki::authority::Authority;
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
    /// To a mail server.
    Smtp {
        /// `smtps://user:password@host`, `smtp://host:25`, `smtp://host:587?tls=required`.
        address: String,
        /// Whether the connection is encrypted.
        tls: MailTls,
    },
    /// Nowhere: they are kept in memory.
    Memory,
}

impl fmt::Debug for MailWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(folder) => f.debug_tuple("File").field(folder).finish(),
            Self::Smtp { .. } => f.write_str("Smtp(…)"),
            Self::Memory => f.write_str("Memory"),
        }
    }
}

/// Composes and sends mails.
pub struct MailRoom {
    from: Mailbox,
    signer: Signer,
    way: OpenWay,
    /// Where mails lie that stay with their world, whatever way is set.
    folder: Option<PathBuf>,
}

enum OpenWay {
    File(PathBuf),
    Smtp(Box<MailServer>),
    Memory(Mutex<Vec<Mail>>),
}

/// A mail that only has to be handed over.
pub struct Ready<'r> {
    mail: &'r Mail,
    message: Message,
    way: ReadyWay<'r>,
}

enum ReadyWay<'r> {
    File(&'r Path),
    Memory(&'r Mutex<Vec<Mail>>),
    Smtp(Box<server::Ready>),
}

impl Ready<'_> {
    /// Sends it. The same mail sent again is the same file, or a mail with the same Message-ID.
    ///
    /// # Errors
    /// As [`MailRoom::ready`].
    pub async fn send(self) -> Result<(), MailError> {
        let id = self.mail.id;
        match self.way {
            ReadyWay::Memory(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.retain(|earlier| earlier.id != id);
                kept.push(self.mail.clone());
                Ok(())
            }
            ReadyWay::File(folder) => {
                let (folder, text) = (folder.to_owned(), self.message.formatted());
                tokio::task::spawn_blocking(move || write(&folder, id, &text))
                    .await
                    .unwrap_or_else(|stopped| Err(io::Error::other(stopped)))
                    .map_err(|cause| MailError::File { id, cause })
            }
            ReadyWay::Smtp(server) => {
                server.take(&self.message).await.map_err(|cause| MailError::Smtp { id, cause })
            }
        }
    }
}

impl MailRoom {
    /// A mail room that sends in this way, as `from` (`navn@vaert.dk` or `Navn <navn@vaert.dk>`), and signs
    /// under this server key. It does not connect before the first mail.
    ///
    /// # Errors
    /// [`MailError::Sender`], [`MailError::SenderNotAscii`] or [`MailError::Server`] for settings that can't be used.
    pub fn new(way: &MailWay, from: &str, key: &ServerKey) -> Result<Self, MailError> {
        let from: Mailbox = from.parse().map_err(MailError::Sender)?;
        if !from.email.to_string().is_ascii() {
            return Err(MailError::SenderNotAscii);
        }
        let signer = Signer::new(key, from.email.clone());
        let way = match way {
            MailWay::File(folder) => OpenWay::File(folder.clone()),
            MailWay::Smtp { address, tls } => OpenWay::Smtp(Box::new(MailServer::at(address, *tls)?)),
            MailWay::Memory => OpenWay::Memory(Mutex::default()),
        };
        Ok(Self { from, signer, way, folder: None })
    }

    /// The same with a folder for mails that are not to leave (D42).
    #[must_use]
    pub fn with_folder(self, folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// Gets the sender a certificate from the authority, so that mails can be signed.
    ///
    /// # Errors
    /// [`MailError::Introduction`] when there is none to be had.
    pub fn introduce(&self, issuing: &Authority, addresses: &Addresses) -> Result<(), MailError> {
        self.signer.introduce(issuing, addresses).map_err(MailError::Introduction)
    }

    /// Gets ready to send a mail: it is written, and a mail server reached, unless it `stays` here. Nothing has been sent by
    /// that.
    ///
    /// # Errors
    /// [`MailError`]; [`MailError::is_worth_another_try`] tells whether to keep it in the outbox.
    pub async fn ready<'r>(&'r self, mail: &'r Mail, stays: bool) -> Result<Ready<'r>, MailError> {
        let message = self.message(mail)?;
        let way = match (&self.way, &self.folder) {
            (OpenWay::File(folder), _) => ReadyWay::File(folder),
            (OpenWay::Memory(kept), _) => ReadyWay::Memory(kept),
            (OpenWay::Smtp(_), Some(folder)) if stays => ReadyWay::File(folder),
            (OpenWay::Smtp(server), _) => {
                let reached = server.ready().await;
                ReadyWay::Smtp(Box::new(reached.map_err(|cause| MailError::Smtp { id: mail.id, cause })?))
            }
        };
        Ok(Ready { mail, message, way })
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

/// Whether mail to a server at this address leaves the machine without encryption, or may do so; not where the address
/// can't be used.
pub fn is_unprotected(address: &str, tls: MailTls) -> bool {
    MailServer::at(address, tls).is_ok_and(|server| server.is_unprotected())
}

/// The unique name of a mail among those of this sender.
fn name(mail: &Mail) -> String {
    format!("{}.{}", mail.id, mail.sent_at.as_second())
}

/// The file of the mail with this number.
pub fn file_of(folder: &Path, id: i64) -> PathBuf {
    folder.join(format!("{id:08}.eml"))
}

/// Deletes the files of mails that are `forgotten` by their number, finished or not. What has another name stays, and a folder
/// that is not there has none.
pub fn forget(folder: &Path, forgotten: impl Fn(i64) -> bool) -> io::Result<()> {
    let files = match std::fs::read_dir(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
        files => files?,
    };
    for file in files {
        let file = file?;
        let name = file.file_name();
        let number = name.to_str().and_then(number_of);
        if number.is_some_and(&forgotten) {
            std::fs::remove_file(file.path())?;
        }
    }
    Ok(())
}

/// The number of the mail in a file of this name.
fn number_of(name: &str) -> Option<i64> {
    let digits = name.strip_suffix(".eml").or_else(|| name.strip_prefix('.')?.strip_suffix(".draft"))?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// Writes the whole mail to a separate file first, so that nobody ever reads half a mail.
fn write(folder: &Path, id: i64, text: &[u8]) -> io::Result<()> {
    owner_only::make_folder(folder)?;
    let draft = folder.join(format!(".{id:08}.draft"));
    owner_only::write_anew(&draft)?.write_all(text)?;
    std::fs::rename(&draft, file_of(folder, id))
}

#[cfg(test)]
mod tests;
