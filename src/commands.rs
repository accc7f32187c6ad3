//! The commands, each with messages for the person who typed it.

mod moving;
mod worlds;

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use crate::cli::Command;
use crate::config::{Config, Unusable};
use crate::start;
use crate::start::Failure;
use rules::last_administrator::LastAdministratorRefusal;
use rules::nemid::temporary::TemporaryPurpose;
use rules::words::WorldName;
use service::cases::app::{App, CaseError};
use service::cases::open;
use service::cases::open::{Damage, Opening, OpeningError, Server};
use service::cases::upkeep::reset::ResetError;
use service::cases::upkeep::{check, reopen_administrator, reset};
use service::cases::worlds::WorldsError;
use service::cases::worlds::relocate::RelocationError;

/// Why a command did not do what it was asked, as a sentence.
#[derive(Debug, thiserror::Error)]
pub enum CommandFailure {
    #[error(transparent)]
    Settings(#[from] Unusable),
    /// The site does not start, or the world does not open.
    #[error(transparent)]
    Start(#[from] Failure),
    /// There is nothing in the data folder yet.
    #[error("there is no world in {0} yet; `selvbetjening serve` makes one")]
    NoWorld(String),
    /// There is a world already.
    #[error("there is a world in {0} already; `selvbetjening reset` removes it")]
    WorldThere(String),
    /// The person at the terminal declined, or could not be asked.
    #[error("nothing was removed; where nobody can answer, `selvbetjening reset --yes` does not ask")]
    NotAgreed,
    /// The person at the terminal declined, or could not be asked.
    #[error("nothing was changed; where nobody can answer, --yes does not ask")]
    NotAgreedTo,
    /// A world that is served can't be put back, renamed or removed from outside.
    #[error("the world {0} is in use; stop the program first, or do it in the control room")]
    InUse(WorldName),
    /// A file is there already.
    #[error("there is a file {0} already; choose another name, or remove it first")]
    FileThere(PathBuf),
    /// Something was not done with a world.
    #[error(transparent)]
    World(WorldsError),
    /// The system or the disk does not allow it.
    #[error("it could not be done: {0}")]
    NotDone(String),
    /// The old world stays.
    #[error(transparent)]
    Reset(#[from] ResetError),
    /// The database is damaged.
    #[error("findings: {0}. `selvbetjening reset` makes a new world")]
    Unsound(usize),
    /// The world was not taken over.
    #[error("the world was not moved: {0}")]
    NotMoved(#[from] RelocationError),
    /// No administrator was re-opened.
    #[error("no administrator was re-opened: {0}")]
    NotReopened(#[from] CaseError<LastAdministratorRefusal>),
}

/// Runs a command.
///
/// # Errors
/// [`CommandFailure`], as a sentence.
pub fn run(command: Command, config: &Config) -> Result<(), CommandFailure> {
    match command {
        Command::Serve => Ok(start::serve(config)?),
        Command::Init => rocket::execute(first_world(config)),
        Command::Reset { yes } => rocket::execute(new_world(config, yes)),
        Command::Check => rocket::execute(look_over(config)),
        Command::ReopenAdministrator => rocket::execute(let_in(config)),
        Command::Move { to } => rocket::execute(moving::run(&to, config)),
        Command::World { what } => rocket::execute(worlds::run(what, config)),
    }
}

/// Makes key and first world, once for all programs that serve it.
async fn first_world(config: &Config) -> Result<(), CommandFailure> {
    let place = Place::of(config)?;
    if place.has_world().await? {
        return Err(CommandFailure::WorldThere(place.to_string()));
    }
    start::begin(config).await?;
    let key = open::key_file(&config.settings.data);
    println!("There is a new world in {place}. Its server key is {}.", key.display());
    Ok(())
}

async fn new_world(config: &Config, agreed: bool) -> Result<(), CommandFailure> {
    let (folder, place) = (&config.settings.data, Place::of(config)?);
    let question = match &place.server {
        None => format!("This removes database, server key, mail and save points in {}.", folder.display()),
        Some(_) => {
            format!(
                "This removes the world in {place} with its save points, and the mail in {}.",
                folder.display()
            )
        }
    };
    if place.has_world().await? && !agreed && !agrees(&question) {
        return Err(CommandFailure::NotAgreed);
    }
    match &place.server {
        None => reset::remove_world(folder)?,
        Some(server) => reset::remove_world_on(server, folder).await?,
    }
    start::begin(config).await?;
    println!("There is a new world in {place}.");
    Ok(())
}

/// Where the first world is.
struct Place<'c> {
    folder: &'c Path,
    server: Option<Server>,
}

impl<'c> Place<'c> {
    fn of(config: &'c Config) -> Result<Self, CommandFailure> {
        let server = start::server_of(&config.settings).map_err(Failure::from)?;
        Ok(Self { folder: &config.settings.data, server })
    }

    async fn has_world(&self) -> Result<bool, CommandFailure> {
        match &self.server {
            None => Ok(open::is_there(self.folder)),
            Some(server) => {
                Ok(server.has_world().await.map_err(OpeningError::from).map_err(Failure::from)?)
            }
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.server {
            None => self.folder.display().fmt(f),
            Some(server) => f.write_str(&server.shown()),
        }
    }
}

/// Tells the person at the terminal what will happen, and asks.
fn agrees(question: &str) -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    print!("{question} Type yes to go on: ");
    let mut answer = String::new();
    let asked = io::stdout().flush().and_then(|()| io::stdin().read_line(&mut answer));
    asked.is_ok() && answer.trim().eq_ignore_ascii_case("yes")
}

/// Looks over the file first, and the contents as far as the world opens all the same.
async fn look_over(config: &Config) -> Result<(), CommandFailure> {
    let place = Place::of(config)?;
    let is_file = place.server.is_none() && place.has_world().await?;
    let file = if is_file { check::look_over_file(place.folder) } else { Vec::new() };
    let contents = match existing_world(config, Damage::Tolerated).await {
        Ok(app) => check::look_over(&app).await,
        Err(failure) if file.is_empty() => return Err(failure),
        Err(failure) => {
            println!("the contents cannot be looked over: {failure}");
            Vec::new()
        }
    };
    for finding in file.iter().chain(&contents) {
        println!("{finding}");
    }
    if !file.is_empty() || !contents.is_empty() {
        return Err(CommandFailure::Unsound(file.len() + contents.len()));
    }
    println!("The world in {place} is sound.");
    Ok(())
}

async fn let_in(config: &Config) -> Result<(), CommandFailure> {
    let reopened = reopen_administrator::reopen(&existing_world(config, Damage::Refused).await?).await?;
    let page = match reopened.purpose {
        TemporaryPurpose::Activate => "/aktiver",
        TemporaryPurpose::Unlock | TemporaryPurpose::Reset => "/genaabn",
    };
    println!("Administrator:           {}", reopened.name);
    println!("NemID-nummer:            {}", reopened.number);
    println!("Midlertidig adgangskode: {}", reopened.temporary_password.reveal());
    println!("Shown this once. Type both at {page}, with a key from the administrator's own card.");
    Ok(())
}

/// The world that the settings name; these commands make no new one.
async fn existing_world(config: &Config, damage: Damage) -> Result<App, CommandFailure> {
    let place = Place::of(config)?;
    if !place.has_world().await? {
        return Err(CommandFailure::NoWorld(place.to_string()));
    }
    let how = Opening { damage, ..start::opening_of(&config.settings).map_err(Failure::from)? };
    Ok(open::open(how).await.map_err(Failure::from)?)
}

impl From<WorldsError> for CommandFailure {
    fn from(error: WorldsError) -> Self {
        match error {
            CaseError::Broken(why) => Self::NotDone(why),
            other => Self::World(other),
        }
    }
}
