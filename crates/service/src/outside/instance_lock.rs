//! A lock for work that must not be done by two at once: of several processes on one data folder, the one
//! that holds a locked file does it, and within that process one task at a time. The system releases the file
//! when a process dies, however it dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use tokio::sync::{Mutex, MutexGuard};

/// The lock.
#[derive(Debug)]
pub struct InstanceLock {
    path: PathBuf,
    held: Mutex<Option<File>>,
}

/// Permission to do the work, for as long as it is kept.
#[derive(Debug)]
pub struct Turn<'s>(#[expect(dead_code, reason = "it is kept, not used")] MutexGuard<'s, Option<File>>);

impl InstanceLock {
    /// A lock by a file that exists or is made when first needed.
    pub fn at(path: PathBuf) -> Self {
        Self { path, held: Mutex::default() }
    }

    /// Waits for the other tasks of this process; returns `None` while another process has the file.
    ///
    /// # Errors
    /// When the file can be neither made nor locked.
    pub async fn turn(&self) -> io::Result<Option<Turn<'_>>> {
        let mut held = self.held.lock().await;
        if held.is_none() {
            let file =
                OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&self.path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                // On a disk without locks nobody can share the folder anyway: SQLite needs them too.
                Err(TryLockError::Error(why)) if why.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(why)) => return Err(why),
            }
            *held = Some(file);
        }
        Ok(Some(Turn(held)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::chance::Chance;

    #[tokio::test]
    async fn one_has_it_until_it_is_gone() {
        let path = std::env::temp_dir().join(format!("sole-{:016x}", Chance::from_os().unwrap().number()));
        let (one, other) = (InstanceLock::at(path.clone()), InstanceLock::at(path.clone()));
        drop(one.turn().await.unwrap().unwrap());
        assert!(other.turn().await.unwrap().is_none(), "who had a turn keeps the file");
        assert!(one.turn().await.unwrap().is_some());
        drop(one);
        assert!(other.turn().await.unwrap().is_some());
        std::fs::remove_file(path).unwrap();
    }
}
