//! Rules 4: a person may have one NemID for the netbank and another for the public digital signature.

use crate::guide::desk::ORDER;
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
