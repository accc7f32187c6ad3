//! What a screen reader says of a page: its title, and the field that a key is typed in.

use crate::browser::{Visit, select, text_of};
use crate::site::Site;

fn title(page: &Visit<'_, '_>) -> String {
    page.html().select(&select("title")).next().map(text_of).unwrap_or_default()
}

#[test]
fn a_title_names_the_part_and_begins_with_the_fault() {
    let site = Site::filled();
    let browser = site.browser();
    let page = browser.open("/log-paa");
    assert_eq!(title(&page), "Log på med NemID – Selvbetjening");
    assert_eq!(title(&page.form("Næste").submit()), "Fejl: Log på med NemID – Selvbetjening");
    assert_eq!(title(&browser.open("/log-paa?til=/ra")), "Log på med NemID – RA-portal");
    assert_eq!(title(&browser.open("/kontrolrum/ur")), "Ur – Kontrolrum");
}

#[test]
fn the_field_of_a_key_is_described_by_the_number_digit_by_digit() {
    let site = Site::filled();
    let hanne = site.named("Hanne Iversen");
    let page = hanne.types_password("/log-paa", &hanne.password);
    let html = page.html();
    let told = select("input#key[aria-describedby~='key-question'][autofocus]");
    assert_eq!(html.select(&told).count(), 1, "{}", page.body);
    let (shown, read) =
        (select("#key-question .key-number [aria-hidden]"), select("#key-question .key-number .sr-only"));
    let shown = html.select(&shown).next().map(text_of).unwrap();
    let read = html.select(&read).next().map(text_of).unwrap();
    let digits: Vec<_> = shown.trim_start_matches('#').chars().map(String::from).collect();
    assert_eq!((digits.len(), digits.join(" ")), (4, read));
}

#[test]
fn the_statement_says_what_is_met_what_is_lacking_and_whom_to_tell() {
    let site = Site::filled();
    let browser = site.browser();
    let page = browser.open("/tilgaengelighed");
    assert_eq!(title(&page), "Tilgængelighedserklæring – Selvbetjening");
    page.says("WCAG 2.2, niveau A og AA")
        .says("Det, der mangler, står nedenfor")
        .says("Siderne er ikke prøvet af");
    page.says("så fortæl det til").says("ikke tilsyn med den").says("27. november 2026").says("stor skrift");
    let page = browser.open("/sprog/en?til=/tilgaengelighed");
    assert_eq!(title(&page), "Accessibility statement – Self-service");
    page.says("WCAG 2.2, levels A and AA").says("have not been tried by people").says("27 November 2026");
    page.says("does not supervise it").says("large print");
}
