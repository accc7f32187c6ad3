//! What a receipt at the counter tells the citizen to do is done, and succeeds.

use rules::nemid::temporary::{Delivery, TemporaryPlace, TemporaryPurpose};
use rules::nemid::{CardState, NemId, Password, TemporaryPassword};

use super::life::Life;
use super::promises::digits_in;
use crate::browser::Visit;
use crate::guide::desk::Desk;
use crate::people::Person;

/// Whether somebody has a card in hand: it was opened, and is not lost.
pub fn holds(person: &Person<'_>, card: &str) -> bool {
    let held = person.site.world(&format!("persons/{}/cards", person.cpr));
    held.as_array().unwrap().iter().any(|one| one["card_number"] == card)
}

/// A card of the NemID that its holder has in hand, the one in use first.
fn card_in_hand(desk: &Desk<'_>, person: &Person<'_>, nemid: &NemId) -> Option<String> {
    let of = |state: &CardState| nemid.cards.iter().find(|card| card.state == *state);
    let card = of(&CardState::Active).or_else(|| of(&CardState::Attached))?.number.to_string();
    opens(desk, person, &card);
    Some(card).filter(|card| holds(person, card))
}

/// Opens a card, whether it came by post or over the counter.
fn opens(desk: &Desk<'_>, person: &Person<'_>, card: &str) {
    let shelf = desk.shelf();
    if shelf["handed_out"]["cards"].as_array().unwrap().iter().any(|one| one == card) {
        desk.opened(card);
    }
    let letters = person.letters();
    for letter in letters.iter().filter(|one| one["kind"] == "key_card" && one["state"] == "delivered") {
        person.site.change_world(&format!("letters/{}/open", letter["id"]), "{}");
    }
}

/// Does what the receipt tells, if it tells anything that can be done at once.
pub fn does_as_told(life: &mut Life<'_>, desk: &Desk<'_>, receipt: &Visit<'_, '_>, name: &str, number: &str) {
    let (text, nemid) = (receipt.text(), life.nemid(name, number));
    let in_hand = |one: &&TemporaryPassword| {
        one.delivery == Delivery::HandedOut && one.place == TemporaryPlace::Selvbetjening
    };
    let starts =
        ["aktivere sit NemID på Selvbetjening", "Aktivér på Selvbetjening", "Genåbn på Selvbetjening"];
    let new_card = ["Næste gang du logger på, skal nøglekortets nummer skrives", "»Brug et andet nøglekort«"];
    if let Some(temporary) = nemid.live_temporary(life.site.now()).filter(in_hand)
        && starts.iter().any(|told| text.contains(told))
    {
        let (purpose, serial) = (temporary.purpose, temporary.serial.to_string());
        starts_anew(life, desk, &nemid, (name, &serial), purpose);
    } else if new_card.iter().any(|told| text.contains(told)) {
        takes_into_use(life, desk, &nemid, name);
    }
}

/// Activates or re-opens with PIN letter and card.
fn starts_anew(
    life: &mut Life<'_>,
    desk: &Desk<'_>,
    nemid: &NemId,
    (name, serial): (&str, &str),
    purpose: TemporaryPurpose,
) {
    let (person, number) = (life.site.named(name), nemid.number.as_str());
    let Some(card) = card_in_hand(desk, &person, nemid) else { return };
    let digits = digits_in(&person, serial).expect("the letter that was handed over");
    let new = life.new_password();
    let (place, finish) = match purpose {
        TemporaryPurpose::Activate => ("/aktiver", "Aktivér NemID"),
        TemporaryPurpose::Unlock | TemporaryPurpose::Reset => ("/genaabn", "Genåbn NemID"),
    };
    let page = person.begins(place, number, &digits);
    let page = match purpose {
        TemporaryPurpose::Activate => page.goes_on_to_key(&card, &new),
        TemporaryPurpose::Unlock | TemporaryPurpose::Reset => {
            let page = if purpose == TemporaryPurpose::Unlock {
                let Some(remembered) = life.remembered(&person, number) else { return };
                page.form("Næste").fill("Adgangskode", &remembered).submit()
            } else {
                page
            };
            let form = page.form("Næste").fill("Ny adgangskode", &new).fill("Gentag ny adgangskode", &new);
            form.submit().form("Næste").fill("Nøglekortnummer", &card).submit()
        }
    };
    let key = person.key_for(&page);
    let done = page.form(finish).fill("Nøgle", &key).submit();
    assert!(done.path.ends_with("/kvittering"), "{}: {}", done.path, done.text());
    life.settles_on(number, &new);
    assert!(matches!(life.nemid(name, number).password, Password::InUse { .. }), "{}", done.text());
    life.tally.starts += 1;
}

/// Logs on with the number of a card that was handed out.
fn takes_into_use(life: &mut Life<'_>, desk: &Desk<'_>, nemid: &NemId, name: &str) {
    let number = nemid.number.as_str();
    let Some(holder) = life.holder(name, number) else { return };
    let handed_out = desk.shelf()["handed_out"]["cards"].clone();
    let of_office = |card: &str| handed_out.as_array().unwrap().iter().any(|one| one == card);
    let attached = nemid.cards.iter().filter(|card| card.state == CardState::Attached);
    let Some(card) = attached.map(|card| card.number.to_string()).rfind(|card| of_office(card)) else {
        return;
    };
    desk.opened(&card);
    let page = holder.types_password("/log-paa", &holder.password);
    let asks = page.body.contains("name=\"card\"");
    let page = if asks { page } else { page.follow("Brug et andet nøglekort") };
    let page = page.form("Næste").fill("Nøglekortnummer", &card).submit();
    let key = holder.key_for(&page);
    let there = page.form("Log på").fill("Nøgle", &key).submit();
    assert!(there.path.starts_with("/selvbetjening"), "{}: {}", there.path, there.text());
    let after = life.nemid(name, number);
    assert_eq!(after.active_card().map(|card| card.number.to_string()), Some(card));
    life.tally.cards += 1;
}
