//! An errand: what an officer is in the middle of. Nothing of it changes anything until it is signed; leaving it at
//! any page is no harm, and going back finds what was typed (secrets excepted, of which an errand holds none).

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Deed, DeskRefusal, Next};
use crate::cases::house::{House, Origin, Trouble, refused};
use crate::rules::actor::{Actor, PlaceName, Stamp};
use crate::rules::counter::{self, CounterRefusal};
use crate::rules::identification::{Document, Identification};
use crate::rules::nemid::NemId;
use crate::rules::staff::Role;
use crate::rules::words::{CprNumber, NemIdNumber};
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};

/// How long an errand lies before it is forgotten, by the real clock.
const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// Whose desk it is: the officer at the counter, or the administrator.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Their employee NemID.
    pub staff: NemIdNumber,
    /// Their own CPR number, which they never serve (D20).
    pub cpr: CprNumber,
    /// Their role.
    pub role: Role,
    /// The request, with its session.
    pub origin: Origin,
}

impl Desk {
    /// The office whose shelf and journal it uses.
    pub fn office(&self) -> Option<&PlaceName> {
        self.role.counter()
    }

    /// The stamp of what is done at it now.
    pub fn stamp(&self, at: Timestamp) -> Stamp {
        self.origin.stamp(at, self.actor())
    }

    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.role.actor(self.staff)
    }
}

/// Which of the portal's actions an errand is for.
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
    /// The administrator's actions about employees.
    Staff,
}

/// What was signed, and what is to be done next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The number in the journal.
    pub journal: i64,
    /// When it was signed.
    pub at: Timestamp,
    /// About which NemID.
    pub nemid: NemIdNumber,
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
    pub deed: Option<Deed>,
    /// What came of it, once it is signed.
    pub receipt: Option<Receipt>,
}

impl Errand {
    /// Whether it is the one that is asked for again, not signed yet.
    fn goes_on(&self, kind: Kind, citizen: CprNumber) -> bool {
        self.kind == kind && self.citizen == citizen && self.receipt.is_none()
    }
}

/// An errand with all that its pages show.
#[derive(Clone, Debug)]
pub struct Look {
    /// The errand.
    pub errand: Errand,
    /// Whom it is for.
    pub citizen: Citizen,
    /// The `NemIDs` that it may be about, ended ones too.
    pub found: Vec<NemId>,
    /// The one that was chosen.
    pub nemid: Option<NemId>,
    /// When it was looked at.
    pub now: Timestamp,
}

/// Begins an errand for a person in the register, or goes on with the one named if it is for the same person.
///
/// # Errors
/// [`CounterRefusal::OwnNumber`], [`CounterRefusal::NotInRegister`] (D12, D20).
pub async fn begin(
    house: &Arc<House>,
    desk: &Desk,
    (kind, going_on): (Kind, Option<String>),
    citizen: CprNumber,
) -> Result<String, Trouble<DeskRefusal>> {
    let errand = Errand { kind, citizen, identification: None, nemid: None, deed: None, receipt: None };
    let fresh = house.chance.token().reveal();
    let (house_in, desk) = (house.clone(), desk.clone());
    house
        .store
        .write(move |tx| {
            counter::may_serve(&desk.cpr, &citizen).map_err(refused)?;
            if tx.citizen(citizen)?.is_none() {
                return Err(refused(CounterRefusal::NotInRegister));
            }
            let before = going_on.map(|id| load(tx, &house_in, &desk, &id).map(|errand| (id, errand)));
            match before {
                Some(Ok((id, errand))) if errand.goes_on(kind, citizen) => return Ok(id),
                None | Some(Ok(_) | Err(Trouble::Refused(_))) => {}
                Some(Err(trouble)) => return Err(trouble),
            }
            save(tx, &house_in, &desk, &fresh, &errand)?;
            Ok(fresh)
        })
        .await
}

/// Notes on what identification the person is served (D17).
///
/// # Errors
/// When the documents do not reach.
pub async fn identify(
    house: &Arc<House>,
    desk: &Desk,
    id: &str,
    documents: Vec<Document>,
) -> Result<(), Trouble<DeskRefusal>> {
    let identification = Identification::by(&documents).map_err(refused)?;
    change(house, desk, id, move |_, errand| {
        errand.identification = Some(identification);
        Ok(())
    })
    .await
}

/// Chooses the NemID that the errand is about; another one than before drops what was chosen about it.
///
/// # Errors
/// [`CounterRefusal::NothingFound`] when the counter can't find it, [`CounterRefusal::Ended`].
pub async fn choose_nemid(
    house: &Arc<House>,
    desk: &Desk,
    id: &str,
    number: NemIdNumber,
) -> Result<(), Trouble<DeskRefusal>> {
    change(house, desk, id, move |tx, errand| {
        errand.identification.as_ref().ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
        let found = found(tx, errand)?.into_iter().find(|one| one.number == number);
        let nemid = found.ok_or_else(|| refused(CounterRefusal::NothingFound))?;
        if !nemid.standing.is_open() {
            return Err(refused(CounterRefusal::Ended));
        }
        if errand.nemid != Some(number) {
            errand.deed = None;
        }
        errand.nemid = Some(number);
        Ok(())
    })
    .await
}

/// Chooses what is to be done; that the rules allow it now is found out at once, and again when it is signed.
///
/// # Errors
/// Why it is not allowed.
pub async fn choose_deed(
    house: &Arc<House>,
    desk: &Desk,
    id: &str,
    deed: Deed,
) -> Result<(), Trouble<DeskRefusal>> {
    let (inner, at) = (house.clone(), desk.clone());
    change(house, desk, id, move |tx, errand| {
        errand.deed = Some(deed);
        super::plan::rehearse(&inner, tx, &at, errand)
    })
    .await
}

/// Begins the next errand for the person who is just being served: same identification, same NemID.
///
/// # Errors
/// [`DeskRefusal::StepMissing`] unless the errand has been signed.
pub async fn go_on_with(
    house: &Arc<House>,
    desk: &Desk,
    id: &str,
    kind: Kind,
) -> Result<String, Trouble<DeskRefusal>> {
    let fresh = house.chance.token().reveal();
    let (inner, desk, id) = (house.clone(), desk.clone(), id.to_owned());
    house
        .store
        .write(move |tx| {
            let before = load(tx, &inner, &desk, &id)?;
            let receipt = before.receipt.as_ref().ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
            let nemid = (kind != Kind::Order).then_some(receipt.nemid);
            let errand = Errand { kind, nemid, deed: None, receipt: None, ..before };
            save(tx, &inner, &desk, &fresh, &errand)?;
            Ok(fresh)
        })
        .await
}

/// An errand as its pages show it.
///
/// # Errors
/// [`DeskRefusal::NoErrand`].
pub async fn look(house: &Arc<House>, desk: &Desk, id: &str) -> Result<Look, Trouble<DeskRefusal>> {
    let (inner, desk, id) = (house.clone(), desk.clone(), id.to_owned());
    house
        .store
        .read(move |tx| {
            let errand = load(tx, &inner, &desk, &id)?;
            look_at(tx, &inner, errand)
        })
        .await
}

pub(super) fn look_at(tx: &Tx<'_>, house: &House, errand: Errand) -> Result<Look, Trouble<DeskRefusal>> {
    let citizen = tx.citizen(errand.citizen)?.ok_or(Trouble::Refused(DeskRefusal::NoErrand))?;
    let found = found(tx, &errand)?;
    let nemid = errand.nemid.and_then(|number| found.iter().find(|one| one.number == number).cloned());
    Ok(Look { errand, citizen, found, nemid, now: house.now() })
}

/// What an errand may be about: at the counter what it finds (Guide 3.2.1), for staff their employee `NemIDs`.
fn found(tx: &Tx<'_>, errand: &Errand) -> Result<Vec<NemId>, StoreError> {
    let theirs = tx.nemids_of(errand.citizen)?;
    Ok(match errand.kind {
        Kind::Staff => theirs.into_iter().filter(super::staff::is_employees).collect(),
        _ => counter::found(theirs),
    })
}

pub(super) fn load(
    tx: &Tx<'_>,
    house: &House,
    desk: &Desk,
    id: &str,
) -> Result<Errand, Trouble<DeskRefusal>> {
    let since = house.clock.real_now().checked_sub(LIFE).unwrap_or(Timestamp::MIN);
    tx.errand((id, desk.staff), since)?.ok_or(Trouble::Refused(DeskRefusal::NoErrand))
}

pub(super) fn save(
    tx: &Tx<'_>,
    house: &House,
    desk: &Desk,
    id: &str,
    errand: &Errand,
) -> Result<(), StoreError> {
    tx.save_errand((id, desk.staff), errand, house.clock.real_now())
}

/// Changes an errand that has not been signed.
async fn change<F>(house: &Arc<House>, desk: &Desk, id: &str, change: F) -> Result<(), Trouble<DeskRefusal>>
where
    F: FnOnce(&Tx<'_>, &mut Errand) -> Result<(), Trouble<DeskRefusal>> + Send + 'static,
{
    let (inner, desk, id) = (house.clone(), desk.clone(), id.to_owned());
    house
        .store
        .write(move |tx| {
            let mut errand = load(tx, &inner, &desk, &id)?;
            if errand.receipt.is_some() {
                return Err(Trouble::Refused(DeskRefusal::AlreadySigned));
            }
            change(tx, &mut errand)?;
            save(tx, &inner, &desk, &id, &errand)?;
            Ok(())
        })
        .await
}
