//! Rules 4.4: notice four weeks ahead, renewal with the old certificate, expiry, and a new one with the same
//! PID.

use rules::nemid::Event;
use rules::nemid::certificate::NOTICE;

use crate::site::Site;

fn pid(page: &str) -> String {
    let at = page.find("PID:").expect("a PID number");
    page[at..at + 29].to_owned()
}

#[test]
fn who_renews_in_time_keeps_the_pid_and_goes_on() {
    let site = Site::filled();
    let svend = site.named("Svend Ulstrup");
    let told = site.world(&format!("persons/{}/messages", svend.cpr)).to_string();
    assert!(told.contains("udløber"), "he was told four weeks ahead: {told}");
    svend.logs_on();
    let page = svend.browser.open("/selvbetjening/certifikat");
    let before = pid(&page.text());
    page.press("Forny certifikat");
    site.clock_moves("days", 30);
    let svend = site.named("Svend Ulstrup");
    svend.logs_on();
    let page = svend.browser.open("/selvbetjening/certifikat");
    page.says("Gyldigt");
    assert_eq!(pid(&page.text()), before);
}

#[test]
fn everybody_was_told_four_weeks_ahead_at_the_latest() {
    let site = Site::filled();
    for name in ["Svend Ulstrup", "Tina Vestergaard", "Willy Åkjær"] {
        let nemid = site.public_nemid_of(name);
        let told = site.log_of(&nemid).into_iter().find_map(|entry| match entry.event {
            Event::CertificateExpiryNoticed { until, .. } => Some(until.duration_since(entry.stamp.at)),
            _ => None,
        });
        let ahead = told.expect(name);
        assert!(ahead >= NOTICE && ahead.as_hours() < NOTICE.as_hours() + 48, "{name}: {ahead:#}");
    }
}

#[test]
fn an_expired_one_can_t_be_renewed_and_a_new_one_keeps_the_pid() {
    let site = Site::filled();
    site.clock_moves("days", 30);
    let svend = site.named("Svend Ulstrup");
    svend.logs_on();
    let page = svend.browser.open("/selvbetjening/certifikat");
    page.says("Udløbet").never_says("Forny certifikat");
    let before = pid(&page.text());
    let form = page.form("Bestil certifikat").tick("Jeg");
    form.submit();
    let page = svend.browser.open("/selvbetjening/certifikat");
    page.says("Gyldigt");
    assert_eq!(pid(&page.text()), before);
}

#[test]
fn a_session_at_a_public_site_ends_the_minute_the_certificate_does() {
    let site = Site::filled();
    site.clock_moves("days", 15);
    let svend = site.named("Svend Ulstrup");
    let home = "/tjenester/borgerportalen";
    svend.logs_on_at(home).says("Hybenvej 4");
    site.clock_moves("hours", 1);
    svend.browser.open(home).says("Bruger-id").never_says("Hybenvej 4");
    svend.logs_on_at(home).says("Dit certifikat er udløbet");
}

#[test]
fn a_new_one_is_valid_for_four_years_or_for_fewer_by_setting() {
    for (years, until) in [(4, "4. marts 2023"), (1, "4. marts 2020")] {
        let site = Site::filled_with(|how| service::cases::open::Opening { certificate_years: years, ..how });
        let tina = site.named("Tina Vestergaard");
        tina.logs_on();
        let page = tina.browser.open("/selvbetjening/certifikat");
        page.form("Bestil certifikat").tick("Jeg").submit().says("Gyldigt").says(until);
    }
}
