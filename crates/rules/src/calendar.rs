//! Danish days: which are working days (D14), when letters are posted and arrive (D15), and Danish time.
//!
//! No function reads a clock: the instant is always an argument.

use std::sync::LazyLock;

use jiff::civil::{Date, Time, Weekday, date};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};

/// Working days from posting a letter to its arrival (D15).
pub const WORKING_DAYS_BY_POST: u32 = 3;

/// The last year with a store bededag (D14).
const LAST_STORE_BEDEDAG: i16 = 2023;

/// Denmark's time zone, from the rules bundled with the program, so that the machine's own do not matter.
static DENMARK: LazyLock<TimeZone> = LazyLock::new(|| {
    TimeZoneDatabase::bundled().get("Europe/Copenhagen").expect("the bundled time zones hold Copenhagen")
});

/// Denmark's time zone.
pub fn denmark() -> TimeZone {
    DENMARK.clone()
}

/// Easter Sunday of a year, by the Gregorian rule.
///
/// # Panics
/// Beyond the years that a [`Date`] can have (-9999 to 9999).
#[doc(alias = "påskedag")]
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let golden = y.rem_euclid(19);
    let (century, in_century) = (y.div_euclid(100), y.rem_euclid(100));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - moon_shift + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * (in_century / 4) - epact - in_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let after_first_of_march = epact + weekday - 7 * late + 21;
    date(year, 3, 1).saturating_add(after_first_of_march.days())
}

/// Whether a day is a Danish public holiday (D14).
#[doc(alias = "helligdag")]
pub fn is_public_holiday(day: Date) -> bool {
    let fixed = matches!((day.month(), day.day()), (1, 1) | (12, 25 | 26));
    fixed || is_movable_holiday(day)
}

/// Skærtorsdag, langfredag, påskedag, 2. påskedag, store bededag, Kristi himmelfartsdag, pinsedag, 2. pinsedag.
fn is_movable_holiday(day: Date) -> bool {
    let from_easter = i32::from(day.day_of_year()) - i32::from(easter(day.year()).day_of_year());
    matches!(from_easter, -3 | -2 | 0 | 1 | 39 | 49 | 50)
        || (from_easter == 26 && day.year() <= LAST_STORE_BEDEDAG)
}

/// Whether offices are open and the post is carried: Monday to Friday, no public holiday, nor 5 June, 24 or 31
/// December (D14).
#[doc(alias = "hverdag")]
pub fn is_working_day(day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let closed = matches!((day.month(), day.day()), (6, 5) | (12, 24 | 31));
    !weekend && !closed && !is_public_holiday(day)
}

/// The first working day after a day. At the end of the calendar, its last day.
pub fn next_working_day(day: Date) -> Date {
    let mut next = day;
    while let Ok(tomorrow) = next.tomorrow() {
        next = tomorrow;
        if is_working_day(next) {
            break;
        }
    }
    next
}

/// The day that is `count` working days later; the day itself for 0.
pub fn add_working_days(day: Date, count: u32) -> Date {
    (0..count).fold(day, |day, _| next_working_day(day))
}

/// The date in Denmark at an instant.
pub fn danish_date(instant: Timestamp) -> Date {
    instant.to_zoned(denmark()).date()
}

/// The first instant of a Danish day and the first instant of the next.
pub fn span_of(day: Date) -> (Timestamp, Timestamp) {
    (at_danish_time(day, 0, 0), at_danish_time(day.saturating_add(1.days()), 0, 0))
}

/// The instant at which Danish clocks show this hour (0–23) and minute (0–59) of a day. A number out of range counts as
/// the nearest in range. A time that is skipped in spring counts as an hour later; of a time that occurs twice in
/// autumn the first is returned.
pub fn at_danish_time(day: Date, hour: i8, minute: i8) -> Timestamp {
    let time = Time::new(hour.clamp(0, 23), minute.clamp(0, 59), 0, 0).unwrap_or_default();
    day.to_datetime(time).to_zoned(denmark()).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// The day on which a letter written at an instant is posted: the same day if it is a working day, else the next
/// working day (D15).
pub fn posting_day(written: Timestamp) -> Date {
    let day = danish_date(written);
    if is_working_day(day) { day } else { next_working_day(day) }
}

/// The day on which a letter posted on a day arrives (D15).
pub fn arrival(posted: Date) -> Date {
    add_working_days(posted, WORKING_DAYS_BY_POST)
}

/// The same Danish time of day that many years after an instant.
pub fn years_after(instant: Timestamp, years: u16) -> Timestamp {
    instant.to_zoned(denmark()).saturating_add(i64::from(years.min(9_999)).years()).timestamp()
}

/// The same Danish time of day that many months after an instant; the last day of a month that is too short.
pub fn months_after(instant: Timestamp, months: u16) -> Timestamp {
    instant.to_zoned(denmark()).saturating_add(i64::from(months).months()).timestamp()
}

/// The same Danish time of day that many days after an instant, whether or not the clocks change in between.
pub fn days_after(instant: Timestamp, days: u16) -> Timestamp {
    instant.to_zoned(denmark()).saturating_add(i64::from(days).days()).timestamp()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn instant(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2019, 4, 21),
            (2020, 4, 12),
            (2024, 3, 31),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    /// Easter by Gauss's rule in its final form (1816), which takes another way to the same day.
    fn easter_by_gauss(year: i16) -> Date {
        let y = i32::from(year);
        let (golden, century) = (y % 19, y / 100);
        let moon = (15 + century - (13 + 8 * century) / 25 - century / 4) % 30;
        let sun = (4 + century - century / 4) % 7;
        let full = (19 * golden + moon) % 30;
        let to_sunday = (2 * (y % 4) + 4 * (y % 7) + 6 * full + sun) % 7;
        let early = match (full, to_sunday) {
            (29, 6) => true,
            (28, 6) => (11 * moon + 11) % 30 < 19,
            _ => false,
        };
        date(year, 3, 22).saturating_add((full + to_sunday - if early { 7 } else { 0 }).days())
    }

    #[test]
    fn easter_is_the_day_that_gauss_finds_in_every_year_of_the_calendar() {
        for year in 1583..=9999 {
            assert_eq!(easter(year), easter_by_gauss(year), "{year}");
        }
    }

    #[test]
    fn a_danish_day_lasts_24_hours_but_for_the_two_on_which_the_clocks_change() {
        for (day, hours) in [(date(2019, 3, 4), 24), (date(2019, 3, 31), 23), (date(2019, 10, 27), 25)] {
            let (begin, end) = span_of(day);
            assert_eq!((danish_date(begin), danish_date(end)), (day, day.tomorrow().unwrap()));
            assert_eq!(end.duration_since(begin).as_hours(), hours, "{day}");
        }
    }

    #[test]
    fn the_holidays_of_2019_are_those_of_the_almanac() {
        let holidays: Vec<_> =
            date(2019, 1, 1).series(1.day()).take(365).filter(|day| is_public_holiday(*day)).collect();
        let almanac = [
            (1, 1),
            (4, 18),
            (4, 19),
            (4, 21),
            (4, 22),
            (5, 17),
            (5, 30),
            (6, 9),
            (6, 10),
            (12, 25),
            (12, 26),
        ];
        assert_eq!(holidays, almanac.map(|(month, day)| date(2019, month, day)));
    }

    #[test]
    fn store_bededag_is_a_holiday_up_to_2023() {
        assert!(!is_working_day(date(2019, 5, 17)));
        assert!(!is_working_day(date(2023, 5, 5)));
        assert!(is_working_day(date(2024, 4, 26)));
    }

    #[test]
    fn constitution_day_christmas_eve_and_new_years_eve_are_no_working_days_nor_holidays() {
        for day in [date(2019, 6, 5), date(2019, 12, 24), date(2019, 12, 31)] {
            assert!(!is_working_day(day) && !is_public_holiday(day), "{day}");
        }
    }

    #[test]
    fn a_letter_posted_on_the_first_day_of_the_world_arrives_on_thursday() {
        assert_eq!(arrival(date(2019, 3, 4)), date(2019, 3, 7));
    }

    #[test]
    fn a_letter_posted_before_easter_waits_for_it_to_pass() {
        assert_eq!(arrival(date(2019, 4, 17)), date(2019, 4, 25));
        assert_eq!(next_working_day(date(2019, 4, 17)), date(2019, 4, 23));
    }

    #[test]
    fn what_is_written_on_a_sunday_is_posted_on_monday() {
        assert_eq!(posting_day(instant("2019-03-10T12:00:00Z")), date(2019, 3, 11));
        assert_eq!(posting_day(instant("2019-03-08T12:00:00Z")), date(2019, 3, 8));
    }

    #[test]
    fn a_danish_day_begins_at_danish_midnight() {
        assert_eq!(danish_date(instant("2019-03-03T22:59:59Z")), date(2019, 3, 3));
        assert_eq!(danish_date(instant("2019-03-03T23:00:00Z")), date(2019, 3, 4));
        assert_eq!(danish_date(instant("2019-07-03T22:00:00Z")), date(2019, 7, 4));
    }

    #[test]
    fn danish_clocks_are_one_hour_ahead_in_winter_and_two_in_summer() {
        assert_eq!(at_danish_time(date(2019, 3, 4), 9, 0), instant("2019-03-04T08:00:00Z"));
        assert_eq!(at_danish_time(date(2019, 7, 4), 9, 30), instant("2019-07-04T07:30:00Z"));
        assert_eq!(at_danish_time(date(2019, 3, 31), 2, 30), instant("2019-03-31T01:30:00Z"));
        assert_eq!(at_danish_time(date(2019, 10, 27), 2, 30), instant("2019-10-27T00:30:00Z"));
    }

    #[test]
    fn years_months_and_days_keep_the_danish_time_of_day() {
        let noon = at_danish_time(date(2019, 3, 4), 12, 0);
        assert_eq!(years_after(noon, 4), at_danish_time(date(2023, 3, 4), 12, 0));
        assert_eq!(months_after(noon, 6), at_danish_time(date(2019, 9, 4), 12, 0));
        assert_eq!(days_after(noon, 30), at_danish_time(date(2019, 4, 3), 12, 0));
        let leap_day = at_danish_time(date(2020, 2, 29), 12, 0);
        assert_eq!(years_after(leap_day, 4), at_danish_time(date(2024, 2, 29), 12, 0));
        assert_eq!(years_after(leap_day, 15), at_danish_time(date(2035, 2, 28), 12, 0));
    }

    #[test]
    fn the_end_of_time_is_no_trap() {
        assert_eq!(next_working_day(Date::MAX), Date::MAX);
        assert!(years_after(Timestamp::MAX, u16::MAX) <= Timestamp::MAX);
        assert!(days_after(Timestamp::MAX, u16::MAX) <= Timestamp::MAX);
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_between_22_march_and_25_april(year in -9999i16..=9999) {
            let easter = easter(year);
            prop_assert_eq!(easter.weekday(), Weekday::Sunday);
            prop_assert!(easter >= date(year, 3, 22) && easter <= date(year, 4, 25));
        }

        #[test]
        fn the_post_arrives_on_a_working_day_within_a_fortnight(day in 0i32..20_000) {
            let posted = posting_day(at_danish_time(date(2000, 1, 1).saturating_add(day.days()), 10, 0));
            let arrival = arrival(posted);
            prop_assert!(is_working_day(posted) && is_working_day(arrival));
            prop_assert!(arrival > posted && arrival <= posted.saturating_add(14.days()));
        }
    }
}
