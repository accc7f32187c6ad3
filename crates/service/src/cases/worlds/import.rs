//! A world out of a file that may come from anywhere: everything in it is checked before there is a world.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use jiff::Timestamp;

use super::archive::{self, Kept, LARGEST_MANIFEST};
use super::copy::new_mark;
use super::draft::DraftFolder;
use super::manifest::{MANIFEST, Manifest, entry_of};
use super::refusal::{broken, of_disk};
use super::{Worlds, WorldsError, WorldsRefusal};
use crate::cases::app::refused;
use crate::cases::open::{key_file, mail_folder};
use crate::outside::keys::server_key::{ServerKey, ServerKeyError};
use crate::outside::{durable, owner_only};
use crate::store::Place;
use crate::store::detached::Apart;
use crate::store::draft::{Draft, NotReceived};
use rules::words::WorldName;

/// What was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The name that the world had where it comes from.
    pub was: WorldName,
    /// The simulated instant at which it begins.
    pub at: Timestamp,
    /// Whether the file held its server key; otherwise it is that of a world here.
    pub with_key: bool,
}

impl Worlds {
    /// Makes a new world of a file that [`Worlds::export`] has written.
    ///
    /// # Errors
    /// [`WorldsRefusal::NameTaken`], [`WorldsRefusal::NotAnArchive`], [`WorldsRefusal::ArchiveDamaged`],
    /// [`WorldsRefusal::ArchiveNewer`], [`WorldsRefusal::ArchiveTooLarge`], [`WorldsRefusal::KeyMissing`],
    /// [`WorldsRefusal::KeyForeign`], or a fault of the disk; then nothing was made.
    pub fn import(&self, file: &Path, to: &WorldName) -> Result<Imported, WorldsError> {
        self.is_free(to)?;
        let archive = File::open(file).map_err(of_disk)?;
        let folder = DraftFolder::below(&self.others()).map_err(of_disk)?;
        let manifest = unpack(archive, folder.path())?;
        let key = if manifest.with_key {
            ServerKey::load(&key_file(folder.path())).map_err(|error| match error {
                ServerKeyError::Malformed(_) => refused(WorldsRefusal::ArchiveDamaged),
                other => broken(other),
            })?
        } else {
            let key = self.key_called(&manifest.key_id)?;
            durable::write(&key_file(folder.path()), key.text().as_bytes()).map_err(of_disk)?;
            key
        };
        let mut world = Draft::received(&Place::below(folder.path())).map_err(|error| match error {
            NotReceived::Damaged(_) => refused(WorldsRefusal::ArchiveDamaged),
            NotReceived::Newer => refused(WorldsRefusal::ArchiveNewer),
            NotReceived::Store(error) => error.into(),
        })?;
        let found = world.change(|tx| {
            let found = Found {
                is_ours: tx.key_id()?.is_some_and(|of| of == key.key_id()),
                is_whole: tx.clock()?.is_some() && tx.broken_references()?.is_empty(),
                at: tx.stands_at()?.unwrap_or(manifest.at),
            };
            tx.set_apart(&Apart { mark: new_mark()?, stands_at: Some(found.at) })?;
            Ok(found)
        })?;
        let at = found.judged().map_err(refused)?;
        world.finish()?;
        match self.on_server() {
            Some(server) => server.take_in(&folder, to, &key)?,
            None => self.settle(folder, to)?,
        }
        Ok(Imported { was: manifest.world, at, with_key: manifest.with_key })
    }

    /// The server key of this public name, where a world here has it.
    fn key_called(&self, id: &str) -> Result<ServerKey, WorldsError> {
        for name in self.names()? {
            if let Ok(key) = self.key(&name)
                && key.key_id() == id
            {
                return Ok(key);
            }
        }
        Err(refused(WorldsRefusal::KeyMissing))
    }
}

/// What was found in a database that is to be imported.
struct Found {
    /// It was made under the server key that it came with.
    is_ours: bool,
    /// It has a clock, and everything that its rows name.
    is_whole: bool,
    /// The instant at which it begins.
    at: Timestamp,
}

impl Found {
    /// The instant at which it begins, unless it is refused.
    fn judged(self) -> Result<Timestamp, WorldsRefusal> {
        match self {
            Self { is_ours: false, .. } => Err(WorldsRefusal::KeyForeign),
            Self { is_whole: false, .. } => Err(WorldsRefusal::ArchiveDamaged),
            Self { at, .. } => Ok(at),
        }
    }
}

/// Writes the files of an archive into a folder: the manifest comes first, and then what it announces and nothing else, each
/// file once and with its size and checksum.
fn unpack(archive: File, folder: &Path) -> Result<Manifest, WorldsError> {
    let mut archive = tar::Archive::new(BufReader::new(archive));
    let mut entries = archive.entries().map_err(not_an_archive)?.raw(true);
    let first = entries.next().ok_or_else(|| refused(WorldsRefusal::NotAnArchive))?;
    let first = first.map_err(not_an_archive)?;
    if &*first.path_bytes() != MANIFEST.as_bytes() || !is_file(&first) {
        return Err(refused(WorldsRefusal::NotAnArchive));
    }
    if first.size() > LARGEST_MANIFEST {
        return Err(refused(WorldsRefusal::ArchiveTooLarge));
    }
    let mut json = Vec::new();
    first.take(LARGEST_MANIFEST).read_to_end(&mut json).map_err(damaged)?;
    let manifest = Manifest::read(&json)?;
    archive::look_over(&manifest)?;
    owner_only::make_folder(&mail_folder(folder)).map_err(of_disk)?;
    let mut unpacked = BTreeSet::new();
    for entry in entries {
        let entry = entry.map_err(damaged)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let announced = manifest.files.get(&name).filter(|_| is_file(&entry));
        let (Some(announced), Some(kept)) = (announced, Kept::named(&name)) else {
            return Err(refused(WorldsRefusal::ArchiveDamaged));
        };
        if entry.size() != announced.bytes || !unpacked.insert(name) {
            return Err(refused(WorldsRefusal::ArchiveDamaged));
        }
        let mut file = owner_only::write_anew(&kept.below(folder)).map_err(of_disk)?;
        let mut unwritten = None;
        let read = entry_of(entry.take(announced.bytes), |part| {
            file.write_all(part).inspect_err(|why| unwritten = Some(why.kind()))
        });
        match (read, unwritten) {
            (_, Some(kind)) => return Err(of_disk(kind.into())),
            (Err(why), None) => return Err(damaged(why)),
            (Ok(read), None) if read == *announced => {}
            (Ok(_), None) => return Err(refused(WorldsRefusal::ArchiveDamaged)),
        }
    }
    if unpacked.len() == manifest.files.len() {
        Ok(manifest)
    } else {
        Err(refused(WorldsRefusal::ArchiveDamaged))
    }
}

fn is_file<R: Read>(entry: &tar::Entry<'_, R>) -> bool {
    entry.header().entry_type() == tar::EntryType::Regular
}

/// What can't be read as an archive; a disk that fails says so.
fn not_an_archive(_: io::Error) -> WorldsError {
    refused(WorldsRefusal::NotAnArchive)
}

fn damaged(_: io::Error) -> WorldsError {
    refused(WorldsRefusal::ArchiveDamaged)
}
