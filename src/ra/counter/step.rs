//! The actions of the portal with their addresses, and the steps of each.

use service::cases::desk::{Errand, Kind};

/// All actions with their addresses.
const ADDRESSES: [(Kind, &str); 9] = [
    (Kind::Order, "/ra/bestil"),
    (Kind::BlockCards, "/ra/vedligehold/spaer-noeglekort"),
    (Kind::HandOutCard, "/ra/vedligehold/udlever-noeglekort"),
    (Kind::Temporary, "/ra/vedligehold/midlertidig-adgangskode"),
    (Kind::BlockPassword, "/ra/vedligehold/spaer-adgangskode"),
    (Kind::BlockCertificate, "/ra/vedligehold/spaer-certifikat"),
    (Kind::OrderVoice, "/ra/vedligehold/telefon"),
    (Kind::OrderToken, "/ra/vedligehold/noegleviser"),
    (Kind::Staff, "/ra/medarbejdere"),
];

/// The address of an action.
pub fn base(kind: Kind) -> &'static str {
    ADDRESSES.iter().find(|(one, _)| *one == kind).map_or("/ra", |(_, address)| address)
}

/// The action that a page belongs to, by its address.
pub fn action(path: &str) -> Option<Kind> {
    ADDRESSES.iter().find(|(_, address)| path.starts_with(address)).map(|(kind, _)| *kind)
}

/// The address of a step of an errand.
pub fn href(kind: Kind, step: Step, sag: &str) -> String {
    format!("{}{}?sag={sag}", base(kind), step.path())
}

/// The key of an action's name.
pub fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Order => "ra-order",
        Kind::BlockCards => "ra-block-cards",
        Kind::HandOutCard => "ra-hand-out-card",
        Kind::Temporary => "ra-temporary",
        Kind::BlockPassword => "ra-block-password",
        Kind::BlockCertificate => "ra-block-certificate",
        Kind::OrderVoice => "ra-order-voice",
        Kind::OrderToken => "ra-order-token",
        Kind::Staff => "ra-staff",
        Kind::Any => "ra-maintain",
    }
}

/// The steps of an action, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// CPR-nummer.
    Person,
    Identification,
    /// NemID-nummer.
    Nemid,
    /// The choice of an action.
    Choice,
    /// Reading the whole text and signing.
    Signing,
    /// What to do next.
    Receipt,
}

impl Step {
    const ALL: [Self; 6] =
        [Self::Person, Self::Identification, Self::Nemid, Self::Choice, Self::Signing, Self::Receipt];

    /// The end of the step's address, after the action's.
    const fn path(self) -> &'static str {
        match self {
            Self::Person => "",
            Self::Identification => "/legitimation",
            Self::Nemid => "/nemid",
            Self::Choice => "/valg",
            Self::Signing => "/underskriv",
            Self::Receipt => "/kvittering",
        }
    }

    /// The key of its name beside the page.
    pub const fn name(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::Person, _) => "step-person",
            (Self::Identification, _) => "step-identification",
            (Self::Nemid, _) => "step-nemid",
            (Self::Choice, Kind::Order) => "step-order",
            (Self::Choice, _) => "step-choice",
            (Self::Signing, _) => "step-signing",
            (Self::Receipt, _) => "step-receipt",
        }
    }

    /// The steps that an action has.
    pub fn of(kind: Kind) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |step| match kind {
            Kind::Staff => *step >= Self::Choice,
            Kind::Order => *step != Self::Nemid,
            _ => true,
        })
    }

    /// The first step that is missing from an errand.
    pub fn missing(errand: &Errand) -> Self {
        match errand {
            Errand { receipt: Some(_), .. } => Self::Receipt,
            Errand { kind: Kind::Staff, .. } | Errand { action: Some(_), .. } => Self::Signing,
            Errand { identification: None, .. } => Self::Identification,
            Errand { kind, nemid: None, .. } if *kind != Kind::Order => Self::Nemid,
            _ => Self::Choice,
        }
    }
}
