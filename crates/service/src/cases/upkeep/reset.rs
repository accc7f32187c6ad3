//! Takes an old world away, for the command `reset`: database, server key and mail
//! (with the lock of the outbox). Anything else that lies in the
//! data folder stays.

use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;

use crate::cases::open::{key_file, mail_folder, outbox_lock};
use crate::store::{InUse, Place};

/// Why the old world stays.
#[derive(Debug, Error)]
pub enum ResetError {
    /// The program is running.
    #[error("{0}; stop the program first")]
    Running(#[from] InUse),
    /// The system does not let it go.
    #[error("{} cannot be removed: {why}", .what.display())]
    Kept {
        what: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

/// Removes the world in a data folder; the key last, so that a removal that was cut short can be done again.
///
/// # Errors
/// [`ResetError`]; when the program is running nothing was removed.
pub fn remove_world(folder: &Path) -> Result<(), ResetError> {
    let place = Place::below(folder);
    place.unused()?;
    let beside = [mail_folder(folder), outbox_lock(folder), key_file(folder)];
    for file in place.files().into_iter().chain(beside) {
        let gone = if file.is_dir() { fs::remove_dir_all(&file) } else { fs::remove_file(&file) };
        match gone {
            Err(why) if why.kind() != io::ErrorKind::NotFound => {
                return Err(ResetError::Kept { what: file, why });
            }
            _ => {}
        }
    }
    Ok(())
}
