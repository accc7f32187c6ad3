//! Removes an old world, for the command `reset`: database, save points, server key, mail and the outbox's lock. Anything
//! else in the data folder stays, other worlds included.

use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;

use crate::cases::open::{key_file, mail_folder, outbox_lock};
use crate::cases::worlds::points_below;
use crate::store::catalogue::Catalogue;
use crate::store::{InUse, Place, Server, StoreError};

/// Why the old world is not removed.
#[derive(Debug, Error)]
pub enum ResetError {
    /// The program is running.
    #[error("{0}; stop the program first")]
    Running(#[from] InUse),
    /// A program that serves it is running.
    #[error("{0} is in use; stop every program that serves it first")]
    Served(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system does not allow it.
    #[error("{} cannot be removed: {why}", .what.display())]
    Kept {
        what: PathBuf,
        /// The system's message.
        why: io::Error,
    },
}

/// Removes the world in a data folder; the key last, so that an interrupted removal can be repeated.
///
/// # Errors
/// [`ResetError`]; when the program is running nothing was removed.
pub fn remove_world(folder: &Path) -> Result<(), ResetError> {
    let place = Place::below(folder);
    place.unused()?;
    // A save point opens only under the key that goes with it.
    let beside = [points_below(folder), mail_folder(folder), outbox_lock(folder), key_file(folder)];
    remove(place.files().into_iter().chain(place.drafts()).chain(beside))
}

/// Removes the world in a database on a server with its save points, and what lies of it in the data folder. The key stays: other
/// programs have it too, and it seals those of the other worlds.
///
/// # Errors
/// [`ResetError`]; when a program that serves it is running nothing was removed.
pub async fn remove_world_on(server: &Server, folder: &Path) -> Result<(), ResetError> {
    if server.is_served().await? {
        return Err(ResetError::Served(server.shown()));
    }
    server
        .apart(|server| {
            Catalogue::of(&server).remove_points_of(server.schema())?;
            server.remove_now()
        })
        .await?;
    remove([mail_folder(folder), outbox_lock(folder)])
}

fn remove(files: impl IntoIterator<Item = PathBuf>) -> Result<(), ResetError> {
    for file in files {
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
