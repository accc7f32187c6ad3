//! Days and moments as people write them: *5. juni 2017 kl. 14.05* and *5 June 2017 at 14:05*.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};

use crate::web::language::Language;
use rules::danish_time::Season;
use rules::words::as_on_a_keyboard;
use rules::{calendar, danish_time};

const MONTHS_DA: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS_DA: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A day: *5. juni 2017*, *5 June 2017*.
pub fn day(language: Language, date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()).saturating_sub(1) % 12;
    match language {
        Language::Da => format!("{}. {} {}", date.day(), MONTHS_DA[month], date.year()),
        Language::En => format!("{} {} {}", date.day(), MONTHS_EN[month], date.year()),
    }
}

/// A day to come, within the next weeks: *torsdag den 7. marts*, *Thursday 7 March*.
pub fn coming_day(language: Language, date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()).saturating_sub(1) % 12;
    let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()) % 7;
    match language {
        Language::Da => format!("{} den {}. {}", WEEKDAYS_DA[weekday], date.day(), MONTHS_DA[month]),
        Language::En => format!("{} {} {}", WEEKDAYS_EN[weekday], date.day(), MONTHS_EN[month]),
    }
}

/// The day and time on which the simulated world is, in full: *mandag den 4. marts 2019 kl. 9.00*, *Monday 4 March 2019 at
/// 9:00*.
pub fn today(language: Language, at: Timestamp) -> String {
    let local = danish_datetime(at);
    at_clock(language, &whole_day(language, local.date()), at)
}

/// A day in full: *mandag den 4. marts 2019*, *Monday 4 March 2019*.
pub fn whole_day(language: Language, date: Date) -> String {
    let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()) % 7;
    let day = day(language, date);
    match language {
        Language::Da => format!("{} den {day}", WEEKDAYS_DA[weekday]),
        Language::En => format!("{} {day}", WEEKDAYS_EN[weekday]),
    }
}

/// A moment in Danish time: *5. juni 2017 kl. 14.05*, *5 June 2017 at 14:05*. In the hour that autumn has twice it says
/// which one: *27. oktober 2019 kl. 2.20 sommertid*.
pub fn moment(language: Language, at: Timestamp) -> String {
    let local = danish_datetime(at);
    at_clock(language, &day(language, local.date()), at)
}

/// A day with the time of an instant on it.
fn at_clock(language: Language, day: &str, at: Timestamp) -> String {
    let (time, season) = (clock(language, danish_datetime(at).time()), season(language, at));
    let word = if language == Language::Da { "kl." } else { "at" };
    format!("{day} {word} {time}{season}")
}

/// What is added to a time in the hour that autumn has twice.
fn season(language: Language, at: Timestamp) -> &'static str {
    match (language, danish_time::season_where_doubled(at)) {
        (_, None) => "",
        (Language::Da, Some(Season::Summer)) => " sommertid",
        (Language::Da, Some(Season::Winter)) => " vintertid",
        (Language::En, Some(Season::Summer)) => " summer time",
        (Language::En, Some(Season::Winter)) => " winter time",
    }
}

/// A time of day, as it is written everywhere: *9.00*, *14.05*; *9:00*, *14:05*.
pub fn clock(language: Language, time: Time) -> String {
    let separator = if language == Language::Da { '.' } else { ':' };
    format!("{}{separator}{:02}", time.hour(), time.minute())
}

/// A day as a browser's own field sends it (2019-03-04) or as Danes write it (4.3.2019, 4/3-2019).
pub fn read_day(typed: &str) -> Option<Date> {
    let typed = as_on_a_keyboard(typed);
    let typed = typed.trim();
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<_> = typed.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts[..] else { return None };
    let day = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(day).filter(|day| day.year() >= 1000)
}

/// A time of day with hours and minutes: 09:00, 9.00.
pub fn read_clock(typed: &str) -> Option<Time> {
    let typed = as_on_a_keyboard(typed);
    let (hour, minute) = typed.trim().split_once(['.', ':'])?;
    let two_digits = |part: &str| part.parse().ok().filter(|_| part.len() == 2);
    Time::new(hour.parse().ok()?, two_digits(minute)?, 0, 0).ok()
}

/// An instant as clocks and calendars in Denmark show it.
pub fn danish_datetime(at: Timestamp) -> DateTime {
    at.to_zoned(calendar::denmark()).datetime()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_days_and_moments_as_each_language_does() {
        let at: Timestamp = "2017-06-05T12:05:00Z".parse().unwrap();
        assert_eq!(moment(Language::Da, at), "5. juni 2017 kl. 14.05");
        assert_eq!(moment(Language::En, at), "5 June 2017 at 14:05");
        assert_eq!(day(Language::Da, jiff::civil::date(2019, 12, 24)), "24. december 2019");
        let first: Timestamp = "2019-10-27T00:20:00Z".parse().unwrap();
        let second: Timestamp = "2019-10-27T01:20:00Z".parse().unwrap();
        assert_eq!(moment(Language::Da, first), "27. oktober 2019 kl. 2.20 sommertid");
        assert_eq!(moment(Language::Da, second), "27. oktober 2019 kl. 2.20 vintertid");
        assert_eq!(moment(Language::En, first), "27 October 2019 at 2:20 summer time");
        assert_eq!(moment(Language::En, second), "27 October 2019 at 2:20 winter time");
        let morning: Timestamp = "2019-03-04T08:00:00Z".parse().unwrap();
        assert_eq!(today(Language::Da, morning), "mandag den 4. marts 2019 kl. 9.00");
        assert_eq!(today(Language::En, morning), "Monday 4 March 2019 at 9:00");
        assert_eq!(today(Language::Da, first), "søndag den 27. oktober 2019 kl. 2.20 sommertid");
        assert_eq!(today(Language::En, second), "Sunday 27 October 2019 at 2:20 winter time");
        assert_eq!(coming_day(Language::Da, jiff::civil::date(2019, 3, 7)), "torsdag den 7. marts");
        assert_eq!(coming_day(Language::En, jiff::civil::date(2019, 3, 10)), "Sunday 10 March");
    }

    #[test]
    fn reads_days_as_browsers_and_danes_write_them() {
        let fourth = Some(jiff::civil::date(2019, 3, 4));
        for typed in [
            "2019-03-04",
            "4.3.2019",
            "04.03.2019",
            "4/3-2019",
            " 4. 3. 2019 ",
            "2019\u{2011}03\u{2013}04\u{200b}",
        ] {
            assert_eq!(read_day(typed), fourth, "{typed}");
        }
        for typed in ["", "31.2.2019", "4.3.19", "i går", "2019", "4.3.2019.1"] {
            assert_eq!(read_day(typed), None, "{typed}");
        }
    }

    #[test]
    fn reads_times_with_a_dot_or_a_colon() {
        for typed in ["09:00", "9.00", " 09.00 "] {
            assert_eq!(read_clock(typed), Some(jiff::civil::time(9, 0, 0, 0)), "{typed}");
        }
        for typed in ["", "9", "24.00", "9.60", "9.5", "kl. 9"] {
            assert_eq!(read_clock(typed), None, "{typed}");
        }
    }
}
