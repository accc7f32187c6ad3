//! A value typed into a form that is never shown again.

use std::fmt;

use rocket::form::{self, FromFormField, ValueField};
use serde::{Serialize, Serializer};
use zeroize::Zeroizing;

/// A password, key or temporary password as typed. It is wiped from memory when dropped, is hidden in
/// `Debug`, and is not there when its form is shown again: one that was typed is no value, one that was not is empty.
#[derive(Clone, Default)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// A secret of these characters.
    pub fn new(typed: impl Into<String>) -> Self {
        Self(Zeroizing::new(typed.into()))
    }

    /// The characters, for the one place that uses them.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_empty() { serializer.serialize_str("") } else { serializer.serialize_none() }
    }
}

impl<'v> FromFormField<'v> for Secret {
    fn from_value(field: ValueField<'v>) -> form::Result<'v, Self> {
        Ok(Self::new(field.value))
    }
}
