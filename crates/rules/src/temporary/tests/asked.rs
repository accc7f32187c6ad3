//! What is sent to who asks for a temporary password, and whether it can be.

use super::*;

#[test]
fn who_remembers_the_password_is_sent_what_keeps_the_certificate() {
    let mut life = Life::begun();
    let asked = |life: &Life| [false, true].map(|remembers| on_request(&life.nemid, remembers, life.now));
    assert_eq!(asked(&life), [Some(TemporaryAction::Resend); 2]);
    life.activates("secret1");
    assert_eq!(asked(&life), [Some(TemporaryAction::Reset), None], "in use and remembered");
    let mut locked = life.clone();
    for _ in 0..5 {
        locked.types("guess");
    }
    assert_eq!(asked(&locked), [Some(TemporaryAction::Reset), Some(TemporaryAction::Unlock)]);
    let mut forgotten = life.clone();
    forgotten.is_sent(TemporaryAction::Reset);
    assert_eq!(asked(&forgotten), [Some(TemporaryAction::Reset); 2]);
    life.password_is_blocked();
    assert_eq!(asked(&life), [Some(TemporaryAction::Reset), Some(TemporaryAction::Unlock)]);
    life.nemid_is_blocked();
    assert_eq!(asked(&life), [None, None]);
}

#[test]
fn to_who_has_no_address_no_temporary_password_is_posted_and_one_is_handed_out() {
    let mut life = Life::begun();
    life.nemid.reach = crate::post::PostalReach::Nowhere;
    let issued =
        |new: &NewTemporary| issue(&life.nemid, TemporaryAction::Resend, new, &life.stamp(officer()));
    assert_eq!(issued(&new("000000", HERE)), Err(TemporaryRefusal::NoAddress));
    assert!(issued(&NewTemporary { delivery: Delivery::HandedOut, ..new("000000", HERE) }).is_ok());
    let at_bank = issue_at_bank(&life.nemid, TemporaryAction::Resend, &new("000000", HERE), &life.holder());
    assert_eq!(at_bank, Err(TemporaryRefusal::NoAddress));
}
