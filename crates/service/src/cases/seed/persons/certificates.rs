//! Persons with something unusual about their certificate, and one with years of ordinary use (Rules 3.7,
//! 4.2–4.4).

use crate::cases::seed::persons::{Life, NOWHERE, Person, Played, in_use};
use crate::cases::seed::scene::unlawful;
use rules::nemid::Purpose;
use rules::nemid::block::{CardBlockReason, CertificateBlockReason};
use rules::nemid::event::CardOrderReason;
use rules::places::{BORGERPORTALEN, FORSIKRINGSHUSET};
use rules::words::PersonName;
use rules::{cards, certificates};

pub(super) const PERSONS: [Person; 5] = [
    Person {
        name: "Rosa Holm",
        born: "1987-01-19",
        home: ("Syrenvej 18", "9870", "Fjordby"),
        section: "Rules 4.2",
        note: (
            "Er blevet gift og hedder ikke længere Toft, men certifikatet siger det stadig. Forny det inden 24. marts, ellers spærres det.",
            "Has married and is no longer called Toft, but the certificate still says so. Renew it before 24 March, or it is blocked.",
        ),
        passwords: &["brudebuket87"],
        play: |scene| {
            let new = scene.citizen.clone();
            let mut old = new.clone();
            old.name = PersonName::parse("Rosa Toft").map_err(|why| unlawful(scene.person.name, why))?;
            scene.world.act.tx.save_citizen(&old)?;
            let mut life = in_use(scene, "2017-09-18 10:00", ("rosa@holm.example", "71829304"), "rosa.toft")?;
            life.on("2019-02-22 12:00")?;
            life.is_renamed(old.name, &new)?;
            life.clock(|nemid, now| certificates::compare_details(nemid, &new.name, now))
        },
    },
    Person {
        name: "Svend Ulstrup",
        born: "1960-10-10",
        home: ("Hybenvej 4", "8760", "Engelsted"),
        section: "Rules 4.4",
        note: (
            "Certifikatet udløber om et par uger, og han har fået besked. Forny det på Selvbetjening, eller stil uret frem, og se det udløbe.",
            "His certificate runs out in a couple of weeks, and he has been told. Renew it at Selvbetjening, or move the clock on and see it run out.",
        ),
        passwords: &["torvevagt60"],
        play: |scene| {
            let mut life = in_use(scene, "2015-03-09 10:00", ("svend@ulstrup.example", ""), "svend.ulstrup")?;
            life.on("2019-02-19 03:00")?;
            life.clock(certificates::as_time_passes)
        },
    },
    Person {
        name: "Tina Vestergaard",
        born: "1970-05-25",
        home: ("Skovvej 52", "9870", "Fjordby"),
        section: "Rules 4.4",
        note: (
            "Certifikatet er udløbet, så hun kan ikke bruge NemID hos det offentlige. Bestil et nyt på Selvbetjening eller ved skranken.",
            "Her certificate has run out, so she cannot use NemID at public sites. Order a new one at Selvbetjening or at the counter.",
        ),
        passwords: &["paraply70rod"],
        play: |scene| {
            let mut life = in_use(scene, "2015-01-19 10:00", NOWHERE, "tina.vestergaard")?;
            life.on("2019-01-01 03:00")?;
            life.clock(certificates::as_time_passes)?;
            life.on("2019-01-30 03:00")?;
            life.clock(certificates::as_time_passes)
        },
    },
    Person {
        name: "Uffe Wind",
        born: "1996-02-29",
        home: ("Vindebrovej 3", "8760", "Engelsted"),
        section: "Rules 4.3",
        note: (
            "Spærrede selv sit certifikat, da han fik ny computer. NemID virker stadig; han kan bestille et nyt certifikat.",
            "Blocked his certificate himself when he got a new computer. NemID still works; he can order a new certificate.",
        ),
        passwords: &["tastatur96"],
        play: |scene| {
            let mut life = in_use(scene, "2017-12-04 10:00", ("uffe@wind.example", ""), "uffe.wind")?;
            life.on("2019-02-12 20:45")?;
            life.logs_on(&Purpose::LogOn)?;
            life.holder(|nemid, stamp| certificates::block(nemid, CertificateBlockReason::HolderAsked, stamp))
        },
    },
    Person {
        name: "Willy Åkjær",
        born: "1956-06-17",
        home: ("Præstegårdsvej 2", "9870", "Fjordby"),
        section: "Rules 3.7",
        note: (
            "Alt er i orden, og Hændelsesloggen går fem år tilbage: brugte kort, fornyet certifikat, et mistet kort og mange pålogninger.",
            "All is fine, and the activity log goes back five years: used-up cards, a renewed certificate, a lost card and many log-ons.",
        ),
        passwords: &["dagbog56blaek"],
        play: |scene| {
            let mut life = scene.orders("2014-01-20 18:30", ("willy@aakjaer.example", "81920314"))?;
            life.passes(12 * 24)?;
            life.opens_post()?;
            life.activates_and_records("willy.aakjaer", true)?;
            uses_it_weekly_until(&mut life, "2016-08-09 17:00")?;
            loses_a_card(&mut life)?;
            uses_it_weekly_until(&mut life, "2018-01-04 03:00")?;
            life.clock(certificates::as_time_passes)?;
            life.on("2018-01-09 20:15")?;
            renews(&mut life)?;
            uses_it_weekly_until(&mut life, "2019-03-01 18:30")
        },
    },
];

/// Logs on every week at different places; takes letters out of the letter box.
fn uses_it_weekly_until(life: &mut Life<'_>, end: &str) -> Played {
    let places = [
        Purpose::LogOn,
        Purpose::SiteLogOn { site: BORGERPORTALEN.word() },
        Purpose::SiteLogOn { site: BORGERPORTALEN.word() },
        Purpose::SiteLogOn { site: FORSIKRINGSHUSET.word() },
    ];
    for purpose in places.iter().cycle() {
        if life.is_within_a_week_of(end)? {
            break;
        }
        life.passes(7 * 24)?;
        life.opens_post()?;
        life.logs_on(purpose)?;
    }
    life.on(end)
}

fn loses_a_card(life: &mut Life<'_>) -> Played {
    let lost = life.nemid.active_card().map(|card| card.number);
    let replacement = life.new_card();
    life.holder(|nemid, stamp| cards::block(nemid, lost.as_slice(), CardBlockReason::Lost, stamp))?;
    life.holder(|nemid, stamp| cards::order(nemid, CardOrderReason::Replacement, &replacement, stamp))?;
    life.passes(7 * 24)?;
    life.opens_post()
}

fn renews(life: &mut Life<'_>) -> Played {
    let draft = life.draft()?;
    life.holder(|nemid, stamp| certificates::renew(nemid, &draft, stamp))
}
