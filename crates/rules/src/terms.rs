//! The versions of the rules for NemID. A version is announced three months ahead, or is in force at once when security
//! requires it, and is accepted by every user (Rules 3.10).

mod text;

use std::cmp::Ordering;

use jiff::Timestamp;
use thiserror::Error;

use crate::actor::{Actor, Stamp};
use crate::nemid::{Event, NemId};
pub use crate::terms::text::{LONGEST_TEXT, SECTIONS, SectionText, SectionTexts};
use crate::{Refusal, calendar};

/// Months from being published to being in force (Rules 3.10).
const AHEAD: u16 = 3;
/// The most characters of a change's summary, in each language.
pub const LONGEST_SUMMARY: usize = 1_000;

/// What a version changed, in a few sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The Danish text.
    pub danish: String,
    /// The English text.
    pub english: String,
}

/// One version of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, which a NemID keeps when it is accepted.
    pub number: u32,
    /// The first instant at which it can be read.
    pub published: Timestamp,
    /// Whether security requires it, so that it is in force as soon as it is published.
    pub for_security: bool,
    /// What it changed.
    pub changed: Summary,
    /// The sections to which it gave another text.
    pub sections: Vec<SectionText>,
}

impl Version {
    /// The first instant at which it is in force: the same Danish time of day three months later, on the last day of a
    /// month that is too short (D26); or at once.
    pub fn in_force_from(&self) -> Timestamp {
        if self.for_security { self.published } else { calendar::months_after(self.published, AHEAD) }
    }
}

/// The state of a version among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// It came into force last.
    InForce,
    /// It can be read, and comes into force later.
    Announced,
    /// It is a change for security that goes on as part of an older version, which came into force after it.
    Within {
        /// The number of that version.
        current: u32,
    },
    /// Another version has replaced it.
    Past,
}

/// Why a version is not published or accepted.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum TermsRefusal {
    /// The actor is not the operator, who alone publishes.
    #[error("not for this actor")]
    NotForThisActor,
    /// The summary is missing in one language or both.
    #[error("no summary of what changes")]
    NoSummary,
    /// The summary has more than [`LONGEST_SUMMARY`] characters in one language.
    #[error("summary too long")]
    SummaryTooLong,
    /// The section is none that has a text.
    #[error("no such section")]
    NoSuchSection,
    /// The text of the section is missing in one language or both.
    #[error("no text of the section")]
    NoText,
    /// The text of the section has more than [`LONGEST_TEXT`] characters in one language.
    #[error("text too long")]
    TextTooLong,
    /// The version is not the one in force.
    #[error("not in force")]
    NotInForce,
}

impl Refusal for TermsRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotForThisActor => "not-for-this-actor",
            Self::NoSummary => "rules-no-summary",
            Self::SummaryTooLong => "rules-summary-too-long",
            Self::NoSuchSection => "rules-no-such-section",
            Self::NoText => "rules-no-text",
            Self::TextTooLong => "rules-text-too-long",
            Self::NotInForce => "rules-not-in-force",
        }
    }
}

impl Summary {
    /// Reads a summary in both languages.
    ///
    /// # Errors
    /// When one text is missing or longer than [`LONGEST_SUMMARY`].
    pub fn parse(danish: &str, english: &str) -> Result<Self, TermsRefusal> {
        let (danish, english) = (danish.trim(), english.trim());
        if danish.is_empty() || english.is_empty() {
            return Err(TermsRefusal::NoSummary);
        }
        if danish.chars().count().max(english.chars().count()) > LONGEST_SUMMARY {
            return Err(TermsRefusal::SummaryTooLong);
        }
        Ok(Self { danish: danish.to_owned(), english: english.to_owned() })
    }
}

/// All versions, of which there is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    first: Version,
    later: Vec<Version>,
}

impl Terms {
    /// The versions in the order of their numbers; `None` when there is none.
    pub fn new(versions: Vec<Version>) -> Option<Self> {
        let mut versions = versions.into_iter();
        let first = versions.next()?;
        Some(Self { first, later: versions.collect() })
    }

    /// All of them, the oldest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Version> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// The versions that came into force by an instant, in that order. Each changes what was in force before it, also
    /// one that was announced before a change for security and comes into force after it.
    fn begun(&self, now: Timestamp) -> Vec<&Version> {
        let mut begun: Vec<_> = self.all().filter(|version| version.in_force_from() <= now).collect();
        begun.sort_by_key(|version| (version.in_force_from(), version.number));
        begun
    }

    /// The version in force at an instant: the one that came into force last; before any did, the first.
    pub fn in_force(&self, now: Timestamp) -> &Version {
        self.begun(now).pop().unwrap_or(&self.first)
    }

    /// The state of a version at an instant.
    pub fn state(&self, version: &Version, now: Timestamp) -> VersionState {
        let current = self.in_force(now);
        match version.number.cmp(&current.number) {
            Ordering::Equal => VersionState::InForce,
            _ if version.in_force_from() > now => VersionState::Announced,
            Ordering::Greater => VersionState::Within { current: current.number },
            Ordering::Less => VersionState::Past,
        }
    }

    /// The versions that can be read already and come into force later, the soonest first.
    pub fn announced(&self, now: Timestamp) -> Vec<&Version> {
        let mut coming: Vec<_> =
            self.all().filter(|one| one.published <= now && now < one.in_force_from()).collect();
        coming.sort_by_key(|version| version.in_force_from());
        coming
    }

    /// The versions that came into force after the one that the holder of an activated NemID accepted last, ending with
    /// the one in force. If none was accepted, only the one in force.
    pub fn to_be_accepted(&self, nemid: &NemId, now: Timestamp) -> Vec<&Version> {
        let current = self.in_force(now);
        let accepted = nemid.rules_accepted.map(|accepted| accepted.version);
        if !nemid.is_activated() || accepted == Some(current.number) {
            return Vec::new();
        }
        let mut begun = self.begun(now);
        match accepted.map(|number| begun.iter().position(|version| version.number == number)) {
            Some(Some(last)) => begun.split_off(last + 1),
            Some(None) => begun,
            None => vec![current],
        }
    }

    /// Publishes another version: in force three months later, or at once for security (Rules 3.10).
    ///
    /// # Errors
    /// [`TermsRefusal::NotForThisActor`] unless the actor is the operator.
    pub fn publish(
        &self,
        changed: Summary,
        for_security: bool,
        stamp: &Stamp,
    ) -> Result<Version, TermsRefusal> {
        if !matches!(stamp.actor, Actor::Operator { .. }) {
            return Err(TermsRefusal::NotForThisActor);
        }
        let number = self.all().map(|version| version.number).max().unwrap_or_default() + 1;
        Ok(Version { number, published: stamp.at, for_security, changed, sections: Vec::new() })
    }

    /// Accepts the version in force, for a holder. No event follows if it was accepted before.
    ///
    /// # Errors
    /// [`TermsRefusal::NotInForce`] when another version is in force by now.
    pub fn accept(&self, nemid: &NemId, version: u32, stamp: &Stamp) -> Result<Vec<Event>, TermsRefusal> {
        if self.in_force(stamp.at).number != version {
            return Err(TermsRefusal::NotInForce);
        }
        let due = self.to_be_accepted(nemid, stamp.at).pop();
        Ok(due.map(|version| Event::RulesAccepted { version: version.number }).into_iter().collect())
    }
}

#[cfg(test)]
mod tests;
