//! Persons whose card is lost or nearly used up, or who want more cards (Guide 3.1.6, 3.1.7, D7).

use crate::cases::seed::persons::{Life, NOWHERE, Person, Played, in_use};
use rules::actor::{Actor, Channel};
use rules::cards;
use rules::nemid::Purpose;
use rules::nemid::block::CardBlockReason;
use rules::places::{BORGERSERVICE, FJORDBANKEN};

pub(super) const PERSONS: [Person; 7] = [
    Person {
        name: "Finn Gram",
        born: "1962-03-23",
        home: ("Vestergade 41", "9870", "Fjordby"),
        section: "Guide 3.1.6",
        note: (
            "Har mistet sit eneste nøglekort. Spær det på siden »Mistet nøglekort« eller ved skranken, og få et nyt.",
            "Has lost his only code card. Block it on the lost-card page or at the counter, and get a new one.",
        ),
        passwords: &["kompas62nord"],
        play: |scene| in_use(scene, "2017-01-16 10:00", NOWHERE, "finn.gram")?.loses_cards(),
    },
    Person {
        name: "Gitte Hald",
        born: "1986-05-11",
        home: ("Anemonevej 2", "8760", "Engelsted"),
        section: "Guide 3.1.6",
        note: (
            "Har mistet det kort, hun bruger, men har et andet liggende. Spær det mistede, og tag det andet i brug ved pålogning.",
            "Has lost the card she uses but has another at home. Block the lost one and take the other into use at log-on.",
        ),
        passwords: &["syltetoej86"],
        play: |scene| {
            let mut life = in_use(scene, "2018-09-10 10:00", ("gitte@hald.example", ""), "gitte.hald")?;
            life.on("2019-01-22 14:00")?;
            life.is_handed_a_card(BORGERSERVICE)?;
            life.loses_cards()
        },
    },
    Person {
        name: "Helge Juul",
        born: "1951-12-05",
        home: ("Ahornvej 17", "9870", "Fjordby"),
        section: "Guide 3.1.6",
        note: (
            "Ringede til hotlinen og fik alle kort spærret. Han har intet kort; Fjordbanken giver begrænset adgang uden.",
            "Called the hotline and had all cards blocked. He has no card; Fjordbanken gives limited access without one.",
        ),
        passwords: &["briller51etui"],
        play: |scene| {
            let mut life = in_use(scene, "2016-05-09 10:00", NOWHERE, "helge.juul")?;
            life.on("2018-03-05 10:00")?;
            life.becomes_customer_of(FJORDBANKEN)?;
            life.on("2019-03-01 22:30")?;
            life.does(Actor::Hotline, Channel::Telephone, |nemid, stamp| {
                cards::block_all(nemid, CardBlockReason::Lost, stamp)
            })
        },
    },
    Person {
        name: "Ida Krogh",
        born: "1994-08-27",
        home: ("Havnefronten 10, 4. th.", "9870", "Fjordby"),
        section: "Guide 3.1.7",
        note: (
            "Skal ud at rejse i et halvt år og vil have ekstra kort med. Udlever dem ved skranken.",
            "Is going to travel for half a year and wants extra cards with her. Hand them out at the counter.",
        ),
        passwords: &["rygsaek94tur"],
        play: |scene| {
            in_use(scene, "2018-10-15 10:00", ("ida@krogh.example", "51627384"), "ida.krogh").map(drop)
        },
    },
    Person {
        name: "Jens Lindholm",
        born: "1972-07-03",
        home: ("Sømandsgade 5", "9870", "Fjordby"),
        section: "Guide 3.1.7",
        note: (
            "Er sømand og har tre kort. Der er plads til ét til; det femte afvises.",
            "Is a sailor and has three cards. There is room for one more; the fifth is refused.",
        ),
        passwords: &["ankerspil72"],
        play: |scene| {
            let mut life = in_use(scene, "2017-06-12 10:00", NOWHERE, "jens.lindholm")?;
            life.on("2019-02-11 09:45")?;
            life.is_handed_a_card(BORGERSERVICE)?;
            life.is_handed_a_card(BORGERSERVICE)
        },
    },
    Person {
        name: "Vera Ørsted",
        born: "1976-04-18",
        home: ("Poppelvej 28", "8760", "Engelsted"),
        section: "Guide 3.1.7",
        note: (
            "Har 21 nøgler tilbage på sit kort. Log på én gang, så bestilles et nyt kort automatisk.",
            "Has 21 codes left on her card. Log on once and a new card is ordered automatically.",
        ),
        passwords: &["elastik76gul"],
        play: |scene| {
            let mut life = in_use(scene, "2018-01-22 18:00", ("vera@oersted.example", ""), "vera.oersted")?;
            life.on("2018-02-25 19:00")?;
            uses_keys_down_to(&mut life, 21)
        },
    },
    Person {
        name: "Wivi Ærø",
        born: "1943-02-20",
        home: ("Gammelgade 1", "8760", "Engelsted"),
        section: "Guide 3.1.6",
        note: (
            "Har skrevet en forkert nøgle fire gange i træk. Én forkert til spærrer kortet.",
            "Has typed a wrong code four times in a row. One more blocks the card.",
        ),
        passwords: &["kaffekande43"],
        play: |scene| {
            let mut life = in_use(scene, "2018-11-19 10:00", NOWHERE, "wivi.aeroe")?;
            life.on("2019-03-03 10:30")?;
            life.mistypes_key(4)
        },
    },
];

/// Logs on every other day until a number of keys is left on the card in use.
fn uses_keys_down_to(life: &mut Life<'_>, keys: u8) -> Played {
    while life.nemid.active_card().is_some_and(|card| card.keys_left() > keys) {
        life.passes(68)?;
        life.logs_on(&Purpose::LogOn)?;
    }
    Ok(())
}
