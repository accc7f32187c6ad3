//! Danish days: which are working days (D14), when letters are posted and arrive (D15), and Danish time.
//!
//! Nothing here reads a clock; the instant is always handed in.

use std::sync::LazyLock;

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time, Weekday, date},
    tz::{TimeZone, TimeZoneDatabase},
};

/// How many working days a letter is on its way (D15).
pub const WORKING_DAYS_BY_POST: u32 = 3;

/// The last year with a store bededag (D14).
const LAST_STORE_BEDEDAG: i16 = 2023;

/// Denmark's time zone, from the rules that come with the program, whatever the machine knows.
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
/// Never: the rule gives a day in March or April.
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

/// The first working day after a day, never that day itself. At the end of time, the last day there is.
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

/// The day that many working days later; the day itself for 0.
pub fn add_working_days(day: Date, count: u32) -> Date {
    (0..count).fold(day, |day, _| next_working_day(day))
}

/// The day that an instant belongs to in Denmark.
pub fn danish_date(instant: Timestamp) -> Date {
    instant.to_zoned(denmark()).date()
}

/// The instant at which Danish clocks show that hour (0–23) and minute (0–59) of a day. A time that is skipped in
/// spring is taken an hour later, of one that comes twice in autumn the first; a number out of range is taken as
/// the nearest within.
pub fn at_danish_time(day: Date, hour: i8, minute: i8) -> Timestamp {
    let time = Time::new(hour.clamp(0, 23), minute.clamp(0, 59), 0, 0).unwrap_or_default();
    day.to_datetime(time).to_zoned(denmark()).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// The day on which a letter written at an instant is posted: the same day if it is a working day, else the next
/// (D15).
pub fn posting_day(written: Timestamp) -> Date {
    let day = danish_date(written);
    if is_working_day(day) { day } else { next_working_day(day) }
}

/// The day on which a letter posted on a day arrives (D15).
pub fn arrival(posted: Date) -> Date {
    add_working_days(posted, WORKING_DAYS_BY_POST)
}

/// The same day of the month that many years later; 28 February for a 29 February that is not there.
pub fn plus_years(day: Date, years: u16) -> Date {
    day.saturating_add(i64::from(years).years())
}

/// The same Danish time of day that many years after an instant.
pub fn years_after(instant: Timestamp, years: u16) -> Timestamp {
    instant.to_zoned(denmark()).saturating_add(i64::from(years).years()).timestamp()
}

/// The same Danish time of day that many months after an instant; the last day of a month that is too short.
pub fn months_after(instant: Timestamp, months: u16) -> Timestamp {
    instant.to_zoned(denmark()).saturating_add(i64::from(months).months()).timestamp()
}

/// The same Danish time of day that many days after an instant, whether or not the clocks are changed between.
pub fn days_after(instant: Timestamp, days: u16) -> Timestamp {
    instant.to_zoned(denmark()).saturating_add(i64::from(days).days()).timestamp()
}
