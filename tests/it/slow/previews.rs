//! Whatever happens to whomever: what the control room says will happen on the way of a move is what happens (D34).

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rules::newcomers::{ISSUERS, Wished};
use serde_json::{Value, json};

use crate::site::Site;

/// One thing that is done to the world before a move.
#[derive(Clone, Debug)]
pub enum Deed {
    Made { state: usize, issuer: usize },
    Renamed { person: usize },
    Leaves { person: usize },
    Renumbered { person: usize, day: u8, sequence: u16 },
    Forgets { person: usize },
    Loses { person: usize },
    Dies { person: usize },
}

/// A move of the clock.
#[derive(Clone, Copy, Debug)]
enum Step {
    Hours(u16),
    Days(u16),
    WorkingDays(u8),
}

/// Drawn deeds.
pub fn deeds() -> impl Strategy<Value = Deed> {
    let person = 0_usize..1_000;
    prop_oneof![
        (0_usize..7, 0_usize..4).prop_map(|(state, issuer)| Deed::Made { state, issuer }),
        person.clone().prop_map(|person| Deed::Renamed { person }),
        person.clone().prop_map(|person| Deed::Leaves { person }),
        (person.clone(), 1_u8..29, 0_u16..10_000).prop_map(|(person, day, sequence)| Deed::Renumbered {
            person,
            day,
            sequence
        }),
        person.clone().prop_map(|person| Deed::Forgets { person }),
        person.clone().prop_map(|person| Deed::Loses { person }),
        person.prop_map(|person| Deed::Dies { person }),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0_u16..100).prop_map(Step::Hours),
        (0_u16..60).prop_map(Step::Days),
        (300_u16..1_500).prop_map(Step::Days),
        (0_u8..15).prop_map(Step::WorkingDays),
    ]
}

/// Calls the world whatever it answers: a deed that is refused is none.
fn tries(site: &Site, path: &str, body: &Value) {
    let browser = site.browser();
    browser.post_json(&format!("/api/world/{path}"), &body.to_string());
}

/// Does one of them, or tries to.
pub fn does(site: &Site, deed: &Deed) {
    let persons = site.world("persons");
    let all = persons.as_array().unwrap();
    let chosen = |nth: &usize| all[nth % all.len()]["cpr"].as_str().unwrap().to_owned();
    match deed {
        Deed::Made { state, issuer } => {
            let state = Wished::all().nth(*state).unwrap().code();
            tries(site, "persons", &json!({ "state": state, "issuer": ISSUERS[*issuer] }));
        }
        Deed::Renamed { person } => {
            tries(site, &format!("persons/{}/name", chosen(person)), &json!({ "name": "Ny Navnesen" }));
        }
        Deed::Leaves { person } => {
            let site_of = format!("/api/world/persons/{}/address", chosen(person));
            site.client.req(rocket::http::Method::Delete, site_of).dispatch();
        }
        Deed::Renumbered { person, day, sequence } => {
            let born = jiff::civil::date(1970, 5, i8::try_from(*day).unwrap());
            let number = rules::words::CprNumber::synthetic(born, *sequence);
            let path = format!("persons/{}/cpr-number", chosen(person));
            tries(site, &path, &json!({ "cpr": number.digits() }));
        }
        Deed::Forgets { person } => {
            let person = &all[person % all.len()];
            let user_id = person["nemids"][0]["user_id"].as_str().unwrap_or("nobody").to_owned();
            let browser = site.browser();
            let form = browser.open("/glemt-adgangskode").form("Bestil");
            form.fill("Bruger-id", &user_id).submit();
        }
        Deed::Loses { person } => {
            let letters = site.world(&format!("persons/{}/letters", chosen(person)));
            let on_its_way = letters.as_array().unwrap().iter().find(|one| one["state"] == "in_transit");
            if let Some(letter) = on_its_way {
                tries(site, &format!("letters/{}/lose", letter["id"]), &json!({}));
            }
        }
        Deed::Dies { person } => {
            tries(site, &format!("persons/{}/death", chosen(person)), &json!({}));
        }
    }
}

/// Lives through it. Returns how many things happened.
fn lives(deeds: &[(Vec<Deed>, Step)]) -> Result<u64, TestCaseError> {
    let site = Site::filled();
    let mut happened = 0;
    for (deeds, step) in deeds {
        for deed in deeds {
            does(&site, deed);
        }
        let (name, count) = match step {
            Step::Hours(count) => ("hours", u32::from(*count)),
            Step::Days(count) => ("days", u32::from(*count)),
            Step::WorkingDays(count) => ("working_days", u32::from(*count)),
        };
        let before = site.now();
        let ahead = site.world(&format!("clock/preview?{name}={count}"));
        prop_assert_eq!(site.now(), before);
        prop_assert!(ahead["cut_at"].is_null());
        let moved = site.change_world("clock", &json!({ name: count }).to_string());
        prop_assert_eq!((&ahead["to"], &ahead["happens"]), (&moved["now"], &moved["happened"]));
        let counts = moved["happened"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap());
        happened += counts.sum::<u64>();
    }
    Ok(happened)
}

#[test]
fn what_the_preview_says_is_what_happens() {
    let lives_wanted = std::env::var("LIVES").ok().and_then(|lives| lives.parse().ok()).unwrap_or(8);
    let config = Config { cases: lives_wanted, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[34; 32]));
    let life = vec((vec(deeds(), 0..5), steps()), 1..5);
    let seen = std::cell::Cell::new(0);
    let ran = runner.run(&life, |life| lives(&life).map(|more| seen.set(seen.get() + more)));
    ran.unwrap_or_else(|error| panic!("{error}"));
    assert!(seen.get() > 20, "too little happened: {}", seen.get());
}
