//! `selvbetjening world`: copies, save points, and worlds as files. What only reads a world, or makes a new one, works while the
//! program serves; what puts back, renames or removes one does not.

use std::path::Path;

use jiff::Timestamp;

use crate::cli::WorldCommand;
use crate::commands::{CommandFailure, agrees};
use crate::config::Config;
use crate::start;
use crate::start::Failure;
use rules::actor::Channel;
use rules::calendar;
use rules::words::{PointName, WorldName};
use service::cases::app::{CaseError, Origin};
use service::cases::open;
use service::cases::worlds::back::back;
use service::cases::worlds::{PointOf, Worlds, WorldsError, WorldsRefusal};

/// Bytes of a MiB.
const MIB: u64 = 1024 * 1024;

/// Runs one of the commands.
///
/// # Errors
/// [`CommandFailure`], as a sentence.
pub(super) async fn run(command: WorldCommand, config: &Config) -> Result<(), CommandFailure> {
    let server = start::server_of(&config.settings).map_err(Failure::from)?;
    let worlds = Worlds::below(&config.settings.data).with_first_on(server.as_ref());
    match command {
        WorldCommand::List => list(&worlds),
        WorldCommand::New { name } => {
            let opening = |folder: &Path| start::opening_in(&config.settings, folder);
            worlds.prepare_new(&name, opening).await?;
            say_new(&worlds, &name);
            Ok(())
        }
        WorldCommand::Copy { from, name } => {
            worlds.copy(&from, &name)?;
            say_new(&worlds, &name);
            Ok(())
        }
        WorldCommand::Save { world, point } => {
            worlds.save(&world, &point)?;
            println!("The world {world} is saved as {point}.");
            Ok(())
        }
        WorldCommand::Points { world } => {
            for PointOf { name, at, .. } in worlds.points(&world)? {
                println!("{name:30}  {}", shown(at));
            }
            Ok(())
        }
        WorldCommand::Back { world, point, yes } => {
            worlds.is_closed(&world).map_err(|error| in_words(error, &world))?;
            let question =
                format!("What has happened in the world {world} since it was saved as {point} is gone then.");
            if !yes && !agrees(&question) {
                return Err(CommandFailure::NotAgreedTo);
            }
            put_back(&worlds, config, &world, &point).await
        }
        WorldCommand::Forget { world, point } => Ok(worlds.forget_point(&world, &point)?),
        WorldCommand::Export { world, file, with_key } => {
            if file.exists() {
                return Err(CommandFailure::FileThere(file));
            }
            worlds.export(&world, with_key, &file)?;
            let key = if with_key {
                "with its server key: keep it as safe as a password"
            } else {
                "without its key"
            };
            println!("The world {world} is exported to {}, {key}.", file.display());
            Ok(())
        }
        WorldCommand::Import { file, name } => {
            worlds.import(&file, &name)?;
            say_new(&worlds, &name);
            Ok(())
        }
        WorldCommand::Rename { world, name } => {
            worlds.rename(&world, &name).map_err(|error| in_words(error, &world))?;
            println!("The world {world} is called {name} now.");
            Ok(())
        }
        WorldCommand::Remove { name, yes } => {
            let question =
                format!("This removes the world {name} with its server key, mails and save points.");
            if worlds.has(&name) && !name.is_first() && !yes && !agrees(&question) {
                return Err(CommandFailure::NotAgreedTo);
            }
            worlds.remove(&name).map_err(|error| in_words(error, &name))?;
            println!("The world {name} is removed.");
            Ok(())
        }
    }
}

fn list(worlds: &Worlds) -> Result<(), CommandFailure> {
    for name in worlds.names()? {
        let facts = match worlds.facts(&name) {
            Ok(facts) => facts,
            // One that is damaged does not hide the others.
            Err(error) => {
                println!("{name:30}  {}", CommandFailure::from(error));
                continue;
            }
        };
        let points: Vec<_> = facts.points.iter().map(|point| point.name.as_str()).collect();
        println!("{name:30}  {}  {:>6} MiB  {}", shown(facts.at), facts.size.div_ceil(MIB), points.join(" "));
    }
    Ok(())
}

async fn put_back(
    worlds: &Worlds,
    config: &Config,
    world: &WorldName,
    point: &PointName,
) -> Result<(), CommandFailure> {
    let opening = start::opening_in(&config.settings, &worlds.folder(world)).map_err(Failure::from)?;
    let app = open::open(opening).await.map_err(Failure::from)?;
    let at = back(&app, &Origin::inside(Channel::World), point).await?;
    println!("The world {world} is as it was at {}.", shown(at));
    Ok(())
}

fn say_new(worlds: &Worlds, name: &WorldName) {
    println!("There is a new world {name} in {}.", worlds.folder(name).display());
}

/// A world that is in use says what to do.
fn in_words(error: WorldsError, world: &WorldName) -> CommandFailure {
    match error {
        CaseError::Refused(WorldsRefusal::InUse) => CommandFailure::InUse(world.clone()),
        other => other.into(),
    }
}

/// Danish date and time of day.
fn shown(at: Timestamp) -> String {
    at.to_zoned(calendar::denmark()).strftime("%Y-%m-%d %H:%M").to_string()
}
