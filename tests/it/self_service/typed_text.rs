//! What was typed before time was up comes back at the same page, to the same person alone, once, and without secrets; and
//! so does the way there (D32).

use std::path::Path;

use jiff::SignedDuration;
use rocket::http::Status;
use selvbetjening::web::keeper::SECRETS;
use selvbetjening::world::tick;

use super::holder;
use crate::browser::{Form, Visit};
use crate::entry::newcomer::PASSWORD;
use crate::guide::desk::BLOCK_CARDS;
use crate::people::Person;
use crate::site::Site;

const BACK: &str = "Det, du havde skrevet, står her igen";
const TYPED: &str = "stine.ny@eksempel.example";

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

/// The contact page, filled in and left for too long, and sent then.
fn contact_sent_too_late<'b>(person: &'b Person<'_>) -> Visit<'b, 'b> {
    let form =
        person.opens("/kontakt").form("Gem").fill("E-mail", TYPED).fill("Adgangskode", &person.password);
    person.site.real_time_passes(minutes(16));
    form.submit()
}

/// The rows of what was kept.
fn kept(site: &Site) -> Vec<Vec<u8>> {
    site.values("SELECT content FROM drafts ORDER BY id")
}

#[test]
fn typed_text_comes_back_once_after_the_log_on_and_the_password_does_not() {
    let site = Site::filled();
    let stine = holder(&site, "Stine Udsen");
    let late = contact_sent_too_late(&stine);
    assert_eq!(late.path, "/log-paa?til=%2Fselvbetjening%2Fkontakt");
    late.says("Du er blevet logget af").never_says("stine.ny");
    let page = stine.logs_on_at(&late.path);
    assert_eq!(page.path, "/selvbetjening/kontakt");
    page.is(Status::Ok).says(BACK);
    assert!(page.body.contains(TYPED) && !page.body.contains(&stine.password), "{}", page.body);
    assert!(kept(&site).is_empty());
    let page = page.form("Gem").fill("Adgangskode", &stine.password).submit();
    page.says("gemt");
    assert_eq!(stine.nemid().contact.email.unwrap().to_string(), TYPED);
    stine.opens("/kontakt").never_says(BACK);
}

#[test]
fn it_is_sealed_and_gone_after_a_day() {
    let site = Site::filled();
    let stine = holder(&site, "Stine Udsen");
    let late = contact_sent_too_late(&stine);
    let rows = kept(&site);
    assert_eq!(rows.len(), 1);
    assert!(!rows[0].windows(8).any(|part| part == b"stine.ny"), "it can't be read in the database");
    site.real_time_passes(minutes(24 * 60 + 1));
    rocket::execute(tick::live(&site.app, true)).unwrap();
    assert!(kept(&site).is_empty());
    let page = stine.logs_on_at(&late.path);
    page.never_says(BACK);
    assert!(!page.body.contains(TYPED));
}

#[test]
fn nobody_else_gets_it_at_the_same_browser_or_another() {
    let site = Site::filled();
    let stine = holder(&site, "Stine Udsen");
    let late = contact_sent_too_late(&stine);
    let aksel = site.named("Aksel Dam");
    let asked =
        late.form("Næste").fill("Bruger-id", &aksel.user_id).fill("Adgangskode", &aksel.password).submit();
    let key = aksel.key_for(&asked);
    let page = asked.form("Log på").fill("Nøgle", &key).submit();
    assert_eq!(page.path, "/selvbetjening/kontakt");
    page.never_says(BACK);
    assert!(!page.body.contains(TYPED), "{}", page.body);
    stine.browser.open("/selvbetjening").press("Log af");
    let elsewhere = site.named("Stine Udsen");
    let page = elsewhere.logs_on_at("/log-paa?til=/selvbetjening/kontakt");
    page.says(BACK);
    assert!(page.body.contains(TYPED), "she gets it wherever she logs on");
}

#[test]
fn of_a_session_that_was_ended_on_purpose_nothing_is_kept() {
    let site = Site::filled();
    let stine = holder(&site, "Stine Udsen");
    let form = stine.opens("/kontakt").form("Gem").fill("E-mail", TYPED);
    stine.opens("").press("Log af");
    assert!(form.submit().path.starts_with("/log-paa?til=%2Fselvbetjening%2Fkontakt"));
    assert!(kept(&site).is_empty());
}

#[test]
fn no_other_site_plants_text() {
    let site = Site::filled();
    let stine = holder(&site, "Stine Udsen");
    let form = stine.opens("/kontakt").form("Gem").fill("E-mail", TYPED);
    site.real_time_passes(minutes(16));
    form.tamper("_token", "x").submit().says("Bruger-id");
    assert!(kept(&site).is_empty());
}

#[test]
fn a_form_of_nothing_but_a_button_or_a_password_keeps_the_way_alone() {
    let site = Site::filled();
    let stine = holder(&site, "Stine Udsen");
    let renew = stine.opens("/certifikat").form("Forny certifikat");
    let change =
        stine.opens("/adgangskode").form("Skift adgangskode").fill("Nuværende adgangskode", "hemmelig 12");
    site.real_time_passes(minutes(16));
    let forms: [(Form<'_, '_>, &str); 2] = [(renew, "certifikat"), (change, "adgangskode")];
    for (form, page) in forms {
        assert_eq!(form.submit().path, format!("/log-paa?til=%2Fselvbetjening%2F{page}"));
    }
    assert!(kept(&site).iter().all(|row| row.len() < 200), "at most a tick");
}

#[test]
fn a_site_gives_back_the_payment_and_the_place() {
    let site = Site::filled();
    let kirsten = site.named("Kirsten Munk");
    kirsten.logs_on_at("/tjenester/fjordbanken").says("Lønkonto");
    let form =
        kirsten.browser.open("/tjenester/fjordbanken/betal").form("Næste").fill("Til konto", "1234 7654321");
    let form = form.fill("Beløb", "250,00").fill("Besked til modtager", "Fødselsdag");
    site.real_time_passes(minutes(16));
    let late = form.submit();
    assert_eq!(late.path, "/tjenester/fjordbanken?til=%2Ftjenester%2Ffjordbanken%2Fbetal");
    let page = kirsten.logs_on_at(&late.path);
    assert_eq!(page.path, "/tjenester/fjordbanken/betal");
    page.says(BACK);
    for typed in ["1234 7654321", "250,00", "Fødselsdag"] {
        assert!(page.body.contains(&format!("value=\"{typed}\"")), "{typed}: {}", page.body);
    }
    page.form("Næste").submit().says("Fødselsdag").says("forpligter dig");
}

#[test]
fn a_log_on_at_a_site_leads_to_no_other_place() {
    let site = Site::filled();
    let kirsten = site.named("Kirsten Munk");
    for til in ["/selvbetjening", "/tjenester/fjordbanken-erhverv", "//evil.example"] {
        let page = kirsten.logs_on_at(&format!("/tjenester/fjordbanken?til={til}"));
        assert_eq!(page.path, "/tjenester/fjordbanken", "{til}");
        page.press("Log af");
    }
}

#[test]
fn an_officer_comes_back_to_the_step_with_what_was_chosen() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let page = desk.officer.browser.open(BLOCK_CARDS).form("Næste").fill("CPR-nummer", &finn.cpr).submit();
    let form = page.form("Næste").tick("Pas");
    site.real_time_passes(minutes(16));
    let late = form.submit();
    assert!(late.path.starts_with("/log-paa?til=%2Fra%2F") && late.path.contains("sag%3D"), "{}", late.path);
    let back = desk.officer.logs_on_at(&late.path);
    assert_eq!(back.path, page.path, "{}", back.text());
    back.says(BACK).says("Finn Gram");
    back.form("Næste").submit().never_says("Hvilken legitimation");
}

/// The field that holds a person's number.
fn offered(person: &Person<'_>) -> String {
    let (day, rest) = person.cpr.split_at(6);
    format!("value=\"{day}-{}\"", rest.trim_start_matches('-'))
}

#[test]
fn an_errand_that_lay_too_long_goes_on_once_its_person_is_looked_up_again() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let step = desk.maintains(BLOCK_CARDS, &finn);
    let form = step.form("OK").tick("Borgeren har mistet kortet");
    site.real_time_passes(minutes(45));
    let late = form.submit();
    let page = desk.officer.logs_on_at(&late.path);
    page.says("Ekspeditionen er slut");
    assert!(page.body.contains(&offered(&finn)), "the number is offered: {}", page.body);
    page.form("Næste").submit();
    let back = desk.officer.browser.open(&step.path);
    assert_eq!(back.path, step.path, "identification and NemID are still there");
    back.says(BACK);
    assert!(back.body.contains(" checked"), "and what was chosen last");

    let olga = site.operator();
    let step = olga.finds(&finn.cpr);
    site.real_time_passes(minutes(45));
    let late = olga.person.browser.open(&step.path);
    let page = olga.person.logs_on_at(&late.path);
    page.says("Ekspeditionen er slut");
    assert!(page.body.contains(&offered(&finn)));
    assert_eq!(page.form("Find").submit().path, step.path);
}

#[test]
fn another_employee_is_offered_nobodys_number() {
    let site = Site::filled();
    let (desk, other, finn) = (site.desk(), site.other_desk(), site.named("Finn Gram"));
    let step = desk.maintains(BLOCK_CARDS, &finn);
    let page = other.officer.browser.open(&step.path);
    page.says("Ekspeditionen er slut");
    assert!(!page.body.contains(&offered(&finn)));
}

#[test]
fn an_activation_that_took_too_long_gives_back_the_details_but_no_consent() {
    let site = Site::filled();
    let (signe, letters) = site.equipped_newcomer();
    let chooses = || {
        let page = signe.begins("/aktiver", &letters.number, &letters.digits);
        page.form("Næste").fill("Adgangskode", PASSWORD).fill("Gentag adgangskode", PASSWORD).submit()
    };
    let form =
        chooses().form("Næste").fill("Bruger-id", "signe.her").fill("E-mail", "signe@eksempel.example");
    site.real_time_passes(minutes(31));
    form.submit().says("mere end en halv time");
    let page = chooses();
    page.says(BACK);
    assert!(page.body.contains("value=\"signe.her\"") && page.body.contains("signe@eksempel.example"));
    let consents = page.form("Næste").submit();
    let all = consents.form("Næste").tick("I må slå mit navn").tick("Jeg accepterer reglerne");
    site.real_time_passes(minutes(31));
    all.submit().says("mere end en halv time");
    let page = chooses();
    assert!(page.body.contains("value=\"signe.her\""), "what was saved is offered again: {}", page.body);
    let consents = page.form("Næste").submit();
    assert!(!consents.body.contains(" checked"), "{}", consents.body);
}

#[test]
fn every_field_that_holds_a_secret_is_named() {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if !entry.ends_with("forms/filled.rs") {
                let source = std::fs::read_to_string(entry).unwrap();
                let fields = source.lines().filter_map(|line| {
                    let (name, kind) = line.trim().trim_start_matches("pub ").split_once(": ")?;
                    matches!(kind, "Secret," | "Option<Secret>,").then(|| name.to_owned())
                });
                found.extend(fields);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    let mut named = SECRETS.map(str::to_owned);
    named.sort_unstable();
    assert_eq!(found, named);
}
