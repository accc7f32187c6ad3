//! What can be signed at a desk, with everything that was chosen for it.

use serde::{Deserialize, Serialize};

use rules::nemid::block::{CertificateBlockReason, NemIdBlockReason, PasswordBlockReason};
use rules::reasons::StopReason;
use rules::staff::Role;
use rules::temporary::TemporaryAction;
use rules::words::{CarrierId, Contact, KeyCardNumber, Mobile, NemIdNumber, PinLetterSerial};

/// One action, as chosen and not yet signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Action {
    /// Blocks cards, tokens and apps (Guide 3.1.1, 3.1.6, Rules 3.5.2, 3.5.3).
    #[doc(alias = "Spær nøglekort")]
    BlockCards {
        cards: Vec<CarrierId>,
        reason: StopReason,
        /// Whether the officer states that it is urgent (Guide 3.2.3).
        #[serde(default)]
        urgent: bool,
    },
    /// Blocks the password (Rules 3.5.2, 3.5.3).
    #[doc(alias = "Spær adgangskode")]
    BlockPassword {
        reason: PasswordBlockReason,
        /// Whether a temporary password is sent by post (D22).
        send_new: bool,
    },
    /// Blocks the certificate (Rules 4.3).
    #[doc(alias = "Spær certifikat")]
    BlockCertificate { reason: CertificateBlockReason },
    /// The counter hands out a card from the office's stock (Guide 3.1.6, 3.1.7).
    #[doc(alias = "Udlever nøglekort")]
    HandOutCard {
        card: KeyCardNumber,
        /// Whether the officer states that it is urgent (Guide 3.2.3).
        urgent: bool,
    },
    /// The counter has a card sent by post, where the identification is not enough for handing one out (D17).
    PostCard {
        /// Whether the officer states that it is urgent (Guide 3.2.3).
        urgent: bool,
    },
    /// The counter hands out a PIN letter from the office's stock (Guide 3.1.1–3.1.4).
    #[doc(alias = "Udlever midlertidig adgangskode")]
    HandOutTemporary {
        /// The action (Handling).
        action: TemporaryAction,
        /// The number on the letter.
        serial: PinLetterSerial,
    },
    /// A counter or a bank orders that keys are read out on a telephone (Rules 3.9, D38).
    #[doc(alias = "Nøgler i telefonen")]
    OrderVoice { telephone: Mobile },
    /// A counter, a bank or the operator orders a token, which goes by post (Rules 1, D36, D39).
    #[doc(alias = "Nøgleviser")]
    OrderToken,
    /// The counter attaches a certificate to the NemID whose card the citizen has (Guide 2.1, 3.2.1).
    #[doc(alias = "Eksisterende NemID")]
    Attach {
        /// The card the citizen already has.
        card: KeyCardNumber,
        /// E-mail address and mobile number.
        contact: Contact,
        /// Whether the citizen consents to what a certificate needs (Rules 4.1).
        #[serde(default)]
        consent: bool,
    },
    /// The counter makes a new NemID (Guide 2.1).
    #[doc(alias = "Nyt NemID")]
    OrderNew {
        /// The card that is handed out at once; none when card and PIN letter are posted.
        card: Option<KeyCardNumber>,
        /// E-mail address and mobile number.
        contact: Contact,
    },
    /// The administrator makes an employee NemID with a role (D20).
    CreateStaff {
        /// What the employee is called at work.
        title: String,
        role: Role,
    },
    /// The administrator gives an employee another role, or one again.
    GrantRole {
        /// What the employee is called at work.
        title: String,
        role: Role,
    },
    /// The administrator takes an employee's role away.
    WithdrawRole,
    /// The administrator sends an employee a new temporary password (D20).
    ReopenStaff {
        /// The action (Handling).
        action: TemporaryAction,
    },
    /// A bank makes a NemID; card and PIN letter go by post.
    Issue {
        /// E-mail address and mobile number.
        contact: Contact,
    },
    /// A bank issues a temporary password for a NemID that it made; the PIN letter goes by post.
    PostTemporary {
        /// The action (Handling).
        action: TemporaryAction,
    },
    /// A bank ends its customer's access to the netbank (Rules 4.1).
    EndAgreement,
    /// A bank starts using a NemID that the person has from elsewhere for its netbank (Rules 4, 4.1).
    MakeAgreement {
        with: NemIdNumber,
        /// Whether the customer consents to what the bank learns of it (Rules 4.1).
        #[serde(default)]
        consent: bool,
    },
    /// A bank moves its agreement to another NemID of the same person (Guide 3.1.5).
    MoveAgreement {
        /// The NemID that gets the agreement.
        to: NemIdNumber,
        /// Whether the customer consents to what the bank learns of it (Rules 4.1).
        #[serde(default)]
        consent: bool,
    },
    /// The operator blocks the whole NemID (Rules 3.5.3).
    BlockNemId { reason: NemIdBlockReason },
    /// The operator ends an eight-hour lock early.
    LiftLock,
    /// The operator registers a death reported by CPR (Rules 3.5.3).
    RegisterDeath,
}

impl Action {
    /// The stable word for it, as the journal keeps it and the texts name it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BlockCards { .. } => "block-cards",
            Self::BlockPassword { .. } => "block-password",
            Self::BlockCertificate { .. } => "block-certificate",
            Self::HandOutCard { .. } => "hand-out-card",
            Self::PostCard { .. } => "post-card",
            Self::HandOutTemporary { action: TemporaryAction::Resend, .. } => "temporary-resend",
            Self::HandOutTemporary { action: TemporaryAction::Unlock, .. } => "temporary-unlock",
            Self::HandOutTemporary { action: TemporaryAction::Reset, .. } => "temporary-reset",
            Self::OrderVoice { .. } => "order-voice",
            Self::OrderToken => "order-token",
            Self::Attach { .. } => "attach",
            Self::OrderNew { .. } => "order-new",
            Self::CreateStaff { .. } => "create-staff",
            Self::GrantRole { .. } => "grant-role",
            Self::WithdrawRole => "withdraw-role",
            Self::ReopenStaff { .. } => "reopen-staff",
            Self::Issue { .. } => "issue",
            Self::PostTemporary { .. } => "issue-temporary",
            Self::EndAgreement => "end-agreement",
            Self::MakeAgreement { .. } => "make-agreement",
            Self::MoveAgreement { .. } => "move-agreement",
            Self::BlockNemId { .. } => "block-nemid",
            Self::LiftLock => "lift-lock",
            Self::RegisterDeath => "register-death",
        }
    }

    /// Whether a consent is noted with it (Rules 4.1).
    pub fn notes_consent(&self) -> bool {
        matches!(
            self,
            Self::Attach { consent: true, .. }
                | Self::MakeAgreement { consent: true, .. }
                | Self::MoveAgreement { consent: true, .. }
        )
    }

    /// The card that leaves the stock with it.
    pub(super) fn card_from_stock(&self) -> Option<KeyCardNumber> {
        match self {
            Self::HandOutCard { card, .. } => Some(*card),
            Self::OrderNew { card, .. } => *card,
            _ => None,
        }
    }

    /// The PIN letter that leaves the stock with it.
    pub(super) fn letter_from_stock(&self) -> Option<PinLetterSerial> {
        match self {
            Self::HandOutTemporary { serial, .. } => Some(*serial),
            _ => None,
        }
    }

    /// Whether a PIN letter may be posted with it.
    pub(super) fn may_post_pin_letter(&self) -> bool {
        matches!(
            self,
            Self::BlockPassword { send_new: true, .. }
                | Self::OrderNew { card: None, .. }
                | Self::CreateStaff { .. }
                | Self::ReopenStaff { .. }
                | Self::Issue { .. }
                | Self::PostTemporary { .. }
        )
    }

    /// Whether it is about the person rather than about a NemID that was chosen.
    pub fn is_about_person(&self) -> bool {
        matches!(
            self,
            Self::OrderNew { .. }
                | Self::CreateStaff { .. }
                | Self::Issue { .. }
                | Self::MakeAgreement { .. }
                | Self::RegisterDeath
        )
    }
}
