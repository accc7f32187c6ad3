//! Why each desk blocks what. The operator does for the reasons of Rules 3.5.3 and 4.3; a counter and a bank also as
//! the person in front of them says (Rules 3.5.2).

use crate::nemid::block::{CardBlockReason, CertificateBlockReason, NemIdBlockReason, PasswordBlockReason};
use crate::staff::{DeskKind, Role};

/// Why somebody with that role blocks a password.
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

/// Why somebody with that role blocks cards. That one never arrived is what a counter is told (Guide 3.1.1).
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

/// Why somebody with that role blocks a certificate: at a counter only its holder's wish counts (Rules 4.3). A bank
/// has no say in it.
pub fn for_certificate(role: &Role) -> &'static [CertificateBlockReason] {
    match role.desk() {
        DeskKind::Office => &[CertificateBlockReason::HolderAsked],
        DeskKind::Bank => &[],
        DeskKind::Operator => &[CertificateBlockReason::RulesBroken, CertificateBlockReason::HolderAsked],
    }
}

/// Why somebody with that role blocks a whole NemID: the operator alone; a death is registered (Rules 3.5.3).
pub fn for_nemid(role: &Role) -> &'static [NemIdBlockReason] {
    match role.desk() {
        DeskKind::Office | DeskKind::Bank => &[],
        DeskKind::Operator => &[NemIdBlockReason::RulesBroken, NemIdBlockReason::FalseInformation],
    }
}
