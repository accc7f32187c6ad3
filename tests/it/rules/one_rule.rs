//! Rules 3.5.2: the same card, and the same password, blocked as citizen, officer, bank, hotline and operator through
//! the site, comes to the same but for actor, reason and channel.

use selvbetjening::rules::actor::{Actor, Channel};
use selvbetjening::rules::log;
use selvbetjening::rules::nemid::block::Block;
use selvbetjening::rules::nemid::{CardState, Event, NemId, Password, TemporaryPassword};
use serde_json::{Value, json};

use crate::people::Person;
use crate::site::Site;

/// Somebody whose NemID all five can block: public, in use, with an agreement with a bank.
const WHO: &str = "Stine Udsen";

/// Who blocks, and how.
type Way = (&'static str, fn(&Site, &str));

/// The five who block, each in a world of their own.
const ALL: [Way; 5] = [
    ("citizen", by_citizen),
    ("officer", by_officer),
    ("bank", by_bank),
    ("hotline", by_hotline),
    ("operator", by_operator),
];

fn who(site: &Site) -> Person<'_> {
    site.person(|one| one["name"] == WHO)
}

fn card(site: &Site) -> String {
    site.public_nemid_of(WHO).active_card().unwrap().number.to_string()
}

fn by_citizen(site: &Site, what: &str) {
    let stine = who(site);
    stine.logs_on();
    if what == "password" {
        let page = stine.browser.open("/selvbetjening/adgangskode/spaer");
        page.form("Spær adgangskode").tick("Andre kan kende adgangskoden").submit();
    } else {
        let page = stine.browser.open("/selvbetjening/noeglekort/spaer");
        page.form("Spær").tamper("cards", &card(site)).tick("Jeg har mistet det").submit();
    }
}

fn by_officer(site: &Site, what: &str) {
    let (desk, stine) = (site.desk(), who(site));
    let read = if what == "password" {
        let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", &stine);
        page.form("Næste").tick("Andre kender").tick("Send en til folkeregisteradressen").submit()
    } else {
        let page = desk.maintains("/ra/vedligehold/spaer-noeglekort", &stine);
        page.form("OK").tick(&card(site)).tick("Borgeren har mistet kortet").submit()
    };
    desk.signs(&read);
}

fn by_bank(site: &Site, what: &str) {
    let henrik = site.clerk("hedebanken");
    let page = henrik.finds(&who(site).cpr);
    let read = if what == "password" {
        page.follow("Spær adgangskode").form("Næste").tick("Kunden tror").submit()
    } else {
        page.follow("Spær nøglekort").form("Næste").tick("Mistet").submit()
    };
    henrik.signs(&read).says("spærret");
}

fn by_operator(site: &Site, what: &str) {
    let olga = site.operator();
    let page = olga.finds(&who(site).cpr);
    let read = if what == "password" {
        page.follow("Spær adgangskode").form("Næste").tick("Mistanke").submit()
    } else {
        page.follow("Spær nøglekort").form("Næste").tick("Anden mistanke").submit()
    };
    olga.signs(&read).says("spærret");
}

fn by_hotline(site: &Site, what: &str) {
    let page = site.browser();
    let page = page.open("/kontrolrum/hotline");
    let form = page.form("Ring og spær").fill("Navn", WHO);
    let form = if what == "password" {
        form.tick("Adgangskoden: andre kan kende den").fill("CPR-nummer", &who(site).cpr)
    } else {
        form.tick("Nøglekort: mistet").fill("Nøglekortnummer", &card(site))
    };
    form.submit().says("Hotlinen har noteret det");
}

/// What stands, but for who, why and the digits that were drawn, and but for the keys of whoever logged on first.
fn standing(nemid: &NemId) -> Value {
    let block = |at: String| json!({ "blocked": at });
    let cards = nemid.cards.iter().map(|card| {
        let state = match &card.state {
            CardState::Blocked(Block { at, .. }) => block(at.to_string()),
            other => json!(other.code()),
        };
        json!({ "number": card.number.to_string(), "state": state, "wrong": card.wrong })
    });
    let password = match &nemid.password {
        Password::NotChosen => json!("none"),
        Password::InUse { hash, since } => json!({ "hash": hash.phc(), "since": since.to_string() }),
        Password::Blocked { hash, since, block: Block { at, .. } } => {
            json!({ "hash": hash.phc(), "since": since.to_string(), "block": block(at.to_string()) })
        }
    };
    let temporary = nemid.temporary.as_ref().map(|one: &TemporaryPassword| {
        json!([one.purpose, one.place, one.delivery, one.issued.to_string(), one.state])
    });
    let certificates: Vec<_> =
        nemid.certificates.iter().map(|one| json!([one.serial.to_string(), one.state])).collect();
    json!({
        "standing": nemid.standing,
        "password": password,
        "lockout": nemid.lockout,
        "temporary": temporary,
        "cards": cards.collect::<Vec<_>>(),
        "certificates": certificates,
        "agreements": nemid.agreements,
    })
}

/// What happened, without reasons and drawn numbers, and without the log-on before it.
fn happened(site: &Site, nemid: &NemId) -> Vec<Value> {
    let told = |event: &Event| {
        let mut told = serde_json::to_value(event).unwrap();
        for drawn in ["reason", "serial"] {
            told.as_object_mut().unwrap().remove(drawn);
        }
        told
    };
    let log = site.log_of(nemid);
    let now = log.iter().filter(|one| one.stamp.at == site.now() && log::code(&one.event) != "logged_on");
    now.map(|one| told(&one.event)).collect()
}

/// Who did it and through what.
fn by(site: &Site, nemid: &NemId) -> (Actor, Channel) {
    let log = site.log_of(nemid);
    let block = log.iter().find(|one| log::code(&one.event).ends_with("_blocked")).unwrap();
    (block.stamp.actor.clone(), block.stamp.channel)
}

/// What was sent: the kinds of letters and messages, newest first.
fn sent(site: &Site) -> Vec<String> {
    let stine = who(site);
    let letters = stine.letters().iter().map(|one| one["kind"].to_string()).collect::<Vec<_>>();
    let messages = site.world(&format!("persons/{}/messages", stine.cpr));
    let messages = messages.as_array().unwrap().iter().map(|one| one["subject"].to_string());
    letters.into_iter().chain(messages).collect()
}

fn the_same_for_all(what: &str) {
    let mut first: Option<(Value, Vec<Value>, Vec<String>)> = None;
    let mut actors = Vec::new();
    for (name, blocks) in ALL {
        let site = Site::filled();
        blocks(&site, what);
        let nemid = site.public_nemid_of(WHO);
        let outcome = (standing(&nemid), happened(&site, &nemid), sent(&site));
        assert!(!outcome.1.is_empty(), "{name} blocked nothing");
        actors.push(by(&site, &nemid));
        match &first {
            None => first = Some(outcome),
            Some(first) => assert_eq!(*first, outcome, "{name} is not like the citizen"),
        }
    }
    for (nth, actor) in actors.iter().enumerate() {
        assert!(!actors[..nth].contains(actor), "{actor:?} twice");
    }
}

#[test]
fn the_same_card_is_blocked_alike_by_all_five() {
    the_same_for_all("card");
}

#[test]
fn the_same_password_is_blocked_alike_by_all_five() {
    the_same_for_all("password");
}
