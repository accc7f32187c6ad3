//! The commands of the program and, in its help, all settings.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use rules::words::{PointName, WorldName, WorldSource};

/// What can be set, for `--help`. Each line begins with the name in `Rocket.toml`.
const SETTINGS: &str = "\
Settings stand in a file Rocket.toml in the working folder, below [default], or in the environment in capitals
behind SELVBETJENING_ (SELVBETJENING_PORT=9000). The environment wins.

  address                where to listen                                            [127.0.0.1]
  port                   at which port                                              [8000]
  data                   folder of database, server key and mail                    [data]
  database               PostgreSQL that holds the worlds instead of files in that folder, for several programs
                         at once: postgres://user:password@127.0.0.1/selvbetjening  [none]
  database_ca            PEM file of the authorities by which that server's certificate has to be; with it, and
                         for every server beyond this machine, what goes there is encrypted (TLS)
                         [those that browsers trust]
  control_room_password  asked for at /kontrolrum and /api/world, at least 8 characters; without one (or with an
                         empty one) both are open, and the program listens to this machine only; needed with
                         hosts, behind_tls and proxy                                [none]
  health_token           what a proxy shows at /health (Authorization: Bearer …), at least 16 characters; this machine
                         needs none, but a proxy that is named does                 [none]
  hosts                  names that the site answers to besides localhost: [\"oevelse.example\"]
  behind_tls             true when something in front ends TLS: cookies for https only  [false]
  proxy                  address of the proxy whose X-Forwarded-For is believed     [none]
  mail                   file, or smtp://user:password@mail.example:587             [file]
  mail_from              the sender of mail        [Selvbetjening <svar-ikke@selvbetjening.example>]
  mail_tls               whether the connection to smtp:// is encrypted: auto (with a password, unless the server is
                         this machine), required, or off, a password included       [auto]
  hash_memory_kib        memory of one password hash, at least 19456                [19456]
  hash_passes            passes of one password hash, at least 2                    [2]
  hash_threads           passwords checked at the same time                         [2]
  hash_queue             how many may wait for that before visitors see \"busy\"      [64]
  connections            connections at once, as far as the open-file limit allows  [1000]
  head_seconds           time for the head of a request                             [10]
  body_seconds           time for its body                                          [30]
  keep_alive             seconds that a connection without a request stays open     [30]
  world_idle_seconds     seconds that nobody has come to another world before it is closed  [120]
  certificate_years      how long a certificate is valid, 1 to 4                    [4]
  certificate_address    where certificates say that revocation lists are found: http://oevelse.example
                         [the first of hosts, or http://127.0.0.1 and the port]
  own_networks           networks that are everybody's own place, where five wrong passwords lock a NemID (D2),
                         as on one machine or in a class: [\"10.4.0.0/16\"]          [127.0.0.1 and ::1]
  limit_guesses          wrong passwords for one NemID from one place that is not its holder's own, before that
                         place is barred for it for 8 hours                         [5]
  limit_guesses_person   the same from all such places together in 8 hours          [100]
  limit_guesses_place    wrong passwords from one such place in 10 minutes, for whomever [300]
  limit_forgotten        requests a day for a temporary password, for one user ID from one place; letters to
                         one holder                                                 [3]
  limit_forgotten_place  wrong ones a day from one place, before only right ones are served there [100]
  limit_order            orders a day of a first NemID for one CPR number from one place [5]
  limit_order_place      wrong ones a day from one place, before only right ones are served there [100]
  limit_block_letters    letters a day to one holder that follow a block of the password [5]
  limit_block_place      blocks a day from one place, before the address has to be told [50]
  limit_contact_changes  changes a day of one NemID's contact data                  [5]
  limit_mails            e-mails an hour to one address                             [60]
  log_on_seconds         how long a log-on, or another question for a key, lasts    [300]
  enrolment_seconds      how long an activation or re-opening lasts                 [1800]
  errand_seconds         how long an errand at a desk lasts after its last step     [1800]
  session_seconds        how long a session lasts without a request                 [900]
  session_longest_seconds  how long it lasts however busy it is                     [43200]
  log_level              off, error, warn, or info: a line for each request         [warn]
  log_format             text, or json: an object on a line for each message        [text]
";

/// A simulator of NemID self-service and of the RA portal at the counter. Everybody in it is made up.
#[derive(Debug, Parser)]
#[command(name = "selvbetjening", version, after_help = SETTINGS, term_width = 110)]
pub struct Cli {
    /// What to do; `serve` if nothing is named.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program can do.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Serve the site; makes a new world at the first start
    Serve,
    /// Make server key and first world, once for all programs that serve it from a database on a server
    Init,
    /// Remove the first world (database, server key, mail and save points in the data folder, nothing else) and make a new
    /// one
    Reset {
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Look the world over: the database file, its references, every NemID, every sealed letter
    Check,
    /// Give the last administrator a new temporary password, when no administrator can log on
    ReopenAdministrator,
    /// Take the first world over to an empty database on a server, or from there to a folder; where it was it stays as it is
    Move {
        /// An address as in the setting database, or a folder
        to: String,
    },
    /// Many worlds in the data folder: copies, save points, and worlds as files
    World {
        /// What to do
        #[command(subcommand)]
        what: WorldCommand,
    },
}

/// What can be done with whole worlds. The world that lies directly in the data folder is called `first`.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum WorldCommand {
    /// List the worlds: name, simulated date and time, size, save points
    List,
    /// Make a new world from the seed
    New {
        /// 1 to 30 of a-z, 0-9 and hyphens
        name: WorldName,
    },
    /// Copy a world, also while it is served: nobody is logged on in the copy, and its mail stays in its folder
    Copy {
        /// A world, or one of its save points: klasse, klasse@start
        from: WorldSource,
        /// The name of the new world
        name: WorldName,
    },
    /// Save a world as it is now, also while it is served
    Save {
        /// Which
        world: WorldName,
        /// The name of the save point
        point: PointName,
    },
    /// List the save points of a world
    Points {
        /// Which
        world: WorldName,
    },
    /// Put a world back to a save point: what happened in it since is gone
    Back {
        /// Which
        world: WorldName,
        /// To what
        point: PointName,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Remove a save point
    Forget {
        /// Of which world
        world: WorldName,
        /// Which
        point: PointName,
    },
    /// Write a world into one file, also while it is served
    Export {
        /// Which
        world: WorldName,
        /// Where to
        file: PathBuf,
        /// With the server key and the mails: whoever has the file then reads all that is in the world
        #[arg(long)]
        with_key: bool,
    },
    /// Make a new world of a file that was exported
    Import {
        /// The file
        file: PathBuf,
        /// The name of the new world
        name: WorldName,
    },
    /// Give a world another name
    Rename {
        /// Which
        world: WorldName,
        /// The new name
        name: WorldName,
    },
    /// Remove a world with its server key, mails and save points
    Remove {
        /// Which
        name: WorldName,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::config::Settings;

    #[test]
    fn nothing_said_is_serve_and_nonsense_is_refused() {
        assert_eq!(Cli::parse_from(["selvbetjening"]).command, None);
        assert_eq!(Cli::parse_from(["selvbetjening", "serve"]).command, Some(Command::Serve));
        assert!(Cli::try_parse_from(["selvbetjening", "dance"]).is_err());
        Cli::command().debug_assert();
    }

    #[test]
    fn the_help_explains_every_setting() {
        let serde_json::Value::Object(all) = serde_json::to_value(Settings::default()).unwrap() else {
            panic!("settings are a table")
        };
        for name in all.keys() {
            assert!(SETTINGS.contains(&format!("  {name} ")), "{name}");
        }
    }
}
