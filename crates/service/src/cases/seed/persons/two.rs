//! Persons with one NemID from the public and another from a bank (Guide 3.1.5, D19).

use crate::cases::seed::persons::{NOWHERE, Person, bank, in_use, in_use_at_bank};
use rules::actor::{Actor, Channel};
use rules::agreements;
use rules::nemid::Purpose;
use rules::places::{FJORDBANKEN, HEDEBANKEN};

/// The version of the rules that was in force when he consented to what the bank learns (Rules 4.1).
const CONSENTED: Option<u32> = Some(2);

pub(super) const PERSONS: [Person; 3] = [
    Person {
        name: "Carsten Duus",
        born: "1969-02-14",
        home: ("Birkevej 31", "9870", "Fjordby"),
        section: "Guide 3.1.5",
        note: (
            "Har to NemID: et offentligt og et fra Fjordbanken. Bed banken flytte sin aftale til det offentlige.",
            "Has two NemIDs: a public one and one from Fjordbanken. Ask the bank to move its agreement to the public one.",
        ),
        passwords: &["spejderhytte69", "bankboks69"],
        play: |scene| {
            in_use_at_bank(scene, bank(FJORDBANKEN), "2015-06-01 10:00", 1, "carsten.bank")?;
            let mut life = in_use(scene, "2018-04-09 10:00", NOWHERE, "carsten.duus")?;
            life.on("2019-02-26 18:05")?;
            life.logs_on(&Purpose::LogOn)
        },
    },
    Person {
        name: "Ditte Ebbesen",
        born: "1983-06-29",
        home: ("Elmegade 12", "8760", "Engelsted"),
        section: "Guide 3.1.5",
        note: (
            "Bruger sit NemID fra Hedebanken, men har aldrig aktiveret det offentlige, og koden er for gammel. Genudsend, aktivér, og få banken til at flytte.",
            "Uses her NemID from Hedebanken but never activated the public one, and its code is too old. Issue a new one, activate, and have the bank move.",
        ),
        passwords: &["kornmark83"],
        play: |scene| {
            in_use_at_bank(scene, bank(HEDEBANKEN), "2016-02-08 10:00", 0, "ditte.ebbesen")?;
            let mut life = scene.orders("2018-11-05 15:00", NOWHERE)?;
            life.on("2018-12-06 00:00")?;
            life.opens_post()?;
            life.clock(rules::temporary::run_out)
        },
    },
    Person {
        name: "Emil Friis",
        born: "1991-01-09",
        home: ("Sluseholmen 4", "9870", "Fjordby"),
        section: "Guide 3.1.5",
        note: (
            "Banken flyttede sin aftale til hans offentlige NemID i oktober. Det gamle er overflødigt og slettes i april; stil uret frem, og se.",
            "The bank moved its agreement to his public NemID in October. The old one is superfluous and is deleted in April; move the clock on and see.",
        ),
        passwords: &["sejlbaad91", "gammelbank91"],
        play: |scene| {
            let mut old = in_use_at_bank(scene, bank(FJORDBANKEN), "2015-09-07 10:00", 1, "emil.gammel")?;
            let mut new =
                in_use(scene, "2018-08-20 10:00", ("emil@friis.example", "41526374"), "emil.friis")?;
            old.on("2018-10-08 11:15")?;
            new.on("2018-10-08 11:15")?;
            let (name, before, to) = (FJORDBANKEN.word(), old.nemid.clone(), new.nemid.clone());
            let clerk = Actor::Bank { bank: name.clone(), staff: None };
            old.does(clerk.clone(), Channel::Bank, |from, stamp| {
                agreements::move_over(from, &to, &name, CONSENTED, stamp).map(|(away, _)| away)
            })?;
            new.does(clerk, Channel::Bank, |to, stamp| {
                agreements::move_over(&before, to, &name, CONSENTED, stamp).map(|(_, here)| here)
            })
        },
    },
];
