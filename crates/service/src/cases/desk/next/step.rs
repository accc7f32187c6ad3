//! The next steps themselves, each under a stable code.

use serde::{Deserialize, Serialize};

use crate::cases::desk::kind::Kind;

/// One thing to do, or to say to the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Next {
    /// No card is left: hand out a new one (Guide 3.1.1, 3.1.6).
    HandOutNewCard,
    /// No card is left, and the identification is not enough for handing one out: have one sent (D17).
    PostNewCard,
    /// No card can be used until the one in the post arrives.
    AwaitCard,
    /// The only card is overdue in the post: block it, then hand out another (Guide 3.1.1).
    BlockOverdueCard,
    /// The NemID is not activated: hand out a PIN letter (Guide 3.1.1).
    IssueTemporary,
    /// The citizen holds a PIN letter that works, so that no other is needed (Guide 3.1.1).
    ActivateWithLetter,
    /// The PIN letter from the bank works: recommend activating in the netbank (Guide 1.2).
    ActivateInNetbank,
    /// A bank's NemID without certificate: attach one first (Guide 3.2.2, 3.2.3).
    AttachFirst,
    /// A bank's NemID without certificate, with which only the bank helps (Guide 3.2.1, 3.2.3).
    AskBank,
    /// The public digital signature is on another NemID, which is the one to choose (Guide 3.1.5).
    ChooseThePublic,
    /// Give the citizen the sealed card.
    GiveCard,
    /// The card is taken into use, in place of the one before, when its number is typed at log-on (Guide 3.1.7).
    ChooseCardAtLogOn,
    /// No card is in use, so that log-on asks for the card's number by itself (Guide 3.1.6).
    TypeCardAtLogOn,
    /// The telephone is called and confirmed by the first key that it reads out (D38).
    ConfirmTelephone,
    /// The card comes by post.
    CardComes,
    /// The token comes by post, and is taken into use with a key from the card (D36).
    TokenComes,
    /// A card that turns up again is to be destroyed (Rules 3.5.1).
    DestroyIfFound,
    /// Give the citizen the sealed PIN letter.
    GivePinLetter,
    /// Write the NemID-nummer on a welcome letter.
    WriteNumber,
    /// Hand out the rules for NemID.
    HandOutRules,
    /// The netbank uses another NemID: once this one works, the bank can move it (Guide 3.1.5).
    AskBankToMove,
    /// Advise to activate at Selvbetjening.
    ActivateAtSelvbetjening,
    /// Re-open with the remembered password.
    ReopenRemembered,
    /// Re-open with a new password.
    ReopenNew,
    /// Re-open with the PIN letter that the citizen holds, so that no other is needed.
    ReopenWithLetter,
    /// A new certificate comes with the re-opening (Guide 3.1.3).
    CertificateComesBack,
    /// The netbank uses this NemID too, and is closed until it is re-opened (Guide 3.1.3).
    NetbankClosedToo,
    /// A temporary password comes by post (D22).
    TemporaryComes,
    /// Only a temporary password ends the block.
    NeedsTemporary,
    /// The citizen can still use the netbank (Rules 4.1).
    OnlyNetbankNow,
    /// The NemID no longer works at public sites, and no netbank uses it.
    NotAtPublicSitesNow,
    /// The NemID works at public sites from now on, as it does in the netbank (Guide 3.2.1).
    WorksNow,
    /// The NemID works at public sites from now on; no netbank uses it.
    WorksAtPublicSites,
    /// The password is blocked: a temporary password comes first (Guide 3.1.3, 3.1.4).
    ReopenFirst,
    /// The password is locked for 8 hours: wait, or a temporary password (Guide 3.1.4).
    WaitForLock,
    /// The password is locked for 8 hours, and only the bank has another way than waiting.
    WaitOrAskBank,
    /// Card and PIN letter come by post, on different days (D15).
    AllComesByPost,
    /// Another NemID of the citizen stays as it is (Guide 3.1.5).
    OldStays,
    /// The role counts from the employee's next page on.
    RoleCounts,
    /// The employee's log-on to the portal has ended.
    RoleGone,
}

impl Next {
    /// Whether it says that a PIN letter is in the post.
    pub fn pin_letter_comes(self) -> bool {
        matches!(self, Self::TemporaryComes | Self::AllComesByPost)
    }

    /// The kind of errand that it leads on to.
    pub fn leads_to(self) -> Option<Kind> {
        match self {
            Self::HandOutNewCard | Self::PostNewCard => Some(Kind::HandOutCard),
            Self::BlockOverdueCard => Some(Kind::BlockCards),
            Self::IssueTemporary | Self::ReopenFirst | Self::WaitForLock => Some(Kind::Temporary),
            Self::AttachFirst => Some(Kind::Order),
            _ => None,
        }
    }
}
