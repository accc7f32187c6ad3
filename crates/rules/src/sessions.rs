//! Which sessions an event ends at once (DOMAIN 3), and how long they last (D11).

use jiff::{SignedDuration, Timestamp};

use crate::actor::PlaceName;
use crate::nemid::block::CertificateBlockReason;
use crate::nemid::{Event, NemId};

/// How long a log-on in progress lasts, by the real clock (D11).
pub const LOG_ON: SignedDuration = SignedDuration::from_mins(5);
/// How long an activation or a re-opening in progress lasts, by the real clock (D11).
pub const ENROLMENT: SignedDuration = SignedDuration::from_mins(30);
/// How long a session lasts without a request, by the real clock (D11).
pub const IDLE: SignedDuration = SignedDuration::from_mins(15);

/// How long a session lasts at most, however busy it is, by the real clock (D11). It is longer than a working day, so
/// that nobody is logged off in the middle of one, and shorter than a night and a day at a screen that was left open.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// How long before a session's longest life is over its pages say so, by the real clock (D11).
pub const WARNING: SignedDuration = SignedDuration::from_mins(30);

/// Why a session is over by time alone (D11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunOut {
    /// It was not used for [`IDLE`].
    Idle,
    /// It has lasted for [`LONGEST`].
    Longest,
}

/// Why a session that began at `started` and was last used at `seen` is over at `now`, by the real clock; `None` while
/// it lasts.
pub fn run_out(started: Timestamp, seen: Timestamp, now: Timestamp) -> Option<RunOut> {
    if now.duration_since(started) > LONGEST {
        Some(RunOut::Longest)
    } else if now.duration_since(seen) > IDLE {
        Some(RunOut::Idle)
    } else {
        None
    }
}

/// How long a session that began at `started` still lasts at most, if that is so little that its pages say it.
pub fn ends_soon(started: Timestamp, now: Timestamp) -> Option<SignedDuration> {
    let left = LONGEST - now.duration_since(started);
    (left <= WARNING).then_some(left.max(SignedDuration::ZERO))
}

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
        | Event::CprNumberChanged { .. }
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
    fn a_session_runs_out_unused_after_a_quarter_of_an_hour_and_at_last_after_twelve() {
        let began: Timestamp = "2026-01-05T08:00:00Z".parse().unwrap();
        let (last, first_after) = (began + LONGEST, began + LONGEST + SignedDuration::from_secs(1));
        assert_eq!(run_out(began, began, began + IDLE), None);
        assert_eq!(run_out(began, began, began + IDLE + SignedDuration::from_secs(1)), Some(RunOut::Idle));
        assert_eq!(run_out(began, last, last), None);
        assert_eq!(ends_soon(began, last - WARNING - SignedDuration::from_secs(1)), None);
        assert_eq!(ends_soon(began, last - WARNING), Some(WARNING));
        assert_eq!(run_out(began, first_after, first_after), Some(RunOut::Longest), "however busy it is");
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
    fn a_session_lasts_a_quarter_of_an_hour_an_enrolment_a_half_and_a_sent_form_is_known_for_a_week() {
        assert_eq!([LOG_ON, IDLE, ENROLMENT].map(|period| period.as_mins()), [5, 15, 30]);
        assert_eq!(FORM.as_secs(), 604_800);
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
