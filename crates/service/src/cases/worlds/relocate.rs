//! The first world taken over to another place: from the data folder to an empty database on a server, from there to a folder,
//! or from one of either to another. The old one stays as it was. The new one is made as a draft, compared with the old one
//! row by row, looked over, and only then given its name, so that a kill leaves a whole world there or none.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::copy::{copy_key, copy_mails};
use super::draft::DraftFolder;
use super::moving::closes;
use super::{WORLDS, WorldsError};
use crate::cases::open;
use crate::cases::open::{Opening, OpeningError, key_file};
use crate::cases::upkeep::check;
use crate::outside::{durable, owner_only};
use crate::store::draft::look_into;
use crate::store::engine::schema::DraftSchema;
use crate::store::transfer::contents::{Contents, Difference};
use crate::store::transfer::{Others, Side, contents_of, copy};
use crate::store::{Place, Server, StoreError};

/// How often a new world that was looked over is tried until it is closed.
const TRIES: u32 = 500;

/// Where the first world is, or is to be.
#[derive(Clone, Debug)]
pub enum Home {
    /// In a folder.
    Folder(PathBuf),
    /// In a database on a server.
    Server(Box<Server>),
}

impl Home {
    fn side(&self) -> Side {
        match self {
            Self::Folder(folder) => Side::File(Place::below(folder)),
            Self::Server(server) => Side::Schema(server.clone()),
        }
    }
}

impl fmt::Display for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::Server(server) => f.write_str(&server.shown()),
        }
    }
}

/// What was taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relocated {
    pub tables: usize,
    pub rows: u64,
}

/// Why a world is not taken over, as a sentence. Nothing is left at the new place then.
#[derive(Debug, Error)]
pub enum RelocationError {
    /// There is a world there.
    #[error("there is a world in {0} already, and it stays: choose another place")]
    WorldThere(String),
    /// There is something else there.
    #[error("the schema of {0} is there already, without a world in it; if nobody needs it, drop it first")]
    SchemaThere(String),
    /// The folder has another key.
    #[error(
        "there is another server key in {0}, under which this world does not open: choose another folder"
    )]
    OtherKey(String),
    /// A program serves the world.
    #[error("the world in {0} is in use; stop every program that serves it first")]
    Served(String),
    /// Somebody else does the same.
    #[error("a world is being taken over to {0} already")]
    UnderWay(String),
    /// What was written is not what was read.
    #[error("what was written is not what was read, so nothing of it was kept: {}", listed(.0))]
    Differs(Vec<Difference>),
    /// The new world is not sound.
    #[error(
        "the new world was not sound, so nothing of it was kept; `selvbetjening check` tells what is wrong with the old one. First: {0}"
    )]
    Unsound(String),
    /// It does not open.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system or the disk does not allow it.
    #[error("it could not be written: {0}")]
    Disk(#[from] io::Error),
    /// The new world could not be closed.
    #[error(transparent)]
    World(#[from] WorldsError),
}

fn listed(differences: &[Difference]) -> String {
    differences.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Takes the first world over from where it is to where nothing is. Server key and mails lie in the folder `data` whichever
/// place it is; `opening` says how a world in a folder is opened.
///
/// # Errors
/// [`RelocationError`]; then nothing is left at the new place.
pub async fn relocate(
    data: &Path,
    from: &Home,
    to: &Home,
    opening: impl FnOnce(&Path) -> Result<Opening, OpeningError>,
) -> Result<Relocated, RelocationError> {
    is_unused(from).await?;
    let contents = match to {
        Home::Server(server) => to_server(from, server, opening(data)?).await?,
        Home::Folder(folder) => to_folder(data, from, folder, opening).await?,
    };
    Ok(Relocated { tables: contents.tables(), rows: contents.rows() })
}

async fn to_server(from: &Home, server: &Server, opening: Opening) -> Result<Contents, RelocationError> {
    if server.has_world().await? {
        return Err(RelocationError::WorldThere(server.shown()));
    }
    if server.has_schema().await? {
        return Err(RelocationError::SchemaThere(server.shown()));
    }
    let draft = server.apart(|server| DraftSchema::of(&server)).await?;
    let draft = draft.ok_or_else(|| RelocationError::UnderWay(server.shown()))?;
    let place = draft.server().clone();
    let made = async {
        let contents = filled(from, Side::Schema(Box::new(place.clone()))).await?;
        is_sound(Opening { database: Some(place.clone()), ..opening }).await?;
        is_unused(from).await?;
        let name = server.clone();
        place.apart(move |draft| draft.settle_as(&name)).await?;
        Ok(contents)
    };
    let made = made.await;
    if made.is_err() {
        place.remove().await?;
    }
    drop(draft);
    made
}

async fn to_folder(
    data: &Path,
    from: &Home,
    folder: &Path,
    opening: impl FnOnce(&Path) -> Result<Opening, OpeningError>,
) -> Result<Contents, RelocationError> {
    let (place, key) = (Place::below(folder), fs::read(key_file(data))?);
    if place.exists() {
        return Err(RelocationError::WorldThere(folder.display().to_string()));
    }
    let has_key = match fs::read(key_file(folder)) {
        Ok(other) if other == key => true,
        Ok(_) => return Err(RelocationError::OtherKey(folder.display().to_string())),
        Err(_) => false,
    };
    owner_only::make_folder(folder)?;
    // Removed when this ends, however it ends, and at the next start where that was cut off.
    let draft = DraftFolder::below(&folder.join(WORLDS))?;
    let made = Place::below(draft.path());
    let contents = filled(from, Side::File(made.clone())).await?;
    copy_key(data, draft.path())?;
    is_sound(opening(draft.path())?).await?;
    is_unused(from).await?;
    closes(&made, TRIES)?;
    if !has_key {
        copy_key(data, folder)?;
    }
    if fs::canonicalize(data)? != fs::canonicalize(folder)? {
        copy_mails(data, folder, &look_into(&made, |tx| Ok(tx.kept_messages()?.numbers))?)?;
    }
    // A world that somebody has made there meanwhile keeps its name.
    fs::hard_link(made.path(), place.path())?;
    durable::settle(folder)?;
    Ok(contents)
}

/// Copies the world, and reads the copy again: both are the same.
async fn filled(from: &Home, to: Side) -> Result<Contents, RelocationError> {
    let from = from.side();
    let both = tokio::task::spawn_blocking(move || {
        let contents = copy(&from, &to, Others::Wait)?;
        Ok::<_, StoreError>((contents_of(&to)?, contents))
    });
    let (copied, contents) = both.await.map_err(|why| StoreError::Connection(why.to_string()))??;
    let differences = contents.differences(&copied);
    if differences.is_empty() { Ok(contents) } else { Err(RelocationError::Differs(differences)) }
}

/// Opens the new world under its key, looks it over and closes it again.
async fn is_sound(opening: Opening) -> Result<(), RelocationError> {
    let app = open::open(opening).await?;
    match check::look_over(&app).await.first() {
        None => Ok(()),
        Some(first) => Err(RelocationError::Unsound(first.to_string())),
    }
}

/// No program serves the world.
async fn is_unused(home: &Home) -> Result<(), RelocationError> {
    let is_used = match home {
        Home::Folder(folder) => Place::below(folder).unused().is_err(),
        Home::Server(server) => server.is_served().await?,
    };
    if is_used { Err(RelocationError::Served(home.to_string())) } else { Ok(()) }
}
