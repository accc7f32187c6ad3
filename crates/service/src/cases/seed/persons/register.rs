//! Persons about whom the CPR register says something unusual: a new CPR number, no registered address (Rules 4.3; D28,
//! D29).

use crate::cases::seed::persons::{Person, Played, Scene, in_use};
use crate::cases::seed::scene::{moment, unlawful};
use crate::store::citizens::Citizen;
use crate::store::cpr_numbers::NewCprNumber;
use rules::cards;
use rules::nemid::block::CardBlockReason;
use rules::places::FJORDBANKEN;
use rules::words::PostalAddress;

pub(super) const PERSONS: [Person; 4] = [
    Person {
        name: "Bodil Enggaard",
        born: "1985-05-09",
        home: ("Havnegade 22", "9870", "Fjordby"),
        section: "Rules 4.3",
        note: (
            "Har i dag fået nyt CPR-nummer. I nat spærres certifikatet, og CPR-nummeret virker ikke mere som bruger-id. Stil uret en dag frem, log på med NemID-nummeret, og se det nye certifikat.",
            "Got a new CPR number today. Tonight her certificate is blocked, and the CPR number no longer works as user ID. Move the clock on a day, log on with the NemID number, and see the new certificate.",
        ),
        passwords: &["koekkenur85"],
        play: |scene| {
            let mut life = in_use(scene, "2017-11-06 10:00", ("bodil@enggaard.example", ""), "")?;
            life.becomes_customer_of(FJORDBANKEN)?;
            life.on("2018-12-04 19:30")?;
            life.consents()?;
            let (citizen, number) = (scene.citizen.cpr, scene.world.new_cpr(scene.born()?)?);
            let registered = moment(scene, "2019-03-04 08:30")?;
            let new = NewCprNumber { citizen, number, registered };
            scene.world.act.tx.note_new_cpr_number(&new).map_err(|error| unlawful(scene.person.name, error))
        },
    },
    Person {
        name: "Curt Fonnesbech",
        born: "1959-02-03",
        home: ("Nørregade 71", "8760", "Engelsted"),
        section: "Rules 4.3",
        note: (
            "Bor på skift hos sine børn og har ingen folkeregisteradresse. Breve går til datterens adresse, som han har oplyst. Spær et nøglekort, bestil et nyt, og se, hvor det sendes hen.",
            "Stays with his children in turn and has no registered address. Letters go to his daughter's address, which he has stated. Block a code card, order a new one, and see where it goes.",
        ),
        passwords: &["skurvogn59"],
        play: |scene| {
            in_use(scene, "2018-02-05 10:00", ("", "60718293"), "curt.fonnesbech")?;
            leaves(scene, Some(("c/o Fonnesbech Lund, Møllevej 6", "9870", "Fjordby", "")))
        },
    },
    Person {
        name: "Dagny Grauballe",
        born: "1974-08-14",
        home: ("Violvej 10", "9870", "Fjordby"),
        section: "Rules 4.3",
        note: (
            "Er flyttet til Bergen og har oplyst adressen dér. Breve er otte hverdage undervejs. Bestil et ekstra nøglekort, og stil uret frem.",
            "Has moved to Bergen and stated her address there. Letters take eight working days. Order an extra code card, and move the clock on.",
        ),
        passwords: &["fjordbaad74"],
        play: |scene| {
            in_use(scene, "2017-05-15 10:00", ("dagny@grauballe.example", ""), "dagny.grauballe")?;
            leaves(scene, Some(("Nygårdsgaten 4", "5015", "Bergen", "Norge")))
        },
    },
    Person {
        name: "Esben Hjorth",
        born: "1991-10-27",
        home: ("Stationsvej 8", "8760", "Engelsted"),
        section: "Rules 4.3",
        note: (
            "Har hverken folkeregisteradresse eller oplyst en anden, og hans nøglekort er mistet. Intet kan sendes til ham: Udlever et kort ved skranken, eller oplys en adresse i kontrolrummet.",
            "Has neither a registered address nor stated another, and his code card is lost. Nothing can be sent to him: hand out a card at the counter, or state an address in the control room.",
        ),
        passwords: &["sovepose91"],
        play: |scene| {
            let mut life = in_use(scene, "2018-03-12 10:00", ("", ""), "esben.hjorth")?;
            leaves(scene, None)?;
            life.on("2019-02-27 18:00")?;
            let lost = life.nemid.active_card().map(|card| card.number);
            life.holder(|nemid, stamp| cards::block(nemid, lost.as_slice(), CardBlockReason::Lost, stamp))
        },
    },
];

/// The registered address goes out of the register; letters go to a stated one, if there is one: street, postcode, town,
/// country.
fn leaves(scene: &Scene<'_>, stated: Option<(&str, &str, &str, &str)>) -> Played {
    let wrong = |error: &dyn std::fmt::Display| unlawful(scene.person.name, error);
    let stated = stated.map(|(street, postcode, town, country)| {
        PostalAddress::parse(street, postcode, town, country).map_err(|error| wrong(&error))
    });
    let citizen = Citizen { address: None, stated: stated.transpose()?, ..scene.citizen.clone() };
    scene.world.act.tx.save_citizen(&citizen).map_err(|error| wrong(&error))
}
