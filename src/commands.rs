//! The commands, each in words for whoever typed it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cases::house::{House, Trouble};
use crate::cases::{opening, upkeep};
use crate::cli::Command;
use crate::config::{Config, Unusable};
use crate::rules::staff::StaffRefusal;
use crate::start::{self, Failure};
use crate::store::{Place, StoreError};

/// Why a command did not do what it was asked, as a sentence.
#[derive(Debug, thiserror::Error)]
pub enum CommandFailure {
    /// The settings.
    #[error(transparent)]
    Settings(#[from] Unusable),
    /// The site does not start, or the house does not open.
    #[error(transparent)]
    Start(#[from] Failure),
    /// There is nothing in the data folder yet.
    #[error("there is no world in {0} yet; `selvbetjening serve` makes one")]
    NoWorld(PathBuf),
    /// A file can't be removed.
    #[error("the world in {folder} cannot be removed: {why}")]
    NotRemoved {
        /// The data folder.
        folder: PathBuf,
        /// What the system said.
        why: std::io::Error,
    },
    /// The database is damaged.
    #[error("{0} things are wrong with the database; `selvbetjening reset` makes a new world")]
    Unsound(usize),
    /// The database can't be looked at.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Somebody can still log on, or there is nobody to re-open.
    #[error("no administrator needs it: one can log on, or there is none whose NemID is open")]
    NothingToReopen,
    /// Re-opening broke off.
    #[error("the administrator could not be re-opened: {0}")]
    NotReopened(String),
}

/// Does what was asked.
///
/// # Errors
/// [`CommandFailure`], as a sentence.
pub fn run(command: Command, config: &Config) -> Result<(), CommandFailure> {
    match command {
        Command::Serve => Ok(start::serve(config)?),
        Command::Reset => reset(config),
        Command::Check => rocket::execute(check(config)),
        Command::ReopenAdministrator => rocket::execute(reopen_administrator(config)),
    }
}

fn reset(config: &Config) -> Result<(), CommandFailure> {
    let folder = config.settings.data.clone();
    match upkeep::clear(&folder) {
        Ok(true) => println!("The world in {} is gone. The next start makes a new one.", folder.display()),
        Ok(false) => println!("There was no world in {}. The next start makes one.", folder.display()),
        Err(why) => return Err(CommandFailure::NotRemoved { folder, why }),
    }
    Ok(())
}

async fn check(config: &Config) -> Result<(), CommandFailure> {
    let unsound = upkeep::check(&*house(config).await?).await?;
    for finding in &unsound {
        println!("{finding}");
    }
    if !unsound.is_empty() {
        return Err(CommandFailure::Unsound(unsound.len()));
    }
    println!("The database is sound.");
    Ok(())
}

async fn reopen_administrator(config: &Config) -> Result<(), CommandFailure> {
    let house = house(config).await?;
    let reopening = upkeep::reopen_administrator(&house).await.map_err(|trouble| match trouble {
        Trouble::Refused(StaffRefusal::NothingToReopen) => CommandFailure::NothingToReopen,
        other => CommandFailure::NotReopened(other.to_string()),
    })?;
    println!("NemID-nummer:           {}", reopening.nemid);
    println!("Midlertidig adgangskode: {}", reopening.digits.reveal());
    println!(
        "Type both at {}, together with a key from the code card.",
        if reopening.activates { "/aktiver" } else { "/genaabn" }
    );
    Ok(())
}

/// The house as the settings have it; a command makes no new world.
async fn house(config: &Config) -> Result<Arc<House>, CommandFailure> {
    let folder = &config.settings.data;
    if !Place::below(folder).exists() {
        return Err(CommandFailure::NoWorld(folder.clone()));
    }
    let how = start::opening_of(&config.settings).map_err(Failure::from)?;
    Ok(opening::open(how).await.map_err(Failure::from)?)
}
