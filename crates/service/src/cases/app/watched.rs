//! Which of a NemID's events are security events.

use rules::nemid::Event;

use crate::cases::app::security::{SecurityEvent, WRONG_PASSWORD};

/// The security event that an event of a NemID is, if it is one; `subject` gives what stands for the NemID.
pub(super) fn security_event(event: &Event, subject: impl FnOnce() -> String) -> Option<SecurityEvent> {
    Some(match event {
        Event::LoggedOn { purpose, .. } => {
            SecurityEvent::LoggedOn { purpose: purpose.code(), subject: subject() }
        }
        Event::LogOnRefused { purpose, bar, .. } => {
            SecurityEvent::LogOnRefused { why: rules::code(bar), purpose: purpose.code(), subject: subject() }
        }
        Event::PasswordRefused { purpose, .. } => SecurityEvent::LogOnRefused {
            why: WRONG_PASSWORD.to_owned(),
            purpose: purpose.code(),
            subject: subject(),
        },
        Event::PasswordLocked { .. } => SecurityEvent::PasswordLocked { subject: subject() },
        Event::PasswordBlocked { reason } => {
            SecurityEvent::PasswordBlocked { why: rules::code(reason), subject: subject() }
        }
        Event::KeyRefused { purpose, .. } | Event::CarrierRefused { purpose, .. } => {
            SecurityEvent::KeyRefused { purpose: purpose.code(), subject: subject() }
        }
        Event::CardBlocked { reason, .. } => {
            SecurityEvent::CardBlocked { why: rules::code(reason), subject: subject() }
        }
        Event::CarrierBlocked { carrier, reason } => SecurityEvent::CarrierBlocked {
            kind: carrier.kind().code(),
            why: rules::code(reason),
            subject: subject(),
        },
        Event::TemporaryPasswordRefused { .. } => {
            SecurityEvent::TemporaryPasswordRefused { subject: subject() }
        }
        Event::Created { .. }
        | Event::CertificateOrdered
        | Event::TemporaryPasswordIssued { .. }
        | Event::TemporaryPasswordDied { .. }
        | Event::TemporaryPasswordBlocked { .. }
        | Event::Activated { .. }
        | Event::PasswordReopened { .. }
        | Event::PasswordChanged { .. }
        | Event::PasswordRehashed { .. }
        | Event::LockLifted
        | Event::PasswordAccepted { .. }
        | Event::KeyAsked { .. }
        | Event::KeyAccepted { .. }
        | Event::CardOrdered { .. }
        | Event::CardDelivered { .. }
        | Event::CardAttached { .. }
        | Event::CardActivated { .. }
        | Event::CardUsedUp { .. }
        | Event::TokenOrdered { .. }
        | Event::AppInstalled { .. }
        | Event::PinChosen { .. }
        | Event::VoiceOrdered { .. }
        | Event::VoiceMoved { .. }
        | Event::CarrierDelivered { .. }
        | Event::CarrierActivated { .. }
        | Event::CarrierAsked { .. }
        | Event::SecondCodeAsked { .. }
        | Event::CarrierAccepted { .. }
        | Event::RequestRefused { .. }
        | Event::TokenWornOut { .. }
        | Event::ReorderLevelSet { .. }
        | Event::LoggedOff { .. }
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
        | Event::NemIdClosed { .. } => return None,
    })
}
