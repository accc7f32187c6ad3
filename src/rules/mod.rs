//! What is allowed and what happens then. Pure: it reads no clock, draws no number, knows no SQL and no web.
//!
//! A rule takes a NemID as it stands, what is asked and the stamp (when, by whom), and returns the events
//! that follow or a refusal. Citizen, officer, bank, hotline and operator go through the same rules.

pub mod activation;
pub mod actor;
pub mod agreements;
pub mod attention;
pub mod blocking;
pub mod calendar;
pub mod cards;
pub mod certificates;
pub mod changes;
pub mod counter;
pub mod customers;
pub mod ending;
#[cfg(test)]
mod example;
pub mod identification;
pub mod keys;
pub mod limits;
pub mod log;
pub mod nemid;
pub mod nightly;
pub mod notice;
pub mod order;
pub mod passwords;
pub mod providers;
pub mod readiness;
pub mod reasons;
pub mod reopening;
pub mod retention;
pub mod sessions;
pub mod signing;
pub mod staff;
pub mod stock;
pub mod temporary;
pub mod terms;
pub mod user_ids;
pub mod words;

use serde::Serialize;

/// The stable code of a plain enum, as the keys of the texts spell it: kebab case.
pub fn code(value: impl Serialize) -> String {
    let word = serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned));
    spelt(&word.unwrap_or_default())
}

/// A stored code, as the keys of the texts spell it: kebab case.
pub fn spelt(code: &str) -> String {
    code.replace('_', "-")
}

/// A refusal is the visitor's matter, apart from a breakage, which is ours. Each has a stable code that names
/// its sentence in the texts (`refusal-<code>`).
pub trait Refusal: std::error::Error + Send + Sync + 'static {
    /// The stable code, in kebab case.
    fn code(&self) -> &'static str;

    /// The instant that its sentence names, where it names one: the end of a lock.
    fn until(&self) -> Option<jiff::Timestamp> {
        None
    }
}
