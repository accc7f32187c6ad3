//! How much it takes: a developer from nothing to a browser that is logged on, and a newcomer from the front page to an
//! activated NemID, counted (D34).

use rocket::http::Status;
use serde_json::{Value, json};

use crate::browser::{Browser, Visit};
use crate::site::Site;

/// The most clicks that a newcomer needs; each tick is one.
const CLICKS: usize = 14;
/// The most fields that are typed into.
const FIELDS: usize = 4;

/// What somebody does, counted.
#[derive(Default)]
struct Count {
    clicks: usize,
    fields: usize,
}

impl Count {
    fn follows<'b, 's>(&mut self, page: &Visit<'b, 's>, link: &str) -> Visit<'b, 's> {
        self.clicks += 1;
        page.follow(link)
    }

    /// Fills in what is typed, ticks what has to be ticked, and presses the button.
    fn sends<'b, 's>(
        &mut self,
        page: &Visit<'b, 's>,
        button: &str,
        typed: &[(&str, &str)],
        ticked: &[&str],
    ) -> Visit<'b, 's> {
        self.clicks += 1 + ticked.len();
        self.fields += typed.len();
        let form = typed.iter().fold(page.form(button), |form, (label, text)| form.fill(label, text));
        ticked.iter().fold(form, |form, label| form.tick(label)).submit()
    }
}

/// The key that a page asks for, as the card on the other page shows it.
fn key_on(card: &Visit<'_, '_>, asking: &Visit<'_, '_>) -> String {
    let (number, html) = (asking.key_number(), card.html());
    let (rows, of_row) = (crate::browser::select(".key-card tbody tr"), crate::browser::select("th, td"));
    let cells =
        html.select(&rows).map(|row| row.select(&of_row).map(crate::browser::text_of).collect::<Vec<_>>());
    let row = cells.into_iter().find(|cells| cells[0] == number);
    row.unwrap_or_else(|| panic!("no #{number} on {}", card.path))[1].clone()
}

#[test]
fn a_newcomer_activates_with_few_clicks_and_little_typing() {
    let site = Site::filled();
    let (browser, mut count) = (site.browser(), Count::default());
    let room = count.follows(&browser.open("/"), "Gå til kontrolrummet");
    let anna = count.follows(&room, "Anna Bøgh");
    let letter = count.sends(&anna, "Åbn PIN-brev", &[], &[]);
    let card = count.sends(&letter, "Åbn nøglekort", &[], &[]);
    // The card stays in its tab; the number and the code go along.
    let page = count.sends(&card, "Brug i aktiveringen", &[], &[]);
    assert_eq!(page.path, "/aktiver/adgangskode");
    let password = "solsikke 17";
    let typed = [("Adgangskode", password), ("Gentag adgangskode", password)];
    let page = count.sends(&page, "Næste", &typed, &[]);
    let page = count.sends(&page, "Næste", &[], &[]);
    let html = page.html();
    let ticks = crate::browser::select("input[type=checkbox]");
    let ticks: Vec<_> = html.select(&ticks).filter_map(|one| one.attr("id")).collect();
    let labels: Vec<_> = ticks
        .iter()
        .map(|id| {
            let label = crate::browser::select(&format!("label[for={id}]"));
            crate::browser::text_of(html.select(&label).next().unwrap())
        })
        .collect();
    let labels: Vec<_> = labels.iter().map(String::as_str).collect();
    let page = count.sends(&page, "Næste", &[], &labels);
    let number = site.world(&format!("persons/{}/cards", anna.path.rsplit('/').next().unwrap()));
    let number = number[0]["card_number"].as_str().unwrap();
    assert!(card.text().contains(number), "the number stands on the card");
    let page = count.sends(&page, "Næste", &[("Nøglekortnummer", number)], &[]);
    let key = key_on(&card, &page);
    let page = count.sends(&page, "Aktivér", &[("Nøgle", &key)], &[]);
    assert_eq!(page.path, "/aktiver/kvittering", "{}", page.text());
    assert!(count.clicks <= CLICKS, "{} clicks", count.clicks);
    assert!(count.fields <= FIELDS, "{} fields", count.fields);
}

#[test]
fn a_developer_needs_one_call() {
    let site = Site::filled();
    let answer =
        site.browser().post_json("/api/world/persons", r#"{"state":"active","session":true}"#).body.clone();
    let cookie = &serde_json::from_str::<Value>(&answer).unwrap()["cookie"];
    let browser = site.browser();
    browser.set_cookie(cookie["name"].as_str().unwrap(), cookie["value"].as_str().unwrap());
    assert_eq!(browser.open(cookie["opens"].as_str().unwrap()).path, "/selvbetjening");
}

/// The form that takes a letter's secrets along, on every page where it may stand.
fn offers(browser: &Browser<'_>, path: &str) -> bool {
    browser.open(path).body.contains("name=\"temporary_password\"")
}

#[test]
fn a_letter_is_offered_for_use_while_its_code_works() {
    let site = Site::filled();
    let anna = site.named("Anna Bøgh");
    let page = format!("/kontrolrum/personer/{}", anna.cpr);
    assert!(!offers(&anna.browser, &page), "the letter is sealed");
    anna.opens_letter("pin_letter");
    assert!(offers(&anna.browser, &page));
    // Whoever may not enter the control room sees neither page.
    site.browser_at("192.0.2.9").open(&page).is(Status::Forbidden);
    site.clock_moves("days", 31);
    assert!(!offers(&anna.browser, &page), "the code has run out");
    // A re-opening is led to its own page, and a bank's letter to its bank.
    let sofus = site.named("Sofus Thomsen");
    sofus.opens_letter("pin_letter");
    let made = site
        .browser()
        .post_json("/api/world/persons", r#"{"state":"not_activated","issuer":"bank"}"#)
        .body
        .clone();
    let made: Value = serde_json::from_str(&made).unwrap();
    let bank = sofus.browser.open(&format!("/kontrolrum/personer/{}", made["cpr"].as_str().unwrap()));
    assert!(bank.body.contains("action=\"/tjenester/fjordbanken/aktiver\""), "{}", bank.text());
    assert_eq!(made["temporary_password"].as_str().map(str::len), Some(6));
}

#[test]
fn what_shows_or_uses_anothers_secrets_stands_behind_the_gate() {
    let site = Site::filled();
    let away = site.browser_at("192.0.2.9");
    let routes = crate::security::routes::routes(&site);
    // The link by which a world is handed out is what opens the gate.
    let routes = routes.iter().filter(|(address, _)| !address.starts_with("/kontrolrum/kom-ind"));
    let room = routes.filter(|(address, _)| {
        address.starts_with("/kontrolrum") || (address.starts_with("/api/world") && !address.contains("/_f"))
    });
    let mut seen = 0;
    for (address, method) in room {
        let (status, _) = away.peek(*method, address);
        assert_eq!(status, Status::Forbidden, "{method} {address}");
        seen += 1;
    }
    assert!(seen >= 60, "{seen}");
}

#[test]
fn nothing_but_its_own_secrets_is_used_by_a_letter() {
    let site = Site::filled();
    let anna = site.named("Anna Bøgh");
    anna.opens_letter("pin_letter");
    let page = anna.browser.open(&format!("/kontrolrum/personer/{}", anna.cpr));
    let begun = page.press("Brug i aktiveringen");
    assert_eq!(begun.path, "/aktiver/adgangskode");
    let wrong = page.form("Brug i aktiveringen").tamper("temporary_password", "000000").submit();
    wrong.is(Status::UnprocessableEntity);
    assert!(
        json!(wrong.text()).to_string().contains("passer ikke") || wrong.path == "/aktiver",
        "{}",
        wrong.text()
    );
}
