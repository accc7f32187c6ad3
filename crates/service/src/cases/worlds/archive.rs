//! What may lie in an exported world, and how large it may be. The names are those that the files have in a world's folder.

use std::path::{Path, PathBuf};

use super::manifest::Manifest;
use super::{WorldsError, WorldsRefusal};
use crate::cases::app::refused;
use crate::cases::open::{key_file, mail_folder};
use crate::outside::mail;
use crate::store::Place;

/// The name of the database.
pub(super) const DATABASE: &str = "selvbetjening.sqlite";
/// The name of the server key.
pub(super) const KEY: &str = "server.key";
/// How the name of a mail begins and ends, around its number.
const MAIL: &str = "mail/";
const MAIL_ENDS: &str = ".eml";

/// The largest manifest, in bytes: about two hundred thousand mails.
pub(super) const LARGEST_MANIFEST: u64 = 32 * 1024 * 1024;
/// The largest database: ten years of a thousand persons take a tenth of it.
const LARGEST_DATABASE: u64 = 2 * 1024 * 1024 * 1024;
const LARGEST_KEY: u64 = 1024;
const LARGEST_MAIL: u64 = 1024 * 1024;
/// The most of all files together.
const LARGEST: u64 = 4 * 1024 * 1024 * 1024;

/// A file of a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    Database,
    Key,
    /// The mail of this number.
    Mail(i64),
}

impl Kept {
    /// The file of this name in an archive; no other is taken, so that none leads out of the world's folder.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            DATABASE => Some(Self::Database),
            KEY => Some(Self::Key),
            _ => {
                let number = name.strip_prefix(MAIL)?.strip_suffix(MAIL_ENDS)?;
                let number =
                    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse().ok())??;
                let mail = Self::Mail(number);
                (mail.name() == name).then_some(mail)
            }
        }
    }

    /// Its name in an archive.
    pub fn name(self) -> String {
        match self {
            Self::Database => DATABASE.to_owned(),
            Self::Key => KEY.to_owned(),
            Self::Mail(number) => format!("{MAIL}{number:08}{MAIL_ENDS}"),
        }
    }

    /// Where it lies in the folder of a world.
    pub fn below(self, folder: &Path) -> PathBuf {
        match self {
            Self::Database => Place::below(folder).path().to_owned(),
            Self::Key => key_file(folder),
            Self::Mail(number) => mail::file_of(&mail_folder(folder), number),
        }
    }

    fn largest(self) -> u64 {
        match self {
            Self::Database => LARGEST_DATABASE,
            Self::Key => LARGEST_KEY,
            Self::Mail(_) => LARGEST_MAIL,
        }
    }
}

/// Looks over what a manifest announces, before anything of it is written: nothing but a world's files, none too large, the
/// database among them, and the server key if it says so.
///
/// # Errors
/// [`WorldsRefusal::ArchiveDamaged`] or [`WorldsRefusal::ArchiveTooLarge`].
pub(super) fn look_over(manifest: &Manifest) -> Result<(), WorldsError> {
    let mut all = 0_u64;
    for (name, entry) in &manifest.files {
        let kept = Kept::named(name).ok_or_else(|| refused(WorldsRefusal::ArchiveDamaged))?;
        all = all.saturating_add(entry.bytes);
        if entry.bytes > kept.largest() || all > LARGEST {
            return Err(refused(WorldsRefusal::ArchiveTooLarge));
        }
    }
    let has = |name| manifest.files.contains_key(name);
    let is_whole = has(DATABASE) && has(KEY) == manifest.with_key;
    if is_whole { Ok(()) } else { Err(refused(WorldsRefusal::ArchiveDamaged)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_files_of_a_world_have_names() {
        for kept in [Kept::Database, Kept::Key, Kept::Mail(17), Kept::Mail(123_456_789)] {
            assert_eq!(Kept::named(&kept.name()), Some(kept));
        }
        for other in [
            "",
            "manifest.json",
            "../server.key",
            "/etc/passwd",
            "./server.key",
            "server.key/",
            "mail/",
            "mail/.eml",
            "mail/17.eml",
            "mail/../../x.eml",
            "mail/-0000017.eml",
            "mail/+0000017.eml",
            "mail/99999999999999999999.eml",
            "outbox.lock",
            "selvbetjening.sqlite-wal",
        ] {
            assert_eq!(Kept::named(other), None, "{other}");
        }
    }
}
