//! A world that is handed to somebody: a link that is used once and becomes a cookie, which opens that world's control room
//! (D43). It lies outside the simulated service, so that no source speaks of it.

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::words::WorldName;

/// The most worlds that are made for a class in one go.
pub const LARGEST_CLASS: usize = 60;

/// The most characters of a class's name: a hyphen and a number follow.
const LONGEST_CLASS: usize = 27;

/// The most characters of what a trainer calls the one a world is for.
const LONGEST: usize = 60;

/// Whom a world is for, as the trainer wrote it: a name, a table, a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder(String);

impl Holder {
    /// Reads up to 60 characters; blanks around them are left out.
    ///
    /// # Errors
    /// [`ClassRefusal::Holder`] when it is longer, has a control character, or nothing is left.
    pub fn parse(typed: &str) -> Result<Self, ClassRefusal> {
        let name = typed.trim();
        let is_one = (1..=LONGEST).contains(&name.chars().count()) && !name.chars().any(char::is_control);
        if is_one { Ok(Self(name.to_owned())) } else { Err(ClassRefusal::Holder) }
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who has a world, or is to have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Whom it is for, if the trainer said so.
    pub holder: Option<String>,
    /// When the link was made, by the real clock.
    pub made: Timestamp,
    /// When it was used, by the real clock.
    pub used: Option<Timestamp>,
}

/// Why a link opens nothing.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum InvitationRefusal {
    /// It is none of this world, or a newer one has taken its place.
    #[error("no such invitation")]
    Unknown,
    /// Somebody has used it.
    #[error("the invitation has been used")]
    Used,
}

/// Why worlds are not made for somebody.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ClassRefusal {
    /// Whom one is for is empty or too long.
    #[error("a holder has 1 to 60 characters")]
    Holder,
    /// The class is empty or too large.
    #[error("a class has 1 to 60 worlds")]
    Size,
    /// Behind its name there is no room for a hyphen and a number.
    #[error("the name of a class has at most 27 characters")]
    Name,
}

impl Refusal for InvitationRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "invitation-unknown",
            Self::Used => "invitation-used",
        }
    }
}

impl Refusal for ClassRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Holder => "holder-shape",
            Self::Size => "class-size",
            Self::Name => "class-name",
        }
    }
}

/// The names of the worlds of a class, one after the other: `hold-1`, `hold-2`.
///
/// # Errors
/// [`ClassRefusal::Size`] unless there are 1 to 60, [`ClassRefusal::Name`] when the name has more than 27 characters.
pub fn class_names(class: &WorldName, count: usize) -> Result<Vec<WorldName>, ClassRefusal> {
    if !(1..=LARGEST_CLASS).contains(&count) {
        return Err(ClassRefusal::Size);
    }
    if class.as_str().len() > LONGEST_CLASS {
        return Err(ClassRefusal::Name);
    }
    let named = |nth| WorldName::parse(&format!("{class}-{nth}")).map_err(|_| ClassRefusal::Name);
    (1..=count).map(named).collect()
}

/// Whether a link may be used: once.
///
/// # Errors
/// [`InvitationRefusal::Unknown`] or [`InvitationRefusal::Used`].
pub fn may_be_used(invitation: Option<&Invitation>) -> Result<(), InvitationRefusal> {
    match invitation {
        None => Err(InvitationRefusal::Unknown),
        Some(Invitation { used: Some(_), .. }) => Err(InvitationRefusal::Used),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_used_once() {
        let made = Invitation { holder: None, made: Timestamp::UNIX_EPOCH, used: None };
        assert_eq!(may_be_used(Some(&made)), Ok(()));
        let used = Invitation { used: Some(Timestamp::UNIX_EPOCH), ..made };
        assert_eq!(may_be_used(Some(&used)), Err(InvitationRefusal::Used));
        assert_eq!(may_be_used(None), Err(InvitationRefusal::Unknown));
    }

    #[test]
    fn the_worlds_of_a_class_are_numbered() {
        let class = |name: &str| WorldName::parse(name).unwrap();
        let names = class_names(&class("hold"), 3).unwrap();
        assert_eq!(names, ["hold-1", "hold-2", "hold-3"].map(class));
        for count in [0, LARGEST_CLASS + 1] {
            assert_eq!(class_names(&class("hold"), count), Err(ClassRefusal::Size));
        }
        assert_eq!(class_names(&class(&"h".repeat(27)), LARGEST_CLASS).unwrap().len(), LARGEST_CLASS);
        assert_eq!(class_names(&class(&"h".repeat(28)), 1), Err(ClassRefusal::Name));
    }

    #[test]
    fn a_holder_is_a_line_of_at_most_60_characters() {
        assert_eq!(Holder::parse("  Bord 3, Åse og Bo ").unwrap().as_str(), "Bord 3, Åse og Bo");
        assert!(Holder::parse(&"å".repeat(60)).is_ok());
        for wrong in [String::new(), "  ".into(), "a\nb".into(), "å".repeat(61)] {
            assert_eq!(Holder::parse(&wrong), Err(ClassRefusal::Holder), "{wrong:?}");
        }
    }
}
