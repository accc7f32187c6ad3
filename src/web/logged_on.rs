//! The person who is logged on, as the top of each page shows them.

use std::sync::OnceLock;

use jiff::SignedDuration;
use rocket::request::Request;
use serde::Serialize;

use crate::web::section::Section;

/// A person who is logged on at one section of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoggedOn {
    /// Name, as shown.
    pub name: String,
    /// The text after the name: the office of an officer. Empty for a citizen.
    pub place: String,
    /// The minutes that the session still lasts at most, if they are so few that they are said (D11).
    pub minutes_left: Option<u32>,
    /// The section where this log-on counts.
    #[serde(skip)]
    pub section: Section,
    /// Whether the administrator's pages are offered.
    #[serde(skip)]
    pub administrator: bool,
}

/// The minutes of what is left of a session, one that has begun counted whole.
pub fn minutes_left(left: Option<SignedDuration>) -> Option<u32> {
    left.map(|left| u32::try_from((left.as_secs() + 59).div_euclid(60).max(1)).unwrap_or_default())
}

/// The place in a request for its logged-on person.
#[derive(Default)]
struct Seen(OnceLock<LoggedOn>);

impl LoggedOn {
    /// Makes the pages that answer this request show the person. The first call counts.
    pub fn show(self, request: &Request<'_>) {
        // A second guard finds the same session again, so its result is ignored.
        let _ = request.local_cache(Seen::default).0.set(self);
    }

    /// The logged-on person, if a guard found one.
    pub fn of<'r>(request: &'r Request<'_>) -> Option<&'r Self> {
        request.local_cache(Seen::default).0.get()
    }
}
