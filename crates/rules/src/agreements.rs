//! Agreements between NemIDs and netbanks: how a bank makes one, moves it to another NemID of the same person, and ends
//! it (Guide 3.1.5, Rules 4.1).

use jiff::Timestamp;
use thiserror::Error;

use crate::actor::{Actor, PlaceName, Stamp};
use crate::nemid::{Event, Issuer, NemId};
use crate::{Refusal, consents};

/// Why an agreement is not changed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum AgreementRefusal {
    /// The actor is not the bank whose agreement it is.
    #[error("not for this actor")]
    NotForThisActor,
    /// The NemID is blocked or closed.
    #[error("the NemID has ended")]
    NemIdEnded,
    /// The bank has an agreement with this NemID already.
    #[error("there already")]
    AlreadyThere,
    /// The bank has no agreement with this NemID.
    #[error("none there")]
    NoneThere,
    /// The NemID was never activated, so that no agreement can be moved to it (Guide 3.1.5).
    #[error("not activated")]
    NotActivated,
    /// The two NemIDs belong to different persons.
    #[error("another person's")]
    AnotherPersons,
    /// Its holder did not consent to what the bank learns of it (Rules 4.1).
    #[error("consent missing")]
    ConsentMissing,
    /// A business or employee NemID is kept apart from private ones (Guide 3.2.1).
    #[error("not for this kind of NemID")]
    NotForBusiness,
}

impl Refusal for AgreementRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotForThisActor => "only-the-bank",
            Self::NemIdEnded => "nemid-ended",
            Self::AlreadyThere => "agreement-already-there",
            Self::NoneThere => "no-agreement",
            Self::NotActivated => "not-activated",
            Self::AnotherPersons => "another-persons-nemid",
            Self::ConsentMissing => "bank-consent-missing",
            Self::NotForBusiness => "no-agreement-for-business",
        }
    }
}

/// Whether another open NemID of the same person is used by a private netbank, which could move its agreement to this
/// public one (Guide 3.1.5).
pub fn lies_elsewhere(nemid: &NemId, theirs: &[NemId]) -> bool {
    let elsewhere = |other: &NemId| {
        let private = matches!(other.issuer, Issuer::Bank(_) | Issuer::Public);
        other.number != nemid.number && private && other.state.is_open() && !other.agreements.is_empty()
    };
    nemid.issuer == Issuer::Public && theirs.iter().any(elsewhere)
}

fn only_by(bank: &PlaceName, stamp: &Stamp) -> Result<(), AgreementRefusal> {
    match &stamp.actor {
        Actor::Bank { bank: acting, .. } if acting == bank => Ok(()),
        _ => Err(AgreementRefusal::NotForThisActor),
    }
}

fn has(nemid: &NemId, bank: &PlaceName) -> bool {
    nemid.agreements.iter().any(|agreement| agreement.bank == *bank)
}

/// Checks that this bank can make or move an agreement with the NemID: it is open, activated, and not for business.
fn may_come(nemid: &NemId, bank: &PlaceName) -> Result<(), AgreementRefusal> {
    if !nemid.issuer.is_found_at_counter() {
        return Err(AgreementRefusal::NotForBusiness);
    }
    if !nemid.state.is_open() {
        return Err(AgreementRefusal::NemIdEnded);
    }
    if !nemid.is_activated() {
        return Err(AgreementRefusal::NotActivated);
    }
    if has(nemid, bank) { Err(AgreementRefusal::AlreadyThere) } else { Ok(()) }
}

/// The consent that is given with an agreement, if one is needed. `consented` is the version of the rules under which the
/// holder consented, at the bank's request.
///
/// # Errors
/// [`AgreementRefusal::ConsentMissing`] when it is needed and was not given.
fn consent(
    nemid: &NemId,
    bank: &PlaceName,
    consented: Option<u32>,
) -> Result<Option<Event>, AgreementRefusal> {
    let Some(needed) = consents::for_agreement(nemid, bank) else { return Ok(None) };
    let version = consented.ok_or(AgreementRefusal::ConsentMissing)?;
    Ok(Some(Event::ConsentsGiven { consents: vec![needed], version }))
}

/// Makes an agreement: the bank uses its customer's NemID for its netbank, with the customer's consent (Rules 4.1).
/// `consented` is the version of the rules under which it was given; `None` when it was not.
///
/// # Errors
/// When the actor is not that bank, or the NemID is for business, blocked, closed or not activated, or has an agreement
/// with the bank already; [`AgreementRefusal::ConsentMissing`].
pub fn make(
    nemid: &NemId,
    bank: &PlaceName,
    consented: Option<u32>,
    stamp: &Stamp,
) -> Result<Vec<Event>, AgreementRefusal> {
    only_by(bank, stamp)?;
    may_come(nemid, bank)?;
    let given = consent(nemid, bank, consented)?;
    Ok(given.into_iter().chain([Event::AgreementMade { bank: bank.clone() }]).collect())
}

/// Moves a bank's agreement to another, activated NemID of the same person (Guide 3.1.5), with the customer's consent, as
/// [`make`] says. Returns the events of the
/// NemID that it leaves and those of the NemID that it comes to.
///
/// # Errors
/// When the actor is not that bank, the NemIDs belong to different persons, `from` is for business or has no agreement
/// with the bank, or `to` can't have one, as [`make`] says.
pub fn move_over(
    from: &NemId,
    to: &NemId,
    bank: &PlaceName,
    consented: Option<u32>,
    stamp: &Stamp,
) -> Result<(Vec<Event>, Vec<Event>), AgreementRefusal> {
    only_by(bank, stamp)?;
    if from.holder != to.holder {
        return Err(AgreementRefusal::AnotherPersons);
    }
    if matches!(from.issuer, Issuer::Business(_) | Issuer::Employer(_)) {
        return Err(AgreementRefusal::NotForBusiness);
    }
    if !has(from, bank) {
        return Err(AgreementRefusal::NoneThere);
    }
    may_come(to, bank)?;
    let away = Event::AgreementMovedAway { bank: bank.clone(), to: to.number };
    let here = Event::AgreementMovedHere { bank: bank.clone(), from: from.number };
    let given = consent(to, bank, consented)?;
    Ok((vec![away], given.into_iter().chain([here]).collect()))
}

/// Whether a NemID is still of use after a bank has closed the access to its netbank: with the public digital signature
/// (Rules 4.1) or in another netbank.
pub fn serves_without(nemid: &NemId, bank: &PlaceName, now: Timestamp) -> bool {
    nemid.is_public(now) || nemid.agreements.iter().any(|agreement| agreement.bank != *bank)
}

/// Ends an agreement: the bank closes its customer's access to the netbank (Rules 4.1).
///
/// # Errors
/// When the actor is not that bank, or it has no agreement with this NemID.
pub fn end(nemid: &NemId, bank: &PlaceName, stamp: &Stamp) -> Result<Vec<Event>, AgreementRefusal> {
    only_by(bank, stamp)?;
    if !has(nemid, bank) {
        return Err(AgreementRefusal::NoneThere);
    }
    Ok(vec![Event::AgreementEnded { bank: bank.clone() }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{Life, bank, officer};
    use crate::words::CprNumber;

    fn clerk() -> Actor {
        Actor::Bank { bank: bank(), staff: None }
    }

    #[test]
    fn an_agreement_moves_to_the_activated_public_nemid_and_leaves_a_superfluous_one() {
        let mut private = Life::begun_at_bank(Issuer::Bank(bank()));
        let mut public = Life::in_use();
        let stamp = public.stamp(clerk());
        let (away, here) = move_over(&private.nemid, &public.nemid, &bank(), Some(1), &stamp).unwrap();
        private.apply(&away, clerk());
        public.apply(&here, clerk());
        assert_eq!(private.nemid.superfluous_since, Some(private.now));
        assert_eq!(public.nemid.agreements.len(), 1);
        let again = move_over(&private.nemid, &public.nemid, &bank(), Some(1), &stamp);
        assert_eq!(again, Err(AgreementRefusal::NoneThere));
        assert_eq!(make(&public.nemid, &bank(), Some(1), &stamp), Err(AgreementRefusal::AlreadyThere));
        assert!(serves_without(&public.nemid, &bank(), public.now), "the signature is left");
        assert!(!serves_without(&private.nemid, &bank(), private.now));
        public.apply(&end(&public.nemid, &bank(), &stamp).unwrap(), clerk());
        assert!(public.nemid.agreements.is_empty() && public.nemid.superfluous_since.is_none());
    }

    #[test]
    fn nothing_moves_to_one_not_activated_to_another_person_or_away_from_a_business() {
        let private = Life::begun_at_bank(Issuer::Bank(bank()));
        let begun = Life::begun();
        let stamp = begun.stamp(clerk());
        let to = |to: &Life| move_over(&private.nemid, &to.nemid, &bank(), Some(1), &stamp);
        assert_eq!(to(&begun), Err(AgreementRefusal::NotActivated));
        let mut other = Life::in_use();
        other.nemid.holder = CprNumber::synthetic("1980-01-01".parse().unwrap(), 1);
        assert_eq!(to(&other), Err(AgreementRefusal::AnotherPersons));
        let business = Life::begun_at_bank(Issuer::Business(bank()));
        let refused = move_over(&business.nemid, &Life::in_use().nemid, &bank(), Some(1), &stamp);
        assert_eq!(refused, Err(AgreementRefusal::NotForBusiness));
    }

    #[test]
    fn only_the_bank_itself_touches_its_agreements() {
        let life = Life::in_use();
        let refused = Err(AgreementRefusal::NotForThisActor);
        assert_eq!(make(&life.nemid, &bank(), Some(1), &life.stamp(officer())), refused);
        let other = Actor::Bank { bank: PlaceName::new("agerbanken"), staff: None };
        assert_eq!(make(&life.nemid, &bank(), Some(1), &life.stamp(other)), refused);
        assert!(make(&life.nemid, &bank(), Some(1), &life.stamp(clerk())).is_ok());
    }

    #[test]
    fn a_bank_could_move_its_agreement_from_another_private_nemid_of_the_same_person() {
        let public = Life::in_use().nemid;
        let private = Life::begun_at_bank(Issuer::Bank(bank())).nemid;
        let offered = |of: &NemId, other: &NemId| lies_elsewhere(of, &[of.clone(), other.clone()]);
        assert!(offered(&public, &private));
        assert!(!offered(&private, &public), "only to a public one");
        let mut with_bank = public.clone();
        with_bank.agreements.clone_from(&private.agreements);
        assert!(!lies_elsewhere(&with_bank, std::slice::from_ref(&with_bank)), "it is there already");
        let business = Life::begun_at_bank(Issuer::Business(bank())).nemid;
        assert!(!offered(&public, &business), "a company's stays where it is");
        let left = NemId { agreements: Vec::new(), ..private };
        assert!(!offered(&public, &left), "no bank uses it");
        let mut ended = Life::begun_at_bank(Issuer::Bank(bank()));
        ended.nemid_is_blocked();
        assert!(!offered(&public, &ended.nemid));
    }

    #[test]
    fn without_one_netbank_a_nemid_still_serves_another() {
        let mut nemid = Life::begun_at_bank(Issuer::Bank(bank())).nemid;
        let other = PlaceName::new("agerbanken");
        let now = nemid.created;
        assert!(serves_without(&nemid, &other, now));
        assert!(!serves_without(&nemid, &bank(), now));
        nemid.agreements.push(crate::nemid::Agreement { bank: other, since: now });
        assert!(serves_without(&nemid, &bank(), now));
    }

    #[test]
    fn an_ended_or_a_company_nemid_opens_no_further_netbank_and_none_ends_that_is_not_there() {
        let stamp = Life::in_use().stamp(clerk());
        let mut ended = Life::in_use();
        ended.nemid_is_blocked();
        assert_eq!(make(&ended.nemid, &bank(), Some(1), &stamp), Err(AgreementRefusal::NemIdEnded));
        let employed = Life::in_use().employed();
        assert_eq!(make(&employed, &bank(), Some(1), &stamp), Err(AgreementRefusal::NotForBusiness));
        assert_eq!(end(&employed, &bank(), &stamp), Err(AgreementRefusal::NoneThere));
    }
}
