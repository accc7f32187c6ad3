//! What the person who runs the program reads on the terminal: errors and, if wished, each request; never
//! anything that a visitor typed.

use std::panic;

use log::{Level, LevelFilter, Log, Metadata, Record};
use serde::{Deserialize, Serialize};

/// The amount of logging, from nothing to a line for each request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    Off,
    Error,
    /// Errors and warnings.
    #[default]
    #[serde(alias = "critical")]
    Warn,
    /// Each request as well: method, route, status, milliseconds.
    #[serde(alias = "normal", alias = "debug")]
    Info,
}

/// Our own messages. Those of the libraries are about every request and of no use here.
struct Report;

impl Log for Report {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_ours(metadata.target()) && metadata.level() <= Level::Info
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            eprintln!("selvbetjening: {}", record.args());
        }
    }

    fn flush(&self) {}
}

/// Whether a message is one of ours. Rocket's route macros expand within our modules and quote what a visitor
/// sent (`Parameter guard … is forwarding: "…"`); their targets end in `::_`.
fn is_ours(target: &str) -> bool {
    target.split("::").next() == Some(env!("CARGO_CRATE_NAME")) && !target.ends_with("::_")
}

/// Prints warnings and errors of ours to standard error. In a released program a panic is one line with its
/// place in the sources: its message may contain a visitor's secret. The visitor sees the page for our
/// mistakes.
pub fn install() {
    if log::set_logger(&Report).is_ok() {
        tell(LogLevel::default());
    }
    if !cfg!(debug_assertions) {
        panic::set_hook(Box::new(|panic| match panic.location() {
            Some(at) => eprintln!("selvbetjening: internal error at {at}"),
            None => eprintln!("selvbetjening: internal error"),
        }));
    }
}

/// Sets the amount of logging.
pub fn tell(level: LogLevel) {
    log::set_max_level(match level {
        LogLevel::Off => LevelFilter::Off,
        LogLevel::Error => LevelFilter::Error,
        LogLevel::Warn => LevelFilter::Warn,
        LogLevel::Info => LevelFilter::Info,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_told(target: &str, level: Level) -> bool {
        Report.enabled(&Metadata::builder().target(target).level(level).build())
    }

    #[test]
    fn tells_our_own_words_and_nobody_else_s() {
        assert!(is_told("selvbetjening", Level::Error));
        assert!(is_told("selvbetjening::web::request_log", Level::Info));
        assert!(!is_told("rocket::server", Level::Error));
        assert!(!is_told("selvbetjening_elsewhere::page", Level::Error));
        assert!(!is_told("selvbetjening::web", Level::Debug));
    }

    #[test]
    fn what_rocket_s_routes_say_within_our_modules_is_not_told() {
        assert!(!is_told("selvbetjening::world::pages::letter::_", Level::Warn));
        assert!(!is_told("selvbetjening::_", Level::Error));
    }
}
