//! Rules 4: whoever wants it has one NemID for the netbank and another for the public digital signature.

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
