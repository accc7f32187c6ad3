//! The one door for changes of a NemID: events are recorded, and what follows from them (letters, notices,
//! ended sessions) is written in the same transaction, so that it can be neither forgotten nor repeated.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::house::{House, Origin};
use super::sessions::Audience;
use crate::rules::actor::Stamp;
use crate::rules::calendar;
use crate::rules::nemid::event::CardOrderReason;
use crate::rules::nemid::temporary::TemporaryPlace;
use crate::rules::nemid::{Event, NemId};
use crate::rules::notice::{self, Notice, Recipient};
use crate::rules::sessions::{self, Ends};
use crate::rules::words::{
    Email, KeyCardNumber, Mobile, NemIdNumber, PinLetterSerial, TemporaryPasswordCode,
};
use crate::store::post::{Letter, LetterKind, LetterState};
use crate::store::{StoreError, Tx};

/// What a letter says, sealed until its reader opens it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// The NemID-nummer (velkomstbrev).
    Welcome {
        /// Which.
        nemid_number: NemIdNumber,
    },
    /// A key card; its keys are made from number and salt when it is opened.
    KeyCard {
        /// Which.
        card_number: KeyCardNumber,
    },
    /// A temporary password (PIN-brev).
    PinLetter {
        /// Number on the letter.
        serial: PinLetterSerial,
        /// Its six digits.
        digits: String,
        /// Where alone it may be typed (Guide 3.1.2).
        place: TemporaryPlace,
    },
    /// A notice by letter.
    Notice {
        /// What it tells.
        notice: Notice,
    },
}

/// What an e-mail or SMS says, sealed until it is sent or read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sending {
    /// The address it goes to, if it is an e-mail.
    pub email: Option<Email>,
    /// The number it goes to, if it is an SMS.
    pub mobile: Option<Mobile>,
    /// What it tells.
    pub notice: Notice,
}

impl House {
    /// Records events of one NemID with all that follows from them, and gives it as saved.
    ///
    /// # Errors
    /// When it can't be saved.
    pub fn record(
        &self,
        tx: &Tx<'_>,
        nemid: &NemId,
        events: &[Event],
        (stamp, origin): (&Stamp, &Origin),
    ) -> Result<NemId, StoreError> {
        if events.is_empty() {
            return Ok(nemid.clone());
        }
        let saved = tx.record(nemid, events, stamp)?;
        let mut after = nemid.clone();
        for event in events {
            after.apply(event, stamp);
            self.let_follow(tx, &after, event, stamp.at)?;
            for notice in notice::notices(event, &after, stamp) {
                self.send_notice(tx, &after, notice, stamp.at)?;
            }
            end_sessions(tx, &after, event, origin)?;
        }
        Ok(saved)
    }

    /// What an event brings about outside: an ordered card goes out by post, the PID service learns the PID, and who
    /// chose a new password no longer remembers the old one.
    fn let_follow(&self, tx: &Tx<'_>, nemid: &NemId, event: &Event, at: Timestamp) -> Result<(), StoreError> {
        match event {
            Event::CardOrdered { card, why, .. } => self.post_card(tx, nemid, (*card, *why), at),
            Event::PidFetched { pid } => tx.save_pid(nemid.holder, *pid),
            Event::Activated { .. } | Event::PasswordReopened { .. } | Event::PasswordChanged { .. } => {
                tx.save_memory(nemid.number, None)
            }
            Event::Created { .. }
            | Event::CertificateOrdered
            | Event::TemporaryPasswordIssued { .. }
            | Event::TemporaryPasswordRefused { .. }
            | Event::TemporaryPasswordDied { .. }
            | Event::PasswordRehashed { .. }
            | Event::PasswordRefused { .. }
            | Event::PasswordLocked { .. }
            | Event::LockLifted
            | Event::PasswordAccepted { .. }
            | Event::PasswordBlocked { .. }
            | Event::KeyAsked { .. }
            | Event::KeyRefused { .. }
            | Event::KeyAccepted { .. }
            | Event::CardDelivered { .. }
            | Event::CardAttached { .. }
            | Event::CardActivated { .. }
            | Event::CardBlocked { .. }
            | Event::CardUsedUp { .. }
            | Event::ReorderLevelSet { .. }
            | Event::LoggedOn { .. }
            | Event::LoggedOff { .. }
            | Event::LogOnRefused { .. }
            | Event::Signed { .. }
            | Event::UserIdChanged { .. }
            | Event::CprLogOnSwitched { .. }
            | Event::ContactChanged { .. }
            | Event::RecordingSwitched { .. }
            | Event::RulesAccepted { .. }
            | Event::CprConsentSet { .. }
            | Event::CertificateIssued { .. }
            | Event::CertificateExpiryNoticed { .. }
            | Event::CertificateOutdated { .. }
            | Event::CertificateUpToDate { .. }
            | Event::CertificateExpired { .. }
            | Event::CertificateBlocked { .. }
            | Event::AgreementMade { .. }
            | Event::AgreementMovedHere { .. }
            | Event::AgreementMovedAway { .. }
            | Event::AgreementEnded { .. }
            | Event::NemIdBlocked { .. }
            | Event::NemIdClosed { .. } => Ok(()),
        }
    }

    /// Posts a card; a first one with the welcome letter that carries the NemID-nummer.
    fn post_card(
        &self,
        tx: &Tx<'_>,
        nemid: &NemId,
        (card, why): (KeyCardNumber, CardOrderReason),
        at: Timestamp,
    ) -> Result<(), StoreError> {
        if why == CardOrderReason::First {
            let content = Content::Welcome { nemid_number: nemid.number };
            self.post(tx, nemid, (LetterKind::Welcome, None), &content, at)?;
        }
        let content = Content::KeyCard { card_number: card };
        self.post(tx, nemid, (LetterKind::KeyCard, Some(card)), &content, at)?;
        Ok(())
    }

    /// Posts a letter on the next posting day; it comes three working days later (D15).
    ///
    /// # Errors
    /// When it can't be written.
    pub fn post(
        &self,
        tx: &Tx<'_>,
        nemid: &NemId,
        (kind, card): (LetterKind, Option<KeyCardNumber>),
        content: &Content,
        written: Timestamp,
    ) -> Result<i64, StoreError> {
        // A first card and its PIN letter are posted on different working days (D15).
        let with_card =
            kind == LetterKind::PinLetter && !nemid.is_activated() && card_posted_on(nemid, written);
        let first = if with_card {
            calendar::next_working_day(calendar::posting_day(written))
        } else {
            calendar::posting_day(written)
        };
        let posted = if first == calendar::danish_date(written) {
            written
        } else {
            calendar::at_danish_time(first, 9, 0)
        };
        let letter = Letter {
            id: 0,
            citizen: nemid.holder,
            nemid: Some(nemid.number),
            kind,
            card,
            posted,
            arrives: calendar::at_danish_time(calendar::arrival(first), 10, 0),
            state: LetterState::InTransit,
            content: Vec::new(),
        };
        tx.post(&letter, |id| self.seal(&letter_context(id), content))
    }

    /// Posts the letter of a temporary password that was issued to be sent; `nemid` is as it was recorded after that,
    /// since it says where the password may be typed.
    ///
    /// # Errors
    /// [`StoreError::NotIssued`] when the NemID has no such temporary password; when the letter can't be written.
    pub fn post_pin_letter(
        &self,
        tx: &Tx<'_>,
        nemid: &NemId,
        (serial, digits): (PinLetterSerial, &TemporaryPasswordCode),
        written: Timestamp,
    ) -> Result<i64, StoreError> {
        let issued = nemid.temporary.as_ref().filter(|temporary| temporary.serial == serial);
        let issued = issued.ok_or(StoreError::NotIssued { nemid: nemid.number, serial })?;
        let place = issued.place.clone();
        let content = Content::PinLetter { serial, digits: digits.reveal().to_owned(), place };
        self.post(tx, nemid, (LetterKind::PinLetter, None), &content, written)
    }

    fn send_notice(
        &self,
        tx: &Tx<'_>,
        nemid: &NemId,
        notice: Notice,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let (way, email, mobile) = match &notice.to {
            Recipient::Letter => {
                let content = Content::Notice { notice };
                self.post(tx, nemid, (LetterKind::Notice, None), &content, at)?;
                return Ok(());
            }
            Recipient::Email(email) => ("email", Some(email.clone()), None),
            Recipient::Sms(mobile) => ("sms", None, Some(*mobile)),
        };
        let sending = Sending { email, mobile, notice };
        tx.queue((nemid.holder, way), at, |id| self.seal(&outbox_context(id), &sending))?;
        Ok(())
    }
}

/// The name under which a letter's content is sealed.
pub fn letter_context(id: i64) -> String {
    format!("letter:{id}")
}

/// The name under which a message's content is sealed.
pub fn outbox_context(id: i64) -> String {
    format!("outbox:{id}")
}

/// The name under which what somebody remembers is sealed.
pub fn memory_context(nemid: NemIdNumber) -> String {
    format!("memory:{nemid}")
}

/// The name under which a shelf's PIN letter is sealed.
pub fn shelf_context(serial: PinLetterSerial) -> String {
    format!("shelf:{serial}")
}

fn card_posted_on(nemid: &NemId, written: Timestamp) -> bool {
    let day = calendar::posting_day(written);
    nemid.cards.iter().any(|card| card.is_open() && calendar::posting_day(card.since) == day)
}

fn end_sessions(tx: &Tx<'_>, nemid: &NemId, event: &Event, origin: &Origin) -> Result<(), StoreError> {
    match sessions::ended_by(event) {
        None => Ok(()),
        Some(Ends::All) => {
            tx.end_progress_of(nemid.number)?;
            tx.end_sessions_of(nemid.number, None, false)
        }
        Some(Ends::AllButAsking) => tx.end_sessions_of(nemid.number, origin.session.as_ref(), false),
        Some(Ends::LogOnsBegun) => tx.end_progress_of(nemid.number),
        Some(Ends::PublicSites) => tx.end_sessions_of(nemid.number, None, true),
        Some(Ends::Netbank(bank)) => tx.end_sessions_at(nemid.number, &Audience::Site(bank.clone()).code()),
    }
}
