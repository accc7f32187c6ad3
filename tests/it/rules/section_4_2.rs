//! Rules 4.2: a changed name is renewed within 30 days, or the certificate is blocked.

use crate::site::Site;

#[test]
fn a_name_that_is_renewed_in_time_stands_in_the_new_certificate() {
    let site = Site::filled();
    let rosa = site.named("Rosa Holm");
    rosa.logs_on();
    let page = rosa.browser.open("/selvbetjening/certifikat");
    page.says("Rosa Toft").says("Oplysningerne passer ikke længere");
    page.press("Forny certifikat");
    site.clock_moves("days", 25);
    let rosa = site.named("Rosa Holm");
    rosa.logs_on();
    rosa.browser.open("/selvbetjening/certifikat").says("Gyldigt").never_says("Rosa Toft");
}

#[test]
fn a_name_that_is_not_renewed_costs_the_certificate() {
    let site = Site::filled();
    site.clock_moves("days", 25);
    let rosa = site.named("Rosa Holm");
    rosa.logs_on();
    rosa.browser.open("/selvbetjening/certifikat").says("Spærret").says("Bestil nyt certifikat");
    rosa.browser.open("/selvbetjening/haendelseslog").says("blev spærret");
    let told = site.world(&format!("persons/{}/messages", rosa.cpr)).to_string();
    assert!(told.contains("spærret"), "she is told why: {told}");
}
