//! The offices' stock as the control room sees it: what is sealed, and what was handed out and can be opened
//! by its recipient.

use thiserror::Error;

use crate::cases::app::content::{Content, shelf_context};
use crate::cases::app::{App, CaseError, Origin, refused};
use crate::cases::world::letter_box::{HeldCard, printed};
use crate::store::StoreError;
use crate::store::post::LetterState;
pub use crate::store::stock::{Office, Shelved, StockCard, StockLetter};
use rules::Refusal;
use rules::actor::{Actor, Channel, PlaceName};
use rules::words::{KeyCardNumber, PinLetterSerial, TemporaryPasswordCode};

/// Why a card or PIN letter is not opened.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ShelfRefusal {
    /// That office's stock has no such card or letter.
    #[error("not on this shelf")]
    NotThere,
    /// It is sealed: nobody has received it.
    #[error("not handed out")]
    NotHandedOut,
}

impl Refusal for ShelfRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "shelf-not-there",
            Self::NotHandedOut => "shelf-not-handed-out",
        }
    }
}

/// One office with its stock.
#[derive(Debug)]
pub struct Shelf {
    pub office: Office,
    /// All cards that are or were in it.
    pub cards: Vec<StockCard>,
    /// All PIN letters that are or were in it.
    pub letters: Vec<StockLetter>,
}

/// The content of a card or PIN letter.
#[derive(Debug)]
pub enum Unsealed {
    Card(HeldCard),
    /// A PIN letter.
    PinLetter {
        serial: PinLetterSerial,
        /// The temporary password.
        digits: TemporaryPasswordCode,
        /// The letter in its recipient's letter box; none once that has been forgotten.
        letter: Option<i64>,
    },
}

/// All offices with their stock.
pub async fn shelves(app: &App) -> Result<Vec<Shelf>, StoreError> {
    app.read(|tx| {
        let mut shelves = Vec::new();
        for office in tx.offices()? {
            let (cards, letters) = (tx.stock_cards(&office.name)?, tx.stock_letters(&office.name)?);
            shelves.push(Shelf { office, cards, letters });
        }
        Ok(shelves)
    })
    .await
}

/// Opens a card or a PIN letter that was handed out; `number` is the one printed on the outside.
///
/// # Errors
/// When it is not there, or was not handed out.
pub async fn open(app: &App, office: PlaceName, number: &str) -> Result<Unsealed, CaseError<ShelfRefusal>> {
    if let Ok(card) = KeyCardNumber::parse(number) {
        return open_card(app, office, card).await;
    }
    match PinLetterSerial::parse(number) {
        Ok(serial) => open_letter(app, office, serial).await,
        Err(_) => Err(refused(ShelfRefusal::NotThere)),
    }
}

async fn open_card(
    app: &App,
    office: PlaceName,
    number: KeyCardNumber,
) -> Result<Unsealed, CaseError<ShelfRefusal>> {
    app.act(&Origin::inside(Channel::World), Actor::Clock, move |act| {
        let found = act.tx.stock_card(&number)?.filter(|card| card.office == office);
        let shelved = found.ok_or_else(|| refused(ShelfRefusal::NotThere))?.shelved;
        let nemid = shelved.nemid.ok_or_else(|| refused(ShelfRefusal::NotHandedOut))?;
        let nemid = act.tx.nemid(nemid)?.ok_or_else(|| refused(ShelfRefusal::NotThere))?;
        let card = nemid.card(&number).ok_or_else(|| refused(ShelfRefusal::NotThere))?;
        act.tx.open_stock_card(&number, act.now())?;
        Ok(Unsealed::Card(printed(act.app, &nemid, card)))
    })
    .await
}

async fn open_letter(
    app: &App,
    office: PlaceName,
    serial: PinLetterSerial,
) -> Result<Unsealed, CaseError<ShelfRefusal>> {
    app.act(&Origin::inside(Channel::World), Actor::Clock, move |act| {
        let found = act.tx.stock_letter(serial)?.filter(|letter| letter.office == office);
        let letter = found.ok_or_else(|| refused(ShelfRefusal::NotThere))?;
        letter.shelved.handed_out.ok_or_else(|| refused(ShelfRefusal::NotHandedOut))?;
        let content: Content = act.app.open(&shelf_context(serial), &letter.content)?;
        let Content::PinLetter { digits, .. } = content else {
            return Err(CaseError::Broken(format!("shelf letter {serial} holds no temporary password")));
        };
        let digits = TemporaryPasswordCode::parse(&digits)
            .map_err(|error| CaseError::Broken(format!("shelf letter {serial}: {error}")))?;
        act.tx.open_stock_letter(serial, act.now())?;
        let letter = act.tx.handed_over(serial)?.map(|letter| letter.id);
        if let Some(id) = letter {
            act.tx.move_letter(id, LetterState::Opened)?;
        }
        Ok(Unsealed::PinLetter { serial, digits, letter })
    })
    .await
}
