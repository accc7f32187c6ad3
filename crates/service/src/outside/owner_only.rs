//! Files and folders that only their owner may read, whatever the umask: database, mail and lock hold
//! confidential content. On a system without such modes, plain files and folders are made.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// The permission bits of everybody but the owner.
#[cfg(unix)]
const OTHERS: u32 = 0o077;
/// The mark of a folder that everybody is meant to share, like the one for temporary files.
#[cfg(unix)]
const SHARED: u32 = 0o1000;

/// Makes a folder, if it does not exist, with those above it, which get the ordinary modes.
///
/// # Errors
/// When it can't be made, or is a file.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    if let Some(above) = folder.parent() {
        fs::create_dir_all(above)?;
    }
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        done => done,
    }
}

/// Opens a file for writing from its beginning, and makes it if it does not exist.
///
/// # Errors
/// When it can't be made or written.
pub fn write_anew(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Removes everybody's permissions except the owner's. Does nothing if the file does not exist.
///
/// # Errors
/// When the file belongs to another user, or to everybody.
#[cfg(unix)]
pub fn close(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let found = match fs::metadata(path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
        found => found?,
    };
    let mode = found.permissions().mode();
    if mode & OTHERS == 0 {
        return Ok(());
    }
    if found.is_dir() && mode & SHARED != 0 {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is shared by everybody"));
    }
    fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o7777 & !OTHERS))
}

/// Removes everybody's permissions except the owner's, on systems that have them.
#[cfg(not(unix))]
pub fn close(_: &Path) -> io::Result<()> {
    Ok(())
}
