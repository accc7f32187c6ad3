//! What a new NemID begins with: its holder, its number and its first card (Guide 2.1).

use crate::cards::DrawnCard;
use crate::post::PostalReach;
use crate::words::{Contact, CprNumber, NemIdNumber};

/// How the first card of a new NemID gets to its holder.
#[derive(Clone, Debug)]
pub enum FirstCard {
    /// By post, newly printed.
    Posted(DrawnCard),
    /// From the office's stock, at once.
    HandedOut(DrawnCard),
}

/// What a new NemID begins with.
#[derive(Clone, Copy, Debug)]
pub struct NewNemId<'a> {
    /// The CPR number of the person it is made for.
    pub holder: CprNumber,
    /// A drawn number that no NemID has yet.
    pub number: NemIdNumber,
    /// The e-mail address and mobile number given with the order.
    pub contact: &'a Contact,
    /// The card that comes with it.
    pub card: &'a FirstCard,
    /// How letters reach the person.
    pub reach: PostalReach,
}
