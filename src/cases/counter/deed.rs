//! What can be signed at the counter, with all that was chosen about it.

use serde::{Deserialize, Serialize};

use crate::rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use crate::rules::staff::Role;
use crate::rules::temporary::TemporaryAction;
use crate::rules::words::{Contact, KeyCardNumber, PinLetterSerial};

/// One action, as chosen and not signed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Deed {
    /// Blocks cards (Guide 3.1.1, 3.1.6).
    #[doc(alias = "Spær nøglekort")]
    BlockCards {
        /// Which.
        cards: Vec<KeyCardNumber>,
        /// Why.
        reason: CardBlockReason,
    },
    /// Hands out a card from the office's stock (Guide 3.1.6, 3.1.7).
    #[doc(alias = "Udlever nøglekort")]
    HandOutCard {
        /// Which.
        card: KeyCardNumber,
        /// Whether the officer states that it is urgent (Guide 3.2.3).
        urgent: bool,
    },
    /// Has a card sent by post, where the identification does not reach for handing one out (D17).
    PostCard {
        /// Whether the officer states that it is urgent (Guide 3.2.3).
        urgent: bool,
    },
    /// Hands out a PIN letter from the office's stock (Guide 3.1.1–3.1.4).
    #[doc(alias = "Udlever midlertidig adgangskode")]
    IssueTemporary {
        /// The action (Handling).
        action: TemporaryAction,
        /// The number on the letter.
        serial: PinLetterSerial,
    },
    /// Blocks the password (Rules 3.5.2).
    #[doc(alias = "Spær adgangskode")]
    BlockPassword {
        /// Why.
        reason: PasswordBlockReason,
        /// Whether a temporary password is sent by post (D22).
        send_new: bool,
    },
    /// Blocks the certificate (Rules 4.3).
    #[doc(alias = "Spær certifikat")]
    BlockCertificate,
    /// Attaches a certificate to the NemID whose card the citizen has (Guide 2.1, 3.2.1).
    #[doc(alias = "Eksisterende NemID")]
    Attach {
        /// The card the citizen already has.
        card: KeyCardNumber,
        /// E-mail address and mobile number.
        contact: Contact,
    },
    /// Makes a new NemID (Guide 2.1).
    #[doc(alias = "Nyt NemID")]
    OrderNew {
        /// The card that is handed out at once; none when card and PIN letter are posted.
        card: Option<KeyCardNumber>,
        /// E-mail address and mobile number.
        contact: Contact,
    },
    /// Makes an employee NemID with a role (D20).
    CreateStaff {
        /// What the employee is called at work.
        title: String,
        /// The role.
        role: Role,
    },
    /// Gives an employee another role, or one again.
    GrantRole {
        /// What the employee is called at work.
        title: String,
        /// The role.
        role: Role,
    },
    /// Takes an employee's role away.
    WithdrawRole,
    /// Sends an employee a new temporary password (D20).
    ReopenStaff,
}

impl Deed {
    /// The stable word for it, as the journal keeps it and the texts name it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BlockCards { .. } => "block-cards",
            Self::HandOutCard { .. } => "hand-out-card",
            Self::PostCard { .. } => "post-card",
            Self::IssueTemporary { action: TemporaryAction::Resend, .. } => "temporary-resend",
            Self::IssueTemporary { action: TemporaryAction::Unlock, .. } => "temporary-unlock",
            Self::IssueTemporary { action: TemporaryAction::Reset, .. } => "temporary-reset",
            Self::BlockPassword { .. } => "block-password",
            Self::BlockCertificate => "block-certificate",
            Self::Attach { .. } => "attach",
            Self::OrderNew { .. } => "order-new",
            Self::CreateStaff { .. } => "create-staff",
            Self::GrantRole { .. } => "grant-role",
            Self::WithdrawRole => "withdraw-role",
            Self::ReopenStaff => "reopen-staff",
        }
    }

    /// The card that leaves the shelf with it.
    pub fn card_from_stock(&self) -> Option<KeyCardNumber> {
        match self {
            Self::HandOutCard { card, .. } => Some(*card),
            Self::OrderNew { card, .. } => *card,
            _ => None,
        }
    }

    /// The PIN letter that leaves the shelf with it.
    pub fn letter_from_stock(&self) -> Option<PinLetterSerial> {
        match self {
            Self::IssueTemporary { serial, .. } => Some(*serial),
            _ => None,
        }
    }

    /// Whether a PIN letter is posted with it.
    pub fn posts_pin_letter(&self) -> bool {
        matches!(
            self,
            Self::BlockPassword { send_new: true, .. }
                | Self::OrderNew { card: None, .. }
                | Self::CreateStaff { .. }
                | Self::ReopenStaff
        )
    }
}
