//! The file of a new database. It appears under its name with its first page in it and in WAL mode, so that of two
//! processes that make it at once one finds it whole, and so that an empty file is never a new one.

use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use rusqlite::Connection;

use crate::store::StoreError;
use crate::store::error::of_sqlite;

/// Makes the file, if it does not exist, for its owner alone; the files that SQLite keeps beside it get the same
/// mode.
///
/// # Errors
/// [`StoreError::DiskFull`], or [`StoreError::Open`] when it can't be made, or is there and empty.
pub(super) fn make(path: &Path) -> Result<(), StoreError> {
    let failed = |why: io::Error| match why.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            StoreError::DiskFull
        }
        _ => StoreError::Open(format!("the database {} cannot be opened: {why}", path.display())),
    };
    match fs::metadata(path) {
        Ok(file) if file.len() == 0 => return Err(emptied(path)),
        Ok(_) => return Ok(()),
        Err(why) if why.kind() == io::ErrorKind::NotFound => {}
        Err(why) => return Err(failed(why)),
    }
    let draft = draft_of(path);
    let made = write(&draft).and_then(|()| match fs::hard_link(&draft, path) {
        // Another process was faster: its file is used.
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists => Err(failed(why)),
        _ => Ok(()),
    });
    let _ = fs::remove_file(&draft);
    made.map_err(|error| match error {
        StoreError::Sql(why) => {
            StoreError::Open(format!("the database {} cannot be opened: {why}", path.display()))
        }
        other => other,
    })
}

/// A name that no other thread or process uses.
fn draft_of(path: &Path) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let nth = NEXT.fetch_add(1, Ordering::Relaxed);
    path.with_extension(format!("new-{}-{nth}", std::process::id()))
}

fn write(draft: &Path) -> Result<(), StoreError> {
    let failed = |why: io::Error| match why.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        _ => StoreError::Open(format!("the database cannot be opened: {why}")),
    };
    // One of a process that was killed and had the same number.
    let _ = fs::remove_file(draft);
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(draft).map_err(failed)?;
    let connection = Connection::open(draft).map_err(of_sqlite)?;
    connection.pragma_update(None, "journal_mode", "WAL").map_err(of_sqlite)?;
    connection.close().map_err(|(_, error)| of_sqlite(error))
}

/// A database file that lost its contents, as by a full disk, a cut-off copy or a hand that slipped.
fn emptied(path: &Path) -> StoreError {
    StoreError::Damaged(format!(
        "the database {} is empty (0 bytes), so its contents are lost. Put back a copy, or make a new world with \
         `selvbetjening reset`",
        path.display()
    ))
}
