//! Which sessions an event ends at once (DOMAIN 3), and how long they last (D11).

use jiff::{SignedDuration, Timestamp};

use super::actor::PlaceName;
use super::nemid::block::CertificateBlockReason;
use super::nemid::{Event, NemId};

/// A log-on in progress, by the real clock (D11).
pub const LOG_ON: SignedDuration = SignedDuration::from_mins(5);
/// An activation or a re-opening in progress, by the real clock (D11).
pub const START: SignedDuration = SignedDuration::from_mins(30);
/// A session without a request, by the real clock (D11).
pub const IDLE: SignedDuration = SignedDuration::from_mins(15);

/// A form that was sent is known again, by the real clock: longer than the session or the errand it was shown in lasts,
/// and than a page is left open by whoever means the same wish.
pub const FORM: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Which of a NemID's sessions end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends<'e> {
    /// All of them.
    All,
    /// All but the one that asked.
    AllButAsking,
    /// Those at public sites.
    PublicSites,
    /// None, but the log-ons that have not come to their key yet.
    LogOnsBegun,
    /// That at one netbank.
    Netbank(&'e PlaceName),
}

/// What an event ends at once (DOMAIN 3). A renewed certificate ends nothing: the new one has taken over. A changed
/// password ends no session, but whoever began a log-on with the old one does not get in by that. A bank that closes the
/// access to its netbank, or moves it to another NemID, shows who is logged on there the door (Rules 4.1).
pub fn ended_by(event: &Event) -> Option<Ends<'_>> {
    match event {
        Event::PasswordBlocked { .. }
        | Event::PasswordLocked { .. }
        | Event::PasswordReopened { .. }
        | Event::NemIdBlocked { .. }
        | Event::NemIdClosed { .. } => Some(Ends::All),
        Event::CardBlocked { .. } => Some(Ends::AllButAsking),
        Event::PasswordChanged { .. } => Some(Ends::LogOnsBegun),
        Event::CertificateBlocked { reason: CertificateBlockReason::Renewed, .. }
        | Event::Created { .. }
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
        | Event::PidFetched { .. }
        | Event::CertificateIssued { .. }
        | Event::CertificateExpiryNoticed { .. }
        | Event::CertificateOutdated { .. }
        | Event::CertificateUpToDate { .. }
        | Event::AgreementMade { .. }
        | Event::AgreementMovedHere { .. } => None,
        Event::CertificateBlocked { .. } | Event::CertificateExpired { .. } => Some(Ends::PublicSites),
        Event::AgreementEnded { bank } | Event::AgreementMovedAway { bank, .. } => Some(Ends::Netbank(bank)),
    }
}

/// Whether a session that stands on a certificate may go on: from the minute on at which it runs out it does not, though
/// only the night notes that it did (DOMAIN 3, Rules 4.4).
pub fn goes_on(nemid: &NemId, stands_on_certificate: bool, now: Timestamp) -> bool {
    !stands_on_certificate || nemid.valid_certificate(now).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::nemid::block::{CardBlockReason, PasswordBlockReason};
    use crate::rules::nemid::certificate::CertificateSerial;
    use crate::rules::words::KeyCardNumber;

    fn certificate_blocked(reason: CertificateBlockReason) -> Event {
        Event::CertificateBlocked { serial: CertificateSerial(1), reason }
    }

    #[test]
    fn a_blocked_password_ends_all_sessions_and_a_blocked_card_all_but_the_one_that_asked() {
        let password = Event::PasswordBlocked { reason: PasswordBlockReason::KnownByOthers };
        assert_eq!(ended_by(&password), Some(Ends::All));
        let card = KeyCardNumber::from_drawn(1);
        let card = Event::CardBlocked { card, reason: CardBlockReason::Lost };
        assert_eq!(ended_by(&card), Some(Ends::AllButAsking));
    }

    #[test]
    fn an_agreement_that_ends_or_moves_away_ends_the_session_at_that_bank_alone() {
        let bank = PlaceName::new("fjordbanken");
        let ended = Event::AgreementEnded { bank: bank.clone() };
        assert_eq!(ended_by(&ended), Some(Ends::Netbank(&bank)));
        assert_eq!(ended_by(&Event::AgreementMade { bank: bank.clone() }), None);
    }

    #[test]
    fn a_blocked_certificate_ends_those_at_public_sites_but_a_renewed_one_ends_none() {
        let asked = certificate_blocked(CertificateBlockReason::HolderAsked);
        assert_eq!(ended_by(&asked), Some(Ends::PublicSites));
        assert_eq!(ended_by(&certificate_blocked(CertificateBlockReason::Renewed)), None);
    }
}
