//! Letters in words: what stands on a printed letter, in the reader's language. A sheet becomes a page or a PDF.

use jiff::civil::Date;
use serde::Serialize;
use zeroize::Zeroizing;

use super::dates;
use super::language::Language;
use super::texts::Text;
use crate::cases::letters::{Sheet, SheetBox};
use crate::rules::words::{Address, NemIdNumber, PersonName};

/// Whom a letter goes to, and when it was written.
#[derive(Clone, Copy, Debug)]
pub struct Addressed<'a> {
    /// The language it is written in.
    pub language: Language,
    /// The reader's name.
    pub name: &'a PersonName,
    /// The registered address.
    pub address: &'a Address,
    /// The day it was written.
    pub date: Date,
}

/// A letter as a page shows it.
#[derive(Serialize)]
pub struct LetterView {
    sender: Vec<String>,
    recipient: Vec<String>,
    date: String,
    heading: String,
    paragraphs: Vec<String>,
    boxes: Vec<(String, String)>,
    footer: String,
}

impl Addressed<'_> {
    /// The sheet with all that every letter has: sender, recipient, date, greeting and small print.
    pub fn sheet(&self, heading: &Text, text: &Text) -> Sheet {
        let say = |text: &Text| text.say(self.language);
        let greeting = say(&Text::new("letter-greeting").with("name", self.name.as_str()));
        let body = say(text);
        let paragraphs = body.split("\n\n").map(str::to_owned);
        Sheet {
            language: self.language.code().to_owned(),
            sender: vec![say(&Text::new("letter-sender"))],
            recipient: vec![
                self.name.to_string(),
                self.address.street().to_owned(),
                format!("{} {}", self.address.postcode(), self.address.town()),
            ],
            date: dates::day(self.language, self.date),
            heading: say(heading),
            paragraphs: [greeting].into_iter().chain(paragraphs).collect(),
            boxes: Vec::new(),
            card: None,
            footer: say(&Text::new("letter-footer")),
        }
    }

    /// The welcome letter, which carries the NemID-nummer.
    #[doc(alias = "velkomstbrev")]
    pub fn welcome(&self, number: NemIdNumber) -> Sheet {
        let place = Text::new("letter-place-selvbetjening").say(self.language);
        let text = Text::new("letter-welcome-text").with("place", place);
        let mut sheet = self.sheet(&Text::new("letter-welcome-heading"), &text);
        let label = Text::new("letter-welcome-number").say(self.language);
        sheet.boxes.push(SheetBox { label, value: Zeroizing::new(number.to_string()) });
        sheet
    }
}

impl From<&Sheet> for LetterView {
    fn from(sheet: &Sheet) -> Self {
        let framed = |item: &SheetBox| (item.label.clone(), item.value.to_string());
        Self {
            sender: sheet.sender.clone(),
            recipient: sheet.recipient.clone(),
            date: sheet.date.clone(),
            heading: sheet.heading.clone(),
            paragraphs: sheet.paragraphs.clone(),
            boxes: sheet.boxes.iter().map(framed).collect(),
            footer: sheet.footer.clone(),
        }
    }
}
