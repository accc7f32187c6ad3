//! Instants as certificates and lists write them: whole seconds, with two digits for the year through 2049 and four
//! afterwards (RFC 5280 4.1.2.5).

use der::DateTime;
use der::asn1::{GeneralizedTime, UtcTime};
use jiff::Timestamp;
use x509_cert::time::Time;

/// The year in which NemID began: no certificate of this world is older.
const FIRST_YEAR: u16 = 2010;

/// The second that an instant lies in.
///
/// # Errors
/// For an instant before 1970.
pub fn second(at: Timestamp) -> der::Result<DateTime> {
    let seconds = u64::try_from(at.as_second()).map_err(|_| der::ErrorKind::DateTime)?;
    DateTime::from_unix_duration(std::time::Duration::from_secs(seconds))
}

/// The last second before an instant.
///
/// # Errors
/// As [`second`].
pub fn last_second_before(at: Timestamp) -> der::Result<DateTime> {
    second(at - jiff::SignedDuration::from_nanos(1))
}

/// A second in the form that its year asks for.
///
/// # Errors
/// Never for a second after 1950.
pub fn time(at: DateTime) -> der::Result<Time> {
    if at.year() <= UtcTime::MAX_YEAR {
        return Ok(Time::UtcTime(UtcTime::from_date_time(at)?));
    }
    Ok(Time::GeneralTime(GeneralizedTime::from_date_time(at)))
}

/// The first second of the authorities.
///
/// # Errors
/// Never.
pub fn beginning() -> der::Result<Time> {
    time(DateTime::new(FIRST_YEAR, 1, 1, 0, 0, 0)?)
}
