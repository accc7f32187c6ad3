//! Which role opens what, and whom an administrator re-opens.

use crate::actor::PlaceName;
use crate::example::{Life, bank};
use crate::staff::*;

#[test]
fn an_employee_is_re_opened_as_a_citizen_is_by_state() {
    use TemporaryAction::{Resend, Reset, Unlock};
    let mut life = Life::in_use();
    assert_eq!(offered(&life.nemid, life.now), Err(StaffRefusal::NotEmployee));
    assert_eq!(offered(&life.employed(), life.now), Ok(vec![Reset]), "forgotten, and in use");
    assert_eq!(offered(&Life::begun().employed(), life.now), Ok(vec![Resend]));
    life.password_is_blocked();
    assert_eq!(offered(&life.employed(), life.now), Ok(vec![Unlock, Reset]));
    life.nemid_is_blocked();
    assert_eq!(offered(&life.employed(), life.now), Err(StaffRefusal::Ended));
}

fn office() -> PlaceName {
    PlaceName::new("havneby")
}

fn roles() -> [Role; 5] {
    [
        Role::Officer { office: office() },
        Role::SuperUser { office: office() },
        Role::Administrator,
        Role::BankClerk { bank: bank() },
        Role::Operator,
    ]
}

#[test]
fn a_role_is_tied_to_its_desk_and_acts_as_who_works_there() {
    let staff = NemIdNumber::from_drawn(900);
    let officer = Actor::Officer { staff, office: office() };
    let clerk = Actor::Bank { bank: bank(), staff: Some(staff) };
    let [office, own_bank] = [office(), bank()];
    let expected = [
        (Some(&office), None, DeskKind::Office, true, officer.clone()),
        (Some(&office), None, DeskKind::Office, true, officer),
        (None, None, DeskKind::Office, true, Actor::Administrator { staff }),
        (None, Some(&own_bank), DeskKind::Bank, false, clerk),
        (None, None, DeskKind::Operator, false, Actor::Operator { staff: Some(staff) }),
    ];
    for (role, (counter, bank, desk, opens_ra, actor)) in roles().iter().zip(expected) {
        assert_eq!(
            (role.counter(), role.bank(), role.place()),
            (counter, bank, counter.or(bank)),
            "{role:?}"
        );
        assert_eq!((role.desk(), role.opens_ra(), role.actor(staff)), (desk, opens_ra, actor), "{role:?}");
    }
}

#[test]
fn a_desk_opens_to_those_who_work_there_and_what_is_no_desk_to_everybody() {
    let roles = roles();
    let opened = |purpose: &Purpose| roles.each_ref().map(|role| opens(Some(role), purpose));
    let at = |bank| Purpose::BankCounterLogOn { bank };
    assert_eq!(opened(&Purpose::RaLogOn), [true, true, true, false, false]);
    assert_eq!(opened(&Purpose::OperatorLogOn), [false, false, false, false, true]);
    assert_eq!(opened(&at(bank())), [false, false, false, true, false]);
    assert_eq!(opened(&at(PlaceName::new("agerbanken"))), [false; 5]);
    assert_eq!(opened(&Purpose::LogOn), [true; 5]);
    for desk in [Purpose::RaLogOn, Purpose::OperatorLogOn, at(bank())] {
        assert!(!opens(None, &desk), "{desk:?}");
    }
    assert!(opens(None, &Purpose::LogOn));
}

#[test]
fn one_employee_nemid_that_is_open_is_enough() {
    let (citizen, employed) = (Life::in_use(), Life::in_use().employed());
    assert_eq!(may_be_employed(std::slice::from_ref(&citizen.nemid)), Ok(()));
    assert_eq!(may_be_employed(&[citizen.nemid, employed]), Err(StaffRefusal::Already));
    let mut ended = Life::in_use();
    ended.nemid_is_blocked();
    assert_eq!(may_be_employed(&[ended.employed()]), Ok(()));
}

#[test]
fn an_administrator_changes_other_employees_open_nemids() {
    let (mut life, other) = (Life::in_use(), NemIdNumber::from_drawn(900));
    assert_eq!(may_be_changed(&life.employed(), other), Ok(()));
    assert_eq!(may_be_changed(&life.employed(), life.nemid.number), Err(StaffRefusal::NotOneself));
    assert_eq!(may_be_changed(&life.nemid, other), Err(StaffRefusal::NotEmployee));
    life.nemid_is_blocked();
    assert_eq!(may_be_changed(&life.employed(), other), Err(StaffRefusal::Ended));
}
