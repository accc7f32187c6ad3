//! Short-lived records are deleted when they are of no more use: forms that were sent, abandoned flows, and
//! the counts of a day.

use jiff::SignedDuration;
use selvbetjening::world::tick;

use crate::self_service::holder;
use crate::site::Site;

const HOUR: SignedDuration = SignedDuration::from_hours(1);

fn rows(site: &Site, table: &str) -> u32 {
    site.count(table)
}

/// The site serves on for so long, and its heart beats.
fn lives(site: &Site, by: SignedDuration) {
    site.real_time_passes(by);
    rocket::execute(tick::live(&site.app, true)).unwrap();
}

#[test]
fn a_form_that_was_sent_is_remembered_for_a_week() {
    let site = Site::filled();
    let before = rows(&site, "spent_tokens");
    let willy = holder(&site, "Willy Åkjær");
    willy.opens("/noeglekort").press("Bestil nøglekort").says("er bestilt");
    let form = willy.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    form.fill("Bruger-id", &willy.user_id).fill("Nøglekortnummer", &willy.open_cards()[0]).submit();
    // The counter's signature has the world's clock before its eyes, and is kept by the real one like the others.
    site.clock_moves("days", 400);
    site.desk().issues(&site.named("Rikke Søndergaard"), "Nulstil ved glemt adgangskode");
    assert_eq!(rows(&site, "spent_tokens"), before + 3);
    lives(&site, HOUR * (7 * 24 - 1));
    assert_eq!(rows(&site, "spent_tokens"), before + 3);
    lives(&site, HOUR * 2);
    assert_eq!(rows(&site, "spent_tokens"), 0);
}

#[test]
fn what_was_begun_and_left_goes_after_a_day() {
    let site = Site::filled();
    let (_willy, rikke, finn) =
        (holder(&site, "Willy Åkjær"), site.named("Rikke Søndergaard"), site.named("Finn Gram"));
    finn.types_password("/log-paa", &finn.password).says("Nøgle");
    let digits = site.desk().issues(&rikke, "Nulstil ved glemt adgangskode");
    rikke.types_temporary("/genaabn", &digits).says("Ny adgangskode");
    for table in ["sessions", "log_ons", "starts", "errands"] {
        assert!(rows(&site, table) > 0, "{table}");
    }
    lives(&site, HOUR * 23);
    for table in ["sessions", "log_ons", "starts", "errands"] {
        assert!(rows(&site, table) > 0, "{table}: it is remembered whose it was");
    }
    lives(&site, HOUR * 2);
    for table in ["sessions", "log_ons", "starts", "errands"] {
        assert_eq!(rows(&site, table), 0, "{table}");
    }
}

#[test]
fn what_was_asked_for_on_one_day_is_counted_until_the_next_night() {
    let site = Site::filled();
    let browser = site.browser();
    let form = browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    form.fill("Bruger-id", "findes.ikke").fill("Nøglekortnummer", "A123456789").submit();
    let counted = rows(&site, "limits");
    assert!(counted > 1, "by person and by address");
    site.clock_moves("hours", 14);
    assert_eq!(rows(&site, "limits"), counted, "23:00, the same day");
    site.clock_moves("hours", 5);
    let left = rows(&site, "limits WHERE day < '2019-03-05'");
    assert_eq!(left, 0, "four in the morning; by then e-mails of the new day are counted");
}
