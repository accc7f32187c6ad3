//! Look-ups by employees leave a trace, for those who oversee them (D24).

use rocket::http::Status;

use super::employees::administrator;
use crate::site::Site;

const AT_OFFICES: &str = "/ra/journal/opslag";
const ANYWHERE: &str = "/operatoer/journal/opslag";

#[test]
fn whoever_is_looked_up_stands_in_the_list_once_for_each_employee_and_day() {
    let site = Site::filled();
    let (desk, nana, olga) = (site.desk(), site.clerk("fjordbanken"), site.operator());
    let written = site.log_of(&site.nemids_of("Finn Gram").remove(0)).len();
    let (finn, stine) = (site.named("Finn Gram"), site.cpr_of("Stine Udsen"));
    for _ in 0..3 {
        desk.serves("/ra/vedligehold/spaer-noeglekort", &finn, &["Pas"]);
    }
    nana.finds(&stine);
    let aksel = administrator(&site);
    let list = aksel.browser.open("/ra/journal").follow("Se, hvem der er slået op");
    list.says("Finn Gram").says(&desk.officer.name).says("Borgerservice Fjordby").says("3 gange");
    list.never_says("Stine Udsen");
    assert_eq!(list.text().matches("Finn Gram").count(), 1);

    let all = olga.person.browser.open("/operatoer/journal").follow("Se, hvem der er slået op");
    all.says("Finn Gram").says("Stine Udsen").says("Nana Fogh").says("Skranken hos Fjordbanken");
    site.clock_moves("days", 1);
    nana.finds(&stine);
    assert_eq!(olga.person.browser.open(ANYWHERE).text().matches("Stine Udsen").count(), 2, "another day");
    let log = site.log_of(&site.nemids_of("Finn Gram").remove(0));
    assert_eq!(log.len(), written, "not in the citizen's own log: {log:?}");
}

#[test]
fn of_a_number_that_nobody_has_only_that_it_was_typed_is_kept() {
    let site = Site::filled();
    let (olga, nana) = (site.operator(), site.clerk("fjordbanken"));
    nana.finds("6101804711").is(Status::UnprocessableEntity);
    nana.finds_nemid("999999999").is(Status::UnprocessableEntity);
    olga.person.browser.open(ANYWHERE).says("Numre, som ingen her har").says("2 gange").never_says("610180");
    assert_eq!(site.count("look_ups WHERE citizen IS NOT NULL"), 0);
}

#[test]
fn nobody_oversees_themselves() {
    let site = Site::filled();
    let (desk, nana) = (site.desk(), site.clerk("fjordbanken"));
    desk.officer.browser.open(AT_OFFICES).is(Status::Forbidden);
    desk.officer.browser.open("/ra/journal").never_says("Se, hvem der er slået op");
    nana.person.browser.open("/bank/fjordbanken/journal/opslag").is(Status::NotFound);
    nana.person.browser.open("/bank/fjordbanken/journal").never_says("Se, hvem der er slået op");
}
