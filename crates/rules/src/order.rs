//! What may be ordered for a person, depending on the NemIDs that they have (Guide 2.1, 3.2.1, D16).

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use thiserror::Error;

use crate::Refusal;
use crate::actor::Stamp;
use crate::certificates::{CertificateDraft, CertificateRefusal, YOUNGEST};
use crate::nemid::event::CardOrderReason;
use crate::nemid::{CardState, Decision, Event, Issuer, NemId};
use crate::words::{KeyCardNumber, NemIdNumber};

mod new;

pub use crate::order::new::{FirstCard, NewNemId};

/// What the order page offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Situation {
    /// *Borgeren har allerede NemID*: nothing can be ordered.
    AlreadyPublic {
        /// The NemID that is public already.
        number: NemIdNumber,
    },
    /// A NemID without a valid certificate: attach one to it, or make a new NemID.
    CanAttach {
        /// The NemIDs to which it can be attached.
        to: Vec<NemIdNumber>,
    },
    /// No NemID that counts: a new one can be made.
    MakeNew,
}

/// Why nothing is ordered.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum OrderRefusal {
    /// The person has a public NemID.
    #[error("already has one")]
    AlreadyHas,
    /// The person has a NemID that a certificate can be ordered for, and did not ask for another beside it.
    #[error("has one without a certificate")]
    HasOneToAttachTo,
    /// Another NemID of the person is public, or about to be.
    #[error("another NemID is public")]
    AnotherIsPublic,
    /// Younger than 15 (D16).
    #[error("too young")]
    TooYoung,
    /// The person is dead.
    #[error("dead")]
    Dead,
    /// The typed number is not that of a card of the NemID to which the certificate would be attached.
    #[error("not the card of that NemID")]
    CardNotTheirs,
    /// The typed number is that of a card that is still in the post.
    #[error("still in the post")]
    CardInPost,
    /// The typed number is that of a card that is blocked or used up.
    #[error("blocked or used up")]
    CardEnded,
    /// The person has no address to which the card could be posted (D29).
    #[error("no address")]
    NoAddress,
    /// The chosen way is not offered, or no longer.
    #[error("not offered")]
    NotOffered,
    /// The certificate can't be ordered.
    #[error(transparent)]
    Certificate(#[from] CertificateRefusal),
}

impl Refusal for OrderRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyHas => "already-has-nemid",
            Self::HasOneToAttachTo => "has-nemid-to-attach-to",
            Self::AnotherIsPublic => "another-nemid-is-public",
            Self::TooYoung => "too-young",
            Self::Dead => "dead",
            Self::CardNotTheirs => "card-not-theirs",
            Self::CardInPost => "card-in-post",
            Self::CardEnded => "card-ended",
            Self::NoAddress => "no-address",
            Self::NotOffered => "not-offered",
            Self::Certificate(refusal) => refusal.code(),
        }
    }
}

/// What the CPR register says about the person for whom something is ordered.
#[derive(Clone, Copy, Debug)]
pub struct Eligibility {
    /// Age in whole years, if the birth date can be read.
    pub age: Option<i16>,
    /// Whether the person is dead.
    pub dead: bool,
}

/// Checks that the person may have a public NemID (D16).
///
/// # Errors
/// [`OrderRefusal::Dead`]; [`OrderRefusal::TooYoung`] when the age is below [`YOUNGEST`] or unknown.
pub fn may_have(person: Eligibility) -> Result<(), OrderRefusal> {
    if person.dead {
        return Err(OrderRefusal::Dead);
    }
    if person.age.is_none_or(|age| age < YOUNGEST) {
        return Err(OrderRefusal::TooYoung);
    }
    Ok(())
}

/// The day from which a person of this birth may have a public NemID (D16); `None` beyond the calendar.
pub fn old_enough_on(birth: Date) -> Option<Date> {
    birth.checked_add(i64::from(YOUNGEST).years()).ok()
}

/// The person's situation on the order page (Guide 2.1). Business and employee NemIDs do not count (Guide 3.2.1).
pub fn situation(theirs: &[NemId], now: Timestamp) -> Situation {
    let seen = || theirs.iter().filter(|one| one.issuer.is_found_at_counter() && one.state.is_open());
    if let Some(public) = seen().find(|one| one.is_public(now)) {
        return Situation::AlreadyPublic { number: public.number };
    }
    let to: Vec<_> = seen().map(|one| one.number).collect();
    if to.is_empty() { Situation::MakeNew } else { Situation::CanAttach { to } }
}

/// Makes a new public NemID with an ordered certificate and its first card (Guide 2.1).
///
/// # Errors
/// [`OrderRefusal::AlreadyHas`] when the person has a public NemID; [`OrderRefusal::NoAddress`]; otherwise as
/// [`may_have`].
pub fn make_new(
    theirs: &[NemId],
    person: Eligibility,
    new: &NewNemId<'_>,
    stamp: &Stamp,
) -> Result<(NemId, Vec<Event>), OrderRefusal> {
    may_have(person)?;
    if let Situation::AlreadyPublic { .. } = situation(theirs, stamp.at) {
        return Err(OrderRefusal::AlreadyHas);
    }
    let nemid = started(new, Issuer::Public, stamp)?;
    let mut decision = begin(&nemid, stamp);
    decision.record(Event::CertificateOrdered);
    equip(&mut decision, new);
    let events = decision.events();
    Ok((nemid, events))
}

/// Makes a new public NemID that its holder orders without an officer. Where the holder has a NemID that a certificate
/// can be ordered for, `beside` says that another is wanted all the same (Rules 4): an officer would have asked (Guide
/// 2.1), and two NemIDs for one person are what Guide 3.1.5 has to mend.
///
/// # Errors
/// [`OrderRefusal::HasOneToAttachTo`]; otherwise as [`make_new`].
pub fn make_first(
    theirs: &[NemId],
    person: Eligibility,
    new: &NewNemId<'_>,
    beside: bool,
    stamp: &Stamp,
) -> Result<(NemId, Vec<Event>), OrderRefusal> {
    may_have(person)?;
    match situation(theirs, stamp.at) {
        Situation::CanAttach { .. } if !beside => Err(OrderRefusal::HasOneToAttachTo),
        _ => make_new(theirs, person, new, stamp),
    }
}

/// Makes a NemID for a bank's private or business netbank (DOMAIN 4, Guide 3.2.1), or for an employee (D20). It has no
/// certificate.
///
/// # Errors
/// [`OrderRefusal::NoAddress`] when its card would be posted to nobody.
pub fn make_at_bank(
    issuer: Issuer,
    new: &NewNemId<'_>,
    stamp: &Stamp,
) -> Result<(NemId, Vec<Event>), OrderRefusal> {
    let nemid = started(new, issuer, stamp)?;
    let mut decision = begin(&nemid, stamp);
    if let Issuer::Bank(bank) | Issuer::Business(bank) = &nemid.issuer {
        decision.record(Event::AgreementMade { bank: bank.clone() });
    }
    equip(&mut decision, new);
    let events = decision.events();
    Ok((nemid, events))
}

/// The NemID at its beginning, unless its card would be posted to nobody (D29).
fn started(new: &NewNemId<'_>, issuer: Issuer, stamp: &Stamp) -> Result<NemId, OrderRefusal> {
    if matches!(new.card, FirstCard::Posted(_)) && !new.reach.is_reached() {
        return Err(OrderRefusal::NoAddress);
    }
    Ok(NemId { reach: new.reach, ..NemId::begin(new.number, new.holder, issuer, stamp) })
}

fn begin<'a>(nemid: &NemId, stamp: &'a Stamp) -> Decision<'a> {
    let mut decision = Decision::of(nemid, stamp);
    let (number, holder, issuer) = (nemid.number, nemid.holder, nemid.issuer.clone());
    decision.record(Event::Created { number, holder, issuer });
    decision
}

fn equip(decision: &mut Decision<'_>, new: &NewNemId<'_>) {
    if decision.nemid().contact != *new.contact {
        let event = Event::contact_changed(&decision.nemid().contact, new.contact);
        decision.record(event);
    }
    decision.record(match new.card {
        FirstCard::Posted(card) => {
            Event::CardOrdered { card: card.number, salt: card.salt, why: CardOrderReason::First }
        }
        FirstCard::HandedOut(card) => Event::CardAttached { card: card.number, salt: card.salt },
    });
}

/// Attaches a certificate to a NemID that the person has. They name it by the number of a card that they hold (Guide
/// 3.2.1); a card in the post does not count. That no other NemID of the person is public is checked by [`situation`],
/// which sees them all.
///
/// # Errors
/// [`OrderRefusal::CardNotTheirs`], [`OrderRefusal::CardInPost`] or [`OrderRefusal::CardEnded`] when the number is not
/// that of a usable card of that NemID; otherwise as [`may_have`] and
/// [`crate::certificates::order`].
pub fn attach(
    nemid: &NemId,
    card: &KeyCardNumber,
    person: Eligibility,
    draft: &CertificateDraft,
    stamp: &Stamp,
) -> Result<Vec<Event>, OrderRefusal> {
    may_have(person)?;
    match nemid.card(card).map(|card| &card.state) {
        None => return Err(OrderRefusal::CardNotTheirs),
        Some(CardState::Ordered) => return Err(OrderRefusal::CardInPost),
        Some(CardState::Blocked(_) | CardState::UsedUp { .. }) => return Err(OrderRefusal::CardEnded),
        Some(CardState::Attached | CardState::Active) => {}
    }
    Ok(crate::certificates::order(nemid, draft, person.age, stamp)?)
}

/// Checks whether a holder can order a certificate for their own NemID, so that the page offers only what will succeed.
///
/// # Errors
/// As [`crate::certificates::may_be_ordered`] and [`may_have`]; [`OrderRefusal::AnotherIsPublic`] when another NemID of
/// the holder is public.
pub fn may_order_own(
    nemid: &NemId,
    theirs: &[NemId],
    person: Eligibility,
    now: Timestamp,
) -> Result<(), OrderRefusal> {
    crate::certificates::may_be_ordered(nemid, person.age, now)?;
    may_have(person)?;
    match situation(theirs, now) {
        Situation::AlreadyPublic { number } if number != nemid.number => Err(OrderRefusal::AnotherIsPublic),
        _ => Ok(()),
    }
}

/// Orders a certificate for a holder's own NemID when none is valid (Rules 4.4). A person has one public NemID here
/// too, as at the counter (Guide 2.1).
///
/// # Errors
/// As [`may_order_own`] and [`crate::certificates::order`].
pub fn order_own(
    nemid: &NemId,
    theirs: &[NemId],
    person: Eligibility,
    draft: &CertificateDraft,
    stamp: &Stamp,
) -> Result<Vec<Event>, OrderRefusal> {
    may_order_own(nemid, theirs, person, stamp.at)?;
    Ok(crate::certificates::order(nemid, draft, person.age, stamp)?)
}

#[cfg(test)]
mod tests;
