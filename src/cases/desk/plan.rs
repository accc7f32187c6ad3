//! What an errand at a desk comes to. Deciding writes nothing; carrying out refuses nothing.

use super::errand::{Desk, Errand};
use super::{Deed, DeskRefusal, plan_bank, plan_operator};
use crate::cases::house::{House, Trouble, refused};
use crate::cases::pin_letters::Draft;
use crate::rules::actor::Stamp;
use crate::rules::counter;
use crate::rules::keys::DrawnCard;
use crate::rules::nemid::temporary::{Delivery, TemporaryPlace};
use crate::rules::nemid::{Event, NemId, PasswordHash};
use crate::rules::staff::Role;
use crate::rules::temporary::NewTemporary;
use crate::rules::words::NemIdNumber;
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};

/// What was drawn and hashed before the door, in case it is needed.
#[derive(Clone)]
pub(super) struct Prepared {
    /// A number for a new NemID.
    pub number: NemIdNumber,
    /// A card to be printed.
    pub card: DrawnCard,
    /// A temporary password to be sent; none while a deed is only tried on paper.
    pub draft: Option<Draft>,
}

impl Prepared {
    /// What is drawn anew each time.
    pub(super) fn draw(house: &House) -> Self {
        Self { number: house.chance.nemid_number(), card: house.drawn_card(), draft: None }
    }
}

/// All that is to be written.
pub(super) struct Plan {
    /// What happens to which NemID; the first is the one that the errand is about.
    pub changes: Vec<(NemId, Vec<Event>)>,
    /// The person as the register knows them from now on.
    pub citizen: Option<Citizen>,
}

impl Plan {
    pub(super) fn of(nemid: NemId, events: Vec<Event>) -> Self {
        Self { changes: vec![(nemid, events)], citizen: None }
    }
}

pub(super) type Planned = Result<Plan, Trouble<DeskRefusal>>;

/// What a decision can look at.
pub(super) struct Table<'a> {
    pub house: &'a House,
    pub tx: &'a Tx<'a>,
    pub desk: &'a Desk,
    pub errand: &'a Errand,
    pub prepared: &'a Prepared,
    pub stamp: &'a Stamp,
}

/// Finds out whether the chosen deed would be allowed now.
pub(super) fn rehearse(
    house: &House,
    tx: &Tx<'_>,
    desk: &Desk,
    errand: &Errand,
) -> Result<(), Trouble<DeskRefusal>> {
    let (prepared, stamp) = (Prepared::draw(house), desk.stamp(house.now()));
    decide(&Table { house, tx, desk, errand, prepared: &prepared, stamp: &stamp }).map(drop)
}

/// What the rules would not refuse now.
pub(super) fn offers(
    house: &House,
    tx: &Tx<'_>,
    desk: &Desk,
    errand: &Errand,
) -> Result<Vec<Deed>, Trouble<DeskRefusal>> {
    let theirs = tx.nemids_of(errand.citizen)?;
    let nemid = theirs.iter().find(|one| Some(one.number) == errand.nemid);
    let candidates = match desk.bank() {
        Some(_) => plan_bank::candidates(nemid, &theirs),
        None => plan_operator::candidates(nemid),
    };
    let mut offers = Vec::new();
    for deed in candidates {
        let tried = Errand { deed: Some(deed.clone()), ..errand.clone() };
        match rehearse(house, tx, desk, &tried) {
            Ok(()) => offers.push(deed),
            Err(Trouble::Refused(_)) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(offers)
}

/// Decides by the rules what the errand comes to.
pub(super) fn decide(table: &Table<'_>) -> Planned {
    counter::may_serve(&table.desk.cpr, &table.errand.citizen).map_err(refused)?;
    let deed = table.errand.deed.as_ref().ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
    match &table.desk.role {
        Role::Operator => plan_operator::decide(table, deed),
        Role::BankClerk { bank } => plan_bank::decide(table, bank, deed),
        _ => Err(Trouble::Refused(DeskRefusal::NotAtThisDesk)),
    }
}

impl Table<'_> {
    /// The chosen NemID.
    pub(super) fn nemid(&self) -> Result<NemId, Trouble<DeskRefusal>> {
        let number = self.errand.nemid.ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
        let theirs = self.tx.nemid(number)?.filter(|one| one.holder == self.errand.citizen);
        theirs.ok_or(Trouble::Refused(DeskRefusal::NotFound))
    }

    /// The person.
    pub(super) fn citizen(&self) -> Result<Citizen, Trouble<DeskRefusal>> {
        let found = self.tx.citizen(self.errand.citizen)?;
        found.ok_or_else(|| refused(counter::CounterRefusal::NotInRegister))
    }

    /// The temporary password that would be sent, for a place.
    pub(super) fn new_temporary(&self, place: TemporaryPlace) -> NewTemporary {
        match &self.prepared.draft {
            Some(draft) => NewTemporary { place, ..draft.new.clone() },
            None => NewTemporary {
                hash: PasswordHash::default(),
                serial: self.house.chance.pin_letter_serial(),
                delivery: Delivery::Posted,
                place,
            },
        }
    }

    /// The NemID as some events leave it.
    pub(super) fn after(&self, nemid: &NemId, events: &[Event]) -> NemId {
        let mut after = nemid.clone();
        for event in events {
            after.apply(event, self.stamp);
        }
        after
    }
}

/// Writes all of a plan; gives the NemID that it was about and whether a PIN letter went out.
pub(super) fn carry_out(table: &Table<'_>, plan: Plan) -> Result<(Option<NemIdNumber>, bool), StoreError> {
    let (house, tx, stamp) = (table.house, table.tx, table.stamp);
    if let Some(citizen) = plan.citizen {
        tx.save_citizen(&citizen)?;
    }
    let about = plan.changes.first().map(|(nemid, _)| nemid.number);
    let mut posted = false;
    for (nemid, events) in &plan.changes {
        let after = house.record(tx, nemid, events, (stamp, &table.desk.origin))?;
        let newest = after.temporary.as_ref().map(|one| one.serial);
        if let Some(draft) = table.prepared.draft.as_ref().filter(|one| Some(one.new.serial) == newest) {
            house.post_pin_letter(tx, &after, (draft.new.serial, &draft.digits), stamp.at)?;
            posted = true;
        }
    }
    Ok((about, posted))
}
