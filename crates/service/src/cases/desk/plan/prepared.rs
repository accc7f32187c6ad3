//! Values drawn and hashed before the transaction, in case they are needed.

use crate::cases::app::{Act, App, CaseError, Parts};
use crate::cases::desk::{Action, Desk, DeskRefusal, stock};
use crate::cases::enrolment::pin_letters;
use crate::cases::enrolment::pin_letters::Draft;
use crate::store::StoreError;
use rules::cards::DrawnCard;
use rules::carriers::token::DrawnToken;
use rules::nemid::temporary::{Delivery, TemporaryPlace};
use rules::nemid::{DigitsFingerprint, NemId, PasswordHash};
use rules::temporary::NewTemporary;
use rules::words::{CarrierNumber, NemIdNumber, Pid, PinLetterSerial};

/// Values drawn and hashed before the transaction.
#[derive(Clone)]
pub(in crate::cases::desk) struct Prepared {
    /// A number for a new NemID.
    pub number: NemIdNumber,
    /// A new card.
    pub card: DrawnCard,
    /// A new line of voice response.
    pub line: CarrierNumber,
    /// A new token.
    pub token: DrawnToken,
    /// A PID number for a holder who has none.
    pub pid: Pid,
    /// A temporary password.
    pub temporary: NewTemporary,
    /// The same temporary password with its digits, if a letter goes out with it.
    draft: Option<Draft>,
}

impl Prepared {
    /// New random values for a dry run; its temporary password is never typed.
    pub fn for_dry_run(app: &Parts) -> Self {
        Self {
            number: app.chance.nemid_number(),
            card: app.drawn_card(),
            line: app.drawn_line(),
            token: app.drawn_token(),
            pid: app.chance.pid(),
            temporary: NewTemporary {
                hash: PasswordHash::default(),
                fingerprint: DigitsFingerprint::default(),
                serial: app.chance.pin_letter_serial(),
                delivery: Delivery::Posted,
                place: TemporaryPlace::Selvbetjening,
            },
            draft: None,
        }
    }

    /// The values that an action needs when it is signed.
    pub async fn for_signing(
        app: &App,
        desk: &Desk,
        action: &Action,
    ) -> Result<Self, CaseError<DeskRefusal>> {
        let drawn = Self::for_dry_run(app);
        if let Some(serial) = action.letter_from_stock() {
            let draft = from_shelf(app, desk, serial).await?;
            return Ok(Self { temporary: draft.new.clone(), draft: Some(draft), ..drawn });
        }
        if action.may_post_pin_letter() {
            let draft = pin_letters::draft(app, &desk.origin).await?;
            return Ok(Self { temporary: draft.new.clone(), draft: Some(draft), ..drawn });
        }
        Ok(drawn)
    }

    /// Posts or hands over the letter with the digits, if a NemID got this temporary password. Returns whether it was
    /// posted.
    pub fn send_pin_letter(&self, act: &Act<'_>, after: &NemId) -> Result<bool, StoreError> {
        let Some(draft) = &self.draft else { return Ok(false) };
        pin_letters::send_if_issued(act, after, draft)
    }
}

/// The temporary password of a PIN letter in the office's own stock.
async fn from_shelf(
    app: &App,
    desk: &Desk,
    serial: PinLetterSerial,
) -> Result<Draft, CaseError<DeskRefusal>> {
    let office = desk.office().cloned().ok_or(CaseError::Refused(DeskRefusal::NotAtThisDesk))?;
    let content = app.read(move |tx| stock::letter(tx, &office, serial)).await?;
    let digits = stock::digits(app, serial, &content)?;
    let hash = app.hasher.hash(digits.reveal(), desk.origin.source()).await?;
    let (delivery, place) = (Delivery::HandedOut, TemporaryPlace::Selvbetjening);
    let fingerprint = app.tokens.digits(&digits);
    Ok(Draft { digits, new: NewTemporary { hash, fingerprint, serial, delivery, place } })
}
