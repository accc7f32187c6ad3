//! Copying a world: as it is now, also while it is open and used, or as it was at a save point.

use std::fs;
use std::io;
use std::path::Path;

use zeroize::Zeroizing;

use super::draft::DraftFolder;
use super::refusal::of_disk;
use super::{Worlds, WorldsError, WorldsRefusal};
use crate::cases::app::refused;
use crate::cases::open::{key_file, mail_folder};
use crate::outside::chance::Chance;
use crate::outside::{durable, mail, owner_only};
use crate::store::detached::Apart;
use crate::store::draft::Draft;
use crate::store::{Place, StoreError};
use rules::words::{WorldName, WorldSource};

impl Worlds {
    /// Makes a new world that is a copy of another one, without its use (`Tx::set_apart`): nobody
    /// is logged on, nothing is counted, nothing waits to be sent, and its mail stays in its folder. A copy of a world as it is
    /// goes on at the same simulated instant; one of a save point begins at the instant at which that was saved.
    ///
    /// # Errors
    /// [`WorldsRefusal::NameTaken`], [`WorldsRefusal::Unknown`], [`WorldsRefusal::PointUnknown`],
    /// [`WorldsRefusal::PointForeign`], or a fault of the disk; then nothing was made.
    pub fn copy(&self, from: &WorldSource, to: &WorldName) -> Result<(), WorldsError> {
        self.is_free(to)?;
        if let Some(server) = self.on_server() {
            return server.copy(from, to);
        }
        let origin = self.database(from)?;
        let folder = DraftFolder::below(&self.others()).map_err(of_disk)?;
        let mut copy = Draft::copied(&origin, &Place::below(folder.path()))?;
        let key = self.key(&from.world)?;
        let mails = copy.change(|tx| {
            if tx.key_id()?.as_ref() != Some(&key.key_id()) {
                return Ok(None);
            }
            tx.set_apart(&Apart { mark: new_mark()?, stands_at: tx.stands_at()? })?;
            Ok(Some(tx.kept_messages()?))
        })?;
        let Some(mails) = mails else { return Err(refused(WorldsRefusal::PointForeign)) };
        copy.finish()?;
        copy_key(&self.folder(&from.world), folder.path()).map_err(of_disk)?;
        copy_mails(&self.folder(&from.world), folder.path(), &mails.numbers).map_err(of_disk)?;
        self.settle(folder, to)
    }

    /// Gives a world that was made its name.
    ///
    /// # Errors
    /// [`WorldsRefusal::NameTaken`] when another one has got it meanwhile.
    pub(super) fn settle(&self, made: DraftFolder, name: &WorldName) -> Result<(), WorldsError> {
        made.settle_as(&self.folder(name)).map_err(|why| taken(why, WorldsRefusal::NameTaken))
    }
}

/// A name that is taken is refused; else it is a fault of the disk.
pub(super) fn taken(why: io::Error, refusal: WorldsRefusal) -> WorldsError {
    match why.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty => refused(refusal),
        _ => of_disk(why),
    }
}

/// What tells a new world from others under the same server key.
pub(super) fn new_mark() -> Result<String, StoreError> {
    let chance = Chance::from_os().map_err(|why| StoreError::Open(why.to_string()))?;
    Ok(format!("{:016x}", chance.number()))
}

/// Copies the server key of a world.
pub(super) fn copy_key(from: &Path, to: &Path) -> io::Result<()> {
    let key = Zeroizing::new(fs::read(key_file(from))?);
    durable::write(&key_file(to), &key)
}

/// Copies the files of mails whose messages the copy has. A mail never changes, so that one file serves both worlds where the
/// disk allows.
pub(super) fn copy_mails<'n>(
    from: &Path,
    to: &Path,
    numbers: impl IntoIterator<Item = &'n i64>,
) -> io::Result<()> {
    let (from, to) = (mail_folder(from), mail_folder(to));
    if !from.exists() {
        return Ok(());
    }
    owner_only::make_folder(&to)?;
    for number in numbers {
        let (file, copy) = (mail::file_of(&from, *number), mail::file_of(&to, *number));
        match fs::hard_link(&file, &copy) {
            // It was sent another way, or is deleted just now.
            Err(why) if why.kind() == io::ErrorKind::NotFound => {}
            Err(_) => durable::write(&copy, &fs::read(&file)?)?,
            Ok(()) => {}
        }
    }
    Ok(())
}
