//! Which sessions an event ends at once (DOMAIN 3), and how long they last (D11).

use jiff::SignedDuration;

use super::nemid::Event;

/// A log-on in progress, by the real clock (D11).
pub const LOG_ON: SignedDuration = SignedDuration::from_mins(5);
/// An activation or a re-opening in progress, by the real clock (D11).
pub const START: SignedDuration = SignedDuration::from_mins(30);
/// A session without a request, by the real clock (D11).
pub const IDLE: SignedDuration = SignedDuration::from_mins(15);

/// Which of a NemID's sessions end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// All of them.
    All,
    /// All but the one that asked.
    AllButAsking,
    /// Those at public sites.
    PublicSites,
}

/// What an event ends at once (DOMAIN 3).
pub fn ended_by(event: &Event) -> Option<Ends> {
    match event {
        Event::PasswordBlocked { .. }
        | Event::PasswordLocked { .. }
        | Event::PasswordReopened { .. }
        | Event::NemIdBlocked { .. }
        | Event::NemIdClosed { .. } => Some(Ends::All),
        Event::CardBlocked { .. } => Some(Ends::AllButAsking),
        Event::CertificateBlocked { .. } | Event::CertificateExpired { .. } => Some(Ends::PublicSites),
        _ => None,
    }
}
