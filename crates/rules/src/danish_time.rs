//! Danish clock times that occur twice, in the night in which summer time ends.

use jiff::civil::{Date, Time};
use jiff::tz::AmbiguousOffset;
use jiff::{Timestamp, Zoned};

use crate::calendar;

/// Which of two equal clock times an instant is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// The first one (sommertid).
    #[doc(alias = "sommertid")]
    Summer,
    /// The second one, an hour later (vintertid).
    #[doc(alias = "vintertid")]
    Winter,
}

/// Which of two equal clock times an instant is, if Danish clocks show its time twice; `None` at any other time.
pub fn season_where_doubled(at: Timestamp) -> Option<Season> {
    let shown = danish(at);
    match calendar::denmark().to_ambiguous_timestamp(shown.datetime()).offset() {
        AmbiguousOffset::Fold { before, .. } if shown.offset() == before => Some(Season::Summer),
        AmbiguousOffset::Fold { .. } => Some(Season::Winter),
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Gap { .. } => None,
    }
}

/// How far Danish clocks are ahead of UTC at an instant: `UTC+02:00`.
pub fn offset(at: Timestamp) -> String {
    danish(at).strftime("UTC%:z").to_string()
}

/// The first instant from `now` on at which Danish clocks show this time, to the minute, of a day; where none is ahead any
/// more, the one that was ([`calendar::at_danish_time`]).
pub fn first_from(now: Timestamp, day: Date, time: Time) -> Timestamp {
    let first = calendar::at_danish_time(day, time.hour(), time.minute());
    let shown_twice = calendar::denmark().to_ambiguous_timestamp(day.to_datetime(time));
    match shown_twice.offset() {
        AmbiguousOffset::Fold { .. } if first < now => {
            shown_twice.later().ok().filter(|second| *second >= now).unwrap_or(first)
        }
        _ => first,
    }
}

fn danish(at: Timestamp) -> Zoned {
    at.to_zoned(calendar::denmark())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn an_hour_that_occurs_twice_has_a_season_and_no_other() {
        let season = |text: &str| season_where_doubled(at(text));
        assert_eq!(season("2019-10-26T23:59:59Z"), None);
        assert_eq!(season("2019-10-27T00:00:00Z"), Some(Season::Summer));
        assert_eq!(season("2019-10-27T00:59:59Z"), Some(Season::Summer));
        assert_eq!(season("2019-10-27T01:00:00Z"), Some(Season::Winter));
        assert_eq!(season("2019-10-27T01:59:59Z"), Some(Season::Winter));
        assert_eq!(season("2019-10-27T02:00:00Z"), None);
        assert_eq!(season("2019-03-31T01:30:00Z"), None, "in spring an hour is left out");
    }

    #[test]
    fn the_offset_tells_both_apart() {
        assert_eq!(offset(at("2019-10-27T00:20:00Z")), "UTC+02:00");
        assert_eq!(offset(at("2019-10-27T01:20:00Z")), "UTC+01:00");
    }

    #[test]
    fn a_typed_time_is_the_first_such_instant_ahead() {
        let typed =
            |now: &str, hour, minute| first_from(at(now), date(2019, 10, 27), time(hour, minute, 0, 0));
        assert_eq!(typed("2019-10-26T08:00:00Z", 2, 40), at("2019-10-27T00:40:00Z"));
        assert_eq!(typed("2019-10-27T00:40:00Z", 2, 40), at("2019-10-27T00:40:00Z"));
        assert_eq!(typed("2019-10-27T00:40:01Z", 2, 40), at("2019-10-27T01:40:00Z"));
        assert_eq!(typed("2019-10-27T01:10:00Z", 2, 40), at("2019-10-27T01:40:00Z"));
        assert_eq!(typed("2019-10-27T01:50:00Z", 2, 40), at("2019-10-27T00:40:00Z"), "both are over");
        assert_eq!(typed("2019-10-27T01:10:00Z", 1, 40), at("2019-10-26T23:40:00Z"), "it was there once");
        let spring = first_from(at("2019-03-31T00:00:00Z"), date(2019, 3, 31), time(2, 30, 0, 0));
        assert_eq!(spring, at("2019-03-31T01:30:00Z"), "an hour later, as clocks are put forward");
    }
}
