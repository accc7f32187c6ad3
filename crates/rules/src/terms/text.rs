//! The text of the rules, section by section: which sections there are, and which text a version gave one of them
//! (Rules 3.10).

use crate::terms::{Summary, Terms, TermsRefusal, Version};

/// The most characters of a section's text, in each language.
pub const LONGEST_TEXT: usize = 6_000;

/// The sections in their order, and whether each has a text besides its heading.
pub const SECTIONS: [(&str, bool); 26] = [
    ("1", true),
    ("2", true),
    ("3", false),
    ("3-1", true),
    ("3-2", true),
    ("3-3", true),
    ("3-4", true),
    ("3-5", false),
    ("3-5-1", true),
    ("3-5-2", true),
    ("3-5-3", true),
    ("3-5-4", true),
    ("3-6", true),
    ("3-7", true),
    ("3-8", true),
    ("3-9", true),
    ("3-10", true),
    ("4", true),
    ("4-1", true),
    ("4-2", true),
    ("4-3", true),
    ("4-4", true),
    ("4-5", true),
    ("4-6", true),
    ("4-7", true),
    ("5", true),
];

/// The text that a version gave a section, paragraphs parted by empty lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionText {
    /// The section, as in [`SECTIONS`].
    pub section: String,
    /// Its text in both languages.
    pub text: Summary,
}

impl SectionText {
    /// Reads the text of a section in both languages.
    ///
    /// # Errors
    /// [`TermsRefusal::NoSuchSection`] unless the section is one with a text; [`TermsRefusal::NoText`] and
    /// [`TermsRefusal::TextTooLong`] when one text is missing, or longer than [`LONGEST_TEXT`].
    pub fn parse(section: &str, danish: &str, english: &str) -> Result<Self, TermsRefusal> {
        if !SECTIONS.contains(&(section, true)) {
            return Err(TermsRefusal::NoSuchSection);
        }
        let text = |typed: &str| typed.replace("\r\n", "\n").trim().to_owned();
        let (danish, english) = (text(danish), text(english));
        if danish.is_empty() || english.is_empty() {
            return Err(TermsRefusal::NoText);
        }
        if danish.chars().count().max(english.chars().count()) > LONGEST_TEXT {
            return Err(TermsRefusal::TextTooLong);
        }
        Ok(Self { section: section.to_owned(), text: Summary { danish, english } })
    }
}

/// The sections to which a version that is still to be published gives another text: each once, in the order of the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionTexts(Vec<SectionText>);

impl SectionTexts {
    /// Puts a section among them, in place of the same one.
    pub fn put(&mut self, one: SectionText) {
        self.take(&one.section);
        self.0.push(one);
        self.0.sort_by_key(|one| SECTIONS.iter().position(|(section, _)| *section == one.section));
    }

    /// Takes a section out; `None` when it is not among them.
    pub fn take(&mut self, section: &str) -> Option<SectionText> {
        let at = self.0.iter().position(|one| one.section == section)?;
        Some(self.0.remove(at))
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, SectionText> {
        self.0.iter()
    }

    /// All of them, for a version.
    pub fn into_vec(self) -> Vec<SectionText> {
        self.0
    }
}

impl<'a> IntoIterator for &'a SectionTexts {
    type Item = &'a SectionText;
    type IntoIter = std::slice::Iter<'a, SectionText>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<SectionText> for SectionTexts {
    fn from_iter<I: IntoIterator<Item = SectionText>>(all: I) -> Self {
        let mut texts = Self::default();
        all.into_iter().for_each(|one| texts.put(one));
        texts
    }
}

impl Terms {
    /// The versions that a version is made of, in the order in which they come into force, itself the last: each changes
    /// what was in force before it.
    pub fn made_of(&self, version: &Version) -> Vec<&Version> {
        let place = |one: &Version| (one.in_force_from(), one.number);
        let mut before: Vec<_> = self.all().filter(|one| place(one) <= place(version)).collect();
        before.sort_by_key(|one| place(one));
        before
    }

    /// The text of a section in a version, if that version or one before it gave it another than the first one had.
    pub fn section(&self, version: &Version, section: &str) -> Option<&Summary> {
        let texts = self.made_of(version).into_iter().rev().flat_map(|one| &one.sections);
        texts.into_iter().find(|one| one.section == section).map(|one| &one.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: u32, day: &str, text: Option<&str>) -> Version {
        let changed = Summary { danish: "Nyt.".to_owned(), english: "New.".to_owned() };
        let sections = text.map(|text| SectionText::parse("3-7", text, text).unwrap());
        Version {
            number,
            published: format!("{day}T08:00:00Z").parse().unwrap(),
            for_security: true,
            changed,
            sections: sections.into_iter().collect(),
        }
    }

    #[test]
    fn a_version_has_the_text_that_was_given_last_up_to_it() {
        let versions = vec![
            version(1, "2019-01-01", None),
            version(2, "2019-02-01", Some("a")),
            version(3, "2019-03-01", None),
        ];
        let terms = Terms::new(versions).unwrap();
        let text = |nth: usize| {
            let version = terms.all().nth(nth).unwrap();
            terms.section(version, "3-7").map(|text| text.danish.as_str())
        };
        assert_eq!([text(0), text(1), text(2)], [None, Some("a"), Some("a")]);
        assert_eq!(terms.section(terms.all().nth(2).unwrap(), "3-8"), None);
        assert_eq!(terms.made_of(terms.all().nth(1).unwrap()).len(), 2);
    }

    #[test]
    fn a_draft_has_each_section_once_and_in_the_order_of_the_rules() {
        let text = |section: &str, text: &str| SectionText::parse(section, text, text).unwrap();
        let mut draft: SectionTexts =
            [text("4-1", "a"), text("3-10", "b"), text("3-9", "c"), text("4-1", "d")].into_iter().collect();
        let listed: Vec<_> =
            draft.iter().map(|one| (one.section.as_str(), one.text.danish.as_str())).collect();
        assert_eq!(listed, [("3-9", "c"), ("3-10", "b"), ("4-1", "d")]);
        assert_eq!(draft.take("3-10"), Some(text("3-10", "b")));
        assert_eq!(draft.take("3-10"), None);
        assert_eq!(draft.into_vec(), [text("3-9", "c"), text("4-1", "d")]);
    }

    #[test]
    fn a_section_s_text_is_of_a_section_that_has_one_and_whole_in_both_languages() {
        let parsed = |section: &str, danish: &str, english: &str| {
            SectionText::parse(section, danish, english).map(drop)
        };
        assert_eq!(parsed("3-7", " et\r\n\r\nto ", "one"), Ok(()));
        assert_eq!(SectionText::parse("3-7", " et\r\n\r\nto ", "one").unwrap().text.danish, "et\n\nto");
        assert_eq!(parsed("3", "et", "one"), Err(TermsRefusal::NoSuchSection));
        assert_eq!(parsed("9", "et", "one"), Err(TermsRefusal::NoSuchSection));
        assert_eq!(parsed("3-7", "et", " "), Err(TermsRefusal::NoText));
        assert_eq!(parsed("3-7", &"e".repeat(LONGEST_TEXT + 1), "one"), Err(TermsRefusal::TextTooLong));
    }
}
