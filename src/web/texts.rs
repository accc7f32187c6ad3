//! The texts of the pages: Fluent texts in Danish and English, embedded in the program.
//!
//! Each text has a key; `templates/texts/da/*.ftl` and `templates/texts/en/*.ftl` hold the same keys.
//! Templates use `t(key="front-title")`; Rust code builds a [`Text`], which the page puts into the visitor's
//! language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::FluentValue;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::web::language::Language;
use crate::web::{dates, fluent};

/// Something to say in either language: a key and what fills its places.
///
/// ```
/// use selvbetjening::web::language::Language;
/// use selvbetjening::web::texts::Text;
///
/// let text = Text::new("card-keys-left").with("count", 3_u32);
/// assert_eq!(text.say(Language::En), "3 codes left");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    key: Cow<'static, str>,
    #[serde(default)]
    args: BTreeMap<Cow<'static, str>, Arg>,
}

/// A value for a place in a text. A day or a moment is written as in the language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// A count; the text may choose its form by it.
    Number(i64),
    /// Words, shown as they are.
    Words(String),
    Day(Date),
    /// A day of the next weeks, with its weekday and no year.
    ComingDay(Date),
    /// A moment, shown in Danish time.
    Moment(Timestamp),
}

/// A text that does not exist or can't be put together: a mistake of ours.
#[derive(Debug, thiserror::Error)]
#[error("text {key:?} in {language:?}: {why}")]
pub struct NoText {
    key: String,
    language: Language,
    why: String,
}

impl Text {
    /// The text of this key, with no places to fill.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), args: BTreeMap::new() }
    }

    /// The same with one more place filled.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, arg: impl Into<Arg>) -> Self {
        self.args.insert(name.into(), arg.into());
        self
    }

    /// The same with this place filled, unless it is already.
    #[must_use]
    pub fn or_with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.entry(name.into()).or_insert_with(|| arg.into());
        self
    }

    pub fn key(&self) -> &str {
        &self.key
    }

    /// What to say instead of this fault where nothing was typed: `empty-…`, where there is such a text.
    pub fn when_nothing_was_typed(&self) -> Option<Self> {
        let fault = self.key.strip_prefix("refusal-").unwrap_or(&self.key);
        let text = Self::new(format!("empty-{fault}"));
        text.try_say(Language::Da).is_ok().then_some(text)
    }

    /// The text in this language; the bare key if there is none, which a test rules out.
    pub fn say(&self, language: Language) -> String {
        self.try_say(language).unwrap_or_else(|_| self.key.to_string())
    }

    /// The text in this language.
    ///
    /// # Errors
    /// [`NoText`] when there is no such text, or a place in it is left empty.
    pub fn try_say(&self, language: Language) -> Result<String, NoText> {
        let args = self.args.iter().map(|(name, arg)| (name.as_ref(), arg.value(language))).collect();
        fluent::say(language, &self.key, args).map_err(|why| NoText {
            key: self.key.to_string(),
            language,
            why,
        })
    }
}

impl Arg {
    fn value(&self, language: Language) -> FluentValue<'_> {
        match self {
            Self::Number(number) => FluentValue::from(*number),
            Self::Words(words) => FluentValue::from(words.as_str()),
            Self::ComingDay(date) => FluentValue::from(dates::coming_day(language, *date)),
            Self::Day(date) => FluentValue::from(dates::day(language, *date)),
            Self::Moment(at) => FluentValue::from(dates::moment(language, *at)),
        }
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Day(date)
    }
}

impl From<Timestamp> for Arg {
    fn from(at: Timestamp) -> Self {
        Self::Moment(at)
    }
}
