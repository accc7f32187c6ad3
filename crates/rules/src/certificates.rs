//! Certificates: how they are issued, renewed and blocked, and how they run out (Rules 4.1–4.4, D13).

mod renewal;

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use crate::actor::Stamp;
use crate::keys::KeyRefusal;
use crate::nemid::block::CertificateBlockReason;
use crate::nemid::certificate::{
    CertificateSerial, CertificateState, CertifiedDetail, MOST_YEARS, NOTICE, Outdated, RENEW_WITHIN,
};
use crate::nemid::{Certificate, Decision, Event, Issuer, NemId, Purpose};
use crate::post::{Journey, PostalReach};
use crate::sites::Site;
use crate::words::{Email, PersonName, Pid};
use crate::{Refusal, calendar, consents, passwords};

pub use crate::certificates::renewal::{renew, renewal_text};

/// The hour of the night, in Danish time, at which the notices of certificates that run out are written.
const HOUR_OF_NOTICES: i8 = 3;

/// The youngest age, in whole years, at which a person gets a certificate and with it a public NemID (D16).
pub const YOUNGEST: i16 = 15;

/// Why a certificate is not ordered, renewed or blocked.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CertificateRefusal {
    /// There is no valid certificate.
    #[error("no valid certificate")]
    NoneValid,
    /// A certificate is valid or ordered already.
    #[error("already there")]
    AlreadyThere,
    /// Business and employee NemIDs can't have a certificate (Guide 3.2.1).
    #[error("not for this kind of NemID")]
    NotForBusiness,
    /// The NemID is blocked or closed.
    #[error("the NemID has ended")]
    NemIdEnded,
    /// Its holder is younger than 15 (D16).
    #[error("too young")]
    TooYoung,
    /// The holder's password is blocked or locked (DOMAIN 3).
    #[error("password blocked or locked")]
    NotUsable,
    /// A needed consent is missing (Rules 4.1).
    #[error("consent missing")]
    ConsentMissing,
    /// The card can't be used, or the key can't be judged.
    #[error(transparent)]
    Key(#[from] KeyRefusal),
}

impl Refusal for CertificateRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoneValid => "no-valid-certificate",
            Self::AlreadyThere => "certificate-already-there",
            Self::NotForBusiness => "no-certificate-for-business",
            Self::NemIdEnded => "nemid-ended",
            Self::TooYoung => "too-young",
            Self::NotUsable => "not-usable",
            Self::ConsentMissing => "consent-missing",
            Self::Key(refusal) => refusal.code(),
        }
    }
}

/// What a new certificate is made from: the holder's name from CPR, the PID from the PID service or drawn.
#[derive(Clone, Debug)]
pub struct CertificateDraft {
    /// Serial number of the new certificate.
    pub serial: CertificateSerial,
    /// The person's PID number (Rules 4.1).
    pub pid: Pid,
    /// The person's name as in CPR.
    pub name: PersonName,
    /// Years it is to be valid; more than [`MOST_YEARS`] count as that many (Rules 4.4).
    pub years: u16,
    /// The version of the rules under which its holder gave the consents that an ordered one needs; `None` when they
    /// were not asked for (Rules 4.1).
    pub consented: Option<u32>,
}

impl CertificateDraft {
    /// The certificate, valid from the second that `now` lies in, with this e-mail address: other programs read its
    /// validity in whole seconds.
    fn finish(&self, email: Option<Email>, now: Timestamp) -> Certificate {
        let from = Timestamp::from_second(now.as_second()).unwrap_or(now);
        Certificate {
            serial: self.serial,
            pid: self.pid,
            name: self.name.clone(),
            email,
            from,
            until: calendar::years_after(from, self.years.clamp(1, MOST_YEARS)),
            state: CertificateState::Valid,
            outdated: Outdated::default(),
            expiry_noticed: false,
        }
    }
}

/// Issues the ordered certificate. A PID that was fetched before stays the same.
pub fn issue(decision: &mut Decision<'_>, draft: &CertificateDraft) {
    if decision.nemid().pid.is_none() {
        decision.record(Event::PidFetched { pid: draft.pid });
    }
    let pid = decision.nemid().pid.unwrap_or(draft.pid);
    let draft = CertificateDraft { pid, ..draft.clone() };
    let certificate = draft.finish(decision.nemid().contact.email.clone(), decision.stamp().at);
    decision.record(Event::CertificateIssued { certificate });
}

/// Checks whether a certificate can be ordered for the NemID, so that a page offers only what will succeed (D16).
///
/// # Errors
/// When the NemID has ended, is for business or employees, or has a certificate that is valid or ordered, or when the
/// holder's age is below [`YOUNGEST`] or unknown.
pub fn may_be_ordered(
    nemid: &NemId,
    holder_age: Option<i16>,
    now: Timestamp,
) -> Result<(), CertificateRefusal> {
    if !nemid.state.is_open() {
        return Err(CertificateRefusal::NemIdEnded);
    }
    if matches!(nemid.issuer, Issuer::Business(_) | Issuer::Employer(_)) {
        return Err(CertificateRefusal::NotForBusiness);
    }
    if nemid.is_public(now) {
        return Err(CertificateRefusal::AlreadyThere);
    }
    if holder_age.is_none_or(|age| age < YOUNGEST) {
        return Err(CertificateRefusal::TooYoung);
    }
    Ok(())
}

/// Orders a certificate. An activated NemID gets it at once, another with its activation (Guide 2.1), and one with a
/// blocked password with the re-opening. The PID stays the same.
///
/// # Errors
/// As [`may_be_ordered`]; [`CertificateRefusal::NotUsable`] when the holder asks while the password is blocked or
/// locked; [`CertificateRefusal::ConsentMissing`] for an activated NemID whose holder did not consent. One that was never
/// activated asks its holder with the activation.
pub fn order(
    nemid: &NemId,
    draft: &CertificateDraft,
    holder_age: Option<i16>,
    stamp: &Stamp,
) -> Result<Vec<Event>, CertificateRefusal> {
    may_be_ordered(nemid, holder_age, stamp.at)?;
    passwords::holder_may_change(nemid, stamp).map_err(|_| CertificateRefusal::NotUsable)?;
    if nemid.is_activated() && draft.consented.is_none() {
        return Err(CertificateRefusal::ConsentMissing);
    }
    let mut decision = Decision::of(nemid, stamp);
    // A certificate that has just run out is recorded as expired first, so that only the newest is ever valid.
    if let Some(old) = nemid.unended_certificate() {
        decision.record(Event::CertificateExpired { serial: old.serial });
    }
    if let Some(version) = draft.consented {
        decision.record(Event::ConsentsGiven { consents: consents::for_certificate(nemid), version });
    }
    decision.record(Event::CertificateOrdered);
    if nemid.is_activated() && nemid.password.block().is_none() {
        issue(&mut decision, draft);
    }
    Ok(decision.events())
}

/// Whether an ordered certificate comes with this log-on, once its key is right: after a new CPR number the old one is
/// blocked and a new one waits for its holder, at Selvbetjening or at a site that needs it (D28). One that waits for
/// an activation or a re-opening comes with that.
pub fn comes_with_log_on(nemid: &NemId, purpose: &Purpose, holder_age: Option<i16>, now: Timestamp) -> bool {
    let uses_one = match purpose {
        Purpose::LogOn => true,
        Purpose::SiteLogOn { site } => {
            Site::named(site.as_str()).is_some_and(|site| site.kind.needs_certificate())
        }
        _ => false,
    };
    let waits = nemid.certificate_ordered.is_some() && nemid.state.is_open();
    let old_enough = holder_age.is_some_and(|age| age >= YOUNGEST);
    uses_one && waits && old_enough && passwords::may_be_typed(nemid, now).is_ok()
}

/// Whether its holder waits for a new certificate after a new CPR number (D28).
pub fn is_blocked_by_cpr_change(nemid: &NemId) -> bool {
    let reason = match nemid.certificate().map(|certificate| &certificate.state) {
        Some(CertificateState::Blocked(block)) => Some(block.reason),
        _ => None,
    };
    nemid.certificate_ordered.is_some() && reason == Some(CertificateBlockReason::CprNumberChanged)
}

/// Issues the ordered certificate that [comes with a log-on](comes_with_log_on).
pub fn with_log_on(nemid: &NemId, draft: &CertificateDraft, stamp: &Stamp) -> Vec<Event> {
    let mut decision = Decision::of(nemid, stamp);
    issue(&mut decision, draft);
    decision.events()
}

/// Blocks the certificate for good, for its holder, the counter or the operator (Rules 4.3).
///
/// # Errors
/// [`CertificateRefusal::NoneValid`] when none is valid; [`CertificateRefusal::NotUsable`] when the holder asks while
/// the password is blocked or locked (D22).
pub fn block(
    nemid: &NemId,
    reason: CertificateBlockReason,
    stamp: &Stamp,
) -> Result<Vec<Event>, CertificateRefusal> {
    let serial = nemid.valid_certificate(stamp.at).ok_or(CertificateRefusal::NoneValid)?.serial;
    passwords::holder_may_change(nemid, stamp).map_err(|_| CertificateRefusal::NotUsable)?;
    Ok(vec![Event::CertificateBlocked { serial, reason }])
}

/// Compares the certified name and e-mail address with the current ones, and returns an event for each that begins or
/// ceases to differ (Rules 4.2). A certificate without an e-mail address is right whatever the current one is.
pub fn compare_details(nemid: &NemId, name: &PersonName, now: Timestamp) -> Vec<Event> {
    let Some(certificate) = nemid.valid_certificate(now) else { return Vec::new() };
    let email_differs = certificate.email.is_some() && certificate.email != nemid.contact.email;
    let details =
        [(CertifiedDetail::Name, certificate.name != *name), (CertifiedDetail::Email, email_differs)];
    let serial = certificate.serial;
    let compared = details.into_iter().filter_map(|(detail, differs)| {
        let what = Some(detail);
        match (differs, certificate.outdated.since(detail)) {
            (true, None) => Some(Event::CertificateOutdated { serial, what }),
            (false, Some(_)) => Some(Event::CertificateUpToDate { serial, what }),
            _ => None,
        }
    });
    compared.collect()
}

/// The instant at which the holder of a certificate that runs out at `until` is told so: the last night on which a letter
/// can be written that is there four weeks ahead (Rules 4.4, D15, D29). An e-mail is written then too: its address may be gone
/// when it is too late for a letter (D26).
pub fn noticed_at(until: Timestamp, reach: PostalReach) -> Timestamp {
    let Ok(latest) = until.checked_sub(NOTICE) else { return Timestamp::MIN };
    let days = std::iter::successors(Some(calendar::danish_date(latest)), |day| day.yesterday().ok());
    let nights = days.map(|day| calendar::at_danish_time(day, HOUR_OF_NOTICES, 0));
    nights.into_iter().find(|night| Journey::of(*night, reach).arrives <= latest).unwrap_or(Timestamp::MIN)
}

/// Returns what is due for the certificate at `now`: the notice ahead of its end, the block when its name or its e-mail
/// address has been out of date for 30 days, or the end (Rules 4.2, 4.4).
pub fn as_time_passes(nemid: &NemId, now: Timestamp) -> Vec<Event> {
    let Some(certificate) = nemid.unended_certificate().filter(|_| nemid.state.is_open()) else {
        return Vec::new();
    };
    let serial = certificate.serial;
    if certificate.until <= now {
        return vec![Event::CertificateExpired { serial }];
    }
    let outdated = |since: Timestamp| now.duration_since(since) > RENEW_WITHIN;
    if certificate.outdated.first().is_some_and(outdated) {
        return vec![Event::CertificateBlocked { serial, reason: CertificateBlockReason::DetailsOutdated }];
    }
    if !certificate.expiry_noticed && noticed_at(certificate.until, nemid.reach) <= now {
        return vec![Event::CertificateExpiryNoticed { serial, until: certificate.until }];
    }
    Vec::new()
}

/// When the certificate ran out whose end is the first of some events decided later, and the events after that: its end is
/// nobody's doing, and has its own instant (Rules 4.4).
pub fn ran_out_before<'e>(
    nemid: &NemId,
    events: &'e [Event],
    decided: Timestamp,
) -> Option<(Timestamp, &'e [Event])> {
    let [Event::CertificateExpired { serial }, rest @ ..] = events else { return None };
    let ended = nemid.certificates.iter().find(|certificate| certificate.serial == *serial)?.until;
    (ended < decided).then_some((ended, rest))
}

/// The first instant at which [`as_time_passes`] returns an event; `None` when no certificate is valid.
pub fn next_by_time(nemid: &NemId) -> Option<Timestamp> {
    let certificate = nemid.unended_certificate()?;
    // The 30 days have to be over, so that the block is due just after them.
    let just = SignedDuration::from_nanos(1);
    let outdated = certificate.outdated.first().and_then(|since| since.checked_add(RENEW_WITHIN + just).ok());
    let notice = (!certificate.expiry_noticed).then(|| noticed_at(certificate.until, nemid.reach));
    [Some(certificate.until), outdated, notice].into_iter().flatten().min()
}

#[cfg(test)]
mod tests;
