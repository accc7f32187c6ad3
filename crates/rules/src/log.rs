//! The event log (Hændelseslog): which events a citizen sees, under which kind, and what is recorded of a service
//! provider (DOMAIN 5, Rules 3.7).

use serde::{Deserialize, Serialize};

use crate::actor::{Actor, PlaceName, Stamp};
use crate::nemid::Purpose;
use crate::nemid::event::Event;

/// The kinds by which a citizen can filter the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Log-ons, log-offs, and those that were refused.
    LogOn,
    /// Uses of the NemID at service providers, and signatures.
    Usage,
    /// Password and temporary password.
    Password,
    /// Key cards, tokens, apps, telephones and keys.
    Cards,
    /// Everything about the certificate.
    Certificate,
    /// User id, contact data, settings, consents.
    Details,
    /// The NemID as a whole and its bank agreements.
    NemId,
}

impl Kind {
    /// All of them, in the order in which a page lists them.
    pub const ALL: [Self; 7] = [
        Self::LogOn,
        Self::Usage,
        Self::Password,
        Self::Cards,
        Self::Certificate,
        Self::Details,
        Self::NemId,
    ];

    /// The stable word that is stored and that forms send.
    pub fn code(self) -> &'static str {
        match self {
            Self::LogOn => "log-on",
            Self::Usage => "usage",
            Self::Password => "password",
            Self::Cards => "cards",
            Self::Certificate => "certificate",
            Self::Details => "details",
            Self::NemId => "nemid",
        }
    }

    /// The kind of a stable word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The kind under which the citizen finds an event; `None` for an internal event that is not shown (a key asked for, a
/// hash renewed, a step of a log-on whose result is shown).
pub fn kind(event: &Event) -> Option<Kind> {
    Some(match event {
        Event::PasswordRehashed { .. }
        | Event::PasswordAccepted { .. }
        | Event::KeyAsked { .. }
        | Event::KeyAccepted { .. }
        | Event::CarrierAccepted { .. }
        | Event::PidFetched { .. } => return None,
        Event::LoggedOn { purpose, .. }
        | Event::LoggedOff { purpose }
        | Event::LogOnRefused { purpose, .. } => {
            if purpose.provider().is_some() {
                Kind::Usage
            } else {
                Kind::LogOn
            }
        }
        Event::Signed { .. } => Kind::Usage,
        Event::TemporaryPasswordIssued { .. }
        | Event::TemporaryPasswordRefused { .. }
        | Event::TemporaryPasswordDied { .. }
        | Event::TemporaryPasswordBlocked { .. }
        | Event::Activated { .. }
        | Event::PasswordReopened { .. }
        | Event::PasswordChanged { .. }
        | Event::PasswordRefused { .. }
        | Event::PasswordLocked { .. }
        | Event::LockLifted
        | Event::PasswordBlocked { .. } => Kind::Password,
        Event::KeyRefused { .. }
        | Event::CardOrdered { .. }
        | Event::CardDelivered { .. }
        | Event::CardAttached { .. }
        | Event::CardActivated { .. }
        | Event::CardBlocked { .. }
        | Event::CardUsedUp { .. }
        | Event::TokenOrdered { .. }
        | Event::AppInstalled { .. }
        | Event::PinChosen { .. }
        | Event::VoiceOrdered { .. }
        | Event::VoiceMoved { .. }
        | Event::CarrierDelivered { .. }
        | Event::CarrierActivated { .. }
        | Event::CarrierAsked { .. }
        | Event::CarrierRefused { .. }
        | Event::SecondCodeAsked { .. }
        | Event::RequestRefused { .. }
        | Event::CarrierBlocked { .. }
        | Event::TokenWornOut { .. }
        | Event::ReorderLevelSet { .. } => Kind::Cards,
        Event::CertificateOrdered
        | Event::CertificateIssued { .. }
        | Event::CertificateExpiryNoticed { .. }
        | Event::CertificateOutdated { .. }
        | Event::CertificateUpToDate { .. }
        | Event::CertificateExpired { .. }
        | Event::CertificateBlocked { .. } => Kind::Certificate,
        Event::UserIdChanged { .. }
        | Event::CprNumberChanged { .. }
        | Event::CprLogOnSwitched { .. }
        | Event::ContactChanged { .. }
        | Event::RecordingSwitched { .. }
        | Event::CprConsentSet { .. }
        | Event::ConsentsGiven { .. }
        | Event::RulesAccepted { .. } => Kind::Details,
        Event::Created { .. }
        | Event::AgreementMade { .. }
        | Event::AgreementMovedHere { .. }
        | Event::AgreementMovedAway { .. }
        | Event::AgreementEnded { .. }
        | Event::NemIdBlocked { .. }
        | Event::NemIdClosed { .. } => Kind::NemId,
    })
}

/// The stable code of an event, as stored in the log.
pub fn code(event: &Event) -> String {
    serde_json::to_value(event)
        .ok()
        .and_then(|value| value.get("code").and_then(|code| code.as_str().map(str::to_owned)))
        .unwrap_or_default()
}

/// The event and stamp as they are recorded. While the citizen has switched recording off, they do not say at which
/// service provider the NemID was used or what was signed, only that it was, when and from where (Rules 3.7).
pub fn recorded(event: &Event, stamp: &Stamp, recording: bool) -> (Event, Stamp) {
    if recording {
        return (event.clone(), stamp.clone());
    }
    let stamp = match &stamp.actor {
        Actor::ServiceProvider { .. } => stamp.by(Actor::ServiceProvider { site: not_recorded() }),
        _ => stamp.clone(),
    };
    (without_provider(event), stamp)
}

/// The empty name that replaces a provider's when it is not recorded.
pub fn not_recorded() -> PlaceName {
    PlaceName::new("")
}

fn without_provider(event: &Event) -> Event {
    let mut event = event.clone();
    match &mut event {
        Event::PasswordRefused { purpose, .. }
        | Event::PasswordAccepted { purpose }
        | Event::KeyAsked { purpose, .. }
        | Event::KeyRefused { purpose, .. }
        | Event::KeyAccepted { purpose, .. }
        | Event::CarrierAsked { purpose, .. }
        | Event::CarrierRefused { purpose, .. }
        | Event::SecondCodeAsked { purpose, .. }
        | Event::CarrierAccepted { purpose, .. }
        | Event::RequestRefused { purpose, .. }
        | Event::LoggedOn { purpose, .. }
        | Event::LoggedOff { purpose }
        | Event::LogOnRefused { purpose, .. } => hide(purpose),
        Event::CprConsentSet { site, .. } => *site = not_recorded(),
        Event::Signed { purpose, text, .. } => {
            hide(purpose);
            text.clear();
        }
        Event::Created { .. }
        | Event::CertificateOrdered
        | Event::TemporaryPasswordIssued { .. }
        | Event::TemporaryPasswordRefused { .. }
        | Event::TemporaryPasswordDied { .. }
        | Event::TemporaryPasswordBlocked { .. }
        | Event::Activated { .. }
        | Event::PasswordReopened { .. }
        | Event::PasswordChanged { .. }
        | Event::PasswordRehashed { .. }
        | Event::PasswordLocked { .. }
        | Event::LockLifted
        | Event::PasswordBlocked { .. }
        | Event::CardOrdered { .. }
        | Event::CardDelivered { .. }
        | Event::CardAttached { .. }
        | Event::CardActivated { .. }
        | Event::CardBlocked { .. }
        | Event::CardUsedUp { .. }
        | Event::TokenOrdered { .. }
        | Event::AppInstalled { .. }
        | Event::PinChosen { .. }
        | Event::VoiceOrdered { .. }
        | Event::VoiceMoved { .. }
        | Event::CarrierDelivered { .. }
        | Event::CarrierActivated { .. }
        | Event::CarrierBlocked { .. }
        | Event::TokenWornOut { .. }
        | Event::ReorderLevelSet { .. }
        | Event::UserIdChanged { .. }
        | Event::CprNumberChanged { .. }
        | Event::CprLogOnSwitched { .. }
        | Event::ContactChanged { .. }
        | Event::RecordingSwitched { .. }
        | Event::RulesAccepted { .. }
        | Event::ConsentsGiven { .. }
        | Event::PidFetched { .. }
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
        | Event::NemIdClosed { .. } => {}
    }
    event
}

fn hide(purpose: &mut Purpose) {
    if let Some(provider) = purpose.provider_mut() {
        *provider = not_recorded();
    }
}

#[cfg(test)]
mod tests;
