//! Printed letters: their lines, and the same as an A4 PDF.

pub use crate::outside::letters::pdf::{CardTable, LetterError, Sheet, SheetBox, pdf, prints};
