//! Why something is not done with a world as a whole.

use std::fmt::Display;
use std::io;

use thiserror::Error;

use crate::cases::app::CaseError;
use crate::store::StoreError;
use rules::Refusal;

/// Why something is not done with a world.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum WorldsRefusal {
    /// There is a world of that name.
    #[error("there is a world of that name already")]
    NameTaken,
    /// There is none.
    #[error("there is no world of that name")]
    Unknown,
    /// The first world has no other name and can't be removed.
    #[error("the first world stays and keeps its name")]
    FirstStays,
    /// Somebody has it open.
    #[error("the world is in use")]
    InUse,
    /// There is a save point of that name.
    #[error("there is a save point of that name already")]
    PointTaken,
    /// There is none.
    #[error("there is no save point of that name")]
    PointUnknown,
    /// The save point was made under another server key than the world has.
    #[error("the save point was made under another server key")]
    PointForeign,
    /// The file is no archive of a world.
    #[error("the file is no exported world")]
    NotAnArchive,
    /// The archive is damaged or was altered.
    #[error("the exported world is damaged or was altered")]
    ArchiveDamaged,
    /// The archive is of a newer version of this program.
    #[error("the exported world is of a newer version of this program")]
    ArchiveNewer,
    /// The archive is larger than a world may be.
    #[error("the exported world is too large")]
    ArchiveTooLarge,
    /// The archive has no key, and no world here has it either.
    #[error("the exported world has no server key in it, and no world here has that key")]
    KeyMissing,
    /// The archive's key is not that of its database.
    #[error("the server key in the exported world is not that of its database")]
    KeyForeign,
}

impl Refusal for WorldsRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NameTaken => "world-name-taken",
            Self::Unknown => "world-unknown",
            Self::FirstStays => "world-first-stays",
            Self::InUse => "world-in-use",
            Self::PointTaken => "point-name-taken",
            Self::PointUnknown => "point-unknown",
            Self::PointForeign => "point-foreign-key",
            Self::NotAnArchive => "archive-unreadable",
            Self::ArchiveDamaged => "archive-damaged",
            Self::ArchiveNewer => "archive-newer",
            Self::ArchiveTooLarge => "archive-too-large",
            Self::KeyMissing => "archive-key-missing",
            Self::KeyForeign => "archive-key-foreign",
        }
    }
}

/// Why something was not done with a world: refused, or a fault of the service.
pub type WorldsError = CaseError<WorldsRefusal>;

/// A fault of the service.
pub(super) fn broken(why: impl Display) -> WorldsError {
    CaseError::Broken(why.to_string())
}

/// A fault of the disk.
pub(super) fn of_disk(why: io::Error) -> WorldsError {
    match why.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            StoreError::DiskFull.into()
        }
        _ => broken(format!("the files of a world: {why}")),
    }
}
