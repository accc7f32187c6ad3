//! The renewal of a certificate: its holder signs for the new one with the old one, by password and key (Rules 4.4).

use jiff::Timestamp;

use crate::actor::Stamp;
use crate::cards::DrawnCard;
use crate::certificates::{CertificateDraft, CertificateRefusal, issue};
use crate::keys::{KeyAnswer, KeyOutcome};
use crate::nemid::block::CertificateBlockReason;
use crate::nemid::{Decision, Event, NemId, Purpose};
use crate::words::PersonName;
use crate::{keys, passwords};

/// What the old certificate signs: its serial number, and the name and e-mail address that the new one will show. The key
/// is asked for this and counts for nothing else (D4). `None` when no certificate is valid.
pub fn renewal_text(nemid: &NemId, name: &PersonName, now: Timestamp) -> Option<String> {
    let old = nemid.valid_certificate(now)?.serial;
    let email = nemid.contact.email.as_ref().map(ToString::to_string).unwrap_or_default();
    Some(format!("{old}\n{name}\n{email}"))
}

/// Renews a valid certificate with a key that was asked for it, after the password: the new one replaces the old one, with
/// the holder's current name and e-mail address (Rules 4.4). A wrong key changes nothing but the card's count.
///
/// # Errors
/// [`CertificateRefusal::NoneValid`] when it has run out or is blocked, so that a new one has to be ordered;
/// [`CertificateRefusal::NotUsable`] unless the password is in use; [`CertificateRefusal::Key`] when the card can't be
/// used, or the key was asked for something else or is no longer pending.
pub fn renew(
    nemid: &NemId,
    draft: &CertificateDraft,
    typed: &KeyAnswer,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), CertificateRefusal> {
    if !nemid.state.is_open() {
        return Err(CertificateRefusal::NemIdEnded);
    }
    let serial = nemid.valid_certificate(stamp.at).ok_or(CertificateRefusal::NoneValid)?.serial;
    passwords::may_be_typed(nemid, stamp.at).map_err(|_| CertificateRefusal::NotUsable)?;
    keys::asked_for(typed, |purpose| *purpose == Purpose::Renewal)?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = keys::answer(&mut decision, typed, spare)?;
    if outcome == KeyOutcome::Right {
        let reason = CertificateBlockReason::Renewed;
        decision.record(Event::CertificateBlocked { serial, reason });
        issue(&mut decision, draft);
    }
    Ok((decision.events(), outcome))
}
