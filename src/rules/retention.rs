//! How long things are kept: the current year and five years (Rules 3.7).

use jiff::Timestamp;
use jiff::civil::date;

use super::calendar;

/// Whole years kept before the current one.
pub const YEARS: i16 = 5;

/// What happened before this instant is deleted: 1 January, Danish time, five years before the current year.
pub fn kept_from(now: Timestamp) -> Timestamp {
    let year = calendar::danish_date(now).year();
    calendar::at_danish_time(date(year - YEARS, 1, 1), 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_current_year_and_five_years_are_kept() {
        let now: Timestamp = "2019-03-04T08:00:00Z".parse().unwrap();
        assert_eq!(kept_from(now).to_string(), "2013-12-31T23:00:00Z");
    }
}
