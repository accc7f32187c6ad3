//! Rules 3.5.3: a password mistyped too often: one count for every place where it is typed, and it is not
//! examined while it is locked (D2).

use crate::people::Person;
use crate::site::Site;

const SITE: &str = "/tjenester/borgerportalen";
const BANK: &str = "/tjenester/hedebanken";

/// Types a password everywhere where it is asked for before anybody is let in; gives what each page says.
fn types_everywhere(person: &Person<'_>, password: &str) -> Vec<String> {
    let lost = person.browser.open("/mistet-noeglekort").form("Spær nøglekort");
    let lost = lost.fill("Bruger-id", &person.user_id).fill("Adgangskode", password).submit();
    let by_cpr = person.types_as(&person.cpr, password);
    let by_number = person.types_as(&person.nemid_number(), password);
    let at_site = person.types_password(SITE, password);
    let at_bank = person.types_password(BANK, password);
    [lost, by_cpr, by_number, at_site, at_bank].iter().map(crate::browser::Visit::text).collect()
}

/// Types a wrong current password where it is changed.
fn changes_with_wrong(person: &Person<'_>) -> String {
    let form = person.browser.open("/selvbetjening/adgangskode").form("Skift adgangskode");
    let form = form.fill("Nuværende adgangskode", "forkert 1");
    form.fill("Ny adgangskode", "sommerbad 18").fill("Gentag ny adgangskode", "sommerbad 18").submit().text()
}

#[test]
fn wrong_passwords_are_counted_together_wherever_they_are_typed() {
    let site = Site::filled();
    let person = site.person(|one| one["name"] == "Stine Udsen");
    person.logs_on();
    assert!(changes_with_wrong(&person).contains("4 forsøg tilbage"));
    let told = types_everywhere(&person, "forkert 1");
    assert!(told[..3].iter().all(|page| page.contains("Bruger-id eller adgangskode er forkert")), "{told:?}");
    assert!(told[3].contains("låst til"), "the fifth locks: {}", told[3]);
    assert!(told[4].contains("låst til"), "{}", told[4]);
    assert_eq!(person.state(), "locked");
    assert!(person.browser.open("/selvbetjening").path.starts_with("/log-paa"), "the session has ended");
    let ran = site.app.hasher().ran();
    let told = types_everywhere(&person, &person.password);
    assert!(told.iter().all(|page| page.contains("låst til")), "the right one is no better: {told:?}");
    assert_eq!(site.app.hasher().ran(), ran, "nothing is looked at");
    assert_eq!(person.open_cards().len(), 1, "nor done");
}

#[test]
fn the_lock_lapses_by_itself_and_after_five_more_the_password_is_blocked() {
    let site = Site::filled();
    let person = site.person(|one| one["name"] == "Stine Udsen");
    types_everywhere(&person, "forkert 1");
    assert_eq!(person.state(), "locked");
    site.clock_moves("hours", 8);
    assert_eq!(person.state(), "active");
    let told = types_everywhere(&person, "forkert 1");
    assert!(told[4].contains("Adgangskoden er spærret"), "{}", told[4]);
    assert_eq!(person.state(), "password_blocked");
    site.clock_moves("days", 2);
    assert_eq!(person.state(), "password_blocked", "that does not lapse");
    person.types_password("/log-paa", &person.password).says("Adgangskoden er spærret");
}

#[test]
fn a_right_password_between_sets_count_and_strike_to_zero() {
    let site = Site::filled();
    let person = site.person(|one| one["name"] == "Stine Udsen");
    types_everywhere(&person, "forkert 1");
    site.clock_moves("hours", 8);
    person.logs_on();
    types_everywhere(&person, "forkert 1");
    assert_eq!(person.state(), "locked", "five more lock again, and do not block");
}

#[test]
fn the_end_of_a_lock_is_told_by_the_full_minute_and_never_before_it_comes() {
    let site = Site::filled();
    let person = site.named("Stine Udsen");
    site.real_time_passes(jiff::SignedDuration::from_secs(31));
    let told = types_everywhere(&person, "forkert 1");
    let until = "låst til den 4. marts 2019 kl. 17.01";
    assert!(told[4].contains(until), "{}", told[4]);
    site.operator().finds(&person.cpr).says("Låst til 4. marts 2019 kl. 17.01");
    person.was_told("", until);
    site.change_world("clock", "{\"to\": \"2019-03-04T16:00:30Z\"}");
    person.types_password("/log-paa", &person.password).says(until);
    site.change_world("clock", "{\"to\": \"2019-03-04T16:01:00Z\"}");
    person.logs_on();
    person.browser.open("/selvbetjening/haendelseslog").says(until);
}
