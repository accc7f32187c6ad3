//! Whose NemIDs a bank's own counter sees, and for whom it makes one (DOMAIN 4, Guide 3.2.1).

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::actor::PlaceName;
use crate::nemid::temporary::TemporaryPlace;
use crate::nemid::{Agreement, Issuer, NemId, Password};

/// Why a bank's counter does not serve.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CustomerRefusal {
    /// The NemID was made elsewhere, and its maker helps with that.
    #[error("not made by this bank")]
    MadeElsewhere,
    /// The person has a NemID for this netbank.
    #[error("a customer already")]
    AlreadyCustomer,
    /// The person is dead.
    #[error("dead")]
    Dead,
    /// A business netbank takes no NemID but those it makes itself (Guide 3.2.1).
    #[error("a business netbank makes its own")]
    BusinessMakesItsOwn,
}

impl Refusal for CustomerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::MadeElsewhere => "made-elsewhere",
            Self::AlreadyCustomer => "already-customer",
            Self::Dead => "dead",
            Self::BusinessMakesItsOwn => "business-makes-its-own",
        }
    }
}

/// Whether the bank made it, for its private or its business netbank.
pub fn made_by(nemid: &NemId, bank: &PlaceName) -> bool {
    matches!(&nemid.issuer, Issuer::Bank(name) | Issuer::Business(name) if name == bank)
}

/// Whether the bank sees it: it made it, or its netbank uses it. An employer's it never sees (D20).
pub fn sees(nemid: &NemId, bank: &PlaceName) -> bool {
    let agreed = nemid.agreements.iter().any(|agreement| agreement.bank == *bank);
    made_by(nemid, bank) || (agreed && !matches!(nemid.issuer, Issuer::Employer(_)))
}

/// Which agreements of a NemID are seen: by a bank its own alone, by the operator all of them (Rules 4.1).
pub fn agreements_seen<'n>(nemid: &'n NemId, by: Option<&PlaceName>) -> Vec<&'n Agreement> {
    nemid.agreements.iter().filter(|one| by.is_none_or(|bank| one.bank == *bank)).collect()
}

/// What the bank sees of all that a person has.
pub fn seen(theirs: Vec<NemId>, bank: &PlaceName) -> Vec<NemId> {
    theirs.into_iter().filter(|one| sees(one, bank)).collect()
}

/// Where a temporary password that the bank issues has to be typed: in its netbank, and in Selvbetjening once a
/// certificate is attached (Guide 3.1.2, 3.2.2).
pub fn place_to_start(nemid: &NemId, bank: &PlaceName, now: Timestamp) -> TemporaryPlace {
    if nemid.is_public(now) { TemporaryPlace::Selvbetjening } else { TemporaryPlace::Netbank(bank.clone()) }
}

/// Whether the bank issues a temporary password for it: for those that it made (DOMAIN 4).
///
/// # Errors
/// [`CustomerRefusal::MadeElsewhere`].
pub fn may_help_to_start(nemid: &NemId, bank: &PlaceName) -> Result<(), CustomerRefusal> {
    if made_by(nemid, bank) { Ok(()) } else { Err(CustomerRefusal::MadeElsewhere) }
}

/// How a bank's customer comes to a new card when the last one is blocked at its counter, which has none to hand out
/// (DOMAIN 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewCard {
    /// The customer orders it by user id and password, without a key.
    Ordered,
    /// The password is blocked, so that the public counter hands one out (Guide 3.1.6).
    HandedOut,
    /// Never activated, which is for the bank to help with unless it is urgent (Guide 3.2.3), or found by the bank alone
    /// (Guide 3.2.1): the bank makes another NemID once it has closed the access of this one.
    WithNewNemId,
}

impl NewCard {
    /// The stable word for it, by which texts choose.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ordered => "bank",
            Self::HandedOut => "bank-handed-out",
            Self::WithNewNemId => "bank-new-nemid",
        }
    }
}

/// How the holder of this NemID comes to a new card; a lock lapses, and then it can be ordered.
pub fn way_to_new_card(nemid: &NemId) -> NewCard {
    match &nemid.password {
        Password::InUse { .. } => NewCard::Ordered,
        Password::Blocked { .. } if nemid.issuer.is_found_at_counter() => NewCard::HandedOut,
        Password::Blocked { .. } | Password::NotChosen => NewCard::WithNewNemId,
    }
}

/// Whether the bank makes a NemID for a person: one that is alive and has none for this netbank.
///
/// # Errors
/// Why not.
pub fn may_get_one(theirs: &[NemId], bank: &PlaceName, dead: bool) -> Result<(), CustomerRefusal> {
    if dead {
        return Err(CustomerRefusal::Dead);
    }
    let mut with_access = theirs.iter().filter(|one| one.state.is_open());
    let agreed = |one: &NemId| one.agreements.iter().any(|agreement| agreement.bank == *bank);
    if with_access.any(agreed) { Err(CustomerRefusal::AlreadyCustomer) } else { Ok(()) }
}

/// Whether the bank can take a NemID that the person has from elsewhere into use for its netbank (Rules 4, 4.1): as for
/// one that it would make itself, the person is alive and has none for this netbank; who has one has its agreement moved
/// (Guide 3.1.5). Which NemID it can be is for [`super::agreements::make`] to say. `own` is what the bank would make.
///
/// # Errors
/// Why not.
pub fn may_bring_one(
    theirs: &[NemId],
    bank: &PlaceName,
    own: &Issuer,
    dead: bool,
) -> Result<(), CustomerRefusal> {
    if !matches!(own, Issuer::Bank(_)) {
        return Err(CustomerRefusal::BusinessMakesItsOwn);
    }
    may_get_one(theirs, bank, dead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{Life, bank};

    #[test]
    fn a_bank_sees_what_it_made_and_what_its_netbank_uses() {
        let private = Life::begun_at_bank(Issuer::Bank(bank())).nemid;
        let business = Life::begun_at_bank(Issuer::Business(bank())).nemid;
        let mut public = Life::in_use().nemid;
        assert!(sees(&private, &bank()) && sees(&business, &bank()) && !sees(&public, &bank()));
        assert!(!sees(&private, &PlaceName::new("agerbanken")));
        public.agreements.push(Agreement { bank: bank(), since: public.created });
        assert!(sees(&public, &bank()));
        assert_eq!(agreements_seen(&public, Some(&bank())).len(), 1);
        assert!(agreements_seen(&public, Some(&PlaceName::new("agerbanken"))).is_empty());
        assert_eq!(may_help_to_start(&public, &bank()), Err(CustomerRefusal::MadeElsewhere));
        public.issuer = Issuer::Employer(bank());
        assert!(!sees(&public, &bank()));
    }

    #[test]
    fn it_makes_one_for_the_living_who_have_none_with_it() {
        let private = Life::begun_at_bank(Issuer::Bank(bank())).nemid;
        let theirs = [private];
        assert_eq!(may_get_one(&theirs, &bank(), false), Err(CustomerRefusal::AlreadyCustomer));
        assert_eq!(may_get_one(&theirs, &PlaceName::new("agerbanken"), false), Ok(()));
        assert_eq!(may_get_one(&[], &bank(), true), Err(CustomerRefusal::Dead));
    }

    #[test]
    fn one_from_elsewhere_is_brought_by_the_living_who_have_none_with_it_and_to_no_business() {
        let (public, own) = (Life::in_use().nemid, Issuer::Bank(bank()));
        let theirs = [public.clone()];
        assert_eq!(may_bring_one(&theirs, &bank(), &own, false), Ok(()));
        assert_eq!(may_bring_one(&theirs, &bank(), &own, true), Err(CustomerRefusal::Dead));
        let business = may_bring_one(&theirs, &bank(), &Issuer::Business(bank()), false);
        assert_eq!(business, Err(CustomerRefusal::BusinessMakesItsOwn));
        let both = [public, Life::begun_at_bank(own.clone()).nemid];
        assert_eq!(may_bring_one(&both, &bank(), &own, false), Err(CustomerRefusal::AlreadyCustomer));
    }

    #[test]
    fn who_has_no_password_that_works_orders_no_card() {
        let begun = |issuer| Life::begun_at_bank(issuer).nemid;
        assert_eq!(way_to_new_card(&begun(Issuer::Bank(bank()))), NewCard::WithNewNemId);
        let mut life = Life::in_use();
        assert_eq!(way_to_new_card(&life.nemid), NewCard::Ordered);
        life.is_sent(crate::temporary::TemporaryAction::Reset);
        assert_eq!(way_to_new_card(&life.nemid), NewCard::HandedOut);
        life.nemid.issuer = Issuer::Business(bank());
        assert_eq!(way_to_new_card(&life.nemid), NewCard::WithNewNemId);
    }

    #[test]
    fn a_certificate_moves_the_start_to_selvbetjening() {
        let life = Life::begun_at_bank(Issuer::Bank(bank()));
        let place = place_to_start(&life.nemid, &bank(), life.now);
        assert_eq!(place, TemporaryPlace::Netbank(bank()));
        let public = Life::in_use();
        assert_eq!(place_to_start(&public.nemid, &bank(), public.now), TemporaryPlace::Selvbetjening);
    }
}
