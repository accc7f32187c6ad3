//! The tables `offices`, `stock_cards` and `stock_letters`: each office's stock of sealed cards and PIN
//! letters.

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::actor::PlaceName;
use rules::cards::DrawnCard;
use rules::nemid::CardSalt;
use rules::words::{KeyCardNumber, NemIdNumber, PinLetterSerial};

/// An office with a counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its stable name.
    pub name: PlaceName,
    /// The name that people use.
    pub title: String,
    /// The town it is in.
    pub town: String,
}

/// The state of a card or PIN letter that is or was in stock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelved {
    /// When it was handed out.
    pub handed_out: Option<Timestamp>,
    /// The NemID it was handed out for.
    pub nemid: Option<NemIdNumber>,
    /// When its recipient opened it.
    pub opened: Option<Timestamp>,
}

/// A sealed key card that is or was in stock.
#[derive(Clone, Debug)]
pub struct StockCard {
    /// Its number, which is printed on the outside.
    pub card: DrawnCard,
    pub office: PlaceName,
    /// Its state.
    pub shelved: Shelved,
}

/// A sealed PIN letter that is or was in stock.
#[derive(Clone, Debug)]
pub struct StockLetter {
    /// Its serial number, which is printed on the outside.
    pub serial: PinLetterSerial,
    pub office: PlaceName,
    /// Its content, sealed.
    pub content: Vec<u8>,
    /// Its state.
    pub shelved: Shelved,
}

impl Tx<'_> {
    /// Saves an office.
    pub fn save_office(&self, office: &Office) -> Result<(), StoreError> {
        let sql = "INSERT INTO offices (name, title, town) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (name) DO UPDATE SET title = excluded.title, town = excluded.town";
        self.execute_one("offices", sql, [office.name.as_str(), &office.title, &office.town])
    }

    /// All offices, by title.
    pub fn offices(&self) -> Result<Vec<Office>, StoreError> {
        self.list("SELECT * FROM offices ORDER BY title, name", [], read_office)
    }

    /// Puts a sealed card into an office's stock.
    ///
    /// # Errors
    /// When its number is there already.
    pub fn shelve_card(&self, office: &PlaceName, card: &DrawnCard) -> Result<(), StoreError> {
        let sql = "INSERT INTO stock_cards (number, office, salt) VALUES (?1, ?2, ?3)";
        let row = (card.number.to_string(), office.as_str(), card.salt.as_bytes().as_slice());
        self.execute_one("stock_cards", sql, row)
    }

    /// Puts a sealed PIN letter into an office's stock.
    ///
    /// # Errors
    /// When its serial number is there already.
    pub fn shelve_letter(
        &self,
        office: &PlaceName,
        serial: PinLetterSerial,
        content: &[u8],
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO stock_letters (serial, office, content) VALUES (?1, ?2, ?3)";
        self.execute_one("stock_letters", sql, (serial.to_string(), office.as_str(), content))
    }

    /// All cards that are or were in an office's stock, by number.
    pub fn stock_cards(&self, office: &PlaceName) -> Result<Vec<StockCard>, StoreError> {
        let sql = "SELECT * FROM stock_cards WHERE office = ?1 ORDER BY number";
        self.list(sql, [office.as_str()], read_card)
    }

    /// All PIN letters that are or were in an office's stock, by serial number.
    pub fn stock_letters(&self, office: &PlaceName) -> Result<Vec<StockLetter>, StoreError> {
        let sql = "SELECT * FROM stock_letters WHERE office = ?1 ORDER BY serial";
        self.list(sql, [office.as_str()], read_letter)
    }

    /// All PIN letters that were handed out from any office's stock, by serial number.
    pub fn handed_out_letters(&self) -> Result<Vec<StockLetter>, StoreError> {
        let sql = "SELECT * FROM stock_letters WHERE handed_out IS NOT NULL ORDER BY serial";
        self.list(sql, [], read_letter)
    }

    /// One card of any office's stock.
    pub fn stock_card(&self, number: &KeyCardNumber) -> Result<Option<StockCard>, StoreError> {
        self.find("SELECT * FROM stock_cards WHERE number = ?1", [number.to_string()], read_card)
    }

    /// One PIN letter of any office's stock.
    pub fn stock_letter(&self, serial: PinLetterSerial) -> Result<Option<StockLetter>, StoreError> {
        self.find("SELECT * FROM stock_letters WHERE serial = ?1", [serial.to_string()], read_letter)
    }

    /// Takes a card from an office's stock for a NemID. Returns `false` when it is not there (any more).
    pub fn hand_out_card(
        &self,
        office: &PlaceName,
        number: &KeyCardNumber,
        nemid: NemIdNumber,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let sql = "UPDATE stock_cards SET handed_out = ?4, nemid = ?3 \
                   WHERE number = ?1 AND office = ?2 AND handed_out IS NULL";
        let row = (number.to_string(), office.as_str(), nemid.to_string(), instant(at));
        Ok(self.execute(sql, row)? == 1)
    }

    /// Takes a PIN letter from an office's stock for a NemID. Returns `false` when it is not there (any
    /// more).
    pub fn hand_out_letter(
        &self,
        office: &PlaceName,
        serial: PinLetterSerial,
        nemid: NemIdNumber,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let sql = "UPDATE stock_letters SET handed_out = ?4, nemid = ?3 \
                   WHERE serial = ?1 AND office = ?2 AND handed_out IS NULL";
        let row = (serial.to_string(), office.as_str(), nemid.to_string(), instant(at));
        Ok(self.execute(sql, row)? == 1)
    }

    /// Deletes what was handed out before an instant (Rules 3.7), but for cards that are still somebody's. Returns how
    /// many.
    pub fn forget_handed_out_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        let sql =
            "DELETE FROM stock_cards WHERE handed_out < ?1 AND number NOT IN (SELECT number FROM key_cards)";
        let cards = self.execute(sql, [instant(kept_from)])?;
        let sql = "DELETE FROM stock_letters WHERE handed_out < ?1";
        Ok(cards + self.execute(sql, [instant(kept_from)])?)
    }

    /// Notes that the recipient opened a card that was handed out; the first time counts.
    ///
    /// # Errors
    /// When it was not handed out.
    pub fn open_stock_card(&self, number: &KeyCardNumber, at: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE stock_cards SET opened = COALESCE(opened, ?2) \
                   WHERE number = ?1 AND handed_out IS NOT NULL";
        self.execute_one("stock_cards", sql, (number.to_string(), instant(at)))
    }

    /// Notes that the recipient opened a PIN letter that was handed out; the first time counts.
    ///
    /// # Errors
    /// When it was not handed out.
    pub fn open_stock_letter(&self, serial: PinLetterSerial, at: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE stock_letters SET opened = COALESCE(opened, ?2) \
                   WHERE serial = ?1 AND handed_out IS NOT NULL";
        self.execute_one("stock_letters", sql, (serial.to_string(), instant(at)))
    }
}

fn read_office(row: &Row<'_>) -> Result<Office, StoreError> {
    let from = Reader::of("offices", "name", row)?;
    Ok(Office {
        name: PlaceName::new(from.get::<String>("name")?),
        title: from.get("title")?,
        town: from.get("town")?,
    })
}

fn read_shelved(from: &Reader<'_>) -> Result<Shelved, StoreError> {
    Ok(Shelved {
        handed_out: from.maybe_instant("handed_out")?,
        nemid: from.maybe_word("nemid", NemIdNumber::parse)?,
        opened: from.maybe_instant("opened")?,
    })
}

fn read_card(row: &Row<'_>) -> Result<StockCard, StoreError> {
    let from = Reader::of("stock_cards", "number", row)?;
    Ok(StockCard {
        card: DrawnCard {
            number: from.word("number", KeyCardNumber::parse)?,
            salt: CardSalt::new(from.bytes("salt")?),
        },
        office: PlaceName::new(from.get::<String>("office")?),
        shelved: read_shelved(&from)?,
    })
}

fn read_letter(row: &Row<'_>) -> Result<StockLetter, StoreError> {
    let from = Reader::of("stock_letters", "serial", row)?;
    Ok(StockLetter {
        serial: from.word("serial", PinLetterSerial::parse)?,
        office: PlaceName::new(from.get::<String>("office")?),
        content: from.get("content")?,
        shelved: read_shelved(&from)?,
    })
}
