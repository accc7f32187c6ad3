//! Recording events, and what follows from them in the same transaction: letters, notices, ended sessions. So it can be
//! neither forgotten nor repeated.

use rules::actor::Stamp;
use rules::certificates;
use rules::nemid::block::{CertificateBlockReason, PasswordBlockReason};
use rules::nemid::event::CardOrderReason;
use rules::nemid::{Event, NemId};
use rules::notice::{self, Notice, Recipient};
use rules::sessions::{self, Ends};
use rules::words::{CarrierKind, CarrierNumber, KeyCardNumber, Mobile};

use super::act::Act;
use super::content::{Content, Sending, outbox_context};
use super::security::SecurityEvent;
use super::watched::security_event;
use super::{mail_limit, posting};
use crate::cases::access::audience::Audience;
use crate::cases::certificates::organisations::block_employees;
use crate::outside::pki::office::Needed;
use crate::store::StoreError;
use crate::store::devices::{Telephone, Thing};

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

/// The effects of an event outside the NemID: an ordered card goes out by post, a temporary password will be
/// known again when a newer one has replaced it, the PID service learns the PID, and a person who chose a new password no longer remembers the old one.
fn outside(act: &Act<'_>, nemid: &NemId, event: &Event) -> Result<(), StoreError> {
    match event {
        Event::CardOrdered { card, why, .. } => post_card(act, nemid, *card, *why),
        Event::TokenOrdered { token, .. } => post_token(act, nemid, *token),
        Event::VoiceOrdered { line, telephone, posted } => {
            order_voice(act, nemid, *line, *telephone, *posted)
        }
        Event::VoiceMoved { to, .. } => has_telephone(act, nemid, *to),
        Event::TemporaryPasswordIssued { fingerprint, serial, .. } => {
            let issued = act.app.tokens.issued(nemid.number, *fingerprint);
            act.tx.note_temporary(&issued, nemid.number, *serial, act.now())
        }
        Event::CertificateIssued { certificate } => {
            let (app, serial) = (act.app.clone(), certificate.serial);
            act.when_requested(move || app.office.will_need(Needed::Issued(serial)));
            Ok(())
        }
        Event::CarrierBlocked { carrier, .. } if carrier.kind() == CarrierKind::App => {
            end_requests(act, nemid)
        }
        Event::NemIdBlocked { .. } => block_employees(act, nemid, CertificateBlockReason::NemIdBlocked),
        Event::NemIdClosed { .. } => block_employees(act, nemid, CertificateBlockReason::NemIdClosed),
        Event::PasswordBlocked { reason: PasswordBlockReason::Forgotten } => {
            block_employees(act, nemid, CertificateBlockReason::PasswordForgotten)
        }
        Event::PidFetched { pid } => act.tx.save_pid(nemid.holder, *pid),
        Event::Activated { .. } | Event::PasswordReopened { .. } | Event::PasswordChanged { .. } => {
            act.tx.save_memory(nemid.number, None)
        }
        Event::Created { .. }
        | Event::CertificateOrdered
        | Event::TemporaryPasswordRefused { .. }
        | Event::TemporaryPasswordDied { .. }
        | Event::TemporaryPasswordBlocked { .. }
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
        | Event::CarrierBlocked { .. }
        | Event::CardUsedUp { .. }
        | Event::AppInstalled { .. }
        | Event::PinChosen { .. }
        | Event::CarrierDelivered { .. }
        | Event::CarrierActivated { .. }
        | Event::CarrierAsked { .. }
        | Event::CarrierRefused { .. }
        | Event::SecondCodeAsked { .. }
        | Event::CarrierAccepted { .. }
        | Event::RequestRefused { .. }
        | Event::TokenWornOut { .. }
        | Event::ReorderLevelSet { .. }
        | Event::LoggedOn { .. }
        | Event::LoggedOff { .. }
        | Event::LogOnRefused { .. }
        | Event::Signed { .. }
        | Event::UserIdChanged { .. }
        | Event::CprNumberChanged { .. }
        | Event::CprLogOnSwitched { .. }
        | Event::ContactChanged { .. }
        | Event::RecordingSwitched { .. }
        | Event::RulesAccepted { .. }
        | Event::CprConsentSet { .. }
        | Event::ConsentsGiven { .. }
        | Event::CertificateExpiryNoticed { .. }
        | Event::CertificateOutdated { .. }
        | Event::CertificateUpToDate { .. }
        | Event::CertificateExpired { .. }
        | Event::CertificateBlocked { .. }
        | Event::AgreementMade { .. }
        | Event::AgreementMovedHere { .. }
        | Event::AgreementMovedAway { .. }
        | Event::AgreementEnded { .. } => Ok(()),
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
        let place = Some(posting::activated_at(nemid));
        act.post(nemid, Content::Welcome { nemid_number: nemid.number, place })?;
    }
    act.post(nemid, Content::KeyCard { card_number: card, why: Some(why) }).map(drop)
}

/// Ends the requests to the apps of a NemID when none is left that could answer them: the page that asked goes on.
fn end_requests(act: &Act<'_>, nemid: &NemId) -> Result<(), StoreError> {
    if nemid.usable_carriers(CarrierKind::App).next().is_some() {
        return Ok(());
    }
    act.tx.replace_app_requests(nemid.number)
}

/// Makes a token, whose button nobody has pressed, and posts it.
fn post_token(act: &Act<'_>, nemid: &NemId, token: CarrierNumber) -> Result<(), StoreError> {
    let made = Thing::Token { carrier: token, pressed: 0, lost: false, battery: true };
    act.tx.add_device(nemid.holder, &made)?;
    act.post(nemid, Content::KeyToken { token }).map(drop)
}

/// Posts the letter that tells of a line ordered by telephone, and sees to it that there is a telephone to ring.
fn order_voice(
    act: &Act<'_>,
    nemid: &NemId,
    line: CarrierNumber,
    telephone: Mobile,
    posted: bool,
) -> Result<(), StoreError> {
    has_telephone(act, nemid, telephone)?;
    if !posted {
        return Ok(());
    }
    act.post(nemid, Content::KeyVoice { line, telephone: telephone.masked() }).map(drop)
}

/// Whoever gives a number has a telephone that rings under it; where the world has none, its holder has a plain one.
fn has_telephone(act: &Act<'_>, nemid: &NemId, number: Mobile) -> Result<(), StoreError> {
    if act.tx.telephone_with(number, nemid.holder)?.is_some() {
        return Ok(());
    }
    act.tx.add_device(nemid.holder, &Thing::Telephone(Telephone::plain(number))).map(drop)
}

impl Act<'_> {
    /// Records events of one NemID with all that follows from them: letters, notices, ended sessions. Returns the
    /// NemID after them. The end of a certificate is recorded at its instant, whoever met it first.
    pub(crate) fn record(&self, nemid: &NemId, events: &[Event]) -> Result<NemId, StoreError> {
        if events.is_empty() {
            return Ok(nemid.clone());
        }
        if let Some((at, rest)) = certificates::ran_out_before(nemid, events, self.now()) {
            let (ran_out, then) = (&events[..events.len() - rest.len()], self.stamped(Stamp::clock(at)));
            return self.record(&then.record(nemid, ran_out)?, rest);
        }
        let checksum = |entry: &str| self.app.event_checksum(entry);
        let saved = self.tx.save_events(nemid, events, &self.stamp, &checksum)?;
        self.watch(nemid, events);
        let mut after = nemid.clone();
        for event in events {
            after.apply(event, &self.stamp);
            follow_up(self, &after, event)?;
        }
        Ok(saved)
    }

    /// Tells the security events among the events of a NemID.
    fn watch(&self, nemid: &NemId, events: &[Event]) {
        let subject = || self.app.subject(&nemid.number.to_string());
        for event in events.iter().filter_map(|event| security_event(event, subject)) {
            self.tell(event);
        }
    }
}

fn send_notice(act: &Act<'_>, nemid: &NemId, notice: Notice) -> Result<(), StoreError> {
    let (way, email, mobile) = match &notice.to {
        Recipient::Letter => {
            return act.post(nemid, Content::Notice { notice }).map(drop);
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
    let ended = match sessions::ended_by(event) {
        None => 0,
        Some(Ends::All) => {
            tx.end_progress_of(nemid.number)?;
            tx.end_sessions_of(nemid.number, None, false)?
        }
        Some(Ends::AllButAsking) => tx.end_sessions_of(nemid.number, act.session(), false)?,
        Some(Ends::LogOnsBegun) => {
            tx.end_progress_of(nemid.number)?;
            0
        }
        Some(Ends::PublicSites) => tx.end_sessions_of(nemid.number, None, true)?,
        Some(Ends::Netbank(bank)) => {
            tx.end_sessions_at(nemid.number, &Audience::Site(bank.clone()).code())?
        }
    };
    if ended > 0 {
        let (cause, subject) = (rules::log::code(event), act.app.subject(&nemid.number.to_string()));
        act.tell(SecurityEvent::SessionsEnded { cause, count: ended as u64, subject });
    }
    Ok(())
}
