//! Service providers: whom a site lets in, what it is told, and what it lets one do (Rules 2, 3.5.4, 4, 4.1).

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::certificates::YOUNGEST;
use crate::nemid::certificate::CertificateState;
use crate::nemid::event::LogOnBar;
use crate::nemid::{CardState, Event, Issuer, NemId};
use crate::sites::{Site, SiteKind};
use crate::words::{CprNumber, PersonName, Pid};

/// Why a site does not let somebody in, or do something. Told only to whom password and key have shown to be the
/// holder, so that it is of no help to a guesser.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SiteRefusal {
    /// The NemID is a bank's alone.
    #[error("no certificate")]
    BankOnly,
    /// The certificate has run out.
    #[error("certificate expired")]
    CertificateExpired,
    /// The certificate is blocked.
    #[error("certificate blocked")]
    CertificateBlocked,
    /// The NemID has no valid certificate, but its holder has another one that has (Rules 4).
    #[error("another NemID has the certificate")]
    OtherNemId,
    /// Its holder is too young for a certificate (D16).
    #[error("too young")]
    TooYoung,
    /// No certificate can be tied to a NemID of a company or for work (Guide 3.2.1).
    #[error("business NemID")]
    BusinessNemId,
    /// The bank has no agreement with this NemID.
    #[error("no agreement")]
    NoAgreement,
    /// No card can be used, and the site lets nobody in by password alone (Rules 3.5.4).
    #[error("no card")]
    NoCard,
    /// The same, while a new card is on its way.
    #[error("card awaited")]
    CardAwaited,
    /// One was let in by password alone: to look, not to commit oneself (Rules 3.5.4).
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
    /// What it comes to for a holder with all these NemIDs: who has another one with a valid certificate uses that one,
    /// and can order none for this (Rules 4).
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

    /// How the event log puts it.
    pub fn bar(self) -> LogOnBar {
        match self {
            Self::NoAgreement => LogOnBar::NoAgreement,
            Self::NoCard | Self::CardAwaited | Self::OnlyToLook => LogOnBar::NoCard,
            _ => LogOnBar::NoCertificate,
        }
    }
}

/// Whether a site lets the holder in after password and key.
///
/// # Errors
/// Why not: no valid certificate where one is needed, or no agreement with the bank.
pub fn admit(nemid: &NemId, site: &Site, age: Option<i16>, now: Timestamp) -> Result<(), SiteRefusal> {
    match site.kind {
        SiteKind::Public | SiteKind::Private => certificate(nemid, age, now),
        SiteKind::Netbank { .. } | SiteKind::BusinessNetbank => customer(nemid, site),
    }
}

/// Whether the holder has a valid certificate, which authorities and companies ask for.
///
/// # Errors
/// Why there is none.
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

/// A customer's NemID has an agreement with the bank; a company's opens the company's netbank and nothing else.
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
    /// The customer is let in to look, not to pay (Rules 3.5.4).
    OnlyToLook,
}

/// What a right password leads to. Where only the cards are blocked, some banks let their customer look; others, and
/// all other sites, let nobody in without a key (Rules 3.5.4).
///
/// # Errors
/// [`SiteRefusal::NoCard`]; [`SiteRefusal::CardAwaited`] while a new one is on its way.
pub fn after_password(nemid: &NemId, site: &Site) -> Result<AfterPassword, SiteRefusal> {
    if nemid.usable_cards().next().is_some() {
        return Ok(AfterPassword::Key);
    }
    let limited = site.kind == SiteKind::Netbank { limited_access: true };
    if limited && cards_are_blocked(nemid) && customer(nemid, site).is_ok() {
        return Ok(AfterPassword::OnlyToLook);
    }
    let awaited = nemid.cards.iter().any(|card| card.state == CardState::Ordered);
    Err(if awaited { SiteRefusal::CardAwaited } else { SiteRefusal::NoCard })
}

/// Whether it is a block that leaves the holder without a card: the last one that was held is blocked, not used up.
fn cards_are_blocked(nemid: &NemId) -> bool {
    let mut held = nemid.cards.iter().filter(|card| card.state != CardState::Ordered);
    held.next_back().is_some_and(|card| matches!(card.state, CardState::Blocked(_)))
}

/// Whether one may commit oneself in a session: pay, sign (Rules 2, 3.5.4).
///
/// # Errors
/// [`SiteRefusal::OnlyToLook`] where the session was opened by password alone.
pub fn may_commit(limited: bool) -> Result<(), SiteRefusal> {
    if limited { Err(SiteRefusal::OnlyToLook) } else { Ok(()) }
}

/// A citizen agrees that a private site is told the CPR number, or takes it back; what stands already stands (Rules
/// 4.1). Authorities and banks need no consent.
pub fn set_consent(nemid: &NemId, site: &Site, before: bool, given: bool) -> Vec<Event> {
    let possible = site.kind == SiteKind::Private && nemid.pid.is_some() && before != given;
    possible.then(|| Event::CprConsentSet { site: site.name(), given }).into_iter().collect()
}

/// What a site is told of who logs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The name: as certified, at a bank as the bank knows its customer.
    pub name: PersonName,
    /// The PID number, which the certificate carries.
    pub pid: Option<Pid>,
    /// The CPR number, where it is allowed.
    pub cpr: Option<CprNumber>,
}

/// By which name the holder is known in a session: where it stands on the certificate as that says, which lags behind
/// until a changed one is renewed (Rules 4.2), else as `registered` in CPR.
pub fn known_as<'a>(
    nemid: &'a NemId,
    on_certificate: bool,
    registered: &'a PersonName,
    now: Timestamp,
) -> &'a PersonName {
    let certificate = nemid.valid_certificate(now).filter(|_| on_certificate);
    certificate.map_or(registered, |certificate| &certificate.name)
}

/// What a site is told (Rules 4.1): an authority name, PID and CPR number; a company the CPR number only with
/// consent; a bank knows its private customers by CPR number and uses no certificate.
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
