//! Blocking day and night without logging on, on a page or by telephone: by name, perhaps address, and one of
//! CPR number, user id and card number, or several (Rules 3.5.2). It reaches passwords and cards alone; ending a whole NemID needs a key (D22).

use super::house::{House, Origin, Trouble};
use super::pin_letters::Draft;
use super::{pin_letters, tries};
use crate::rules::actor::{Actor, Channel, Stamp};
use crate::rules::blocking::{self, What};
use crate::rules::cards;
use crate::rules::limits::{self, AddressWanted, Errand};
use crate::rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use crate::rules::nemid::{Issuer, NemId};
use crate::rules::words::{CprNumber, KeyCardNumber, PersonName, TypedUserId};
use crate::store::{StoreError, Tx};

/// The number by which somebody tells whose it is.
#[derive(Clone, Debug)]
pub enum Mark {
    /// The CPR number: all NemIDs of the person but those of an employer, who blocks them itself (D20).
    Cpr(CprNumber),
    /// A user id: that NemID.
    UserId(TypedUserId),
    /// A card number: that card, or the password of its NemID.
    Card(KeyCardNumber),
}

/// Who asks for it.
#[derive(Clone, Debug)]
pub struct Teller {
    /// The name, which has to be the registered one.
    pub name: PersonName,
    /// The address; where one is told it has to be the registered one.
    pub address: Option<String>,
    /// The numbers: one at least. Each counts by itself where it is the teller's, so that a slip in one leaves nothing
    /// open that another one closes; what any of them reaches is blocked.
    pub marks: Vec<Mark>,
}

/// What is to be blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The password; whether a temporary one is sent by post then (D22).
    Password {
        /// Why.
        reason: PasswordBlockReason,
        /// Whether a temporary password is sent.
        send: bool,
    },
    /// The cards.
    Cards {
        /// Why.
        reason: CardBlockReason,
    },
}

/// Blocks. Whoever asks learns nothing: the outcome is the same whether somebody was found or not, and so is the work
/// until name and number have been found to fit.
///
/// # Errors
/// [`AddressWanted`], on the page and never by telephone.
pub async fn stop(
    house: &std::sync::Arc<House>,
    teller: Teller,
    stop: Stop,
    origin: &Origin,
) -> Result<(), Trouble<AddressWanted>> {
    if origin.channel != Channel::Telephone {
        let nth = tries::count_from(house, Errand::Block, origin).await?;
        limits::enough_told(nth, teller.address.is_some()).map_err(Trouble::Refused)?;
    }
    let drafts = drafts(house, (&teller, stop), origin).await?;
    let (inner, origin) = (house.clone(), origin.clone());
    house
        .store
        .write::<_, Trouble<AddressWanted>, _>(move |tx| {
            let stamp = origin.stamp(inner.now(), actor(&origin));
            let mut drafts = drafts.into_iter();
            for (nemid, reach) in found_for(tx, &teller)? {
                block(tx, &inner, (&nemid, reach), (stop, drafts.next()), (&stamp, &origin))?;
            }
            Ok(())
        })
        .await
}

/// The letters that might be sent: one is drawn and hashed for everybody, more only for who has more NemIDs and has
/// told rightly who they are, so that the time it takes tells nobody else how many somebody has.
async fn drafts(
    house: &std::sync::Arc<House>,
    (teller, stop): (&Teller, Stop),
    origin: &Origin,
) -> Result<Vec<Draft>, Trouble<AddressWanted>> {
    if !matches!(stop, Stop::Password { send: true, .. }) {
        return Ok(Vec::new());
    }
    let mut drafts = vec![pin_letters::draft(house, origin).await?];
    let teller = teller.clone();
    let found = house.store.read::<_, StoreError, _>(move |tx| found_for(tx, &teller)).await?.len();
    while drafts.len() < found {
        drafts.push(pin_letters::draft(house, origin).await?);
    }
    Ok(drafts)
}

/// Who acts: by telephone the hotline, else somebody who has not shown who they are.
fn actor(origin: &Origin) -> Actor {
    if origin.channel == Channel::Telephone { Actor::Hotline } else { Actor::Visitor }
}

/// How much of a NemID the numbers reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// All its cards.
    Whole,
    /// This card.
    Card(KeyCardNumber),
}

/// What the numbers reach of what the teller holds.
fn found_for(tx: &Tx<'_>, teller: &Teller) -> Result<Vec<(NemId, Reach)>, StoreError> {
    let mut theirs = Vec::new();
    for (nemid, reach) in found(tx, &teller.marks)? {
        if is_teller(tx, &nemid.holder, teller)? {
            theirs.push((nemid, reach));
        }
    }
    Ok(theirs)
}

/// Whether name and, where one was told, address are this person's.
fn is_teller(tx: &Tx<'_>, holder: &CprNumber, teller: &Teller) -> Result<bool, StoreError> {
    Ok(tx.citizen(*holder)?.is_some_and(|citizen| {
        let there = teller.address.as_deref().is_none_or(|told| citizen.address.is_meant_by(told));
        there && citizen.name.same_as(&teller.name)
    }))
}

/// The open NemIDs that the numbers name, each once, with the widest reach that one of them gives.
fn found(tx: &Tx<'_>, marks: &[Mark]) -> Result<Vec<(NemId, Reach)>, StoreError> {
    let mut found: Vec<(NemId, Reach)> = Vec::new();
    for mark in marks {
        let (theirs, reach) = match mark {
            Mark::Cpr(cpr) => {
                let mut theirs = tx.nemids_of(*cpr)?;
                theirs.retain(|one| !matches!(one.issuer, Issuer::Employer(_)));
                (theirs, Reach::Whole)
            }
            Mark::UserId(typed) => (tx.nemid_by_user_id(typed)?.into_iter().collect(), Reach::Whole),
            Mark::Card(card) => (tx.nemid_of_card(*card)?.into_iter().collect(), Reach::Card(*card)),
        };
        for nemid in theirs.into_iter().filter(|one| one.standing.is_open()) {
            match found.iter_mut().find(|(known, _)| known.number == nemid.number) {
                Some((_, wider)) if reach == Reach::Whole => *wider = reach,
                Some(_) => {}
                None => found.push((nemid, reach)),
            }
        }
    }
    Ok(found)
}

/// Blocks what there is to block; that there is nothing is no reason to refuse.
fn block(
    tx: &Tx<'_>,
    house: &House,
    (nemid, reach): (&NemId, Reach),
    (stop, draft): (Stop, Option<Draft>),
    by: (&Stamp, &Origin),
) -> Result<(), StoreError> {
    let events = match (stop, reach) {
        (Stop::Password { reason, .. }, _) => {
            let what = What { password: Some(reason), cards: None };
            let events = |new| blocking::at_once(nemid, what, new, by.0).unwrap_or_default();
            let with_letter = events(draft.as_ref().map(|draft| &draft.new));
            // Beyond the letters of a day the password is blocked all the same.
            let sends = blocking::sends_temporary(&with_letter)
                && tries::count_holder(tx, house, Errand::Block, &nemid.holder)?;
            if sends { with_letter } else { events(None) }
        }
        (Stop::Cards { reason }, Reach::Card(card)) => {
            cards::block(nemid, &[card], reason, by.0).unwrap_or_default()
        }
        (Stop::Cards { reason }, Reach::Whole) => cards::block_all(nemid, reason, by.0).unwrap_or_default(),
    };
    let after = house.record(tx, nemid, &events, by)?;
    if let Some(draft) = &draft {
        pin_letters::post_if_issued(tx, house, &after, draft, by.0.at)?;
    }
    Ok(())
}
