//! An errand: what an employee at a desk is in the middle of. It changes nothing until it is signed. Leaving
//! it at any page does no harm, and going back finds what was typed; it holds no secrets. Addresses contain
//! the errand's own id, never the number that was typed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cases::desk::{Action, DeskRefusal, Kind, Next};
use rules::identification::Identification;
use rules::words::{CprNumber, NemIdNumber};

/// What was signed, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The number in the journal.
    pub journal: i64,
    /// When it was signed.
    pub at: Timestamp,
    #[serde(rename = "deed")]
    pub action: Action,
    /// The NemID it was about; none where it was about the person.
    pub nemid: Option<NemIdNumber>,
    /// What to do next.
    pub next: Vec<Next>,
}

/// The state of an errand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    pub kind: Kind,
    pub citizen: CprNumber,
    /// The identification that was shown.
    pub identification: Option<Identification>,
    /// The NemID it is about.
    pub nemid: Option<NemIdNumber>,
    /// What was chosen.
    #[serde(rename = "deed")]
    pub action: Option<Action>,
    /// What was signed last.
    pub receipt: Option<Receipt>,
}

impl Errand {
    /// Whether it is the errand that is asked for again and not yet signed.
    pub(super) fn goes_on(&self, kind: Kind, citizen: CprNumber) -> bool {
        self.kind == kind && self.citizen == citizen && self.receipt.is_none()
    }

    /// Clears the choice for another one; an action of the portal is over once it is signed.
    pub(super) fn turns_to_the_next(&mut self) -> Result<(), DeskRefusal> {
        match (&self.receipt, self.kind) {
            (None, _) => Ok(()),
            (Some(_), Kind::Any) => {
                self.receipt = None;
                Ok(())
            }
            (Some(_), _) => Err(DeskRefusal::AlreadySigned),
        }
    }
}
