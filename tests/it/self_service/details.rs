//! User id, e-mail and mobile, recording (D9, DOMAIN 5).

use rocket::http::Status;

use super::holder;
use crate::browser::Form;
use crate::people::Person;
use crate::site::Site;

/// The form for the user id, with the password that belongs to it.
#[track_caller]
fn form<'b, 's>(who: &'b Person<'s>) -> Form<'b, 's> {
    who.opens("/bruger-id").form("Gem").fill("Adgangskode", &who.password)
}

#[test]
fn a_user_id_is_changed_and_dropped() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = form(&willy).fill("Bruger-id", "Willy.Den.Store").submit();
    page.says("Dine valg om bruger-id er gemt").says("Willy.Den.Store");
    willy.was_told("", "Dit bruger-id er ændret");
    assert_eq!(willy.nemid().user_id.unwrap().as_str(), "Willy.Den.Store");
    form(&willy).fill("Bruger-id", "").submit().says("Du har ikke valgt et bruger-id");
    willy.opens("/haendelseslog").says("Willy.Den.Store");
}

#[test]
fn a_user_id_that_breaks_the_rules_or_is_taken_is_refused_and_stays_on_the_page() {
    let site = Site::filled();
    let taken = holder(&site, "Svend Ulstrup").nemid().user_id.unwrap();
    let willy = holder(&site, "Willy Åkjær");
    let before = willy.nemid();
    for (typed, says) in [
        ("abc", "mindst 5 tegn"),
        ("1234567890", "CPR-nummer"),
        ("rødgrød", "tegn, der ikke kan bruges"),
        (&*taken.as_str().to_uppercase(), "optaget"),
    ] {
        let page = form(&willy).fill("Bruger-id", typed).submit();
        page.is(Status::UnprocessableEntity).says(says);
        assert!(page.body.contains(typed), "what was typed stays");
        assert!(!page.body.contains(&willy.password), "but for the password");
    }
    assert_eq!(willy.nemid().user_id, before.user_id);
}

#[test]
fn a_user_id_that_the_password_holds_is_refused() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let (before, part) = (willy.nemid(), willy.password.chars().take(5).collect::<String>());
    let page = form(&willy).fill("Bruger-id", &part.to_uppercase()).submit();
    page.is(Status::UnprocessableEntity).says("Bruger-id'et indgår i din adgangskode");
    assert_eq!(willy.nemid().user_id, before.user_id);
    // Whoever does not know the password learns nothing about it.
    let page = form(&willy).fill("Bruger-id", &part).fill("Adgangskode", "forkert 17").submit();
    page.is(Status::UnprocessableEntity).says("Adgangskoden er forkert").never_says("indgår");
}

#[test]
fn without_the_password_nothing_is_changed_and_the_fifth_wrong_one_ends_the_session() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let before = willy.nemid();
    let changed = || willy.opens("/bruger-id").form("Gem").fill("Bruger-id", "Nyt.Navn");
    changed().submit().is(Status::UnprocessableEntity).says("Skriv din adgangskode");
    assert_eq!(willy.nemid().lockout.failures, 0, "none was typed");
    for left in ["4", "3", "2"] {
        let page = changed().fill("Adgangskode", "forkert1").submit();
        page.is(Status::UnprocessableEntity).says(left);
        assert!(page.body.contains("Nyt.Navn"), "what was typed stays");
    }
    form(&willy).submit().says("gemt");
    assert_eq!(willy.nemid().lockout.failures, 0, "a right one sets the count to zero");
    for _ in 0..4 {
        changed().fill("Adgangskode", "forkert1").submit();
    }
    changed().fill("Adgangskode", "forkert1").submit().says("Din adgangskode er låst");
    assert!(willy.is_logged_off());
    assert_eq!(willy.nemid().user_id, before.user_id);
    site.clock_moves("hours", 9);
    willy.logs_on();
    willy.opens("/haendelseslog").says("ændring af bruger-id");
}

#[test]
fn the_cpr_number_is_switched_on_and_off() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let was = willy.nemid().cpr_log_on;
    let label = "Jeg vil kunne logge på med mit CPR-nummer";
    let switch = |on: bool| if on { form(&willy).tick(label) } else { form(&willy).untick(label) };
    switch(!was).submit().says("gemt");
    assert_ne!(willy.nemid().cpr_log_on, was);
    let (off, on) = ("kan ikke længere bruges som bruger-id", "kan nu bruges som bruger-id");
    willy.was_told("", if was { off } else { on });
    switch(was).submit().says("gemt");
    willy.was_told("", if was { on } else { off });
}

#[test]
fn new_contact_data_are_told_to_the_old_address_too_and_outdate_the_certificate() {
    let site = Site::filled();
    let svend = holder(&site, "Svend Ulstrup");
    let form = svend.opens("/kontakt").form("Gem").fill("Adgangskode", &svend.password);
    let page = form.fill("E-mail", "svend@nyt.example").fill("Mobilnummer", "20 30 40 50").submit();
    page.says("Dine kontaktoplysninger er gemt");
    for to in ["svend@ulstrup.example", "svend@nyt.example"] {
        svend.was_told(to, "Dine kontaktoplysninger er ændret");
    }
    assert!(svend.nemid().certificate().unwrap().outdated.email.is_some());
    svend.opens("").says("svend@nyt.example");
}

#[test]
fn contact_data_of_no_such_shape_are_refused_field_by_field() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let before = willy.nemid().contact;
    let form = willy
        .opens("/kontakt")
        .form("Gem")
        .fill("Adgangskode", &willy.password)
        .fill("E-mail", "willy")
        .fill("Mobilnummer", "123");
    let page = form.submit();
    page.is(Status::UnprocessableEntity).says("navn@eksempel.dk").says("otte cifre");
    assert!(page.body.contains("value=\"willy\"") && page.body.contains("value=\"123\""));
    assert_eq!(willy.nemid().contact, before);
}

#[test]
fn saving_the_same_again_is_no_event() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    willy.opens("/kontakt").form("Gem").fill("Adgangskode", &willy.password).submit().says("gemt");
    form(&willy).submit().says("gemt");
    willy.opens("/haendelseslog").never_says("Dit bruger-id blev").never_says("Dine kontaktoplysninger blev");
}
