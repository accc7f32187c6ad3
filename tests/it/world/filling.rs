//! The seeded world is the same on every machine, keeps the rules, and has a person for each problem.

use std::collections::BTreeSet;

use rules::nemid::NemId;
use service::testing::Citizen;
use service::testing::StoreError;

use crate::site::Site;

fn everybody(site: &Site) -> Vec<(Citizen, Vec<NemId>)> {
    let everybody = site.app.store().read::<_, StoreError, _>(|tx| {
        tx.citizens()?.into_iter().map(|citizen| Ok((tx.nemids_of(citizen.cpr)?, citizen))).collect()
    });
    let everybody: Vec<(Vec<NemId>, Citizen)> = rocket::execute(everybody).unwrap();
    everybody.into_iter().map(|(nemids, citizen)| (citizen, nemids)).collect()
}

#[test]
fn the_world_begins_on_a_monday_morning_with_somebody_for_each_problem() {
    let site = Site::filled();
    assert_eq!(site.now().to_string(), "2019-03-04T08:00:00Z");
    let everybody = everybody(&site);
    let odd = everybody.iter().filter(|(citizen, _)| citizen.section != "Staff").count();
    assert!(odd >= 42, "{odd}");
    for (citizen, _) in &everybody {
        assert!(
            citizen.cpr.digits()[..2].parse::<u8>().unwrap() > 60,
            "{}: a number of nobody (D12)",
            citizen.name
        );
        assert!(citizen.cpr.birth_date().is_some(), "{}", citizen.name);
        assert!(!citizen.note.0.is_empty() && !citizen.note.1.is_empty(), "{}", citizen.name);
    }
    let states: BTreeSet<_> = everybody
        .iter()
        .flat_map(|(_, nemids)| nemids.iter().map(|one| one.status(site.now()).code()))
        .collect();
    let all = ["active", "blocked", "closed", "locked", "not_activated", "password_blocked"];
    assert_eq!(states.into_iter().collect::<Vec<_>>(), all);
    let sections: BTreeSet<_> = everybody.iter().map(|(citizen, _)| citizen.section.as_str()).collect();
    for section in
        ["2.1", "3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.1.5", "3.1.6", "3.1.7", "3.2.1", "3.2.2", "3.2.3"]
    {
        assert!(sections.contains(format!("Guide {section}").as_str()), "{section}");
    }
}

#[test]
fn it_is_the_same_for_everybody() {
    let numbers = |site: &Site| {
        let everybody = everybody(site);
        let number = |(citizen, nemids): &(Citizen, Vec<NemId>)| {
            let numbers: Vec<_> = nemids.iter().map(|one| (one.number, one.version)).collect();
            (citizen.cpr, citizen.pid, numbers)
        };
        everybody.iter().map(number).collect::<Vec<_>>()
    };
    let other = Site::empty();
    rocket::execute(service::cases::seed::fill(&other.app)).unwrap();
    assert_eq!(numbers(&Site::filled()), numbers(&other));
}

#[test]
fn never_two_active_cards_and_every_state_reads_back() {
    let site = Site::filled();
    for (citizen, nemids) in everybody(&site) {
        for nemid in nemids {
            let active = nemid.cards.iter().filter(|card| card.is_active()).count();
            assert!(active <= 1, "{}", citizen.name);
            assert!(nemid.open_cards().count() <= 4, "{}", citizen.name);
            assert!(nemid.certificates.len() < 5, "{}", citizen.name);
        }
    }
}
