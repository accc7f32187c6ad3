//! The menus at which the guide's lists of steps begin, and the names on its screens (Guide 1.2, 2.1, 3.1.1–3.2.3).

use super::desk::{Desk, ORDER, TEMPORARY};
use crate::browser::{Visit, select, text_of};
use crate::people::Person;
use crate::site::Site;

/// Everything on a page that this selects, from above, as it is read.
fn read(page: &Visit<'_, '_>, what: &str) -> Vec<String> {
    page.html().select(&select(&format!("main {what}"))).map(text_of).collect()
}

/// The value of the first option, radio or tick that is chosen already.
fn chosen(page: &Visit<'_, '_>, name: &str) -> String {
    let html = page.html();
    let radio = select(&format!("input[name={name}][checked]"));
    let option = select(&format!("select[name={name}] option"));
    let found = html.select(&radio).chain(html.select(&option)).next();
    found
        .unwrap_or_else(|| panic!("nothing is chosen for {name}: {}", page.body))
        .attr("value")
        .unwrap()
        .to_owned()
}

#[test]
fn the_portal_says_where_to_begin_and_has_the_menus_of_the_guide() {
    let site = Site::filled();
    let desk = site.desk();
    let front = desk.officer.browser.open("/ra");
    front.says("Begynd altid med at slå borgeren op under »Bestil NemID«");
    front.says("om borgeren har NemID, hvem der har udstedt det, og om det er aktiveret");
    let menus = read(&front, ".nav-cards a");
    let at =
        |menu: &str| menus.iter().position(|one| one.contains(menu)).unwrap_or_else(|| panic!("{menus:?}"));
    assert!(at("Bestil NemID") < at("Spær nøglekort"), "{menus:?}");
    let maintain = front.follow("Vedligehold NemID");
    for menu in ["Spær nøglekort", "Udlever nøglekort", "Udlever midlertidig adgangskode"] {
        at(menu);
        maintain.says(menu);
    }
}

/// From the front page of the portal by an action of *Vedligehold NemID* to the NemID that is chosen.
fn comes_to<'b>(desk: &'b Desk<'_>, action: &str, citizen: &Person<'_>) -> Visit<'b, 'b> {
    let page = desk.officer.browser.open("/ra").follow("Vedligehold NemID").follow(action);
    let page = page.form("Næste").fill("CPR-nummer", &citizen.cpr).submit();
    let page = page.form("Næste").tick("Pas").submit();
    page.says(&citizen.nemid_number());
    assert!(page.path.contains("/nemid?"), "{}", page.path);
    page.form("Næste").submit()
}

#[test]
fn each_list_of_steps_is_gone_from_its_menu_to_the_signature_and_back_to_the_front_page() {
    let site = Site::filled();
    let (desk, mut jette) = (site.desk(), site.named("Jette Kjær"));
    let (lost, card, serial) = (jette.open_cards().remove(0), desk.card(), desk.letter());
    let page = comes_to(&desk, "Spær nøglekort", &jette);
    let receipt = desk.signs(&page.form("OK").tick(&lost).tick("Kortet er ikke kommet").submit());
    receipt.says("Nøglekortet er nu spærret").says("Borgeren har ikke flere nøglekort");
    let page = receipt.press("Udlever nyt nøglekort");
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    assert_eq!(receipt.says("Nyt nøglekort er nu tilknyttet").follow("Gå til forsiden").path, "/ra");

    let page = comes_to(&desk, "Udlever midlertidig adgangskode", &jette);
    let form = page.form("Næste").choose("Handling", "Genudsend midlertidig adgangskode");
    let receipt = desk.signs(&form.fill("Serienummer på PIN-brev", &serial).submit());
    receipt.says("Skriv NemID-nummer").follow("Gå til forsiden");
    desk.opened(&card);
    let digits = desk.opened(&serial)["temporary_password"].as_str().unwrap().to_owned();
    jette.activates(&digits, "engvej40ok", &card);

    let page = comes_to(&desk, "Udlever nøglekort", &jette);
    let receipt = desk.signs(&page.form("Næste").fill("Nøglekortnummer", &desk.card()).submit());
    let page = receipt.follow("Gå til forsiden").follow("Bestil NemID");
    let page = page.form("Næste").fill("CPR-nummer", &jette.cpr).submit().form("Næste").tick("Pas").submit();
    page.says("Borgeren har allerede NemID");
}

#[test]
fn the_three_screens_of_an_order_name_what_the_guide_names() {
    let site = Site::filled();
    let desk = site.desk();
    let labels = |page: &Visit<'_, '_>| -> Vec<String> {
        let all = read(page, "form .form-label");
        all.iter().map(|label| label.trim_end_matches(" (valgfrit)").to_owned()).collect()
    };
    let existing = desk.serves(ORDER, &site.named("Kirsten Munk"), &["Pas"]);
    let named = labels(&existing);
    let order = [
        "E-mail",
        "Mobilnummer",
        "Certifikat tilknyttes",
        "Eksisterende NemID",
        "Nyt NemID",
        "Nøglekortnummer",
    ];
    let at: Vec<_> = order.iter().map(|label| named.iter().position(|one| one.contains(label))).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{named:?}");
    assert_eq!(chosen(&existing, "attach"), "existing");

    let new = desk.serves(ORDER, &site.named("Erik Fjeldsted"), &["Pas"]);
    let named = labels(new.says("Der oprettes et nyt NemID"));
    let order = [
        "E-mail",
        "Mobilnummer",
        "Løsningstype",
        "sendes med posten",
        "udleveres med det samme",
        "Nøglekortnummer",
    ];
    let at: Vec<_> = order.iter().map(|label| named.iter().position(|one| one.contains(label))).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{named:?}");
    assert_eq!(read(&new, "select[name=solution] option"), ["Den normale løsning med OTP"]);
    assert_eq!(chosen(&new, "how"), "at-once");

    let already = desk.serves(ORDER, &site.named("Hanne Iversen"), &["Pas"]);
    assert_eq!(read(&already, "h1"), ["Borgeren har allerede NemID"]);
    assert!(read(&already, "input[name=card]").is_empty(), "nothing can be ordered");
    assert_eq!(already.follow("Forside").path, "/ra");
    assert!(already.body.contains("Log af"), "{}", already.body);
}

#[test]
fn the_screen_of_a_temporary_password_names_what_the_guide_names() {
    let site = Site::filled();
    let (desk, ulla) = (site.desk(), site.named("Ulla Vang"));
    let page = desk.maintains(TEMPORARY, &ulla);
    assert_eq!(read(&page, "h1"), ["Vælg udleveringsform"]);
    assert_eq!(read(&page, "form .form-label"), ["Handling", "Forsendelse", "Serienummer på PIN-brev"]);
    let actions = read(&page, "select[name=action] option:not([value=''])");
    assert_eq!(actions, ["Midlertidig kode til låst adgangskode", "Nulstil ved glemt adgangskode"]);
    assert_eq!(read(&page, "select[name=delivery] option"), ["Udlevering af PIN-brev"]);
}
