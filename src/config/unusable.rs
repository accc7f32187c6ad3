//! Why the program cannot start with its settings, in words for the person who starts it.

use std::net::IpAddr;

use rules::control_room::SHORTEST_PASSWORD;

use service::cases::open::NoServer;

use crate::config::reading;
use crate::config::settings::PREFIX;

/// Settings that the program cannot start with.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// A setting cannot be read.
    #[error("the settings cannot be read: {}", reading::told(.0))]
    Unreadable(#[from] Box<rocket::figment::Error>),
    /// One of our settings is not what it has to be.
    #[error("the settings cannot be read: {name} must be {shape}")]
    Misread {
        name: &'static str,
        /// What it has to be.
        shape: &'static str,
    },
    /// One of Rocket's settings is not what it has to be.
    #[error("the settings cannot be read: {name}, a setting of Rocket, must be {shape}")]
    OfRocket {
        /// Its name, with the names of the tables that it stands in.
        name: String,
        /// What it has to be.
        shape: String,
    },
    /// There is no such setting.
    #[error(
        "there is no setting {name} (in the environment {PREFIX}{}); the nearest one is {nearest}",
        .name.to_uppercase()
    )]
    Unknown {
        /// The name that was set.
        name: String,
        /// The most similar setting.
        nearest: String,
    },
    /// Nothing reads this table of the file.
    #[error("nothing reads the table [{0}]; the settings stand below [default]")]
    UnknownTable(String),
    /// The control-room password is too short.
    #[error(
        "control_room_password must have at least {SHORTEST_PASSWORD} characters: set a longer one in Rocket.toml or \
         SELVBETJENING_CONTROL_ROOM_PASSWORD"
    )]
    ShortPassword,
    /// Other machines could reach the control room.
    #[error(
        "address {0} can be reached from other machines, so the control room needs a password: set \
         control_room_password in Rocket.toml or SELVBETJENING_CONTROL_ROOM_PASSWORD"
    )]
    OpenControlRoom(IpAddr),
    /// Visitors come from elsewhere, so other machines could reach the control room.
    #[error(
        "{0} is set, so visitors come from elsewhere, and the control room needs a password: set \
         control_room_password in Rocket.toml or SELVBETJENING_CONTROL_ROOM_PASSWORD"
    )]
    ControlRoomForVisitors(&'static str),
    /// The database is none that the program uses.
    #[error("database: {0}")]
    Database(#[from] NoServer),
    /// A setting is out of its range.
    #[error("{name} must be {range}")]
    OutOfRange {
        name: &'static str,
        /// The allowed range.
        range: &'static str,
    },
}
