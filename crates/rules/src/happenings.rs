//! What time brings about while the clock is moved, told before and after (D34): letters that come, and what falls due.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::calendar;
use crate::nemid::Event;
use crate::nemid::block::CarrierBlockReason;

/// A move from which on it is a big one, in months: it is asked about first.
const BIG: u16 = 1;

/// One kind of thing that time brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// A letter comes (D15).
    LetterCame,
    /// A temporary password runs out (Guide 3.1.2).
    TemporaryPasswordRanOut,
    /// The holder is told that a certificate expires (Rules 4.4).
    CertificateExpiryNoticed,
    /// A certificate expires (Rules 4.4).
    CertificateExpired,
    /// A certificate is blocked, since it was not renewed in time (Rules 4.2).
    CertificateBlocked,
    /// A superfluous NemID is closed (D19).
    #[serde(rename = "nemid_closed")]
    NemIdClosed,
    /// A new CPR number comes over from the register (D28).
    CprNumberCame,
    /// The battery of a token ends (D36).
    TokenWornOut,
    /// An app lapses, since no PIN was chosen in a day (D37).
    AppLapsed,
}

impl Happening {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::LetterCame,
        Self::TemporaryPasswordRanOut,
        Self::CertificateExpiryNoticed,
        Self::CertificateExpired,
        Self::CertificateBlocked,
        Self::NemIdClosed,
        Self::CprNumberCame,
        Self::TokenWornOut,
        Self::AppLapsed,
    ];

    /// The kind of what an event tells; `None` for what follows from another event of the same instant.
    pub fn of(event: &Event) -> Option<Self> {
        let kinds = [
            (matches!(event, Event::TemporaryPasswordDied { .. }), Self::TemporaryPasswordRanOut),
            (matches!(event, Event::CertificateExpiryNoticed { .. }), Self::CertificateExpiryNoticed),
            (matches!(event, Event::CertificateExpired { .. }), Self::CertificateExpired),
            (matches!(event, Event::CertificateBlocked { .. }), Self::CertificateBlocked),
            (matches!(event, Event::NemIdClosed { .. }), Self::NemIdClosed),
            (matches!(event, Event::TokenWornOut { .. }), Self::TokenWornOut),
            (
                matches!(event, Event::CarrierBlocked { reason: CarrierBlockReason::NeverBegun, .. }),
                Self::AppLapsed,
            ),
        ];
        kinds.into_iter().find(|(is_it, _)| *is_it).map(|(_, kind)| kind)
    }
}

/// So many things of one kind at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: Happening,
    /// How many.
    pub count: u32,
}

/// So many things of one kind on one Danish day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OnDay {
    /// The day.
    pub day: Date,
    /// What.
    pub what: Happening,
    /// How many.
    pub count: u32,
}

/// All that happens on a stretch of time, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Happenings(Vec<Happened>);

impl Happenings {
    /// Notes one more.
    pub fn note(&mut self, at: Timestamp, what: Happening) {
        self.add(Happened { at, what, count: 1 });
    }

    fn add(&mut self, more: Happened) {
        match self.0.binary_search_by_key(&(more.at, more.what), |one| (one.at, one.what)) {
            Ok(nth) => self.0[nth].count += more.count,
            Err(nth) => self.0.insert(nth, more),
        }
    }

    /// Adds what happened on another stretch.
    pub fn extend(&mut self, other: &Self) {
        other.0.iter().for_each(|more| self.add(*more));
    }

    /// What of it happens by an instant.
    #[must_use]
    pub fn by(&self, at: Timestamp) -> Self {
        Self(self.0.iter().filter(|one| one.at <= at).copied().collect())
    }

    /// How many of each kind there are; none of those of which there is none.
    pub fn counts(&self) -> Vec<(Happening, u32)> {
        let count = |what| self.0.iter().filter(|one| one.what == what).map(|one| one.count).sum();
        Happening::ALL.into_iter().map(|what| (what, count(what))).filter(|(_, count)| *count > 0).collect()
    }

    /// The same for each day.
    pub fn by_day(&self) -> Vec<OnDay> {
        let mut days: Vec<OnDay> = Vec::new();
        for one in &self.0 {
            let day = calendar::danish_date(one.at);
            match days.iter_mut().rev().find(|on| on.day == day && on.what == one.what) {
                Some(on) => on.count += one.count,
                None => days.push(OnDay { day, what: one.what, count: one.count }),
            }
        }
        days.sort_by_key(|on| (on.day, on.what));
        days
    }

    /// Whether nothing happens.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A move of the clock that was made, or as much of it as was made before it was cut off.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The simulated instant before it.
    pub from: Timestamp,
    /// The simulated instant after it.
    pub now: Timestamp,
    /// What happened on the way.
    pub happened: Happenings,
}

/// Whether a move of the clock is so big that it is asked about first: a month or more (D34).
pub fn is_big_move(from: Timestamp, to: Timestamp) -> bool {
    to >= calendar::months_after(from, BIG)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::example::Life;
    use crate::nightly;
    use jiff::civil::date;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn what_happens_is_told_by_day_and_in_sum() {
        let mut told = Happenings::default();
        assert!(told.is_empty());
        told.note(at("2019-03-05T09:00:00Z"), Happening::CertificateExpired);
        told.note(at("2019-03-04T23:30:00Z"), Happening::LetterCame);
        told.note(at("2019-03-05T09:00:00Z"), Happening::LetterCame);
        let mut other = Happenings::default();
        other.note(at("2019-03-07T09:00:00Z"), Happening::LetterCame);
        other.note(at("2019-03-05T09:00:00Z"), Happening::LetterCame);
        told.extend(&other);
        assert_eq!(told.counts(), [(Happening::LetterCame, 4), (Happening::CertificateExpired, 1)]);
        let days: Vec<_> = told.by_day().iter().map(|on| (on.day, on.what, on.count)).collect();
        let (fifth, seventh) = (date(2019, 3, 5), date(2019, 3, 7));
        assert_eq!(
            days,
            [
                (fifth, Happening::LetterCame, 3),
                (fifth, Happening::CertificateExpired, 1),
                (seventh, Happening::LetterCame, 1),
            ]
        );
        assert_eq!(told.by(at("2019-03-04T23:30:00Z")).counts(), [(Happening::LetterCame, 1)]);
    }

    #[test]
    fn a_month_is_a_big_move_however_long_it_is() {
        let from = at("2019-01-31T08:00:00Z");
        assert!(is_big_move(from, at("2019-02-28T08:00:00Z")));
        assert!(!is_big_move(from, at("2019-02-28T07:59:59Z")));
        assert!(!is_big_move(at("2019-03-04T08:00:00Z"), at("2019-04-03T07:00:00Z")));
    }

    #[test]
    fn whatever_time_brings_about_is_told() {
        for (mut life, days) in [(Life::begun(), 40), (Life::in_use(), 5 * 366)] {
            for _ in 0..days {
                let events = nightly::decide(&life.nemid, &life.stamp(Actor::Clock));
                assert_eq!(events.is_empty(), events.iter().find_map(Happening::of).is_none());
                life.apply(&events, Actor::Clock);
                life.passes(jiff::SignedDuration::from_hours(24));
            }
        }
    }
}
