//! The names of a person: which of them a caller may say (Rules 3.5.2, D25), and how letters bear the name.

use jiff::{Timestamp, ToSpan};

use crate::calendar;
use crate::words::PersonName;

/// The most characters of the name that a letter bears, as in CPR.
const ADDRESSING: usize = 34;

/// A name that a person bore until an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerName {
    /// The name.
    pub name: PersonName,
    /// When the register got the next one.
    pub until: Timestamp,
}

/// Whether a caller says a name of this person: the present one, or one that the person bore within the last year (D25).
pub fn is_told(told: &PersonName, present: &PersonName, former: &[FormerName], now: Timestamp) -> bool {
    let a_year_ago = calendar::danish_date(now).saturating_sub(1.year());
    let mut lately = former.iter().filter(|former| calendar::danish_date(former.until) >= a_year_ago);
    present.same_as(told) || lately.any(|former| former.name.same_as(told))
}

/// The name as letters bear it, at most 34 characters (D25). A longer name is shortened from behind: first the names
/// between first and last name become initials, then they are left out, then the first name becomes an initial. What is
/// too long even so is cut.
#[doc(alias = "adresseringsnavn")]
pub fn addressing(name: &PersonName) -> String {
    let fits =
        |parts: &[String]| parts.iter().map(|part| part.chars().count() + 1).sum::<usize>() <= ADDRESSING + 1;
    let mut parts: Vec<String> = name.as_str().split(' ').map(str::to_owned).collect();
    for at in (1..parts.len().saturating_sub(1)).rev() {
        if fits(&parts) {
            break;
        }
        parts[at] = initial(&parts[at]);
    }
    while parts.len() > 2 && !fits(&parts) {
        parts.remove(parts.len() - 2);
    }
    if parts.len() > 1 && !fits(&parts) {
        parts[0] = initial(&parts[0]);
    }
    // A name of punctuation alone has no initial.
    parts.retain(|part| !part.is_empty());
    parts.join(" ").chars().take(ADDRESSING).collect::<String>().trim_end().to_owned()
}

fn initial(part: &str) -> String {
    part.chars().find(|character| character.is_alphabetic()).map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;
    use proptest::prelude::*;

    fn name(text: &str) -> PersonName {
        PersonName::parse(text).unwrap()
    }

    fn letters_bear(text: &str) -> String {
        addressing(&name(text))
    }

    #[test]
    fn a_former_name_is_known_for_a_year() {
        let until: Timestamp = "2019-03-04T12:00:00Z".parse().unwrap();
        let former = [FormerName { name: name("Rosa Toft"), until }];
        let told = |told: &str, days: i64| {
            let now = until + SignedDuration::from_hours(24 * days);
            is_told(&name(told), &name("Rosa Holm"), &former, now)
        };
        assert!(told("Rosa Holm", 0) && told("rosa holm", 5_000));
        assert!(told("Rosa Toft", 0) && told("rosa toft", 366), "until 4 March 2020");
        assert!(!told("Rosa Toft", 367) && !told("Rosa Krag", 0));
    }

    #[test]
    fn a_short_name_stays_as_it_is() {
        for short in ["X", "Rosa Holm", "Anna Marie Kirstine Vestergaard Bo"] {
            assert_eq!(letters_bear(short), short);
        }
    }

    #[test]
    fn a_long_name_is_shortened_from_behind_until_it_fits() {
        for (whole, short) in [
            ("Anna Marie Kirstine Vestergaard Holm", "Anna Marie Kirstine V Holm"),
            ("Anna Marie Kirstine Elisabeth Charlotte Vestergaard", "Anna Marie K E C Vestergaard"),
            ("Wilhelmina Alexandra Konstantinopolitanska", "Wilhelmina A Konstantinopolitanska"),
            ("Wilhelmina Ea Margrethe Konstantinopolitanska", "Wilhelmina E Konstantinopolitanska"),
            ("Wilhelmina-Alexandra Konstantinopolitanska", "W Konstantinopolitanska"),
        ] {
            assert_eq!(letters_bear(whole), short);
        }
        assert_eq!(letters_bear(&"W".repeat(100)), "W".repeat(34));
        assert_eq!(letters_bear(&format!("Bo {}", "W".repeat(90))), format!("B {}", "W".repeat(32)));
    }

    proptest! {
        #[test]
        fn whatever_the_name_it_fits_and_is_one(text in "[A-Zæøå'.-]{1,20}( [A-Zæøå'.-]{1,20}){0,5}") {
            if let Ok(whole) = PersonName::parse(&text) {
                let short = addressing(&whole);
                prop_assert!(short.chars().count() <= 34 && !short.is_empty() && !short.ends_with(' '));
                prop_assert!(whole.as_str().chars().count() > 34 || short == whole.as_str());
            }
        }
    }
}
