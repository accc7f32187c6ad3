//! A world as one file, to be kept or handed on.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::archive::Kept;
use super::copy::{copy_mails, new_mark};
use super::draft::DraftFolder;
use super::facts::instant_of;
use super::manifest::{MANIFEST, Manifest, entry_of};
use super::refusal::{broken, of_disk};
use super::{Worlds, WorldsError};
use crate::cases::open::key_file;
use crate::outside::{durable, owner_only};
use crate::store::Place;
use crate::store::detached::Apart;
use crate::store::draft::Draft;
use rules::words::WorldName;

impl Worlds {
    /// Writes a world as it is now into a file (tar), also while it is open and used: a manifest, the database without its use, and
    /// with the key the server key and the mails. Without it nothing that is sealed in the world can be read from the file, and
    /// the file can be imported only where a world with that key is. What the file held before is replaced.
    ///
    /// # Errors
    /// [`WorldsRefusal::Unknown`](super::WorldsRefusal::Unknown), or a fault of the disk; then the file is as it was.
    pub fn export(&self, world: &WorldName, with_key: bool, to: &Path) -> Result<(), WorldsError> {
        self.is_there(world)?;
        let (key, real_now) = (self.key(world)?, self.clock.real_now());
        let folder = DraftFolder::below(&self.others()).map_err(of_disk)?;
        let mut copy = self.written(world, &Place::below(folder.path()))?;
        let mut kept = vec![Kept::Database];
        let (mut manifest, mails) = copy.change(|tx| {
            let at = instant_of(tx, real_now)?;
            tx.set_apart(&Apart { mark: new_mark()?, stands_at: Some(at) })?;
            Ok((Manifest::of(world.clone(), at, key.key_id(), tx.last_migration()?), tx.kept_messages()?))
        })?;
        copy.finish()?;
        if with_key {
            durable::write(&key_file(folder.path()), key.text().as_bytes()).map_err(of_disk)?;
            copy_mails(&self.folder(world), folder.path(), &mails.numbers).map_err(of_disk)?;
            kept.push(Kept::Key);
            let mut numbers: Vec<_> = mails.numbers.into_iter().collect();
            numbers.sort_unstable();
            let has_file = |number: &i64| Kept::Mail(*number).below(folder.path()).exists();
            kept.extend(numbers.into_iter().filter(has_file).map(Kept::Mail));
            manifest.with_key = true;
        }
        for file in &kept {
            let content = File::open(file.below(folder.path())).map_err(of_disk)?;
            manifest.files.insert(file.name(), entry_of(content, |_| Ok(())).map_err(of_disk)?);
        }
        // Beside the file, so that it is replaced by a whole one.
        let draft = to.with_file_name(format!(
            ".{}.draft",
            to.file_name().ok_or_else(|| broken("an export needs the name of a file"))?.to_string_lossy()
        ));
        let json = serde_json::to_vec_pretty(&manifest).map_err(broken)?;
        let written = write(&draft, folder.path(), &json, &kept, real_now.as_second())
            .and_then(|()| fs::rename(&draft, to));
        if written.is_err() {
            // What can't be removed is replaced by the next export.
            let _ = fs::remove_file(&draft);
        }
        written.map_err(of_disk)
    }

    /// The database of a world as it is now, as a file.
    fn written(&self, world: &WorldName, to: &Place) -> Result<Draft, WorldsError> {
        match self.on_server() {
            Some(server) => server.written(world, to),
            None => Ok(Draft::copied(&Place::below(&self.folder(world)), to)?),
        }
    }
}

/// Writes the archive: the manifest first, so that whoever reads it knows what comes.
fn write(draft: &Path, folder: &Path, manifest: &[u8], kept: &[Kept], at: i64) -> io::Result<()> {
    let mut archive = tar::Builder::new(BufWriter::new(owner_only::write_anew(draft)?));
    let head = |name: &str, size: u64| {
        let mut head = tar::Header::new_ustar();
        head.set_path(name)?;
        head.set_entry_type(tar::EntryType::Regular);
        head.set_size(size);
        head.set_mode(0o600);
        head.set_mtime(u64::try_from(at).unwrap_or_default());
        head.set_cksum();
        Ok::<_, io::Error>(head)
    };
    archive.append(&head(MANIFEST, manifest.len() as u64)?, manifest)?;
    for file in kept {
        let content = File::open(file.below(folder))?;
        archive.append(&head(&file.name(), content.metadata()?.len())?, content)?;
    }
    let mut file = archive.into_inner()?;
    file.flush()?;
    file.get_ref().sync_all()
}
