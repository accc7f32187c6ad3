//! The control room as people see it: every page in both languages, letters from sealed to read, clock and
//! stock.

use rocket::http::{ContentType, Status};

use crate::site::Site;

#[test]
fn everybody_stands_under_the_section_of_their_problem() {
    let site = Site::filled();
    let browser = site.browser();
    for language in ["da", "en"] {
        browser.open(&format!("/sprog/{language}?til=/kontrolrum"));
        for page in ["/kontrolrum", "/kontrolrum/personer", "/kontrolrum/ur", "/kontrolrum/kontorer"] {
            browser.open(page).is(Status::Ok).never_says("world-");
        }
        let persons = site.world("persons");
        for person in persons.as_array().unwrap() {
            let page = format!("/kontrolrum/personer/{}", person["cpr"].as_str().unwrap());
            browser.open(&page).is(Status::Ok).says(person["name"].as_str().unwrap()).never_says("world-");
        }
    }
    browser.open("/kontrolrum/personer/0101010000").is(Status::NotFound);
    browser.open("/kontrolrum/personer/abc").is(Status::NotFound);
}

#[test]
fn the_sections_stand_in_the_order_of_the_sources() {
    let site = Site::filled();
    let persons = site.world("persons");
    let mut sections: Vec<_> =
        persons.as_array().unwrap().iter().filter_map(|one| one["section"].as_str()).collect();
    sections.dedup();
    let rules: Vec<_> = sections.iter().filter_map(|one| one.strip_prefix("Rules ")).collect();
    assert_eq!(rules[..3], ["2", "3.1", "3.4"]);
    let at = |section: &str| rules.iter().position(|one| *one == section).unwrap();
    assert!(at("3.7") < at("3.10") && at("3.10") < at("4"), "{rules:?}");
    assert_eq!(sections.len(), 30, "each section once: {sections:?}");
}

#[test]
fn a_letter_is_opened_read_and_taken_as_pdf() {
    let site = Site::filled();
    let browser = site.browser();
    let anna = browser.open("/kontrolrum").follow("Anna Bøgh");
    anna.says("Forseglet");
    let letter = anna.press("Åbn PIN-brev");
    letter.is(Status::Ok).says("Midlertidig adgangskode").says("Brev til Anna Bøgh");
    let pdf = browser.open(&format!("{}/brev.pdf", letter.path));
    assert_eq!((pdf.status, pdf.kind.clone()), (Status::Ok, Some(ContentType::PDF)));
    assert!(pdf.body.starts_with("%PDF"));
    let card = browser.open("/kontrolrum").follow("Anna Bøgh").press("Åbn nøglekort");
    card.is(Status::Ok);
    assert_eq!(card.html().select(&crate::browser::select(".key-card tbody tr")).count(), 148);
    assert_eq!(card.html().select(&crate::browser::select(".key-card table")).count(), 4);
    let held = browser.open("/kontrolrum").follow("Anna Bøgh").follow("Se kortet");
    held.is(Status::Ok).says("Nøglekort");
    let sealed = site.world("persons");
    let bent = sealed.as_array().unwrap().iter().find(|one| one["name"] == "Bent Dalgaard").unwrap();
    let letters = site.world(&format!("persons/{}/letters", bent["cpr"].as_str().unwrap()));
    browser.open(&format!("/kontrolrum/breve/{}", letters[0]["id"])).is(Status::NotFound);
}

#[test]
fn the_clock_is_moved_by_button_by_steps_and_to_a_day() {
    let site = Site::filled();
    let browser = site.browser();
    browser
        .open("/kontrolrum")
        .says("4. marts 2019 kl. 9.00")
        .press("8 timer")
        .says("4. marts 2019 kl. 17.00");
    let clock = browser.open("/kontrolrum/ur");
    let moved = clock.form("Stil uret frem").fill("Antal", "2").choose("Enhed", "Hverdage").submit();
    moved.says("6. marts 2019 kl. 17.00");
    let refused = moved.form("Stil uret frem").fill("Antal", "mange").submit();
    refused.is(Status::UnprocessableEntity).says("Skriv et helt tal");
    let to = browser.open("/kontrolrum/ur").form("Stil uret til tidspunktet");
    to.fill_day("Dato", ["1", "4", "2019"])
        .fill("Klokkeslæt", "12:30")
        .submit()
        .says("1. april 2019 kl. 12.30");
    let to = browser.open("/kontrolrum/ur").form("Stil uret til tidspunktet");
    let to = to.fill_day("Dato", ["02", "04", "2019"]).fill("Klokkeslæt", "9.15");
    to.submit().says("2. april 2019 kl. 9.15");
    let to = browser.open("/kontrolrum/ur").form("Stil uret til tidspunktet");
    let one_text = to.without("date.").tamper("date", "2019-04-03").fill("Klokkeslæt", "9.15");
    one_text.submit().says("3. april 2019 kl. 9.15");
    let back = browser.open("/kontrolrum/ur").form("Stil uret til tidspunktet");
    let refused = back.clone().fill_day("Dato", ["1", "3", "2019"]).submit();
    refused.is(Status::UnprocessableEntity).says("kun stilles frem");
    for (day, fault, link) in [
        (["", "", ""], "Skriv dag, måned og år", "date.dag"),
        (["4", "", "2019"], "Skriv også måneden", "date.maaned"),
        (["4", "4", "19"], "Skriv året med fire cifre", "date.aar"),
        (["31", "4", "2019"], "findes ikke i måneden", "date.dag"),
    ] {
        let page = back.clone().fill_day("Dato", day).submit();
        page.is(Status::UnprocessableEntity).says(fault);
        assert!(page.body.contains(&format!("href=\"#{link}\"")), "{}", page.body);
        assert!(page.body.contains(&format!("value=\"{}\"", day[2])), "what was typed stays");
    }
}

#[test]
fn the_register_changes_and_the_hotline_answers() {
    let site = Site::filled();
    let browser = site.browser();
    let hanne = || browser.open("/kontrolrum").follow("Hanne Iversen");
    hanne().form("Skift navn").fill("Navn", "Hanne Krag").submit().says("Hanne Krag");
    let krag = || browser.open("/kontrolrum").follow("Hanne Krag");
    krag().form("Skift navn").fill("Navn", "").submit().is(Status::UnprocessableEntity);
    krag().form("Flyt").fill("Postnummer", "99").submit().is(Status::UnprocessableEntity);
    krag().form("Flyt").fill("Vej og nummer", "Nyvej 1").submit().says("Nyvej 1");
    krag().press("Få alle nøglekort spærret").is(Status::Ok).says("mistet nøglekort");
    krag().press("Få alle nøglekort spærret").is(Status::Conflict);
    krag().press("Få adgangskoden spærret").says("Adgangskode spærret");
    krag().follow("Registrér dødsfald").press("Registrér dødsfald").says("Død").says("Spærret");
}

#[test]
fn what_was_handed_out_is_opened_at_the_shelves() {
    let site = Site::filled();
    let browser = site.browser();
    let offices = browser.open("/kontrolrum/kontorer");
    offices.says("Borgerservice Fjordby").says("40 forseglede nøglekort").says("40 forseglede PIN-breve");
    offices.follow("Læs").is(Status::Ok);
    let sealed = site.world("offices")[0]["cards"][0].as_str().unwrap().to_owned();
    browser.open(&format!("/kontrolrum/kontorer/borgerservice-fjordby/{sealed}")).is(Status::NotFound);
}

#[test]
fn a_number_typed_in_another_way_leads_to_what_was_handed_out() {
    let site = Site::filled();
    let browser = site.browser();
    let offices = site.world("offices");
    let number = offices[0]["handed_out"]["cards"][0].as_str().unwrap();
    let (letter, digits) = number.split_at(1);
    let token = browser.open("/kontrolrum/ur").form("Stil uret frem").fields_of();
    let office = offices[0]["id"].as_str().unwrap();
    let path = format!("/kontrolrum/kontorer/{office}/{}%20{digits}/aabn", letter.to_lowercase());
    let there = browser.send(&path, &token);
    there.is(Status::Ok).says(number);
}

#[test]
fn nobody_calls_about_a_nemid_of_somebody_else() {
    let site = Site::filled();
    let browser = site.browser();
    let form = browser.open("/kontrolrum").follow("Hanne Iversen").form("Få alle nøglekort spærret");
    let hanne = site.person(|one| one["name"] == "Hanne Iversen");
    let number = hanne.nemid_number();
    let ida = site.person(|one| one["name"] == "Ida Krogh");
    let path = format!("/kontrolrum/personer/{}/ring/{number}/noeglekort", ida.cpr);
    browser.send(&path, &form.fields_of()).is(Status::Conflict);
    assert_eq!(hanne.open_cards().len(), 1);
}

#[test]
fn a_form_that_came_back_can_be_read_in_the_other_language() {
    let site = Site::filled();
    let browser = site.browser();
    let anna = browser.open("/kontrolrum").follow("Anna Bøgh");
    let refused = anna.form("Skift navn").fill("Navn", "").submit();
    refused.is(Status::UnprocessableEntity).says("Skriv navnet");
    let page = refused.follow("English");
    page.is(Status::Ok).says("Letter box");
    assert_eq!(page.path, anna.path, "the form was sent to an address that has no page");
    let refused = browser.open("/tjenester/fjordbanken").form("Next").submit();
    let page = refused.is(Status::UnprocessableEntity).follow("Dansk");
    page.is(Status::Ok).says("Bruger-id");
    assert_eq!(page.path, "/tjenester/fjordbanken");
}

#[test]
fn in_the_hour_that_occurs_twice_pages_say_which_and_a_typed_time_is_the_next_one() {
    let site = Site::filled();
    let browser = site.browser();
    site.change_world("clock", "{\"to\": \"2019-10-27T02:20:00+02:00\"}");
    browser.open("/kontrolrum/ur").says("27. oktober 2019 kl. 2.20 sommertid");
    let set = |time: &str| {
        let form = browser.open("/kontrolrum/ur").form("Stil uret til tidspunktet");
        form.fill_day("Dato", ["27", "10", "2019"]).fill("Klokkeslæt", time).submit()
    };
    set("02.30").is(Status::Ok);
    assert_eq!(site.now().to_string(), "2019-10-27T00:30:00Z");
    set("02.10").is(Status::Ok);
    assert_eq!(site.now().to_string(), "2019-10-27T01:10:00Z", "02.10 summer time is over");
    browser.open("/kontrolrum/ur").says("27. oktober 2019 kl. 2.10 vintertid");
    set("02.40").is(Status::Ok);
    assert_eq!(site.now().to_string(), "2019-10-27T01:40:00Z");
    set("02.30").is(Status::UnprocessableEntity);
    let willy = site.named("Willy Åkjær");
    willy.logs_on();
    willy.browser.open("/selvbetjening/haendelseslog").says("27. oktober 2019 kl. 2.40 vintertid");
    let table = willy.browser.open("/selvbetjening/haendelseslog.csv").body;
    let newest = table.lines().nth(1).unwrap();
    assert!(newest.starts_with("\"2019-10-27 02:40:00\"") && newest.ends_with("\"UTC+01:00\""), "{newest}");
}
