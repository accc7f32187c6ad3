//! What a person of the world has at home: letters to open, cards, e-mails and SMS.

use thiserror::Error;

use crate::cases::app::content::{Sending, Written, letter_context, outbox_context};
use crate::cases::app::{App, CaseError, Origin, Parts, refused};
use crate::cases::world::post::{self, Budget};
use crate::store::outbox::Message;
pub use crate::store::post::{Letter, LetterKind, LetterState};
use crate::store::{StoreError, Tx};
use rules::Refusal;
use rules::actor::{Actor, Channel};
use rules::nemid::{CardState, KeyCard, NemId};
use rules::words::{CprNumber, Key, KeyCardNumber, KeyNumber, NemIdNumber};

/// Why a letter is not opened.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum LetterRefusal {
    /// There is no such letter.
    #[error("no such letter")]
    NotThere,
    /// It is still in the post.
    #[error("the letter has not come yet")]
    InTransit,
    /// It got lost.
    #[error("the letter got lost")]
    Lost,
    /// It is in the letter box, sealed.
    #[error("the letter is sealed")]
    Sealed,
}

impl Refusal for LetterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "letter-not-there",
            Self::InTransit => "letter-in-transit",
            Self::Lost => "letter-lost",
            Self::Sealed => "letter-sealed",
        }
    }
}

/// One key as it is printed on a card.
#[derive(Clone, Debug)]
pub struct Printed {
    pub number: KeyNumber,
    pub key: Key,
    /// Whether it is used up.
    pub used: bool,
}

/// A card that a person has.
#[derive(Clone, Debug)]
pub struct HeldCard {
    /// The NemID it belongs to.
    pub nemid: NemIdNumber,
    pub number: KeyCardNumber,
    /// The card's state.
    pub state: CardState,
    /// Its 148 keys in the order of their numbers.
    pub keys: Vec<Printed>,
}

/// An opened letter.
#[derive(Debug)]
pub struct OpenLetter {
    pub letter: Letter,
    /// What it says and to whom, as it was written.
    pub written: Written,
    /// The card in it, if there is one.
    pub card: Option<HeldCard>,
}

/// An e-mail or an SMS, readable.
#[derive(Debug)]
pub struct OpenMessage {
    /// The message as it was queued and sent.
    pub message: Message,
    /// The recipient and the content.
    pub sending: Sending,
}

/// A card as its holder sees it, with all keys.
pub(crate) fn printed(parts: &Parts, nemid: &NemId, card: &KeyCard) -> HeldCard {
    let table = parts.press.table(&card.number, &card.salt);
    let places = rules::words::KeyPosition::all();
    let keys = places
        .zip(table)
        .map(|(place, (number, key))| Printed { number, key, used: card.used.has(place) })
        .collect();
    HeldCard { nemid: nemid.number, number: card.number, state: card.state.clone(), keys }
}

/// The cards that a person has: those from opened letters, and those handed over at a counter.
pub(crate) fn held_cards(parts: &Parts, tx: &Tx<'_>, cpr: CprNumber) -> Result<Vec<HeldCard>, StoreError> {
    let letters = tx.letters_of(cpr)?;
    let in_hand = |card: &KeyCard| match letters.iter().find(|one| one.card == Some(card.number)) {
        Some(letter) => letter.state == LetterState::Opened,
        None => card.state != CardState::Ordered,
    };
    let mut held = Vec::new();
    for nemid in tx.nemids_of(cpr)? {
        held.extend(nemid.cards.iter().filter(|card| in_hand(card)).map(|card| printed(parts, &nemid, card)));
    }
    Ok(held)
}

fn opened(parts: &Parts, tx: &Tx<'_>, letter: Letter) -> Result<OpenLetter, CaseError<LetterRefusal>> {
    let written: Written = parts.open(&letter_context(letter.id), &letter.content)?;
    let nemid = letter.nemid.map_or(Ok(None), |number| tx.nemid(number))?;
    let card = nemid
        .as_ref()
        .zip(letter.card)
        .and_then(|(nemid, number)| nemid.card(&number).map(|card| printed(parts, nemid, card)));
    Ok(OpenLetter { letter, written, card })
}

/// Opens a delivered letter, or reads one that was opened before.
pub async fn open(app: &App, id: i64) -> Result<OpenLetter, CaseError<LetterRefusal>> {
    app.act(&Origin::inside(Channel::World), Actor::Clock, move |act| {
        post::deliver_arrived(act, act.now(), &mut Budget::unlimited())?;
        let mut letter = act.tx.letter(id)?.ok_or_else(|| refused(LetterRefusal::NotThere))?;
        match letter.state {
            LetterState::InTransit => return Err(refused(LetterRefusal::InTransit)),
            LetterState::Lost => return Err(refused(LetterRefusal::Lost)),
            LetterState::Opened => {}
            LetterState::Delivered => {
                act.tx.move_letter(id, LetterState::Opened)?;
                letter.state = LetterState::Opened;
                if let (Some(serial), Some(_)) = (letter.serial, &letter.office) {
                    act.tx.open_stock_letter(serial, act.now())?;
                }
            }
        }
        opened(act.app, act.tx, letter)
    })
    .await
}

/// Reads a letter that was opened before.
pub async fn read(app: &App, id: i64) -> Result<OpenLetter, CaseError<LetterRefusal>> {
    let inner = app.clone();
    app.read::<_, CaseError<LetterRefusal>>(move |tx| {
        let letter = tx.letter(id)?.ok_or_else(|| refused(LetterRefusal::NotThere))?;
        match letter.state {
            LetterState::Opened => opened(&inner, tx, letter),
            LetterState::Delivered => Err(refused(LetterRefusal::Sealed)),
            LetterState::InTransit => Err(refused(LetterRefusal::InTransit)),
            LetterState::Lost => Err(refused(LetterRefusal::Lost)),
        }
    })
    .await
}

/// The letters of a person, the newest first.
pub async fn letters(app: &App, cpr: CprNumber) -> Result<Vec<Letter>, StoreError> {
    app.read(move |tx| tx.letters_of(cpr)).await
}

/// The cards that a person has.
pub async fn cards(app: &App, cpr: CprNumber) -> Result<Vec<HeldCard>, StoreError> {
    let inner = app.clone();
    app.read(move |tx| held_cards(&inner, tx, cpr)).await
}

/// The e-mails and SMS that a person got, or is about to get, the newest first.
pub async fn messages(app: &App, cpr: CprNumber) -> Result<Vec<OpenMessage>, StoreError> {
    let inner = app.clone();
    app.read(move |tx| {
        let open = |message: Message| {
            let sending = inner.open(&outbox_context(message.id), &message.content)?;
            Ok(OpenMessage { message, sending })
        };
        tx.messages_of(cpr)?.into_iter().map(open).collect()
    })
    .await
}
