//! What whoever runs the program reads on the screen behind it: what broke, never what a visitor typed.

use std::panic;

use log::{Level, LevelFilter, Log, Metadata, Record};

/// Our own words. What the libraries have to say is about every request and of no use to anybody here.
struct Report;

impl Log for Report {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= Level::Warn && metadata.target().starts_with(env!("CARGO_CRATE_NAME"))
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            eprintln!("selvbetjening: {}", record.args());
        }
    }

    fn flush(&self) {}
}

/// Has warnings and errors of ours printed to standard error. In a released program a panic is one line with its
/// place in the sources: what it was about may be a visitor's secret. The visitor sees the page for our mistakes.
pub fn install() {
    if log::set_logger(&Report).is_ok() {
        log::set_max_level(LevelFilter::Warn);
    }
    if !cfg!(debug_assertions) {
        panic::set_hook(Box::new(|panic| match panic.location() {
            Some(at) => eprintln!("selvbetjening: internal error at {at}"),
            None => eprintln!("selvbetjening: internal error"),
        }));
    }
}
