//! What stays on the disk when the power is cut: files that were written, and the names that folders have for them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::outside::owner_only;

/// Writes a file that only its owner may read, and has it on the disk.
///
/// # Errors
/// When it can't be written.
pub fn write(file: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = owner_only::write_anew(file)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Has the names in a folder on the disk.
///
/// # Errors
/// When it can't be opened or written.
pub fn settle(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Has a folder on the disk with all files and folders in it, which nobody has open. A file that has another name elsewhere, too,
/// was on the disk before.
///
/// # Errors
/// When one of them can't be opened or written.
pub fn settle_all(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let found = entry.metadata()?;
        if found.is_dir() {
            settle_all(&entry.path())?;
        } else if found.nlink() == 1 {
            File::open(entry.path())?.sync_all()?;
        }
    }
    settle(folder)
}

/// Gives a folder another name, and has that on the disk. A folder that has the name already keeps it unless it is empty.
///
/// # Errors
/// [`io::ErrorKind::DirectoryNotEmpty`] or [`io::ErrorKind::AlreadyExists`] when the name is taken, or the system's error.
pub fn rename_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    for folder in [from.parent(), to.parent()].into_iter().flatten() {
        settle(folder)?;
    }
    Ok(())
}
