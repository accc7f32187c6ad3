//! Enrolment at Selvbetjening and in a netbank is one flow: the same mistakes get the same answers in both.

use rocket::http::Status;

use super::newcomer::Letters;
use crate::browser::{Form, Visit, select, text_of};
use crate::guide::desk::ORDER;
use crate::people::Person;
use crate::site::Site;

const PORTAL: &str = "/aktiver";
const BANK: &str = "/tjenester/fjordbanken/aktiver";
const PASSWORD: &str = "solsikke22";

/// Somebody at the step after the temporary password at Selvbetjening, and somebody else there in a netbank.
fn both_begin(site: &Site, then: impl Fn(&Visit<'_, '_>)) {
    let (signe, letters) = site.equipped_newcomer();
    then(&signe.begins(PORTAL, &letters.number, &letters.digits));
    let regitze = site.named("Regitze Toft");
    let letters = regitze.reads_post();
    then(&regitze.begins(BANK, &letters.number, &letters.digits));
}

fn chooses<'b, 's>(page: &Visit<'b, 's>, first: &str, second: &str) -> Visit<'b, 's> {
    page.form("Næste").fill("Adgangskode", first).fill("Gentag adgangskode", second).submit()
}

#[test]
fn passwords_that_differ_are_compared_alike() {
    both_begin(&Site::filled(), |page| {
        let again = chooses(page, "", PASSWORD);
        again.is(Status::UnprocessableEntity).says("Skriv en ny adgangskode").never_says("ikke ens");
        let again = chooses(page, PASSWORD, "");
        again.is(Status::UnprocessableEntity).says("ikke ens").never_says("mindst 6 tegn");
    });
}

#[test]
fn all_broken_clauses_of_a_user_id_are_told() {
    both_begin(&Site::filled(), |page| {
        let details = chooses(page, PASSWORD, PASSWORD);
        let again = details.form("Næste").fill("Bruger-id", "æ").submit();
        again.is(Status::UnprocessableEntity).says("mindst 5 tegn").says("et tegn, der ikke kan bruges");
        let again = details.form("Næste").fill("Bruger-id", &PASSWORD[..8]).submit();
        again.is(Status::UnprocessableEntity).says("må ikke indeholde dit bruger-id");
    });
}

/// Somebody whose bank NemID was tied to the public before it was activated, so that a certificate comes with it.
fn tied_to_the_public(site: &Site) -> (Person<'_>, Letters) {
    let (desk, regitze) = (site.desk(), site.named("Regitze Toft"));
    let letters = regitze.reads_post();
    let page = desk.serves(ORDER, &regitze, &["Pas"]);
    desk.signs(
        &page.form("Næste").tick("Eksisterende NemID").fill("Nøglekortnummer", &letters.card).submit(),
    );
    (regitze, letters)
}

/// What stands beside a field that something is wrong with.
fn beside(page: &Visit<'_, '_>, field: &str) -> String {
    let html = page.html();
    let fault = html.select(&select(&format!("#{field}-error"))).next();
    fault.map(text_of).unwrap_or_default()
}

#[test]
fn a_netbank_says_beside_each_missing_tick_what_is_missing() {
    let site = Site::filled();
    let (regitze, letters) = tied_to_the_public(&site);
    let details = chooses(&regitze.begins(BANK, &letters.number, &letters.digits), PASSWORD, PASSWORD);
    let bare = details.form("Næste").submit();
    bare.is(Status::UnprocessableEntity);
    let named = [
        ("cpr_lookup", "opslag i CPR"),
        ("pid_service", "PID-tjenesten"),
        ("earlier_pid", "tidligere PID-nummer"),
        ("bank_exchange", "din bank"),
    ];
    for (consent, name) in named {
        assert!(beside(&bare, consent).contains(name), "{consent}: {}", bare.text());
    }
    let rules = beside(&bare, "rules");
    assert!(rules.contains("acceptere reglerne") && !rules.contains("samtykker"), "{rules}");

    let consents = ["I må slå mit navn", "I må fortælle PID-tjenesten", "I må hente", "Min bank må give jer"];
    let form = consents.into_iter().fold(details.form("Næste"), Form::tick);
    let no_rules = form.submit();
    assert!(beside(&no_rules, "rules").contains("acceptere reglerne"), "{}", no_rules.text());
    assert_eq!(beside(&no_rules, "cpr_lookup"), "");
    form.tick("Jeg accepterer reglerne").submit().says("Skriv nøglekortets nummer");
}

#[test]
fn in_a_netbank_too_the_steps_that_are_done_can_be_gone_back_to_and_keep_what_was_typed() {
    let site = Site::filled();
    let regitze = site.named("Regitze Toft");
    let letters = regitze.reads_post();
    let details = chooses(&regitze.begins(BANK, &letters.number, &letters.digits), PASSWORD, PASSWORD);
    let card = details.form("Næste").tick("Jeg accepterer reglerne").submit();
    let key = card.form("Næste").fill("Nøglekortnummer", &letters.card).submit();
    key.follow("Bruger-id og kontakt").says("Jeg accepterer reglerne");
    let card = regitze.browser.open(&format!("{BANK}/kort"));
    assert!(card.body.contains(&format!("value=\"{}\"", letters.card)), "{}", card.body);
}
