//! What pages and JSON of the control room have in common.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::web::key_card::PrintedKey;
use crate::web::language::Language;
use crate::web::letters::{Addressed, Temporary};
use crate::web::states::{Colour, StateView};
use crate::web::texts::Text;
use crate::web::{states, wording};
use crate::world::carrier_line::CarrierLine;
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{Issuer, KeyCard, NemId};
use rules::post::LetterPurpose;
use rules::words::{DocumentNumber, PostalAddress};
use rules::{calendar, places, post};
use service::cases::app::content::{Content, Sending};
use service::cases::world::devices::Device;
use service::cases::world::letter_box::{HeldCard, OpenLetter};
use service::cases::world::letter_box::{Letter, LetterKind, LetterState};
use service::cases::world::letters::Sheet;
use service::cases::world::register::Citizen;
use service::cases::world::register::{Memory, Person};

/// A person's problem and what to try.
pub fn note(citizen: &Citizen, language: Language) -> &str {
    match language {
        Language::Da => &citizen.note.0,
        Language::En => &citizen.note.1,
    }
}

/// The name of the place that made a NemID; none for a public one.
pub fn issuer_name(nemid: &NemId) -> Option<String> {
    match &nemid.issuer {
        Issuer::Public => None,
        Issuer::Bank(name) | Issuer::Business(name) | Issuer::Employer(name) => Some(places::title(name)),
    }
}

/// The recipient of an e-mail or SMS.
pub fn addressee(sending: &Sending) -> String {
    let email = sending.email.as_ref().map(ToString::to_string);
    email.or_else(|| sending.mobile.map(|mobile| mobile.to_string())).unwrap_or_default()
}

/// A card for programs: its number, its state, and its keys by their numbers.
pub fn card_json(card: &HeldCard) -> Value {
    let keys: Map<_, _> =
        card.keys.iter().map(|one| (one.number.to_string(), Value::from(one.key.reveal()))).collect();
    json!({ "card_number": card.number, "state": card.state.code(), "keys": keys })
}

/// The lines of a card as a page shows them.
pub fn printed(card: &HeldCard) -> Vec<PrintedKey> {
    let line = |one: &service::cases::world::letter_box::Printed| PrintedKey {
        number: one.number.to_string(),
        key: one.key.reveal().to_owned(),
        used: one.used,
    };
    card.keys.iter().map(line).collect()
}

/// An open letter as it is printed.
pub fn sheet(open: &OpenLetter, language: Language) -> Sheet {
    let (letter, to) = (&open.letter, &open.written.to);
    let date = calendar::danish_date(letter.posted);
    let office = letter.office.as_ref();
    let to = Addressed { language, name: &to.name, address: to.address.as_ref(), office, date };
    match &open.written.content {
        Content::Welcome { nemid_number, place } => {
            to.welcome(*nemid_number, place.as_ref().unwrap_or(&TemporaryPlace::Selvbetjening))
        }
        Content::KeyCard { card_number, why } => {
            to.key_card(*card_number, *why, &open.card.as_ref().map(printed).unwrap_or_default())
        }
        Content::PinLetter { serial, digits, place, issued } => {
            let temporary = issued
                .map(|issued| Temporary { purpose: issued.purpose, until: post::works_until(issued.at) });
            to.pin_letter(*serial, digits, place, temporary)
        }
        Content::KeyToken { token } => to.key_token(*token),
        Content::KeyVoice { telephone, .. } => to.key_voice(telephone),
        Content::Notice { notice } => to.notice(notice),
    }
}

/// A letter for programs, without its content.
pub fn letter_json(letter: &Letter) -> Value {
    json!({
        "id": letter.id,
        "kind": letter.kind,
        "purpose": letter.purpose,
        "posted": letter.posted,
        "arrives": letter.arrives,
        "state": letter.state,
        "office": letter.office,
    })
}

/// The text of an open letter, without its secrets, which are shown beside it.
pub fn letter_text(open: &OpenLetter, language: Language) -> String {
    let sheet = sheet(open, language);
    [vec![sheet.heading], sheet.paragraphs].concat().join("\n\n")
}

/// The kind of a letter in a word.
pub fn letter_kind(kind: LetterKind) -> Text {
    Text::new(format!("world-letter-{}", wording::code(kind)))
}

/// The words on the button that opens one.
pub fn letter_open(kind: LetterKind) -> Text {
    Text::new(format!("world-letter-open-{}", wording::code(kind)))
}

/// What a letter is for in a few words; a notice says so itself.
pub fn letter_purpose(purpose: Option<LetterPurpose>) -> Option<Text> {
    let purpose = purpose.filter(|purpose| *purpose != LetterPurpose::Notice)?;
    Some(Text::new(format!("world-letter-purpose-{}", wording::code(purpose))))
}

/// The register's entry on a page.
#[derive(Serialize)]
pub struct PersonView {
    href: String,
    name: String,
    cpr: String,
    born: Option<String>,
    age: Option<i16>,
    /// The lines of the registered address; none for a person without.
    address: Option<Vec<String>>,
    /// The lines of the stated one.
    stated: Option<Vec<String>>,
    /// The CPR numbers before this one.
    former_numbers: Vec<String>,
    /// The CPR number from the next night on.
    new_number: Option<String>,
    document: Option<String>,
    passport: bool,
    died: Option<String>,
    section: String,
    note: String,
}

impl PersonView {
    /// The person's entry in the register today.
    pub fn of(person: &Person, language: Language, now: Timestamp) -> Self {
        let citizen = &person.citizen;
        let registered = citizen.address.clone().map(PostalAddress::Danish);
        Self {
            href: format!("/kontrolrum/personer/{}", citizen.cpr.digits()),
            name: citizen.name.to_string(),
            cpr: citizen.cpr.to_string(),
            born: citizen.cpr.birth_date().map(|date| date.to_string()),
            age: citizen.cpr.age_on(calendar::danish_date(now)),
            address: registered.as_ref().map(PostalAddress::lines),
            stated: citizen.stated.as_ref().map(PostalAddress::lines),
            former_numbers: person.former_numbers.iter().map(ToString::to_string).collect(),
            new_number: person.new_number.map(|number| number.to_string()),
            document: citizen.document.as_ref().map(|number| number.as_str().to_owned()),
            passport: matches!(citizen.document, Some(DocumentNumber::Passport(_))),
            died: citizen.died.map(|at| at.to_string()),
            section: citizen.section.clone(),
            note: note(citizen, language).to_owned(),
        }
    }
}

/// One NemID on its holder's page.
#[derive(Serialize)]
pub struct NemIdView {
    number: String,
    issuer: Text,
    issuer_name: Option<String>,
    state: Text,
    state_kind: Colour,
    user_id: Option<String>,
    activated: bool,
    open: bool,
    memory: Option<Memory>,
    email: Option<String>,
    mobile: Option<String>,
    cards: Vec<CardLine>,
    others: Vec<CarrierLine>,
}

/// One card of a NemID.
#[derive(Serialize)]
pub struct CardLine {
    number: String,
    state: StateView,
    keys_left: u8,
    href: Option<String>,
}

impl NemIdView {
    /// The view with the cards and things that the holder has.
    pub fn of(person: &Person, nemid: &NemId, held: &[HeldCard], devices: &[Device], now: Timestamp) -> Self {
        let state = states::nemid(nemid.status(now));
        let cpr = person.citizen.cpr;
        let card = |card: &KeyCard| CardLine {
            number: card.number.to_string(),
            state: states::card(&card.state),
            keys_left: card.keys_left(),
            href: held
                .iter()
                .any(|one| one.number == card.number)
                .then(|| format!("/kontrolrum/personer/{}/noeglekort/{}", cpr.digits(), card.number)),
        };
        Self {
            number: nemid.number.to_string(),
            issuer: Text::new(format!("issuer-{}", nemid.issuer.code())),
            issuer_name: issuer_name(nemid),
            state: state.text,
            state_kind: state.kind,
            user_id: nemid.user_id.as_ref().map(ToString::to_string),
            activated: nemid.is_activated(),
            open: nemid.state.is_open(),
            memory: person.memories.get(&nemid.number).cloned(),
            email: nemid.contact.email.as_ref().map(ToString::to_string),
            mobile: nemid.contact.mobile.map(|mobile| mobile.to_string()),
            cards: nemid.cards.iter().map(card).collect(),
            others: nemid.carriers.iter().map(|carrier| CarrierLine::of(carrier, devices)).collect(),
        }
    }
}

/// One letter in a letter box.
#[derive(Serialize)]
pub struct LetterLine {
    id: i64,
    kind: Text,
    purpose: Option<Text>,
    /// The office that handed it over.
    office: Option<String>,
    open: Text,
    state: Text,
    sealed: bool,
    opened: bool,
    lost: bool,
    /// The link to the page on which its way is changed.
    divert: Option<Text>,
    posted: String,
    arrives: String,
}

impl LetterLine {
    /// The view of a letter.
    pub fn of(letter: &Letter) -> Self {
        Self {
            id: letter.id,
            kind: letter_kind(letter.kind),
            purpose: letter_purpose(letter.purpose),
            office: letter.office.as_ref().map(places::title),
            open: letter_open(letter.kind),
            state: Text::new(format!("world-letter-state-{}", wording::code(letter.state))),
            sealed: letter.state == LetterState::Delivered,
            opened: letter.state == LetterState::Opened,
            lost: letter.state == LetterState::Lost,
            divert: match letter.state {
                LetterState::InTransit => Some(Text::new("world-post-go")),
                LetterState::Lost => Some(Text::new("world-post-go-lost")),
                LetterState::Delivered | LetterState::Opened => None,
            },
            posted: calendar::danish_date(letter.posted).to_string(),
            arrives: calendar::danish_date(letter.arrives).to_string(),
        }
    }
}
