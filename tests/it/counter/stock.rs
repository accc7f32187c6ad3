//! The shelves: what lies there, what was handed out, to which NemID; each office sees its own.

use super::employees::administrator;
use crate::guide::desk::HAND_OUT_CARD;
use crate::site::Site;

#[test]
fn what_is_handed_out_moves_from_the_shelf_to_the_list() {
    let site = Site::filled();
    let (desk, ida) = (site.desk(), site.named("Ida Krogh"));
    let (card, left) = (desk.card(), desk.shelf()["cards"].as_array().unwrap().len());
    let before = desk.officer.browser.open("/ra/lager");
    before.says(&card).says(&format!("Nøglekort ({left})"));
    let page = desk.maintains(HAND_OUT_CARD, &ida).form("Næste").fill("Nøglekortnummer", &card).submit();
    desk.signs(&page);
    let after = desk.officer.browser.open("/ra/lager");
    after.says(&format!("Nøglekort ({})", left - 1)).says(&format!("{card} Nøglekort"));
    after.says(&ida.nemid_number()).never_says("Skattecenter Engelsted");
    administrator(&site).browser.open("/ra/lager").says("Borgerservice Fjordby").says("Skattecenter Engelsted");
}
