//! The journal of each desk: signed actions, found again by day, by signer and by citizen.

use rocket::http::Status;

use super::employees::administrator;
use crate::site::Site;

const JOURNAL: &str = "/ra/journal";

#[test]
fn an_office_finds_what_it_signed_by_day_by_officer_and_by_person() {
    let site = Site::filled();
    let (desk, finn, mette) = (site.desk(), site.named("Finn Gram"), site.named("Ida Krogh"));
    desk.blocks_cards(&finn);
    site.clock_moves("days", 1);
    let jonas = site.staff_named("officer", "Jonas Lyng");
    jonas.logs_on_at("/log-paa?til=/ra");
    desk.officer.logs_on_at("/log-paa?til=/ra");
    desk.blocks_cards(&mette);

    let all = desk.officer.browser.open(JOURNAL);
    all.says("Finn Gram").says("Ida Krogh").says("Borgerservice Fjordby");
    let first_day = all.form("Vis").fill_day("Dag", ["4", "3", "2019"]).submit();
    first_day.says("1 underskrift, der passer").says("Finn Gram").never_says("Ida Krogh");
    let mine = all.form("Vis").choose("Underskrevet af", &desk.officer.name).submit();
    mine.says("11 underskrifter, der passer").says("1. marts 2019");
    let third_day = all.form("Vis").fill_day("Dag", ["6", "3", "2019"]).submit();
    third_day.says("Journalen har intet, der passer");
    desk.officer.browser.open(&format!("{JOURNAL}?dag=4.3.2019")).says("1 underskrift, der passer");
    let nonsense = desk.officer.browser.open(&format!("{JOURNAL}?dag=i+g%C3%A5r"));
    nonsense.is(Status::UnprocessableEntity).says("Skriv dagen som et tal fra 1 til 31");
    assert!(nonsense.body.contains("i går"), "what was typed stays");

    let person = all.form("Find person").fill("CPR-nummer", &finn.cpr).submit();
    person.says("1 underskrift, der passer").says("Finn Gram").never_says("Ida Krogh");
    assert_eq!(person.path, JOURNAL, "the CPR number stands in no address");
    let wrong = all.form("Find person").fill("CPR-nummer", "12").submit();
    wrong.is(Status::UnprocessableEntity);
    person.follow("Vis hele journalen").says("Ida Krogh");
}

#[test]
fn each_desk_reads_its_own_journal_and_the_administrator_that_of_all_offices() {
    let site = Site::filled();
    let (desk, other, aksel) = (site.desk(), site.other_desk(), administrator(&site));
    let (olga, nana) = (site.operator(), site.clerk("fjordbanken"));
    desk.blocks_cards(&site.named("Finn Gram"));
    let page = olga.finds(&site.cpr_of("Stine Udsen")).follow("Spær adgangskode");
    olga.signs(&page.form("Næste").tick("Mistanke").submit());

    other.officer.browser.open(JOURNAL).says("Her er ikke underskrevet noget endnu");
    aksel.browser.open(JOURNAL).says("Finn Gram").says("Borgerservice Fjordby").never_says("Stine Udsen");
    olga.person.browser.open("/operatoer/journal").says("Stine Udsen").never_says("Finn Gram");
    nana.person.browser.open("/bank/fjordbanken/journal").says("Her er ikke underskrevet noget endnu");
    let elsewhere = other.officer.browser.open(JOURNAL).form("Find person");
    let nothing = elsewhere.fill("CPR-nummer", &site.cpr_of("Finn Gram")).submit();
    nothing.says("Journalen har intet, der passer").never_says("Finn Gram");
}

#[test]
fn each_desk_counts_what_is_signed_there_and_goes_on_counting_when_the_oldest_is_deleted() {
    let site = Site::filled();
    let (desk, other, aksel) = (site.desk(), site.other_desk(), administrator(&site));
    let olga = site.operator();
    // Nine actions were signed there before the world began.
    desk.blocks_cards(&site.named("Finn Gram")).says("Nummer 10 i journalen");
    let page = olga.finds(&site.cpr_of("Stine Udsen")).follow("Spær adgangskode");
    olga.signs(&page.form("Næste").tick("Mistanke").submit()).says("Nummer 1 i journalen");
    other.blocks_cards(&site.named("Hanne Iversen")).says("Nummer 1 i journalen");
    desk.blocks_cards(&site.named("Ida Krogh")).says("Nummer 11 i journalen");
    desk.officer.browser.open(JOURNAL).says("nr. 10").says("nr. 11").never_says("nr. 12");
    aksel.browser.open(JOURNAL).says("nr. 11").never_says("nr. 12");
    olga.person.browser.open("/operatoer/journal").says("nr. 1").never_says("nr. 2");

    site.clock_moves("days", 5 * 366);
    desk.officer.logs_on_at("/log-paa?til=/ra");
    desk.blocks_cards(&site.named("Willy Åkjær")).says("Nummer 12 i journalen");
    site.clock_moves("days", 366);
    desk.officer.logs_on_at("/log-paa?til=/ra");
    desk.officer.browser.open(JOURNAL).says("nr. 12").never_says("nr. 10").never_says("nr. 11");
    desk.blocks_cards(&site.named("Svend Ulstrup")).says("Nummer 13 i journalen");
}

#[test]
fn what_was_handed_out_before_the_world_began_stands_in_the_journal() {
    let site = Site::filled();
    let desk = site.desk();
    let gone = desk.officer.browser.open("/ra/lager").text();
    let (_, gone) = gone.split_once("Senest udleveret").unwrap();
    let journal = desk.officer.browser.open(JOURNAL);
    // The number stands in the last cell of a row, behind the time of day.
    let number = |word: &str| word.rsplit_once('.').and_then(|(_, rest)| rest.get(2..)).map(str::to_owned);
    let nemids: Vec<_> = gone.split_whitespace().filter_map(number).filter(|one| one.len() == 9).collect();
    assert!(nemids.len() >= 5, "{gone}");
    for nemid in nemids {
        journal.says(&nemid);
    }
    journal
        .says("Udlever nøglekort")
        .says("Bestil NemID: nyt NemID")
        .says("Jonas Lyng")
        .says("Legitimation: Pas");
}
