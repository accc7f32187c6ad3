//! Rules 3.5.2: the same card and the same password, blocked through the site as citizen, officer, bank,
//! hotline and operator, give the same result except for actor, reason and channel.

use rules::actor::{Actor, Channel, PlaceName};
use rules::log;
use rules::nemid::block::Block;
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{CardState, Event, NemId, Password, TemporaryPassword};
use serde_json::{Value, json};

use crate::site::Site;

/// Somebody whose NemID all five can block: public, in use, with an agreement with a bank.
const WHO: &str = "Stine Udsen";

/// Somebody with a bank's NemID without certificate, which another bank has taken into use too.
const WHO_OF_BANK: &str = "Mette Odgaard";

/// Whose, and what.
type What = (&'static str, &'static str);

/// Who blocks, and how.
type Way = (&'static str, fn(&Site, What));

/// The five who block, each in a world of their own.
const ALL: [Way; 5] = [
    ("citizen", by_citizen),
    ("officer", by_officer),
    ("bank", by_bank),
    ("hotline", by_hotline),
    ("operator", by_operator),
];

/// Those who can block a bank's NemID but its maker, who sends a letter of its own; the counter does not (D1).
const ALL_BUT_ITS_MAKER: [Way; 4] = [
    ("citizen", by_citizen),
    ("another bank", by_another_bank),
    ("hotline", by_hotline),
    ("operator", by_operator),
];

fn nemid_of(site: &Site, who: &str) -> NemId {
    site.nemids_of(who).remove(0)
}

fn card(site: &Site, who: &str) -> String {
    nemid_of(site, who).active_card().unwrap().number.to_string()
}

fn by_citizen(site: &Site, (who, what): What) {
    let stine = site.named(who);
    stine.logs_on();
    if what == "password" {
        let page = stine.browser.open("/selvbetjening/adgangskode/spaer");
        page.form("Spær adgangskode").tick("Andre kender måske adgangskoden").submit();
    } else {
        let page = stine.browser.open("/selvbetjening/noeglekort/spaer");
        page.form("Spær").tamper("cards", &card(site, who)).tick("Jeg har mistet det").submit();
    }
}

fn by_officer(site: &Site, (who, what): What) {
    let (desk, stine) = (site.desk(), site.named(who));
    let read = if what == "password" {
        let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", &stine);
        page.form("Næste").tick("Andre kender").tick("Send en til folkeregisteradressen").submit()
    } else {
        let page = desk.maintains("/ra/vedligehold/spaer-noeglekort", &stine);
        page.form("OK").tick(&card(site, who)).tick("Borgeren har mistet kortet").submit()
    };
    desk.signs(&read);
}

fn by_bank(site: &Site, what: What) {
    by_clerk(site, "hedebanken", what);
}

fn by_another_bank(site: &Site, what: What) {
    by_clerk(site, "fjordbanken", what);
}

fn by_clerk(site: &Site, bank: &str, (who, what): What) {
    let henrik = site.clerk(bank);
    let page = henrik.finds(&site.cpr_of(who));
    let read = if what == "password" {
        page.follow("Spær adgangskode").form("Næste").tick("Kunden tror").submit()
    } else {
        page.follow("Spær nøglekort").form("Næste").tick("Mistet").submit()
    };
    henrik.signs(&read).says("spærret");
}

fn by_operator(site: &Site, (who, what): What) {
    let olga = site.operator();
    let page = olga.finds(&site.cpr_of(who));
    let read = if what == "password" {
        page.follow("Spær adgangskode").form("Næste").tick("Mistanke").submit()
    } else {
        page.follow("Spær nøglekort").form("Næste").tick("Anden mistanke").submit()
    };
    olga.signs(&read).says("spærret");
}

fn by_hotline(site: &Site, (who, what): What) {
    let page = site.browser();
    let page = page.open("/kontrolrum/hotline");
    let form = page.form("Ring og spær").fill("Navn", who);
    let form = if what == "password" {
        form.tick("Adgangskoden: Andre kender den måske").fill("CPR-nummer", &site.cpr_of(who))
    } else {
        form.tick("Nøglekort: mistet").fill("Nøglekortnummer", &card(site, who))
    };
    form.submit().says("Hotlinen har noteret det");
}

/// What stands, but for who, why and the digits that were drawn, and but for the keys of whoever logged on first.
fn state(nemid: &NemId) -> Value {
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
        "standing": nemid.state,
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
fn sent(site: &Site, who: &str) -> Vec<String> {
    let stine = site.named(who);
    let letters = stine.letters().iter().map(|one| one["kind"].to_string()).collect::<Vec<_>>();
    let messages = site.world(&format!("persons/{}/messages", stine.cpr));
    let messages = messages.as_array().unwrap().iter().map(|one| one["subject"].to_string());
    letters.into_iter().chain(messages).collect()
}

fn the_same_for_all(ways: &[Way], prepare: fn(&Site), (who, what): What) {
    let mut first: Option<(Value, Vec<Value>, Vec<String>)> = None;
    let mut actors = Vec::new();
    for (name, blocks) in ways {
        let site = Site::filled();
        prepare(&site);
        blocks(&site, (who, what));
        let nemid = nemid_of(&site, who);
        assert!(what != "password" || nemid.password.block().is_some(), "{name} did not block it");
        let outcome = (state(&nemid), happened(&site, &nemid), sent(&site, who));
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

fn nothing(_: &Site) {}

#[test]
fn the_same_card_is_blocked_alike_by_all_five() {
    the_same_for_all(&ALL, nothing, (WHO, "card"));
}

#[test]
fn the_same_password_is_blocked_alike_by_all_five() {
    the_same_for_all(&ALL, nothing, (WHO, "password"));
}

/// Another bank takes the NemID of a bank into use for its netbank.
fn fjordbanken_takes_it_into_use(site: &Site) {
    let nana = site.clerk("fjordbanken");
    let choice = nana.finds(&site.cpr_of(WHO_OF_BANK)).follow("Tilknyt bankaftale");
    let number = nemid_of(site, WHO_OF_BANK).number;
    nana.signs(&choice.tells_bank(number.as_str())).says("Bankaftalen er tilknyttet");
}

#[test]
fn a_bank_s_card_and_password_are_blocked_alike_by_all_who_did_not_make_the_nemid() {
    the_same_for_all(&ALL_BUT_ITS_MAKER, fjordbanken_takes_it_into_use, (WHO_OF_BANK, "card"));
    the_same_for_all(&ALL_BUT_ITS_MAKER, fjordbanken_takes_it_into_use, (WHO_OF_BANK, "password"));
}

#[test]
fn who_blocks_a_bank_s_password_is_told_that_no_letter_comes_unless_the_bank_made_it() {
    let site = Site::filled();
    fjordbanken_takes_it_into_use(&site);
    let nana = site.clerk("fjordbanken");
    let page = nana.finds(&site.cpr_of(WHO_OF_BANK)).follow("Spær adgangskode");
    let done = nana.signs(&page.form("Næste").tick("Kunden tror").submit());
    done.says("Adgangskoden er spærret").never_says("PIN-brev er på vej");
    done.says("Der er ikke sendt nogen midlertidig adgangskode");
    assert!(nemid_of(&site, WHO_OF_BANK).temporary.is_none_or(|one| one.dead(site.now()).is_some()));

    let site = Site::filled();
    by_bank(&site, (WHO_OF_BANK, "password"));
    let nemid = nemid_of(&site, WHO_OF_BANK);
    assert!(nemid.password.block().is_some());
    let sent = nemid.live_temporary(site.now()).expect("its maker sends its own");
    assert_eq!(sent.place, TemporaryPlace::Netbank(PlaceName::new("hedebanken")));
}
