//! How a NemID begins: at the counter, by order, or at a bank.

use jiff::Timestamp;
use proptest::prelude::*;
use rules::actor::{Actor, Channel, PlaceName, Stamp};
use rules::cards::DrawnCard;
use rules::nemid::{CardSalt, Event, Issuer, NemId};
use rules::order;
use rules::order::{Eligibility, FirstCard, NewNemId};
use rules::post::PostalReach;
use rules::words::{Contact, CprNumber, KeyCardNumber, NemIdNumber};

/// Who made the NemID, and whether its card was handed out at once.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Who made it.
    pub issuer: Issuer,
    /// Handed out, or by post.
    pub at_once: bool,
    /// Whether it is activated before anything else happens.
    pub in_use: bool,
}

/// The bank of this world.
pub fn bank() -> PlaceName {
    PlaceName::new("fjordbanken")
}

/// A card by its place in the row of all cards.
pub fn card(number: u64) -> DrawnCard {
    DrawnCard { number: KeyCardNumber::from_drawn(number), salt: CardSalt::default() }
}

/// Any beginning, mostly a citizen's.
pub fn beginnings() -> impl Strategy<Value = Enrolment> {
    let issuer = prop_oneof![
        6 => Just(Issuer::Public),
        4 => Just(Issuer::Bank(bank())),
        1 => Just(Issuer::Business(bank())),
        1 => Just(Issuer::Employer(PlaceName::new("havneby"))),
    ];
    (issuer, any_bool(3), any_bool(4)).prop_map(|(issuer, at_once, in_use)| Enrolment {
        issuer,
        at_once,
        in_use,
    })
}

/// True so many times as often as false.
pub fn any_bool(times: u32) -> impl Strategy<Value = bool> {
    prop_oneof![times => Just(true), 1 => Just(false)]
}

/// The stamp of the beginning.
pub fn stamp() -> Stamp {
    let at: Timestamp = "2019-03-04T08:00:00Z".parse().unwrap();
    let actor = Actor::Operator { staff: None };
    Stamp { at, actor, channel: Channel::Operator, address: None, device: None }
}

/// Makes it by the rules.
pub fn make(start: &Enrolment) -> (NemId, Vec<Event>) {
    let holder = CprNumber::synthetic("1975-03-12".parse().unwrap(), 1);
    let first = if start.at_once { FirstCard::HandedOut(card(1)) } else { FirstCard::Posted(card(1)) };
    let (number, contact) = (NemIdNumber::from_drawn(1), Contact::default());
    let new = NewNemId { holder, number, contact: &contact, card: &first, reach: PostalReach::Denmark };
    if start.issuer == Issuer::Public {
        let person = Eligibility { age: Some(44), dead: false };
        return order::make_new(&[], person, &new, &stamp()).unwrap();
    }
    order::make_at_bank(start.issuer.clone(), &new, &stamp()).unwrap()
}
