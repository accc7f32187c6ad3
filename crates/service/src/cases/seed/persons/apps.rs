//! Persons with apps on their telephones (Rules 1, 3.5.1, D37), and the telephones of others.

use crate::cases::seed::persons::{Person, in_use};
use rules::nemid::Purpose;

/// The telephones of persons: name, make, system, number, and whether apps can be installed on it.
pub(super) const TELEPHONES: [(&str, &str, &str, &str, bool); 12] = [
    ("Asta Kronborg", "Fjordfon 4", "Fjord OS 12", "20111401", true),
    ("Birk Lorentzen", "Hede Ultra", "Hede OS 9", "20111402", true),
    ("Cille Aagaard", "Fjordfon 4", "Fjord OS 12", "20111403", true),
    ("Cille Aagaard", "Hede Mini", "Hede OS 9", "20111404", true),
    ("Cille Aagaard", "Fjordfon 2", "Fjord OS 10", "20111410", true),
    ("Cille Aagaard", "Hede Max", "Hede OS 9", "20111411", true),
    ("Jens Lindholm", "Hede Ultra", "Hede OS 9", "20111405", true),
    ("Ida Krogh", "Fjordfon 3", "Fjord OS 11", "51627384", true),
    ("Carsten Duus", "Fjordfon 4", "Fjord OS 12", "20111407", true),
    ("Emil Friis", "Hede Mini", "Hede OS 8", "41526374", true),
    ("Wivi Ærø", "Klap 2", "Klap", "20111409", false),
    ("Holger Sivebæk", "Hede Ultra", "Hede OS 9", "20111412", true),
];

pub(super) const PERSONS: [Person; 3] = [
    Person {
        name: "Asta Kronborg",
        born: "1985-10-04",
        home: ("Kastanjevej 6", "8760", "Engelsted"),
        section: "Rules 3.5.1",
        note: (
            "Bruger nøgleappen på sin telefon. PIN-koden er 2580. Log på ved computeren, og godkend på telefonen.",
            "Uses the code app on her telephone. The PIN is 2580. Log on at the computer, and approve on the telephone.",
        ),
        passwords: &["havtaske85blaa"],
        play: |scene| {
            let mut life =
                in_use(scene, "2018-02-05 10:00", ("asta@kronborg.example", "20111401"), "asta.kronborg")?;
            life.on("2018-09-03 19:00")?;
            let app = life.installs_app(0)?;
            life.passes(1)?;
            life.chooses_pin(app, "2580")?;
            life.on("2019-02-27 20:15")?;
            life.approves(app, &Purpose::LogOn)
        },
    },
    Person {
        name: "Birk Lorentzen",
        born: "1997-06-16",
        home: ("Havnegade 31, 2. tv.", "9870", "Fjordby"),
        section: "Rules 3.5.1",
        note: (
            "Har lige installeret nøgleappen. Den er klar en time efter; vælg så en PIN-kode på telefonen. Eller bed ham spærre den.",
            "Has just installed the code app. It is ready an hour later; then choose a PIN on the telephone. Or have him block it.",
        ),
        passwords: &["langeland97ost"],
        play: |scene| {
            let mut life =
                in_use(scene, "2018-06-11 10:00", ("birk@lorentzen.example", "20111402"), "birk.lorentzen")?;
            life.on("2019-03-04 08:40")?;
            life.installs_app(0).map(drop)
        },
    },
    Person {
        name: "Cille Aagaard",
        born: "1979-12-11",
        home: ("Rønnebærvej 13", "9870", "Fjordby"),
        section: "Rules 3.5.1",
        note: (
            "Har nøgleapp på to af sine fire telefoner, med PIN-koderne 1379 og 8642. En anmodning kommer på begge; det første svar gælder.",
            "Has the code app on two of her four telephones, with the PINs 1379 and 8642. A request comes on both; the first answer counts.",
        ),
        passwords: &["pilefletter79"],
        play: |scene| {
            let mut life = in_use(scene, "2017-11-06 10:00", ("cille@aagaard.example", ""), "cille.aagaard")?;
            for (nth, pin, at) in [(0, "1379", "2018-06-04 18:00"), (1, "8642", "2018-12-30 11:20")] {
                life.on(at)?;
                let app = life.installs_app(nth)?;
                life.passes(2)?;
                life.chooses_pin(app, pin)?;
            }
            Ok(())
        },
    },
];
