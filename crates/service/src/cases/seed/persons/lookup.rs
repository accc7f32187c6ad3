//! Whether a person has NemID, and from whom (Guide 2.1, D16, Rules 3.5.3, 3.6).

use crate::cases::seed::persons::{NONE, NOWHERE, Person, in_use};
use crate::cases::seed::scene::{Scene, moment, unlawful};
use jiff::Timestamp;
use rules::actor::{Actor, Channel};
use rules::ending;
use rules::nemid::Purpose;
use rules::nemid::block::NemIdBlockReason;

pub(super) const PERSONS: [Person; 8] = [
    Person {
        name: "Erik Fjeldsted",
        born: "1982-04-04",
        home: ("Lærkevej 11", "9870", "Fjordby"),
        section: "Guide 2.1",
        note: (
            "Har slet intet NemID. Bestil et til ham ved skranken eller på Selvbetjening med hans pas eller kørekort.",
            "Has no NemID at all. Order one for him at the counter or at Selvbetjening with his passport or driving licence.",
        ),
        passwords: NONE,
        play: |_| Ok(()),
    },
    Person {
        name: "Fie Gade",
        born: "2005-01-15",
        home: ("Skolegade 30", "9870", "Fjordby"),
        section: "Guide 2.1",
        note: (
            "Er 14 år og for ung til et offentligt NemID. Skranken afviser bestillingen.",
            "Is 14 and too young for a public NemID. The counter refuses the order.",
        ),
        passwords: NONE,
        play: |_| Ok(()),
    },
    Person {
        name: "Gunnar Holst",
        born: "1934-09-18",
        home: ("Klostervej 1", "8760", "Engelsted"),
        section: "Guide 2.1",
        note: (
            "Døde i februar. Hans NemID er spærret, og der kan ikke bestilles noget til ham.",
            "Died in February. His NemID is blocked, and nothing can be ordered for him.",
        ),
        passwords: &["pibetobak34"],
        play: |scene| {
            let mut life = in_use(scene, "2016-01-11 10:00", NOWHERE, "")?;
            life.on("2019-02-20 09:00")?;
            dies(scene, moment(scene, "2019-02-20 06:15")?)?;
            life.does(Actor::Clock, Channel::Clock, |nemid, stamp| {
                ending::block(nemid, NemIdBlockReason::Death, stamp)
            })?;
            life.forgets()
        },
    },
    Person {
        name: "Hanne Iversen",
        born: "1977-08-08",
        home: ("Rosenvej 5", "9870", "Fjordby"),
        section: "Guide 2.1",
        note: (
            "Har et offentligt NemID, der virker. Prøver skranken at bestille et til, svares der: Borgeren har allerede NemID.",
            "Has a public NemID that works. If the counter tries to order another, the answer is that she already has one.",
        ),
        passwords: &["tulipan77lys"],
        play: |scene| {
            let mut life =
                in_use(scene, "2018-05-14 08:30", ("hanne@iversen.example", "30254411"), "hanne.iversen")?;
            life.on("2019-02-28 20:10")?;
            life.logs_on(&Purpose::LogOn)
        },
    },
    Person {
        name: "Ivan Jespersen",
        born: "2004-03-11",
        home: ("Bakkevej 7", "8760", "Engelsted"),
        section: "Guide 2.1",
        note: (
            "Fylder 15 på mandag. Bestil i dag og bliv afvist; stil uret en uge frem, og bestil igen.",
            "Turns 15 next Monday. Order today and be refused; move the clock a week on and order again.",
        ),
        passwords: NONE,
        play: |_| Ok(()),
    },
    Person {
        name: "Søren Ibsen",
        born: "1992-11-13",
        home: ("Fabriksvej 33", "9870", "Fjordby"),
        section: "Rules 3.5.3",
        note: (
            "Driften har spærret hele hans NemID, fordi reglerne blev brudt. Det genåbnes aldrig; et nyt kan bestilles.",
            "The operator has blocked his whole NemID because the rules were broken. It never opens again; a new one can be ordered.",
        ),
        passwords: &["motorvej92"],
        play: |scene| {
            let mut life = in_use(scene, "2018-01-08 12:00", ("soren@ibsen.example", ""), "")?;
            life.on("2019-01-15 10:00")?;
            life.does(Actor::Operator { staff: None }, Channel::Operator, |nemid, stamp| {
                ending::block(nemid, NemIdBlockReason::RulesBroken, stamp)
            })
        },
    },
    Person {
        name: "Thea Jelling",
        born: "1984-12-24",
        home: ("Vesterbro 50", "8760", "Engelsted"),
        section: "Rules 3.6",
        note: (
            "Har selv lukket sit NemID og vil nu have et igen. Der skal laves et nyt.",
            "Has closed her NemID herself and now wants one again. A new one has to be made.",
        ),
        passwords: &["juleaften84"],
        play: |scene| {
            let mut life = in_use(scene, "2017-10-02 17:00", NOWHERE, "")?;
            life.on("2018-12-03 16:20")?;
            life.ends_the_nemid()
        },
    },
    Person {
        name: "Uno Knap",
        born: "1949-05-01",
        home: ("Plejehjemmet Solgården, stue 12", "9870", "Fjordby"),
        section: "Guide 2.1",
        note: (
            "Har hverken pas eller kørekort med, kun sundhedskort og lejekontrakt. Bestil, og lad kortet sende med posten.",
            "Has neither passport nor driving licence with him, only health card and tenancy agreement. Order and have the card posted.",
        ),
        passwords: NONE,
        play: |_| Ok(()),
    },
];

fn dies(scene: &Scene<'_>, at: Timestamp) -> crate::cases::seed::persons::Played {
    let mut citizen = scene.citizen.clone();
    citizen.died = Some(at);
    scene.world.act.tx.save_citizen(&citizen).map_err(|error| unlawful(scene.person.name, error))
}
