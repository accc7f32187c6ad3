//! A field in which nothing was typed is asked for; how it is to be written is told only to whoever typed something.

use rocket::http::Status;

use crate::browser::{Visit, select, text_of};
use crate::site::Site;

/// What is said beside the fields of a page, and the number of entries in the list at its top that lead nowhere.
fn told(page: &Visit<'_, '_>) -> (Vec<String>, usize) {
    page.is(Status::UnprocessableEntity);
    let html = page.html();
    let message = select(".form-error-message");
    let beside = html.select(&message).map(text_of);
    let beside = beside.map(|text| text.trim_start_matches("Fejl:").trim().to_owned()).collect();
    let loose = html.select(&select(".error-summary li:not(:has(a))")).count();
    (beside, loose)
}

#[test]
fn what_was_left_empty_is_asked_for_beside_its_field() {
    let site = Site::filled();
    let empty = |path: &str, button: &str| told(&site.browser().open(path).form(button).submit());
    let asked = |texts: &[&str]| (texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), 0);
    assert_eq!(
        empty("/bestil", "Bestil"),
        asked(&["Skriv dit navn.", "Skriv CPR-nummeret.", "Skriv nummeret på dit pas eller kørekort."])
    );
    assert_eq!(empty("/log-paa", "Næste"), asked(&["Skriv dit bruger-id.", "Skriv din adgangskode."]));
    assert_eq!(
        empty("/aktiver", "Næste"),
        asked(&["Skriv NemID-nummeret.", "Skriv den midlertidige adgangskode."])
    );
    assert_eq!(
        empty("/glemt-adgangskode", "Bestil midlertidig adgangskode"),
        asked(&["Skriv dit bruger-id.", "Skriv nøglekortnummeret."])
    );
    let desk = site.desk();
    let person = desk.officer.browser.open("/ra/bestil").form("Næste").submit();
    assert_eq!(told(&person), asked(&["Skriv CPR-nummeret."]));
}

#[test]
fn a_new_password_that_was_left_empty_is_asked_for_once_and_a_bad_one_has_all_its_faults_beside_it() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.begins("/aktiver", &letters.number, &letters.digits);
    let (beside, loose) = told(&page.form("Næste").submit());
    assert_eq!((beside, loose), (vec!["Skriv en ny adgangskode.".to_owned()], 0));
    let form = page.form("Næste").fill("Adgangskode", "ø").fill("Gentag adgangskode", "ø");
    let (beside, loose) = told(&form.submit());
    assert_eq!((beside.len(), loose), (1, 0));
    assert!(beside[0].contains("for kort") && beside[0].contains("mangler et tal"), "{beside:?}");
}

#[test]
fn a_fault_that_lies_in_two_fields_together_leads_to_the_first() {
    let site = Site::filled();
    let browser = site.browser();
    let form = browser.open("/log-paa").form("Næste");
    let page = form.fill("Bruger-id", "findes.ikke").fill("Adgangskode", "forkert 17").submit();
    page.says("Bruger-id eller adgangskode er forkert");
    assert!(page.body.contains("<li><a href=\"#user_id\">"), "{}", page.body);
}

/// The fields of a page in which one chooses, and what is said beside those that are wrong.
fn choices(page: &Visit<'_, '_>) -> Vec<String> {
    let html = page.html();
    let chooses = select("select, input[type=radio], input[type=checkbox]");
    let names: std::collections::BTreeSet<_> =
        html.select(&chooses).filter_map(|one| one.attr("name").map(str::to_owned)).collect();
    let beside = |name: &String| html.select(&select(&format!("[id='{name}-error']"))).map(text_of).next();
    names.iter().filter_map(beside).collect()
}

#[test]
fn who_has_to_choose_is_asked_to_choose() {
    let site = Site::filled();
    let mut asked = Vec::new();
    let mut look = |page: &Visit<'_, '_>| {
        let said = choices(page);
        assert!(!said.is_empty(), "{}: {}", page.path, page.text());
        asked.extend(said.into_iter().map(|text| format!("{}: {text}", page.path)));
    };
    let (desk, stine) = (site.desk(), site.named("Stine Udsen"));
    for (serving, actions) in [
        (
            site.operator(),
            &["Spær adgangskode", "Spær nøglekort", "Spær certifikat", "Spær hele NemID'et"][..],
        ),
        (site.clerk("hedebanken"), &["Spær adgangskode", "Spær nøglekort"][..]),
    ] {
        for action in actions {
            look(&serving.finds(&stine.cpr).follow(action).form("Næste").submit());
        }
    }
    let olga = site.operator();
    look(&olga.person.browser.open("/operatoer/regler").form("Underskriv og offentliggør").submit());
    for action in ["spaer-adgangskode", "spaer-certifikat"] {
        look(&desk.maintains(&format!("/ra/vedligehold/{action}"), &stine).form("Næste").submit());
    }
    look(&desk.serves("/ra/vedligehold/spaer-noeglekort", &stine, &[]));
    look(&site.browser().open("/spaer").form("Spær nu").submit());
    stine.logs_on();
    look(&stine.browser.open("/selvbetjening/adgangskode/spaer").form("Spær adgangskode").submit());
    look(&stine.browser.open("/selvbetjening/noeglekort/spaer").form("Spær").submit());
    let typed: Vec<_> = asked.iter().filter(|text| text.contains("Skriv")).collect();
    assert!(typed.is_empty() && asked.len() > 12, "{typed:#?} of {asked:#?}");
}
