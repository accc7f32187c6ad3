//! How long records are kept: the current year and five years before (Rules 3.7).

use jiff::Timestamp;
use jiff::civil::date;

use crate::calendar;
use crate::nemid::block::NemIdState;
use crate::nemid::{Block, NemId};

/// Whole years kept before the current one.
pub const YEARS: i16 = 5;

/// The instant before which everything is deleted: 1 January, Danish time, five years before the current year.
pub fn kept_from(now: Timestamp) -> Timestamp {
    let year = calendar::danish_date(now).year();
    calendar::at_danish_time(date(year - YEARS, 1, 1), 0, 0)
}

/// Whether an ended NemID is deleted with everything that belongs to it, because it ended before `kept_from`. Until
/// then its user id stays taken, so that nobody else is mistaken for its holder.
pub fn is_forgotten(nemid: &NemId, kept_from: Timestamp) -> bool {
    match &nemid.state {
        NemIdState::Open => false,
        NemIdState::Blocked(Block { at, .. }) | NemIdState::Closed(Block { at, .. }) => *at < kept_from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::example::Life;
    use crate::nemid::Event;
    use crate::nemid::block::NemIdCloseReason;

    #[test]
    fn the_current_year_and_five_years_are_kept() {
        let now: Timestamp = "2019-03-04T08:00:00Z".parse().unwrap();
        assert_eq!(kept_from(now).to_string(), "2013-12-31T23:00:00Z");
    }

    #[test]
    fn an_open_nemid_is_never_forgotten_and_an_ended_one_when_its_end_is() {
        let mut life = Life::in_use();
        let later = Timestamp::MAX;
        assert!(!is_forgotten(&life.nemid, later));
        life.apply(&[Event::NemIdClosed { reason: NemIdCloseReason::HolderAsked }], Actor::Citizen);
        assert!(!is_forgotten(&life.nemid, life.now));
        assert!(is_forgotten(&life.nemid, later));
    }
}
