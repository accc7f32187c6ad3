//! The table `key_cards`: every card of every NemID. Keys are not stored: number and salt make them.

use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::nemid::card::UsedKeys;
use rules::nemid::{CardSalt, KeyCard, NemId};
use rules::post::PostalReach;
use rules::words::{KeyCardNumber, KeyPosition, NemIdNumber};

const TABLE: &str = "key_cards";

impl Tx<'_> {
    pub(super) fn cards_of(&self, nemid: NemIdNumber) -> Result<Vec<KeyCard>, StoreError> {
        let sql = "SELECT * FROM key_cards WHERE nemid = ?1 ORDER BY ordinal";
        self.list(sql, [nemid.to_string()], |row| {
            let from = Reader::of(TABLE, "number", row)?;
            let pending: Option<u8> = from.get("pending")?;
            Ok(KeyCard {
                number: from.word("number", KeyCardNumber::parse)?,
                salt: CardSalt::new(from.bytes("salt")?),
                since: from.instant("since")?,
                reach: from.maybe_word("reach", posted)?.unwrap_or_default(),
                state: from.json("state")?,
                used: UsedKeys::from_bytes(&from.bytes("used")?),
                wrong: from.get("wrong")?,
                pending: pending
                    .map(KeyPosition::new)
                    .transpose()
                    .map_err(|error| from.corrupt("pending", error))?,
            })
        })
    }

    /// Saves the cards that differ from what was loaded; a new one comes after those that are there.
    pub(super) fn save_cards(&self, before: &NemId, nemid: &NemId) -> Result<(), StoreError> {
        let sql = "INSERT INTO key_cards (number, nemid, ordinal, salt, since, state, used, wrong, pending, reach) \
                   VALUES (?1, ?2, (SELECT coalesce(max(ordinal), -1) + 1 FROM key_cards WHERE nemid = ?2), \
                           ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
                   ON CONFLICT (number) DO UPDATE SET state = excluded.state, used = excluded.used, \
                   wrong = excluded.wrong, pending = excluded.pending WHERE key_cards.nemid = excluded.nemid";
        for card in nemid.cards.iter().filter(|card| !before.cards.contains(card)) {
            let used = card.used.to_bytes();
            let row = (
                card.number.to_string(),
                nemid.number.to_string(),
                card.salt.as_bytes().as_slice(),
                instant(card.since),
                json(&card.state)?,
                used.as_slice(),
                card.wrong,
                card.pending.map(KeyPosition::get),
                card.reach.code(),
            );
            self.execute_one(TABLE, sql, row)?;
        }
        Ok(())
    }

    /// The NemID that a card belongs to, whatever the card's state.
    pub fn nemid_of_card(&self, card: KeyCardNumber) -> Result<Option<NemId>, StoreError> {
        let sql = "SELECT number, nemid FROM key_cards WHERE number = ?1";
        let number = self.find(sql, [card.to_string()], |row| {
            Reader::of(TABLE, "number", row)?.word("nemid", NemIdNumber::parse)
        })?;
        number.map_or(Ok(None), |number| self.nemid(number))
    }
}

/// How letters reached somebody, by its word.
pub(super) fn posted(code: &str) -> Result<PostalReach, String> {
    PostalReach::from_code(code).ok_or_else(|| format!("no reach of letters {code:?}"))
}
