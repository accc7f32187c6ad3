//! Persons with a NemID from a bank (Guide 3.2.1–3.2.3).

use crate::cases::seed::persons::{NONE, NOWHERE, Person, bank, in_use_at_bank};
use crate::store::post::LetterKind;
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{Issuer, Purpose};
use rules::places::{BORGERPORTALEN, FJORDBANKEN, FJORDBANKEN_ERHVERV, HEDEBANKEN};

pub(super) const PERSONS: [Person; 8] = [
    Person {
        name: "Kirsten Munk",
        born: "1965-11-22",
        home: ("Violvej 20", "9870", "Fjordby"),
        section: "Guide 3.2.1",
        note: (
            "Har kun NemID fra Fjordbanken og vil bruge det hos det offentlige. Tilknyt certifikat med nummeret på hendes nøglekort.",
            "Has only a NemID from Fjordbanken and wants to use it at public sites. Attach a certificate with the number of her code card.",
        ),
        passwords: &["broderi65garn"],
        play: |scene| {
            in_use_at_bank(scene, bank(FJORDBANKEN), "2017-02-06 10:00", 0, "kirsten.munk").map(drop)
        },
    },
    Person {
        name: "Lars Nygaard",
        born: "1978-09-14",
        home: ("Erhvervsparken 6", "8760", "Engelsted"),
        section: "Guide 3.2.1",
        note: (
            "Viser et nøglekort frem, men skranken finder intet: Det er til arbejdets erhvervsnetbank. Han skal have et nyt NemID.",
            "Shows a code card, but the counter finds nothing: it is for his firm's business online banking. He needs a new NemID.",
        ),
        passwords: &["fakturabog78"],
        play: |scene| {
            let issuer = Issuer::Business(FJORDBANKEN_ERHVERV.word());
            in_use_at_bank(scene, issuer, "2018-03-19 10:00", 0, "lars.nygaard").map(drop)
        },
    },
    Person {
        name: "Mette Odgaard",
        born: "1989-05-30",
        home: ("Hasselvej 13", "8760", "Engelsted"),
        section: "Guide 3.2.1",
        note: (
            "Har NemID fra Hedebanken og har glemt kortet derhjemme. Find nummeret under Spær nøglekort uden at afkrydse noget.",
            "Has a NemID from Hedebanken and left the card at home. Find its number under Spær nøglekort without ticking anything.",
        ),
        passwords: &["regnfrakke89"],
        play: |scene| {
            in_use_at_bank(scene, bank(HEDEBANKEN), "2016-10-03 10:00", 0, "mette.odgaard").map(drop)
        },
    },
    Person {
        name: "Niels Poulsen",
        born: "1957-08-01",
        home: ("Mosebakken 44", "9870", "Fjordby"),
        section: "Guide 3.2.2",
        note: (
            "Kan ikke aktivere i netbanken: Koden er tastet forkert tre gange. Tilknyt certifikat, og genudsend ved skranken.",
            "Cannot activate in online banking: the code was typed wrong three times. Attach a certificate and issue a new one at the counter.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.gets_from(bank(FJORDBANKEN), "2019-02-08 10:00", NOWHERE)?;
            life.on("2019-02-19 16:00")?;
            life.opens_post()?;
            (0..3).try_for_each(|_| life.types_code(false, TemporaryPlace::Netbank(FJORDBANKEN.word())))
        },
    },
    Person {
        name: "Oda Ravn",
        born: "1998-10-31",
        home: ("Studiestræde 8", "9870", "Fjordby"),
        section: "Guide 3.2.2",
        note: (
            "Fik NemID fra Hedebanken i december, men aktiverede det aldrig. Koden er for gammel; skranken kan hjælpe.",
            "Got a NemID from Hedebanken in December but never activated it. The code is too old; the counter can help.",
        ),
        passwords: NONE,
        play: |scene| {
            let mut life = scene.gets_from(bank(HEDEBANKEN), "2018-12-10 10:00", ("oda@ravn.example", ""))?;
            life.on("2019-01-10 00:00")?;
            life.opens_post()?;
            life.clock(rules::temporary::run_out)
        },
    },
    Person {
        name: "Peter Sand",
        born: "1974-03-08",
        home: ("Strandgade 60", "9870", "Fjordby"),
        section: "Guide 3.2.3",
        note: (
            "Banken har sendt ham NemID, men intet er kommet, og han skal bruge det i dag. Det haster: Skranken må hjælpe.",
            "The bank has sent him a NemID, but nothing has come, and he needs it today. It is urgent: the counter may help.",
        ),
        passwords: NONE,
        play: |scene| {
            let everything = [LetterKind::Welcome, LetterKind::KeyCard, LetterKind::PinLetter];
            scene.gets_from(bank(FJORDBANKEN), "2019-02-11 10:00", NOWHERE)?.post_loses(&everything)
        },
    },
    Person {
        name: "Regitze Toft",
        born: "1993-06-23",
        home: ("Kildevej 35", "8760", "Engelsted"),
        section: "Guide 3.2.2",
        note: (
            "Har brevene fra Fjordbanken uåbnede i postkassen. Aktivér i netbanken, som banken anbefaler.",
            "Has the letters from Fjordbanken unopened in the letter box. Activate in online banking, as the bank recommends.",
        ),
        passwords: NONE,
        play: |scene| scene.gets_from(bank(FJORDBANKEN), "2019-02-19 10:00", NOWHERE).map(drop),
    },
    Person {
        name: "Stine Udsen",
        born: "1981-12-12",
        home: ("Åkandevej 9", "9870", "Fjordby"),
        section: "Rules 3.7",
        note: (
            "Bruger ét NemID til både netbank og det offentlige og har registrering slået til. Se i Hændelsesloggen, hvor det er brugt.",
            "Uses one NemID for online banking and public sites and has recording switched on. See in the activity log where it was used.",
        ),
        passwords: &["vindmoelle81"],
        play: |scene| {
            let mut life = scene.orders("2018-09-03 10:00", ("stine@udsen.example", "61728394"))?;
            life.passes(11 * 24)?;
            life.opens_post()?;
            life.activates_and_records("stine.udsen", true)?;
            life.becomes_customer_of(HEDEBANKEN)?;
            for site in [HEDEBANKEN, BORGERPORTALEN, HEDEBANKEN, BORGERPORTALEN] {
                life.passes(9 * 24)?;
                life.logs_on(&Purpose::SiteLogOn { site: site.word() })?;
            }
            Ok(())
        },
    },
];
