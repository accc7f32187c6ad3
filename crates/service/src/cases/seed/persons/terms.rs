//! What the rules require of persons who get, activate and keep a NemID (Rules 3.1, 3.4, 3.10, 4).

use crate::cases::seed::persons::passwords::resets;
use crate::cases::seed::persons::{NONE, NOWHERE, Person, bank, in_use, in_use_at_bank};
use rules::places::HEDEBANKEN;

pub(super) const PERSONS: [Person; 4] = [
    Person {
        name: "Benny Eskildsen",
        born: "2004-03-03",
        home: ("Skolegade 4", "9870", "Fjordby"),
        section: "Rules 3.1",
        note: (
            "Fyldte 15 i går og må selv bestille. Gør det på Selvbetjening med navn, CPR-nummer og pas. Skriv først ét ciffer forkert: Siden røber ikke hvilket.",
            "Turned 15 yesterday and may order himself. Do it at Selvbetjening with name, CPR number and passport. Get one digit wrong first: the page does not tell which.",
        ),
        passwords: NONE,
        play: |_| Ok(()),
    },
    Person {
        name: "Dagny Fabricius",
        born: "1950-06-21",
        home: ("Østergade 19", "8760", "Engelsted"),
        section: "Rules 3.4",
        note: (
            "Har glemt sin adgangskode, og kuverten med den midlertidige var revet op. Bed straks om en ny under »Glemt adgangskode«; så virker den gamle ikke mere.",
            "Has forgotten her password, and the envelope with the temporary one was torn open. Ask for another at once on the forgotten-password page; the old one then works no more.",
        ),
        passwords: &["drivhus50"],
        play: |scene| {
            let contact = ("dagny@fabricius.example", "");
            let mut life = in_use(scene, "2018-06-25 10:00", contact, "dagny.fabricius")?;
            life.on("2019-02-20 14:15")?;
            resets(&mut life)?;
            life.on("2019-03-03 11:00")?;
            life.opens_post()
        },
    },
    Person {
        name: "Henny Jakobsen",
        born: "1947-07-07",
        home: ("Møllestien 10", "9870", "Fjordby"),
        section: "Rules 3.10",
        note: (
            "Bruger sjældent NemID og har kun accepteret de regler, der gjaldt før 25. maj 2018. Log på, læs, hvad der er ændret, og acceptér.",
            "Seldom uses NemID and has only accepted the rules that applied before 25 May 2018. Log on, read what has changed, and accept.",
        ),
        passwords: &["strikkepind47"],
        play: |scene| in_use(scene, "2016-08-22 10:00", NOWHERE, "henny.jakobsen").map(drop),
    },
    Person {
        name: "Ingolf Krag",
        born: "1982-10-28",
        home: ("Banevej 23", "8760", "Engelsted"),
        section: "Rules 4",
        note: (
            "Har NemID fra Hedebanken og vil holde bank og offentligt adskilt. Bestil »Nyt NemID« ved skranken; det gamle bliver ved med at virke i banken.",
            "Has a NemID from Hedebanken and wants bank and public apart. Order a new NemID at the counter; the old one goes on working at the bank.",
        ),
        passwords: &["togplan82"],
        play: |scene| in_use_at_bank(scene, bank(HEDEBANKEN), "2017-09-11 10:00", 0, "ingolf.krag").map(drop),
    },
];
