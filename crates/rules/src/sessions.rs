//! Which sessions an event ends at once (DOMAIN 3), how long what was begun lasts (D11), and how long it is remembered.

mod lifetimes;

use jiff::{SignedDuration, Timestamp};

use crate::actor::PlaceName;
use crate::nemid::block::CertificateBlockReason;
use crate::nemid::{Event, NemId};

pub use crate::sessions::lifetimes::{End, Life, Lifetimes, RunOut};

/// How long a session, enrolment or errand that is over is remembered, and what its holder had typed, by the real
/// clock: so it is known to whom the text is given back (D32).
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// How long a form that was sent is recognised when it is sent again, by the real clock. That is longer than the
/// session or errand that showed it lasts, and longer than a page is left open by a person who still means the same
/// request.
pub const FORM: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long the count of wrong passwords for a user ID that nobody has is kept after the latest of them, by the simulated
/// clock. Meanwhile it is told what a NemID's holder would be.
pub const DECOY: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Which of a NemID's sessions end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends<'e> {
    /// Every session, and every log-on in progress.
    All,
    /// Every session except the one that made the change.
    AllButAsking,
    /// The sessions at sites that need a certificate.
    PublicSites,
    /// No session, only log-ons and other questions for a key in progress.
    LogOnsBegun,
    /// The session at this netbank.
    Netbank(&'e PlaceName),
}

/// Which sessions an event ends at once (DOMAIN 3). A renewed certificate ends none, since the new one replaces it. A
/// changed password ends no session, but ends the log-ons that began with the old one. A bank that closes the access to
/// its netbank, or moves its agreement to another NemID, ends the session there (Rules 4.1).
pub fn ended_by(event: &Event) -> Option<Ends<'_>> {
    match event {
        Event::PasswordBlocked { .. }
        | Event::PasswordLocked { .. }
        | Event::PasswordReopened { .. }
        | Event::NemIdBlocked { .. }
        | Event::NemIdClosed { .. } => Some(Ends::All),
        Event::CardBlocked { .. } | Event::CarrierBlocked { .. } => Some(Ends::AllButAsking),
        Event::PasswordChanged { .. } => Some(Ends::LogOnsBegun),
        Event::CertificateBlocked { reason: CertificateBlockReason::Renewed, .. }
        | Event::Created { .. }
        | Event::CertificateOrdered
        | Event::TemporaryPasswordIssued { .. }
        | Event::TemporaryPasswordRefused { .. }
        | Event::TemporaryPasswordDied { .. }
        | Event::TemporaryPasswordBlocked { .. }
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

/// Whether a session that may rely on a certificate goes on. It ends at the instant at which the certificate runs out,
/// although the nightly round records that later (DOMAIN 3, Rules 4.4).
pub fn goes_on(nemid: &NemId, stands_on_certificate: bool, now: Timestamp) -> bool {
    !stands_on_certificate || nemid.valid_certificate(now).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nemid::block::{CardBlockReason, PasswordBlockReason};
    use crate::nemid::certificate::CertificateSerial;
    use crate::words::KeyCardNumber;

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
    fn what_is_over_is_remembered_for_a_day_and_a_sent_form_for_a_week() {
        assert_eq!((REMEMBERED.as_secs(), FORM.as_secs()), (86_400, 604_800));
    }

    #[test]
    fn these_events_end_these_sessions_and_no_other_event_ends_any() {
        let bank = crate::example::bank();
        let events = crate::example::events::all();
        let ending = events.iter().filter_map(|event| Some((crate::log::code(event), ended_by(event)?)));
        let expected = [
            ("password_reopened", Ends::All),
            ("password_changed", Ends::LogOnsBegun),
            ("password_locked", Ends::All),
            ("password_blocked", Ends::All),
            ("card_blocked", Ends::AllButAsking),
            ("carrier_blocked", Ends::AllButAsking),
            ("certificate_expired", Ends::PublicSites),
            ("certificate_blocked", Ends::PublicSites),
            ("agreement_moved_away", Ends::Netbank(&bank)),
            ("agreement_ended", Ends::Netbank(&bank)),
            ("nem_id_blocked", Ends::All),
            ("nem_id_closed", Ends::All),
        ];
        assert_eq!(ending.collect::<Vec<_>>(), expected.map(|(code, ends)| (code.to_owned(), ends)));
    }

    #[test]
    fn a_session_on_a_certificate_ends_with_it_to_the_second_and_another_goes_on() {
        let life = crate::example::Life::in_use();
        let until = life.nemid.certificate().unwrap().until;
        let before = until - SignedDuration::from_secs(1);
        for (on_certificate, now, expected) in
            [(true, before, true), (true, until, false), (false, before, true), (false, until, true)]
        {
            assert_eq!(goes_on(&life.nemid, on_certificate, now), expected);
        }
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
