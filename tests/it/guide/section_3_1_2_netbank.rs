//! Guide 3.1.2: in the netbank, a temporary password works at the place it was issued for; its right digits
//! anywhere else kill it, and the page says what to do.

use rocket::http::Status;

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

const BANK: &str = "/tjenester/fjordbanken";
const OTHER: &str = "/tjenester/hedebanken";

/// Somebody with all letters of the first bank unopened in the letter box.
fn newcomer(site: &Site) -> Person<'_> {
    site.person(|one| one["name"] == "Regitze Toft")
}

struct Letters {
    number: String,
    code: String,
    card: String,
}

fn opens_letters(person: &Person<'_>) -> Letters {
    let word = |kind: &str, field: &str| person.opens_letter(kind)[field].as_str().unwrap().to_owned();
    Letters {
        number: word("welcome", "nemid_number"),
        code: word("pin_letter", "temporary_password"),
        card: word("key_card", "card_number"),
    }
}

fn begins<'b, 's>(person: &'b Person<'s>, at: &str, number: &str, code: &str) -> Visit<'b, 's> {
    let page = person.browser.open(&format!("{at}/aktiver"));
    page.form("Næste").fill("NemID-nummer", number).fill("Midlertidig adgangskode", code).submit()
}

#[test]
fn a_bank_nemid_is_activated_in_its_own_netbank() {
    let site = Site::filled();
    let mut person = newcomer(&site);
    let letters = opens_letters(&person);
    let page = begins(&person, BANK, &letters.number, &letters.code);
    let page = chooses_password(&page);
    let page = page.is(Status::Ok).form("Næste").submit();
    page.is(Status::UnprocessableEntity).says("acceptere reglerne");
    let page = page.form("Næste").tick("Jeg accepterer reglerne").submit();
    let page = page.form("Næste").fill("Nøglekortnummer", &letters.card).submit();
    let key = person.key_for(&page);
    let page = page.form("Aktivér NemID").fill("Nøgle", &key).submit();
    page.is(Status::Ok).says("Dit NemID er aktiveret").says("Fjordbanken");
    person.user_id = letters.number;
    person.password = "solsikke22".into();
    person.logs_on_at(BANK).says("Lønkonto");
    person.logs_on_at("/tjenester/borgerportalen").says("kun til netbank");
}

#[test]
fn a_netbank_says_what_selvbetjening_says_of_passwords_and_lets_one_go_back() {
    let site = Site::filled();
    let person = newcomer(&site);
    let letters = opens_letters(&person);
    person.browser.open(BANK).follow("Aktivér NemID").says("Midlertidig adgangskode");
    let page = begins(&person, BANK, &letters.number, &letters.code);
    page.says("æ, ø og å kan ikke bruges").says("små og store bogstaver er det samme").says("= : ; ? . @");
    let form = page.form("Næste").fill("Adgangskode", "ø").fill("Gentag adgangskode", "ø");
    let again = form.submit();
    again.is(Status::UnprocessableEntity).says("mindst 6 tegn").says("et bogstav").says("et tal");
    let form = page.form("Næste").fill("Adgangskode", "solsikke22").fill("Gentag adgangskode", "solsikke22");
    let page = form.submit().form("Næste").fill("E-mail", "regitze@toft.example").submit();
    let page = page.form("Næste").tick("Jeg accepterer reglerne").submit();
    let details = page.follow("Tilbage");
    assert!(details.body.contains("regitze@toft.example"), "what was told stays");
    let password = details.follow("Tilbage");
    let page = password.says("Du har allerede valgt en adgangskode").press("Næste");
    page.says("Skriv nøglekortets nummer");
}

#[test]
fn its_digits_at_another_bank_kill_it_and_the_page_says_what_to_do() {
    let site = Site::filled();
    let person = newcomer(&site);
    let letters = opens_letters(&person);
    let wrong = if letters.code == "123456" { "654321" } else { "123456" };
    begins(&person, OTHER, &letters.number, wrong).says("2 forsøg tilbage");
    let dead = begins(&person, OTHER, &letters.number, &letters.code);
    dead.is(Status::UnprocessableEntity).says("et andet sted").says("ny midlertidig adgangskode");
    begins(&person, BANK, &letters.number, &letters.code).says("et andet sted");
}

#[test]
fn a_letter_for_selvbetjening_dies_in_a_netbank() {
    let site = Site::filled();
    let person = site.person(|one| {
        let nemids = one["nemids"].as_array().unwrap();
        let new = |one: &serde_json::Value| one["state"] == "not_activated" && one["issuer"] == "public";
        nemids.len() == 1 && new(&nemids[0]) && has_sealed_letters(&site, one["cpr"].as_str().unwrap())
    });
    let letters = opens_letters(&person);
    begins(&person, BANK, &letters.number, &letters.code).says("et andet sted");
    let page = person.browser.open("/aktiver");
    let page = page.form("Næste").fill("NemID-nummer", &letters.number);
    page.fill("Midlertidig adgangskode", &letters.code).submit().says("et andet sted");
}

fn has_sealed_letters(site: &Site, cpr: &str) -> bool {
    let letters = site.world(&format!("persons/{cpr}/letters"));
    let delivered = |kind: &str| {
        letters.as_array().unwrap().iter().any(|one| one["kind"] == kind && one["state"] == "delivered")
    };
    ["welcome", "pin_letter", "key_card"].iter().all(|kind| delivered(kind))
}

fn chooses_password<'b, 's>(page: &Visit<'b, 's>) -> Visit<'b, 's> {
    page.form("Næste").fill("Adgangskode", "solsikke22").fill("Gentag adgangskode", "solsikke22").submit()
}

#[test]
fn of_two_windows_the_older_one_starts_nothing_for_the_newer_ones_nemid() {
    let site = Site::filled();
    let (regitze, niels, nana) = (newcomer(&site), site.named("Niels Poulsen"), site.clerk("fjordbanken"));
    let read = nana.finds(&niels.cpr).follow("Ny midlertidig adgangskode").form("Næste").tick("Genudsend");
    nana.signs(&read.submit());
    site.clock_moves("working_days", 4);
    let code = niels.opens_letter("pin_letter")["temporary_password"].as_str().unwrap().to_owned();
    let letters = opens_letters(&regitze);
    let older = begins(&regitze, BANK, &niels.nemid_number(), &code);
    let page = begins(&regitze, BANK, &letters.number, &letters.code);
    let left = chooses_password(&older);
    left.is(Status::UnprocessableEntity).says("i et andet vindue").says("Begynd forfra");
    let step = regitze.browser.open(&format!("{BANK}/aktiver/oplysninger")).path;
    assert!(step.ends_with("/adgangskode"), "nothing was chosen: {step}");

    // So at each step after it, which goes on all the same in its own window.
    let mark = older.form("Næste").fields_of().into_iter().find(|(name, _)| name == "shown_for").unwrap().1;
    let page = chooses_password(&page);
    let form = page.form("Næste").tick("Jeg accepterer reglerne");
    form.clone().tamper("shown_for", &mark).submit().says("i et andet vindue");
    let page = form.submit();
    let form = page.form("Næste").fill("Nøglekortnummer", &letters.card);
    form.clone().tamper("shown_for", &mark).submit().says("i et andet vindue");
    let page = form.submit();
    let form = page.form("Aktivér NemID").fill("Nøgle", &regitze.key_for(&page));
    form.clone().tamper("shown_for", &mark).submit().says("i et andet vindue");
    form.submit().says("Dit NemID er aktiveret").says(&letters.number);
    assert_eq!(niels.state(), "not_activated");
}

#[test]
fn a_site_that_is_no_bank_activates_nothing() {
    let site = Site::filled();
    let browser = site.browser();
    browser.open("/tjenester/borgerportalen/aktiver").is(Status::NotFound);
}
