//! Letters in words: the text of a printed letter, in the reader's language. A sheet becomes a page or a PDF.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::web::key_card::PrintedKey;
use crate::web::language::Language;
use crate::web::texts::Text;
use crate::web::{dates, notices, wording};
use rules::actor::PlaceName;
use rules::names;
use rules::nemid::event::CardOrderReason;
use rules::nemid::temporary::{TemporaryPlace, TemporaryPurpose};
use rules::notice::Notice;
use rules::places;
use rules::words::{CarrierNumber, KeyCardNumber, NemIdNumber, PersonName, PinLetterSerial, PostalAddress};
use service::cases::world::letters::{CardTable, Sheet, SheetBox};

/// The recipient, and the day on which it was written.
#[derive(Clone, Copy, Debug)]
pub struct Addressed<'a> {
    /// The language it is written in.
    pub language: Language,
    /// The recipient's name. The letter bears it as [`names::addressing`] shortens it.
    pub name: &'a PersonName,
    /// Where it goes; none for a person without an address, to whom it is handed over.
    pub address: Option<&'a PostalAddress>,
    /// The office that hands it over; none for one that is posted.
    pub office: Option<&'a PlaceName>,
    /// The day it was written.
    pub date: Date,
}

/// What the temporary password of a letter is for, and the last instant at which it works.
#[derive(Clone, Copy, Debug)]
pub struct Temporary {
    pub purpose: TemporaryPurpose,
    pub until: Timestamp,
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
        let greeting = say(&Text::new("letter-greeting").with("name", names::addressing(self.name)));
        let body = say(text);
        let paragraphs = body.split("\n\n").map(str::to_owned);
        Sheet {
            language: self.language.code().to_owned(),
            sender: vec![say(&Text::new("letter-sender"))],
            recipient: self.recipient(),
            date: dates::day(self.language, self.date),
            heading: say(heading),
            paragraphs: [greeting].into_iter().chain(paragraphs).collect(),
            boxes: Vec::new(),
            card: None,
            footer: say(&Text::new("letter-footer")),
        }
    }

    /// Where it goes: by post, or over the counter.
    fn recipient(&self) -> Vec<String> {
        let name = names::addressing(self.name);
        if let Some(office) = self.office {
            let by = Text::new("letter-handed-over").with("office", places::title(office));
            return vec![name, by.say(self.language)];
        }
        [name].into_iter().chain(self.address.map(PostalAddress::lines).unwrap_or_default()).collect()
    }

    /// The welcome letter of a NemID that is activated at a place. It carries the NemID-nummer.
    #[doc(alias = "velkomstbrev")]
    pub fn welcome(&self, number: NemIdNumber, place: &TemporaryPlace) -> Sheet {
        let until = Text::new("letter-until-in-pin-letter").say(self.language);
        self.number(number, place, TemporaryPurpose::Activate, until)
    }

    /// The letter with the NemID-nummer that goes with a PIN letter handed over at the counter (Guide 3.1.2–3.1.4).
    pub fn with_pin_letter(&self, number: NemIdNumber, temporary: Temporary) -> Sheet {
        let until = Text::new("letter-until").with("until", temporary.until).say(self.language);
        self.number(number, &TemporaryPlace::Selvbetjening, temporary.purpose, until)
    }

    fn number(
        &self,
        number: NemIdNumber,
        place: &TemporaryPlace,
        purpose: TemporaryPurpose,
        until: String,
    ) -> Sheet {
        let code = wording::code(purpose);
        let text = self.placed(Text::new(format!("letter-number-text-{code}")), place, purpose);
        let mut sheet =
            self.sheet(&Text::new(format!("letter-number-heading-{code}")), &text.with("valid", until));
        let label = Text::new("letter-welcome-number").say(self.language);
        sheet.boxes.push(SheetBox { label, value: Zeroizing::new(number.to_string()) });
        sheet
    }

    /// The letter with a key card; the card itself is in the same envelope.
    pub fn key_card(
        &self,
        number: KeyCardNumber,
        why: Option<CardOrderReason>,
        keys: &[PrintedKey],
    ) -> Sheet {
        let title = Text::new("letter-card-title").with("number", number.to_string()).say(self.language);
        let keys = keys.iter().map(|one| (one.number.clone(), Zeroizing::new(one.key.clone()))).collect();
        let (heading, text) = match why {
            None => (Text::new("letter-card-heading"), Text::new("letter-card-text")),
            Some(why) => {
                let code = wording::code(why);
                let of = |part: &str| Text::new(format!("letter-card-{part}-{code}"));
                (of("heading"), of("text"))
            }
        };
        let mut sheet = self.sheet(&heading, &text);
        sheet.card = Some(CardTable { title, keys });
        sheet
    }

    /// The letter with a temporary password. It says what for, where it may be typed and until when.
    #[doc(alias = "PIN-brev")]
    pub fn pin_letter(
        &self,
        serial: PinLetterSerial,
        digits: &str,
        place: &TemporaryPlace,
        temporary: Option<Temporary>,
    ) -> Sheet {
        let mut sheet = match temporary {
            None => {
                let text = Text::new("letter-pin-text").with("place", self.place(place));
                self.sheet(&Text::new("letter-pin-heading"), &text)
            }
            Some(Temporary { purpose, until }) => {
                let code = wording::code(purpose);
                let text = self.placed(Text::new(format!("letter-pin-text-{code}")), place, purpose);
                let heading = Text::new(format!("letter-pin-heading-{code}"));
                self.sheet(&heading, &text.with("until", until))
            }
        };
        for (label, value) in
            [("letter-pin-serial", serial.to_string()), ("letter-pin-code", digits.to_owned())]
        {
            let label = Text::new(label).say(self.language);
            sheet.boxes.push(SheetBox { label, value: Zeroizing::new(value) });
        }
        sheet
    }

    /// The letter with a token, whose serial number stands outside.
    #[doc(alias = "nøgleviser")]
    pub fn key_token(&self, number: CarrierNumber) -> Sheet {
        let mut sheet = self.sheet(&Text::new("letter-token-heading"), &Text::new("letter-token-text"));
        let label = Text::new("letter-token-serial").say(self.language);
        sheet.boxes.push(SheetBox { label, value: Zeroizing::new(number.to_string()) });
        sheet
    }

    /// The letter that tells of keys by telephone. Of the number only the end is told (Rules 3.9).
    pub fn key_voice(&self, telephone: &str) -> Sheet {
        let text = Text::new("letter-voice-text").with("telephone", telephone.to_owned());
        self.sheet(&Text::new("letter-voice-heading"), &text)
    }

    /// A notice by letter.
    pub fn notice(&self, notice: &Notice) -> Sheet {
        let (subject, text) = notices::worded(notice, self.language);
        let mut sheet = self.sheet(&subject, &text);
        sheet.paragraphs.push(Text::new("notice-closing").say(self.language));
        sheet
    }

    /// Fills in the place, and the button to press there.
    fn placed(&self, text: Text, place: &TemporaryPlace, purpose: TemporaryPurpose) -> Text {
        let button = Text::new(match (place, purpose) {
            (TemporaryPlace::Selvbetjening, TemporaryPurpose::Activate) => "front-activate",
            (TemporaryPlace::Selvbetjening, _) => "front-reopen",
            (TemporaryPlace::Netbank(_), TemporaryPurpose::Activate) => "start-activation-title",
            (TemporaryPlace::Netbank(_), _) => "start-reopening-title",
        });
        text.with("place", self.place(place)).with("button", button.say(self.language))
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
