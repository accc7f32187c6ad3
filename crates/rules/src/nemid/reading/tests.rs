//! The states of a NemID in one word, as they happen to one citizen.

use crate::actor::{Actor, PlaceName};
use crate::example::{Life, bank};
use crate::nemid::block::{CertificateBlockReason, NemIdCloseReason};
use crate::nemid::reading::*;
use crate::nemid::{Agreement, Event};

#[test]
fn a_nemid_is_not_activated_active_locked_or_blocked_until_it_ends() {
    let status = |life: &Life| life.nemid.status(life.now);
    assert_eq!(status(&Life::begun()), Status::NotActivated);
    let mut life = Life::in_use();
    assert_eq!(status(&life), Status::Active);
    let mut closed = life.clone();
    for _ in 0..5 {
        life.types("guess");
    }
    assert_eq!(status(&life), Status::Locked);
    life.password_is_blocked();
    assert_eq!(status(&life), Status::PasswordBlocked);
    life.nemid_is_blocked();
    assert_eq!(status(&life), Status::Blocked);
    closed.apply(&[Event::NemIdClosed { reason: NemIdCloseReason::HolderAsked }], Actor::Citizen);
    assert_eq!(status(&closed), Status::Closed);
}

#[test]
fn a_certificate_is_ordered_valid_and_then_expired_or_blocked_and_an_order_stands_before_all() {
    let status = |life: &Life| life.nemid.certificate_status(life.now);
    assert_eq!(status(&Life::begun()), CertificateStatus::Ordered);
    assert_eq!(status(&Life::begun_at_bank(Issuer::Bank(bank()))), CertificateStatus::None);
    let mut life = Life::in_use();
    assert_eq!(status(&life), CertificateStatus::Valid);
    let certificate = life.nemid.certificate().unwrap().clone();
    let mut expired = life.clone();
    expired.now = certificate.until;
    assert_eq!(status(&expired), CertificateStatus::Expired);
    let reason = CertificateBlockReason::HolderAsked;
    life.apply(&[Event::CertificateBlocked { serial: certificate.serial, reason }], Actor::Citizen);
    assert_eq!(status(&life), CertificateStatus::Blocked);
    life.apply(&[Event::CertificateOrdered], Actor::Citizen);
    assert_eq!(status(&life), CertificateStatus::Ordered);
}

#[test]
fn a_bank_nemid_serves_nothing_without_an_agreement_and_a_certificate() {
    let left = |issuer| {
        let mut nemid = Life::begun_at_bank(issuer).nemid;
        nemid.agreements.clear();
        nemid
    };
    let (bare, now) = (left(Issuer::Bank(bank())), Life::begun().now);
    let with = |change: fn(&mut NemId)| {
        let mut nemid = bare.clone();
        change(&mut nemid);
        nemid.serves_nothing(now)
    };
    assert!(bare.serves_nothing(now) && left(Issuer::Business(bank())).serves_nothing(now));
    assert!(!with(|nemid| nemid.certificate_ordered = Some(nemid.created)));
    assert!(!with(|nemid| {
        let agreement = Agreement { bank: PlaceName::new("agerbanken"), since: nemid.created };
        nemid.agreements.push(agreement);
    }));
    assert!(!left(Issuer::Public).serves_nothing(now), "the public service made it");
    assert!(!left(Issuer::Employer(bank())).serves_nothing(now));
}
