//! The names and colours of the states of a NemID, its cards and its certificate: one place for the citizen,
//! for every desk and for the control room.
//!
//! Green is in use. Blue is on its way, or does not exist yet. Amber has stopped, and something can be done
//! about it. Red has ended for good.

use serde::Serialize;

use crate::web::texts::Text;
use rules::nemid::reading::{CertificateStatus, Status};
use rules::nemid::{CardState, CarrierState};
use rules::words::CarrierKind;

/// The colour of a tag or a notice, by the design system's word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    Success,
    Info,
    Warning,
    Error,
}

/// A state as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StateView {
    /// Its name.
    pub text: Text,
    pub kind: Colour,
}

impl StateView {
    fn of(key: &'static str, kind: Colour) -> Self {
        Self { text: Text::new(key), kind }
    }
}

/// The state of a NemID.
pub fn nemid(status: Status) -> StateView {
    match status {
        Status::NotActivated => StateView::of("nemid-state-not-activated", Colour::Info),
        Status::Active => StateView::of("nemid-state-active", Colour::Success),
        Status::Locked => StateView::of("nemid-state-locked", Colour::Warning),
        Status::PasswordBlocked => StateView::of("nemid-state-password-blocked", Colour::Warning),
        Status::Blocked => StateView::of("nemid-state-blocked", Colour::Error),
        Status::Closed => StateView::of("nemid-state-closed", Colour::Error),
    }
}

/// The state of a card. A card that is used up is amber: another one may have to be ordered.
pub fn card(state: &CardState) -> StateView {
    match state {
        CardState::Ordered => StateView::of("card-state-ordered", Colour::Info),
        CardState::Attached => StateView::of("card-state-attached", Colour::Info),
        CardState::Active => StateView::of("card-state-active", Colour::Success),
        CardState::Blocked(_) => StateView::of("card-state-blocked", Colour::Error),
        CardState::UsedUp { .. } => StateView::of("card-state-used-up", Colour::Warning),
    }
}

/// The state of a token, an app or a voice line. A token whose battery has ended is amber: another one can be ordered.
pub fn carrier(kind: CarrierKind, state: &CarrierState) -> StateView {
    match (state, kind) {
        (CarrierState::Ordered, _) => StateView::of("card-state-ordered", Colour::Info),
        (CarrierState::Attached, CarrierKind::App) => StateView::of("carrier-state-installed", Colour::Info),
        (CarrierState::Attached, _) => StateView::of("carrier-state-attached", Colour::Info),
        (CarrierState::Active, _) => StateView::of("card-state-active", Colour::Success),
        (CarrierState::Blocked(_), _) => StateView::of("card-state-blocked", Colour::Error),
        (CarrierState::WornOut { .. }, _) => StateView::of("carrier-state-worn-out", Colour::Warning),
    }
}

/// The state of a NemID's certificate.
pub fn certificate(status: CertificateStatus) -> StateView {
    match status {
        CertificateStatus::None => StateView::of("certificate-state-none", Colour::Info),
        CertificateStatus::Ordered => StateView::of("certificate-state-ordered", Colour::Info),
        CertificateStatus::Valid => StateView::of("certificate-state-valid", Colour::Success),
        CertificateStatus::Blocked => StateView::of("certificate-state-blocked", Colour::Error),
        CertificateStatus::Expired => StateView::of("certificate-state-expired", Colour::Error),
    }
}
