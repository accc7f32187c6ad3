//! Cards, tokens and apps that a desk blocks: as choices, and in the text that is signed.

use crate::web::desk::words::CardRow;
use crate::web::forms::Choice;
use crate::web::language::Language;
use crate::web::states;
use crate::web::texts::Text;
use crate::web::wording::code;
use jiff::Timestamp;
use rules::nemid::{Carrier, KeyCard, NemId};
use rules::reasons::StopReason;
use rules::words::{CarrierId, CarrierKind};

/// What can be blocked of a NemID as tick boxes, by its number, the cards first. A voice line is not: its password is (Rules
/// 3.9).
pub fn choices(nemid: &NemId, language: Language, now: Timestamp) -> Vec<Stoppable> {
    let card = |card: &KeyCard| Stoppable {
        number: CarrierId::Card(card.number),
        choice: CardRow::choice(card, language, now),
    };
    let other = |carrier: &Carrier| Stoppable {
        number: CarrierId::Other(carrier.number),
        choice: choice(carrier, language),
    };
    nemid.open_cards().map(card).chain(others(nemid).map(other)).collect()
}

/// A card, a token or an app that can be blocked.
pub struct Stoppable {
    pub number: CarrierId,
    pub choice: Choice,
}

/// The tokens and apps of a NemID that can be blocked.
pub fn others(nemid: &NemId) -> impl Iterator<Item = &Carrier> {
    nemid.open_carriers().filter(|carrier| carrier.kind() != CarrierKind::Voice)
}

fn choice(carrier: &Carrier, language: Language) -> Choice {
    let since = Text::new("card-since").with("at", carrier.since).say(language);
    let state = states::carrier(carrier.kind(), &carrier.state).text.say(language);
    let name = named(CarrierId::Other(carrier.number), language);
    Choice::new(carrier.number.to_string(), name).with_hint(Some(format!("{state} · {since}")))
}

/// A card, a token or an app by its number as a choice.
pub fn by_number(id: &CarrierId, language: Language) -> Choice {
    match id {
        CarrierId::Card(number) => Choice::plain(number),
        CarrierId::Other(_) => Choice::new(id.to_string(), named(*id, language)),
    }
}

/// Kind and number.
pub fn named(id: CarrierId, language: Language) -> String {
    format!("{} {id}", Text::new(format!("carrier-{}", id.kind().code())).say(language))
}

/// Fills the sentence about a block; with a token or an app among them it is another one, which names the kinds. Where the
/// reason has one name for cards and another for the others, both are told.
pub fn text(text: Text, ids: &[CarrierId], reason: StopReason, language: Language) -> Text {
    let mut reasons: Vec<String> = Vec::new();
    for id in ids {
        let told = match id {
            CarrierId::Card(_) => reason.of_card().map(code),
            CarrierId::Other(number) => reason.of_carrier(number.kind()).map(code),
        };
        let told = told.map(|told| Text::new(format!("reason-{told}")).say(language));
        reasons.extend(told.filter(|told| !reasons.contains(told)));
    }
    let cards_alone = ids.iter().all(|id| id.kind() == CarrierKind::Card);
    let numbers = ids.iter().map(|id| if cards_alone { id.to_string() } else { named(*id, language) });
    let text = if cards_alone { text } else { Text::new("signed-block-carriers") };
    text.with("count", ids.len())
        .with("cards", numbers.collect::<Vec<_>>().join(", "))
        .with("reason", reasons.join(", "))
}
