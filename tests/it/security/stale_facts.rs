//! Nothing is decided on stale facts: what a signature rests on is looked at again in the transaction that signs. In
//! each test something changes between the page that was read and the key, or the password, that signs it.

use rocket::http::Status;
use rules::actor::Channel;
use rules::staff::Role;
use service::cases::app::{CaseError, Origin, Token};
use service::cases::desk::{Desk, Kind, Sought, steps};
use service::cases::own::{Own, cards};
use service::testing::StoreError;

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

const BANK: &str = "/tjenester/fjordbanken";
const AUTHORITY: &str = "/tjenester/borgerportalen";
const INSURER: &str = "/tjenester/forsikringshuset";

/// What a page says of a text that rested on something else.
const CHANGED: &str = "Noget af det, som teksten bygger på, er ændret";

/// Everything that is on the first account, as the form of a payment shows it: `33.451,07`.
fn everything(person: &Person<'_>) -> String {
    let list = person.browser.open(&format!("{BANK}/betal")).text();
    let row = list.split("Lønkonto").nth(1).unwrap();
    row.split_whitespace().nth(2).unwrap().trim_start_matches('(').to_owned()
}

/// Goes as far as the key under a payment of this amount.
fn pays_up_to_the_key<'b, 's>(person: &'b Person<'s>, amount: &str) -> Visit<'b, 's> {
    let form = person.browser.open(&format!("{BANK}/betal")).form("Næste");
    let page = form.fill("Til konto", "1234 7654321").fill("Beløb", amount).submit();
    up_to_the_key(person, &page)
}

/// Types the password under a text.
fn up_to_the_key<'b, 's>(person: &'b Person<'s>, page: &Visit<'b, 's>) -> Visit<'b, 's> {
    page.is(Status::Ok);
    page.form("Næste").fill("Adgangskode", &person.password).submit()
}

#[test]
fn a_payment_that_the_account_no_longer_covers_is_not_signed() {
    let site = Site::filled();
    let aksel = site.named("Aksel Dam");
    // The wages of March are there, the rent of April is not yet paid.
    site.clock_moves("days", 27);
    let paid = aksel.logs_on_at(BANK).says("Lønkonto").text().matches("Betaling til").count();
    let page = pays_up_to_the_key(&aksel, &everything(&aksel));
    let key = aksel.key_for(&page);
    site.clock_moves("days", 1);
    let refused = page.form("Underskriv").fill("Nøgle", &key).submit();
    refused.is(Status::UnprocessableEntity).says("Der står ikke længere så meget på kontoen");
    let netbank = aksel.browser.open(BANK);
    assert_eq!(netbank.text().matches("Betaling til").count(), paid, "{}", netbank.text());
    netbank.never_says("\u{2212}");

    let again = refused.form("Næste").fill("Adgangskode", &aksel.password).submit();
    again.is(Status::UnprocessableEntity).says("Der står ikke længere så meget på kontoen");
    let page = pays_up_to_the_key(&aksel, "1,00");
    let key = aksel.key_for(&page);
    page.form("Underskriv").fill("Nøgle", &key).submit().is(Status::Ok).says("Kvittering");
}

#[test]
fn a_text_that_names_who_one_no_longer_is_is_not_signed() {
    let site = Site::filled();
    let rosa = site.named("Rosa Holm");
    rosa.logs_on_at(AUTHORITY);
    let text = rosa.browser.open(AUTHORITY).press("Ansøgning om parkeringslicens");
    let signing = up_to_the_key(&rosa, &text);
    rosa.logs_on();
    rosa.renews_certificate().says("fornyet");
    let again = up_to_the_key(&rosa, &rosa.browser.open(&text.path));
    again.is(Status::UnprocessableEntity).says(CHANGED);
    let key = rosa.key_for(&signing);
    let late = signing.form("Underskriv").fill("Nøgle", &key).submit();
    late.is(Status::UnprocessableEntity).never_says("Kvittering");
    rosa.browser.open(AUTHORITY).never_says("Kvittering");
    let text = rosa.browser.open(AUTHORITY).press("Ansøgning om parkeringslicens");
    let page = up_to_the_key(&rosa, &text);
    let key = rosa.key_for(&page);
    page.form("Underskriv").fill("Nøgle", &key).submit().says("Kvittering");
}

#[test]
fn a_text_that_rests_on_a_consent_is_not_signed_after_that_is_taken_back() {
    let site = Site::filled();
    let jonna = site.named("Jonna Ladefoged");
    jonna.logs_on_at(INSURER);
    let text = jonna.browser.open(INSURER).press("Aftale om indboforsikring");
    let page = up_to_the_key(&jonna, &text);
    let key = jonna.key_for(&page);
    jonna.browser.open(&format!("{INSURER}/oplysninger")).press("Træk samtykket tilbage");
    let refused = page.form("Underskriv").fill("Nøgle", &key).submit();
    refused.is(Status::UnprocessableEntity).says(CHANGED);
}

#[test]
fn a_text_of_another_day_is_not_signed() {
    let site = Site::filled();
    let stine = site.named("Stine Udsen");
    stine.logs_on_at(AUTHORITY);
    let text = stine.browser.open(AUTHORITY).press("Anmeldelse af flytning");
    let page = up_to_the_key(&stine, &text);
    let key = stine.key_for(&page);
    site.clock_moves("days", 30);
    let refused = page.form("Underskriv").fill("Nøgle", &key).submit();
    refused.is(Status::UnprocessableEntity).says(CHANGED);
}

#[test]
fn a_session_that_ended_while_its_request_was_on_the_way_changes_nothing() {
    let site = Site::filled();
    let stine = site.named("Stine Udsen");
    stine.logs_on();
    let token = Token::parse(&stine.browser.cookie("borger").unwrap()).unwrap();
    let session = Some(site.app.stored_token(&token));
    let before = site.public_nemid_of(&stine.name);
    let origin = Origin { session, ..Origin::inside(Channel::Selvbetjening) };
    let own = Own { nemid: before.number, origin, once: None };
    stine.browser.open("/selvbetjening").press("Log af");
    let ordered = rocket::execute(cards::order(&site.app, own));
    assert!(matches!(ordered, Err(CaseError::SessionOver)), "{ordered:?}");
    assert_eq!(site.public_nemid_of(&stine.name).cards, before.cards);
}

#[test]
fn an_employee_whose_role_was_withdrawn_while_the_request_was_on_the_way_does_nothing() {
    let site = Site::filled();
    let officer = site.app.store().read::<_, StoreError, _>(|tx| {
        Ok(tx.grants()?.into_iter().find(|grant| matches!(grant.role, Role::Officer { .. })))
    });
    let officer = rocket::execute(officer).unwrap().unwrap();
    let number = officer.nemid;
    let nemid = site.app.store().read::<_, StoreError, _>(move |tx| tx.nemid(number));
    let nemid = rocket::execute(nemid).unwrap().unwrap();
    let origin = Origin::inside(Channel::RaPortal);
    let desk = Desk { staff: number, cpr: nemid.holder, name: String::new(), role: officer.role, origin };
    let sought = Sought::NemId(site.public_nemid_of("Stine Udsen").number);
    assert!(rocket::execute(steps::begin(&site.app, &desk, Kind::Any, sought, None)).is_ok());
    // The page still knew the role that is no longer granted.
    let before = Desk { role: Role::Operator, ..desk };
    let begun = rocket::execute(steps::begin(&site.app, &before, Kind::Any, sought, None));
    assert!(matches!(begun, Err(CaseError::SessionOver)), "{begun:?}");
}
