//! Persons who have to block at once, and persons with a block (Rules 3.5.1, 3.5.2, 3.5.4).

use crate::cases::seed::persons::{NOWHERE, Person, in_use};
use rules::cards;
use rules::nemid::block::CardBlockReason;
use rules::nemid::event::CardOrderReason;
use rules::places::{FJORDBANKEN, HEDEBANKEN};

pub(super) const PERSONS: [Person; 3] = [
    Person {
        name: "Egon Gydesen",
        born: "1948-02-02",
        home: ("Teglgården 7, st.", "9870", "Fjordby"),
        section: "Rules 3.5.1",
        note: (
            "Et barnebarn har fotograferet hans nøglekort, så andre kender måske nøglerne. Spær kortet på Selvbetjening med det samme, og bestil et nyt.",
            "A grandchild has photographed his code card, so others may know the codes. Block the card at Selvbetjening at once and order a new one.",
        ),
        passwords: &["cigarkasse48"],
        play: |scene| {
            let mut life =
                in_use(scene, "2018-07-09 10:00", ("egon@gydesen.example", "22883344"), "egon.gydesen")?;
            life.on("2019-03-01 19:30")?;
            life.logs_on(&rules::nemid::Purpose::LogOn)
        },
    },
    Person {
        name: "Fanny Holk",
        born: "1980-11-24",
        home: ("Rådhusstræde 11", "8760", "Engelsted"),
        section: "Rules 3.5.2",
        note: (
            "Er ude at rejse, og tasken med nøglekortet er stjålet. Ring til hotlinen med hendes navn og CPR-nummer, og spær både adgangskode og nøglekort.",
            "Is travelling, and the bag with her code card has been stolen. Call the hotline with her name and CPR number and block both password and code card.",
        ),
        passwords: &["solhat80strand"],
        play: |scene| {
            let contact = ("fanny@holk.example", "40817263");
            in_use(scene, "2018-11-05 10:00", contact, "fanny.holk")?.loses_cards()
        },
    },
    Person {
        name: "Georg Isaksen",
        born: "1966-05-05",
        home: ("Nordre Kaj 2", "9870", "Fjordby"),
        section: "Rules 3.5.4",
        note: (
            "Spærrede sit nøglekort i går og venter på et nyt. Med adgangskoden alene viser Fjordbanken ham hans konti; Hedebanken gør ikke.",
            "Blocked his code card yesterday and waits for a new one. With the password alone Fjordbanken shows him his accounts; Hedebanken does not.",
        ),
        passwords: &["ankerkaede66"],
        play: |scene| {
            let mut life = in_use(scene, "2018-02-19 10:00", NOWHERE, "georg.isaksen")?;
            life.becomes_customer_of(FJORDBANKEN)?;
            life.becomes_customer_of(HEDEBANKEN)?;
            life.on("2019-03-03 15:40")?;
            let (lost, replacement) = (life.nemid.active_card().map(|card| card.number), life.new_card());
            life.holder(|nemid, stamp| cards::block(nemid, lost.as_slice(), CardBlockReason::Lost, stamp))?;
            life.holder(|nemid, stamp| cards::order(nemid, CardOrderReason::Replacement, &replacement, stamp))
        },
    },
];
