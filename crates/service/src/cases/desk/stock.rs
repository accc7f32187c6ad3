//! The office's own stock: a card or letter that is not in it, or is used, is refused (DOMAIN 4).

use crate::cases::app::content::{Content, shelf_context};
use crate::cases::app::{App, CaseError, refused};
use crate::cases::desk::refusal::{DeskRefusal, StockRefusal};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::cards::DrawnCard;
use rules::words::{KeyCardNumber, PinLetterSerial, TemporaryPasswordCode};

/// A card in this office's stock.
pub(super) fn card(
    tx: &Tx<'_>,
    office: &PlaceName,
    number: KeyCardNumber,
) -> Result<DrawnCard, CaseError<DeskRefusal>> {
    let found = tx.stock_card(&number)?.ok_or_else(|| no(StockRefusal::NoSuchCard))?;
    if found.office != *office {
        return Err(no(StockRefusal::CardElsewhere));
    }
    if found.shelved.handed_out.is_some() {
        return Err(no(StockRefusal::CardGone));
    }
    Ok(found.card)
}

/// The sealed content of a PIN letter in this office's stock.
pub(super) fn letter(
    tx: &Tx<'_>,
    office: &PlaceName,
    serial: PinLetterSerial,
) -> Result<Vec<u8>, CaseError<DeskRefusal>> {
    let found = tx.stock_letter(serial)?.ok_or_else(|| no(StockRefusal::NoSuchLetter))?;
    if found.office != *office {
        return Err(no(StockRefusal::LetterElsewhere));
    }
    if found.shelved.handed_out.is_some() {
        return Err(no(StockRefusal::LetterGone));
    }
    Ok(found.content)
}

/// The digits in a PIN letter of the stock, for hashing alone.
pub(super) fn digits(
    app: &App,
    serial: PinLetterSerial,
    content: &[u8],
) -> Result<TemporaryPasswordCode, StoreError> {
    let context = shelf_context(serial);
    match app.open(&context, content)? {
        Content::PinLetter { digits, .. } => TemporaryPasswordCode::parse(&digits)
            .map_err(|error| StoreError::corrupt("stock_letters", "content", serial, error)),
        _ => Err(StoreError::corrupt("stock_letters", "content", serial, "not a PIN letter")),
    }
}

fn no(refusal: StockRefusal) -> CaseError<DeskRefusal> {
    refused(refusal)
}
