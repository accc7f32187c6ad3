//! One's own sessions: listed and ended and their longest life (D11), and the password that contact data take (D2).

use jiff::SignedDuration;
use rocket::http::Status;
use service::cases::access::audience::Audience;
use service::cases::access::sessions::who;
use service::cases::app::Token;
use service::cases::open;
use service::cases::open::Opening;
use service::testing::Clock;

use super::holder;
use crate::people::Person;
use crate::site::{Site, opening_in, real_start};

const WHO: &str = "Stine Udsen";
const BANK: &str = "/tjenester/hedebanken";

/// The same person in another browser, logged on.
fn elsewhere(site: &Site) -> Person<'_> {
    let person = site.named(WHO);
    person.logs_on();
    person
}

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

#[test]
fn own_sessions_are_listed_with_where_since_when_and_with_what() {
    let site = Site::filled();
    let stine = holder(&site, WHO);
    stine.opens("/sessioner").says("Denne session").says("Du er ikke logget på andre steder");
    site.real_time_passes(minutes(3));
    stine.logs_on_at(BANK);
    elsewhere(&site);
    let page = stine.opens("/sessioner");
    page.says("Selvbetjening Denne session")
        .says("for 3 minutter siden")
        .says("Hos Hedebanken")
        .says("127.0.0.1");
    assert_eq!(page.text().matches("Sidst brugt").count(), 3, "{}", page.text());
    site.named("Aksel Dam").logs_on();
    assert_eq!(stine.opens("/sessioner").body, page.body.clone(), "nobody else's");
}

#[test]
fn one_session_is_ended_or_all_but_this_one_and_the_log_tells_it() {
    let site = Site::filled();
    let (stine, thief) = (holder(&site, WHO), elsewhere(&site));
    stine.logs_on_at(BANK);
    let page = stine.opens("/sessioner").form("Luk: Hos Hedebanken").submit();
    page.says("Sessionen er lukket").never_says("Hedebanken");
    stine.browser.open(&format!("{BANK}/oplysninger")).says("Bruger-id");
    assert!(!thief.is_logged_off());
    page.press("Luk alle andre")
        .says("Alle dine andre sessioner er lukket")
        .says("ikke logget på andre steder");
    assert!(thief.is_logged_off() && !stine.is_logged_off());
    stine.opens("/haendelseslog").says("Du loggede af på Selvbetjening");
}

#[test]
fn a_mark_of_somebody_elses_session_or_of_none_ends_nothing() {
    let site = Site::filled();
    let (stine, other) = (holder(&site, WHO), site.named("Aksel Dam"));
    elsewhere(&site);
    other.logs_on();
    site.named("Aksel Dam").logs_on();
    let form = stine.opens("/sessioner").form("Luk: Selvbetjening");
    let (_, fields) = form.sent();
    let mark = &fields.iter().find(|(name, _)| name == "session").unwrap().1;
    let theirs = other.opens("/sessioner").form("Luk: ").tamper("session", mark);
    theirs.submit();
    form.tamper("session", "ffffffffffffffff").submit();
    assert_eq!(stine.opens("/sessioner").text().matches("Sidst brugt").count(), 2);
}

#[test]
fn employees_see_and_end_their_sessions_at_their_desk() {
    let site = Site::filled();
    let (desk, olga, nana) = (site.desk(), site.operator(), site.clerk("fjordbanken"));
    for (browser, base, name) in [
        (&desk.officer.browser, "/ra", "RA-portal"),
        (&olga.person.browser, "/operatoer", "Operatør"),
        (&nana.person.browser, "/bank/fjordbanken", "Skranken hos Fjordbanken"),
    ] {
        browser.open(&format!("{base}/sessioner")).says(&format!("{name} Denne session"));
    }
    let again = site.operator();
    again.person.browser.open("/operatoer/sessioner").press("Luk alle andre").says("er lukket");
    assert!(olga.person.browser.open("/operatoer").path.starts_with("/log-paa"));
}

#[test]
fn a_changed_password_ends_the_other_sessions_unless_the_citizen_says_otherwise() {
    for (ends, tick) in [(true, None), (false, Some(()))] {
        let site = Site::filled();
        let (stine, thief) = (holder(&site, WHO), elsewhere(&site));
        stine.logs_on_at(BANK);
        let form = stine.opens("/adgangskode").form("Skift adgangskode");
        let form = if tick.is_some() { form.untick("Log mig af alle andre steder") } else { form };
        let form =
            form.fill("Nuværende adgangskode", &stine.password).fill("Ny adgangskode", "Ny-kode 2019!");
        form.fill("Gentag ny adgangskode", "Ny-kode 2019!").submit().says("Din adgangskode er skiftet");
        assert!(!stine.is_logged_off());
        assert_eq!(thief.is_logged_off(), ends);
        let at_bank =
            stine.browser.open(&format!("{BANK}/oplysninger")).text().contains("Oplysninger fra NemID");
        assert_eq!(at_bank, !ends);
    }
}

#[test]
fn a_session_lasts_twelve_hours_at_most_and_says_so_before_and_after() {
    let site = Site::filled();
    let stine = holder(&site, WHO);
    stine.logs_on_at(BANK);
    let both = |says: fn(&crate::browser::Visit<'_, '_>)| {
        says(&stine.opens(""));
        says(&stine.browser.open(&format!("{BANK}/oplysninger")));
    };
    // Never idle for a quarter of an hour.
    for _ in 0..68 {
        site.real_time_passes(minutes(10));
        both(|page| {
            page.is(Status::Ok).never_says("højst varer 12 timer");
        });
    }
    site.real_time_passes(minutes(10));
    both(|page| {
        page.says("Om højst 30 minutter bliver du logget af").says("højst varer 12 timer");
    });
    site.real_time_passes(minutes(10));
    both(|page| {
        page.says("Om højst 20 minutter");
    });
    site.real_time_passes(minutes(10));
    both(|page| {
        page.says("Om højst 10 minutter");
    });
    site.real_time_passes(minutes(11));
    both(|page| {
        page.says("Du har været logget på i 12 timer").says("Bruger-id");
    });
    stine.logs_on();
    stine.opens("").never_says("højst varer 12 timer");
}

#[test]
fn a_systems_clock_that_is_set_back_prolongs_neither_session_nor_log_on() {
    let site = Site::filled();
    let (stine, aksel) = (holder(&site, WHO), site.named("Aksel Dam"));
    let asked = aksel.types_password("/log-paa", &aksel.password);
    let key = aksel.key_for(&asked);
    site.real_time_passes(SignedDuration::from_hours(-30 * 24));
    site.real_time_passes(minutes(16));
    assert!(stine.is_logged_off());
    asked.form("Log på").fill("Nøgle", &key).submit().says("gælder ikke længere");
}

#[test]
fn a_process_begun_by_a_clock_that_was_set_back_goes_on_from_what_was_written() {
    let site = Site::filled();
    site.real_time_passes(minutes(600));
    let stine = holder(&site, WHO);
    let token = Token::parse(&stine.browser.cookie("borger").unwrap()).unwrap();
    let set_back = Clock::manual(real_start() - SignedDuration::from_hours(24), SignedDuration::ZERO);
    let opening = Opening { clock: set_back, ..opening_in(site.folder.path()) };
    rocket::execute(async {
        let other = open::open(opening).await.unwrap();
        assert_eq!(other.real_now(), site.app.real_now(), "never before the last instant that was written");
        assert!(who(&other, &Audience::Selvbetjening, &token).await.unwrap().is_some());
        other.clock().advance_real(minutes(16));
        let idle = who(&other, &Audience::Selvbetjening, &token).await.unwrap();
        assert!(idle.is_none(), "sixteen minutes without a request");
    });
}

#[test]
fn contact_data_take_the_password_and_a_wrong_one_counts_as_everywhere() {
    let site = Site::filled();
    let stine = holder(&site, WHO);
    let before = stine.nemid().contact;
    let form = stine.opens("/kontakt").form("Gem").fill("E-mail", "tyv@eksempel.example");
    let page = form.submit();
    page.is(Status::UnprocessableEntity).says("Skriv din adgangskode");
    assert!(page.body.contains("tyv@eksempel.example"), "what was typed stays");
    for left in ["4 forsøg", "3 forsøg", "2 forsøg", "ét forsøg"] {
        let page = form.clone().fill("Adgangskode", "forkert 17").submit();
        page.is(Status::UnprocessableEntity).says("Adgangskoden er forkert").says(left);
        assert!(!page.body.contains("forkert 17"));
    }
    stine.opens("/haendelseslog").says("ændring af kontaktoplysninger");
    let page = form.fill("Adgangskode", "forkert 17").submit();
    assert_eq!(page.path, "/selvbetjening/slut/laast");
    assert!(stine.is_logged_off());
    assert_eq!(stine.nemid().contact, before);
}
