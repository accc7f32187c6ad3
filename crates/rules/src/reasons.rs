//! The reasons for which each kind of desk may block. The operator has those of Rules 3.5.3 and 4.3; a counter and a
//! bank also those that the person in front of them gives (Rules 3.5.2).

use crate::nemid::block::{CardBlockReason, CertificateBlockReason, NemIdBlockReason, PasswordBlockReason};
use crate::staff::{DeskKind, Role};

/// The reasons for which an employee with this role may block a password.
pub fn for_password(role: &Role) -> &'static [PasswordBlockReason] {
    match role.desk() {
        DeskKind::Office => &[PasswordBlockReason::KnownByOthers, PasswordBlockReason::HolderAsked],
        DeskKind::Bank => &[
            PasswordBlockReason::KnownByOthers,
            PasswordBlockReason::Suspicion,
            PasswordBlockReason::HolderAsked,
        ],
        DeskKind::Operator => &[PasswordBlockReason::Suspicion, PasswordBlockReason::TooManyTries],
    }
}

/// The reasons for which an employee with this role may block cards. Only a counter is told that a card never arrived
/// (Guide 3.1.1).
pub fn for_cards(role: &Role) -> &'static [CardBlockReason] {
    match role.desk() {
        DeskKind::Office => &[
            CardBlockReason::Lost,
            CardBlockReason::NeverArrived,
            CardBlockReason::SeenByOthers,
            CardBlockReason::LetterNotIntact,
            CardBlockReason::OtherSuspicion,
        ],
        DeskKind::Bank => &[
            CardBlockReason::Lost,
            CardBlockReason::SeenByOthers,
            CardBlockReason::LetterNotIntact,
            CardBlockReason::OtherSuspicion,
        ],
        DeskKind::Operator => &[CardBlockReason::SeenByOthers, CardBlockReason::OtherSuspicion],
    }
}

/// The reasons for which an employee with this role may block a certificate: at a counter only its holder's wish (Rules
/// 4.3), at a bank none.
pub fn for_certificate(role: &Role) -> &'static [CertificateBlockReason] {
    match role.desk() {
        DeskKind::Office => &[CertificateBlockReason::HolderAsked],
        DeskKind::Bank => &[],
        DeskKind::Operator => &[CertificateBlockReason::RulesBroken, CertificateBlockReason::HolderAsked],
    }
}

/// The reasons for which an employee with this role may block a whole NemID. Only the operator has some; a death is
/// registered instead (Rules 3.5.3).
pub fn for_nemid(role: &Role) -> &'static [NemIdBlockReason] {
    match role.desk() {
        DeskKind::Office | DeskKind::Bank => &[],
        DeskKind::Operator => &[NemIdBlockReason::RulesBroken, NemIdBlockReason::FalseInformation],
    }
}
