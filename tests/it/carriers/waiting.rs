//! The page that waits for the app goes on at once, however its question ends: answered, blocked, replaced, by a session's
//! end or by time (D37, D39).

use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use jiff::SignedDuration;
use rocket::figment::Figment;
use rocket::http::Header;
use rocket::local::asynchronous::Client;
use rocket::tokio::io::AsyncReadExt;
use selvbetjening::config::Config;
use selvbetjening::start;
use serde_json::json;
use service::cases::app::App;

use crate::browser::{Visit, select};
use crate::carriers::app::{PIN, asta};
use crate::people::Person;
use crate::site::Site;

/// Far less than the time after which a waiting page looks by itself.
const AT_ONCE: Duration = Duration::from_secs(5);

/// Reads what a waiting page is told, up to the end; says when the waiting has begun.
async fn reads(app: App, waits: String, begun: Sender<()>) -> String {
    let rocket = start::rocket(&Config::from(Figment::new()).unwrap(), app).unwrap();
    let client = Client::untracked(rocket).await.unwrap();
    let mut answer = client.get(waits).header(Header::new("Host", "localhost:8000")).dispatch().await;
    let (mut told, mut piece) = (Vec::new(), [0; 256]);
    loop {
        let read = answer.read(&mut piece).await.unwrap();
        if read == 0 {
            return String::from_utf8(told).unwrap();
        }
        told.extend_from_slice(&piece[..read]);
        let _ = begun.send(());
    }
}

/// Has a page wait for the app while something happens; it must go on at once then, and not before.
#[track_caller]
pub fn goes_on(site: &Site, page: &Visit<'_, '_>, happens: impl FnOnce()) {
    let html = page.html();
    let waits = html.select(&select("[data-waits]")).next().unwrap().attr("data-waits").unwrap().to_owned();
    let (app, (begun, has_begun)) = (site.app.clone(), channel());
    let waiting = thread::spawn(move || rocket::execute(reads(app, waits, begun)));
    has_begun.recv_timeout(AT_ONCE).unwrap();
    thread::sleep(Duration::from_millis(100));
    assert!(!waiting.is_finished(), "it went on before anything had happened");
    happens();
    let happened = Instant::now();
    let told = waiting.join().unwrap();
    assert!(told.contains("event:over"), "{told}");
    assert!(happened.elapsed() < AT_ONCE, "it went on after {:?}", happened.elapsed());
}

/// A renewal in the session of somebody who is logged on, for which the app is asked.
fn renewal<'p, 's>(asta: &'p Person<'s>) -> Visit<'p, 's> {
    let page = asta.asks_app("/log-paa");
    asta.approves(0, PIN);
    page.press("Jeg har godkendt");
    let form = asta.opens("/certifikat").form("Forny certifikat");
    form.fill("Adgangskode", &asta.password).submit()
}

#[test]
fn when_it_is_approved_refused_or_answered_with_another_key() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    goes_on(&site, &page, || {
        page.press("Nøglekort");
    });
    let page = asta.asks_app("/log-paa");
    goes_on(&site, &page, || {
        asta.answers_request(0, "refuse", &json!({}));
    });
    let page = asta.asks_app("/log-paa");
    goes_on(&site, &page, || {
        asta.approves(0, PIN);
    });
}

#[test]
fn when_the_whole_nemid_the_password_or_the_app_is_blocked_by_whomever() {
    let blocks: [fn(&Site, &Person<'_>); 4] = [
        |site, asta| {
            let olga = site.operator();
            let page = olga.finds(&asta.cpr).follow("Spær hele NemID'et");
            olga.signs(&page.form("Næste").tick("Reglerne for NemID er ikke overholdt").submit());
        },
        |site, asta| {
            let desk = site.desk();
            let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", asta);
            desk.signs(&page.form("Næste").tick("Andre kender måske adgangskoden").submit());
        },
        |site, asta| {
            let form = site.browser();
            let form = form.open("/spaer").form("Spær nu").tick("Nøgleapp: Telefonen er mistet");
            form.fill("Navn", &asta.name).fill("CPR-nummer", &asta.cpr).submit();
        },
        |site, asta| {
            let world = site.browser();
            let form = world.open(&format!("/kontrolrum/personer/{}/doedsfald", asta.cpr.replace('-', "")));
            form.press("Registrér dødsfald");
        },
    ];
    for block in blocks {
        let site = Site::filled();
        let asta = asta(&site);
        let page = asta.asks_app("/log-paa");
        goes_on(&site, &page, || block(&site, &asta));
        page.press("Jeg har godkendt").never_says("Log af").never_says("Der er sendt en anmodning");
    }
}

#[test]
fn who_blocked_the_app_meanwhile_answers_with_another_key() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    let form = site.browser();
    let form = form.open("/spaer").form("Spær nu").tick("Nøgleapp: Telefonen er mistet");
    form.fill("Navn", &asta.name).fill("CPR-nummer", &asta.cpr).submit();
    let page = page.press("Jeg har godkendt");
    page.says("Nøgleappen er blevet spærret imens").never_says("Jeg har godkendt");
    let page = page.press("Nøglekort");
    let key = asta.key_for(&page);
    let page = page.form("Log på").fill("Nøgle", &key).submit();
    assert!(page.path.starts_with("/selvbetjening"), "{}", page.text());
}

#[test]
fn when_the_session_that_asks_has_ended_and_the_request_is_over_with_it() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = renewal(&asta);
    let elsewhere = self::asta(&site).elsewhere();
    goes_on(&site, &page, || {
        asta.opens("").press("Log af");
    });
    let sent = asta.requests(0);
    assert_eq!(sent.last().unwrap()["state"], "run_out", "{sent:?}");
    assert!(elsewhere.is_logged_off());
}

#[test]
fn when_somebody_logs_on_elsewhere() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    let elsewhere = self::asta(&site).elsewhere();
    goes_on(&site, &page, || {
        elsewhere.asks_app("/log-paa");
    });
}

#[test]
fn when_its_time_is_up() {
    let site = Site::filled();
    let asta = asta(&site);
    let page = asta.asks_app("/log-paa");
    site.real_time_passes(SignedDuration::from_secs(299));
    goes_on(&site, &page, || site.real_time_passes(SignedDuration::from_secs(2)));
    page.press("Jeg har godkendt").says("mere end fem minutter");
}
