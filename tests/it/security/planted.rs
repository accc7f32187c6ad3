//! Nothing secret is readable on the disk: a long password, the text of a letter and a session's token are
//! planted, and every byte of the database and its log of changes is searched for them.

use crate::site::Site;

fn holds(bytes: &[u8], needle: &str) -> bool {
    bytes.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

#[test]
fn no_password_letter_or_session_can_be_read_off_the_disk() {
    const PLANTED: &str = "plantet adgangskode 4711 ogsaa lang";
    let site = Site::filled();
    let person = site.somebody_active();
    person.logs_on();
    let page = person.browser.open("/selvbetjening/adgangskode");
    page.form("Skift adgangskode")
        .fill("Nuværende adgangskode", &person.password)
        .fill("Ny adgangskode", PLANTED)
        .fill("Gentag", PLANTED)
        .submit();
    let again = person.with_new_password(PLANTED);
    again.logs_on();
    let token = again.browser.cookie("borger").unwrap();
    let disk = site.stored();
    assert!(holds(&disk, &again.user_id), "the search finds what is there");
    assert!(!holds(&disk, PLANTED), "the password");
    assert!(!holds(&disk, &token), "the session");
    let newcomer = site.person(|one| one["name"] == "Anna Bøgh");
    let pin = newcomer.opens_letter("pin_letter");
    let digits = pin["temporary_password"].as_str().unwrap();
    let disk = site.stored();
    assert!(!holds(&disk, &format!("\"{digits}\"")), "the temporary password");
    assert!(!holds(&disk, "password-changed"), "what a notice is about");
}
