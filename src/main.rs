//! Starts the program.

use std::process::ExitCode;

use clap::Parser;
use selvbetjening::cli::{Cli, Command};
use selvbetjening::config::Config;
use selvbetjening::{commands, memory, report};

fn main() -> ExitCode {
    let command = Cli::parse().command.unwrap_or(Command::Serve);
    report::install();
    let done = Config::load().map_err(Into::into).and_then(|config| {
        report::tell(config.settings.log_level, config.settings.log_format);
        memory::keep_private();
        commands::run(command, &config)
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report::say("failed", failure);
            ExitCode::FAILURE
        }
    }
}
