//! Somebody new in the world, made in a wished state for whoever tries something out (D34): what can be wished for, and
//! how long before now the story of that person begins.

use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan};
use thiserror::Error;

use crate::Refusal;
use crate::calendar;
use crate::nemid::Issuer;
use crate::nemid::reading::Status;
use crate::order::{self, Eligibility};
use crate::places::{BORGERSERVICE, FJORDBANKEN, FJORDBANKEN_ERHVERV};
use crate::post::{Journey, PostalReach};
use crate::words::PersonName;

/// The oldest that somebody can be made.
pub const OLDEST: i16 = 110;
/// Days by which somebody has had the last birthday at least, so that a story of some weeks fits the age.
const SINCE_BIRTHDAY: u16 = 40;
/// Days of a year from which the rest is drawn.
const IN_A_YEAR: u16 = 364;
/// The word for somebody without a NemID.
const WITHOUT: &str = "no_nemid";
/// Every state of a NemID.
const STATES: [Status; 6] = [
    Status::NotActivated,
    Status::Active,
    Status::Locked,
    Status::PasswordBlocked,
    Status::Blocked,
    Status::Closed,
];

/// The state in which somebody is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wished {
    /// In the register alone.
    NoNemId,
    /// With a NemID in this state.
    With(Status),
}

impl Wished {
    /// Every state in which somebody can be made.
    pub fn all() -> impl Iterator<Item = Self> {
        STATES.into_iter().map(Self::With).chain([Self::NoNemId])
    }

    /// The stable word in the JSON: that of the NemID's state.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoNemId => WITHOUT,
            Self::With(status) => status.code(),
        }
    }

    /// Reads a stable word.
    ///
    /// # Errors
    /// [`WishRefusal::State`] for any other.
    pub fn parse(code: &str) -> Result<Self, WishRefusal> {
        Self::all().find(|one| one.code() == code).ok_or(WishRefusal::State)
    }
}

/// Who is to be made.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The state.
    pub state: Wished,
    /// The name; one of the house's otherwise.
    pub name: Option<PersonName>,
    /// The age in whole years; one of a grown-up otherwise.
    pub age: Option<i16>,
    /// Who makes the NemID.
    pub issuer: Issuer,
}

/// Why somebody is not made as wished.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum WishRefusal {
    /// It is none of the states.
    #[error("no such state")]
    State,
    /// No whole number from 0 to [`OLDEST`].
    #[error("an age is a whole number from 0 to {OLDEST}")]
    Age,
    /// Too young for a public NemID (D16).
    #[error("too young for a public NemID")]
    TooYoung,
    /// It is none of the issuers.
    #[error("no such issuer")]
    Issuer,
}

impl WishRefusal {
    /// The field that it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Age | Self::TooYoung => "age",
            Self::Issuer => "issuer",
        }
    }
}

impl Refusal for WishRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::State => "wish-state",
            Self::Age => "wish-age",
            Self::TooYoung => "wish-too-young",
            Self::Issuer => "wish-issuer",
        }
    }
}

/// The stable words of the issuers that can be wished for.
pub const ISSUERS: [&str; 4] = ["public", "bank", "business", "employer"];

/// The issuer of a stable word, as a NemID's issuer is told; of banks and employers the first.
///
/// # Errors
/// [`WishRefusal::Issuer`] for any other.
pub fn issuer(code: &str) -> Result<Issuer, WishRefusal> {
    match code {
        "public" => Ok(Issuer::Public),
        "bank" => Ok(Issuer::Bank(FJORDBANKEN.word())),
        "business" => Ok(Issuer::Business(FJORDBANKEN_ERHVERV.word())),
        "employer" => Ok(Issuer::Employer(BORGERSERVICE.word())),
        _ => Err(WishRefusal::Issuer),
    }
}

/// An age in whole years.
///
/// # Errors
/// [`WishRefusal::Age`] outside 0 to [`OLDEST`].
pub fn age(years: i64) -> Result<i16, WishRefusal> {
    i16::try_from(years).ok().filter(|years| (0..=OLDEST).contains(years)).ok_or(WishRefusal::Age)
}

impl Wish {
    /// Whether somebody can be made like this.
    ///
    /// # Errors
    /// [`WishRefusal::TooYoung`] for a public NemID below the age for it (D16).
    pub fn may_be_made(&self) -> Result<(), WishRefusal> {
        let public = self.state != Wished::NoNemId && self.issuer == Issuer::Public;
        match self.age {
            Some(_) if public => {
                order::may_have(Eligibility { age: self.age, dead: false }).map_err(|_| WishRefusal::TooYoung)
            }
            _ => Ok(()),
        }
    }
}

/// The day of birth of somebody who is of an age today, and was weeks ago; `drawn` chooses among the days of that year.
pub fn born(today: Date, age: i16, drawn: u16) -> Date {
    let days = SINCE_BIRTHDAY + drawn % (IN_A_YEAR - SINCE_BIRTHDAY);
    let birthday = today.saturating_sub(i64::from(days).days());
    birthday.saturating_sub(Span::new().years(i64::from(age)))
}

/// The latest instant, whole days before another, at which a first NemID can have been ordered whose letters have all come by
/// then (D15).
pub fn ordered_before(by: Timestamp, reach: PostalReach) -> Timestamp {
    let days_before = |days: i8| {
        let local = by.to_zoned(calendar::denmark()).datetime();
        let day = local.date().saturating_sub(i64::from(days).days());
        calendar::at_danish_time(day, local.hour(), local.minute()).min(by)
    };
    let has_come = |at: &Timestamp| Journey::apart_from_card(*at, reach).arrives <= by;
    (1..i8::MAX).map(days_before).find(has_come).unwrap_or_else(|| days_before(i8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::CprNumber;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn wish(state: &str, age: Option<i16>, issuer_code: &str) -> Wish {
        let (state, issuer) = (Wished::parse(state).unwrap(), issuer(issuer_code).unwrap());
        Wish { state, name: None, age, issuer }
    }

    #[test]
    fn every_state_and_issuer_has_a_word_and_nothing_else_is_one() {
        for state in Wished::all() {
            assert_eq!(Wished::parse(state.code()), Ok(state));
        }
        assert_eq!(Wished::all().count(), 7);
        for code in ISSUERS {
            assert_eq!(issuer(code).unwrap().code(), code);
        }
        assert_eq!(Wished::parse("Active"), Err(WishRefusal::State));
        assert_eq!(issuer("fjordbanken"), Err(WishRefusal::Issuer));
    }

    #[test]
    fn an_age_is_a_whole_number_of_a_life() {
        assert_eq!((age(0), age(110)), (Ok(0), Ok(110)));
        for years in [-1, 111, i64::MAX] {
            assert_eq!(age(years), Err(WishRefusal::Age), "{years}");
        }
    }

    #[test]
    fn a_public_nemid_takes_fifteen_years_and_nothing_else_does() {
        assert_eq!(wish("active", Some(14), "public").may_be_made(), Err(WishRefusal::TooYoung));
        for fitting in [
            wish("active", Some(15), "public"),
            wish("active", None, "public"),
            wish("no_nemid", Some(3), "public"),
            wish("locked", Some(9), "bank"),
        ] {
            assert_eq!(fitting.may_be_made(), Ok(()), "{fitting:?}");
        }
    }

    #[test]
    fn what_is_wrong_belongs_to_a_field() {
        use WishRefusal::{Age, Issuer, State, TooYoung};
        assert_eq!([State, Age, TooYoung, Issuer].map(WishRefusal::field), ["state", "age", "age", "issuer"]);
    }

    proptest! {
        #[test]
        fn somebody_is_of_the_age_today_and_was_a_month_ago(
            day in 0_i64..13_000, years in 0_i16..=110, drawn: u16, sequence: u16,
        ) {
            let today = date(2019, 3, 4) + day.days();
            let cpr = CprNumber::synthetic(born(today, years, drawn), sequence);
            for when in [today, today - 36.days()] {
                prop_assert_eq!(cpr.age_on(when), Some(years));
            }
        }

        #[test]
        fn letters_have_come_and_no_day_too_early(days in 0_i32..4_000, minutes in 0_i32..1_440) {
            let now = calendar::at_danish_time(date(2019, 3, 4), 9, 0)
                + Span::new().hours(days * 24).minutes(minutes);
            for (reach, most) in [(PostalReach::Denmark, 16), (PostalReach::Abroad, 24)] {
                let ordered = ordered_before(now, reach);
                prop_assert!(Journey::apart_from_card(ordered, reach).arrives <= now);
                prop_assert!(now.duration_since(ordered).as_hours() <= most * 24);
                let later = calendar::days_after(ordered, 1);
                prop_assert!(later > now || Journey::apart_from_card(later, reach).arrives > now);
            }
        }
    }
}
