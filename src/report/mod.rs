//! What the person who runs the program reads on standard error: errors, security events and, if wished, each
//! request, as text or as JSON; never anything that a visitor typed.
//!
//! A message of ours says its stable code (`log::error!(code = "store"; "…")`). One without a code is left out:
//! Rocket's route macros expand within our modules and quote what a visitor sent (`Parameter guard … is
//! forwarding: "…"`), and the messages of other libraries are not written with secrets in mind.

mod bursts;
mod line;
mod shape;

use std::fmt::Display;
use std::panic;
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::Instant;

use log::{Level, LevelFilter, Log, Metadata, Record};
use service::cases::app::security::TARGET as SECURITY;

use crate::report::bursts::Bursts;
use crate::report::line::Line;
pub use crate::report::shape::{LogFormat, LogLevel};

/// The codes of messages that are meant to come in any number.
const UNLIMITED: [&str; 1] = [crate::web::request_log::CODE];

/// Our crates; `service` and `rules` are the names that the code calls them by.
const OURS: [&str; 4] = [env!("CARGO_CRATE_NAME"), "service", "rules", SECURITY];

#[derive(Clone, Copy)]
struct Shape {
    level: LogLevel,
    format: LogFormat,
}

struct Report {
    shape: RwLock<Shape>,
    bursts: Mutex<Bursts>,
}

static REPORT: Report = Report {
    shape: RwLock::new(Shape { level: LogLevel::Warn, format: LogFormat::Text }),
    bursts: Mutex::new(Bursts::none()),
};

impl Report {
    fn shape(&self) -> Shape {
        *self.shape.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn print(&self, line: &Line) {
        eprintln!("{}", line.shown(self.shape().format));
    }

    fn print_left_out(&self, left_out: &bursts::LeftOut) {
        self.print(&Line::left_out(&left_out.code, left_out.count));
    }
}

impl Log for Report {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_told(metadata, self.shape().level)
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let Some(line) = Line::of(record) else { return };
        if UNLIMITED.contains(&line.code.as_str()) {
            return self.print(&line);
        }
        let told = {
            let mut bursts = self.bursts.lock().unwrap_or_else(PoisonError::into_inner);
            bursts.next(&line.code, Instant::now())
        };
        if let Some(before) = &told.left_out {
            self.print_left_out(before);
        }
        if told.is_shown {
            self.print(&line);
        }
    }

    /// Tells how many messages of bursts that are over were left out.
    fn flush(&self) {
        let over = self.bursts.lock().unwrap_or_else(PoisonError::into_inner).over(Instant::now());
        for left_out in &over {
            self.print_left_out(left_out);
        }
    }
}

fn is_told(metadata: &Metadata<'_>, told: LogLevel) -> bool {
    let krate = metadata.target().split("::").next().unwrap_or_default();
    let least = match metadata.level() {
        Level::Error => LogLevel::Error,
        Level::Warn => LogLevel::Warn,
        // A role that was granted is no warning, and yet belongs to what is kept.
        Level::Info if krate == SECURITY => LogLevel::Warn,
        Level::Info => LogLevel::Info,
        Level::Debug | Level::Trace => return false,
    };
    OURS.contains(&krate) && told >= least
}

/// Prints warnings, errors and security events of ours to standard error. In a released program a panic is one
/// line with its place in the sources: its message may contain a visitor's secret. The visitor sees the page
/// for our mistakes.
pub fn install() {
    if log::set_logger(&REPORT).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
    if !cfg!(debug_assertions) {
        panic::set_hook(Box::new(|panic| match panic.location() {
            Some(at) => say("internal_error", format!("internal error at {at}")),
            None => say("internal_error", "internal error"),
        }));
    }
}

/// Sets the amount and the form of logging.
pub fn tell(level: LogLevel, format: LogFormat) {
    *REPORT.shape.write().unwrap_or_else(PoisonError::into_inner) = Shape { level, format };
}

/// Says something to the person at the terminal, whatever the amount of logging: why the program does not start,
/// or that it ends.
pub fn say(code: &'static str, message: impl Display) {
    match REPORT.shape().format {
        LogFormat::Text => eprintln!("selvbetjening: {message}"),
        LogFormat::Json => REPORT.print(&Line::said(code, message.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(target: &str, level: Level) -> bool {
        is_told(&Metadata::builder().target(target).level(level).build(), LogLevel::Info)
    }

    #[test]
    fn the_words_of_all_our_crates_are_told_and_nobody_else_s() {
        assert!(told("selvbetjening", Level::Error));
        assert!(told("selvbetjening::web::request_log", Level::Info));
        assert!(told("service::cases::open", Level::Warn));
        assert!(told("rules::calendar", Level::Warn));
        assert!(!told("rocket::server", Level::Error));
        assert!(!told("selvbetjening_elsewhere::page", Level::Error));
        assert!(!told("selvbetjening::web", Level::Debug));
    }

    #[test]
    fn security_events_are_told_unless_warnings_are_not() {
        let event = Metadata::builder().target(SECURITY).level(Level::Info).build();
        let request = Metadata::builder().target("selvbetjening::web").level(Level::Info).build();
        assert!(is_told(&event, LogLevel::Warn) && !is_told(&request, LogLevel::Warn));
        assert!(!is_told(&event, LogLevel::Error) && !is_told(&event, LogLevel::Off));
    }
}
