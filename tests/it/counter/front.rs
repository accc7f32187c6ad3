//! The front page of a super-user lists what can be practised, and the dead are offered nothing (Guide 1.1, 2.1).

use crate::guide::desk::BLOCK_CARDS;
use crate::site::Site;

#[test]
fn every_section_of_the_guide_is_an_exercise_that_leads_to_its_persons() {
    let site = Site::filled();
    let ulrikke = site.staff("super_user", 0);
    let page = ulrikke.logs_on_at("/log-paa?til=/ra");
    page.says("Øvelser for nye medarbejdere");
    let browser = site.browser();
    let persons = browser.open("/kontrolrum/personer");
    let sections =
        ["2-1", "3-1-1", "3-1-2", "3-1-3", "3-1-4", "3-1-5", "3-1-6", "3-1-7", "3-2-1", "3-2-2", "3-2-3"];
    for section in sections {
        let link = format!("href=\"/kontrolrum/personer#guide-{section}\"");
        assert!(page.body.contains(&link), "{section}: {}", page.body);
        assert!(persons.body.contains(&format!("id=\"guide-{section}\"")), "{section}");
    }
}

#[test]
fn nothing_is_ordered_for_the_dead_and_the_young_are_told_why_there_is_no_way_on() {
    let site = Site::filled();
    let desk = site.desk();
    let dead = desk.serves(BLOCK_CARDS, &site.named("Gunnar Holst"), &["Pas"]);
    dead.says("registreret som død").never_says("Bestil et nyt").never_says("Bestil NemID");
    let young = desk.serves(BLOCK_CARDS, &site.named("Fie Gade"), &["Pas"]);
    young.says("fyldt 15 år").says("Fie Gade er 14 år og fylder 15 år den").never_says("Bestil et nyt");
    let open = desk.serves(BLOCK_CARDS, &site.named("Søren Ibsen"), &["Pas"]);
    open.says("Bestil et nyt, hvis borgeren vil have NemID").follow("Bestil NemID").says("Hvem er borgeren?");
}
