//! The rule module: what is allowed and what follows from it. It is pure: it reads no clock, draws no random number,
//! and knows neither SQL nor the web.
//!
//! A rule takes the current state of a NemID, what is asked for, and the stamp (when, by whom, from where). It returns
//! the events that follow, or a refusal. Citizens, officers, banks, the hotline and the operator share the same rules.

// The other crates may drop this lint; here a reader looks up what a rule says and where it comes from.
#![warn(missing_docs)]

pub mod activation;
pub mod actor;
pub mod agreements;
pub mod attention;
pub mod blocking;
pub mod calendar;
pub mod cards;
pub mod carriers;
pub mod certificates;
pub mod changes;
#[cfg(test)]
mod codes;
pub mod consents;
pub mod control_room;
pub mod counter;
pub mod cpr_change;
pub mod customers;
pub mod danish_time;
pub mod ending;
#[cfg(test)]
mod example;
pub mod guesses;
pub mod happenings;
pub mod identification;
pub mod invitations;
pub mod keys;
pub mod last_administrator;
pub mod limits;
pub mod log;
pub mod money;
pub mod names;
pub mod nemid;
pub mod networks;
pub mod newcomers;
pub mod nightly;
pub mod notice;
pub mod order;
pub mod organisations;
pub mod passwords;
pub mod places;
pub mod post;
pub mod providers;
pub mod readiness;
pub mod reasons;
pub mod remarks;
pub mod reopening;
pub mod retention;
pub mod sessions;
pub mod signing;
pub mod sites;
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

/// The reason why something is not done, which is the visitor's matter. A failure of the program is an error of another
/// type. Each refusal has a stable code that names its sentence in the texts (`refusal-<code>`).
pub trait Refusal: std::error::Error + Send + Sync + 'static {
    /// The stable code, in kebab case.
    fn code(&self) -> &'static str;

    /// The instant that its sentence mentions, if it mentions one: the end of a lock.
    fn until(&self) -> Option<jiff::Timestamp> {
        None
    }

    /// The tries that its sentence mentions, if it mentions them: so many are left before something is blocked.
    fn tries_left(&self) -> Option<u8> {
        None
    }

    /// Whether it says that too much was asked for: by one place, or on one day.
    fn is_for_too_many(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::Refusal;

    #[derive(Debug, thiserror::Error)]
    #[error("no")]
    struct Plain;

    impl Refusal for Plain {
        fn code(&self) -> &'static str {
            "plain"
        }
    }

    #[test]
    fn a_refusal_that_says_no_more_mentions_no_instant_no_tries_and_no_limit() {
        assert_eq!((Plain.until(), Plain.tries_left(), Plain.is_for_too_many()), (None, None, false));
    }
}
