//! `selvbetjening world`: copies, save points, and worlds as files. What only reads a world, or makes a new one, works while the
//! program serves; what puts back, renames or removes one does not.

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
use service::cases::open::Location;
use service::cases::worlds::back::back;
use service::cases::worlds::{PointOf, WorldFacts, Worlds, WorldsError, WorldsRefusal};

/// Bytes of a MiB.
const MIB: u64 = 1024 * 1024;

/// Runs one of the commands.
///
/// # Errors
/// [`CommandFailure`], as a sentence.
pub(super) async fn run(command: WorldCommand, config: &Config) -> Result<(), CommandFailure> {
    let server = start::server_of(&config.settings).map_err(Failure::from)?;
    let worlds = Worlds::below(&config.settings.data).with_database(server.as_ref());
    match command {
        WorldCommand::List => {
            let listed = worlds.apart(|worlds| {
                let names = worlds.names()?.into_iter();
                Ok(names.map(|name| Listed { facts: worlds.facts(&name), name }).collect::<Vec<_>>())
            });
            listed.await?.into_iter().for_each(Listed::say);
            Ok(())
        }
        WorldCommand::New { name } => {
            let opening = |at: Location| Ok(start::opening_in(&config.settings, &at.folder)?.lying(at));
            worlds.prepare_new(&name, opening).await?;
            say_new(&worlds, name).await
        }
        WorldCommand::Copy { from, name } => {
            let to = name.clone();
            worlds.apart(move |worlds| worlds.copy(&from, &to)).await?;
            say_new(&worlds, name).await
        }
        WorldCommand::Save { world, point } => {
            let said = format!("The world {world} is saved as {point}.");
            worlds.apart(move |worlds| worlds.save(&world, &point)).await?;
            println!("{said}");
            Ok(())
        }
        WorldCommand::Points { world } => {
            for PointOf { name, at, .. } in worlds.apart(move |worlds| worlds.points(&world)).await? {
                println!("{name:30}  {}", shown(at));
            }
            Ok(())
        }
        WorldCommand::Back { world, point, yes } => {
            let of = world.clone();
            let closed = worlds.apart(move |worlds| worlds.is_closed(&of)).await;
            closed.map_err(|error| in_words(error, &world))?;
            let question =
                format!("What has happened in the world {world} since it was saved as {point} is gone then.");
            if !yes && !agrees(&question) {
                return Err(CommandFailure::NotAgreedTo);
            }
            put_back(&worlds, config, &world, &point).await
        }
        WorldCommand::Forget { world, point } => {
            Ok(worlds.apart(move |worlds| worlds.forget_point(&world, &point)).await?)
        }
        WorldCommand::Export { world, file, with_key } => {
            if file.exists() {
                return Err(CommandFailure::FileThere(file));
            }
            let key = if with_key {
                "with its server key: keep it as safe as a password"
            } else {
                "without its key"
            };
            let said = format!("The world {world} is exported to {}, {key}.", file.display());
            worlds.apart(move |worlds| worlds.export(&world, with_key, &file)).await?;
            println!("{said}");
            Ok(())
        }
        WorldCommand::Import { file, name } => {
            let to = name.clone();
            worlds.apart(move |worlds| worlds.import(&file, &to)).await?;
            say_new(&worlds, name).await
        }
        WorldCommand::Rename { world, name } => {
            let (from, to) = (world.clone(), name.clone());
            let renamed = worlds.apart(move |worlds| worlds.rename(&from, &to)).await;
            renamed.map_err(|error| in_words(error, &world))?;
            println!("The world {world} is called {name} now.");
            Ok(())
        }
        WorldCommand::Remove { name, yes } => {
            let question =
                format!("This removes the world {name} with its server key, mails and save points.");
            let of = name.clone();
            let is_there = worlds.apart(move |worlds| worlds.has(&of)).await?;
            if is_there && !name.is_first() && !yes && !agrees(&question) {
                return Err(CommandFailure::NotAgreedTo);
            }
            let of = name.clone();
            let removed = worlds.apart(move |worlds| worlds.remove(&of)).await;
            removed.map_err(|error| in_words(error, &name))?;
            println!("The world {name} is removed.");
            Ok(())
        }
    }
}

/// A world in the list, or why nothing is told of it: one that is damaged does not hide the others.
struct Listed {
    name: WorldName,
    facts: Result<WorldFacts, WorldsError>,
}

impl Listed {
    fn say(self) {
        let Self { name, facts } = self;
        match facts {
            Ok(WorldFacts { at, size, points, .. }) => {
                let points: Vec<_> = points.iter().map(|point| point.name.as_str()).collect();
                println!("{name:30}  {}  {:>6} MiB  {}", shown(at), size.div_ceil(MIB), points.join(" "));
            }
            Err(error) => println!("{name:30}  {}", CommandFailure::from(error)),
        }
    }
}

async fn put_back(
    worlds: &Worlds,
    config: &Config,
    world: &WorldName,
    point: &PointName,
) -> Result<(), CommandFailure> {
    let of = world.clone();
    let at = worlds.apart(move |worlds| worlds.location(&of)).await?;
    let opening = start::opening_in(&config.settings, &at.folder).map_err(Failure::from)?.lying(at);
    let app = open::open(opening).await.map_err(Failure::from)?;
    let at = back(&app, &Origin::inside(Channel::World), point).await?;
    println!("The world {world} is as it was at {}.", shown(at));
    Ok(())
}

async fn say_new(worlds: &Worlds, name: WorldName) -> Result<(), CommandFailure> {
    let of = name.clone();
    println!("There is a new world {name} in {}.", worlds.apart(move |worlds| worlds.shown(&of)).await?);
    Ok(())
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
