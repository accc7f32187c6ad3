//! The certificate: renewed, blocked, ordered again (Rules 4.1–4.4).

use rocket::http::Status;

use super::holder;
use crate::people::Person;
use crate::site::Site;

#[test]
fn an_outdated_one_is_renewed_with_todays_name_and_the_same_pid() {
    let site = Site::filled();
    let rosa = holder(&site, "Rosa Holm");
    let before = rosa.nemid();
    let page = rosa.opens("/certifikat");
    page.says("Rosa Toft").says("Oplysningerne passer ikke længere");
    rosa.renews_certificate().says("Dit certifikat er fornyet").never_says("Rosa Toft");
    let after = rosa.nemid();
    assert_eq!(after.certificates.len(), before.certificates.len() + 1);
    let new = after.valid_certificate(site.now()).unwrap();
    assert_eq!(new.name.as_str(), "Rosa Holm");
    assert_eq!(new.pid, before.certificate().unwrap().pid);
}

#[test]
fn it_is_blocked_for_good_and_ordered_anew_with_consent() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let pid = willy.nemid().certificate().unwrap().pid;
    let page = willy.opens("/certifikat").follow("Spær certifikat");
    page.press("Spær certifikat").says("Dit certifikat er spærret og kommer på spærrelisten");
    assert!(willy.nemid().valid_certificate(site.now()).is_none());
    willy.was_told("", "Dit certifikat er spærret");
    assert!(!willy.is_logged_off());

    let page = willy.opens("/certifikat");
    page.press("Bestil certifikat").is(Status::UnprocessableEntity).says("samtykke");
    page.form("Bestil certifikat").tick("Jeg giver samtykke").submit().says("Dit nye certifikat er klar");
    let new = willy.nemid();
    assert_eq!(new.valid_certificate(site.now()).unwrap().pid, pid);
    let form = page.form("Bestil certifikat").tick("Jeg giver samtykke");
    let form = form.tamper("once", &site.app.new_token().reveal());
    form.submit().is(Status::UnprocessableEntity).says("allerede");
}

#[test]
fn an_expired_one_is_not_renewed_but_ordered_anew() {
    let site = Site::filled();
    let tina = holder(&site, "Tina Vestergaard");
    let page = tina.opens("/certifikat");
    page.says("Udløbet").never_says("Forny certifikatet");
    let form = page.form("Bestil certifikat").tick("Jeg giver samtykke");
    let fields = form.submit();
    fields.says("Dit nye certifikat er klar");
    tina.opens("/certifikat/spaer").says("Serienummer");
}

#[test]
fn where_none_is_valid_there_is_nothing_to_block() {
    let site = Site::filled();
    let uffe = holder(&site, "Uffe Wind");
    assert_eq!(uffe.opens("/certifikat/spaer").path, "/selvbetjening/certifikat");
}

#[test]
fn who_has_another_public_nemid_orders_none_for_this_one() {
    let site = Site::filled();
    let listed = site.person(|one| one["name"] == "Carsten Duus").as_listed();
    let bank = listed["nemids"].as_array().unwrap().iter().find(|one| one["issuer"] == "bank").unwrap();
    let mut carsten = site.person(|one| one["name"] == "Carsten Duus");
    carsten.user_id = bank["user_id"].as_str().unwrap().to_owned();
    carsten.password = bank["password"].as_str().unwrap().to_owned();
    carsten.logs_on();
    let refused = "Du har et andet NemID med offentlig digital signatur";
    carsten.opens("/certifikat").says(refused).never_says("Bestil certifikat");
    let mut fields = carsten.opens("").form("Hent igen fra CPR").fields_of();
    fields.push(("once".into(), site.app.new_token().reveal()));
    fields.push(("consent".into(), "true".into()));
    let page = carsten.browser.send("/selvbetjening/certifikat/bestil", &fields);
    page.is(Status::UnprocessableEntity).says(refused);
    let theirs = site.nemids_of("Carsten Duus");
    assert_eq!(theirs.iter().filter(|one| one.is_public(site.now())).count(), 1);

    // Blocked, the other one is in the way no longer.
    let olga = site.operator();
    let page =
        olga.finds_nemid(site.public_nemid_of("Carsten Duus").number.as_str()).follow("Spær certifikat");
    olga.signs(&page.form("Næste").tick("Reglerne for NemID er ikke overholdt").submit());
    let form = carsten.opens("/certifikat").form("Bestil certifikat").tick("Jeg giver samtykke");
    form.submit().says("Dit nye certifikat er klar");
    assert_eq!(site.nemids_of("Carsten Duus").iter().filter(|one| one.is_public(site.now())).count(), 1);
}

#[test]
fn who_is_too_young_is_told_so_before_ordering() {
    let site = Site::filled();
    let (nana, mut fie) = (site.clerk("fjordbanken"), site.named("Fie Gade"));
    let page = nana.finds(&fie.cpr).follow("Udsted NemID");
    nana.signs(&page.press("Næste")).says("NemID'et er udstedt");
    site.clock_moves("working_days", 6);
    activates_in_netbank(&mut fie, "/tjenester/fjordbanken", "blyant2005");
    fie.logs_on();
    let page = fie.opens("/certifikat");
    page.says("Man skal være fyldt 15 år")
        .never_says("Bestil certifikat")
        .never_says("Bestil nyt certifikat");
}

/// Opens the bank's letters and activates where they say.
fn activates_in_netbank(person: &mut Person<'_>, at: &str, password: &str) {
    let word = |kind: &str, field: &str| person.opens_letter(kind)[field].as_str().unwrap().to_owned();
    let number = word("welcome", "nemid_number");
    let (code, card) = (word("pin_letter", "temporary_password"), word("key_card", "card_number"));
    let page = person.begins(&format!("{at}/aktiver"), &number, &code);
    let form = page.form("Næste").fill("Adgangskode", password).fill("Gentag adgangskode", password);
    let page = form.submit().form("Næste").tick("Jeg accepterer reglerne").submit();
    let page = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    let key = person.key_for(&page);
    page.form("Aktivér NemID").fill("Nøgle", &key).submit().says("Dit NemID er aktiveret");
    (person.user_id, person.password) = (number, password.to_owned());
}
