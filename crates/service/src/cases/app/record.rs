//! Recording events, and what follows from them in the same transaction: letters, notices, ended sessions. So it can be
//! neither forgotten nor repeated.

use jiff::Timestamp;
use rules::calendar;
use rules::nemid::event::CardOrderReason;
use rules::nemid::{Event, NemId};
use rules::notice::{self, Notice, Recipient};
use rules::sessions::{self, Ends};
use rules::words::{KeyCardNumber, PinLetterSerial, TemporaryPasswordCode};

use super::act::Act;
use super::content::{Content, Sending, letter_context, outbox_context};
use super::mail_limit;
use crate::cases::access::audience::Audience;
use crate::store::StoreError;
use crate::store::post::{Letter, LetterKind, LetterState};

/// Writes what follows from one event; `after` is the NemID after it.
fn follow_up(act: &Act<'_>, after: &NemId, event: &Event) -> Result<(), StoreError> {
    outside(act, after, event)?;
    for notice in notice::notices(event, after, &act.stamp) {
        let within = match &notice.to {
            Recipient::Email(to) => mail_limit::may_send(act, event, to)?,
            Recipient::Letter | Recipient::Sms(_) => true,
        };
        if within {
            send_notice(act, after, notice)?;
        }
    }
    end_sessions(act, after, event)
}

/// The effects of an event outside the NemID: an ordered card goes out by post, the PID service learns the
/// PID, and a person who chose a new password no longer remembers the old one.
fn outside(act: &Act<'_>, nemid: &NemId, event: &Event) -> Result<(), StoreError> {
    match event {
        Event::CardOrdered { card, why, .. } => post_card(act, nemid, *card, *why),
        Event::PidFetched { pid } => act.tx.save_pid(nemid.holder, *pid),
        Event::Activated { .. } | Event::PasswordReopened { .. } | Event::PasswordChanged { .. } => {
            act.tx.save_memory(nemid.number, None)
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

/// Posts a card; a first card is posted with the welcome letter that carries the NemID number.
fn post_card(
    act: &Act<'_>,
    nemid: &NemId,
    card: KeyCardNumber,
    why: CardOrderReason,
) -> Result<(), StoreError> {
    if why == CardOrderReason::First {
        act.post(nemid, LetterKind::Welcome, None, &Content::Welcome { nemid_number: nemid.number })?;
    }
    act.post(nemid, LetterKind::KeyCard, Some(card), &Content::KeyCard { card_number: card }).map(drop)
}

impl Act<'_> {
    /// Records events of one NemID with all that follows from them: letters, notices, ended sessions. Returns the
    /// NemID after them.
    pub(crate) fn record(&self, nemid: &NemId, events: &[Event]) -> Result<NemId, StoreError> {
        if events.is_empty() {
            return Ok(nemid.clone());
        }
        let saved = self.tx.save_events(nemid, events, &self.stamp)?;
        let mut after = nemid.clone();
        for event in events {
            after.apply(event, &self.stamp);
            follow_up(self, &after, event)?;
        }
        Ok(saved)
    }

    /// Posts a letter on the next posting day; it arrives three working days later (D15). Returns its id.
    pub(crate) fn post(
        &self,
        nemid: &NemId,
        kind: LetterKind,
        card: Option<KeyCardNumber>,
        content: &Content,
    ) -> Result<i64, StoreError> {
        let written = self.now();
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
        let id = self.tx.next_letter()?;
        self.tx.post(&Letter {
            id,
            citizen: nemid.holder,
            nemid: Some(nemid.number),
            kind,
            card,
            posted,
            arrives: calendar::at_danish_time(calendar::arrival(first), 10, 0),
            state: LetterState::InTransit,
            content: self.app.seal(&letter_context(id), content)?,
        })?;
        Ok(id)
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
        let issued = after.temporary.as_ref().filter(|temporary| temporary.serial == serial);
        let issued = issued.ok_or(StoreError::NotIssued { nemid: after.number, serial })?;
        let place = issued.place.clone();
        let content = Content::PinLetter { serial, digits: digits.reveal().to_owned(), place };
        self.post(after, LetterKind::PinLetter, None, &content)
    }
}

fn card_posted_on(nemid: &NemId, written: Timestamp) -> bool {
    let day = calendar::posting_day(written);
    nemid.cards.iter().any(|card| card.is_open() && calendar::posting_day(card.since) == day)
}

fn send_notice(act: &Act<'_>, nemid: &NemId, notice: Notice) -> Result<(), StoreError> {
    let (way, email, mobile) = match &notice.to {
        Recipient::Letter => {
            return act.post(nemid, LetterKind::Notice, None, &Content::Notice { notice }).map(drop);
        }
        Recipient::Email(email) => ("email", Some(email.clone()), None),
        Recipient::Sms(mobile) => ("sms", None, Some(*mobile)),
    };
    let id = act.tx.next_message()?;
    let content = act.app.seal(&outbox_context(id), &Sending { email, mobile, notice })?;
    act.tx.queue(id, nemid.holder, way, act.now(), &content)
}

fn end_sessions(act: &Act<'_>, nemid: &NemId, event: &Event) -> Result<(), StoreError> {
    let tx = act.tx;
    match sessions::ended_by(event) {
        None => Ok(()),
        Some(Ends::All) => {
            tx.end_progress_of(nemid.number)?;
            tx.end_sessions_of(nemid.number, None, false)
        }
        Some(Ends::AllButAsking) => tx.end_sessions_of(nemid.number, act.session(), false),
        Some(Ends::LogOnsBegun) => tx.end_progress_of(nemid.number),
        Some(Ends::PublicSites) => tx.end_sessions_of(nemid.number, None, true),
        Some(Ends::Netbank(bank)) => tx.end_sessions_at(nemid.number, &Audience::Site(bank.clone()).code()),
    }
}
