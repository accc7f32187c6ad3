//! What people really type is read as they mean it (D25): names, numbers and passwords as phones, other keyboards and
//! copied texts write them.

use super::newcomer::{NAME, PASSPORT};
use crate::people::Person;
use crate::site::Site;
use rocket::http::Status;

/// What copied text brings along unseen.
const ISOLATED: (&str, &str) = ("\u{202a}\u{2066}", "\u{2069}\u{202c}\u{200b}\u{feff}");

/// Reports the cards lost at an address, by name and CPR number.
fn reports(who: &Person<'_>, at: (&str, &str), name: &str, cpr: &str) -> Status {
    let (path, button) = at;
    let form = who.browser.open(path).form(button).tick("Nøglekort: mistet");
    form.fill("Navn", name).fill("CPR-nummer", cpr).submit().status
}

fn is_renamed(who: &Person<'_>, name: &str) {
    let body = serde_json::json!({ "name": name }).to_string();
    who.site.change_world(&format!("persons/{}/name", who.cpr), &body);
}

const PAGE: (&str, &str) = ("/spaer", "Spær nu");
const HOTLINE: (&str, &str) = ("/kontrolrum/hotline", "Ring og spær");

#[test]
fn a_block_knows_the_name_in_every_spelling_and_the_number_with_every_separator() {
    let site = Site::filled();
    let people = site.world("persons");
    let mut people = people.as_array().unwrap().iter().filter(|one| {
        let nemids = one["nemids"].as_array().unwrap();
        nemids.len() == 1 && nemids[0]["issuer"] == "public" && nemids[0]["state"] == "active"
    });
    for (registered, told, at, dash) in [
        ("Maeve O'Neill", "Maeve O\u{2019}Neill", PAGE, "\u{2013}"),
        ("Maeve O\u{2019}Neill", "maeve o'neill", HOTLINE, "\u{2212}"),
        ("Jens P. Ørsted", "Jens P Oersted", PAGE, "."),
        ("Åge Bruun", "A\u{30a}ge Bruun", PAGE, " / "),
        ("Aage Bruun", "\u{200e}ÅGE BRUUN\u{200b}", HOTLINE, ") ("),
        ("Anne-Marie Håkansson", "Annemarie Haakansson", PAGE, "\u{2011}"),
    ] {
        let mut well = people.by_ref().map(|one| site.named(one["name"].as_str().unwrap()));
        let who = well.find(|who| !who.open_cards().is_empty()).expect("six who have a card");
        is_renamed(&who, registered);
        let cpr = format!("{}{}{dash}{}{}", ISOLATED.0, &who.cpr[..6], &who.cpr[6..], ISOLATED.1);
        assert_eq!(reports(&who, at, told, &cpr), Status::Ok, "{told}");
        assert!(who.open_cards().is_empty(), "{told} is {registered}");
    }
}

#[test]
fn a_former_name_is_known_for_a_year_where_one_blocks_and_where_one_orders() {
    let site = Site::empty();
    let signe = site.newcomer();
    is_renamed(&signe, "Signe Holm");
    site.clock_moves("days", 364);
    let order = |name: &str| {
        let form =
            signe.browser.open("/bestil").form("Bestil").fill("Navn", name).fill("CPR-nummer", &signe.cpr);
        form.fill(
            "Pas- eller kørekortnummer",
            &format!("{} {}-{}", &PASSPORT[..2], &PASSPORT[2..5], &PASSPORT[5..]),
        )
        .submit()
    };
    order("Signe Krag").says("passer ikke sammen");
    order("Signe Oestergaard").says("Dit NemID er bestilt");
    site.clock_moves("working_days", 5);
    reports(&signe, PAGE, NAME, &signe.cpr);
    assert_eq!(signe.open_cards().len(), 1, "a year and some days later it is nobody's name");
    reports(&signe, PAGE, "Signe Holm", &signe.cpr);
    assert!(signe.open_cards().is_empty());
}

#[test]
fn rosa_is_known_by_the_name_that_she_bore_before_the_world_began() {
    let site = Site::filled();
    let rosa = site.named("Rosa Holm");
    reports(&rosa, HOTLINE, "Rosa Toft", &rosa.cpr);
    assert!(rosa.open_cards().is_empty());
}

#[test]
fn a_log_on_reads_what_a_phone_types_and_counts_no_blank() {
    let site = Site::empty();
    let (mut signe, letters) = site.equipped_newcomer();
    let number = format!("{}-{}.{}", &letters.number[..3], &letters.number[3..6], &letters.number[6..]);
    let digits =
        format!("{}{}\u{2013}{}{}", ISOLATED.0, &letters.digits[..3], &letters.digits[3..], ISOLATED.1);
    let card = format!("{} ({}){}", &letters.card[..1], &letters.card[1..4], &letters.card[4..]);
    let page = signe.begins("/aktiver", &number, &digits);
    page.is(Status::Ok);
    signe.activates(&letters.digits, "o'neill \"17\"-x", &card);
    for typed in [
        "O\u{2019}Neill \u{201c}17\u{201d}\u{2013}x",
        "o'neill\u{a0}\"17\"-x ",
        " o'neill \"17\"\u{2014}x\u{200b}",
    ] {
        let page = signe.types_as(&format!("{}{number}{}", ISOLATED.0, ISOLATED.1), typed);
        let key = signe.key_for(&page);
        let key = format!("{}{}-{}{}", ISOLATED.0, &key[..3], &key[3..], ISOLATED.1);
        let page = page.form("Log på").fill("Nøgle", &key).submit();
        assert!(page.path.starts_with("/selvbetjening"), "{typed:?}: {}", page.text());
        assert_eq!(signe.nemid().lockout.failures, 0, "{typed:?}");
    }
    signe.types_as(&letters.number, " ").says("Skriv din adgangskode");
    assert_eq!(signe.nemid().lockout.failures, 0, "a blank alone is no try");
    signe.types_as(&letters.number, "oneill \"17\"-x").says("forkert");
    assert_eq!(signe.nemid().lockout.failures, 1, "another one is");
}

#[test]
fn a_password_is_chosen_in_the_spelling_of_a_phone_and_repeated_in_that_of_a_keyboard() {
    let site = Site::filled();
    let willy = site.named("Willy Åkjær");
    willy.logs_on();
    let changes = |new: &str, again: &str| {
        let form = willy.browser.open("/selvbetjening/adgangskode").form("Skift adgangskode");
        let form =
            form.fill("Nuværende adgangskode", &format!("{} ", willy.password)).fill("Ny adgangskode", new);
        form.fill("Gentag ny adgangskode", again).submit()
    };
    changes("skib\u{2019}17\u{2026}", "skib17...").is(Status::UnprocessableEntity).says("ikke ens");
    changes("skib\u{2019}17\u{2026}", "skib'17...").says("Din adgangskode er skiftet");
    let willy = willy.with_new_password("SKIB'17... ");
    willy.logs_on();
}

#[test]
fn a_user_id_from_before_that_reads_as_a_number_stays_its_holders() {
    let (svend, willy) = ("Svend Ulstrup", "Willy Åkjær");
    let site = Site::filled();
    let number = site.public_nemid_of(willy).number.to_string();
    let spelt = format!("{}.{}.{}", &number[..3], &number[3..6], &number[6..]);
    let enters = |site: &Site, name: &str, user_id: &str| {
        let who = site.named(name);
        who.types_as(user_id, &who.password).text().contains("Nøgle")
    };
    assert!(enters(&site, willy, &spelt), "nobody has it as user ID, so it is the number");
    let holder = site.public_nemid_of(svend).number;
    let sql = format!(
        "UPDATE nemids SET user_id = '{spelt}', user_id_folded = '{spelt}' WHERE number = '{holder}'"
    );
    let site = Site::filled();
    assert_eq!(site.change(&sql), 1);
    assert!(enters(&site, svend, &spelt) && !enters(&site, willy, &spelt));
    assert!(enters(&site, willy, &number));
}

#[test]
fn an_address_with_danish_letters_is_shown_as_typed_and_sent_to_in_ascii() {
    let site = Site::filled();
    let willy = site.named("Willy Åkjær");
    willy.logs_on();
    let form = willy.browser.open("/selvbetjening/kontakt").form("Gem").fill("Adgangskode", &willy.password);
    let form = form
        .fill("E-mail", "willy@blåbærgrød.dk")
        .fill("Mobilnummer", "(+45) 12\u{2013}34\u{2013}56\u{2013}78");
    let page = form.submit();
    page.says("er gemt");
    assert!(
        page.body.contains("\"willy@blåbærgrød.dk\"") && page.body.contains("+45 12 34 56 78"),
        "{}",
        page.body
    );
    willy.was_told("willy@blåbærgrød.dk", "");
    let form = willy.browser.open("/selvbetjening/kontakt").form("Gem").fill("Adgangskode", &willy.password);
    form.fill("E-mail", "blåbær@example.dk").submit().is(Status::UnprocessableEntity).says("Foran @");
}

#[test]
fn a_field_with_nothing_that_can_be_seen_is_empty() {
    let site = Site::filled();
    let willy = site.named("Willy Åkjær");
    willy.logs_on();
    let form = willy.browser.open("/selvbetjening/kontakt").form("Gem").fill("Adgangskode", &willy.password);
    form.fill("E-mail", "\u{200b}").fill("Mobilnummer", "\u{a0}\u{feff}").submit().says("er gemt");
    let contact = willy.nemid().contact;
    assert!(contact.email.is_none() && contact.mobile.is_none(), "{contact:?}");
    let form =
        willy.browser.open("/spaer").form("Spær nu").tick("Nøglekort: mistet").fill("Navn", "\u{200b}");
    let page = form.fill("CPR-nummer", "\u{202a}\u{202c}").submit();
    page.is(Status::UnprocessableEntity).says("Skriv dit navn").says("Skriv enten CPR-nummer");
}
