//! An errand: what an employee at a desk is in the middle of. It changes nothing until it is signed. Leaving
//! it at any page does no harm, and going back finds what was typed; it holds no secrets. Addresses contain
//! the errand's own id, never the number that was typed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cases::desk::next::Served;
use crate::cases::desk::{Action, DeskRefusal, Kind, Next, Told};
use crate::store::citizens::Citizen;
use rules::identification::Identification;
use rules::nemid::NemId;
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
    /// What the next steps mention.
    #[serde(default)]
    pub told: Told,
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
    /// The person that the errand is for, as the next steps depend on them.
    pub fn served<'a>(&self, theirs: &'a [NemId], person: &Citizen, now: Timestamp) -> Served<'a> {
        let shown = self.identification.as_ref().map(Identification::reaches_for_handing_out);
        let photo = shown.is_some_and(|reaches| reaches.is_ok());
        Served { theirs, person: person.eligibility(now), photo, now }
    }

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
