//! The names of worlds and of their save points (D42). They stand in addresses and name folders, so that nothing but small
//! letters, digits and hyphens is in them.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Refusal;

/// The most characters of a name.
const LONGEST: usize = 30;

/// Why a text is no name of a world or of a save point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WorldNameError {
    /// Of a world.
    #[error("the name of a world has 1 to 30 characters: a to z, 0 to 9 and hyphens")]
    World,
    /// Of a save point.
    #[error("the name of a save point has 1 to 30 characters: a to z, 0 to 9 and hyphens")]
    Point,
}

impl Refusal for WorldNameError {
    fn code(&self) -> &'static str {
        match self {
            Self::World => "world-name-shape",
            Self::Point => "point-name-shape",
        }
    }
}

/// The name of a world. The world that lies directly in the data folder is called `first`; no other can be.
#[doc(alias = "verden")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WorldName(String);

impl WorldName {
    /// The word by which lists and calls name the first world.
    pub const FIRST: &str = "first";

    /// The word by which calls name the seed, from which a world begins. No world can be called so.
    pub const SEED: &str = "seed";

    /// The first world.
    pub fn first() -> Self {
        Self(Self::FIRST.to_owned())
    }

    /// Reads a name as it is written, but for spaces around it.
    ///
    /// # Errors
    /// [`WorldNameError::World`].
    pub fn parse(typed: &str) -> Result<Self, WorldNameError> {
        read(typed).map(Self).ok_or(WorldNameError::World)
    }

    /// Whether it is the first world.
    pub fn is_first(&self) -> bool {
        self.0 == Self::FIRST
    }

    /// Whether the name is one that no new world may get.
    pub fn is_kept(&self) -> bool {
        [Self::FIRST, Self::SEED].contains(&self.as_str())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The name of a save point of a world.
#[doc(alias = "gemmepunkt")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PointName(String);

impl PointName {
    /// Reads a name as it is written, but for spaces around it.
    ///
    /// # Errors
    /// [`WorldNameError::Point`].
    pub fn parse(typed: &str) -> Result<Self, WorldNameError> {
        read(typed).map(Self).ok_or(WorldNameError::Point)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a world is copied from: another one as it is now, or as it was at one of its save points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorldSource {
    /// The other world.
    pub world: WorldName,
    /// The save point; the world as it is now, where none is named.
    pub point: Option<PointName>,
}

impl WorldSource {
    /// Reads `klasse` or `klasse@start`.
    ///
    /// # Errors
    /// [`WorldNameError`], for the half that is no name.
    pub fn parse(typed: &str) -> Result<Self, WorldNameError> {
        let (world, point) = match typed.split_once('@') {
            Some((world, point)) => (world, Some(PointName::parse(point)?)),
            None => (typed, None),
        };
        Ok(Self { world: WorldName::parse(world)?, point })
    }
}

impl fmt::Display for WorldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Display for PointName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Display for WorldSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.point {
            Some(point) => write!(f, "{}@{point}", self.world),
            None => self.world.fmt(f),
        }
    }
}

impl std::str::FromStr for WorldName {
    type Err = WorldNameError;

    fn from_str(typed: &str) -> Result<Self, WorldNameError> {
        Self::parse(typed)
    }
}

impl std::str::FromStr for PointName {
    type Err = WorldNameError;

    fn from_str(typed: &str) -> Result<Self, WorldNameError> {
        Self::parse(typed)
    }
}

impl std::str::FromStr for WorldSource {
    type Err = WorldNameError;

    fn from_str(typed: &str) -> Result<Self, WorldNameError> {
        Self::parse(typed)
    }
}

impl TryFrom<String> for WorldName {
    type Error = WorldNameError;

    fn try_from(text: String) -> Result<Self, WorldNameError> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for PointName {
    type Error = WorldNameError;

    fn try_from(text: String) -> Result<Self, WorldNameError> {
        Self::parse(&text)
    }
}

impl From<WorldName> for String {
    fn from(name: WorldName) -> Self {
        name.0
    }
}

impl From<PointName> for String {
    fn from(name: PointName) -> Self {
        name.0
    }
}

fn read(typed: &str) -> Option<String> {
    let name = typed.trim_matches(' ');
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    ((1..=LONGEST).contains(&name.len()) && name.bytes().all(fits)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_in_an_address_and_names_a_folder_as_it_is() {
        let longest = "a".repeat(30);
        for name in ["klasse", "k", "9-b", "-", &longest] {
            assert_eq!(WorldName::parse(name).unwrap().as_str(), name);
            assert_eq!(PointName::parse(name).unwrap().as_str(), name);
        }
        assert_eq!(WorldName::parse(" klasse ").unwrap().to_string(), "klasse");
        let too_long = "a".repeat(31);
        for other in
            ["", " ", "Klasse", "æble", "a b", "a/b", "..", ".", "a.b", "a_b", "a\n", "a@b", &too_long]
        {
            assert_eq!(WorldName::parse(other), Err(WorldNameError::World), "{other:?}");
            assert_eq!(PointName::parse(other), Err(WorldNameError::Point), "{other:?}");
        }
        assert!(WorldName::first().is_first() && WorldName::parse("first").unwrap().is_first());
    }

    #[test]
    fn a_source_is_a_world_now_or_at_one_of_its_points() {
        let now = WorldSource::parse("klasse").unwrap();
        assert_eq!((now.to_string().as_str(), now.point), ("klasse", None));
        let then = WorldSource::parse("klasse@start").unwrap();
        assert_eq!((then.to_string().as_str(), then.world.as_str()), ("klasse@start", "klasse"));
        assert_eq!(WorldSource::parse("klasse@"), Err(WorldNameError::Point));
        assert_eq!(WorldSource::parse("@start"), Err(WorldNameError::World));
        assert_eq!(WorldSource::parse("a@b@c"), Err(WorldNameError::Point));
    }
}
