//! A key card in large print (D33): for weak sight it fills three sheets instead of one, on its own page and in its letter.

use std::collections::BTreeSet;

use crate::browser::{Visit, select, text_of};
use crate::site::Site;

/// The sheets of a card on a page, each with its name and its lines: key number and key.
fn sheets(page: &Visit<'_, '_>) -> Vec<(String, Vec<String>)> {
    let html = page.html();
    let lines = |sheet: scraper::ElementRef<'_>| sheet.select(&select("tbody tr")).map(text_of).collect();
    let sheets = select(".key-card");
    html.select(&sheets).map(|sheet| (sheet.attr("aria-label").unwrap().to_owned(), lines(sheet))).collect()
}

#[test]
fn a_card_is_printed_on_one_sheet_or_in_large_print_on_three() {
    let site = Site::filled();
    let hanne = site.named("Hanne Iversen");
    let (card, browser) = (hanne.open_cards().remove(0), site.browser());
    let usual = browser.open(&format!("/kontrolrum/personer/{}/noeglekort/{card}", hanne.cpr));
    let on_one = sheets(&usual);
    let large = usual.follow("Stor skrift");
    let on_three = sheets(&large);
    assert_eq!((on_one.len(), on_three.len()), (1, 3));
    let label = |nth: usize| format!("Nøglekort {card}, ark {nth} af 3");
    let labels: Vec<_> = on_three.iter().map(|(label, _)| label.clone()).collect();
    assert_eq!(labels, [label(1), label(2), label(3)]);
    let lines: Vec<_> = on_three.into_iter().flat_map(|(_, lines)| lines).collect();
    assert_eq!(lines, on_one[0].1, "the same keys in the same order");
    assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), 148);
    assert_eq!(large.html().select(&select(".key-card-large")).count(), 3);
    assert!(large.html().select(&select("[data-print]")).count() == 1);
    large.follow("Almindelig skrift").says(&card);

    let number = &lines[100][..4];
    let found = large.form("Find").fill("Find nøgle", number).submit();
    assert_eq!(sheets(&found).len(), 3, "the print stays while a key is looked for");
    found.says(&format!("Nøgle nr. {number}"));
    let english = browser.open(&format!("/sprog/en?til={}", large.path.replace('?', "%3F")));
    english.says("Usual print").says("Column 3");
    assert_eq!(sheets(&english)[0].0, format!("Code card {card}, sheet 1 of 3"));
}

#[test]
fn a_card_in_its_letter_and_one_from_the_shelf_have_large_print_too() {
    let site = Site::filled();
    let hanne = site.named("Hanne Iversen");
    hanne.logs_on();
    hanne.browser.open("/selvbetjening/noeglekort").press("Bestil nøglekort");
    site.clock_moves("working_days", 3);
    site.clock_moves("hours", 2);
    let id = hanne.opens_letter("key_card")["id"].clone();
    let letter = site.browser();
    let letter = letter.open(&format!("/kontrolrum/breve/{id}"));
    assert_eq!(sheets(&letter).len(), 1);
    assert_eq!(sheets(&letter.follow("Stor skrift")).len(), 3);

    let (desk, ida) = (site.desk(), site.named("Ida Krogh"));
    let card = desk.card();
    let page = desk.maintains(crate::guide::desk::HAND_OUT_CARD, &ida);
    desk.signs(&page.form("Næste").fill("Nøglekortnummer", &card).submit());
    desk.opened(&card);
    let shelf = site.browser();
    let shelf = shelf.open(&format!("/kontrolrum/kontorer/borgerservice-fjordby/{card}"));
    assert_eq!(sheets(&shelf).len(), 1);
    assert_eq!(sheets(&shelf.follow("Stor skrift")).len(), 3);

    // What holds no card is printed in one way alone.
    let notice =
        hanne.letters().iter().find(|one| one["kind"] != "key_card" && one["state"] == "opened").cloned();
    if let Some(notice) = notice {
        let browser = site.browser();
        browser.open(&format!("/kontrolrum/breve/{}", notice["id"])).never_says("Stor skrift");
    }
}
