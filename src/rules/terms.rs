//! The versions of the rules for NemID: dated, announced three months ahead, at once where security asks for it
//! (Rules 3.10).

use jiff::civil::{Date, date};

use super::calendar;

/// One version of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, as a NemID notes that it was accepted.
    pub number: u32,
    /// The day from which it can be read.
    pub published: Date,
    /// Whether security asks for it: then it is in force from the day it is published.
    pub for_security: bool,
}

/// All versions, the oldest first. The text of the last one stands in `rules-of-nemid.ftl`.
pub const VERSIONS: [Version; 1] = [Version { number: 1, published: date(2018, 2, 25), for_security: false }];

/// Months from being published to being in force (Rules 3.10).
const AHEAD: i64 = 3;

impl Version {
    /// The first day on which it is in force.
    pub fn in_force_from(&self) -> Date {
        if self.for_security {
            return self.published;
        }
        self.published.saturating_add(jiff::Span::new().months(AHEAD))
    }
}

/// The version in force at an instant; before any was, the first.
pub fn in_force(now: jiff::Timestamp) -> Version {
    let today = calendar::danish_date(now);
    VERSIONS.iter().rev().find(|version| version.in_force_from() <= today).copied().unwrap_or(VERSIONS[0])
}

/// The version that can be read already and is in force later, if there is one.
pub fn announced(now: jiff::Timestamp) -> Option<Version> {
    let today = calendar::danish_date(now);
    VERSIONS.iter().rev().find(|one| one.published <= today && today < one.in_force_from()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_in_force_three_months_after_it_can_be_read_or_at_once_for_security() {
        let usual = Version { number: 2, published: date(2019, 11, 30), for_security: false };
        assert_eq!(usual.in_force_from(), date(2020, 2, 29));
        assert_eq!(Version { for_security: true, ..usual }.in_force_from(), date(2019, 11, 30));
    }

    #[test]
    fn the_first_version_is_announced_and_then_in_force() {
        let at = |text: &str| text.parse().unwrap();
        assert_eq!(announced(at("2018-03-01T00:00:00Z")).map(|one| one.number), Some(1));
        assert_eq!(announced(at("2019-03-04T08:00:00Z")), None);
        assert_eq!(in_force(at("2019-03-04T08:00:00Z")).in_force_from(), date(2018, 5, 25));
    }
}
