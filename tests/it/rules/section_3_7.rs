//! Rules 3.7: the Hændelseslog: newest first, by period and kind, page by page, as CSV; recording on and off;
//! and "it was not me".

use rocket::http::Status;
use rules::nemid::Password;
use service::cases::own::event_log;
use service::cases::own::event_log::Wanted;

use crate::browser::{select, text_of};
use crate::people::Person;
use crate::self_service::holder;
use crate::site::Site;

/// All sentences, by going from page to page.
fn sentences(who: &Person<'_>, query: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut path = format!("/selvbetjening/haendelseslog{query}");
    loop {
        let page = who.browser.open(&path);
        page.is(Status::Ok);
        let html = page.html();
        all.extend(html.select(&select(".log-what")).map(text_of));
        let Some(next) = html.select(&select("a[rel=next]")).next() else { return all };
        next.attr("href").unwrap().clone_into(&mut path);
    }
}

fn entries(who: &Person<'_>) -> Vec<service::testing::Entry> {
    let wanted = Wanted { limit: 10_000, ..Wanted::default() };
    rocket::execute(event_log::page(&who.site.app, who.nemid().number, wanted)).unwrap().entries
}

#[test]
fn every_page_is_reached_and_every_entry_stands_on_one_once() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let all = entries(&willy);
    assert!(all.len() > 60, "{} entries", all.len());
    assert!(all.is_sorted_by(|newer, older| newer.stamp.at >= older.stamp.at));
    assert_eq!(sentences(&willy, "").len(), all.len());
}

#[test]
fn it_is_narrowed_by_kind_and_period() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let cards = sentences(&willy, "?slags=cards");
    assert!(!cards.is_empty() && cards.iter().all(|one| one.contains("øgle")), "{cards:?}");
    let year = sentences(&willy, "?fra=2018-01-01&til=31.12.2018");
    assert!(!year.is_empty() && year.len() < entries(&willy).len());
    let form = willy.opens("/haendelseslog").form("Vis");
    let page = form.fill_day("Fra", ["1", "1", "2031"]).choose("Type", "Adgangskode").submit();
    page.says("Der er ikke sket noget").says("Vis alt");
}

#[test]
fn a_period_that_can_not_be_is_said_beside_its_field() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    willy.opens("/haendelseslog?fra=i+dag").is(Status::UnprocessableEntity).says("Skriv dagen som et tal");
    let page = willy.opens("/haendelseslog?fra=2019-03-04&til=2019-03-01");
    page.is(Status::UnprocessableEntity).says("slutter, før den begynder");
    willy.opens("/haendelseslog?slags=andet").is(Status::UnprocessableEntity);
    willy.opens("/haendelseslog?aeldre_end=abc").is(Status::Ok);
}

#[test]
fn nobody_reads_the_log_of_another_by_its_number() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let svend = holder(&site, "Svend Ulstrup");
    let entry = entries(&willy)[0].id;
    svend.opens(&format!("/haendelseslog/{entry}/ikke-mig")).is(Status::NotFound);
    let all = sentences(&svend, "").len();
    assert_eq!(sentences(&svend, &format!("?aeldre_end={entry}")).len(), all, "a foreign place is no place");
}

#[test]
fn it_is_there_as_a_table_for_spreadsheets() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let table = willy.opens("/haendelseslog.csv");
    table.is(Status::Ok);
    assert_eq!(table.kind.clone().unwrap().to_string(), "text/csv; charset=utf-8");
    let text = table.body.strip_prefix('\u{feff}').expect("the byte order mark");
    let lines: Vec<_> = text.split_terminator("\r\n").collect();
    assert_eq!(lines[0], "\"Tidspunkt\";\"Type\";\"Hændelse\";\"Hvem\";\"Kanal\";\"IP-adresse\";\"Enhed\"");
    assert_eq!(lines.len() - 1, entries(&willy).len());
    assert!(lines.iter().all(|line| line.matches("\";\"").count() >= 6));
    let narrowed = willy.opens("/haendelseslog.csv?slags=cards");
    assert!(narrowed.body.lines().count() < lines.len());
}

#[test]
fn recording_is_switched_on_and_off() {
    let site = Site::filled();
    let svend = holder(&site, "Svend Ulstrup");
    let was = svend.nemid().recording;
    let (press, then) = if was {
        ("Registrér ikke mere", "Registrér fra nu af")
    } else {
        ("Registrér fra nu af", "Registrér ikke mere")
    };
    svend.opens("/haendelseslog").press(press);
    assert_ne!(svend.nemid().recording, was);
    svend.opens("/haendelseslog").press(then);
    assert_eq!(svend.nemid().recording, was);
}

#[test]
fn it_was_not_me_leads_to_a_block_at_once() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = willy.opens("/haendelseslog").follow("Det var ikke mig");
    page.says("Var det ikke dig?");
    let nothing = page.form("Spær nu").untick("Adgangskoden").untick("Alle nøglekort").submit();
    nothing.is(Status::UnprocessableEntity).says("Vælg, hvad der skal spærres");
    page.press("Spær nu").says("Din adgangskode er spærret").says("på vej med posten");
    let nemid = willy.nemid();
    assert!(matches!(nemid.password, Password::Blocked { .. }));
    assert_eq!(nemid.open_cards().count(), 0);
    assert!(willy.is_logged_off());
}

#[test]
fn cards_alone_are_blocked_without_the_session_ending() {
    let site = Site::filled();
    let willy = holder(&site, "Willy Åkjær");
    let page = willy.opens("/haendelseslog").follow("Det var ikke mig");
    page.form("Spær nu").untick("Adgangskoden").submit().says("Spærringen er gennemført");
    assert_eq!(willy.nemid().open_cards().count(), 0);
    assert!(!willy.is_logged_off());
}
