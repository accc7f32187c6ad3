//! Persons whose password is forgotten, locked or blocked (Guide 3.1.3, 3.1.4, D2).

use crate::cases::seed::persons::{Life, NOWHERE, Person, Played, in_use};
use rules::actor::{Actor, Channel};
use rules::nemid::block::PasswordBlockReason;
use rules::passwords;
use rules::temporary::TemporaryAction;

pub(super) const PERSONS: [Person; 8] = [
    Person {
        name: "Rikke Søndergaard",
        born: "1979-03-05",
        home: ("Fasanvej 22", "9870", "Fjordby"),
        section: "Guide 3.1.3",
        note: (
            "Kan ikke huske sin adgangskode. Nulstil den ved skranken, eller brug »Glemt adgangskode« på Selvbetjening.",
            "Cannot remember her password. Reset it at the counter, or use the forgotten-password page at Selvbetjening.",
        ),
        passwords: &["glemtnok79"],
        play: |scene| {
            in_use(scene, "2018-02-05 10:00", ("rikke@soendergaard.example", "28374655"), "rikke.s79")?
                .forgets()
        },
    },
    Person {
        name: "Sofus Thomsen",
        born: "1946-08-12",
        home: ("Degnevænget 9", "8760", "Engelsted"),
        section: "Guide 3.1.3",
        note: (
            "Har bestilt en ny midlertidig adgangskode, og PIN-brevet er kommet. Genåbn med det og hans nøglekort.",
            "Has ordered a new temporary password, and the PIN letter has come. Re-open with it and his code card.",
        ),
        passwords: &["hestevogn46"],
        play: |scene| {
            let mut life = in_use(scene, "2017-05-08 10:00", NOWHERE, "")?;
            life.on("2019-02-21 13:30")?;
            resets(&mut life)
        },
    },
    Person {
        name: "Tove Ulrik",
        born: "1958-11-07",
        home: ("Lindealle 3", "9870", "Fjordby"),
        section: "Guide 3.1.3",
        note: (
            "Fik nulstillet sin adgangskode i januar, men ventede over 30 dage. Koden virker ikke mere; nulstil igen ved skranken.",
            "Had her password reset in January but waited more than 30 days. The code no longer works; reset again at the counter.",
        ),
        passwords: &["havestue58"],
        play: |scene| {
            let mut life = in_use(scene, "2016-09-05 10:00", NOWHERE, "tove.ulrik")?;
            life.on("2019-01-10 11:00")?;
            resets(&mut life)?;
            life.on("2019-02-11 00:00")?;
            life.opens_post()?;
            life.clock(rules::temporary::run_out)
        },
    },
    Person {
        name: "Ulla Vang",
        born: "1985-10-20",
        home: ("Marievej 15", "9870", "Fjordby"),
        section: "Guide 3.1.4",
        note: (
            "Spærret efter ti forkerte forsøg, men hun kan nu huske adgangskoden. Udlever en midlertidig kode til låst adgangskode.",
            "Blocked after ten wrong tries, but she now remembers the password. Hand out a temporary code for a locked password.",
        ),
        passwords: &["solsikke85"],
        play: |scene| {
            let mut life = in_use(scene, "2018-03-12 10:00", ("ulla@vang.example", ""), "ulla.vang85")?;
            life.on("2019-02-27 08:00")?;
            life.is_blocked_by_tries()
        },
    },
    Person {
        name: "Viggo Winther",
        born: "1953-01-31",
        home: ("Kystvejen 88", "9870", "Fjordby"),
        section: "Guide 3.1.4",
        note: (
            "Spærret efter ti forkerte forsøg og kan stadig ikke huske adgangskoden. Her skal skranken nulstille.",
            "Blocked after ten wrong tries and still cannot remember the password. Here the counter has to reset it.",
        ),
        passwords: &["fiskekutter53"],
        play: |scene| {
            let mut life = in_use(scene, "2017-11-13 10:00", NOWHERE, "")?;
            life.on("2019-02-25 09:30")?;
            life.is_blocked_by_tries()?;
            life.forgets()
        },
    },
    Person {
        name: "Yrsa Zeuthen",
        born: "1990-07-16",
        home: ("Dronningens Tværgade 7, 3.", "8760", "Engelsted"),
        section: "Guide 3.1.4",
        note: (
            "Driften har spærret hendes adgangskode ved mistanke om, at andre kender den. Hun kan huske den og kan få den låst op.",
            "The operator has blocked her password on suspicion of misuse. She remembers it and can have it unlocked.",
        ),
        passwords: &["zebrafugl90"],
        play: |scene| {
            let mut life =
                in_use(scene, "2018-08-06 10:00", ("yrsa@zeuthen.example", "31425364"), "yrsa.zeuthen")?;
            life.on("2019-03-02 23:40")?;
            life.does(Actor::Operator { staff: None }, Channel::Operator, |nemid, stamp| {
                passwords::block(nemid, PasswordBlockReason::Suspicion, stamp)
            })
        },
    },
    Person {
        name: "Åge Bruun",
        born: "1967-04-10",
        home: ("Mejerivej 6", "8760", "Engelsted"),
        section: "Guide 3.1.4",
        note: (
            "Tastede forkert fem gange i morges og er låst i otte timer. Stil uret frem, og log på, eller lås op ved skranken.",
            "Typed it wrong five times this morning and is locked for eight hours. Move the clock on and log on, or unlock at the counter.",
        ),
        passwords: &["gulerod67"],
        play: |scene| {
            let mut life = in_use(scene, "2018-06-04 10:00", NOWHERE, "aage.bruun")?;
            life.on("2019-03-04 08:40")?;
            life.mistypes_password(5)
        },
    },
    Person {
        name: "Birgit Carlsen",
        born: "1975-09-09",
        home: ("Grønnegade 14", "9870", "Fjordby"),
        section: "Guide 3.1.4",
        note: (
            "Har fået en midlertidig kode til låst adgangskode; PIN-brevet er kommet. Genåbn med den huskede adgangskode.",
            "Has been given a temporary code for a locked password; the PIN letter has come. Re-open with the remembered password.",
        ),
        passwords: &["bogreol75"],
        play: |scene| {
            let mut life = in_use(scene, "2017-08-07 10:00", NOWHERE, "birgit.carlsen")?;
            life.on("2019-02-20 07:30")?;
            life.is_blocked_by_tries()?;
            life.on("2019-02-21 10:00")?;
            life.is_posted_a_code_for(TemporaryAction::Unlock)
        },
    },
];

/// The password is forgotten; a temporary one to reset it comes by post.
pub(super) fn resets(life: &mut Life<'_>) -> Played {
    life.forgets()?;
    life.is_posted_a_code_for(TemporaryAction::Reset)
}
