//! Rules 4.3: letters go to the registered address, else to the one that its holder has stated; without either nothing
//! can be posted, and the pages say what to do instead (D29).

use rocket::http::Status;
use serde_json::{Value, json};

use crate::people::Person;
use crate::site::Site;
use crate::world::api;

/// Orders a card in Selvbetjening.
fn orders_card(person: &Person<'_>) {
    person.logs_on();
    person
        .browser
        .open("/selvbetjening/noeglekort")
        .press("Bestil nøglekort")
        .says("Vi sender det til din adresse");
}

/// What is printed above the text of the newest letter.
fn recipient(person: &Person<'_>) -> String {
    let id = person.opens_letter("key_card")["id"].clone();
    person.site.browser().open(&format!("/kontrolrum/breve/{id}")).text()
}

#[test]
fn without_a_registered_address_letters_go_to_the_stated_one() {
    let site = Site::filled();
    let curt = site.named("Curt Fonnesbech");
    orders_card(&curt);
    curt.browser.open("/selvbetjening").says("Ingen folkeregisteradresse").says("c/o Fonnesbech Lund");
    site.clock_moves("working_days", 3);
    site.clock_moves("hours", 1);
    let letter = recipient(&curt);
    assert!(
        letter.contains("c/o Fonnesbech Lund, Møllevej 6") && letter.contains("9870 Fjordby"),
        "{letter}"
    );
}

#[test]
fn a_letter_abroad_is_eight_working_days_under_way_and_names_the_country() {
    let site = Site::filled();
    let dagny = site.named("Dagny Grauballe");
    orders_card(&dagny);
    assert_eq!(dagny.letters()[0]["arrives"], "2019-03-14T09:00:00Z");
    let page = dagny.browser.open("/selvbetjening/noeglekort");
    page.says("14. marts 2019");
    site.clock_moves("working_days", 7);
    assert_eq!(dagny.letters()[0]["state"], "in_transit");
    site.clock_moves("working_days", 1);
    site.clock_moves("hours", 1);
    let letter = recipient(&dagny);
    assert!(letter.contains("5015 Bergen") && letter.contains("NORGE"), "{letter}");
}

/// The citizen moves to another country, and states the address there.
fn moves_abroad(site: &Site, cpr: &str) {
    assert_eq!(api::delete(site, &format!("persons/{cpr}/address")).0, Status::Ok);
    let abroad = json!({ "street": "Via Roma 5", "town": "Roma", "country": "Italien" });
    assert_eq!(api::post(site, &format!("persons/{cpr}/stated-address"), &abroad).0, Status::Ok);
}

#[test]
fn what_is_in_the_post_comes_on_the_day_that_was_told_wherever_its_holder_moves() {
    let site = Site::filled();
    let (hanne, dagny, olga) = (site.named("Hanne Iversen"), site.named("Dagny Grauballe"), site.operator());
    let told = "torsdag den 7. marts";
    for (who, day) in [(&hanne, told), (&dagny, "torsdag den 14. marts")] {
        let form =
            who.browser.open("/mistet-noeglekort").form("Spær nøglekort").fill("Bruger-id", &who.user_id);
        let form = form.fill("Adgangskode", &who.password).tick("Send et nyt nøglekort");
        form.submit().says(&format!("Det kommer med posten {day}"));
    }
    let browser = site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre");
    form.fill("Navn", &hanne.name).fill("CPR-nummer", &hanne.cpr).submit();
    olga.finds(&hanne.cpr).says(&format!("ventes {told}"));
    olga.finds(&dagny.cpr).says("torsdag den 14. marts");

    moves_abroad(&site, &hanne.cpr);
    let home = json!({ "street": "Torvet 1", "postcode": "8760", "town": "Engelsted" });
    site.change_world(&format!("persons/{}/address", dagny.cpr), &home.to_string());
    let page = olga.finds(&hanne.cpr);
    page.says(&format!("ventes {told}")).never_says("14. marts");
    assert_eq!(page.text().matches(told).count(), 2, "card and PIN letter: {}", page.text());
    olga.finds(&dagny.cpr).says("torsdag den 14. marts").never_says(told);
    for (who, day) in [(&hanne, "2019-03-07T09:00:00Z"), (&dagny, "2019-03-14T09:00:00Z")] {
        let letters = who.letters();
        let card = letters.iter().find(|one| one["kind"] == "key_card" && one["state"] == "in_transit");
        assert_eq!(card.unwrap()["arrives"], day);
    }
    // What is ordered from now on goes where they live now.
    let browser = site.browser();
    let form = browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre");
    form.fill("Navn", &dagny.name).fill("CPR-nummer", &dagny.cpr).submit();
    olga.finds(&dagny.cpr).says(told).says("torsdag den 14. marts");
}

#[test]
fn the_registered_address_counts_whatever_was_stated() {
    let site = Site::filled();
    let curt = site.named("Curt Fonnesbech");
    let address = json!({ "street": "Torvet 1", "postcode": "8760", "town": "Engelsted" });
    let told = site.change_world(&format!("persons/{}/address", curt.cpr), &address.to_string());
    assert_eq!((&told["street"], &told["stated_address"]["town"]), (&json!("Torvet 1"), &json!("Fjordby")));
    orders_card(&curt);
    site.clock_moves("working_days", 3);
    site.clock_moves("hours", 1);
    assert!(recipient(&curt).contains("Torvet 1"));
}

#[test]
fn to_who_has_no_address_nothing_is_posted_and_pages_say_what_to_do() {
    let site = Site::filled();
    let (esben, desk) = (site.named("Esben Hjorth"), site.desk());
    let before = esben.letters().len();
    let page = desk.serves("/ra/vedligehold/udlever-noeglekort", &esben, &["Pas"]);
    page.says("Der er ingen adresse at sende breve til");
    site.operator().finds(&esben.cpr).says("Ingen adresse");
    let without_photo = ["Sundhedskort", "Bopælsattest"];
    let page = desk.serves("/ra/vedligehold/udlever-noeglekort", &esben, &without_photo);
    page.form("Næste").submit().says("Der kan ikke sendes noget");

    let card = desk.card();
    let page = desk.maintains("/ra/vedligehold/udlever-noeglekort", &esben);
    desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    desk.opened(&card);
    let page = esben.types_password("/log-paa", &esben.password);
    let page = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    let key = esben.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit();
    let page = esben.browser.open("/selvbetjening");
    page.says("Vi kender ingen adresse").never_says("besked til dig kommer med posten");
    esben.browser.open("/selvbetjening/kontakt").says("Oplys eller ret den hos hotlinen");
    esben.browser.open("/selvbetjening/noeglekort").says("Der kan ikke sendes noget");
    let page = esben.browser.open("/selvbetjening/adgangskode/spaer");
    page.says("Få en udleveret i borgerservice").never_says("Send mig ikke");
    let page = page.form("Spær adgangskode").tick("Andre kender måske adgangskoden").submit();
    page.says("Vi kender ingen adresse, så der kommer ikke noget brev");
    assert_eq!(esben.state(), "password_blocked");
    assert_eq!(esben.letters().len(), before, "not even a notice");
    let digits = desk.issues(&esben, "Midlertidig kode til låst adgangskode");
    assert_eq!(digits.len(), 6, "the counter hands one out");
}

#[test]
fn the_counter_blocks_without_a_letter_and_a_page_without_log_on_says_what_holds_for_everybody() {
    let site = Site::filled();
    let (desk, esben, curt) = (site.desk(), site.named("Esben Hjorth"), site.named("Curt Fonnesbech"));
    let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", &esben);
    page.says("Borgeren har ingen adresse").never_says("Send en til borgerens adresse");
    let read = page.form("Næste").tick("Andre kender måske adgangskoden").submit();
    read.says("Der sendes ingen midlertidig adgangskode");
    desk.signs(&read);
    let stops = |name: &str, cpr: &str| {
        let browser = site.browser();
        let page = browser.open("/spaer");
        let form = page.form("Spær nu").tick("Adgangskoden: Andre");
        form.fill("Navn", name).fill("CPR-nummer", cpr).submit().text()
    };
    assert_eq!(stops("Esben Hjorth", &esben.cpr), stops("Curt Fonnesbech", &curt.cpr));
    assert_eq!(curt.letters()[0]["kind"], "pin_letter");
}

#[test]
fn a_person_in_the_control_room_moves_away_and_states_an_address() {
    let site = Site::filled();
    let (hanne, browser) = (site.named("Hanne Iversen"), site.browser());
    let page = || browser.open(&format!("/kontrolrum/personer/{}", hanne.cpr));
    let state = |street: &str, postcode: &str, town: &str, country: &str| {
        let form = page().form("Oplys adressen");
        let form = form.tamper("stated_street", street).tamper("stated_postcode", postcode);
        form.tamper("stated_town", town).tamper("country", country).submit()
    };
    page().press("Fjern folkeregisteradressen").says("Ingen").never_says("Rosenvej 5");
    for (sent, why) in [
        (["", "1000", "Roma", ""], "Skriv vej og nummer"),
        (["Via Roma 5", "", "Roma", ""], "Skriv postnummeret"),
        (["Via Roma 5", "00184", "Roma", ""], "Et dansk postnummer har fire cifre"),
        (["Via Roma 5", "", "", "Italien"], "Skriv byens navn"),
        (["Via Roma 5", "", "Roma", "39"], "Skriv landet"),
        (["Via Roma 5", "", "Roma", "Ιταλία 日本"], "landets navn"),
    ] {
        let [street, postcode, town, country] = sent;
        state(street, postcode, town, country).is(Status::UnprocessableEntity).says(why);
        assert_eq!(hanne.as_listed()["stated_address"], Value::Null);
    }
    state("Via Roma 5", "00184", "Roma", "Italien").says("00184 Roma").says("ITALIEN");
    let told = hanne.as_listed();
    assert_eq!(told["street"], Value::Null);
    assert_eq!(
        told["stated_address"],
        json!({ "street": "Via Roma 5", "town": "00184 Roma", "country": "Italien" })
    );
    page().press("Glem den oplyste adresse").never_says("ITALIEN");
}

#[test]
fn programs_do_the_same() {
    let site = Site::filled();
    let cpr = site.cpr_of("Hanne Iversen");
    let at = |what: &str| format!("persons/{cpr}/{what}");
    let (status, told) = api::delete(&site, &at("address"));
    assert_eq!((status, &told["street"], &told["postcode"]), (Status::Ok, &Value::Null, &Value::Null));
    for (body, code) in [
        (json!({ "street": "Nygade 1", "town": "Ribe" }), "postcode_shape"),
        (json!({ "street": "Nygade 1", "postcode": "6760", "town": "" }), "town_shape"),
        (json!({ "street": "", "town": "Roma", "country": "Italien" }), "street_shape"),
        (json!({ "street": "Via Roma 5", "town": "Roma", "country": "1" }), "country_shape"),
    ] {
        let (status, told) = api::post(&site, &at("stated-address"), &body);
        assert_eq!((status, told["error"].as_str()), (Status::UnprocessableEntity, Some(code)), "{body}");
    }
    let stated = json!({ "street": "Nygade 1", "postcode": "6760", "town": "Ribe" });
    assert_eq!(api::post(&site, &at("stated-address"), &stated).1["stated_address"], stated);
    let (status, told) = api::delete(&site, &at("stated-address"));
    assert_eq!((status, &told["stated_address"]), (Status::Ok, &Value::Null));
}
