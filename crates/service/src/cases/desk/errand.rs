//! An errand: what somebody at a desk is in the middle of. Nothing of it changes anything until it is signed; leaving
//! it at any page is no harm, and going back finds what was typed (secrets excepted, of which an errand holds none).
//! The number that was typed never stands in an address: the errand's own id does.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::cases::app::{App, CaseError};
use crate::cases::desk::{Action, Desk, DeskRefusal, Next, plan};
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};
use rules::identification::Identification;
use rules::nemid::NemId;
use rules::words::{CprNumber, NemIdNumber};

/// How long an errand lies before it is forgotten, by the real clock.
const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// What an errand is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// *Bestil NemID*.
    Order,
    /// *Spær nøglekort*.
    BlockCards,
    /// *Udlever nøglekort*.
    HandOutCard,
    /// *Udlever midlertidig adgangskode*.
    Temporary,
    /// *Spær adgangskode*.
    BlockPassword,
    /// *Spær certifikat*.
    BlockCertificate,
    /// One of the administrator's actions about an employee.
    Staff,
    /// Whatever a bank or the operator offers, one action after another.
    Any,
}

/// What was signed, and what is to be done next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The number in the journal.
    pub journal: i64,
    /// When it was signed.
    pub at: Timestamp,
    /// What.
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
    /// What for.
    pub kind: Kind,
    /// Whom for.
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
    fn turns_to_the_next(&mut self) -> Result<(), DeskRefusal> {
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

/// An errand with all that its pages show.
#[derive(Clone, Debug)]
pub struct ErrandSnapshot {
    /// The errand.
    pub errand: Errand,
    /// Whom it is for.
    pub citizen: Citizen,
    /// The `NemIDs` that the desk sees, ended ones too.
    pub found: Vec<NemId>,
    /// The one that was chosen.
    pub nemid: Option<NemId>,
    /// What the rules would not refuse now, each with the first of its reasons; for an errand of kind [`Kind::Any`].
    pub offers: Vec<Action>,
    /// When it was looked at.
    pub now: Timestamp,
}

/// An errand as its pages show it.
///
/// # Errors
/// [`DeskRefusal::NoErrand`].
pub async fn snapshot(
    app: &Arc<App>,
    desk: &Desk,
    id: &str,
) -> Result<ErrandSnapshot, CaseError<DeskRefusal>> {
    let (inner, desk, id) = (app.clone(), desk.clone(), id.to_owned());
    app.store
        .read(move |tx| {
            let errand = load(tx, &inner, &desk, &id)?;
            look_at(tx, &inner, &desk, errand)
        })
        .await
}

pub(super) fn look_at(
    tx: &Tx<'_>,
    app: &App,
    desk: &Desk,
    errand: Errand,
) -> Result<ErrandSnapshot, CaseError<DeskRefusal>> {
    let citizen = tx.citizen(errand.citizen)?.ok_or(CaseError::Refused(DeskRefusal::NoErrand))?;
    let found = desk.sees(tx.nemids_of(errand.citizen)?);
    let nemid = errand.nemid.and_then(|number| found.iter().find(|one| one.number == number).cloned());
    let offers = match errand.kind {
        Kind::Any => plan::offers(app, tx, desk, &errand)?,
        _ => Vec::new(),
    };
    Ok(ErrandSnapshot { errand, citizen, found, nemid, offers, now: app.now() })
}

pub(super) fn load(tx: &Tx<'_>, app: &App, desk: &Desk, id: &str) -> Result<Errand, CaseError<DeskRefusal>> {
    let since = app.clock.real_now().checked_sub(LIFE).unwrap_or(Timestamp::MIN);
    tx.errand((id, desk.staff), since)?.ok_or(CaseError::Refused(DeskRefusal::NoErrand))
}

pub(super) fn save(
    tx: &Tx<'_>,
    app: &App,
    desk: &Desk,
    (id, errand): (&str, &Errand),
) -> Result<(), StoreError> {
    tx.save_errand((id, desk.staff), errand, app.clock.real_now())
}

/// Changes an errand, unless it is signed and over.
pub(super) async fn change<F>(
    app: &Arc<App>,
    desk: &Desk,
    id: &str,
    change: F,
) -> Result<(), CaseError<DeskRefusal>>
where
    F: FnOnce(&App, &Tx<'_>, &Desk, &mut Errand) -> Result<(), CaseError<DeskRefusal>> + Send + 'static,
{
    let (inner, desk, id) = (app.clone(), desk.clone(), id.to_owned());
    app.store
        .write(move |tx| {
            let mut errand = load(tx, &inner, &desk, &id)?;
            errand.turns_to_the_next().map_err(CaseError::Refused)?;
            change(&inner, tx, &desk, &mut errand)?;
            Ok(save(tx, &inner, &desk, (&id, &errand))?)
        })
        .await
}
