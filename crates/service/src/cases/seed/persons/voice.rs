//! Persons who get keys by telephone (Rules 3.9, D38).

use crate::cases::seed::persons::{NOWHERE, Person, in_use};
use rules::nemid::Purpose;
use rules::places::BORGERSERVICE;

pub(super) const PERSONS: [Person; 2] = [
    Person {
        name: "Villads Hjort",
        born: "1958-04-27",
        home: ("Lindealle 9", "9870", "Fjordby"),
        section: "Rules 3.9",
        note: (
            "Er blind, har aldrig brugt et nøglekort og får nøgler læst op i telefonen. Skriv hans adgangskode, tryk »Ring mig op«, og tag telefonen her på siden.",
            "Is blind, has never used a code card, and gets codes read out by telephone. Type his password, press “Call me”, and answer the telephone on this page.",
        ),
        passwords: &["blindskrift58"],
        play: |scene| {
            let mut life = scene.orders("2018-10-01 10:00", ("villads@hjort.example", ""))?;
            life.on("2018-10-08 11:00")?;
            life.orders_voice(BORGERSERVICE, "70102030")?;
            life.opens_post()?;
            life.activates("villads.hjort")?;
            life.on("2019-02-20 09:30")?;
            life.logs_on(&Purpose::LogOn)
        },
    },
    Person {
        name: "Åse Kjelstrup",
        born: "1944-12-05",
        home: ("Ved Åen 3", "8760", "Engelsted"),
        section: "Rules 3.9",
        note: (
            "Ser dårligt og har ringet til hotlinen for at få nøgler i telefonen. Brevet om det er kommet: Log på, og bekræft telefonen under »Nøgler«.",
            "Sees poorly and has called the hotline to get codes by telephone. The letter about it has come: log on, and confirm the telephone under “Codes”.",
        ),
        passwords: &["forstoerrelsesglas44"],
        play: |scene| {
            let mut life = in_use(scene, "2018-05-14 13:00", NOWHERE, "aase.kjelstrup")?;
            life.on("2019-02-21 10:15")?;
            life.orders_voice_by_telephone("70405060")?;
            life.on("2019-03-01 12:00")
        },
    },
];
