//! The offices' shelves as those see them who work there: what lies on them, what was handed out, and ordering more.

use std::sync::Arc;

use crate::cases::app::{App, CaseError, refused};
use crate::cases::world::stock_refill;
use crate::store::stock::{StockCard, StockLetter};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::stock;
use rules::stock::RestockRefusal;

/// What came to one office's shelf.
#[derive(Debug)]
pub struct Shelf {
    /// Whose.
    pub office: PlaceName,
    /// Key cards.
    pub cards: Vec<StockCard>,
    /// PIN letters.
    pub letters: Vec<StockLetter>,
}

/// What can be ordered for a shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ware {
    /// Sealed key cards.
    Cards,
    /// Sealed PIN letters.
    Letters,
}

/// The shelf of one office, or of all for the administrator.
///
/// # Errors
/// When the database can't be read.
pub async fn shelves(app: &Arc<App>, office: Option<PlaceName>) -> Result<Vec<Shelf>, StoreError> {
    app.store
        .read(move |tx| {
            let offices = tx.offices()?.into_iter().map(|one| one.name);
            let wanted = offices.filter(|name| office.as_ref().is_none_or(|office| office == name));
            wanted.map(|office| shelf(tx, office)).collect()
        })
        .await
}

/// Orders a batch for an office's shelf. The depot lies next door: it is there at once.
///
/// # Errors
/// [`RestockRefusal::NoRoom`].
pub async fn restock(app: &Arc<App>, office: PlaceName, ware: Ware) -> Result<(), CaseError<RestockRefusal>> {
    let inner = app.clone();
    app.store
        .write::<_, CaseError<RestockRefusal>, _>(move |tx| {
            let before = shelf(tx, office)?;
            let lying = match ware {
                Ware::Cards => before.cards.iter().filter(|one| one.shelved.handed_out.is_none()).count(),
                Ware::Letters => before.letters.iter().filter(|one| one.shelved.handed_out.is_none()).count(),
            };
            stock::may_be_ordered(lying).map_err(refused)?;
            for _ in 0..stock::BATCH {
                match ware {
                    Ware::Cards => tx.shelve_card(&before.office, &inner.drawn_card())?,
                    Ware::Letters => stock_refill::letter(&inner, tx, &before.office, &inner.chance)?,
                }
            }
            Ok(())
        })
        .await
}

fn shelf(tx: &Tx<'_>, office: PlaceName) -> Result<Shelf, StoreError> {
    let (cards, letters) = (tx.stock_cards(&office)?, tx.stock_letters(&office)?);
    Ok(Shelf { office, cards, letters })
}
