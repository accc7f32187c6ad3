//! Why there is no server key, as a sentence for whoever starts the program.

use std::io;
use std::path::PathBuf;

use crate::outside::chance::NoChance;

/// Why there is no server key.
#[derive(Debug, thiserror::Error)]
pub enum ServerKeyError {
    /// The file does not exist. Beside a database with content, the key was lost or is expected elsewhere.
    #[error("there is no server key at {}", .0.display())]
    Missing(PathBuf),
    /// The file can't be read.
    #[error("the server key at {} can't be read: {cause}", .path.display())]
    Unreadable {
        /// The expected file.
        path: PathBuf,
        /// The system's message.
        cause: io::Error,
    },
    /// Other users than the owner may read or write the file.
    #[error("the server key at {} is open to others (mode {mode:04o}); run: chmod 600 {}", .path.display(), .path.display())]
    OpenToOthers {
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file contains something else than 32 bytes in base64.
    #[error("the file at {} is not a server key (32 bytes in base64)", .0.display())]
    Malformed(PathBuf),
    /// The disk is full.
    #[error("no server key could be written at {}: the disk is full; make room and try again", .0.display())]
    DiskFull(PathBuf),
    /// A new file can't be written.
    #[error("no server key could be written at {}: {cause}", .path.display())]
    Unwritable {
        /// Where it should lie.
        path: PathBuf,
        /// The system's message.
        cause: io::Error,
    },
    /// A new key can't be drawn.
    #[error(transparent)]
    NoChance(#[from] NoChance),
}
