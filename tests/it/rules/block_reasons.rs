//! Rules 3.5.2, 3.5.3, 4.3: the reason that is chosen for a block is the one that the citizen is told, at whichever desk it
//! was chosen and wherever it is told.

use rules::actor::PlaceName;
use rules::nemid::event::Event;
use selvbetjening::web::language::Language;
use selvbetjening::web::wording::Wording;

use crate::site::Site;

/// Where a reason is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    Own,
    Unknown,
    Hotline,
    Counter,
    Bank,
    Operator,
}

use At::{Bank, Counter, Hotline, Operator, Own, Unknown};

/// One choice: where, of what, its words, and the words that follow from it in Danish and English.
type Row = (At, &'static str, &'static str, [&'static str; 2]);

const HOLDER_SUSPECTS: [&str; 2] = [
    "indehaverens mistanke om, at andre kender adgangskoden",
    "the holder's suspicion that others know the password",
];
const SUSPICION: [&str; 2] =
    ["mistanke om, at andre kender adgangskoden", "suspicion that others know the password"];
const WISH: [&str; 2] = ["indehaverens eget ønske", "the holder's own wish"];
const TRIES: [&str; 2] = ["for mange forkerte adgangskoder", "too many wrong passwords"];
const LOST: [&str; 2] = ["mistet nøglekort", "lost code card"];
const NEVER: [&str; 2] = ["nøglekort, der aldrig kom med posten", "code card that never came by post"];
const SEEN: [&str; 2] = ["nøgler, som andre kan have set", "codes that others may have seen"];
const LETTER: [&str; 2] =
    ["brev, der var åbnet eller beskadiget", "a letter that had been opened or damaged"];
const MISUSE: [&str; 2] = ["anden mistanke om misbrug", "another suspicion of misuse"];
const BREACH: [&str; 2] = ["brud på reglerne for NemID", "breach of the rules for NemID"];
const FALSE: [&str; 2] = ["forkerte oplysninger ved oprettelsen", "wrong information given when it was made"];

const ROWS: [Row; 36] = [
    (Own, "password", "Andre kender måske adgangskoden", HOLDER_SUSPECTS),
    (Own, "password", "Jeg vil ikke bruge den lige nu", WISH),
    (Own, "cards", "Jeg har mistet det", LOST),
    (Own, "cards", "Andre kan have set nøglerne", SEEN),
    (Own, "cards", "Brevet var åbnet eller beskadiget", LETTER),
    (Own, "cards", "Jeg har en anden mistanke om misbrug", MISUSE),
    (Unknown, "password", "Adgangskoden: Andre kender den måske", HOLDER_SUSPECTS),
    (Unknown, "password", "Adgangskoden: af en anden grund", WISH),
    (Unknown, "cards", "Nøglekort: mistet", LOST),
    (Unknown, "cards", "Nøglekort: Andre kan have set nøglerne", SEEN),
    (Unknown, "cards", "Nøglekort: Brevet var åbnet eller beskadiget", LETTER),
    (Unknown, "cards", "Nøglekort: anden mistanke om misbrug", MISUSE),
    (Hotline, "password", "Adgangskoden: Andre kender den måske", HOLDER_SUSPECTS),
    (Hotline, "cards", "Nøglekort: anden mistanke om misbrug", MISUSE),
    (Counter, "password", "Andre kender måske adgangskoden", HOLDER_SUSPECTS),
    (Counter, "password", "Borgeren ønsker det af en anden grund", WISH),
    (Counter, "cards", "Borgeren har mistet kortet", LOST),
    (Counter, "cards", "Kortet er ikke kommet med posten", NEVER),
    (Counter, "cards", "Andre kan have set nøglerne", SEEN),
    (Counter, "cards", "Brevet med kortet var åbnet eller beskadiget", LETTER),
    (Counter, "cards", "Anden mistanke om misbrug", MISUSE),
    (Bank, "password", "Kunden tror, at andre kender adgangskoden", HOLDER_SUSPECTS),
    (Bank, "password", "Mistanke om, at andre kender adgangskoden", SUSPICION),
    (Bank, "password", "Indehaveren har bedt om det", WISH),
    (Bank, "cards", "Mistet", LOST),
    (Bank, "cards", "Andre kan have set nøglerne", SEEN),
    (Bank, "cards", "Brevet var åbnet eller beskadiget", LETTER),
    (Bank, "cards", "Anden mistanke om misbrug", MISUSE),
    (Operator, "password", "Mistanke om, at andre kender adgangskoden", SUSPICION),
    (Operator, "password", "Tastet forkert for mange gange", TRIES),
    (Operator, "cards", "Andre kan have set nøglerne", SEEN),
    (Operator, "cards", "Anden mistanke om misbrug", MISUSE),
    (Operator, "certificate", "Reglerne for NemID er ikke overholdt", BREACH),
    (Operator, "certificate", "Indehaveren har bedt om det", WISH),
    (Operator, "nemid", "Reglerne for NemID er ikke overholdt", BREACH),
    (Operator, "nemid", "Forkerte oplysninger ved oprettelsen", FALSE),
];

/// Somebody whom all of them can help: public, in use, with an agreement with a bank.
const WHO: &str = "Stine Udsen";

fn blocks(site: &Site, (at, what, words, _): Row) {
    let stine = site.named(WHO);
    let card = site.public_nemid_of(WHO).active_card().unwrap().number.to_string();
    let button = |what: &str| match what {
        "password" => "Spær adgangskode",
        "cards" => "Spær nøglekort",
        "certificate" => "Spær certifikat",
        _ => "Spær hele NemID'et",
    };
    match (at, what) {
        (Own, "password") => {
            stine.logs_on();
            let page = stine.browser.open("/selvbetjening/adgangskode/spaer");
            page.form("Spær adgangskode").tick(words).submit();
        }
        (Own, _) => {
            stine.logs_on();
            let page = stine.browser.open("/selvbetjening/noeglekort/spaer");
            page.form("Spær").tamper("cards", &card).tick(words).submit();
        }
        (Unknown | Hotline, _) => {
            let (path, button) =
                if at == Hotline { ("/kontrolrum/hotline", "Ring og spær") } else { ("/spaer", "Spær nu") };
            let browser = site.browser();
            let form = browser.open(path).form(button).fill("Navn", WHO).tick(words);
            form.fill("CPR-nummer", &stine.cpr).submit();
        }
        (Counter, "password") => {
            let desk = site.desk();
            let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", &stine);
            desk.signs(&page.form("Næste").tick(words).tick("Send en til").submit());
        }
        (Counter, _) => {
            let desk = site.desk();
            let page = desk.maintains("/ra/vedligehold/spaer-noeglekort", &stine);
            desk.signs(&page.form("OK").tick(&card).tick(words).submit());
        }
        (Bank | Operator, _) => {
            let desk = if at == Bank { site.clerk("hedebanken") } else { site.operator() };
            let page = desk.finds(&stine.cpr).follow(button(what));
            desk.signs(&page.form("Næste").tick(words).submit());
        }
    }
}

/// Everything that tells of the block, each with what it is.
fn told(site: &Site, what: &str) -> Vec<(&'static str, Language, String)> {
    let nemid = site.public_nemid_of(WHO);
    let place = |_: &PlaceName| "Fjordbanken".to_owned();
    let log = site.log_of(&nemid);
    let of_it = |event: &Event| match event {
        Event::PasswordBlocked { .. } => what == "password",
        Event::CardBlocked { .. } => what == "cards",
        Event::CertificateBlocked { .. } => what == "certificate",
        Event::NemIdBlocked { .. } => what == "nemid",
        _ => false,
    };
    let event = &log.iter().find(|entry| of_it(&entry.event)).expect("a block in the log").event;
    let mut told: Vec<_> = Language::ALL
        .into_iter()
        .map(|language| ("log", language, Wording { language, place: &place }.event(event)))
        .collect();
    let stine = site.named(WHO);
    for message in site.world(&format!("persons/{}/messages", stine.cpr)).as_array().unwrap() {
        let (subject, text) =
            (message["subject"].as_str().unwrap_or_default(), message["text"].as_str().unwrap());
        if text.contains("Årsag: ") {
            told.push(("mail", Language::Da, format!("{subject}\n{text}")));
        }
    }
    // What comes by post lies in the letter box two weeks later.
    site.clock_moves("days", 14);
    for letter in stine.letters().iter().filter(|one| one["kind"] == "notice" && one["state"] == "delivered")
    {
        let letter = site.change_world(&format!("letters/{}/open", letter["id"]), "{}");
        told.push(("letter", Language::Da, letter.to_string()));
    }
    let olga = site.operator();
    let found = olga.finds(&stine.cpr);
    told.push(("desk", Language::Da, found.text()));
    let found = olga.person.browser.open(&format!("/sprog/en?til={}", found.path));
    told.push(("desk", Language::En, found.text()));
    told
}

#[test]
fn what_is_chosen_at_a_desk_is_what_the_citizen_is_told() {
    for row in ROWS {
        let (_, what, _, phrases) = row;
        let site = Site::filled();
        blocks(&site, row);
        let told = told(&site, what);
        for place in ["log", "desk"] {
            assert!(told.iter().filter(|(kind, ..)| *kind == place).count() == 2, "{row:?}: {told:#?}");
        }
        assert!(told.iter().any(|(kind, ..)| matches!(*kind, "mail" | "letter")), "{row:?}: {told:#?}");
        for (place, language, text) in &told {
            let phrase = phrases[usize::from(*language == Language::En)];
            // One phrase may be the end of another, so that it has to begin the sentence.
            let begun = text.match_indices(phrase).any(|(at, _)| {
                let before = text[..at].trim_end_matches(['"', '(']).trim_end();
                before.ends_with([':', ',', '.']) || before.ends_with("Årsag") || before.ends_with("Reason")
            });
            assert!(begun, "{row:?} in {place} ({language:?}) is not told {phrase:?}: {text}");
        }
    }
}
