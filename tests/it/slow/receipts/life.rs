//! A world with a few persons, the promises that were made to them, and its clock, which comes to each in its order.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rules::nemid::NemId;

use super::promises::Promise;
use crate::people::Person;
use crate::site::Site;

/// How often each kind of promise was kept.
#[derive(Debug, Default)]
pub struct Tally {
    /// Offers that were followed to their receipt.
    pub offers: usize,
    /// Letters that came on the day that was told.
    pub letters: usize,
    /// Temporary passwords that worked to the moment that was told, and no longer.
    pub temporaries: usize,
    /// Locks that ended at the moment that was told.
    pub locks: usize,
    /// Persons who activated or re-opened as they were told.
    pub starts: usize,
    /// Cards that were taken into use as it was told.
    pub cards: usize,
}

impl Tally {
    fn counts(&self) -> [(&'static str, usize); 6] {
        [
            ("offers", self.offers),
            ("letters", self.letters),
            ("temporaries", self.temporaries),
            ("locks", self.locks),
            ("starts", self.starts),
            ("cards", self.cards),
        ]
    }

    pub fn add(&mut self, other: &Self) {
        self.offers += other.offers;
        self.letters += other.letters;
        self.temporaries += other.temporaries;
        self.locks += other.locks;
        self.starts += other.starts;
        self.cards += other.cards;
    }

    /// The kinds that never came up.
    pub fn missed(&self) -> Vec<&'static str> {
        self.counts().into_iter().filter(|(_, count)| *count == 0).map(|(name, _)| name).collect()
    }
}

/// A world in which errands happen.
pub struct Life<'s> {
    pub site: &'s Site,
    pub tally: Tally,
    persons: &'s [&'s str],
    /// The passwords that were chosen since the world began, by NemID number.
    chosen: BTreeMap<String, String>,
    promised: Vec<Promise>,
}

impl<'s> Life<'s> {
    pub fn begins(site: &'s Site, persons: &'s [&'s str]) -> Self {
        Self { site, persons, tally: Tally::default(), chosen: BTreeMap::new(), promised: Vec::new() }
    }

    /// One of its persons, at a browser that has never been here.
    pub fn person(&self, nth: usize) -> Person<'s> {
        self.site.named(self.persons[nth % self.persons.len()])
    }

    /// A NemID of a person, as it stands.
    pub fn nemid(&self, name: &str, number: &str) -> NemId {
        let theirs = self.site.nemids_of(name);
        theirs.into_iter().find(|one| one.number.as_str() == number).unwrap_or_else(|| panic!("no {number}"))
    }

    /// The password of a NemID that its holder remembers.
    pub fn remembered(&self, person: &Person<'_>, number: &str) -> Option<String> {
        let listed = person.as_listed();
        let mut theirs = listed["nemids"].as_array().unwrap().iter();
        let seeded = theirs.find(|one| one["number"] == number).and_then(|one| one["password"].as_str());
        self.chosen.get(number).cloned().or_else(|| seeded.map(str::to_owned))
    }

    /// The person with user ID and password of one of their NemIDs; none when the password is not remembered.
    pub fn holder(&self, name: &str, number: &str) -> Option<Person<'s>> {
        let mut person = self.site.named(name);
        (person.user_id, person.password) = (number.to_owned(), self.remembered(&person, number)?);
        Some(person)
    }

    /// The next password that nobody has chosen yet.
    pub fn new_password(&self) -> String {
        format!("fyrtaarn {}x", self.chosen.len() + 10)
    }

    /// Notes the password that was chosen for a NemID.
    pub fn settles_on(&mut self, number: &str, password: &str) {
        self.chosen.insert(number.to_owned(), password.to_owned());
    }

    /// Notes what was promised.
    pub fn is_promised(&mut self, promises: Vec<Promise>) {
        self.promised.extend(promises);
    }

    fn goes_to(&self, at: Timestamp) {
        if at > self.site.now() {
            self.site.change_world("clock", &format!("{{\"to\": \"{at}\"}}"));
        }
    }

    /// Lets seconds pass, and looks at each promise when its moment comes.
    pub fn passes(&mut self, seconds: i64) {
        let until = self.site.now() + SignedDuration::from_secs(seconds);
        while let Some(next) = self.next(until) {
            next.is_kept(self);
        }
        self.goes_to(until);
    }

    /// Lives on until the last promise is kept.
    pub fn ends(&mut self) {
        while let Some(next) = self.next(Timestamp::MAX) {
            next.is_kept(self);
        }
    }

    /// The first promise that falls due up to then; the clock stands right before its moment.
    fn next(&mut self, until: Timestamp) -> Option<Promise> {
        let due = |one: &Promise| one.at;
        let nth = (0..self.promised.len()).min_by_key(|nth| due(&self.promised[*nth]))?;
        if due(&self.promised[nth]) > until {
            return None;
        }
        let promise = self.promised.swap_remove(nth);
        self.goes_to(promise.at);
        assert_eq!(self.site.now(), promise.at, "too late for {promise:?}");
        Some(promise)
    }
}
