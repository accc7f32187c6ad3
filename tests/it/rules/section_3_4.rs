//! Rules 3.4: a temporary password after a block: re-opening a NemID that is forgotten or locked (Guide
//! 3.1.3, 3.1.4).

use jiff::SignedDuration;
use rules::nemid::reading::Status;

use crate::entry::newcomer::{Letters, NAME, PASSWORD};
use crate::people::Person;
use crate::site::Site;

const NEW: &str = "efteraar 18";

fn forgets(signe: &Person<'_>, letters: &Letters) -> Letters {
    let form = signe.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let form = form.fill("Bruger-id", &letters.number).fill("Nøglekortnummer", &letters.card);
    form.submit().says("Vi har modtaget din bestilling");
    signe.site.clock_moves("working_days", 4);
    Letters { digits: signe.reads_post().digits, ..letters.clone() }
}

/// From the new password to the end.
fn goes_on(signe: &Person<'_>, page: &crate::browser::Visit<'_, '_>, letters: &Letters) -> String {
    let form = page.form("Næste").fill("Ny adgangskode", NEW).fill("Gentag ny adgangskode", NEW);
    let page = form.submit().form("Næste").fill("Nøglekortnummer", &letters.card).submit();
    let key = signe.key_for(&page);
    page.form("Genåbn NemID").fill("Nøgle", &key).submit().text()
}

#[test]
fn a_forgotten_password_is_reset_by_post_and_a_new_certificate_comes_by_itself() {
    let site = Site::empty();
    let (signe, first) = site.activated_newcomer();
    let letters = forgets(&signe, &first);
    assert_eq!(signe.nemid().status(site.now()), Status::PasswordBlocked);
    assert!(signe.nemid().valid_certificate(site.now()).is_none());
    signe.types_as(&letters.number, PASSWORD).says("Adgangskoden er spærret");
    let moved = signe.begins("/aktiver", &letters.number, &letters.digits);
    moved.says("Din midlertidige adgangskode er til genåbning");
    assert!(moved.path.starts_with("/genaabn/adgangskode"), "{}", moved.path);
    let done = goes_on(&signe, &moved, &letters);
    assert!(done.contains("Dit NemID er genåbnet") && done.contains("Nyt certifikat"), "{done}");
    let nemid = signe.nemid();
    assert_eq!(nemid.certificates[0].pid, nemid.certificates[1].pid);
    assert!(signe.logs_on_as(&letters.number, NEW).path.starts_with("/selvbetjening"));
}

#[test]
fn a_start_never_activated_is_sent_again_and_typed_at_genaabn_leads_to_the_activation() {
    let site = Site::empty();
    let (mut signe, first) = site.equipped_newcomer();
    let letters = forgets(&signe, &first);
    signe.begins("/aktiver", &first.number, &first.digits).says("nyere midlertidig adgangskode");
    let moved = signe.begins("/genaabn", &letters.number, &letters.digits);
    moved.says("Din midlertidige adgangskode er til aktivering");
    signe.activates(&letters.digits, PASSWORD, &letters.card);
}

#[test]
fn a_blocked_password_is_reopened_with_the_remembered_one_and_the_certificate_stays() {
    let site = Site::empty();
    let (signe, first) = site.activated_newcomer();
    let form = signe.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
    let form = form.fill("Navn", NAME).fill("CPR-nummer", &signe.cpr);
    form.submit().says("Passer oplysningerne, er der nu spærret").says("midlertidig adgangskode med posten");
    signe.site.clock_moves("working_days", 4);
    let letters = Letters { digits: signe.reads_post().digits, ..first };
    let page = signe.begins("/genaabn", &letters.number, &letters.digits);
    let wrong = page.form("Næste").fill("Adgangskode", "forkert 1").submit();
    wrong.says("ikke den adgangskode, du havde").says("Du har 2 forsøg tilbage");
    let page = wrong.form("Næste").fill("Adgangskode", PASSWORD).submit();
    let done = goes_on(&signe, &page, &letters);
    assert!(done.contains("Uændret. Der skulle ikke udstedes et nyt"), "{done}");
    assert_eq!(signe.nemid().certificates.len(), 1);
}

#[test]
fn three_wrong_remembered_passwords_kill_the_letter() {
    let site = Site::empty();
    let (signe, first) = site.activated_newcomer();
    let form = signe.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
    form.fill("Navn", NAME).fill("Bruger-id", &first.number).submit();
    signe.site.clock_moves("working_days", 4);
    let digits = signe.reads_post().digits;
    let page = signe.begins("/genaabn", &first.number, &digits);
    let guess = || page.form("Næste").fill("Adgangskode", "forkert 1").submit();
    (0..2).for_each(|_| drop(guess()));
    guess().says("tastet forkert tre gange");
    signe.begins("/genaabn", &first.number, &digits).says("tastet forkert tre gange");
}

#[test]
fn a_newer_letter_ends_the_start_that_an_older_one_began() {
    let site = Site::empty();
    let (signe, first) = site.activated_newcomer();
    let letters = forgets(&signe, &first);
    let page = signe.begins("/genaabn", &letters.number, &letters.digits);
    let form = page.form("Næste").fill("Ny adgangskode", NEW).fill("Gentag ny adgangskode", NEW);
    let page = form.submit().form("Næste").fill("Nøglekortnummer", &letters.card).submit();
    forgets(&signe, &first);
    site.real_time_passes(SignedDuration::from_mins(1));
    let key = signe.key_for(&page);
    let late = page.form("Genåbn NemID").fill("Nøgle", &key).submit();
    late.says("sendt eller udleveret en nyere midlertidig adgangskode");
}

fn blocks_the_password(signe: &Person<'_>) {
    let form = signe.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
    form.fill("Navn", NAME).fill("CPR-nummer", &signe.cpr).submit().says("Passer oplysningerne");
}

/// Re-opens with the remembered password and a temporary one.
fn reopens_remembering(signe: &Person<'_>, letters: &Letters) -> String {
    let page = signe.begins("/genaabn", &letters.number, &letters.digits);
    let page = page.form("Næste").fill("Adgangskode", PASSWORD).submit();
    goes_on(signe, &page, letters)
}

#[test]
fn a_torn_unlock_letter_is_replaced_under_forgotten_password_and_the_certificate_stays() {
    let site = Site::empty();
    let (signe, first) = site.activated_newcomer();
    blocks_the_password(&signe);
    site.clock_moves("working_days", 4);
    let torn = signe.reads_post().digits;
    let form = signe.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let form = form.fill("Bruger-id", &first.number).fill("Nøglekortnummer", &first.card);
    form.tick("Jeg kan huske min adgangskode").submit().says("Vi har modtaget din bestilling");
    assert!(signe.nemid().valid_certificate(site.now()).is_some());
    site.clock_moves("working_days", 4);
    signe.begins("/genaabn", &first.number, &torn).says("nyere midlertidig adgangskode");
    let letters = Letters { digits: signe.reads_post().digits, ..first };
    let done = reopens_remembering(&signe, &letters);
    assert!(done.contains("Uændret. Der skulle ikke udstedes et nyt"), "{done}");
    assert_eq!(signe.nemid().certificates.len(), 1);
}

#[test]
fn who_remembers_a_password_in_use_is_sent_nothing_and_loses_nothing() {
    let site = Site::empty();
    let (signe, first) = site.activated_newcomer();
    let letters = signe.letters().len();
    let form = signe.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let form = form.fill("Bruger-id", &first.number).fill("Nøglekortnummer", &first.card);
    form.tick("Jeg kan huske min adgangskode").submit().says("Vi har modtaget din bestilling");
    assert_eq!(signe.letters().len(), letters);
    assert_eq!(signe.nemid().status(site.now()), Status::Active);
}

#[test]
fn a_second_block_is_of_the_temporary_password_is_told_and_sends_another() {
    let site = Site::empty();
    let (signe, first) = site.activated_newcomer();
    blocks_the_password(&signe);
    site.clock_moves("working_days", 4);
    let known = signe.reads_post().digits;
    blocks_the_password(&signe);
    signe.begins("/genaabn", &first.number, &known).says("nyere midlertidig adgangskode");
    site.clock_moves("working_days", 4);
    let letters = Letters { digits: signe.reads_post().digits, ..first };
    let notices = signe.letters().iter().filter(|one| one["kind"] == "notice").count();
    assert_eq!(notices, 2, "each block is told, by letter where there is no e-mail address");
    let done = reopens_remembering(&signe, &letters);
    assert!(done.contains("Uændret. Der skulle ikke udstedes et nyt"), "{done}");
    signe.logs_on_as(&letters.number, NEW);
}

#[test]
fn a_temporary_password_that_others_know_is_blocked_before_the_activation() {
    let site = Site::empty();
    let (mut signe, first) = site.equipped_newcomer();
    let form = || {
        let form = signe.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
        form.fill("Navn", NAME).fill("Bruger-id", &first.number)
    };
    let page = signe.activates_up_to_key(&first, PASSWORD);
    let without = form().tick("Send mig ikke en midlertidig adgangskode");
    without.submit().says("er det den midlertidige adgangskode, der ikke kan bruges mere");
    let key = signe.key_for(&page);
    let late = page.form("Aktivér NemID").fill("Nøgle", &key).submit();
    late.says("Den midlertidige adgangskode er spærret");
    signe.begins("/aktiver", &first.number, &first.digits).says("fordi andre måske kendte den");
    assert_eq!(signe.nemid().status(site.now()), Status::NotActivated);

    let form = signe.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    form.fill("Bruger-id", &first.number).fill("Nøglekortnummer", &first.card).submit();
    site.clock_moves("working_days", 4);
    let letters = Letters { digits: signe.reads_post().digits, ..first };
    signe.activates(&letters.digits, PASSWORD, &letters.card);
    signe.logs_on_as(&letters.number, PASSWORD);
    let log = signe.browser.open("/selvbetjening/haendelseslog?slags=password").text();
    assert!(log.contains("Din midlertidige adgangskode blev spærret"), "{log}");
}

#[test]
fn a_block_sent_twice_by_one_form_sends_one_letter() {
    let site = Site::empty();
    let (signe, _) = site.activated_newcomer();
    let letters = signe.letters().len();
    let form = signe.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
    let form = form.fill("Navn", NAME).fill("CPR-nummer", &signe.cpr);
    form.submit().says("midlertidig adgangskode med posten");
    form.submit().says("midlertidig adgangskode med posten");
    let pin =
        |letters: &[serde_json::Value]| letters.iter().filter(|one| one["kind"] == "pin_letter").count();
    assert_eq!(pin(&signe.letters()), 2, "the first one and one more");
    assert!(signe.letters().len() > letters);
}
