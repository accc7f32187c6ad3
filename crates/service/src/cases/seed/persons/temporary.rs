//! Persons whose temporary password does not work, each for another reason (Guide 3.1.2, Rules 3.4).

use crate::cases::seed::persons::{NONE, NOWHERE, Person, bank};
use rules::nemid::temporary::TemporaryPlace;
use rules::order::Eligibility;
use rules::places::{BORGERSERVICE, FJORDBANKEN};
use rules::{order, temporary};

pub(super) const PERSONS: [Person; 6] = [
    Person {
        name: "Mads Nørgaard",
        born: "1995-09-25",
        home: ("Toftevej 8", "9870", "Fjordby"),
        section: "Guide 3.1.2",
        note: (
            "Har tastet den midlertidige adgangskode forkert tre gange; den virker ikke mere. Genudsend en ny ved skranken.",
            "Has typed the temporary password wrong three times; it works no more. Issue a new one at the counter.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.orders("2019-02-13 14:00", NOWHERE)?;
            life.on("2019-02-24 15:10")?;
            life.opens_post()?;
            life.mistypes_code(3)
        },
    },
    Person {
        name: "Nina Overgaard",
        born: "1964-01-03",
        home: ("Parkvej 27", "8760", "Engelsted"),
        section: "Guide 3.1.2",
        note: (
            "Lod PIN-brevet ligge i over 30 dage, så koden er for gammel. Skranken kan genudsende en ny.",
            "Left the PIN letter for more than 30 days, so the code is too old. The counter can issue a new one.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.orders("2019-01-14 09:40", NOWHERE)?;
            life.on("2019-02-14 00:00")?;
            life.clock(temporary::run_out)?;
            life.opens_post()
        },
    },
    Person {
        name: "Ole Pape",
        born: "1971-12-19",
        home: ("Industrivej 4", "9870", "Fjordby"),
        section: "Guide 3.1.2",
        note: (
            "Tastede koden i netbanken i stedet for på Selvbetjening. Den holdt op med at virke; genudsend en ny ved skranken.",
            "Typed the code in online banking instead of at Selvbetjening. It stopped working at once; issue a new one at the counter.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.orders("2019-02-12 11:00", ("ole@pape.example", "21436587"))?;
            life.on("2019-02-20 19:30")?;
            life.opens_post()?;
            life.types_code(true, TemporaryPlace::Netbank(FJORDBANKEN.word()))
        },
    },
    Person {
        name: "Pia Qvist",
        born: "1980-06-15",
        home: ("Nørregade 19, st.", "8760", "Engelsted"),
        section: "Guide 3.1.2",
        note: (
            "Har to PIN-breve i postkassen. Kun det nyeste virker; det ældre holdt op med at virke, da det nye blev udstedt.",
            "Has two PIN letters in the letter box. Only the newest works; the older one stopped working when the new one was issued.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.orders("2019-02-06 10:10", NOWHERE)?;
            life.on("2019-02-21 10:00")?;
            life.is_posted_a_code()
        },
    },
    Person {
        name: "Rasmus Skov",
        born: "1988-02-02",
        home: ("Ringvejen 102", "9870", "Fjordby"),
        section: "Guide 3.1.2",
        note: (
            "PIN-brevet i postkassen er fra Fjordbanken og kan kun tastes i dens netbank. Tast det på Selvbetjening, og koden holder op med at virke; så må skranken genudsende.",
            "The PIN letter in the letter box is from Fjordbanken and can be typed only in its online banking. Type it at Selvbetjening and the code stops working; then the counter has to issue a new one.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.gets_from(bank(FJORDBANKEN), "2019-02-18 13:00", NOWHERE)?;
            life.on("2019-02-27 12:15")?;
            let card = life.nemid.usable_cards().next().map(|card| card.number);
            let (draft, person) = (life.draft()?, Eligibility { age: Some(31), dead: false });
            life.officer(BORGERSERVICE, |nemid, stamp| match &card {
                Some(card) => {
                    order::attach(nemid, card, person, &draft, stamp).map_err(|why| why.to_string())
                }
                None => Err("the card has not come".into()),
            })
        },
    },
    Person {
        name: "Sigrid Tang",
        born: "1997-04-27",
        home: ("Kollegiet 3, vær. 214", "9870", "Fjordby"),
        section: "Guide 3.1.2",
        note: (
            "Har tastet forkert to gange og har ét forsøg tilbage. Åbn PIN-brevet, og tast rigtigt.",
            "Has typed it wrong twice and has one try left. Open the PIN letter and type it right.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.orders("2019-02-15 18:00", ("sigrid@tang.example", ""))?;
            life.on("2019-02-26 21:00")?;
            life.mistypes_code(2)
        },
    },
];
