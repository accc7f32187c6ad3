//! Change and block of one's own password (D2, D8, D22).

use rocket::http::Status;
use rules::nemid::Password;

use super::holder;
use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

#[track_caller]
fn changes<'b, 's>(who: &'b Person<'s>, current: &str, new: &str, again: &str) -> Visit<'b, 's> {
    let form = who.opens("/adgangskode").form("Skift adgangskode");
    let form = form.fill("Nuværende adgangskode", current).fill("Ny adgangskode", new);
    form.fill("Gentag ny adgangskode", again).submit()
}

#[test]
fn the_password_is_changed_and_the_new_one_counts() {
    let site = Site::filled();
    let mut willy = holder(&site, "Willy Åkjær");
    let old = willy.password.clone();
    changes(&willy, &old, "Ny-kode 2019!", "Ny-kode 2019!").says("Din adgangskode er skiftet");
    assert!(!willy.is_logged_off(), "the session goes on");
    willy.was_told("", "Din adgangskode er skiftet");
    willy.password = "ny-kode 2019!".to_owned();
    willy.logs_on();
    willy.opens("/haendelseslog").says("Din adgangskode blev skiftet");
}

#[test]
fn each_broken_clause_has_its_own_sentence_and_counts_no_try() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let current = willy.password.clone();
    for (new, says) in [
        ("", "Skriv en ny adgangskode"),
        ("a1", "mindst 6 tegn"),
        (&*format!("a1{}", "bc".repeat(20)), "højst"),
        ("smørrebrød1", "tegn, der ikke kan bruges"),
        (" abcde1", "mellemrum"),
        ("123456", "bogstav"),
        ("abcdef", "tal"),
        ("aaaa11", "fire gange i træk"),
        (&*format!("x{}", willy.nemid().number), "NemID-nummer"),
        (&*format!("x{}", willy.nemid().holder.digits()), "CPR-nummer"),
    ] {
        let page = changes(&willy, &current, new, new);
        page.is(Status::UnprocessableEntity).says(says);
        assert!(!page.body.contains(&current), "what was typed as a secret never comes back");
    }
    changes(&willy, &current, "abcdef1", "abcdef2").is(Status::UnprocessableEntity).says("ikke ens");
    changes(&willy, "", "abcdef1", "abcdef1").is(Status::UnprocessableEntity);
    assert_eq!(willy.nemid().lockout.failures, 0);
}

#[test]
fn several_broken_clauses_are_all_told() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = changes(&willy, &willy.password, "ø", "ø");
    page.says("mindst 6 tegn").says("bogstav").says("tal");
}

#[test]
fn wrong_current_passwords_count_as_anywhere_and_the_fifth_ends_the_session() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    for left in ["4", "3", "2"] {
        changes(&willy, "forkert1", "abcdef1", "abcdef1").is(Status::UnprocessableEntity).says(left);
    }
    changes(&willy, "forkert1", "abcdef1", "abcdef1").says("ét forsøg");
    changes(&willy, "forkert1", "abcdef1", "abcdef1").says("Din adgangskode er låst");
    assert!(willy.nemid().lockout.locked_until.is_some());
    assert!(willy.is_logged_off());
}

#[test]
fn the_same_form_sent_twice_changes_once_and_counts_nothing() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let form = willy.opens("/adgangskode").form("Skift adgangskode");
    let form = form.fill("Nuværende adgangskode", &willy.password).fill("Ny adgangskode", "abcdef1");
    let form = form.fill("Gentag ny adgangskode", "abcdef1");
    form.submit().says("Din adgangskode er skiftet");
    let version = willy.nemid().version;
    form.submit().says("Din adgangskode er skiftet");
    assert_eq!((willy.nemid().version, willy.nemid().lockout.failures), (version, 0));
}

#[test]
fn a_form_without_its_token_or_from_elsewhere_changes_nothing() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let form = willy.opens("/adgangskode").form("Skift adgangskode");
    let form = form.fill("Nuværende adgangskode", &willy.password).fill("Ny adgangskode", "abcdef1");
    let form = form.fill("Gentag ny adgangskode", "abcdef1").tamper("once", "x");
    form.submit().is(Status::BadRequest);
    let form = form.tamper("_token", "x");
    form.submit().is(Status::Forbidden);
}

#[test]
fn blocking_it_from_inside_ends_the_session_and_sends_a_temporary_one() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = willy.opens("/adgangskode").follow("Spær adgangskode");
    page.press("Spær adgangskode").is(Status::UnprocessableEntity).says("Vælg, hvorfor");
    let form = willy.opens("/adgangskode/spaer").form("Spær adgangskode");
    form.tick("Andre kender måske adgangskoden").submit().says("er spærret").says("på vej med posten");
    assert!(willy.is_logged_off());
    let nemid = willy.nemid();
    assert!(matches!(nemid.password, Password::Blocked { .. }));
    assert!(nemid.live_temporary(site.now()).is_some());
    assert!(nemid.valid_certificate(site.now()).is_some());
}

#[test]
fn whoever_says_no_is_sent_none() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let form = willy.opens("/adgangskode/spaer").form("Spær adgangskode");
    let form = form.tick("Jeg vil ikke bruge den").tick("Send mig ikke");
    form.submit().says("er spærret").never_says("på vej med posten");
    assert!(willy.nemid().live_temporary(site.now()).is_none());
}
