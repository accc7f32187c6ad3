//! Letters: written to their recipient as the register knows them at that moment, sealed, and posted or handed over.

use rules::actor::PlaceName;
use rules::nemid::temporary::{TemporaryPassword, TemporaryPlace};
use rules::nemid::{Issuer, NemId};
use rules::post::{Journey, LetterState};
use rules::words::{PinLetterSerial, TemporaryPasswordCode};

use super::act::Act;
use super::content::{Addressee, Content, Issued, Written, letter_context};
use crate::store::StoreError;
use crate::store::post::{Letter, LetterKind};

/// How a letter gets to its recipient.
struct Way {
    journey: Journey,
    state: LetterState,
    /// The office that hands it over.
    office: Option<PlaceName>,
}

impl Act<'_> {
    /// Posts a letter to a NemID's holder on its posting day; it arrives some working days later (D15, D29). Returns
    /// its id.
    ///
    /// # Errors
    /// [`StoreError::NoAddress`] when the holder has none, which the rules look after (D29).
    pub(crate) fn post(&self, nemid: &NemId, content: Content) -> Result<i64, StoreError> {
        let journey = match content.kind() {
            LetterKind::PinLetter => Journey::of_pin_letter(nemid, self.now()),
            LetterKind::Welcome
            | LetterKind::KeyCard
            | LetterKind::KeyToken
            | LetterKind::KeyVoice
            | LetterKind::Notice => Journey::of(self.now(), nemid.reach),
        };
        self.write_letter(nemid, content, Way { journey, state: LetterState::InTransit, office: None })
    }

    /// Posts the letter of a temporary password that was issued to be sent; `after` is the NemID after that.
    ///
    /// # Errors
    /// [`StoreError::NotIssued`] when the NemID has no such temporary password.
    pub(crate) fn post_pin_letter(
        &self,
        after: &NemId,
        serial: PinLetterSerial,
        digits: &TemporaryPasswordCode,
    ) -> Result<i64, StoreError> {
        self.post(after, pin_letter(after, serial, digits)?)
    }

    /// Hands a PIN letter from an office's stock over to the citizen, who has it sealed from then on.
    ///
    /// # Errors
    /// As [`Act::post_pin_letter`].
    pub(crate) fn hand_over_pin_letter(
        &self,
        after: &NemId,
        serial: PinLetterSerial,
        digits: &TemporaryPasswordCode,
        office: &PlaceName,
    ) -> Result<i64, StoreError> {
        self.hand_over(after, pin_letter(after, serial, digits)?, office)
    }

    /// Hands a letter over at an office's counter.
    pub(crate) fn hand_over(
        &self,
        nemid: &NemId,
        content: Content,
        office: &PlaceName,
    ) -> Result<i64, StoreError> {
        let journey = Journey { posted: self.now(), arrives: self.now() };
        let way = Way { journey, state: LetterState::Delivered, office: Some(office.clone()) };
        self.write_letter(nemid, content, way)
    }

    fn write_letter(&self, nemid: &NemId, content: Content, way: Way) -> Result<i64, StoreError> {
        let citizen = self.tx.citizen(nemid.holder)?;
        let citizen = citizen.ok_or(StoreError::RowsMet { table: "citizens", met: 0 })?;
        let address = citizen.postal_address();
        if address.is_none() && way.office.is_none() {
            return Err(StoreError::NoAddress { nemid: nemid.number });
        }
        let to = Addressee { name: citizen.name, address };
        let written = Written { to, content };
        let id = self.tx.next_letter()?;
        self.tx.post(&Letter {
            id,
            citizen: nemid.holder,
            nemid: Some(nemid.number),
            kind: written.content.kind(),
            purpose: written.content.purpose(),
            card: written.content.card(),
            carrier: written.content.carrier(),
            serial: written.content.serial(),
            office: way.office,
            posted: way.journey.posted,
            arrives: way.journey.arrives,
            state: way.state,
            content: self.app.seal(&letter_context(id), &written)?,
        })?;
        Ok(id)
    }
}

/// What the letter of a temporary password says that this NemID has.
fn pin_letter(
    after: &NemId,
    serial: PinLetterSerial,
    digits: &TemporaryPasswordCode,
) -> Result<Content, StoreError> {
    let newest = after.temporary.as_ref().filter(|temporary| temporary.serial == serial);
    let newest = newest.ok_or(StoreError::NotIssued { nemid: after.number, serial })?;
    let TemporaryPassword { place, purpose, issued, .. } = newest.clone();
    let issued = Some(Issued { purpose, at: issued });
    Ok(Content::PinLetter { serial, digits: digits.reveal().to_owned(), place, issued })
}

/// Where a NemID is activated.
pub(crate) fn activated_at(nemid: &NemId) -> TemporaryPlace {
    match &nemid.issuer {
        Issuer::Bank(bank) | Issuer::Business(bank) => TemporaryPlace::Netbank(bank.clone()),
        Issuer::Public | Issuer::Employer(_) => TemporaryPlace::Selvbetjening,
    }
}
