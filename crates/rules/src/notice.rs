//! Which notices follow from an event, and who gets them: by e-mail if there is an address, else by letter; a mobile
//! number gets an SMS about temporary passwords (DOMAIN 5; Rules 3.5.2, 3.7, 4.3, 4.4). An e-mail about the end of a
//! certificate is signed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::{Actor, Stamp};
use crate::nemid::block::{CertificateBlockReason, NemIdBlockReason};
use crate::nemid::event::{CardOrderReason, Event};
use crate::nemid::lockout::told_end;
use crate::nemid::temporary::Delivery;
use crate::nemid::{Consent, Issuer, NemId};
use crate::words::{CarrierKind, Contact, Email, Mobile};

/// Where one notice goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", content = "to", rename_all = "snake_case")]
pub enum Recipient {
    /// An e-mail address.
    Email(Email),
    /// A mobile number.
    Sms(Mobile),
    /// The registered address, or else the stated one, by post (Rules 4.3).
    Letter,
}

/// A value that the sentence of a notice mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Detail {
    /// A number or a name, shown as it is.
    Text(String),
    /// An instant, shown as a Danish date and time.
    At(Timestamp),
    /// An instant, shown as the Danish date of its day.
    On(Timestamp),
    /// The code of a reason, which has a sentence of its own (`reason-<code>`).
    Reason(String),
    /// Which of a person's NemIDs it is, named by its issuer.
    Which(Issuer),
    /// What was consented to, each with a sentence of its own (`consent-<code>`).
    Consents(Vec<Consent>),
}

/// One notice to one recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The code of its text: `notice-<code>-subject` and `notice-<code>-text`.
    pub code: String,
    /// Where it goes.
    pub to: Recipient,
    /// The values that its text mentions, by name.
    pub details: Vec<(String, Detail)>,
}

impl Notice {
    /// Whether it is sent as a signed e-mail. That holds for the end of a certificate, alone or with its NemID, whoever
    /// blocked it and why, and for nothing else (Rules 4.3).
    pub fn is_signed(&self) -> bool {
        const ENDS: [&str; 4] =
            ["certificate-blocked", "certificate-blocked-cpr", "nemid-blocked", "nemid-closed"];
        matches!(self.to, Recipient::Email(_)) && ENDS.contains(&&*self.code)
    }
}

/// What is told of one event, and to whom.
struct Told {
    code: &'static str,
    details: Vec<(&'static str, Detail)>,
    to: Vec<Recipient>,
}

/// The notices that follow from one event. `after` is the NemID as the event left it. To a holder without any address no
/// letter goes (D29).
pub fn notices(event: &Event, after: &NemId, stamp: &Stamp) -> Vec<Notice> {
    let Some(Told { code, mut details, to }) = told(event, after, stamp) else { return Vec::new() };
    details.push(("which", Detail::Which(after.issuer.clone())));
    let details: Vec<_> = details.into_iter().map(|(name, detail)| (name.to_owned(), detail)).collect();
    let goes = |to: &Recipient| *to != Recipient::Letter || after.reach.is_reached();
    to.into_iter()
        .filter(goes)
        .map(|to| Notice { code: code.to_owned(), to, details: details.clone() })
        .collect()
}

/// What is told of an event, if anything is. Each event has its arm, so that the compiler asks for that of a new one.
#[expect(clippy::too_many_lines, reason = "each event has its arm")]
fn told(event: &Event, after: &NemId, stamp: &Stamp) -> Option<Told> {
    let contact = &after.contact;
    let at = ("at", Detail::At(stamp.at));
    let (code, details, to) = match event {
        // What ends with its NemID is told with the NemID's own notice, and to the dead nothing is told.
        Event::CardBlocked { reason, .. } if reason.is_end_of_nemid() => return None,
        Event::CarrierBlocked { reason, .. } if reason.is_end_of_nemid() => return None,
        Event::CertificateBlocked { reason, .. }
            if reason.is_end_of_nemid() || *reason == CertificateBlockReason::Renewed =>
        {
            return None;
        }
        Event::NemIdBlocked { reason: NemIdBlockReason::Death } => return None,
        Event::PasswordBlocked { reason } => ("password-blocked", vec![at, because(reason)], usual(contact)),
        // Who blocks a temporary password is told like one who blocks a password (Rules 3.5.2).
        Event::TemporaryPasswordBlocked { reason } => {
            ("temporary-blocked", vec![at, because(reason)], usual(contact))
        }
        Event::PasswordLocked { until } => {
            ("password-locked", vec![at, ("until", Detail::At(told_end(*until)))], usual(contact))
        }
        Event::PasswordChanged { .. } => ("password-changed", vec![at], usual(contact)),
        Event::PasswordReopened { .. } => ("password-reopened", vec![at], usual(contact)),
        Event::TemporaryPasswordIssued { delivery: Delivery::Posted, posted, .. } => {
            let posted = ("at", Detail::On(posted.unwrap_or(stamp.at)));
            ("temporary-on-its-way", vec![posted], contact.mobile.map(Recipient::Sms).into_iter().collect())
        }
        Event::CardBlocked { card, reason } => {
            ("card-blocked", vec![at, ("card", text(card)), because(reason)], usual(contact))
        }
        Event::CardOrdered { why, .. } if *why != CardOrderReason::First => {
            // Whoever lost a card has none to go on with until the new one comes.
            let has_another = after.can_answer();
            (if has_another { "card-on-its-way" } else { "only-card-on-its-way" }, vec![at], usual(contact))
        }
        Event::CarrierBlocked { carrier, reason } => {
            let code = of_kind(carrier.kind(), ["token-blocked", "app-blocked", "voice-blocked"]);
            (code, vec![at, ("number", text(carrier)), because(reason)], usual(contact))
        }
        Event::TokenOrdered { token, .. } => {
            ("token-on-its-way", vec![at, ("number", text(token))], usual(contact))
        }
        Event::VoiceOrdered { telephone, .. } => {
            ("voice-on-its-way", vec![at, ("telephone", masked(*telephone))], usual(contact))
        }
        // Who did not install it has an hour, in which it opens nothing, to block it (D36).
        Event::AppInstalled { app, make, .. } => {
            let device = ("device", Detail::Text(make.clone()));
            ("app-installed", vec![at, ("number", text(app)), device], everywhere(contact))
        }
        Event::CarrierActivated { carrier } => {
            let code = of_kind(carrier.kind(), ["token-in-use", "app-in-use", "voice-in-use"]);
            (code, vec![at, ("number", text(carrier))], usual(contact))
        }
        Event::VoiceMoved { from, to, .. } => {
            let mut told = usual(contact);
            told.extend([*from, *to].map(Recipient::Sms));
            ("voice-moved", vec![at, ("telephone", masked(*to))], told)
        }
        Event::TokenWornOut { token } => {
            ("token-worn-out", vec![at, ("number", text(token))], usual(contact))
        }
        Event::CertificateBlocked { reason: CertificateBlockReason::CprNumberChanged, .. } => {
            ("certificate-blocked-cpr", vec![at], both(contact))
        }
        Event::CertificateBlocked { reason, .. } => {
            ("certificate-blocked", vec![at, because(reason)], of_certificate(*reason, stamp, contact))
        }
        Event::CertificateExpiryNoticed { until, .. } => {
            ("certificate-expires", vec![("until", Detail::At(*until))], usual(contact))
        }
        Event::CertificateOutdated { what, .. } => {
            let what = what.map(|what| ("what", Detail::Text(crate::code(what))));
            ("certificate-outdated", [at].into_iter().chain(what).collect(), usual(contact))
        }
        Event::UserIdChanged { .. } if after.is_activated() => ("user-id-changed", vec![at], usual(contact)),
        // With a valid certificate, the notice of its block tells it (D28).
        Event::CprNumberChanged { .. }
            if after.state.is_open() && after.valid_certificate(stamp.at).is_none() =>
        {
            ("cpr-number-changed", vec![at], usual(contact))
        }
        // The CPR number as user id is one too, and nobody else but its holder should switch it (D9).
        Event::CprLogOnSwitched { on } if after.is_activated() => {
            (if *on { "cpr-log-on-allowed" } else { "cpr-log-on-stopped" }, vec![at], usual(contact))
        }
        Event::ContactChanged { old_email, old_mobile, .. }
            if after.is_activated() || old_email.is_some() || old_mobile.is_some() =>
        {
            ("contact-changed", vec![at], old_and_new(old_email.as_ref(), *old_mobile, contact))
        }
        // What an employee notes as consented to is told to the person who is said to have consented (Rules 4.1).
        Event::ConsentsGiven { consents, version } if stamp.actor != Actor::Citizen => {
            let what = ("what", Detail::Consents(consents.clone()));
            let version = ("version", Detail::Text(version.to_string()));
            ("consents-given", vec![at, what, version], usual(contact))
        }
        Event::NemIdBlocked { reason } => ("nemid-blocked", vec![at, because(reason)], both(contact)),
        Event::NemIdClosed { reason } => ("nemid-closed", vec![at, because(reason)], usual(contact)),
        Event::Created { .. }
        | Event::CertificateOrdered
        | Event::TemporaryPasswordIssued { .. }
        | Event::TemporaryPasswordRefused { .. }
        | Event::TemporaryPasswordDied { .. }
        | Event::Activated { .. }
        | Event::PasswordRehashed { .. }
        | Event::PasswordRefused { .. }
        | Event::LockLifted
        | Event::PasswordAccepted { .. }
        | Event::KeyAsked { .. }
        | Event::KeyRefused { .. }
        | Event::KeyAccepted { .. }
        | Event::CardOrdered { .. }
        | Event::CardDelivered { .. }
        | Event::CardAttached { .. }
        | Event::CardActivated { .. }
        | Event::CardUsedUp { .. }
        | Event::PinChosen { .. }
        | Event::CarrierDelivered { .. }
        | Event::CarrierAsked { .. }
        | Event::CarrierRefused { .. }
        | Event::SecondCodeAsked { .. }
        | Event::CarrierAccepted { .. }
        | Event::RequestRefused { .. }
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
        | Event::PidFetched { .. }
        | Event::CertificateIssued { .. }
        | Event::CertificateUpToDate { .. }
        | Event::CertificateExpired { .. }
        | Event::AgreementMade { .. }
        | Event::AgreementMovedHere { .. }
        | Event::AgreementMovedAway { .. }
        | Event::AgreementEnded { .. } => return None,
    };
    Some(Told { code, details, to })
}

/// A block that the holder asked for is told in the usual way, any other one by letter too (Rules 4.3). Whoever asks for a
/// reset without logging on may be somebody else (D30).
fn of_certificate(reason: CertificateBlockReason, stamp: &Stamp, contact: &Contact) -> Vec<Recipient> {
    let asked = match reason {
        CertificateBlockReason::HolderAsked => true,
        CertificateBlockReason::PasswordForgotten => stamp.actor != Actor::Visitor,
        _ => false,
    };
    if asked { usual(contact) } else { both(contact) }
}

/// New contact data is told at the old ones too.
fn old_and_new(old_email: Option<&Email>, old_mobile: Option<Mobile>, contact: &Contact) -> Vec<Recipient> {
    let mut to = usual(contact);
    if old_email != contact.email.as_ref() {
        to.extend(usual(&Contact { email: old_email.cloned(), mobile: None }));
    }
    to.extend(old_mobile.filter(|old| Some(*old) != contact.mobile).map(Recipient::Sms));
    to
}

fn text(number: &impl ToString) -> Detail {
    Detail::Text(number.to_string())
}

/// A telephone number of which only the last two digits are told (Rules 3.9).
fn masked(telephone: Mobile) -> Detail {
    Detail::Text(telephone.masked())
}

/// The one of three codes, for token, app and voice line, that belongs to a kind.
fn of_kind(kind: CarrierKind, [token, app, voice]: [&'static str; 3]) -> &'static str {
    match kind {
        CarrierKind::Card | CarrierKind::Token => token,
        CarrierKind::App => app,
        CarrierKind::Voice => voice,
    }
}

/// E-mail or letter, and SMS where there is a mobile number.
fn everywhere(contact: &Contact) -> Vec<Recipient> {
    let mut to = usual(contact);
    to.extend(contact.mobile.map(Recipient::Sms));
    to
}

fn because<R: Serialize>(reason: &R) -> (&'static str, Detail) {
    ("reason", Detail::Reason(crate::code(reason)))
}

/// E-mail if there is an address, else a letter (DOMAIN 5).
fn usual(contact: &Contact) -> Vec<Recipient> {
    vec![contact.email.clone().map_or(Recipient::Letter, Recipient::Email)]
}

/// E-mail and letter, as when the operator blocks (Rules 4.3).
fn both(contact: &Contact) -> Vec<Recipient> {
    contact.email.clone().map(Recipient::Email).into_iter().chain([Recipient::Letter]).collect()
}

#[cfg(test)]
mod tests;
