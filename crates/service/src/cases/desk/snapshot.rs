//! An errand with everything that its pages show, and the one way in which an errand is changed.

use jiff::Timestamp;
use rules::nemid::NemId;
use rules::readiness;
use rules::readiness::Readiness;
use rules::words::{CprNumber, NemIdNumber};

use crate::cases::access::guesses;
use crate::cases::app::{Act, App, CaseError, Parts, RealTime};
use crate::cases::desk::next::Served;
use crate::cases::desk::{Action, Desk, DeskRefusal, Errand, Kind, plan};
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};

/// An errand with everything that its pages show.
#[derive(Clone, Debug)]
pub struct ErrandSnapshot {
    pub errand: Errand,
    /// The person it is for.
    pub citizen: Citizen,
    /// The `NemIDs` that the desk sees, ended ones too.
    pub found: Vec<NemId>,
    /// How often a password of theirs was typed wrong lately from places that are not the holder's own (D23); those at
    /// which nobody guessed are left out.
    pub guessed: Vec<Guessed>,
    /// The one that was chosen.
    pub nemid: Option<NemId>,
    /// The actions that the rules allow now, each with the first of its reasons; for an errand of kind
    /// [`Kind::Any`].
    pub offers: Vec<Action>,
    /// The `NemIDs` from elsewhere that the offers name.
    pub targets: Vec<Target>,
    /// The simulated instant of the snapshot.
    pub now: Timestamp,
}

/// A NemID from elsewhere to which an agreement can come. A bank learns of it no more than this (Rules 4.1).
#[derive(Clone, Copy, Debug)]
pub struct Target {
    pub number: NemIdNumber,
    /// What it needs before it can be used.
    pub readiness: Readiness,
}

impl ErrandSnapshot {
    /// The person that it is for, as the next steps depend on them.
    pub fn served(&self) -> Served<'_> {
        self.errand.served(&self.found, &self.citizen, self.now)
    }
}

/// Wrong passwords for one NemID from places that are not its holder's own, in the eight hours that they are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guessed {
    pub nemid: NemIdNumber,
    pub times: u32,
}

/// An errand as its pages show it.
///
/// # Errors
/// [`DeskRefusal::NoErrand`].
pub async fn snapshot(app: &App, desk: &Desk, id: &str) -> Result<ErrandSnapshot, CaseError<DeskRefusal>> {
    let (app_of, desk, id) = (app.clone(), desk.clone(), id.to_owned());
    let (now, real) = (app.now(), app.real_time());
    app.read(move |tx| {
        let errand = load(tx, &desk, &id, real)?;
        look_at(tx, &app_of, &desk, errand, now)
    })
    .await
}

/// The person of an employee's errand that was left for too long and not signed, as long as it is remembered (D32).
pub async fn left_behind(app: &App, desk: &Desk, id: &str) -> Result<Option<CprNumber>, StoreError> {
    let (staff, id) = (desk.staff, id.to_owned());
    app.read(move |tx| {
        let errand = tx.errand::<Errand>(&id, staff, Timestamp::MIN)?;
        Ok(errand.filter(|errand| errand.receipt.is_none()).map(|errand| errand.citizen))
    })
    .await
}

pub(super) fn look_at(
    tx: &Tx<'_>,
    parts: &Parts,
    desk: &Desk,
    errand: Errand,
    now: Timestamp,
) -> Result<ErrandSnapshot, CaseError<DeskRefusal>> {
    let citizen = tx.citizen(errand.citizen)?.ok_or(CaseError::Refused(DeskRefusal::NoErrand))?;
    let found = desk.sees(tx.nemids_of(errand.citizen)?);
    let mut guessed = Vec::new();
    for one in &found {
        let times = guesses::wrong_lately(tx, parts, one.number, now)?;
        guessed.extend((times > 0).then_some(Guessed { nemid: one.number, times }));
    }
    let nemid = errand.nemid.and_then(|number| found.iter().find(|one| one.number == number).cloned());
    let offers = match errand.kind {
        Kind::Any => plan::offers(parts, tx, desk, &errand, now)?,
        _ => Vec::new(),
    };
    let targets = targets(tx, &offers, now)?;
    Ok(ErrandSnapshot { errand, citizen, found, guessed, nemid, offers, targets, now })
}

fn targets(tx: &Tx<'_>, offers: &[Action], now: Timestamp) -> Result<Vec<Target>, StoreError> {
    let mut targets = Vec::new();
    for offer in offers {
        let (Action::MoveAgreement { to } | Action::MakeAgreement { with: to }) = offer else { continue };
        let found = tx.nemid(*to)?;
        targets.extend(found.map(|one| Target { number: one.number, readiness: readiness::of(&one, now) }));
    }
    Ok(targets)
}

pub(super) fn load(
    tx: &Tx<'_>,
    desk: &Desk,
    id: &str,
    real: RealTime,
) -> Result<Errand, CaseError<DeskRefusal>> {
    let since = real.now.checked_sub(real.lifetimes.errand()).unwrap_or(Timestamp::MIN);
    tx.errand(id, desk.staff, since)?.ok_or(CaseError::Refused(DeskRefusal::NoErrand))
}

pub(super) fn save(act: &Act<'_>, desk: &Desk, id: &str, errand: &Errand) -> Result<(), StoreError> {
    act.tx.save_errand(id, desk.staff, errand, act.real_now)
}

/// Changes an errand, unless it is signed and over.
pub(super) async fn change(
    app: &App,
    desk: &Desk,
    id: &str,
    change: impl Fn(&Act<'_>, &Desk, &mut Errand) -> Result<(), CaseError<DeskRefusal>> + Send + 'static,
) -> Result<(), CaseError<DeskRefusal>> {
    let (at, id) = (desk.clone(), id.to_owned());
    app.act(&desk.origin, desk.actor(), move |act| {
        at.is_still_held(act.tx)?;
        let mut errand = load(act.tx, &at, &id, act.real_time())?;
        errand.turns_to_the_next().map_err(CaseError::Refused)?;
        change(act, &at, &mut errand)?;
        Ok(save(act, &at, &id, &errand)?)
    })
    .await
}
