//! What letters and messages say, as sealed in the database, and the context under which each is sealed.

use jiff::Timestamp;
use rules::nemid::certificate::CertificateSerial;
use rules::nemid::event::CardOrderReason;
use rules::nemid::temporary::{TemporaryPlace, TemporaryPurpose};
use rules::notice::Notice;
use rules::post::LetterPurpose;
use rules::words::{
    CarrierNumber, Email, KeyCardNumber, Mobile, NemIdNumber, PersonName, PinLetterSerial, PostalAddress,
};
use serde::{Deserialize, Serialize};

use crate::store::post::LetterKind;

/// A letter as it was written, and to whom. Stored, sealed: what the register says later changes nothing in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// The recipient, as the register knew them then.
    pub to: Addressee,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
}

/// The recipient of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    pub name: PersonName,
    /// The address that it goes to; none for one that is handed over to a person without (D29).
    pub address: Option<PostalAddress>,
}

/// What a letter says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// The NemID number (velkomstbrev).
    Welcome {
        nemid_number: NemIdNumber,
        /// Where the NemID is activated; none in a letter of an older version.
        #[serde(default)]
        place: Option<TemporaryPlace>,
    },
    /// A key card. Its keys are made from number and salt when the letter is opened.
    KeyCard {
        card_number: KeyCardNumber,
        /// Why it was ordered; none in a letter of an older version.
        #[serde(default)]
        why: Option<CardOrderReason>,
    },
    /// A temporary password (PIN-brev).
    PinLetter {
        serial: PinLetterSerial,
        /// Six digits.
        digits: String,
        /// The only place where it may be typed (Guide 3.1.2).
        place: TemporaryPlace,
        /// What it was issued for; none as long as it lies in an office's stock.
        #[serde(default)]
        issued: Option<Issued>,
    },
    /// A token (nøgleviser), whose number stands outside (D36).
    KeyToken { token: CarrierNumber },
    /// That keys are read out by telephone, ordered by telephone (D38).
    KeyVoice {
        line: CarrierNumber,
        /// The number, but for its end hidden.
        telephone: String,
    },
    /// A notice by letter.
    Notice { notice: Notice },
}

/// What the temporary password in a PIN letter was issued for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    pub purpose: TemporaryPurpose,
    /// When it was issued.
    pub at: Timestamp,
}

impl Content {
    /// The kind of letter.
    pub fn kind(&self) -> LetterKind {
        match self {
            Self::Welcome { .. } => LetterKind::Welcome,
            Self::KeyCard { .. } => LetterKind::KeyCard,
            Self::PinLetter { .. } => LetterKind::PinLetter,
            Self::KeyToken { .. } => LetterKind::KeyToken,
            Self::KeyVoice { .. } => LetterKind::KeyVoice,
            Self::Notice { .. } => LetterKind::Notice,
        }
    }

    /// What the letter is for; none where an older version did not note it.
    pub fn purpose(&self) -> Option<LetterPurpose> {
        match self {
            Self::Welcome { .. } => Some(LetterPurpose::Activate),
            Self::KeyCard { why, .. } => why.map(LetterPurpose::from),
            Self::PinLetter { issued, .. } => issued.map(|issued| issued.purpose.into()),
            Self::KeyToken { .. } => Some(LetterPurpose::Token),
            Self::KeyVoice { .. } => Some(LetterPurpose::Voice),
            Self::Notice { .. } => Some(LetterPurpose::Notice),
        }
    }

    /// The card in it.
    pub fn card(&self) -> Option<KeyCardNumber> {
        match self {
            Self::KeyCard { card_number, .. } => Some(*card_number),
            Self::Welcome { .. }
            | Self::PinLetter { .. }
            | Self::KeyToken { .. }
            | Self::KeyVoice { .. }
            | Self::Notice { .. } => None,
        }
    }

    /// The token in it, or the line that it tells of.
    pub fn carrier(&self) -> Option<CarrierNumber> {
        match self {
            Self::KeyToken { token: number } | Self::KeyVoice { line: number, .. } => Some(*number),
            Self::Welcome { .. } | Self::KeyCard { .. } | Self::PinLetter { .. } | Self::Notice { .. } => {
                None
            }
        }
    }

    /// The number outside a PIN letter.
    pub fn serial(&self) -> Option<PinLetterSerial> {
        match self {
            Self::PinLetter { serial, .. } => Some(*serial),
            Self::Welcome { .. }
            | Self::KeyCard { .. }
            | Self::KeyToken { .. }
            | Self::KeyVoice { .. }
            | Self::Notice { .. } => None,
        }
    }
}

/// What an e-mail or SMS says. Stored, sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sending {
    /// The address, if it is an e-mail.
    pub email: Option<Email>,
    /// The number, if it is an SMS.
    pub mobile: Option<Mobile>,
    /// What it tells.
    pub notice: Notice,
}

/// The context under which a letter's content is sealed.
pub fn letter_context(id: i64) -> String {
    format!("letter:{id}")
}

/// The context under which a message's content is sealed.
pub fn outbox_context(id: i64) -> String {
    format!("outbox:{id}")
}

/// The context under which what was typed before time was up is sealed.
pub fn draft_context(id: &str) -> String {
    format!("draft:{id}")
}

/// The context under which a person's memory is sealed.
pub fn memory_context(nemid: NemIdNumber) -> String {
    format!("memory:{nemid}")
}

/// The context under which a PIN letter in an office's stock is sealed.
pub fn shelf_context(serial: PinLetterSerial) -> String {
    format!("shelf:{serial}")
}

/// The context under which the private key of an authority is sealed.
pub fn authority_context(name: &str) -> String {
    format!("authority:{name}")
}

/// The context under which the private key of a certificate is sealed.
pub fn certificate_context(serial: CertificateSerial) -> String {
    format!("certificate:{serial}")
}
