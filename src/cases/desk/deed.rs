//! What can be signed at the operator's desk or a bank's, with all that was chosen about it.

use serde::{Deserialize, Serialize};

use crate::rules::nemid::block::{
    CardBlockReason, CertificateBlockReason, NemIdBlockReason, PasswordBlockReason,
};
use crate::rules::temporary::TemporaryAction;
use crate::rules::words::{Contact, KeyCardNumber, NemIdNumber};

/// One action, as chosen and not signed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Deed {
    /// Blocks the password (Rules 3.5.2, 3.5.3).
    BlockPassword {
        /// Why.
        reason: PasswordBlockReason,
        /// Whether a temporary password is sent by post (D22).
        send_new: bool,
    },
    /// Blocks cards (Rules 3.5.2, 3.5.3).
    BlockCards {
        /// Which.
        cards: Vec<KeyCardNumber>,
        /// Why.
        reason: CardBlockReason,
    },
    /// The operator blocks the certificate (Rules 4.3).
    BlockCertificate {
        /// Why.
        reason: CertificateBlockReason,
    },
    /// The operator blocks the whole NemID (Rules 3.5.3).
    BlockNemId {
        /// Why.
        reason: NemIdBlockReason,
    },
    /// The operator ends an eight-hour lock early.
    LiftLock,
    /// The operator registers a death that CPR told of (Rules 3.5.3).
    RegisterDeath,
    /// A bank makes a NemID; card and PIN letter go by post.
    Issue {
        /// E-mail address and mobile number.
        contact: Contact,
    },
    /// A bank issues a temporary password for a NemID that it made; the PIN letter goes by post.
    IssueTemporary {
        /// The action (Handling).
        action: TemporaryAction,
    },
    /// A bank ends its customer's access to the netbank (Rules 4.1).
    EndAgreement,
    /// A bank moves its agreement to another NemID of the same person (Guide 3.1.5).
    MoveAgreement {
        /// The NemID that it comes to.
        to: NemIdNumber,
    },
}

impl Deed {
    /// The stable word for it, as the journal keeps it and the texts name it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BlockPassword { .. } => "block-password",
            Self::BlockCards { .. } => "block-cards",
            Self::BlockCertificate { .. } => "block-certificate",
            Self::BlockNemId { .. } => "block-nemid",
            Self::LiftLock => "lift-lock",
            Self::RegisterDeath => "register-death",
            Self::Issue { .. } => "issue",
            Self::IssueTemporary { .. } => "issue-temporary",
            Self::EndAgreement => "end-agreement",
            Self::MoveAgreement { .. } => "move-agreement",
        }
    }

    /// Whether a PIN letter may go out with it.
    pub(super) fn may_post_pin_letter(&self) -> bool {
        matches!(
            self,
            Self::BlockPassword { send_new: true, .. } | Self::Issue { .. } | Self::IssueTemporary { .. }
        )
    }

    /// Whether it is about the person rather than about one NemID.
    pub fn is_about_person(&self) -> bool {
        matches!(self, Self::RegisterDeath | Self::Issue { .. })
    }
}

impl super::Desk {
    /// Why this desk blocks a password: the operator for the reasons of Rules 3.5.3, a bank as its customer says too.
    pub fn password_reasons(&self) -> &'static [PasswordBlockReason] {
        match self.bank() {
            None => &[PasswordBlockReason::Suspicion, PasswordBlockReason::TooManyTries],
            Some(_) => &[
                PasswordBlockReason::KnownByOthers,
                PasswordBlockReason::Suspicion,
                PasswordBlockReason::HolderAsked,
            ],
        }
    }

    /// Why this desk blocks cards.
    pub fn card_reasons(&self) -> &'static [CardBlockReason] {
        match self.bank() {
            None => &[CardBlockReason::SeenByOthers, CardBlockReason::OtherSuspicion],
            Some(_) => &[
                CardBlockReason::Lost,
                CardBlockReason::SeenByOthers,
                CardBlockReason::LetterNotIntact,
                CardBlockReason::OtherSuspicion,
            ],
        }
    }

    /// Why the operator blocks a certificate (Rules 4.3).
    pub fn certificate_reasons(&self) -> &'static [CertificateBlockReason] {
        &[CertificateBlockReason::RulesBroken, CertificateBlockReason::HolderAsked]
    }

    /// Why the operator blocks a whole NemID; a death has a deed of its own (Rules 3.5.3).
    pub fn nemid_reasons(&self) -> &'static [NemIdBlockReason] {
        &[NemIdBlockReason::RulesBroken, NemIdBlockReason::FalseInformation]
    }
}
