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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::PlaceName;
    use crate::example::bank;

    /// The words of the reasons, as forms send them.
    fn words<R: serde::Serialize>(reasons: &[R]) -> String {
        reasons.iter().map(crate::code).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_desk_blocks_for_its_own_reasons() {
        let office = Role::Officer { office: PlaceName::new("havneby") };
        let desks = [office, Role::BankClerk { bank: bank() }, Role::Operator];
        let passwords = [
            "known-by-others holder-asked",
            "known-by-others suspicion holder-asked",
            "suspicion too-many-tries",
        ];
        assert_eq!(desks.each_ref().map(|role| words(for_password(role))), passwords);
        let cards = [
            "lost never-arrived seen-by-others letter-not-intact other-suspicion",
            "lost seen-by-others letter-not-intact other-suspicion",
            "seen-by-others other-suspicion",
        ];
        assert_eq!(desks.each_ref().map(|role| words(for_cards(role))), cards);
        let certificates = ["holder-asked", "", "rules-broken holder-asked"];
        assert_eq!(desks.each_ref().map(|role| words(for_certificate(role))), certificates);
        let wholes = ["", "", "rules-broken false-information"];
        assert_eq!(desks.each_ref().map(|role| words(for_nemid(role))), wholes);
    }
}
