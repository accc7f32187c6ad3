//! Letters say what they are for, until when, and stay as they were written.

use rocket::http::Status;
use serde_json::{Value, json};

use crate::people::Person;
use crate::site::Site;

const UNLOCK: &str = "Midlertidig kode til låst adgangskode";
const RESET: &str = "Nulstil ved glemt adgangskode";

fn letter(person: &Person<'_>, kind: &str) -> Value {
    person.letters().into_iter().find(|one| one["kind"] == kind).unwrap()
}

fn read(person: &Person<'_>, letter: &Value) -> Value {
    person.site.change_world(&format!("letters/{}/open", letter["id"]), "{}")
}

#[test]
fn a_letter_stays_as_it_was_written_and_goes_where_it_was_sent() {
    let site = Site::filled();
    let lise = site.named("Lise Mørk");
    let home = lise.as_listed();
    site.change_world(&format!("persons/{}/name", lise.cpr), "{\"name\": \"Lise Ny-Navnesen\"}");
    let address = json!({ "street": "Helt Nyvej 99", "postcode": "8760", "town": "Engelsted" });
    site.change_world(&format!("persons/{}/address", lise.cpr), &address.to_string());
    site.clock_moves("working_days", 5);
    for kind in ["welcome", "key_card", "pin_letter"] {
        let letter = letter(&lise, kind);
        let told = read(&lise, &letter);
        assert!(told["text"].as_str().unwrap().contains("Kære Lise Mørk"), "{told}");
        let page = lise.browser.open(&format!("/kontrolrum/breve/{}", letter["id"]));
        page.says("Brev til Lise Mørk").says(home["street"].as_str().unwrap());
        page.never_says("Helt Nyvej").never_says("Ny-Navnesen\n8760");
    }
}

#[test]
fn a_letter_bears_a_name_of_34_characters_at_most() {
    for (whole, borne) in [
        ("Wilhelmina Alexandra Konstantinopolitanska", "Wilhelmina A Konstantinopolitanska"),
        ("Anna Marie Kirstine Vestergaard Bo", "Anna Marie Kirstine Vestergaard Bo"),
    ] {
        let site = Site::filled();
        let somebody = site.somebody_active();
        let body = json!({ "name": whole }).to_string();
        site.change_world(&format!("persons/{}/name", somebody.cpr), &body);
        let form = somebody.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: af en anden grund");
        form.fill("Navn", whole).fill("CPR-nummer", &somebody.cpr).submit().says("spærret");
        site.clock_moves("working_days", 5);
        let told = read(&somebody, &letter(&somebody, "pin_letter"));
        assert!(told["text"].as_str().unwrap().contains(&format!("Kære {borne}")), "{told}");
        let page = somebody.browser.open(&format!("/kontrolrum/breve/{}", told["id"]));
        page.says(borne);
    }
}

#[test]
fn a_letter_says_what_it_is_for_in_the_words_of_the_front_page() {
    let site = Site::filled();
    let (desk, anna, rikke) = (site.desk(), site.named("Anna Bøgh"), site.named("Rikke Søndergaard"));
    let purpose = |person: &Person<'_>, kind: &str| letter(person, kind)["purpose"].clone();
    for (kind, expected) in [("welcome", "activate"), ("key_card", "first_card"), ("pin_letter", "activate")]
    {
        assert_eq!(purpose(&anna, kind), expected, "{kind}");
    }
    let front = anna.browser.open("/").text();
    let names_a_button = |text: &str| {
        let quoted =
            text.split('»').skip(1).map(|rest| rest.split('»').next().unwrap().split('«').next().unwrap());
        quoted.for_each(|button| assert!(front.contains(button), "»{button}« is not on the front page"));
    };
    let first = read(&anna, &letter(&anna, "pin_letter"));
    let text = first["text"].as_str().unwrap();
    assert!(
        text.contains("aktiverer du dit nye NemID") && text.contains("»Aktivér dit nye NemID«"),
        "{text}"
    );
    names_a_button(text);
    names_a_button(read(&anna, &letter(&anna, "welcome"))["text"].as_str().unwrap());

    desk.issues(&rikke, RESET);
    assert_eq!(purpose(&rikke, "pin_letter"), "reset");
    let reset = read(&rikke, &letter(&rikke, "pin_letter"));
    let text = reset["text"].as_str().unwrap();
    assert!(text.contains("er nulstillet") && text.contains("»Genåbn dit NemID«"), "{text}");
    names_a_button(text);
    let ulla = site.named("Ulla Vang");
    desk.issues(&ulla, UNLOCK);
    assert_eq!(purpose(&ulla, "pin_letter"), "unlock");
    assert!(read(&ulla, &letter(&ulla, "pin_letter"))["text"].as_str().unwrap().contains("du husker"));

    // One from a bank names the bank's own button.
    let regitze = site.named("Regitze Toft");
    let text = read(&regitze, &letter(&regitze, "pin_letter"))["text"].as_str().unwrap().to_owned();
    assert!(text.contains("netbanken hos Fjordbanken"), "{text}");
    let button = text.split('»').nth(1).unwrap().split('«').next().unwrap().to_owned();
    regitze.browser.open("/tjenester/fjordbanken").follow(&button).says("NemID-nummer");
}

#[test]
fn a_posted_extra_card_says_how_to_begin_with_it() {
    let site = Site::filled();
    let hanne = site.named("Hanne Iversen");
    hanne.logs_on();
    hanne.browser.open("/selvbetjening/noeglekort").press("Bestil nøglekort");
    site.clock_moves("working_days", 4);
    let sent = letter(&hanne, "key_card");
    assert_eq!(sent["purpose"], "extra_card");
    let text = read(&hanne, &sent)["text"].as_str().unwrap().to_owned();
    assert!(text.contains("ekstra nøglekort") && text.contains("»Brug et andet nøglekort«"), "{text}");
    let pdf = hanne.browser.open(&format!("/kontrolrum/breve/{}/brev.pdf", sent["id"]));
    assert!(pdf.is(Status::Ok).body.starts_with("%PDF"));
}

#[test]
fn a_letter_handed_over_can_be_read_as_the_citizen() {
    let site = Site::filled();
    let (desk, rikke) = (site.desk(), site.named("Rikke Søndergaard"));
    let digits = desk.issues(&rikke, RESET);
    let handed_over = letter(&rikke, "pin_letter");
    assert_eq!(
        (&handed_over["office"], &handed_over["state"]),
        (&json!("borgerservice-fjordby"), &json!("opened"))
    );
    let page = rikke.browser.open("/kontrolrum").follow("Rikke Søndergaard");
    page.says("Udleveret hos Borgerservice Fjordby").says("til genåbning efter Nulstil");
    let at = format!("/kontrolrum/breve/{}", handed_over["id"]);
    let letter = rikke.browser.open(&at);
    letter
        .says(&digits)
        .says("Kære Rikke Søndergaard")
        .says("tastet forkert tre gange")
        .says("til og med den 3. april 2019");
    assert!(rikke.browser.open(&format!("{at}/brev.pdf")).is(Status::Ok).body.starts_with("%PDF"));
    let told = read(&rikke, &handed_over);
    assert_eq!(
        (told["temporary_password"].as_str(), &told["purpose"]),
        (Some(digits.as_str()), &json!("reset"))
    );

    // On the shelf's page it is the same letter, opened once wherever it is opened.
    let shelf = rikke.browser.open("/kontrolrum/kontorer");
    let serial = told["serial"].as_str().unwrap();
    shelf.says(serial);
    assert_eq!(rikke.browser.open(&format!("/kontrolrum/kontorer/borgerservice-fjordby/{serial}")).path, at);
}

#[test]
fn the_letter_that_the_officer_prints_says_what_was_done() {
    let site = Site::filled();
    let desk = site.desk();
    let printed = |name: &str, action: &str| {
        let citizen = site.named(name);
        let page = desk.maintains(crate::guide::desk::TEMPORARY, &citizen);
        let form =
            page.form("Næste").choose("Handling", action).fill("Serienummer på PIN-brev", &desk.letter());
        let letter = desk.signs(&form.submit()).follow("Se og udskriv velkomstbrevet");
        letter.says(&citizen.nemid_number()).says("til og med den 3. april 2019 kl. 10.00");
        letter.text()
    };
    let reset = printed("Rikke Søndergaard", RESET);
    assert!(reset.contains("Sådan genåbner du dit NemID") && reset.contains("du har glemt"), "{reset}");
    let unlock = printed("Ulla Vang", UNLOCK);
    assert!(unlock.contains("»Genåbn dit NemID«") && unlock.contains("du husker"), "{unlock}");
    let first = printed("Anna Bøgh", "Genudsend midlertidig adgangskode");
    assert!(first.contains("Velkommen til NemID") && first.contains("»Aktivér dit nye NemID«"), "{first}");
}

#[test]
fn what_no_letter_can_print_is_refused_where_the_register_is_edited() {
    let site = Site::filled();
    let anna = site.named("Anna Bøgh");
    let path = format!("/api/world/persons/{}", anna.cpr);
    let refused = |what: &str, body: Value, code: &str| {
        let visit = anna.browser.post_json(&format!("{path}/{what}"), &body.to_string());
        assert_eq!(visit.status, Status::UnprocessableEntity, "{body}");
        assert!(visit.body.contains(code), "{}", visit.body);
    };
    refused("name", json!({ "name": "王小明" }), "name_not_printable");
    let address = |street: &str, town: &str| json!({ "street": street, "postcode": "9870", "town": town });
    refused("address", address("通り 1", "Fjordby"), "street_not_printable");
    refused("address", address("Nygade 1", "東京"), "town_not_printable");
    let page = anna.browser.open(&format!("/kontrolrum/personer/{}", anna.cpr));
    let again = page.form("Skift navn").fill("Navn", "Анна 王").submit();
    again.is(Status::UnprocessableEntity).says("kan ikke trykke alle tegn i navnet");
    assert!(again.body.contains("Анна 王"), "what was typed stays");
    assert_eq!(anna.as_listed()["name"], "Anna Bøgh");
}
