//! Why an address is of no PostgreSQL database that the program uses.

use thiserror::Error;

/// Why an address is of no PostgreSQL database that the program uses.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum NoServer {
    #[error(
        "it is no address of a PostgreSQL database, such as postgres://user:password@host1,host2/selvbetjening"
    )]
    Unreadable,
    #[error("it names no host")]
    NoHost,
    #[error(
        "{0} is not this machine, and sslmode=disable says that what goes there is not encrypted. Leave that out, or name \
         127.0.0.1, ::1, localhost or a socket"
    )]
    Afar(String),
    /// The authorities by which servers are trusted can't be read.
    #[error("the authorities in {file} (database_ca) cannot be read: {why}")]
    Authorities { file: String, why: String },
    #[error("what goes there cannot be encrypted: {0}")]
    Encryption(String),
}
