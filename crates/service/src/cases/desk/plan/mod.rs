//! The plan of an errand: the events that the rules decide, and what is written with them. Deciding writes
//! nothing; carrying out refuses nothing. Each desk decides about its own actions only.

mod bank;
mod counter;
mod operator;
mod prepared;
mod staff;

use crate::cases::app::{Act, CaseError, Parts, refused};
use crate::cases::desk::{Action, Desk, DeskRefusal, Errand, next};
use crate::store::citizens::Citizen;
use crate::store::staff::Grant;
use crate::store::{StoreError, Tx};
use jiff::Timestamp;
use rules::actor::Stamp;
use rules::blocking;
use rules::blocking::What;
use rules::carriers::voice::Ordered;
use rules::carriers::{token, voice};
use rules::counter::{CounterRefusal, may_serve};
use rules::nemid::block::PasswordBlockReason;
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{Event, NemId};
use rules::staff::Role;
use rules::temporary::{NewTemporary, TemporaryAction, issue};
use rules::words::{CarrierId, CarrierKind, Mobile, NemIdNumber};

pub(super) use crate::cases::desk::plan::prepared::Prepared;

/// Everything that is to be written.
pub(super) struct Plan {
    /// The events of each NemID, existing or new; the first NemID is the one that the errand is about.
    changes: Vec<(NemId, Vec<Event>)>,
    /// The person as the register knows them afterwards.
    citizen: Option<Citizen>,
    /// The change of an employee's role.
    role: Option<RoleChange>,
}

/// A change of an employee's role.
enum RoleChange {
    Granted(Grant),
    Withdrawn,
}

impl Plan {
    fn of(nemid: NemId, events: Vec<Event>) -> Self {
        Self { changes: vec![(nemid, events)], citizen: None, role: None }
    }
}

type Planned = Result<Plan, CaseError<DeskRefusal>>;

/// What a decision is made from.
pub(super) struct PlanContext<'a> {
    pub parts: &'a Parts,
    pub tx: &'a Tx<'a>,
    pub desk: &'a Desk,
    pub errand: &'a Errand,
    pub prepared: &'a Prepared,
    pub stamp: &'a Stamp,
}

/// The result of a signed plan: the NemID that it was about, and what to do next.
pub(super) struct Outcome {
    pub nemid: Option<NemIdNumber>,
    pub next: Vec<next::Next>,
    pub told: next::Told,
}

/// Checks by a dry run whether the chosen action would be allowed now. Writes nothing.
pub(super) fn dry_run(
    parts: &Parts,
    tx: &Tx<'_>,
    desk: &Desk,
    errand: &Errand,
    now: Timestamp,
) -> Result<(), CaseError<DeskRefusal>> {
    let (prepared, stamp) = (Prepared::for_dry_run(parts), desk.stamp(now));
    decide(&PlanContext { parts, tx, desk, errand, prepared: &prepared, stamp: &stamp }).map(drop)
}

/// The actions that the rules allow now: each is tried in a dry run before it is offered.
pub(super) fn offers(
    parts: &Parts,
    tx: &Tx<'_>,
    desk: &Desk,
    errand: &Errand,
    now: Timestamp,
) -> Result<Vec<Action>, CaseError<DeskRefusal>> {
    let theirs = tx.nemids_of(errand.citizen)?;
    let nemid = theirs.iter().find(|one| Some(one.number) == errand.nemid);
    let candidates = match desk.role {
        Role::BankClerk { .. } => bank::candidates(nemid, &theirs),
        Role::Operator => operator::candidates(nemid),
        _ => Vec::new(),
    };
    let worth_offering = |action: &Action| {
        !matches!(action, Action::BlockPassword { .. })
            || nemid.is_some_and(|nemid| blocking::is_offered(nemid, now))
    };
    let mut offers = Vec::new();
    for action in candidates.into_iter().filter(worth_offering) {
        let tried = Errand { action: Some(action.clone()), ..errand.clone() };
        match dry_run(parts, tx, desk, &tried, now) {
            Ok(()) => offers.push(action),
            Err(CaseError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(offers)
}

/// Decides by the rules what the errand writes.
pub(super) fn decide(context: &PlanContext<'_>) -> Planned {
    may_serve(&context.desk.cpr, &context.errand.citizen).map_err(refused)?;
    let action = context.errand.action.as_ref().ok_or(CaseError::Refused(DeskRefusal::StepMissing))?;
    match &context.desk.role {
        Role::Officer { office } | Role::SuperUser { office } => counter::decide(context, office, action),
        Role::Administrator => staff::decide(context, action),
        Role::BankClerk { bank } => bank::decide(context, bank, action),
        Role::Operator => operator::decide(context, action),
    }
}

impl PlanContext<'_> {
    /// The chosen NemID.
    fn nemid(&self) -> Result<NemId, CaseError<DeskRefusal>> {
        let number = self.errand.nemid.ok_or(CaseError::Refused(DeskRefusal::StepMissing))?;
        let theirs = self.tx.nemid(number)?.filter(|one| one.holder == self.errand.citizen);
        theirs.ok_or_else(|| refused(CounterRefusal::NothingFound))
    }

    fn citizen(&self) -> Result<Citizen, CaseError<DeskRefusal>> {
        let found = self.tx.citizen(self.errand.citizen)?;
        found.ok_or_else(|| refused(CounterRefusal::NotInRegister))
    }

    /// The version of the rules in force, if what they ask for was consented to (Rules 4.1).
    fn consented(&self, consent: bool) -> Result<Option<u32>, StoreError> {
        Ok(consent.then_some(self.tx.terms()?.in_force(self.stamp.at).number))
    }

    /// The temporary password that would be issued, for a place.
    fn temporary(&self, place: TemporaryPlace) -> NewTemporary {
        NewTemporary { place, ..self.prepared.temporary.clone() }
    }

    /// Issues the temporary password for Selvbetjening by one of the offered actions.
    fn issue(&self, nemid: &NemId, action: TemporaryAction) -> Result<Vec<Event>, CaseError<DeskRefusal>> {
        let new = self.temporary(TemporaryPlace::Selvbetjening);
        issue(nemid, action, &new, self.stamp).map_err(refused)
    }

    /// Orders that keys are read out on a telephone, for a person who is there (D38).
    fn order_voice(&self, nemid: &NemId, telephone: Mobile) -> Result<Vec<Event>, CaseError<DeskRefusal>> {
        voice::order(nemid, self.prepared.line, telephone, Ordered::InPerson, self.stamp).map_err(refused)
    }

    /// Orders a token by post, as its holder would (D36, D39).
    fn order_token(&self, nemid: &NemId) -> Result<Vec<Event>, CaseError<DeskRefusal>> {
        token::order(nemid, &self.prepared.token, self.stamp).map_err(refused)
    }

    /// Blocks a password like everywhere else ([`blocking::at_once`]), and has a temporary one sent if that
    /// is chosen.
    fn block_password(
        &self,
        nemid: &NemId,
        reason: PasswordBlockReason,
        send_new: bool,
    ) -> Result<Vec<Event>, CaseError<DeskRefusal>> {
        let new = send_new.then(|| self.temporary(TemporaryPlace::Selvbetjening));
        let what = What { password: Some(reason), ..What::default() };
        blocking::at_once(nemid, what, new.as_ref(), self.stamp).map_err(refused)
    }
}

/// The cards, tokens and apps of a NemID that can be blocked. A voice line is not: its password is (Rules 3.9).
fn to_block(nemid: &NemId) -> Vec<CarrierId> {
    let cards = nemid.open_cards().map(|card| CarrierId::Card(card.number));
    let others = nemid.open_carriers().filter(|one| one.kind() != CarrierKind::Voice);
    cards.chain(others.map(|one| CarrierId::Other(one.number))).collect()
}

/// Writes all of a plan.
pub(super) fn carry_out(
    act: &Act<'_>,
    context: &PlanContext<'_>,
    plan: Plan,
    action: &Action,
) -> Result<Outcome, StoreError> {
    if let Some(citizen) = plan.citizen {
        act.tx.save_citizen(&citizen)?;
    }
    let (mut left, mut posted) = (Vec::new(), false);
    for (nemid, events) in &plan.changes {
        let after = act.record(nemid, events)?;
        posted |= context.prepared.send_pin_letter(act, &after)?;
        left.push(after);
    }
    let Some(about) = left.first().filter(|_| *action != Action::RegisterDeath) else {
        return Ok(Outcome { nemid: None, next: Vec::new(), told: next::Told::default() });
    };
    hand_out(act, context.desk, action, about.number)?;
    if let Some(change) = plan.role {
        staff::carry_out(act, about.number, change)?;
    }
    let theirs = act.tx.nemids_of(about.holder)?;
    let person = act.tx.citizen(about.holder)?.ok_or(StoreError::RowsMet { table: "citizens", met: 0 })?;
    let served = context.errand.served(&theirs, &person, act.now());
    let signed = next::Signed { action, nemid: about, posted };
    let (next, told) = (next::after(&signed, &served), next::told_after(&signed, &served));
    Ok(Outcome { nemid: Some(about.number), next, told })
}

/// Takes what is handed out from the stock.
fn hand_out(act: &Act<'_>, desk: &Desk, action: &Action, nemid: NemIdNumber) -> Result<(), StoreError> {
    let Some(office) = desk.office() else { return Ok(()) };
    if let Some(card) = action.card_from_stock() {
        one(act.tx.hand_out_card(office, &card, nemid, act.now())?, "stock_cards")?;
    }
    if let Some(serial) = action.letter_from_stock() {
        one(act.tx.hand_out_letter(office, serial, nemid, act.now())?, "stock_letters")?;
    }
    Ok(())
}

fn one(met: bool, table: &'static str) -> Result<(), StoreError> {
    if met { Ok(()) } else { Err(StoreError::RowsMet { table, met: 0 }) }
}
