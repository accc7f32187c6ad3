//! Cards and certificates as several pages here show them.

use jiff::Timestamp;
use serde::Serialize;

use crate::web::states;
use crate::web::states::{Colour, StateView};
use crate::web::texts::Text;
use crate::web::wording::code;
use rules::nemid::certificate::CertificateState;
use rules::nemid::{CardState, Certificate, KeyCard};
use service::cases::own::overview::Overview;

/// One key card.
#[derive(Serialize)]
pub struct CardView {
    pub number: String,
    pub state: Text,
    /// The colour of the state.
    pub kind: Colour,
    pub keys_left: u8,
    pub since: Timestamp,
    /// When it arrives by post.
    pub arrives: Option<Timestamp>,
    /// Why and when it was blocked.
    pub reason: Option<Text>,
    pub ended: Option<Timestamp>,
    pub open: bool,
}

impl CardView {
    /// A card of an overview.
    pub fn of(card: &KeyCard, overview: &Overview) -> Self {
        let (reason, ended) = match &card.state {
            CardState::Blocked(block) => {
                (Some(Text::new(format!("reason-{}", code(block.reason)))), Some(block.at))
            }
            CardState::UsedUp { at } => (None, Some(*at)),
            CardState::Ordered | CardState::Attached | CardState::Active => (None, None),
        };
        let state = states::card(&card.state);
        Self {
            number: card.number.to_string(),
            state: state.text,
            kind: state.kind,
            keys_left: card.keys_left(),
            since: card.since,
            arrives: overview.arrival(card.number),
            reason,
            ended,
            open: card.is_open(),
        }
    }
}

/// The newest certificate, or that there is none.
#[derive(Serialize)]
pub struct CertificateView {
    /// `none`, `ordered`, `valid`, `blocked`, `expired`.
    pub code: &'static str,
    pub state: Text,
    /// The colour of the state.
    pub kind: Colour,
    pub details: Option<CertificateDetails>,
}

/// The contents of a certificate.
#[derive(Serialize)]
pub struct CertificateDetails {
    serial: String,
    pid: String,
    name: String,
    email: Option<String>,
    from: Timestamp,
    until: Timestamp,
    /// Why it was blocked.
    reason: Option<Text>,
    ended: Option<Timestamp>,
}

impl CertificateView {
    /// The certificate of an overview.
    pub fn of(overview: &Overview) -> Self {
        let nemid = &overview.nemid;
        let status = nemid.certificate_status(overview.now);
        let StateView { text, kind } = states::certificate(status);
        let details = nemid.certificate().map(CertificateDetails::of);
        Self { code: status.code(), state: text, kind, details }
    }
}

impl CertificateDetails {
    fn of(certificate: &Certificate) -> Self {
        let (reason, ended) = match &certificate.state {
            CertificateState::Blocked(block) => {
                (Some(Text::new(format!("reason-{}", code(block.reason)))), Some(block.at))
            }
            // The end of validity already says that it has expired, and when.
            CertificateState::Expired { .. } | CertificateState::Valid => (None, None),
        };
        Self {
            serial: certificate.serial.to_string(),
            pid: certificate.pid.to_string(),
            name: certificate.name.to_string(),
            email: certificate.email.as_ref().map(ToString::to_string),
            from: certificate.from,
            until: certificate.until,
            reason,
            ended,
        }
    }
}
