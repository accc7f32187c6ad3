//! Persons who have paid, signed and consented with NemID, and what a receiver has to check (Rules 2, 4.1,
//! 4.5).

use crate::cases::seed::persons::{Life, NOWHERE, Person, Scene, in_use};
use rules::certificates;
use rules::nemid::Purpose;
use rules::nemid::block::CertificateBlockReason;
use rules::places::FJORDBANKEN;

pub(super) const PERSONS: [Person; 3] = [
    Person {
        name: "Aksel Dam",
        born: "1971-11-03",
        home: ("Granvej 8", "9870", "Fjordby"),
        section: "Rules 2",
        note: (
            "Har underskrevet to betalinger i Fjordbanken. Betal én til: En underskrift med NemID binder som på papir, og Hændelsesloggen husker den.",
            "Has signed two payments at Fjordbanken. Pay once more: a signature with NemID binds as on paper, and the activity log remembers it.",
        ),
        passwords: &["kajakpagaj71"],
        play: |scene| {
            let mut life = recorded(scene, "2018-06-11 10:00", "aksel.dam")?;
            life.becomes_customer_of(FJORDBANKEN)?;
            life.on("2018-12-20 17:10")?;
            life.pays(450, "1234 0007654321", "Julegave til mor")?;
            life.on("2019-02-26 20:25")?;
            life.pays(1_200, "4321 0001112223", "Kajakklub, kontingent")
        },
    },
    Person {
        name: "Jonna Ladefoged",
        born: "1988-09-17",
        home: ("Tværvej 3", "8760", "Engelsted"),
        section: "Rules 4.1",
        note: (
            "Gav i efteråret Forsikringshuset samtykke til at kende hendes CPR-nummer. Log på dér, se, hvad det ved om hende, og tag samtykket tilbage.",
            "Consented last autumn that Forsikringshuset may know her CPR number. Log on there, see what it knows about her, and take the consent back.",
        ),
        passwords: &["paraplystativ88"],
        play: |scene| {
            let mut life = recorded(scene, "2018-08-13 10:00", "jonna.ladefoged")?;
            life.on("2018-10-09 21:05")?;
            life.consents()
        },
    },
    Person {
        name: "Keld Madsen",
        born: "1963-12-30",
        home: ("Brogade 15", "9870", "Fjordby"),
        section: "Rules 4.5",
        note: (
            "Underskrev en ansøgning på Borgerportalen i januar og spærrede sit certifikat i februar. Vær modtageren: Kontrollér certifikatet på spærrelisten.",
            "Signed an application at Borgerportalen in January and blocked his certificate in February. Be the receiver: check the certificate on the revocation list.",
        ),
        passwords: &["trillebor63"],
        play: |scene| {
            let mut life = in_use(scene, "2018-04-16 10:00", NOWHERE, "keld.madsen")?;
            life.on("2019-01-14 16:30")?;
            life.applies_for_parking("14. januar 2019")?;
            life.on("2019-02-18 09:20")?;
            life.logs_on(&Purpose::LogOn)?;
            life.holder(|nemid, stamp| certificates::block(nemid, CertificateBlockReason::HolderAsked, stamp))
        },
    },
];

/// A public NemID in use, with service providers recorded (Rules 3.7).
fn recorded<'w>(
    scene: &'w Scene<'w>,
    ordered: &str,
    user_id: &str,
) -> Result<Life<'w>, crate::cases::seed::persons::SeedError> {
    let mut life = scene.orders(ordered, NOWHERE)?;
    life.passes(10 * 24)?;
    life.opens_post()?;
    life.activates_and_records(user_id, true)?;
    life.passes(30)?;
    life.logs_on(&Purpose::LogOn)?;
    Ok(life)
}
