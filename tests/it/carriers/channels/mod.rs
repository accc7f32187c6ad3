//! The same block through every channel: without logging on, in Selvbetjening, at the hotline, at a bank, at a counter and
//! by the operator; of a card, a token, an app, the password, and the password for a telephone that is lost (Rules 3.5.1,
//! 3.5.2, 3.5.3, 3.9). What stands afterwards, what is told and what the log says is the same but for who did it.

mod ways;

use std::collections::BTreeMap;

use rules::actor::{Actor, Channel};
use rules::nemid::block::PasswordBlockReason;
use rules::nemid::{CardState, CarrierState, Event, NemId};
use rules::{log, places};
use selvbetjening::web::language::Language;
use selvbetjening::web::wording::Wording;
use service::testing::Entry;

use crate::site::Site;

use ways::Thing::{App, Card, Password, Telephone, Token};
use ways::{Thing, WAYS, Way, blocks, holger};

/// Who has all of it.
const HOLGER: &str = "Holger Sivebæk";

/// How all that can be blocked stands: the card, token, app and line by their numbers, the password, and the letter.
fn standing(nemid: &NemId) -> BTreeMap<String, String> {
    let cards = nemid.cards.iter().map(|card| (card.number.to_string(), card.state.code()));
    let others = nemid.carriers.iter().map(|one| (one.number.to_string(), one.state.code()));
    let password = if nemid.password.block().is_some() { "blocked" } else { "open" };
    let all = cards.chain(others).chain([("password".to_owned(), password)]);
    let mut all: BTreeMap<_, _> = all.map(|(what, state)| (what, state.to_owned())).collect();
    if let Some(letter) = &nemid.temporary {
        all.insert(
            "letter".to_owned(),
            format!("{:?} {:?} {:?}", letter.purpose, letter.place, letter.state),
        );
    }
    all
}

/// The entries of the log since then, but for the log-on before them, the oldest first.
fn since(site: &Site, nemid: &NemId, last: i64) -> Vec<Entry> {
    let told = |event: &Event| {
        matches!(
            log::code(event).as_str(),
            "card_blocked" | "carrier_blocked" | "password_blocked" | "temporary_password_issued"
        )
    };
    let log = site.log_of(nemid);
    log.into_iter().filter(|entry| entry.id > last && told(&entry.event)).rev().collect()
}

/// The moment, the actor and the reason of the block, as they are kept.
fn kept(nemid: &NemId, number: &str) -> (jiff::Timestamp, Actor) {
    let card = nemid.cards.iter().find_map(|card| match &card.state {
        CardState::Blocked(block) if card.number.to_string() == number => Some((block.at, block.by.clone())),
        _ => None,
    });
    let other = nemid.carriers.iter().find_map(|one| match &one.state {
        CarrierState::Blocked(block) if one.number.to_string() == number => {
            Some((block.at, block.by.clone()))
        }
        _ => None,
    });
    let password = || nemid.password.block().map(|block| (block.at, block.by.clone()));
    card.or(other).or_else(password).expect("a block")
}

/// What a block left behind.
#[derive(Debug, PartialEq)]
struct Left {
    standing: BTreeMap<String, String>,
    happened: Vec<String>,
    subjects: Vec<String>,
}

/// Blocks it in a world of its own, and looks at everything that follows.
fn blocked(thing: Thing, way: Way) -> (Left, Actor, Channel) {
    let site = Site::filled();
    let holger = holger(&site);
    let before = site.public_nemid_of(HOLGER);
    let last = site.log_of(&before)[0].id;
    let number = if thing.is_password() { "password".to_owned() } else { thing.number(&holger) };
    blocks(&site, &holger, thing, way);
    let nemid = site.public_nemid_of(HOLGER);

    // What was meant is blocked, and nothing else.
    let (was, is) = (standing(&before), standing(&nemid));
    let changed: Vec<_> = is.iter().filter(|(what, state)| was.get(*what) != Some(state)).collect();
    let meant =
        |(what, _): &(&String, &String)| **what == number || (thing.is_password() && *what == "letter");
    assert!(changed.iter().all(meant) && is[&number] == "blocked", "{thing:?} by {way:?}: {changed:?}");
    let (at, actor) = kept(&nemid, &number);
    assert_eq!(at, site.now(), "{thing:?} by {way:?}");
    if thing == Telephone {
        let expected = match way {
            Way::Operator => PasswordBlockReason::LineMisused,
            _ => PasswordBlockReason::TelephoneLost,
        };
        assert_eq!(nemid.password.block().unwrap().reason, expected, "{way:?}");
    }

    // The log says when, why, and through what; the confirmation says the same.
    let entries = since(&site, &nemid, last);
    let entry = entries.iter().find(|entry| log::code(&entry.event).ends_with("_blocked")).unwrap();
    assert_eq!((entry.stamp.at, &entry.stamp.actor), (at, &actor));
    let place = |name: &rules::actor::PlaceName| places::title(name);
    let said = Wording { language: Language::Da, place: &place }.event(&entry.event);
    let why = said.split("Årsag: ").nth(1).map(|why| why.trim_end_matches('.').to_owned());
    let why = why.unwrap_or_else(|| panic!("{thing:?} by {way:?}: no reason in {said:?}"));
    let messages = site.world(&format!("persons/{}/messages", holger.cpr));
    let all = messages.as_array().unwrap();
    let text = |one: &serde_json::Value| one["text"].as_str().unwrap_or_default().to_owned();
    let confirmed =
        all.iter().any(|one| text(one).contains(&format!("Årsag: {why}")) && text(one).contains("kl. "));
    assert!(confirmed, "{thing:?} by {way:?}: nobody told of {why:?}: {messages:#}");
    let left = Left {
        standing: is,
        happened: entries.iter().map(|entry| log::code(&entry.event)).collect(),
        subjects: all.iter().map(|one| one["subject"].to_string()).collect(),
    };
    (left, actor, entry.stamp.channel)
}

fn the_same_through_every_channel(thing: Thing) {
    let mut first: Option<Left> = None;
    let mut by = Vec::new();
    for way in WAYS {
        let (left, actor, channel) = blocked(thing, way);
        assert!(!by.contains(&(actor.clone(), channel)), "{thing:?}: {actor:?} through {channel:?} twice");
        by.push((actor, channel));
        match &first {
            None => first = Some(left),
            Some(first) => assert_eq!(*first, left, "{thing:?} by {way:?} is not like by {:?}", WAYS[0]),
        }
    }
}

#[test]
fn a_card_is_blocked_alike_through_all_six() {
    the_same_through_every_channel(Card);
}

#[test]
fn a_token_is_blocked_alike_through_all_six() {
    the_same_through_every_channel(Token);
}

#[test]
fn an_app_is_blocked_alike_through_all_six() {
    the_same_through_every_channel(App);
}

#[test]
fn a_password_is_blocked_alike_through_all_six() {
    the_same_through_every_channel(Password);
}

#[test]
fn the_password_of_who_lost_the_telephone_is_blocked_alike_through_all_six() {
    the_same_through_every_channel(Telephone);
}

#[test]
fn a_desk_asks_about_a_telephone_only_who_gets_keys_on_one() {
    let site = Site::filled();
    let asta = site.named("Asta Kronborg");
    let page = site.desk().maintains("/ra/vedligehold/spaer-adgangskode", &asta).text();
    assert!(!page.contains("nøgler læses op") && !page.contains("Telefonlinjen"), "{page}");
    let olga = site.operator();
    let form = olga.finds(&asta.cpr).follow("Spær adgangskode");
    form.never_says("Telefonlinjen");
    let forged = form.form("Næste").tamper("reason", "line-misused").submit();
    forged.is(rocket::http::Status::UnprocessableEntity).says("Vælg en årsag");
}
