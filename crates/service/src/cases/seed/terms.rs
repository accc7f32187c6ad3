//! The versions of the rules for NemID that the seeded persons have lived under (Rules 3.10).

use jiff::civil::{Date, date};

use crate::cases::seed::scene::Played;
use crate::store::Tx;
use rules::calendar;
use rules::terms::{Summary, Version};

/// The date of each version, and what it changed, in Danish and English.
const VERSIONS: [(Date, &str, &str); 2] = [
    (
        date(2013, 9, 2),
        "Reglerne for netbank og for offentlig digital signatur blev samlet ét sted.",
        "The rules for netbanks and for the public digital signature were brought together in one place.",
    ),
    (
        date(2018, 2, 25),
        "Reglerne blev skrevet om, så de følger EU’s regler om persondata: hvad vi gemmer, hvorfor og hvor længe.",
        "The rules were rewritten to follow the EU’s rules on personal data: what we keep, why and for how long.",
    ),
];

/// Enters them in place of the version that every new database has.
pub(super) fn enter(tx: &Tx<'_>) -> Played {
    let versions = VERSIONS.iter().zip(1..).map(|((published, danish, english), number)| Version {
        number,
        published: calendar::at_danish_time(*published, 0, 0),
        for_security: false,
        changed: Summary { danish: (*danish).to_owned(), english: (*english).to_owned() },
        sections: Vec::new(),
    });
    Ok(tx.begin_with_versions(&versions.collect::<Vec<_>>())?)
}
