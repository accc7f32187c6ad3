//! Starts the program.

use std::process::ExitCode;

use clap::Parser;
use selvbetjening::cli::{Cli, Command};
use selvbetjening::config::Config;
use selvbetjening::{report, start};

fn main() -> ExitCode {
    let command = Cli::parse().command.unwrap_or(Command::Serve);
    report::install();
    let done = Config::load().map_err(Into::into).and_then(|config| match command {
        Command::Serve => start::serve(&config),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("selvbetjening: {failure}");
            ExitCode::FAILURE
        }
    }
}
