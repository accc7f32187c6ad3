//! What is drawn and hashed before the door, in case it is needed.

use std::sync::Arc;

use jiff::Timestamp;

use crate::cases::desk::{Deed, Desk, DeskRefusal, stock};
use crate::cases::house::{House, Trouble};
use crate::cases::pin_letters::{self, Draft};
use crate::rules::keys::DrawnCard;
use crate::rules::nemid::temporary::{Delivery, TemporaryPlace};
use crate::rules::nemid::{NemId, PasswordHash};
use crate::rules::temporary::NewTemporary;
use crate::rules::words::{NemIdNumber, PinLetterSerial};
use crate::store::{StoreError, Tx};

/// What is drawn and hashed before the door.
#[derive(Clone)]
pub(in crate::cases::desk) struct Prepared {
    /// A number for a new NemID.
    pub number: NemIdNumber,
    /// A card to be printed.
    pub card: DrawnCard,
    /// A temporary password.
    pub temporary: NewTemporary,
    /// The same with its digits, where a letter with them is to be written.
    draft: Option<Draft>,
}

impl Prepared {
    /// What is drawn anew each time; nobody will ever type this temporary password.
    pub fn on_paper(house: &House) -> Self {
        Self {
            number: house.chance.nemid_number(),
            card: house.drawn_card(),
            temporary: NewTemporary {
                hash: PasswordHash::default(),
                serial: house.chance.pin_letter_serial(),
                delivery: Delivery::Posted,
                place: TemporaryPlace::Selvbetjening,
            },
            draft: None,
        }
    }

    /// What a deed needs that is about to be signed.
    pub async fn for_signing(
        house: &Arc<House>,
        desk: &Desk,
        deed: &Deed,
    ) -> Result<Self, Trouble<DeskRefusal>> {
        let drawn = Self::on_paper(house);
        if let Some(serial) = deed.letter_from_stock() {
            let temporary = from_shelf(house, desk, serial).await?;
            return Ok(Self { temporary, ..drawn });
        }
        if deed.may_post_pin_letter() {
            let draft = pin_letters::draft(house, &desk.origin).await?;
            return Ok(Self { temporary: draft.new.clone(), draft: Some(draft), ..drawn });
        }
        Ok(drawn)
    }

    /// Posts the letter with the digits, if a NemID got this temporary password; says whether it did.
    pub fn post_pin_letter(
        &self,
        house: &House,
        tx: &Tx<'_>,
        (after, at): (&NemId, Timestamp),
    ) -> Result<bool, StoreError> {
        let Some(draft) = &self.draft else { return Ok(false) };
        pin_letters::post_if_issued(tx, house, after, draft, at)
    }
}

/// The temporary password in a PIN letter on the office's own shelf.
async fn from_shelf(
    house: &Arc<House>,
    desk: &Desk,
    serial: PinLetterSerial,
) -> Result<NewTemporary, Trouble<DeskRefusal>> {
    let office = desk.office().cloned().ok_or(Trouble::Refused(DeskRefusal::NotAtThisDesk))?;
    let content = house.store.read(move |tx| stock::letter(tx, &office, serial)).await?;
    let digits = stock::digits(house, serial, &content)?;
    let hash = house.hasher.hash(digits.reveal(), desk.origin.source()).await?;
    let (delivery, place) = (Delivery::HandedOut, TemporaryPlace::Selvbetjening);
    Ok(NewTemporary { hash, serial, delivery, place })
}
