//! Whom sites admit, what they allow, and which claims they get.

use crate::actor::Actor;
use crate::example::{Life, bank, card, officer};
use crate::nemid::Event;
use crate::nemid::block::{CardBlockReason, CertificateBlockReason};
use crate::nemid::event::CardOrderReason;
use crate::places::FJORDBANKEN;
use crate::providers::*;
use crate::{cards, certificates};

const ADULT: Option<i16> = Some(40);
const LENIENT: SiteKind = SiteKind::Netbank { limited_access: true };
const STRICT: SiteKind = SiteKind::Netbank { limited_access: false };

/// A site of the bank with which the examples have their agreements.
fn site(kind: SiteKind) -> Site {
    Site { place: FJORDBANKEN, kind }
}

fn at(life: &Life, kind: SiteKind, age: Option<i16>) -> Result<(), SiteRefusal> {
    admit(&life.nemid, &site(kind), age, life.now)
}

fn after(life: &Life, kind: SiteKind) -> Result<AfterPassword, SiteRefusal> {
    after_password(&life.nemid, &site(kind))
}

fn in_use_at_bank(issuer: Issuer) -> Life {
    let mut life = Life::begun_at_bank(issuer);
    life.apply(&[Event::CardActivated { card: card(1).number }], Actor::Citizen);
    life
}

fn loses_all_cards(life: &mut Life) {
    let events = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.stamp(officer())).unwrap();
    life.apply(&events, officer());
}

#[test]
fn a_public_site_needs_a_valid_certificate_and_names_what_is_wrong_with_it() {
    let mut life = Life::in_use();
    assert_eq!(at(&life, SiteKind::Public, ADULT), Ok(()));
    let until = life.nemid.certificate().unwrap().until;
    let before = life.now;
    life.now = until;
    assert_eq!(at(&life, SiteKind::Public, ADULT), Err(SiteRefusal::CertificateExpired));
    life.now = before;
    let stamp = life.stamp(officer());
    let events = certificates::block(&life.nemid, CertificateBlockReason::HolderAsked, &stamp).unwrap();
    life.apply(&events, officer());
    assert_eq!(at(&life, SiteKind::Private, ADULT), Err(SiteRefusal::CertificateBlocked));
}

#[test]
fn the_event_log_says_what_a_refused_holder_lacked() {
    for (refusal, bar) in [
        (SiteRefusal::NoAgreement, LogOnBar::NoAgreement),
        (SiteRefusal::NoCard, LogOnBar::NoCard),
        (SiteRefusal::CardAwaited, LogOnBar::NoCard),
        (SiteRefusal::OnlyToLook, LogOnBar::NoCard),
        (SiteRefusal::BankOnly, LogOnBar::NoCertificate),
        (SiteRefusal::CertificateExpired, LogOnBar::NoCertificate),
        (SiteRefusal::TooYoung, LogOnBar::NoCertificate),
    ] {
        assert_eq!(refusal.bar(), bar, "{refusal}");
    }
}

#[test]
fn at_fifteen_one_is_no_longer_too_young_for_a_certificate() {
    let private = in_use_at_bank(Issuer::Bank(bank()));
    assert_eq!(at(&private, SiteKind::Public, Some(15)), Err(SiteRefusal::BankOnly));
    assert_eq!(at(&private, SiteKind::Public, None), Err(SiteRefusal::BankOnly));
}

#[test]
fn a_customer_whose_card_is_used_up_and_not_blocked_does_not_look_without_a_key() {
    let mut life = in_use_at_bank(Issuer::Bank(bank()));
    life.apply(&[Event::CardUsedUp { card: card(1).number }], Actor::Citizen);
    assert_eq!(after(&life, LENIENT), Err(SiteRefusal::NoCard));
}

#[test]
fn consent_is_given_to_a_private_site_alone_and_recorded_when_it_changes() {
    let (life, without_pid) = (Life::in_use(), in_use_at_bank(Issuer::Bank(bank())));
    let private = site(SiteKind::Private);
    for given in [true, false] {
        let changed = Event::CprConsentSet { site: private.name(), given };
        assert_eq!(set_consent(&life.nemid, &private, !given, given), [changed]);
        assert_eq!(set_consent(&life.nemid, &private, given, given), []);
    }
    assert_eq!(set_consent(&without_pid.nemid, &private, false, true), []);
    for kind in [SiteKind::Public, LENIENT, SiteKind::BusinessNetbank] {
        assert_eq!(set_consent(&life.nemid, &site(kind), false, true), []);
    }
}

#[test]
fn a_bank_nemid_is_told_what_it_lacks_at_a_public_site() {
    let private = in_use_at_bank(Issuer::Bank(bank()));
    assert_eq!(at(&private, SiteKind::Public, ADULT), Err(SiteRefusal::BankOnly));
    assert_eq!(at(&private, SiteKind::Public, Some(14)), Err(SiteRefusal::TooYoung));
    let company = in_use_at_bank(Issuer::Business(bank()));
    assert_eq!(at(&company, SiteKind::Public, ADULT), Err(SiteRefusal::BusinessNemId));
}

#[test]
fn who_has_another_nemid_with_a_certificate_is_told_to_use_that_one() {
    let (private, public) = (in_use_at_bank(Issuer::Bank(bank())), Life::in_use());
    let among = |refusal: SiteRefusal, other: &Life| {
        refusal.among(&[private.nemid.clone(), other.nemid.clone()], public.now)
    };
    assert_eq!(among(SiteRefusal::BankOnly, &public), SiteRefusal::OtherNemId);
    assert_eq!(among(SiteRefusal::CertificateBlocked, &public), SiteRefusal::OtherNemId);
    assert_eq!(among(SiteRefusal::BankOnly, &private), SiteRefusal::BankOnly);
    assert_eq!(among(SiteRefusal::BusinessNemId, &public), SiteRefusal::BusinessNemId);
    assert_eq!(among(SiteRefusal::NoAgreement, &public), SiteRefusal::NoAgreement);
}

#[test]
fn a_netbank_lets_its_own_customers_in_and_a_company_only_where_companies_are() {
    let private = in_use_at_bank(Issuer::Bank(bank()));
    let company = in_use_at_bank(Issuer::Business(bank()));
    let nobody = Err(SiteRefusal::NoAgreement);
    assert_eq!(at(&private, STRICT, ADULT), Ok(()));
    assert_eq!(at(&private, SiteKind::BusinessNetbank, ADULT), nobody);
    assert_eq!(at(&company, SiteKind::BusinessNetbank, ADULT), Ok(()));
    assert_eq!(at(&company, STRICT, ADULT), nobody);
    assert_eq!(at(&Life::in_use(), LENIENT, ADULT), nobody);
}

#[test]
fn with_the_cards_blocked_one_bank_lets_its_customer_look() {
    let mut life = in_use_at_bank(Issuer::Bank(bank()));
    assert_eq!(after(&life, LENIENT), Ok(AfterPassword::Key));
    loses_all_cards(&mut life);
    assert_eq!(after(&life, LENIENT), Ok(AfterPassword::OnlyToLook));
    for kind in [STRICT, SiteKind::Public, SiteKind::Private, SiteKind::BusinessNetbank] {
        assert_eq!(after(&life, kind), Err(SiteRefusal::NoCard), "{kind:?}");
    }
    let ordered = cards::order(&life.nemid, CardOrderReason::Replacement, &card(7), &life.holder()).unwrap();
    life.apply(&ordered, Actor::Citizen);
    assert_eq!(after(&life, LENIENT), Ok(AfterPassword::OnlyToLook));
    assert_eq!(after(&life, STRICT), Err(SiteRefusal::CardAwaited));
    assert_eq!((may_commit(true), may_commit(false)), (Err(SiteRefusal::OnlyToLook), Ok(())));
    let mut stranger = Life::in_use();
    loses_all_cards(&mut stranger);
    assert_eq!(after(&stranger, LENIENT), Err(SiteRefusal::NoCard));
}

#[test]
fn a_private_site_learns_the_cpr_number_with_consent_alone() {
    let life = Life::in_use();
    let name = PersonName::parse("Inger Holm Bech").unwrap();
    let claims = |kind, consent| claims(&life.nemid, kind, &name, consent, life.now);
    assert_eq!(claims(SiteKind::Private, false).cpr, None);
    assert_eq!(claims(SiteKind::Private, true).cpr, Some(life.nemid.holder));
    assert_eq!(claims(SiteKind::Public, false).cpr, Some(life.nemid.holder));
    assert_eq!(claims(SiteKind::Public, false).name.as_str(), "Inger Holm", "as certified");
    let bank = claims(LENIENT, false);
    assert_eq!((bank.pid, bank.name.as_str()), (None, "Inger Holm Bech"));
    assert_eq!(claims(SiteKind::BusinessNetbank, true).cpr, None);
}
