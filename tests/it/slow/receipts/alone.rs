//! What somebody does alone: guesses, reports a lost card, blocks, forgets, orders a card.

use rules::nemid::NemId;

use super::life::Life;
use super::told::holds;
use super::{Errand, promises};
use crate::people::Person;

/// The NemIDs of somebody that are activated and open.
fn in_use(life: &Life<'_>, name: &str) -> Vec<NemId> {
    let theirs = life.site.nemids_of(name).into_iter();
    theirs
        .filter(|one| one.is_activated() && one.state.is_open() && one.issuer.is_found_at_counter())
        .collect()
}

/// One of the things that are done without an officer.
pub fn plays(life: &mut Life<'_>, errand: &Errand) {
    let person = life.person(errand.person);
    let theirs = in_use(life, &person.name);
    if theirs.is_empty() {
        return;
    }
    let nemid = &theirs[errand.choice % theirs.len()];
    let number = nemid.number.as_str();
    let Some(holder) = life.holder(&person.name, number) else { return };
    match errand.action {
        // Where the password is blocked, wrong ones are counted apart from the NemID (D23).
        0 | 1 if nemid.password.block().is_none() => guesses(life, &holder, number),
        0 | 1 => {}
        2 => loses_the_card(life, &holder, nemid),
        3 => blocks_the_password(life, &holder, nemid),
        4 => forgets(life, &holder, nemid),
        _ => orders_a_card(life, &holder, nemid),
    }
}

/// Five wrong passwords, and what the page says of the lock.
fn guesses(life: &mut Life<'_>, holder: &Person<'_>, number: &str) {
    for _ in 0..4 {
        holder.types_password("/log-paa", "forkert 1");
    }
    let page = holder.types_password("/log-paa", "forkert 1");
    if page.text().contains("låst til") {
        let promised = promises::read(life, &page, &holder.name, Some(number));
        life.is_promised(promised);
    }
}

/// *Mistet nøglekort* with a new one: what the receipt says has happened.
fn loses_the_card(life: &mut Life<'_>, holder: &Person<'_>, nemid: &NemId) {
    let form = holder.browser.open("/mistet-noeglekort").form("Spær nøglekort");
    let form = form.fill("Bruger-id", &holder.user_id).fill("Adgangskode", &holder.password);
    let receipt = form.tick("Send et nyt nøglekort").submit();
    let after = life.nemid(&holder.name, nemid.number.as_str());
    if receipt.text().contains("Nøglekortet er spærret") {
        assert!(after.active_card().is_none(), "{}", receipt.text());
    }
    if receipt.text().contains("Et nyt nøglekort er på vej") {
        assert_eq!(after.cards.len(), nemid.cards.len() + 1, "{}", receipt.text());
        let promised = promises::posted_now(life, &holder.name, "key_card");
        life.is_promised(promised);
    }
}

/// *Spær NemID*: the password is blocked, and the letter comes that the page tells of.
fn blocks_the_password(life: &mut Life<'_>, holder: &Person<'_>, nemid: &NemId) {
    let form = holder.browser.open("/spaer").form("Spær nu").tick("Adgangskoden: Andre kender den måske");
    let form = form.fill("Navn", &holder.name).fill("Bruger-id", nemid.number.as_str());
    let receipt = form.submit();
    let after = life.nemid(&holder.name, nemid.number.as_str());
    assert!(after.password.block().is_some(), "{}", receipt.text());
    let for_netbank_alone = !after.is_public(life.site.now());
    if nemid.password.block().is_none() && !for_netbank_alone {
        let promised = promises::posted_now(life, &holder.name, "pin_letter");
        life.is_promised(promised);
    }
}

/// *Glemt adgangskode*, with a card that is in use.
fn forgets(life: &mut Life<'_>, holder: &Person<'_>, nemid: &NemId) {
    let Some(card) = nemid.active_card() else { return };
    let form = holder.browser.open("/glemt-adgangskode").form("Bestil midlertidig adgangskode");
    let form = form.fill("Bruger-id", nemid.number.as_str());
    let receipt = form.fill("Nøglekortnummer", &card.number.to_string()).submit();
    if receipt.text().contains("er et PIN-brev på vej") && nemid.is_public(life.site.now()) {
        let promised = promises::posted_now(life, &holder.name, "pin_letter");
        life.is_promised(promised);
    }
}

/// A card ordered at Selvbetjening, and the day on which the page awaits it.
fn orders_a_card(life: &mut Life<'_>, holder: &Person<'_>, nemid: &NemId) {
    let Some(card) = nemid.active_card() else { return };
    if nemid.password.block().is_some() || !holds(holder, &card.number.to_string()) {
        return;
    }
    let page = holder.types_password("/log-paa", &holder.password);
    if !page.body.contains("name=\"key\"") {
        return;
    }
    let key = holder.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit();
    let page = holder.browser.open("/selvbetjening/noeglekort");
    if page.body.contains("Bestil nøglekort") {
        page.press("Bestil nøglekort").says("er bestilt");
        let promised = promises::posted_now(life, &holder.name, "key_card");
        life.is_promised(promised);
    }
}
