//! Rules 4.2: the certificate is renewed within 30 days of a changed name or e-mail address, or it is
//! blocked.

use rules::nemid::certificate::CertificateState;
use rules::words::Email;

use crate::site::Site;

#[test]
fn a_name_that_is_renewed_in_time_stands_in_the_new_certificate() {
    let site = Site::filled();
    let rosa = site.named("Rosa Holm");
    let told = rosa.logs_on_at("/tjenester/borgerportalen");
    told.says("Rosa Toft").never_says("Rosa Holm");
    rosa.logs_on();
    let page = rosa.browser.open("/selvbetjening/certifikat");
    page.says("Rosa Toft").says("Oplysningerne passer ikke længere");
    rosa.renews_certificate();
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

/// She changes her e-mail address herself, and is told what follows from it.
fn changes_her_address(site: &Site) {
    let stine = site.named("Stine Udsen");
    stine.logs_on();
    let form = stine.browser.open("/selvbetjening/kontakt").form("Gem").fill("Adgangskode", &stine.password);
    form.fill("E-mail", "stine@nyt.example").submit().says("Dine kontaktoplysninger er gemt");
    let page = stine.browser.open("/selvbetjening/certifikat");
    page.says("Oplysningerne passer ikke længere").says("3. april 2019");
    stine.was_told("stine@nyt.example", "passer ikke længere");
}

#[test]
fn a_name_has_its_own_thirty_days_when_the_address_is_right_again() {
    let site = Site::filled();
    changes_her_address(&site);
    site.clock_moves("days", 28);
    let stine = site.named("Stine Udsen");
    site.change_world(&format!("persons/{}/name", stine.cpr), "{\"name\": \"Stine Vang\"}");
    stine.was_told("stine@nyt.example", "navnet i dit certifikat");
    stine.logs_on();
    let form = stine.browser.open("/selvbetjening/kontakt").form("Gem").fill("Adgangskode", &stine.password);
    form.fill("E-mail", "stine@udsen.example").submit().says("Dine kontaktoplysninger er gemt");
    stine
        .browser
        .open("/selvbetjening/certifikat")
        .says("spærret den")
        .says("1. maj 2019")
        .never_says("3. april");
    let log = stine.browser.open("/selvbetjening/haendelseslog");
    log.says("E-mailadressen i certifikat").says("Navnet i certifikat").says("passer igen");

    let valid = || site.public_nemid_of("Stine Vang").valid_certificate(site.now()).is_some();
    site.clock_moves("days", 29);
    assert!(valid(), "on 30 April");
    site.clock_moves("days", 1);
    assert!(valid(), "the 30 days are over to the hour");
    site.clock_moves("hours", 1);
    assert!(!valid());
    let stine = site.named("Stine Vang");
    stine.logs_on();
    stine.browser.open("/selvbetjening/haendelseslog").says("1. maj 2019");
}

#[test]
fn the_day_that_the_page_tells_is_the_day_on_which_it_is_blocked() {
    let site = Site::filled();
    let rosa = site.named("Rosa Holm");
    rosa.logs_on();
    rosa.browser.open("/selvbetjening/certifikat").says("bliver det spærret den 24. marts 2019");
    site.clock_moves("days", 19);
    assert!(site.public_nemid_of("Rosa Holm").valid_certificate(site.now()).is_some(), "23 March, 9.00");
    site.clock_moves("days", 1);
    site.clock_moves("hours", 4);
    let nemid = site.public_nemid_of("Rosa Holm");
    let CertificateState::Blocked(block) = &nemid.certificate().unwrap().state else { panic!("{nemid:?}") };
    assert_eq!(rules::calendar::danish_date(block.at), jiff::civil::date(2019, 3, 24));
}

#[test]
fn an_address_that_is_renewed_on_the_last_day_stands_in_the_new_certificate() {
    let site = Site::filled();
    changes_her_address(&site);
    site.clock_moves("days", 30);
    let stine = site.named("Stine Udsen");
    stine.logs_on();
    stine.renews_certificate().says("Dit certifikat er fornyet");
    let nemid = site.public_nemid_of("Stine Udsen");
    let renewed = nemid.valid_certificate(site.now()).expect("a valid one");
    assert_eq!(renewed.email.as_ref().map(Email::as_str), Some("stine@nyt.example"));
    site.clock_moves("days", 2);
    assert!(site.public_nemid_of("Stine Udsen").valid_certificate(site.now()).is_some());
}

#[test]
fn an_address_that_is_not_renewed_costs_the_certificate_the_night_after() {
    let site = Site::filled();
    changes_her_address(&site);
    site.clock_moves("days", 30);
    assert!(site.public_nemid_of("Stine Udsen").valid_certificate(site.now()).is_some());
    site.clock_moves("days", 1);
    let nemid = site.public_nemid_of("Stine Udsen");
    assert!(nemid.valid_certificate(site.now()).is_none());
    let stine = site.named("Stine Udsen");
    stine.was_told("stine@nyt.example", "Dit certifikat er spærret");
    assert!(stine.letters().iter().any(|one| one["kind"] == "notice"), "and by letter (Rules 4.3)");
}
