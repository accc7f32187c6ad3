//! Service providers: whom a site admits, which claims it gets, and what it allows (Rules 2, 3.5.4, 4, 4.1).

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::certificates::YOUNGEST;
use crate::nemid::certificate::CertificateState;
use crate::nemid::event::LogOnBar;
use crate::nemid::{CardState, Event, Issuer, NemId};
use crate::sites::{Site, SiteKind};
use crate::words::{CprNumber, PersonName, Pid};

/// Why a site does not admit a holder, or does not allow something. It is shown only after the password was right, so
/// that it does not help a person who guesses.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SiteRefusal {
    /// The NemID is for a netbank alone.
    #[error("no certificate")]
    BankOnly,
    /// The certificate has run out.
    #[error("certificate expired")]
    CertificateExpired,
    /// The certificate is blocked.
    #[error("certificate blocked")]
    CertificateBlocked,
    /// The NemID has no valid certificate, but another NemID of its holder has one (Rules 4).
    #[error("another NemID has the certificate")]
    OtherNemId,
    /// Its holder is too young for a certificate (D16).
    #[error("too young")]
    TooYoung,
    /// A business or employee NemID can't have a certificate (Guide 3.2.1).
    #[error("business NemID")]
    BusinessNemId,
    /// The bank has no agreement with this NemID.
    #[error("no agreement")]
    NoAgreement,
    /// No card can be used, and the site admits nobody by password alone (Rules 3.5.4).
    #[error("no card")]
    NoCard,
    /// As [`SiteRefusal::NoCard`], while a new card is in the post.
    #[error("card awaited")]
    CardAwaited,
    /// The session was opened by password alone, which allows looking, but neither paying nor signing (Rules 3.5.4).
    #[error("only to look")]
    OnlyToLook,
}

impl Refusal for SiteRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BankOnly => "site-bank-only",
            Self::CertificateExpired => "site-certificate-expired",
            Self::CertificateBlocked => "site-certificate-blocked",
            Self::OtherNemId => "site-other-nemid",
            Self::TooYoung => "site-too-young",
            Self::BusinessNemId => "site-business-nemid",
            Self::NoAgreement => "site-no-agreement",
            Self::NoCard => "site-no-card",
            Self::CardAwaited => "site-card-awaited",
            Self::OnlyToLook => "site-only-to-look",
        }
    }
}

impl SiteRefusal {
    /// The refusal for a holder who has all these NemIDs. A holder with a valid certificate on another NemID has to use
    /// that one, and can't order a certificate for this (Rules 4).
    #[must_use]
    pub fn among(self, theirs: &[NemId], now: Timestamp) -> Self {
        match self {
            Self::BankOnly | Self::CertificateExpired | Self::CertificateBlocked
                if theirs.iter().any(|one| one.valid_certificate(now).is_some()) =>
            {
                Self::OtherNemId
            }
            other => other,
        }
    }

    /// The reason that the event log gives for the refused log-on.
    pub fn bar(self) -> LogOnBar {
        match self {
            Self::NoAgreement => LogOnBar::NoAgreement,
            Self::NoCard | Self::CardAwaited | Self::OnlyToLook => LogOnBar::NoCard,
            _ => LogOnBar::NoCertificate,
        }
    }
}

/// Checks that a site admits the holder after password and key.
///
/// # Errors
/// Why there is no valid certificate, at a site that needs one; [`SiteRefusal::NoAgreement`] at a netbank.
pub fn admit(nemid: &NemId, site: &Site, age: Option<i16>, now: Timestamp) -> Result<(), SiteRefusal> {
    match site.kind {
        SiteKind::Public | SiteKind::Private => certificate(nemid, age, now),
        SiteKind::Netbank { .. } | SiteKind::BusinessNetbank => customer(nemid, site),
    }
}

/// Checks that the holder has a valid certificate, which the sites of authorities and companies need.
///
/// # Errors
/// Why there is none: the NemID can't have one, its holder is too young, it never had one, or the last one is blocked
/// or expired.
pub(super) fn certificate(nemid: &NemId, age: Option<i16>, now: Timestamp) -> Result<(), SiteRefusal> {
    if nemid.valid_certificate(now).is_some() {
        return Ok(());
    }
    Err(match (nemid.certificate().map(|certificate| &certificate.state), &nemid.issuer) {
        (_, Issuer::Business(_) | Issuer::Employer(_)) => SiteRefusal::BusinessNemId,
        (None, _) if age.is_some_and(|age| age < YOUNGEST) => SiteRefusal::TooYoung,
        (None, _) => SiteRefusal::BankOnly,
        (Some(CertificateState::Blocked(_)), _) => SiteRefusal::CertificateBlocked,
        (Some(CertificateState::Expired { .. } | CertificateState::Valid), _) => {
            SiteRefusal::CertificateExpired
        }
    })
}

/// Checks that the bank has an agreement with the NemID. A business NemID opens a business netbank and nothing else.
fn customer(nemid: &NemId, site: &Site) -> Result<(), SiteRefusal> {
    let has = nemid.agreements.iter().any(|agreement| agreement.bank.as_str() == site.place.name);
    let of_a_company = matches!(nemid.issuer, Issuer::Business(_));
    if has && of_a_company == (site.kind == SiteKind::BusinessNetbank) {
        return Ok(());
    }
    Err(SiteRefusal::NoAgreement)
}

/// What a right password leads to at a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterPassword {
    /// A key is asked for.
    Key,
    /// The customer may look, but not pay (Rules 3.5.4).
    OnlyToLook,
}

/// What a right password leads to. When only the carriers of keys are blocked, all of them, some banks let their customer look; other banks and
/// all other sites admit nobody without a key (Rules 3.5.4).
///
/// # Errors
/// [`SiteRefusal::NoCard`] when no card can be used; [`SiteRefusal::CardAwaited`] while a new one is in the post.
pub fn after_password(nemid: &NemId, site: &Site) -> Result<AfterPassword, SiteRefusal> {
    if nemid.can_answer() {
        return Ok(AfterPassword::Key);
    }
    let limited = site.kind == SiteKind::Netbank { limited_access: true };
    if limited && cards_are_blocked(nemid) && customer(nemid, site).is_ok() {
        return Ok(AfterPassword::OnlyToLook);
    }
    let awaited = nemid.cards.iter().any(|card| card.state == CardState::Ordered);
    Err(if awaited { SiteRefusal::CardAwaited } else { SiteRefusal::NoCard })
}

/// Whether the holder has no card because of a block: the last card that they held is blocked, not used up.
fn cards_are_blocked(nemid: &NemId) -> bool {
    let mut held = nemid.cards.iter().filter(|card| card.state != CardState::Ordered);
    held.next_back().is_some_and(|card| matches!(card.state, CardState::Blocked(_)))
}

/// Checks that a session allows paying and signing (Rules 2, 3.5.4).
///
/// # Errors
/// [`SiteRefusal::OnlyToLook`] when the session was opened by password alone (`limited`).
pub fn may_commit(limited: bool) -> Result<(), SiteRefusal> {
    if limited { Err(SiteRefusal::OnlyToLook) } else { Ok(()) }
}

/// Gives or withdraws the consent that a private site gets the CPR number (Rules 4.1). No event follows when the
/// consent stays as it was `before`. Authorities and banks need no consent.
pub fn set_consent(nemid: &NemId, site: &Site, before: bool, given: bool) -> Vec<Event> {
    let possible = site.kind == SiteKind::Private && nemid.pid.is_some() && before != given;
    possible.then(|| Event::CprConsentSet { site: site.name(), given }).into_iter().collect()
}

/// The claims that a site gets about the citizen who logs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The name as certified; at a bank the name in the CPR register.
    pub name: PersonName,
    /// The PID number in the certificate; `None` at a bank.
    pub pid: Option<Pid>,
    /// The CPR number, if the site may get it.
    pub cpr: Option<CprNumber>,
}

/// The name by which the holder is known in a session. If the session relies on the certificate (`on_certificate`), it
/// is the certified name, which stays the old one until a changed name is renewed (Rules 4.2); otherwise it is the name
/// `registered` in CPR.
pub fn known_as<'a>(
    nemid: &'a NemId,
    on_certificate: bool,
    registered: &'a PersonName,
    now: Timestamp,
) -> &'a PersonName {
    let certificate = nemid.valid_certificate(now).filter(|_| on_certificate);
    certificate.map_or(registered, |certificate| &certificate.name)
}

/// The claims for a site (Rules 4.1). An authority gets name, PID and CPR number; a company gets the CPR number only
/// with consent; a bank identifies its private customers by CPR number and uses no certificate.
pub fn claims(nemid: &NemId, kind: SiteKind, name: &PersonName, consent: bool, now: Timestamp) -> Claims {
    let on_certificate = kind.needs_certificate();
    let certificate = nemid.valid_certificate(now).filter(|_| on_certificate);
    let knows_cpr = match kind {
        SiteKind::Public | SiteKind::Netbank { .. } => true,
        SiteKind::Private => consent,
        SiteKind::BusinessNetbank => false,
    };
    Claims {
        name: known_as(nemid, on_certificate, name, now).clone(),
        pid: certificate.map(|certificate| certificate.pid),
        cpr: knows_cpr.then_some(nemid.holder),
    }
}

#[cfg(test)]
mod tests;
