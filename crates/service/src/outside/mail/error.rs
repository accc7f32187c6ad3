//! Why a mail was not sent, and what that means for another try.

use std::io;

use crate::outside::mail::server::{AddressError, ServerError};
use crate::outside::mail::smime::SigningError;

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The sender in the settings is no mail address.
    #[error("the sender (mail_from) is no mail address, such as Navn <navn@vaert.dk>: {0}")]
    Sender(lettre::address::AddressError),
    /// The sender's address has letters that no certificate can name, so that nothing could be signed.
    #[error("the sender's address (mail_from) may have ASCII letters alone; its name may have any")]
    SenderNotAscii,
    /// The server in the settings is not of the form `smtp://host`.
    #[error("the mail server in the settings can't be used: {0}")]
    Server(#[from] AddressError),
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
    /// The sender gets no certificate.
    #[error("mails can't be signed: {0}")]
    Introduction(SigningError),
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
        /// What the server did, or the connection.
        cause: ServerError,
    },
}

impl MailError {
    /// The stable code, which names its sentence for the operator: what happened, without what differs each time.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Sender(_) | Self::SenderNotAscii => "sender",
            Self::Server(_) => "server-setting",
            Self::Recipient { .. } => "recipient",
            Self::Message { .. } => "not-written",
            Self::Signing { .. } | Self::Introduction(_) => "not-signed",
            Self::File { .. } => "file",
            Self::Smtp { cause, .. } => cause.code(),
        }
    }

    /// Whether the mail may have been sent all the same. A file that was not written was not.
    pub fn may_have_left(&self) -> bool {
        matches!(self, Self::Smtp { cause, .. } if cause.may_have_taken())
    }

    /// Whether the same mail may be accepted another time.
    pub fn is_worth_another_try(&self) -> bool {
        match self {
            Self::File { .. } => true,
            Self::Smtp { cause, .. } => cause.is_worth_another_try(),
            Self::Sender(_)
            | Self::SenderNotAscii
            | Self::Server(_)
            | Self::Recipient { .. }
            | Self::Message { .. }
            | Self::Introduction(_)
            | Self::Signing { .. } => false,
        }
    }

    /// Whether the mail server says nothing, so that the other mails wait too.
    pub fn is_silence(&self) -> bool {
        matches!(self, Self::Smtp { cause, .. } if cause.is_silence())
    }
}
