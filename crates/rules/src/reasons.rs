//! The reasons for which each kind of desk may block. The operator has those of Rules 3.5.3 and 4.3; a counter and a
//! bank also those that the person in front of them gives (Rules 3.5.2).

use serde::{Deserialize, Serialize};

use crate::nemid::NemId;
use crate::nemid::block::{
    CardBlockReason, CarrierBlockReason, CertificateBlockReason, NemIdBlockReason, PasswordBlockReason,
};
use crate::staff::{DeskKind, Role};
use crate::words::CarrierKind;

/// The reasons for which an employee with this role may block a password. Whoever gets keys by telephone tells a counter
/// or a bank that it is lost, or its line misused (Rules 3.9, D40).
pub fn for_password(role: &Role) -> &'static [PasswordBlockReason] {
    match role.desk() {
        DeskKind::Office => &[
            PasswordBlockReason::KnownByOthers,
            PasswordBlockReason::TelephoneLost,
            PasswordBlockReason::LineMisused,
            PasswordBlockReason::HolderAsked,
        ],
        DeskKind::Bank => &[
            PasswordBlockReason::KnownByOthers,
            PasswordBlockReason::Suspicion,
            PasswordBlockReason::TelephoneLost,
            PasswordBlockReason::LineMisused,
            PasswordBlockReason::HolderAsked,
        ],
        DeskKind::Operator => &[
            PasswordBlockReason::Suspicion,
            PasswordBlockReason::LineMisused,
            PasswordBlockReason::TooManyTries,
        ],
    }
}

/// Those of them that can be true of the password of the NemID that is served; all where none is chosen yet.
pub fn for_password_of(role: &Role, nemid: Option<&NemId>) -> Vec<PasswordBlockReason> {
    let reasons = for_password(role);
    nemid.map_or_else(|| reasons.to_vec(), |nemid| fitting_password(reasons, nemid))
}

/// Those of these reasons that can be true of the password of a NemID: one about a telephone only where keys are read out
/// on one, or will be.
pub fn fitting_password(reasons: &[PasswordBlockReason], nemid: &NemId) -> Vec<PasswordBlockReason> {
    let reads_out = nemid.open_carriers().any(|one| one.kind() == CarrierKind::Voice);
    let of_telephone = |reason: &PasswordBlockReason| {
        matches!(reason, PasswordBlockReason::TelephoneLost | PasswordBlockReason::LineMisused)
    };
    reasons.iter().copied().filter(|reason| reads_out || !of_telephone(reason)).collect()
}

/// Why a card, a token or an app is blocked, as one reason for several of them in one go (Rules 3.5.1–3.5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// It, or the telephone that it is on, is lost.
    Lost,
    /// It never arrived by post (Guide 3.1.1).
    NeverArrived,
    /// Others may know its keys, or have access to it.
    SeenByOthers,
    /// Its letter was not intact.
    LetterNotIntact,
    /// Others have installed an app with this NemID.
    InstalledByOthers,
    /// The telephone is compromised.
    DeviceCompromised,
    /// The telephone has essential security holes.
    DeviceHasHoles,
    /// There is another suspicion.
    OtherSuspicion,
}

impl StopReason {
    /// The same as the reason of a card; `None` where a card can't have it.
    pub fn of_card(self) -> Option<CardBlockReason> {
        match self {
            Self::Lost => Some(CardBlockReason::Lost),
            Self::NeverArrived => Some(CardBlockReason::NeverArrived),
            Self::SeenByOthers => Some(CardBlockReason::SeenByOthers),
            Self::LetterNotIntact => Some(CardBlockReason::LetterNotIntact),
            Self::OtherSuspicion => Some(CardBlockReason::OtherSuspicion),
            Self::InstalledByOthers | Self::DeviceCompromised | Self::DeviceHasHoles => None,
        }
    }

    /// The same as the reason of a carrier of this kind; `None` where it can't have it: no app comes by post, and only an
    /// app is on a telephone.
    pub fn of_carrier(self, kind: CarrierKind) -> Option<CarrierBlockReason> {
        let on_telephone = kind == CarrierKind::App;
        match self {
            Self::Lost => Some(CarrierBlockReason::CarrierLost),
            Self::SeenByOthers => Some(CarrierBlockReason::AccessByOthers),
            Self::OtherSuspicion => Some(CarrierBlockReason::OtherSuspicion),
            Self::NeverArrived => (!on_telephone).then_some(CarrierBlockReason::CarrierNeverArrived),
            Self::LetterNotIntact => (!on_telephone).then_some(CarrierBlockReason::LetterNotIntact),
            Self::InstalledByOthers => on_telephone.then_some(CarrierBlockReason::InstalledByOthers),
            Self::DeviceCompromised => on_telephone.then_some(CarrierBlockReason::DeviceCompromised),
            Self::DeviceHasHoles => on_telephone.then_some(CarrierBlockReason::DeviceHasHoles),
        }
    }

    /// Whether something that this NemID has can be blocked for it.
    fn fits(self, nemid: &NemId) -> bool {
        let on_cards = self.of_card().is_some();
        on_cards || nemid.open_carriers().any(|one| self.of_carrier(one.kind()).is_some())
    }
}

/// The reasons for which an employee with this role may block cards, tokens and apps. Only a counter is told that one never
/// arrived (Guide 3.1.1).
pub fn for_carriers(role: &Role) -> &'static [StopReason] {
    match role.desk() {
        DeskKind::Office => &[
            StopReason::Lost,
            StopReason::NeverArrived,
            StopReason::SeenByOthers,
            StopReason::LetterNotIntact,
            StopReason::InstalledByOthers,
            StopReason::OtherSuspicion,
        ],
        DeskKind::Bank => &[
            StopReason::Lost,
            StopReason::SeenByOthers,
            StopReason::LetterNotIntact,
            StopReason::InstalledByOthers,
            StopReason::OtherSuspicion,
        ],
        DeskKind::Operator => &[
            StopReason::SeenByOthers,
            StopReason::DeviceCompromised,
            StopReason::DeviceHasHoles,
            StopReason::OtherSuspicion,
        ],
    }
}

/// The reasons that a holder may give (Rules 3.5.1).
pub const OF_HOLDER: [StopReason; 5] = [
    StopReason::Lost,
    StopReason::SeenByOthers,
    StopReason::LetterNotIntact,
    StopReason::InstalledByOthers,
    StopReason::OtherSuspicion,
];

/// The reasons for which a holder may block the password in one go with other things (Rules 3.5.1, 3.9).
pub const OF_HOLDERS_PASSWORD: [PasswordBlockReason; 4] = [
    PasswordBlockReason::KnownByOthers,
    PasswordBlockReason::TelephoneLost,
    PasswordBlockReason::LineMisused,
    PasswordBlockReason::HolderAsked,
];

/// Those of them that fit a NemID ([`fitting_password`]).
pub fn of_holders_password(nemid: &NemId) -> Vec<PasswordBlockReason> {
    fitting_password(&OF_HOLDERS_PASSWORD, nemid)
}

/// The reasons that a holder may give for one card, token or app.
pub fn of_holder_for(kind: CarrierKind) -> impl Iterator<Item = StopReason> {
    OF_HOLDER.into_iter().filter(move |reason| match kind {
        CarrierKind::Card => reason.of_card().is_some(),
        other => reason.of_carrier(other).is_some(),
    })
}

/// Those of these reasons that fit something that this NemID has, so that nobody is asked about an app who has none.
pub fn fitting(reasons: &[StopReason], nemid: &NemId) -> Vec<StopReason> {
    reasons.iter().copied().filter(|reason| reason.fits(nemid)).collect()
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
            "known-by-others telephone-lost line-misused holder-asked",
            "known-by-others suspicion telephone-lost line-misused holder-asked",
            "suspicion line-misused too-many-tries",
        ];
        assert_eq!(desks.each_ref().map(|role| words(for_password(role))), passwords);
        let cards = [
            "lost never-arrived seen-by-others letter-not-intact installed-by-others other-suspicion",
            "lost seen-by-others letter-not-intact installed-by-others other-suspicion",
            "seen-by-others device-compromised device-has-holes other-suspicion",
        ];
        assert_eq!(desks.each_ref().map(|role| words(for_carriers(role))), cards);
        let certificates = ["holder-asked", "", "rules-broken holder-asked"];
        assert_eq!(desks.each_ref().map(|role| words(for_certificate(role))), certificates);
        let wholes = ["", "", "rules-broken false-information"];
        assert_eq!(desks.each_ref().map(|role| words(for_nemid(role))), wholes);
    }

    #[test]
    fn a_telephone_is_a_reason_only_where_keys_are_read_out_on_one() {
        let mut life = crate::example::Life::in_use();
        let asked = for_password(&Role::Operator);
        assert_eq!(words(&fitting_password(asked, &life.nemid)), "suspicion too-many-tries");
        let line = crate::words::CarrierNumber::voice_from_drawn(1);
        let telephone = crate::words::Mobile::parse("70000001").unwrap();
        let ordered = crate::nemid::Event::VoiceOrdered { line, telephone, posted: true };
        life.apply(&[ordered], crate::actor::Actor::Citizen);
        assert_eq!(words(&fitting_password(asked, &life.nemid)), "suspicion line-misused too-many-tries");
        let reason = CarrierBlockReason::CarrierReplaced;
        let ended = crate::nemid::Event::CarrierBlocked { carrier: line, reason };
        life.apply(&[ended], crate::actor::Actor::Citizen);
        assert_eq!(words(&fitting_password(asked, &life.nemid)), "suspicion too-many-tries");
    }

    #[test]
    fn a_reason_fits_what_it_can_be_true_of() {
        let of = |reason: StopReason| {
            let carriers = [CarrierKind::Token, CarrierKind::App].map(|kind| reason.of_carrier(kind));
            (reason.of_card().is_some(), carriers.map(|carrier| carrier.is_some()))
        };
        assert_eq!(of(StopReason::Lost), (true, [true, true]));
        assert_eq!(of(StopReason::LetterNotIntact), (true, [true, false]));
        assert_eq!(of(StopReason::NeverArrived), (true, [true, false]));
        for reason in
            [StopReason::InstalledByOthers, StopReason::DeviceCompromised, StopReason::DeviceHasHoles]
        {
            assert_eq!(of(reason), (false, [false, true]));
        }
        let life = crate::example::Life::in_use();
        assert_eq!(
            words(&fitting(&OF_HOLDER, &life.nemid)),
            "lost seen-by-others letter-not-intact other-suspicion"
        );
    }
}
