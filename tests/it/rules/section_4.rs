//! Rules 4: a person may have one NemID for the netbank and another for the public digital signature.

use rocket::http::Status;

use crate::browser::Visit;
use crate::guide::desk::ORDER;
use crate::people::Person;
use crate::site::Site;

#[test]
fn a_bank_customer_gets_a_second_nemid_for_the_public_and_keeps_the_first() {
    let site = Site::filled();
    let (desk, kirsten) = (site.desk(), site.named("Kirsten Munk"));
    let card = kirsten.open_cards().remove(0);
    let page = desk.serves(ORDER, &kirsten, &["Pas"]);
    let form = page.form("Næste").tick("Nyt NemID").fill("Nøglekortnummer", &desk.card());
    desk.signs(&form.submit());
    let listed = kirsten.as_listed();
    let nemids = listed["nemids"].as_array().unwrap();
    assert_eq!(nemids.len(), 2);
    let bank = nemids.iter().find(|one| one["issuer"] == "bank").unwrap();
    assert_eq!((&bank["state"], &bank["cards"][0]["number"]), (&"active".into(), &card.as_str().into()));
    assert!(nemids.iter().any(|one| one["issuer"] == "public" && one["state"] == "not_activated"));
}

#[test]
fn a_public_site_asks_who_has_two_for_the_one_with_the_certificate() {
    let site = Site::filled();
    let mut carsten = site.named("Carsten Duus");
    let listed = carsten.as_listed();
    let bank = listed["nemids"].as_array().unwrap().iter().find(|one| one["issuer"] == "bank").unwrap();
    carsten.user_id = bank["user_id"].as_str().unwrap().to_owned();
    carsten.password = bank["password"].as_str().unwrap().to_owned();
    let told = "det har dit andet NemID";
    carsten.logs_on_at("/tjenester/borgerportalen").says(told).never_says("bestil");
    let olga = site.operator();
    let page =
        olga.finds_nemid(site.public_nemid_of("Carsten Duus").number.as_str()).follow("Spær certifikat");
    olga.signs(&page.form("Næste").tick("Reglerne for NemID er ikke overholdt").submit());
    carsten.logs_on_at("/tjenester/borgerportalen").says("er kun til netbank").never_says(told);
}

/// Orders with the person's own particulars, as the form asks for them.
fn orders<'b, 's>(person: &'b Person<'s>, beside: bool) -> Visit<'b, 's> {
    let document = person.as_listed()["document_number"].as_str().unwrap().to_owned();
    let page = person.browser.open("/bestil");
    page.says("NemID fra din bank").says("Bestil offentlig digital signatur til det");
    let send = |page: &Visit<'b, 's>, beside: bool| {
        let form = page.form("Bestil").fill("Navn", &person.name).fill("CPR-nummer", &person.cpr);
        let form = form.fill("Pas- eller kørekortnummer", &document);
        if beside { form.tick("Jeg vil have et nyt NemID ved siden af").submit() } else { form.submit() }
    };
    let sent = send(&page, false);
    if beside { send(&sent, true) } else { sent }
}

#[test]
fn who_orders_alone_beside_a_banks_nemid_is_told_first_that_it_can_have_the_signature() {
    let site = Site::filled();
    let kirsten = site.named("Kirsten Munk");
    kirsten.browser.open("/bestil").never_says("ved siden af");
    let asked = orders(&kirsten, false);
    asked.is(Status::UnprocessableEntity).says("Du har allerede et NemID, for eksempel fra din bank");
    let number = kirsten.nemid_number();
    asked.says("bestil den under »Certifikat«").never_says(&number);
    assert!(asked.body.contains("<a href=\"#beside\">") && asked.body.contains("value=\"Kirsten Munk\""));
    assert_eq!(site.nemids_of("Kirsten Munk").len(), 1);

    orders(&kirsten, true).says("Dit NemID er bestilt");
    let theirs = site.nemids_of("Kirsten Munk");
    assert_eq!(theirs.len(), 2, "it is her choice (Rules 4)");
    orders(&kirsten, false).says("har allerede NemID").never_says("ved siden af");

    // A company's NemID can have no signature, and who has none is not asked (Guide 3.2.1).
    let lars = site.named("Lars Nygaard");
    orders(&lars, false).says("Dit NemID er bestilt");
}

#[test]
fn what_the_order_page_advises_instead_is_there() {
    let site = Site::filled();
    let kirsten = site.named("Kirsten Munk");
    kirsten.logs_on();
    let page = kirsten.browser.open("/bestil").follow("Bestil offentlig digital signatur til det");
    assert_eq!(page.path, "/selvbetjening/certifikat");
    page.form("Bestil certifikat").tick("Jeg").submit().says("Dit nye certifikat er klar");
    kirsten.logs_on_at("/tjenester/borgerportalen").says("Kirsten Munk");
    assert_eq!(site.nemids_of("Kirsten Munk").len(), 1);
}
