//! `selvbetjening move`: the first world taken over to a database on a server, or back into a folder.

use std::path::{Path, PathBuf};

use crate::commands::{CommandFailure, Place};
use crate::config::{Config, Settings};
use crate::start;
use crate::start::Failure;
use rules::words::WorldName;
use service::cases::open::{OpeningError, key_file};
use service::cases::worlds::relocate::{Home, relocate};
use service::cases::worlds::{PointOf, Worlds};

/// Takes the world that the settings name over to a place: an address of PostgreSQL, or a folder.
///
/// # Errors
/// [`CommandFailure`], as a sentence; then nothing is left at the new place.
pub(super) async fn run(to: &str, config: &Config) -> Result<(), CommandFailure> {
    let (place, data) = (Place::of(config)?, &config.settings.data);
    if !place.has_world().await? {
        return Err(CommandFailure::NoWorld(place.to_string()));
    }
    let from = match place.server {
        None => Home::Folder(data.clone()),
        Some(server) => Home::Server(Box::new(server)),
    };
    let to = home(to, &config.settings)?;
    let opening = |folder: &Path| start::opening_in(&config.settings, folder);
    let moved = relocate(data, &from, &to, opening).await?;
    println!(
        "The world is in {to} now: {} tables with {} rows, each the same on both sides, and sound.",
        moved.tables, moved.rows
    );
    println!("What is in {from} stays as it was. It does not get what happens in {to} from now on.");
    println!("{}", what_next(&to, data));
    say_what_stays(data, &from).await
}

/// A place that somebody has named.
fn home(to: &str, settings: &Settings) -> Result<Home, CommandFailure> {
    if !to.contains("://") {
        return Ok(Home::Folder(PathBuf::from(to)));
    }
    let named = Settings { database: Some(to.to_owned()), ..settings.clone() };
    let server = named.server().map_err(|error| Failure::from(OpeningError::Server(error)))?;
    Ok(server.map_or_else(|| Home::Folder(PathBuf::from(to)), |server| Home::Server(Box::new(server))))
}

/// What has to be set, so that the new world is the one that is served.
fn what_next(to: &Home, data: &Path) -> String {
    let key = key_file(data);
    match to {
        Home::Server(_) => format!(
            "Now set database (SELVBETJENING_DATABASE) to the address that you have given. The server key stays the same: {}; every \
             program that serves the world needs a copy of it.",
            key.display()
        ),
        Home::Folder(folder) if folder == data => {
            format!(
                "Now leave out database (SELVBETJENING_DATABASE). The server key stays the same: {}.",
                key.display()
            )
        }
        Home::Folder(folder) => format!(
            "Now set data (SELVBETJENING_DATA) to {}, and leave out database. The server key is {}, the same as {}.",
            folder.display(),
            key_file(folder).display(),
            key.display()
        ),
    }
}

/// What lies beside the first world, and is not taken over with it.
struct Beside {
    worlds: Vec<WorldName>,
    points: Vec<PointOf>,
}

/// Says which worlds and save points were not taken along.
async fn say_what_stays(data: &Path, from: &Home) -> Result<(), CommandFailure> {
    let server = match from {
        Home::Folder(_) => None,
        Home::Server(server) => Some(&**server),
    };
    let worlds = Worlds::below(data).with_database(server);
    let beside = worlds.apart(|worlds| {
        let (mut others, first) = (worlds.names()?, WorldName::first());
        others.retain(|name| !name.is_first());
        Ok(Beside { worlds: others, points: worlds.points(&first)? })
    });
    let Beside { worlds, points } = beside.await?;
    let worlds: Vec<_> = worlds.iter().map(WorldName::as_str).collect();
    let points: Vec<_> = points.iter().map(|point| point.name.as_str()).collect();
    for (what, names) in [("other worlds", worlds), ("save points", points)] {
        if !names.is_empty() {
            println!("Not taken along: the {what} in {from} ({}).", names.join(", "));
        }
    }
    Ok(())
}
