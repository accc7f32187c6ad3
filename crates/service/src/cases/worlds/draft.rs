//! The folder of a world or save point that is being made, and of one that is being removed. It lies beside those that are
//! there, and its maker holds a lock on it, which the system releases when the process dies, however it dies.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::outside::{durable, owner_only};

/// How the folder of a world begins that is being made. No world's name begins with a point.
const DRAFT: &str = ".draft-";
/// How the folder of one begins that is being removed.
const GONE: &str = ".gone-";

/// A folder in which something is made. Unless it was given its name, it is removed when this ends.
pub(super) struct DraftFolder {
    path: PathBuf,
    /// As long as it is held, nobody tidies the folder away.
    #[expect(dead_code, reason = "it is held, not used")]
    lock: File,
}

impl DraftFolder {
    /// A new folder below another one, which is made if need be.
    ///
    /// # Errors
    /// When it can't be made.
    pub fn below(folder: &Path) -> io::Result<Self> {
        owner_only::make_folder(folder)?;
        loop {
            let path = folder.join(unused_name(DRAFT));
            owner_only::make_folder(&path)?;
            let lock = match File::open(&path) {
                // Somebody tidied it away before it was locked.
                Err(why) if why.kind() == io::ErrorKind::NotFound => continue,
                opened => opened?,
            };
            match lock.try_lock() {
                Ok(()) if !path.exists() => {}
                // A process that had the same number left it.
                Ok(()) if fs::read_dir(&path)?.next().is_some() => fs::remove_dir_all(&path)?,
                Ok(()) => return Ok(Self { path, lock }),
                Err(TryLockError::WouldBlock) => {}
                // On a disk without locks nobody else uses the folder.
                Err(TryLockError::Error(why)) if why.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self { path, lock });
                }
                Err(TryLockError::Error(why)) => return Err(why),
            }
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Has it on the disk with all that is in it, and gives it its name.
    ///
    /// # Errors
    /// As [`durable::rename_folder`].
    pub fn settle_as(self, name: &Path) -> io::Result<()> {
        durable::settle_all(&self.path)?;
        durable::rename_folder(&self.path, name)
    }
}

impl Drop for DraftFolder {
    fn drop(&mut self) {
        // Once it has its name there is nothing to remove; what can't be removed now is tidied away at the next start.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Removes a folder: first it loses its name, so that it is there as a whole or not at all.
///
/// # Errors
/// When it can't be renamed; what can't be deleted afterwards is tidied away at the next start.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    let gone = folder.with_file_name(unused_name(GONE));
    if gone.exists() {
        fs::remove_dir_all(&gone)?;
    }
    durable::rename_folder(folder, &gone)?;
    if let Err(why) = fs::remove_dir_all(&gone) {
        log::warn!(code = "folder_left"; "the folder {} cannot be removed: {why}", gone.display());
    }
    Ok(())
}

/// Removes the drafts below a folder that nobody makes any more, and what was being removed.
///
/// # Errors
/// When one can't be removed.
pub(super) fn tidy(folder: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let is_left = name.to_str().is_some_and(|name| name.starts_with(DRAFT) || name.starts_with(GONE));
        if !is_left || !entry.file_type()?.is_dir() {
            continue;
        }
        let held = match File::open(entry.path()) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => continue,
            opened => matches!(opened?.try_lock(), Err(TryLockError::WouldBlock)),
        };
        if !held {
            match fs::remove_dir_all(entry.path()) {
                Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
                _ => {}
            }
        }
    }
    Ok(())
}

/// A name that nothing else that this process makes has.
fn unused_name(begin: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{begin}{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}
