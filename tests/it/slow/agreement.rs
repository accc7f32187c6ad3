//! Whatever happens to certificates, and whenever: the page that checks one, the revocation list as a page, the lists that
//! programs fetch, the answers about one certificate, and the page and the call that check a signed document never disagree
//! (Rules 4.5, D35), about citizens' certificates as little as about those of organisations (D41). `LIVES` says how many random
//! lives are played.

use std::collections::{BTreeMap, BTreeSet};

use base64::prelude::{BASE64_STANDARD, Engine};
use rocket::http::ContentType;
use serde_json::json;
use service::cases::certificates::bodies;
use service::testing::Chance;

use crate::certificates::judges::Court;
use crate::people::Person;
use crate::site::Site;
use crate::world::api;

const PEOPLE: [&str; 4] = ["Hanne Iversen", "Willy Åkjær", "Rosa Holm", "Stine Udsen"];
/// What happens in a life.
const STEPS: usize = 12;
/// As many certificates as one question may be about.
const AT_ONCE: usize = 20;
/// The part of the revocation list with the first certificates of organisations.
const OF_ORGANISATIONS: &str = "/crl/i/805307.crl";
/// The first serial number of an organisation.
const FIRST_OF_ORGANISATIONS: &str = "40000001";
/// The step at which an employee loses the employee NemID.
const EMPLOYEE_LEAVES: usize = 4;

#[test]
fn pages_lists_and_answers_agree_about_every_certificate_at_any_time() {
    let lives = std::env::var("LIVES").ok().and_then(|lives| lives.parse().ok()).unwrap_or(2);
    let mut seen = BTreeSet::new();
    for seed in 0..lives {
        let site = Site::filled();
        let court = Court::of(&site);
        let people: Vec<_> = PEOPLE.iter().map(|name| site.named(name)).collect();
        for person in &people {
            person.logs_on();
        }
        let signed = signs(&people[3]);
        let maren = site.staff_named("officer", "Maren Bak");
        maren.logs_on_at("/log-paa?til=/ra");
        rocket::execute(bodies::make_needed(&site.app)).unwrap();
        let chance = Chance::seeded(seed);
        look(&court, &signed, &mut seen);
        for step in 0..STEPS {
            let person = &people[chance.below(4) as usize];
            if step == EMPLOYEE_LEAVES {
                loses_nemid(&site, "Maren Bak");
            }
            let done = something_happens(&site, person, &chance);
            let told = format!("life {seed}, step {step}: {done}");
            eprintln!("{told}");
            look(&court, &signed, &mut seen);
        }
    }
    let all = ["gyldigt", "spærret", "udløbet"].map(str::to_owned);
    assert_eq!(seen, BTreeSet::from(all), "every state was met");
}

/// Something random, done as a visitor does it; what is refused changes nothing.
fn something_happens(site: &Site, person: &Person<'_>, chance: &Chance) -> &'static str {
    let page = person.opens("/certifikat");
    let offers = |button: &str| page.body.contains(button);
    match chance.below(6) {
        0 => {
            site.clock_moves("hours", 1 + chance.below(30));
            "some hours pass"
        }
        1 => {
            site.clock_moves("days", 1 + chance.below(500));
            "many days pass"
        }
        2 | 3 if offers("Forny certifikat") => {
            person.renews_certificate();
            "renewed"
        }
        4 if offers("Spær certifikat") => {
            person.opens("/certifikat/spaer").press("Spær certifikat");
            "blocked"
        }
        _ if offers("Bestil certifikat") => {
            page.form("Bestil certifikat").tick("Jeg giver samtykke").submit();
            "ordered"
        }
        _ => "nothing",
    }
}

/// The operator blocks an employee NemID.
fn loses_nemid(site: &Site, name: &str) {
    let olga = site.operator();
    let page = olga.finds(&site.cpr_of(name)).follow("Spær hele NemID'et");
    olga.signs(&page.form("Næste").tick("Reglerne for NemID er ikke overholdt").submit());
}

/// A document that was signed and its receipt, as they were handed out.
fn signs(person: &Person<'_>) -> [Vec<u8>; 2] {
    const AUTHORITY: &str = "/tjenester/borgerportalen";
    person.logs_on_at(AUTHORITY);
    let text = person.browser.open(AUTHORITY).press("Ansøgning om parkeringslicens");
    let page = text.form("Næste").fill("Adgangskode", &person.password).submit();
    let key = person.key_for(&page);
    let receipt = page.form("Underskriv").fill("Nøgle", &key).submit();
    ["signed.xml", "receipt.pdf"].map(|file| person.browser.fetches(&format!("{}/{file}", receipt.path)).2)
}

/// Asks everybody about every certificate.
fn look(court: &Court<'_>, signed: &[Vec<u8>], seen: &mut BTreeSet<String>) {
    let site = court.site;
    let checked = on_pages(site);
    let blocked: BTreeSet<_> =
        checked.iter().filter(|(_, state)| *state == "spærret").map(|(serial, _)| serial.clone()).collect();
    assert_eq!(on_list(site), blocked, "the revocation list as a page");
    court.fetch("/crl/i.crl", "whole.crl");
    court.fetch("/crl/i/1.crl", "persons.crl");
    court.fetch(OF_ORGANISATIONS, "organisations.crl");
    assert_eq!(in_file(court, "whole.crl"), blocked);
    let of_organisations = |serial: &&String| serial.as_str() >= FIRST_OF_ORGANISATIONS;
    let (organisations, persons): (BTreeSet<_>, BTreeSet<_>) =
        blocked.iter().cloned().partition(|serial| of_organisations(&serial));
    assert_eq!(in_file(court, "persons.crl"), persons);
    assert_eq!(in_file(court, "organisations.crl"), organisations);
    let serials: Vec<_> = checked.keys().cloned().collect();
    for some in serials.chunks(AT_ONCE) {
        for (serial, answer) in answers(court, some) {
            assert_eq!(answer == "revoked", blocked.contains(&serial), "{serial}: {answer}");
            assert_ne!(answer, "unknown", "{serial}");
        }
    }
    let receiver = site.browser();
    for file in signed {
        let page = receiver.uploads("/valider", file);
        page.says("Underskriften er gyldig");
        let serial = serials.iter().find(|serial| page.body.contains(serial.as_str())).unwrap();
        page.says(&format!("Certifikatet er {}", checked[serial]));
        let (_, told) = api::post(site, "verify", &json!({ "file": BASE64_STANDARD.encode(file) }));
        let told = &told["signatures"][0]["certificate"];
        let state = match told["state"].as_str().unwrap() {
            "good" => "gyldigt",
            "blocked" => "spærret",
            "expired" => "udløbet",
            other => panic!("{other}"),
        };
        assert_eq!((told["serial"].as_str().unwrap(), state), (serial.as_str(), checked[serial].as_str()));
    }
    seen.extend(checked.into_values());
}

/// What the page says that checks one certificate.
fn on_pages(site: &Site) -> BTreeMap<String, String> {
    let serials: Vec<u32> = site.values(
        "SELECT serial FROM certificates UNION SELECT serial FROM past_certificates \
         UNION SELECT serial FROM organisation_certificates",
    );
    let receiver = site.browser();
    let says = |serial: u32| {
        let serial = format!("{serial:08X}");
        let text = receiver.open(&format!("/certifikat?serienummer={serial}")).text();
        let state = ["gyldigt", "spærret", "udløbet"].into_iter();
        let mut state = state.filter(|state| text.contains(&format!("Certifikatet er {state}")));
        let found = state.next().unwrap_or_else(|| panic!("{serial}: {text}")).to_owned();
        assert_eq!(state.next(), None);
        (serial, found)
    };
    serials.into_iter().map(says).collect()
}

/// The serial numbers on the revocation list, over all its pages.
fn on_list(site: &Site) -> BTreeSet<String> {
    let (receiver, mut found) = (site.browser(), BTreeSet::new());
    for side in 1.. {
        let page = receiver.open(&format!("/spaerreliste?side={side}"));
        let parts = page.body.split("/certifikat?serienummer=").skip(1);
        let before = found.len();
        found.extend(parts.map(|rest| rest[..8].to_owned()));
        if found.len() == before {
            break;
        }
    }
    found
}

/// The serial numbers in a list that programs fetch.
fn in_file(court: &Court<'_>, list: &str) -> BTreeSet<String> {
    let text = court.openssl(&format!("crl -inform DER -in {list} -CAfile i.pem -text -noout"));
    text.says("verify OK");
    let numbers = text.said.lines().filter_map(|line| line.trim().strip_prefix("Serial Number: "));
    numbers.map(str::to_owned).collect()
}

/// The answers about some certificates.
fn answers(court: &Court<'_>, serials: &[String]) -> Vec<(String, String)> {
    let asked = serials.iter().map(|serial| format!(" -serial 0x{serial}")).collect::<Vec<_>>().concat();
    court.openssl(&format!("ocsp -issuer i.pem{asked} -reqout question")).is_content();
    let kind = ContentType::new("application", "ocsp-request");
    court.keep("answer", &court.site.browser().asks("/ocsp", kind, &court.read("question")).2);
    let now = court.site.now().as_second();
    let told = court.openssl(&format!(
        "ocsp -no_nonce -issuer i.pem{asked} -reqin question -respin answer -CAfile primary.pem -verify_other i.pem \
         -attime {now}"
    ));
    told.says("Response verify OK");
    let answer = |serial: &String| {
        let line = told.said.lines().find_map(|line| line.strip_prefix(&format!("0x{serial}: ")));
        (serial.clone(), line.unwrap_or_else(|| panic!("{}", told.said)).trim().to_owned())
    };
    serials.iter().map(answer).collect()
}
