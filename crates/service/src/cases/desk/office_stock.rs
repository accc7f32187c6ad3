//! The offices' stock as their employees see it: what is in it, what was handed out, and ordering more.

use crate::cases::app::{App, CaseError, refused};
use crate::cases::desk::Desk;
use crate::cases::world::stock_refill::SealedLetter;
use crate::store::stock::{StockCard, StockLetter};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::stock;
use rules::stock::RestockRefusal;

/// What came into one office's stock.
#[derive(Debug)]
pub struct Shelf {
    pub office: PlaceName,
    pub cards: Vec<StockCard>,
    pub letters: Vec<StockLetter>,
}

/// What can be ordered for an office's stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ware {
    /// Sealed key cards.
    Cards,
    /// Sealed PIN letters.
    Letters,
}

/// The stock of one office, or of all for the administrator.
pub async fn shelves(app: &App, office: Option<PlaceName>) -> Result<Vec<Shelf>, StoreError> {
    app.read(move |tx| {
        let offices = tx.offices()?.into_iter().map(|one| one.name);
        let wanted = offices.filter(|name| office.as_ref().is_none_or(|office| office == name));
        wanted.map(|office| shelf(tx, office)).collect()
    })
    .await
}

/// Orders a batch for an office's stock. It is delivered at once.
///
/// # Errors
/// [`RestockRefusal::NoRoom`].
pub async fn restock(
    app: &App,
    desk: &Desk,
    office: PlaceName,
    ware: Ware,
) -> Result<(), CaseError<RestockRefusal>> {
    let cards: Vec<_> = (0..stock::BATCH).map(|_| app.drawn_card()).collect();
    let letters: Vec<_> = (0..stock::BATCH).map(|_| SealedLetter::drawn(&app.chance)).collect();
    let at = desk.clone();
    app.act(&desk.origin, desk.actor(), move |act| {
        at.is_still_held(act.tx)?;
        let before = shelf(act.tx, office.clone())?;
        let lying = match ware {
            Ware::Cards => before.cards.iter().filter(|one| one.shelved.handed_out.is_none()).count(),
            Ware::Letters => before.letters.iter().filter(|one| one.shelved.handed_out.is_none()).count(),
        };
        stock::may_be_ordered(lying).map_err(refused)?;
        match ware {
            Ware::Cards => cards.iter().try_for_each(|card| act.tx.shelve_card(&office, card))?,
            Ware::Letters => letters.iter().try_for_each(|letter| letter.shelve(act, &office))?,
        }
        Ok(())
    })
    .await
}

fn shelf(tx: &Tx<'_>, office: PlaceName) -> Result<Shelf, StoreError> {
    let (cards, letters) = (tx.stock_cards(&office)?, tx.stock_letters(&office)?);
    Ok(Shelf { office, cards, letters })
}
