//! The filter of the Hændelseslog as it appears in an address: period, kind, and where the page before ended.

use jiff::civil::Date;
use rocket::FromForm;
use serde::Serialize;

use crate::web::dates;
use crate::web::forms::Faults;
use crate::web::texts::Text;
use rules::calendar;
use rules::log::Kind;
use rules::words::is_blank;
use service::cases::own::event_log::Wanted;

/// The filter as typed.
#[derive(Clone, Debug, Default, FromForm, Serialize)]
pub struct Filter {
    /// From this day on.
    pub fra: Option<String>,
    /// Until this day, which is included.
    pub til: Option<String>,
    /// Only of this kind.
    pub slags: Option<String>,
    /// Only what is older than this entry.
    #[serde(skip)]
    pub aeldre_end: Option<i64>,
    /// What was just done.
    #[serde(skip)]
    pub gjort: Option<String>,
}

/// The filter as understood.
#[derive(Clone, Copy, Debug, Default)]
pub struct Period {
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub kind: Option<Kind>,
}

impl Filter {
    /// Reads the filter.
    ///
    /// # Errors
    /// The fields that can't be understood.
    pub fn read(&self) -> Result<Period, Faults> {
        let mut faults = Faults::default();
        let from = faults.take("fra", day(self.fra.as_deref())).flatten();
        let until = faults.take("til", day(self.til.as_deref())).flatten();
        if from.zip(until).is_some_and(|(from, until)| from > until) {
            faults.add("til", Text::new("self-fault-period"));
        }
        let kind = match self.slags.as_deref() {
            None | Some("") => Ok(None),
            Some(code) => Kind::from_code(code).map(Some).ok_or_else(|| Text::new("self-fault-kind")),
        };
        let kind = faults.take("slags", kind).flatten();
        if faults.is_empty() { Ok(Period { from, until, kind }) } else { Err(faults) }
    }
}

impl Period {
    /// The query: at most `limit` entries, all older than one.
    pub fn wanted(&self, older_than: Option<i64>, limit: u32) -> Wanted {
        Wanted {
            kind: self.kind,
            from: self.from.map(|day| calendar::at_danish_time(day, 0, 0)),
            until: self.until.map(|day| calendar::at_danish_time(day.saturating_add(DAY), 0, 0)),
            older_than,
            limit,
        }
    }

    /// The filter as part of an address, beginning with `?`.
    pub fn query(&self) -> String {
        let parts = [
            self.from.map(|day| format!("fra={day}")),
            self.until.map(|day| format!("til={day}")),
            self.kind.map(|kind| format!("slags={}", kind.code())),
        ];
        format!("?{}", parts.into_iter().flatten().collect::<Vec<_>>().join("&"))
    }
}

const DAY: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);

/// A day that was typed; `None` if none was.
fn day(typed: Option<&str>) -> Result<Option<Date>, Text> {
    let typed = typed.filter(|typed| !is_blank(typed));
    typed.map(|typed| dates::read_day(typed).ok_or_else(|| Text::new("self-fault-day"))).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_day_may_be_typed_but_no_nonsense() {
        assert_eq!(day(Some("4.3.2019")), Ok(Some(jiff::civil::date(2019, 3, 4))));
        assert_eq!((day(None), day(Some(" "))), (Ok(None), Ok(None)));
        assert_eq!(day(Some("i går")), Err(Text::new("self-fault-day")));
    }

    #[test]
    fn a_period_ends_with_its_last_day_and_never_before_it_begins() {
        let asked = |from: &str, until: &str| Filter {
            fra: Some(from.into()),
            til: Some(until.into()),
            ..Filter::default()
        };
        let period = asked("2019-03-04", "2019-03-04").read().unwrap();
        let wanted = period.wanted(None, 25);
        assert_eq!(wanted.from.unwrap().to_string(), "2019-03-03T23:00:00Z");
        assert_eq!(wanted.until.unwrap().to_string(), "2019-03-04T23:00:00Z");
        assert_eq!(period.query(), "?fra=2019-03-04&til=2019-03-04");
        assert!(asked("2019-03-05", "2019-03-04").read().is_err());
    }
}
