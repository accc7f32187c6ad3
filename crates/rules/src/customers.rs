//! Which NemIDs a bank's own counter sees, and for whom it makes one (DOMAIN 4, Guide 3.2.1).

use jiff::Timestamp;
use thiserror::Error;

use crate::Refusal;
use crate::actor::PlaceName;
use crate::nemid::temporary::TemporaryPlace;
use crate::nemid::{Agreement, Issuer, NemId, Password};

/// Why a bank's counter refuses to serve.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CustomerRefusal {
    /// Another issuer made the NemID, and helps with it.
    #[error("not made by this bank")]
    MadeElsewhere,
    /// The person has a NemID for this netbank already.
    #[error("a customer already")]
    AlreadyCustomer,
    /// The person is dead.
    #[error("dead")]
    Dead,
    /// A business netbank uses only NemIDs that it makes itself (Guide 3.2.1).
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

/// Whether the bank made the NemID, for its private or its business netbank.
pub fn made_by(nemid: &NemId, bank: &PlaceName) -> bool {
    matches!(&nemid.issuer, Issuer::Bank(name) | Issuer::Business(name) if name == bank)
}

/// Whether the bank sees the NemID, because it made it or its netbank uses it. It never sees an employee's (D20).
pub fn sees(nemid: &NemId, bank: &PlaceName) -> bool {
    let agreed = nemid.agreements.iter().any(|agreement| agreement.bank == *bank);
    made_by(nemid, bank) || (agreed && !matches!(nemid.issuer, Issuer::Employer(_)))
}

/// The agreements of a NemID that a desk sees: a bank sees its own, the operator (`by` is `None`) all of them (Rules
/// 4.1).
pub fn agreements_seen<'n>(nemid: &'n NemId, by: Option<&PlaceName>) -> Vec<&'n Agreement> {
    nemid.agreements.iter().filter(|one| by.is_none_or(|bank| one.bank == *bank)).collect()
}

/// Those of a person's NemIDs that the bank sees.
pub fn seen(theirs: Vec<NemId>, bank: &PlaceName) -> Vec<NemId> {
    theirs.into_iter().filter(|one| sees(one, bank)).collect()
}

/// Where a temporary password that the bank issues has to be typed: in its netbank, or in Selvbetjening once a
/// certificate is attached (Guide 3.1.2, 3.2.2).
pub fn place_to_start(nemid: &NemId, bank: &PlaceName, now: Timestamp) -> TemporaryPlace {
    if nemid.is_public(now) { TemporaryPlace::Selvbetjening } else { TemporaryPlace::Netbank(bank.clone()) }
}

/// Checks that the bank made the NemID, so that it may issue temporary passwords for it (DOMAIN 4).
///
/// # Errors
/// [`CustomerRefusal::MadeElsewhere`] when another issuer made it.
pub fn may_help_to_start(nemid: &NemId, bank: &PlaceName) -> Result<(), CustomerRefusal> {
    if made_by(nemid, bank) { Ok(()) } else { Err(CustomerRefusal::MadeElsewhere) }
}

/// How a bank's customer gets a new card after the last one was blocked at the bank's counter, which has none to hand
/// out (DOMAIN 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewCard {
    /// The customer orders it by user id and password, without a key.
    Ordered,
    /// The password is blocked, so that the public counter hands one out (Guide 3.1.6).
    HandedOut,
    /// The NemID was never activated, so that only the bank helps unless it is urgent (Guide 3.2.3), or no other
    /// counter finds it (Guide 3.2.1): the bank closes its access and makes another NemID.
    WithNewNemId,
}

impl NewCard {
    /// The stable word by which the texts choose their sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ordered => "bank",
            Self::HandedOut => "bank-handed-out",
            Self::WithNewNemId => "bank-new-nemid",
        }
    }
}

/// How the holder of this NemID gets a new card. A lock does not matter: the card can be ordered once it has lapsed.
pub fn way_to_new_card(nemid: &NemId) -> NewCard {
    match &nemid.password {
        Password::InUse { .. } => NewCard::Ordered,
        Password::Blocked { .. } if nemid.issuer.is_found_at_counter() => NewCard::HandedOut,
        Password::Blocked { .. } | Password::NotChosen => NewCard::WithNewNemId,
    }
}

/// Checks that the bank may make a NemID for a person, who is alive and has none for this netbank.
///
/// # Errors
/// [`CustomerRefusal::Dead`]; [`CustomerRefusal::AlreadyCustomer`] when an open NemID has an agreement with the bank.
pub fn may_get_one(theirs: &[NemId], bank: &PlaceName, dead: bool) -> Result<(), CustomerRefusal> {
    if dead {
        return Err(CustomerRefusal::Dead);
    }
    let mut with_access = theirs.iter().filter(|one| one.state.is_open());
    let agreed = |one: &NemId| one.agreements.iter().any(|agreement| agreement.bank == *bank);
    if with_access.any(agreed) { Err(CustomerRefusal::AlreadyCustomer) } else { Ok(()) }
}

/// Checks that the bank may use a NemID from elsewhere for its netbank (Rules 4, 4.1). As for a NemID that the bank
/// itself would make, the person is alive and has none for this netbank; an agreement that exists is moved instead
/// (Guide 3.1.5). Which NemID it can be is decided by [`super::agreements::make`]. `own` is the issuer that the bank
/// would be.
///
/// # Errors
/// As [`may_get_one`]; [`CustomerRefusal::BusinessMakesItsOwn`] when `own` is not a private bank.
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

    #[test]
    fn a_bank_sees_which_nemids_of_its_customer_concern_it_and_helps_with_its_own() {
        let private = Life::begun_at_bank(Issuer::Bank(bank())).nemid;
        let public = Life::in_use().nemid;
        assert_eq!(seen(vec![public, private.clone()], &bank()), std::slice::from_ref(&private));
        assert_eq!(may_help_to_start(&private, &bank()), Ok(()));
        assert_eq!(agreements_seen(&private, None).len(), 1, "the operator sees all");
    }
}
