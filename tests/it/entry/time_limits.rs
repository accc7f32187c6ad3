//! Limits of time (D11, D32, WCAG 2.2.1): told where they begin, and whoever asks gets more time.

use jiff::SignedDuration;
use rocket::http::Status;
use rules::sessions::Lifetimes;
use service::cases::open::Opening;

use super::newcomer::PASSWORD;
use crate::browser::Visit;
use crate::guide::desk::BLOCK_CARDS;
use crate::site::Site;

const MORE: &str = "Få mere tid";

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

/// What stands below the main part of a page about time.
fn told(page: &Visit<'_, '_>) -> String {
    let html = page.html();
    let found = html.select(&crate::browser::select(".time-left")).next();
    found.map(crate::browser::text_of).unwrap_or_default()
}

#[test]
fn each_limit_is_told_where_it_begins() {
    let site = Site::filled();
    let browser = site.browser();
    for path in ["/log-paa", "/log-paa?til=/ra", "/tjenester/fjordbanken"] {
        browser.open(path).says("har du 5 minutter til at skrive nøglen").says("15 minutter uden aktivitet");
        browser.open(path).says("senest efter 12 timer");
    }
    for path in ["/aktiver", "/genaabn", "/tjenester/fjordbanken/aktiver"] {
        browser.open(path).says("har du 30 minutter til resten");
    }
    site.desk().officer.browser.open(BLOCK_CARDS).says("åben i 30 minutter efter hvert trin");
    for serving in [site.operator(), site.clerk("fjordbanken")] {
        serving.person.browser.open(&serving.base).says("åben i 30 minutter efter hvert trin");
    }
}

#[test]
fn a_page_tells_what_ends_when_by_the_real_clock() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    let asked = aksel.types_password("/log-paa", &aksel.password);
    assert!(told(&asked).contains("Skriv nøglen inden kl. 9.05 (rigtig tid)"), "{}", told(&asked));
    let key = aksel.key_for(&asked);
    let page = asked.form("Log på").fill("Nøgle", &key).submit();
    assert!(told(&page).contains("logget på til kl. 9.15 (rigtig tid)"), "{}", told(&page));
    assert_eq!(told(&aksel.browser.open("/regler")), "", "where nothing ends nothing is told");
    let desk = site.desk();
    let page = desk.maintains(BLOCK_CARDS, &site.named("Finn Gram"));
    assert!(told(&page).contains("til kl. 9.15"), "the session ends first: {}", told(&page));
    site.real_time_passes(minutes(14));
    desk.officer.browser.open("/ra");
    site.real_time_passes(minutes(6));
    let page = desk.officer.browser.open(&page.path);
    assert!(told(&page).contains("Sagen er åben til kl. 9.30"), "{}", told(&page));
}

#[test]
fn who_asks_has_the_five_minutes_of_a_log_on_once_more_ten_times_and_not_for_ever() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    let asked = aksel.types_password("/log-paa", &aksel.password);
    for _ in 0..10 {
        site.real_time_passes(minutes(4));
        asked.press(MORE).is(Status::Ok).says("Du har fået mere tid").says("Luk denne fane");
    }
    site.real_time_passes(minutes(4));
    let key = aksel.key_for(&asked);
    assert_eq!(asked.form("Log på").fill("Nøgle", &key).submit().path, "/selvbetjening");

    let asked = aksel.types_password("/log-paa", &aksel.password);
    for _ in 0..14 {
        site.real_time_passes(minutes(4));
        asked.press(MORE);
    }
    site.real_time_passes(minutes(5));
    asked.press(MORE).says("Tiden er gået");
    let key = aksel.key_for(&asked);
    asked.form("Log på").fill("Nøgle", &key).submit().says("gælder ikke længere");
}

#[test]
fn a_log_on_at_a_site_and_a_signature_get_more_time_too() {
    let site = Site::filled();
    let kirsten = site.named("Kirsten Munk");
    let asked = kirsten.types_password("/tjenester/fjordbanken", &kirsten.password);
    site.real_time_passes(minutes(4));
    asked.press(MORE).says("9.09");
    site.real_time_passes(minutes(4));
    let key = kirsten.key_for(&asked);
    asked.form("Log på").fill("Nøgle", &key).submit().says("Lønkonto");

    let form = kirsten.browser.open("/tjenester/fjordbanken/betal").form("Næste");
    let page = form.fill("Til konto", "1234 7654321").fill("Beløb", "10").submit();
    let asked = page.form("Næste").fill("Adgangskode", &kirsten.password).submit();
    for _ in 0..5 {
        site.real_time_passes(minutes(4));
        asked.press(MORE).says("Skriv nøglen inden");
    }
    let key = kirsten.key_for(&asked);
    asked.form("Underskriv").fill("Nøgle", &key).submit().says("Kvittering");
}

#[test]
fn the_question_before_the_end_of_a_nemid_gets_more_time_with_its_session() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    aksel.logs_on();
    let asked = aksel.browser.open("/selvbetjening/afslut").press("Fortsæt");
    assert!(told(&asked).contains("Skriv nøglen inden kl. 9.05"), "{}", told(&asked));
    for _ in 0..5 {
        site.real_time_passes(minutes(4));
        asked.press(MORE).says("Skriv nøglen inden");
    }
    let key = aksel.key_for(&asked);
    assert_eq!(asked.form("Luk NemID").fill("Nøgle", &key).submit().path, "/selvbetjening/slut/nemid");
}

#[test]
fn a_session_goes_on_for_who_asks_until_its_longest_life_is_over() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    let page = aksel.logs_on();
    for _ in 0..50 {
        site.real_time_passes(minutes(14));
        page.press(MORE).is(Status::Ok).says("mere tid");
    }
    site.real_time_passes(minutes(10));
    let page = aksel.browser.open("/selvbetjening");
    assert!(told(&page).contains("Din session slutter kl. 21.00"), "{}", told(&page));
    assert!(!page.body.contains("action=\"/mere-tid\""), "nothing gives more");
    let again = page.follow("Log på igen");
    assert_eq!(again.path, "/log-paa?til=%2Fselvbetjening");
}

#[test]
fn an_activation_gets_more_time() {
    let site = Site::empty();
    let (signe, letters) = site.equipped_newcomer();
    let page = signe.activates_up_to_key(&letters, PASSWORD);
    for _ in 0..3 {
        site.real_time_passes(minutes(29));
        page.press(MORE).says("Du har tid til");
    }
    let key = signe.key_for(&page);
    page.form("Aktivér NemID").fill("Nøgle", &key).submit().says("Dit NemID er aktiveret");
}

#[test]
fn an_errand_gets_more_time_with_its_session() {
    let site = Site::filled();
    let (desk, finn) = (site.desk(), site.named("Finn Gram"));
    let page = desk.maintains(BLOCK_CARDS, &finn);
    for _ in 0..4 {
        site.real_time_passes(minutes(14));
        page.press(MORE).is(Status::Ok);
    }
    desk.officer.browser.open(&page.path).says("Finn Gram");
    let olga = site.operator();
    let page = olga.finds(&finn.cpr);
    for _ in 0..4 {
        site.real_time_passes(minutes(14));
        page.press(MORE).is(Status::Ok);
    }
    olga.person.browser.open(&page.path).says("Finn Gram");
}

#[test]
fn a_script_is_answered_in_json_and_looking_alone_gives_no_more() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    let form = aksel.logs_on().form(MORE).tamper("svar", "json");
    let look = form.clone().tamper("kun_se", "true");
    assert_eq!(look.submit().body, r#"{"seconds":900,"until":"9.15"}"#);
    site.real_time_passes(minutes(10));
    assert_eq!(look.submit().body, r#"{"seconds":300,"until":"9.15"}"#);
    site.real_time_passes(SignedDuration::from_millis(400));
    assert_eq!(look.submit().body, r#"{"seconds":300,"until":"9.15"}"#, "time is not up before it is");
    assert_eq!(form.submit().body, r#"{"seconds":900,"until":"9.25"}"#);
    site.real_time_passes(minutes(16));
    assert!(look.submit().body.starts_with(r#"{"seconds":0,"#));
    assert!(form.submit().body.starts_with(r#"{"seconds":0,"#), "what is over stays over");
    assert!(aksel.browser.open("/selvbetjening").path.starts_with("/log-paa"));
}

#[test]
fn nobody_gets_time_for_what_is_not_theirs() {
    let site = Site::filled();
    let (desk, stranger) = (site.desk(), site.named("Aksel Dam"));
    let errand = desk.maintains(BLOCK_CARDS, &site.named("Finn Gram"));
    let sag = errand.path.split_once("sag=").unwrap().1.to_owned();
    let form = stranger.logs_on().form(MORE);
    form.clone().tamper("sag", &sag).submit().is(Status::Ok);
    for nothing in ["ra", "findes-ikke", "", "../x"] {
        form.clone().tamper("for", nothing).submit().is(Status::Ok).says("Tiden er gået");
    }
    site.real_time_passes(minutes(14));
    desk.officer.browser.open("/ra");
    site.real_time_passes(minutes(14));
    desk.officer.browser.open("/ra");
    stranger.logs_on().form(MORE).tamper("sag", &sag).submit();
    site.real_time_passes(minutes(3));
    desk.officer.browser.open(&errand.path).says("Ekspeditionen er slut");
}

#[test]
fn the_limits_are_what_is_set() {
    let short = Lifetimes { log_on_seconds: 20, session_seconds: 30, ..Lifetimes::default() };
    let site = Site::filled_with(|opening| Opening { lifetimes: short, ..opening });
    let aksel = site.named("Aksel Dam");
    aksel.browser.open("/log-paa").says("har du 20 sekunder").says("30 sekunder uden aktivitet");
    let asked = aksel.types_password("/log-paa", &aksel.password);
    assert!(asked.body.contains("data-time=\"20\" data-warning=\"10\""), "{}", asked.body);
    site.real_time_passes(SignedDuration::from_secs(21));
    let key = aksel.key_for(&asked);
    asked.form("Log på").fill("Nøgle", &key).submit().says("gælder ikke længere");
    aksel.logs_on();
    site.real_time_passes(SignedDuration::from_secs(20));
    aksel.browser.open("/selvbetjening").says("Aksel");
    site.real_time_passes(SignedDuration::from_secs(20));
    aksel.browser.open("/selvbetjening").says("Aksel");
    site.real_time_passes(SignedDuration::from_secs(31));
    assert!(aksel.browser.open("/selvbetjening").path.starts_with("/log-paa"));
}
