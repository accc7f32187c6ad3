//! The filter of the Hændelseslog as it appears in an address: period, kind, and where the page before ended.

use jiff::civil::Date;
use rocket::FromForm;
use serde::Serialize;

use crate::web::forms::{Faults, TypedDay};
use crate::web::texts::Text;
use rules::calendar;
use rules::log::Kind;
use service::cases::own::event_log::Wanted;

/// The filter as typed.
#[derive(Clone, Debug, Default, FromForm, Serialize)]
pub struct Filter {
    /// From this day on.
    pub fra: TypedDay,
    /// Until this day, which is included.
    pub til: TypedDay,
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
        let from = faults.take_day("fra", &self.fra).flatten();
        let until = faults.take_day("til", &self.til).flatten();
        if from.zip(until).is_some_and(|(from, until)| from > until) {
            faults.add_at("til", "til.dag", Text::new("self-fault-period"));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_with_its_last_day_and_never_before_it_begins() {
        let asked = |from: &str, until: &str| Filter {
            fra: TypedDay::of(from.parse().unwrap()),
            til: TypedDay::of(until.parse().unwrap()),
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
