//! Signing at a bank and a public site, paying, and ending a NemID with a token, an app and keys by telephone (Rules 2, 3.6,
//! D4, D36).

use rocket::http::Status;

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

const BANK: &str = "/tjenester/hedebanken";
const AUTHORITY: &str = "/tjenester/borgerportalen";
const PIN: &str = "4711";
/// The kinds beside the card: the button that chooses each, and its word in the log.
const KINDS: [Kind; 3] = [
    Kind { button: "Nøgleviser", told: "med nøgleviser" },
    Kind { button: "Nøgleapp", told: "med nøgleapp" },
    Kind { button: "Telefon", told: "med en nøgle, du fik læst op i telefonen" },
];

struct Kind {
    button: &'static str,
    told: &'static str,
}

impl<'s> Person<'s> {
    /// Answers a question with a carrier of a kind, which the page is asked for first unless it asks for it already.
    #[track_caller]
    fn answers_with<'p>(&'p self, kind: &Kind, page: &Visit<'p, 's>, button: &str) -> Visit<'p, 's> {
        let asks = |word: &str| page.text().contains(word);
        match kind.button {
            "Nøgleviser" => {
                let page = if asks("Tryk på knappen på din nøgleviser") {
                    page
                } else {
                    &page.press(kind.button)
                };
                page.form(button).fill("Kode fra nøgleviseren", &self.presses_token()).submit()
            }
            "Nøgleapp" => {
                let page = if asks("Der er sendt en anmodning") { page } else { &page.press(kind.button) };
                self.approves(0, PIN);
                page.press("Jeg har godkendt")
            }
            _ => {
                let page = if asks("Ring mig op") { page } else { &page.press(kind.button) };
                let page = page.press("Ring mig op");
                page.form(button).fill("Nøgle", &self.hears_key()).submit()
            }
        }
    }
}

/// Holger Sivebæk, who has all four kinds of carriers and uses public sites, as a customer of a bank.
fn holger(site: &Site) -> Person<'_> {
    let (holger, clerk) = (site.named("Holger Sivebæk"), site.clerk("hedebanken"));
    let number = site.public_nemid_of(&holger.name).number;
    clerk.signs(&clerk.finds(&holger.cpr).follow("Tilknyt bankaftale").tells_bank(number.as_str()));
    holger
}

/// Types the password of somebody who is asked for the token, and answers with a key from the card.
fn logs_on_by_card(holger: &Person<'_>, path: &str) {
    let page = holger.types_password(path, &holger.password);
    let page = if page.text().contains("Find dette nummer") { page } else { page.press("Nøglekort") };
    let key = holger.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit().is(Status::Ok);
}

/// Goes as far as the text of a payment.
fn pays(holger: &Person<'_>) -> String {
    let form = holger.browser.open(&format!("{BANK}/betal")).form("Næste");
    let form = form.fill("Til konto", "1234 7654321").fill("Beløb", "25,00");
    form.submit().says("forpligter dig").path.clone()
}

#[test]
fn a_payment_at_a_bank_is_signed_with_each() {
    let site = Site::filled();
    let holger = holger(&site);
    logs_on_by_card(&holger, BANK);
    for kind in &KINDS {
        let document = holger.browser.open(&pays(&holger));
        let page = document.form("Næste").fill("Adgangskode", &holger.password).submit();
        let receipt = holger.answers_with(kind, &page, "Underskriv");
        receipt.is(Status::Ok).says("Kvittering").says("25,00 kr.");
    }
    let list = holger.browser.open(BANK).text();
    assert_eq!(list.matches("Betaling til").count(), KINDS.len(), "{list}");
}

#[test]
fn a_text_at_a_public_site_is_signed_with_each_and_the_log_says_with_which() {
    let site = Site::filled();
    let holger = holger(&site);
    for kind in &KINDS {
        let page = holger.types_password(AUTHORITY, &holger.password);
        holger.answers_with(kind, &page, "Log på").is(Status::Ok);
        let text = holger.browser.open(AUTHORITY).press("Ansøgning om parkeringslicens");
        let page = text.form("Næste").fill("Adgangskode", &holger.password).submit();
        holger.answers_with(kind, &page, "Underskriv").says("Certifikatets serienummer");
        holger.browser.open(AUTHORITY).press("Log af");
        logs_on_by_card(&holger, "/log-paa");
        holger.opens("/haendelseslog").says(&format!("som vi ikke har gemt navnet på {}", kind.told));
    }
}

#[test]
fn an_answer_for_one_text_signs_no_other_whatever_it_was_given_with() {
    let site = Site::filled();
    let holger = holger(&site);
    logs_on_by_card(&holger, BANK);
    let first =
        holger.browser.open(&pays(&holger)).form("Næste").fill("Adgangskode", &holger.password).submit();
    first.press("Nøgleapp").says("Der er sendt en anmodning");
    let second = holger.browser.open(&pays(&holger));
    let second = second.form("Næste").fill("Adgangskode", &holger.password).submit();
    holger.approves(0, PIN);
    assert!(!second.press("Nøgleviser").text().contains("Kvittering"));
    holger.browser.open(BANK).never_says("Betaling til");
}

#[test]
fn a_nemid_is_ended_with_each() {
    for kind in &KINDS {
        let site = Site::filled();
        let holger = holger(&site);
        logs_on_by_card(&holger, "/log-paa");
        let page = holger.opens("/afslut").press("Fortsæt");
        holger.answers_with(kind, &page, "Luk NemID");
        assert!(holger.is_logged_off(), "{}", kind.button);
        assert_eq!(holger.as_listed()["nemids"][0]["state"], "closed", "{}", kind.button);
        assert!(!holger.states_of_kind("app").contains(&"active".to_owned()));
    }
}

#[test]
fn a_wrong_answer_at_a_site_counts_for_that_carrier_alone() {
    let site = Site::filled();
    let holger = holger(&site);
    logs_on_by_card(&holger, BANK);
    let page =
        holger.browser.open(&pays(&holger)).form("Næste").fill("Adgangskode", &holger.password).submit();
    let page = page.press("Nøgleviser");
    let again = page.form("Underskriv").fill("Kode fra nøgleviseren", "000000").submit();
    again.is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage");
    let page = again.press("Telefon").press("Ring mig op");
    holger.hears_key();
    let again = page.form("Underskriv").fill("Nøgle", "000000").submit();
    again.is(Status::UnprocessableEntity).says("Du har 4 forsøg tilbage");
    let signed = holger.answers_with(&KINDS[0], &again, "Underskriv");
    signed.says("Kvittering");
}
