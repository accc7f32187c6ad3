//! An errand: what somebody at a desk is in the middle of. Nothing of it changes anything until it is signed; leaving
//! it at any page is no harm, and going back finds what was typed (secrets excepted, of which an errand holds none).
//! The number that was typed never stands in an address: the errand's own id does.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cases::desk::{Action, DeskRefusal, Kind, Next};
use rules::identification::Identification;
use rules::words::{CprNumber, NemIdNumber};

/// What was signed, and what is to be done next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The number in the journal.
    pub journal: i64,
    /// When it was signed.
    pub at: Timestamp,
    #[serde(rename = "deed")]
    pub action: Action,
    /// About which NemID; none where it was about the person.
    pub nemid: Option<NemIdNumber>,
    /// What to do next.
    pub next: Vec<Next>,
}

/// How far an errand is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    pub kind: Kind,
    pub citizen: CprNumber,
    /// On what identification.
    pub identification: Option<Identification>,
    /// About which NemID.
    pub nemid: Option<NemIdNumber>,
    /// What was chosen.
    #[serde(rename = "deed")]
    pub action: Option<Action>,
    /// What was signed last.
    pub receipt: Option<Receipt>,
}

impl Errand {
    /// Whether it is the one that is asked for again, not signed yet.
    pub(super) fn goes_on(&self, kind: Kind, citizen: CprNumber) -> bool {
        self.kind == kind && self.citizen == citizen && self.receipt.is_none()
    }

    /// Makes room for another choice; an action of the portal is over once it is signed.
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
