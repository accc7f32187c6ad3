//! Letters in words: the text of a printed letter, in the reader's language. A sheet becomes a page or a PDF.

use jiff::civil::Date;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::web::key_card::PrintedKey;
use crate::web::language::Language;
use crate::web::texts::Text;
use crate::web::{dates, notices};
use rules::nemid::temporary::TemporaryPlace;
use rules::notice::Notice;
use rules::places;
use rules::words::{Address, KeyCardNumber, NemIdNumber, PersonName, PinLetterSerial};
use service::cases::world::letters::{CardTable, Sheet, SheetBox};

/// The recipient, and the day on which it was written.
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
    /// The sheet with the parts of every letter: sender, recipient, date, greeting and small print.
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
        self.welcome_to(number, &TemporaryPlace::Selvbetjening)
    }

    /// The same for a NemID that is activated at a place, such as its bank's netbank.
    pub fn welcome_to(&self, number: NemIdNumber, place: &TemporaryPlace) -> Sheet {
        let place = self.place(place);
        let text = Text::new("letter-welcome-text").with("place", place);
        let mut sheet = self.sheet(&Text::new("letter-welcome-heading"), &text);
        let label = Text::new("letter-welcome-number").say(self.language);
        sheet.boxes.push(SheetBox { label, value: Zeroizing::new(number.to_string()) });
        sheet
    }
}

impl Addressed<'_> {
    /// The letter with a key card; the card itself is in the same envelope.
    pub fn key_card(&self, number: KeyCardNumber, keys: &[PrintedKey]) -> Sheet {
        let title = Text::new("letter-card-title").with("number", number.to_string()).say(self.language);
        let keys = keys.iter().map(|one| (one.number.clone(), Zeroizing::new(one.key.clone()))).collect();
        let mut sheet = self.sheet(&Text::new("letter-card-heading"), &Text::new("letter-card-text"));
        sheet.card = Some(CardTable { title, keys });
        sheet
    }

    /// The letter with a temporary password, which names the only place where it may be typed.
    #[doc(alias = "PIN-brev")]
    pub fn pin_letter(&self, serial: PinLetterSerial, digits: &str, place: &TemporaryPlace) -> Sheet {
        let text = Text::new("letter-pin-text").with("place", self.place(place));
        let mut sheet = self.sheet(&Text::new("letter-pin-heading"), &text);
        for (label, value) in
            [("letter-pin-serial", serial.to_string()), ("letter-pin-code", digits.to_owned())]
        {
            let label = Text::new(label).say(self.language);
            sheet.boxes.push(SheetBox { label, value: Zeroizing::new(value) });
        }
        sheet
    }

    /// A notice by letter.
    pub fn notice(&self, notice: &Notice) -> Sheet {
        let (subject, text) = notices::worded(notice, self.language);
        let mut sheet = self.sheet(&subject, &text);
        sheet.paragraphs.push(Text::new("notice-closing").say(self.language));
        sheet
    }

    fn place(&self, place: &TemporaryPlace) -> String {
        let text = match place {
            TemporaryPlace::Selvbetjening => Text::new("letter-place-selvbetjening"),
            TemporaryPlace::Netbank(bank) => {
                Text::new("letter-place-netbank").with("bank", places::title(bank))
            }
        };
        text.say(self.language)
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
