//! What an errand comes to: the events that the rules decide, and what leaves the shelf with them. Deciding writes
//! nothing; carrying out refuses nothing.

use super::errand::{Desk, Errand};
use super::{Deed, DeskRefusal, next, stock};
use crate::cases::house::{House, Trouble, refused};
use crate::rules::actor::{PlaceName, Stamp};
use crate::rules::counter::{self, CounterRefusal};
use crate::rules::identification::Identification;
use crate::rules::keys::DrawnCard;
use crate::rules::nemid::block::CertificateBlockReason;
use crate::rules::nemid::event::CardOrderReason;
use crate::rules::nemid::temporary::{Delivery, TemporaryPlace};
use crate::rules::nemid::{Event, NemId, PasswordHash};
use crate::rules::order::{self, Eligibility, FirstCard, OrderRefusal, Situation};
use crate::rules::temporary::{self, NewTemporary, TemporaryAction};
use crate::rules::words::{Contact, KeyCardNumber, NemIdNumber, PinLetterSerial, TemporaryPasswordCode};
use crate::rules::{calendar, cards, certificates, changes, passwords};
use crate::store::staff::Grant;
use crate::store::{StoreError, Tx};

/// What was drawn and hashed before the door, in case it is needed.
#[derive(Clone)]
pub(super) struct Prepared {
    /// A number for a new NemID.
    pub number: NemIdNumber,
    /// A card to be printed.
    pub card: DrawnCard,
    /// A temporary password: its letter, its digits (none where the letter lies on a shelf) and their hash.
    pub temporary: (PinLetterSerial, Option<TemporaryPasswordCode>, PasswordHash),
}

/// What is done to an employee's role.
#[derive(Clone, Debug)]
pub(super) enum RoleChange {
    /// Granted.
    Granted(Grant),
    /// Withdrawn.
    Withdrawn,
}

/// All that is to be written.
pub(super) struct Plan {
    /// The NemID as it stands, or a new one.
    pub nemid: NemId,
    /// What happens to it.
    pub events: Vec<Event>,
    /// What becomes of an employee's role.
    pub role: Option<RoleChange>,
}

impl Plan {
    pub(super) fn of(nemid: NemId, events: Vec<Event>) -> Self {
        Self { nemid, events, role: None }
    }
}

type Planned = Result<Plan, Trouble<DeskRefusal>>;

/// What a decision can look at.
pub(super) struct Table<'a> {
    pub house: &'a House,
    pub tx: &'a Tx<'a>,
    pub desk: &'a Desk,
    pub errand: &'a Errand,
    pub prepared: &'a Prepared,
    pub stamp: &'a Stamp,
}

impl Prepared {
    /// What is drawn anew each time; the hash of the temporary password has to be put in.
    pub(super) fn draw(house: &House) -> Self {
        let temporary = (house.chance.pin_letter_serial(), None, PasswordHash::default());
        Self { number: house.chance.nemid_number(), card: house.drawn_card(), temporary }
    }
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

/// Decides by the rules what the errand comes to.
pub(super) fn decide(table: &Table<'_>) -> Planned {
    counter::may_serve(&table.desk.cpr, &table.errand.citizen).map_err(refused)?;
    let deed = table.errand.deed.as_ref().ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
    match deed {
        Deed::CreateStaff { .. } | Deed::GrantRole { .. } | Deed::WithdrawRole | Deed::ReopenStaff => {
            super::plan_staff::decide(table, deed)
        }
        Deed::Attach { card, contact } => table.attach(card, contact),
        Deed::OrderNew { card, contact } => table.order_new(*card, contact),
        _ => table.about(deed, table.nemid()?),
    }
}

impl Table<'_> {
    /// The actions of *Vedligehold NemID*.
    fn about(&self, deed: &Deed, nemid: NemId) -> Planned {
        let identification = self.identification()?;
        let events = match deed {
            Deed::BlockCards { cards, reason } => {
                cards::block(&nemid, cards, *reason, self.stamp).map_err(refused)?
            }
            Deed::HandOutCard { card, urgent } => {
                counter::urgency_stated(&nemid, *urgent).map_err(refused)?;
                identification.reaches_for_handing_out().map_err(refused)?;
                let card = stock::card(self.tx, self.office()?, *card)?;
                cards::hand_out(&nemid, &card, self.stamp).map_err(refused)?
            }
            Deed::PostCard { urgent } => {
                counter::urgency_stated(&nemid, *urgent).map_err(refused)?;
                let why = match nemid.usable_cards().next() {
                    Some(_) => CardOrderReason::Extra,
                    None => CardOrderReason::Replacement,
                };
                cards::order(&nemid, why, &self.prepared.card, self.stamp).map_err(refused)?
            }
            Deed::IssueTemporary { action, serial } => {
                stock::letter(self.tx, self.office()?, *serial)?;
                self.issue(&nemid, *action, Delivery::HandedOut)?
            }
            Deed::BlockPassword { reason, send_new } => {
                counter::may_block_password(&nemid, self.stamp.at).map_err(refused)?;
                let mut events = passwords::block(&nemid, *reason, self.stamp).map_err(refused)?;
                if *send_new {
                    let after = self.after(&nemid, &events);
                    events.extend(self.issue(&after, TemporaryAction::Unlock, Delivery::Posted)?);
                }
                events
            }
            _ => {
                counter::may_block_password(&nemid, self.stamp.at).map_err(refused)?;
                let reason = CertificateBlockReason::HolderAsked;
                certificates::block(&nemid, reason, self.stamp).map_err(refused)?
            }
        };
        Ok(Plan::of(nemid, events))
    }

    /// *Certifikat tilknyttes: Eksisterende NemID*, found by the card the citizen already has (Guide 3.2.1).
    fn attach(&self, card: &KeyCardNumber, contact: &Contact) -> Planned {
        self.identification()?;
        let theirs = self.tx.nemids_of(self.errand.citizen)?;
        let to = match order::situation(&theirs, self.stamp.at) {
            Situation::CanAttach { to } => to,
            Situation::AlreadyPublic { .. } => return Err(refused(OrderRefusal::AlreadyHas)),
            Situation::MakeNew => return Err(refused(OrderRefusal::NotOffered)),
        };
        let nemid = theirs
            .into_iter()
            .filter(|one| to.contains(&one.number))
            .find(|one| one.card(card).is_some())
            .ok_or_else(|| refused(OrderRefusal::CardNotTheirs))?;
        let mut events = Vec::new();
        if nemid.contact != *contact {
            events.push(changes::contact_changed(&nemid.contact, contact));
        }
        let after = self.after(&nemid, &events);
        let draft = self.house.certificate_draft(self.tx, &after)?;
        let person = self.eligibility()?;
        events.extend(order::attach(&after, card, person, &draft, self.stamp).map_err(refused)?);
        Ok(Plan::of(nemid, events))
    }

    /// *Nyt NemID* (Guide 2.1): card from the shelf, or card and PIN letter by post.
    fn order_new(&self, card: Option<KeyCardNumber>, contact: &Contact) -> Planned {
        let identification = self.identification()?;
        let theirs = self.tx.nemids_of(self.errand.citizen)?;
        let first = match card {
            Some(number) => {
                identification.reaches_for_handing_out().map_err(refused)?;
                FirstCard::HandedOut(stock::card(self.tx, self.office()?, number)?)
            }
            None => FirstCard::Posted(self.prepared.card.clone()),
        };
        let person = (self.eligibility()?, &self.errand.citizen);
        let made = order::make_new(&theirs, person, self.prepared.number, (contact, &first), self.stamp);
        let (nemid, mut events) = made.map_err(refused)?;
        if card.is_none() {
            let after = self.after(&nemid, &events);
            events.extend(self.issue(&after, TemporaryAction::Resend, Delivery::Posted)?);
        }
        Ok(Plan::of(nemid, events))
    }

    /// A temporary password for Selvbetjening by one of the offered actions.
    pub(super) fn issue(
        &self,
        nemid: &NemId,
        action: TemporaryAction,
        delivery: Delivery,
    ) -> Result<Vec<Event>, Trouble<DeskRefusal>> {
        let (serial, _, hash) = &self.prepared.temporary;
        let place = TemporaryPlace::Selvbetjening;
        let new = NewTemporary { hash: hash.clone(), serial: *serial, delivery, place };
        temporary::issue(nemid, action, &new, self.stamp).map_err(refused)
    }

    /// The NemID as some events leave it.
    pub(super) fn after(&self, nemid: &NemId, events: &[Event]) -> NemId {
        let mut after = nemid.clone();
        for event in events {
            after.apply(event, self.stamp);
        }
        after
    }

    /// The chosen NemID.
    pub(super) fn nemid(&self) -> Result<NemId, Trouble<DeskRefusal>> {
        let number = self.errand.nemid.ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
        let theirs = self.tx.nemid(number)?.filter(|one| one.holder == self.errand.citizen);
        theirs.ok_or_else(|| refused(CounterRefusal::NothingFound))
    }

    fn identification(&self) -> Result<&Identification, Trouble<DeskRefusal>> {
        self.errand.identification.as_ref().ok_or(Trouble::Refused(DeskRefusal::StepMissing))
    }

    fn office(&self) -> Result<&PlaceName, Trouble<DeskRefusal>> {
        self.desk.office().ok_or(Trouble::Refused(DeskRefusal::StepMissing))
    }

    fn eligibility(&self) -> Result<Eligibility, Trouble<DeskRefusal>> {
        let citizen = self.errand.citizen;
        let person = self.tx.citizen(citizen)?.ok_or_else(|| refused(CounterRefusal::NotInRegister))?;
        let age = citizen.age_on(calendar::danish_date(self.stamp.at));
        Ok(Eligibility { age, dead: person.died.is_some() })
    }
}

/// Writes all of a plan, and gives the NemID as it left it and what to do next.
pub(super) fn carry_out(
    table: &Table<'_>,
    plan: Plan,
    deed: &Deed,
) -> Result<(NemId, Vec<next::Next>), StoreError> {
    let (house, tx, stamp) = (table.house, table.tx, table.stamp);
    let after = house.record(tx, &plan.nemid, &plan.events, (stamp, &table.desk.origin))?;
    let handed_out = (after.number, stamp.at);
    if let (Some(office), Some(card)) = (table.desk.office(), deed.card_from_stock()) {
        one(tx.hand_out_card(office, &card, handed_out)?, "stock_cards")?;
    }
    if let (Some(office), Some(serial)) = (table.desk.office(), deed.letter_from_stock()) {
        one(tx.hand_out_letter(office, serial, handed_out)?, "stock_letters")?;
    }
    if let (true, (serial, Some(digits), _)) = (deed.posts_pin_letter(), &table.prepared.temporary) {
        house.post_pin_letter(tx, &after, (*serial, digits), stamp.at)?;
    }
    if let Some(change) = plan.role {
        super::plan_staff::carry_out(tx, after.number, change)?;
    }
    let next = next::after(deed, &after, stamp.at);
    Ok((after, next))
}

fn one(met: bool, table: &'static str) -> Result<(), StoreError> {
    if met { Ok(()) } else { Err(StoreError::RowsMet { table, met: 0 }) }
}
