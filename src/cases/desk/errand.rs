//! An errand at a desk: whom it is for, which NemID, what is to be done. Nothing of it changes anything until it is
//! signed. The number that was typed never stands in an address: the errand's own id does.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Deed, DeskRefusal, plan};
use crate::cases::house::{House, Origin, Trouble, refused};
use crate::rules::actor::{Actor, PlaceName, Stamp};
use crate::rules::nemid::NemId;
use crate::rules::staff::Role;
use crate::rules::words::{CprNumber, NemIdNumber};
use crate::rules::{counter, customers};
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};

/// How long an errand lies before it is forgotten, by the real clock.
const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// Who serves: the operator, or a clerk of a bank.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Their employee NemID.
    pub staff: NemIdNumber,
    /// Their own CPR number, which they never serve (D20).
    pub cpr: CprNumber,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// The request, with its session.
    pub origin: Origin,
}

impl Desk {
    /// The bank whose desk it is; none at the operator's.
    pub fn bank(&self) -> Option<&PlaceName> {
        match &self.role {
            Role::BankClerk { bank } => Some(bank),
            _ => None,
        }
    }

    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.role.actor(self.staff)
    }

    /// The stamp of what is done at it now.
    pub fn stamp(&self, at: Timestamp) -> Stamp {
        self.origin.stamp(at, self.actor())
    }

    /// What the desk sees of all that a person has: the operator everything, a bank its customers'.
    fn sees(&self, theirs: Vec<NemId>) -> Vec<NemId> {
        match self.bank() {
            Some(bank) => customers::seen(theirs, bank),
            None => theirs,
        }
    }
}

/// By which number somebody is looked for.
#[derive(Clone, Copy, Debug)]
pub enum Sought {
    /// NemID-nummer.
    NemId(NemIdNumber),
    /// CPR-nummer.
    Cpr(CprNumber),
}

/// What was signed last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The number in the journal.
    pub journal: i64,
    /// When it was signed.
    pub at: Timestamp,
    /// What.
    pub deed: Deed,
    /// Whether a PIN letter went out with it.
    pub posted: bool,
}

/// How far an errand is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// Whom for.
    pub citizen: CprNumber,
    /// About which NemID.
    pub nemid: Option<NemIdNumber>,
    /// What was chosen.
    pub deed: Option<Deed>,
    /// What was signed last.
    pub receipt: Option<Receipt>,
}

/// An errand with all that its pages show.
#[derive(Clone, Debug)]
pub struct Look {
    /// The errand.
    pub errand: Errand,
    /// Whom it is for.
    pub citizen: Citizen,
    /// The NemIDs that the desk sees, ended ones too.
    pub found: Vec<NemId>,
    /// The one that was chosen.
    pub nemid: Option<NemId>,
    /// What the rules would not refuse now, each with the first of its reasons.
    pub offers: Vec<Deed>,
    /// When it was looked at.
    pub now: Timestamp,
}

/// Looks somebody up and begins an errand for them.
///
/// # Errors
/// [`DeskRefusal::NotFound`], and the counter's own for a number that is not in the register or the own one (D12,
/// D20).
pub async fn begin(house: &Arc<House>, desk: &Desk, sought: Sought) -> Result<String, Trouble<DeskRefusal>> {
    let id = house.chance.token().reveal();
    let (inner, desk) = (house.clone(), desk.clone());
    house
        .store
        .write(move |tx| {
            let (citizen, nemid) = match sought {
                Sought::Cpr(cpr) => (cpr, None),
                Sought::NemId(number) => {
                    let theirs = desk.sees(tx.nemid(number)?.into_iter().collect());
                    let one = theirs.first().ok_or(Trouble::Refused(DeskRefusal::NotFound))?;
                    (one.holder, Some(number))
                }
            };
            counter::may_serve(&desk.cpr, &citizen).map_err(refused)?;
            if tx.citizen(citizen)?.is_none() {
                return Err(refused(counter::CounterRefusal::NotInRegister));
            }
            let found = desk.sees(tx.nemids_of(citizen)?);
            let only = if let [only] = &found[..] { Some(only.number) } else { None };
            let errand = Errand { citizen, nemid: nemid.or(only), deed: None, receipt: None };
            save(tx, &inner, &desk, &id, &errand)?;
            Ok(id)
        })
        .await
}

/// Chooses the NemID that the errand is about.
///
/// # Errors
/// [`DeskRefusal::NotFound`] when the desk does not see it.
pub async fn choose_nemid(
    house: &Arc<House>,
    desk: &Desk,
    id: &str,
    number: NemIdNumber,
) -> Result<(), Trouble<DeskRefusal>> {
    let at = desk.clone();
    change(house, desk, id, move |tx, errand| {
        let found = at.sees(tx.nemids_of(errand.citizen)?);
        if !found.iter().any(|one| one.number == number) {
            return Err(Trouble::Refused(DeskRefusal::NotFound));
        }
        *errand = Errand { citizen: errand.citizen, nemid: Some(number), deed: None, receipt: None };
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
        errand.receipt = None;
        plan::rehearse(&inner, tx, &at, errand)
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
            look_at(tx, &inner, &desk, errand)
        })
        .await
}

pub(super) fn look_at(
    tx: &Tx<'_>,
    house: &House,
    desk: &Desk,
    errand: Errand,
) -> Result<Look, Trouble<DeskRefusal>> {
    let citizen = tx.citizen(errand.citizen)?.ok_or(Trouble::Refused(DeskRefusal::NoErrand))?;
    let found = desk.sees(tx.nemids_of(errand.citizen)?);
    let nemid = errand.nemid.and_then(|number| found.iter().find(|one| one.number == number).cloned());
    let offers = plan::offers(house, tx, desk, &errand)?;
    Ok(Look { errand, citizen, found, nemid, offers, now: house.now() })
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

async fn change<F>(house: &Arc<House>, desk: &Desk, id: &str, change: F) -> Result<(), Trouble<DeskRefusal>>
where
    F: FnOnce(&Tx<'_>, &mut Errand) -> Result<(), Trouble<DeskRefusal>> + Send + 'static,
{
    let (inner, desk, id) = (house.clone(), desk.clone(), id.to_owned());
    house
        .store
        .write(move |tx| {
            let mut errand = load(tx, &inner, &desk, &id)?;
            change(tx, &mut errand)?;
            Ok(save(tx, &inner, &desk, &id, &errand)?)
        })
        .await
}
