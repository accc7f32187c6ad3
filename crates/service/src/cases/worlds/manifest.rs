//! The first entry of an exported world: what the file holds, so that everything in it can be checked.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::{self, Read};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{WorldsError, WorldsRefusal};
use crate::cases::app::refused;
use rules::words::WorldName;

/// The name of the manifest in an archive.
pub(super) const MANIFEST: &str = "manifest.json";
/// The version of the format that is written. Whoever reads a higher one is told so.
const FORMAT: u32 = 1;
/// Digits of a checksum.
const CHECKSUM: usize = 64;
/// How much of a file is read at once, in bytes.
const AT_ONCE: usize = 64 * 1024;

/// What an exported world is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// The version of this format.
    pub format: u32,
    /// The name that the world had.
    pub world: WorldName,
    /// The simulated instant at which it was exported, and at which it begins where it is imported.
    pub at: Timestamp,
    /// Whether the server key is in the file.
    pub with_key: bool,
    /// The public name of that key.
    pub key_id: String,
    /// The last migration of the database.
    pub migration: i64,
    /// All other entries, by name.
    pub files: BTreeMap<String, Entry>,
}

/// An entry of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
}

/// The one field that every version of the format has.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

impl Manifest {
    /// A manifest without files.
    pub fn of(world: WorldName, at: Timestamp, key_id: String, migration: i64) -> Self {
        Self { format: FORMAT, world, at, with_key: false, key_id, migration, files: BTreeMap::new() }
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// [`WorldsRefusal::NotAnArchive`], [`WorldsRefusal::ArchiveNewer`] or [`WorldsRefusal::ArchiveDamaged`].
    pub fn read(json: &[u8]) -> Result<Self, WorldsError> {
        let Format { format } =
            serde_json::from_slice(json).map_err(|_| refused(WorldsRefusal::NotAnArchive))?;
        if format > FORMAT {
            return Err(refused(WorldsRefusal::ArchiveNewer));
        }
        let manifest: Self =
            serde_json::from_slice(json).map_err(|_| refused(WorldsRefusal::ArchiveDamaged))?;
        let is_sound = |entry: &Entry| entry.sha256.len() == CHECKSUM;
        if manifest.files.values().all(is_sound) {
            Ok(manifest)
        } else {
            Err(refused(WorldsRefusal::ArchiveDamaged))
        }
    }
}

/// Reads something to its end, hands each part on, and gives what its entry has to say.
pub(super) fn entry_of(
    mut from: impl Read,
    mut each: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<Entry> {
    let (mut hash, mut bytes, mut part) = (Sha256::new(), 0, vec![0; AT_ONCE]);
    loop {
        let read = match from.read(&mut part) {
            Ok(0) => break,
            Err(why) if why.kind() == io::ErrorKind::Interrupted => continue,
            read => &part[..read?],
        };
        hash.update(read);
        each(read)?;
        bytes += read.len() as u64;
    }
    let mut sha256 = String::with_capacity(CHECKSUM);
    for byte in hash.finalize() {
        // Writing into a text can't fail.
        let _ = write!(sha256, "{byte:02x}");
    }
    Ok(Entry { bytes, sha256 })
}
