//! Persons who are about to activate, and persons who received nothing or only a part (Guide 1.2, 3.1.1).

use crate::cases::seed::persons::{NONE, NOWHERE, Person, in_use};
use crate::store::post::LetterKind;
use rules::cards;
use rules::nemid::block::CardBlockReason;
use rules::places::BORGERSERVICE;

pub(super) const PERSONS: [Person; 8] = [
    Person {
        name: "Anna Bøgh",
        born: "1987-03-12",
        home: ("Bøgevej 14", "9870", "Fjordby"),
        section: "Guide 1.2",
        note: (
            "Begynd her: Velkomstbrev, nøglekort og PIN-brev ligger i postkassen. Åbn dem, og aktivér hendes NemID på Selvbetjening.",
            "Begin here: welcome letter, code card and PIN letter lie in the letter box. Open them and activate her NemID at Selvbetjening.",
        ),
        passwords: NONE,
        play: |scene| scene.orders("2019-02-20 11:05", NOWHERE).map(drop),
    },
    Person {
        name: "Bent Dalgaard",
        born: "1959-07-30",
        home: ("Havnegade 21, 2. tv.", "9870", "Fjordby"),
        section: "Guide 1.2",
        note: (
            "Har alle tre breve og har opgivet e-mail og mobil. Aktivér, og se de beskeder, som hans handlinger giver.",
            "Has all three letters and has given e-mail and mobile. Activate, and watch the notices that his actions give.",
        ),
        passwords: NONE,
        play: |scene| scene.orders("2019-02-19 16:40", ("bent@dalgaard.example", "20114477")).map(drop),
    },
    Person {
        name: "Camilla Frost",
        born: "2000-12-01",
        home: ("Kirkestræde 6", "8760", "Engelsted"),
        section: "Guide 1.2",
        note: (
            "Fik kort og PIN-brev med hjem fra borgerservice i fredags og har åbnet dem. Hun mangler kun at aktivere.",
            "Took card and PIN letter home from citizen services on Friday and has opened them. She only has to activate.",
        ),
        passwords: NONE,
        play: |scene| scene.orders_at_counter("2019-03-01 13:20", ("camilla@frost.example", "")).map(drop),
    },
    Person {
        name: "Dorte Enevoldsen",
        born: "1973-05-17",
        home: ("Åvænget 3", "8760", "Engelsted"),
        section: "Guide 1.2",
        note: (
            "Nøglekort og velkomstbrev er kommet, PIN-brevet kommer i dag kl. 10. Stil uret en time frem, og aktivér.",
            "Card and welcome letter have come, the PIN letter comes today at 10. Move the clock one hour on and activate.",
        ),
        passwords: NONE,
        play: |scene| scene.orders("2019-02-26 09:15", NOWHERE).map(drop),
    },
    Person {
        name: "Jette Kjær",
        born: "1968-10-09",
        home: ("Engvej 40", "9870", "Fjordby"),
        section: "Guide 3.1.1",
        note: (
            "Bestilte for fire uger siden og har intet modtaget. Spær kortet, udlever et nyt og et PIN-brev ved skranken.",
            "Ordered four weeks ago and has received nothing. Block the card, hand out a new one and a PIN letter at the counter.",
        ),
        passwords: NONE,
        play: |scene| scene.orders("2019-02-04 10:30", NOWHERE)?.post_loses(&EVERYTHING),
    },
    Person {
        name: "Karl Lauridsen",
        born: "1990-01-22",
        home: ("Stationsvej 9", "8760", "Engelsted"),
        section: "Guide 3.1.1",
        note: (
            "Nøglekortet er kommet, men PIN-brevet blev væk. Genudsend den midlertidige adgangskode ved skranken.",
            "The code card has come, but the PIN letter got lost. Issue a new temporary password at the counter.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.orders("2019-02-07 19:45", ("karl@lauridsen.example", ""))?;
            life.post_loses(&[LetterKind::PinLetter])?;
            life.on("2019-02-18 12:00")?;
            life.opens_post()
        },
    },
    Person {
        name: "Lise Mørk",
        born: "1955-02-28",
        home: ("Mosevej 2", "9870", "Fjordby"),
        section: "Guide 3.1.1",
        note: (
            "Bestilte i fredags og undrer sig over, at intet er kommet. Der er intet galt endnu: Der skal gå ti hverdage.",
            "Ordered on Friday and wonders why nothing has come. Nothing is wrong yet: ten working days have to pass.",
        ),
        passwords: NONE,
        play: |scene| scene.orders("2019-03-01 10:00", NOWHERE).map(drop),
    },
    Person {
        name: "Mogens Skriver",
        born: "1961-06-06",
        home: ("Smedegade 18", "9870", "Fjordby"),
        section: "Guide 3.1.1",
        note: (
            "Det nye nøglekort kom aldrig, og skranken har spærret det. Han har intet kort og kan få et udleveret.",
            "The new code card never came, and the counter has blocked it. He has no card and can be handed one.",
        ),
        passwords: &["kaffe61bord"],
        play: |scene| {
            let mut life = in_use(scene, "2017-03-06 10:00", NOWHERE, "mogens.skriver")?;
            life.on("2019-02-25 11:30")?;
            life.loses_cards()?;
            life.officer(BORGERSERVICE, |nemid, stamp| {
                cards::block_all(nemid, CardBlockReason::NeverArrived, stamp)
            })
        },
    },
];

const EVERYTHING: [LetterKind; 3] = [LetterKind::Welcome, LetterKind::KeyCard, LetterKind::PinLetter];
