//! Who is logged on, as the top of each page shows it.

use std::sync::OnceLock;

use rocket::request::Request;
use serde::Serialize;

use crate::web::section::Section;

/// A person who is logged on at one section of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoggedOn {
    /// Name, as shown.
    pub name: String,
    /// What stands after the name: the office of an officer. Empty for a citizen.
    pub place: String,
    /// Where this log-on counts.
    #[serde(skip)]
    pub section: Section,
    /// Whether what only an RA administrator may do is offered.
    #[serde(skip)]
    pub administrator: bool,
}

/// Where a request keeps who sent it.
#[derive(Default)]
struct Seen(OnceLock<LoggedOn>);

impl LoggedOn {
    /// Has the pages that answer this request show who is logged on. The first call counts.
    pub fn show(self, request: &Request<'_>) {
        // A second guard finds the same session again.
        let _ = request.local_cache(Seen::default).0.set(self);
    }

    /// Who is logged on, if a guard said so.
    pub fn of<'r>(request: &'r Request<'_>) -> Option<&'r Self> {
        request.local_cache(Seen::default).0.get()
    }
}
