//! What a letter is: its lines in words, before they are laid out.

use zeroize::Zeroizing;

/// One letter, every line already in words. It holds secrets, so it has no `Debug`.
#[derive(Clone, Default)]
pub struct Sheet {
    /// The language of the text, `da` or `en`.
    pub language: String,
    /// Who writes: a name and lines of address.
    pub sender: Vec<String>,
    /// Who gets it: a name and lines of address, placed for an envelope's window.
    pub recipient: Vec<String>,
    /// The date as the letter shows it.
    pub date: String,
    /// What it is about.
    pub heading: String,
    /// The text; a line break within one is kept.
    pub paragraphs: Vec<String>,
    /// Codes and numbers that stand out.
    pub boxes: Vec<SheetBox>,
    /// A key card, printed as one piece.
    pub card: Option<CardTable>,
    /// Small print at the foot of every page.
    pub footer: String,
}

/// A code or number in a frame of its own.
#[derive(Clone)]
pub struct SheetBox {
    /// What it is.
    pub label: String,
    /// The code or number.
    pub value: Zeroizing<String>,
}

/// A key card as it is printed.
#[doc(alias = "nøglekort")]
#[derive(Clone)]
pub struct CardTable {
    /// The line above the keys, with the card's number.
    pub title: String,
    /// Key numbers and keys, ascending; they fill the columns downwards (D6).
    pub keys: Vec<(String, Zeroizing<String>)>,
}
