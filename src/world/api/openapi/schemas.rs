//! What the calls answer: the schemas that the description names.

use serde_json::{Map, Value, json};

use super::{list_of, of};
use rules::happenings::Happening;

/// All of them, by their names.
pub(super) fn all() -> Value {
    let mut all = Map::new();
    for part in [of_time(), of_persons(), of_post(), of_carriers(), of_staff()] {
        all.extend(part.as_object().cloned().unwrap_or_default());
    }
    Value::Object(all)
}

/// Mistakes and the clock.
fn of_time() -> Value {
    json!({
        "Error": object(json!({ "error": text(), "message": text() })),
        "Clock": json!({
            "type": "object",
            "required": ["now"],
            "properties": {
                "now": instant(),
                "unfinished": {
                    "type": "string",
                    "format": "date-time",
                    "description": "Where a move that was cut off was to lead.",
                },
            },
        }),
        "ClockMoved": object(json!({ "now": instant(), "happened": list_of("OnDay") })),
        "ClockPreview": json!({
            "type": "object",
            "required": ["now", "to", "happens"],
            "properties": {
                "now": instant(),
                "to": { "type": "string", "format": "date-time", "description": "Where the move would lead." },
                "happens": list_of("OnDay"),
                "cut_at": {
                    "type": "string",
                    "format": "date-time",
                    "description": "Up to when it is told, where too much happens to tell all of it.",
                },
            },
        }),
        "OnDay": object(json!({
            "day": { "type": "string", "format": "date", "description": "By Danish time." },
            "what": json!({ "type": "string", "enum": Happening::ALL }),
            "count": { "type": "integer" },
        })),
    })
}

/// People, their NemIDs and cards, and how a program becomes one of them.
fn of_persons() -> Value {
    json!({
        "Person": object(json!({
            "cpr": text(), "name": text(), "street": maybe(), "postcode": maybe(), "town": maybe(),
            "stated_address": stated(), "former_cpr_numbers": texts(), "new_cpr_number": maybe(),
            "document_number": maybe(), "died": maybe(), "section": text(), "note": text(),
            "password": maybe(), "nemids": list_of("NemId"),
        })),
        "Newcomer": object(json!({
            "cpr": text(), "name": text(), "nemid_number": maybe(), "user_id": maybe(), "password": maybe(),
            "temporary_password": maybe(), "card": one_or_none("CardTable"), "cookie": one_or_none("Cookie"),
        })),
        "Session": object(json!({ "cookie": of("Cookie") })),
        "Cookie": object(json!({
            "name": text(), "value": text(), "path": text(),
            "header": { "type": "string", "description": "The whole header that a program sends." },
            "opens": { "type": "string", "description": "The page on which the person begins." },
        })),
        "NemId": object(json!({
            "number": text(), "user_id": text(), "issuer": word(&["public", "bank", "business", "employer"]),
            "issuer_name": maybe(), "state": word(&STATES), "password": maybe(), "cards": list_of("Card"),
            "carriers": list_of("CarrierInShort"),
        })),
        "CarrierInShort": object(json!({
            "kind": word(&["card", "token", "app", "voice"]), "number": text(), "state": word(&CARRIER_STATES),
            "active": { "type": "boolean" },
        })),
        "Card": object(json!({
            "number": text(), "state": word(&CARD_STATES), "keys_left": { "type": "integer" },
        })),
        "CardTable": object(json!({ "card_number": text(), "state": word(&CARD_STATES), "keys": keys() })),
    })
}

/// Letters and messages.
fn of_post() -> Value {
    json!({
        "Letter": object(json!({
            "id": { "type": "integer" }, "kind": word(&["welcome", "key_card", "pin_letter", "key_token", "key_voice", "notice"]),
            "purpose": purpose(), "posted": instant(), "arrives": instant(),
            "state": word(&["in_transit", "delivered", "opened", "lost"]), "office": maybe(),
        })),
        "OpenLetter": some_of(json!({
            "id": { "type": "integer" }, "kind": text(), "purpose": purpose(), "nemid_number": text(),
            "card_number": text(), "state": text(), "keys": keys(), "serial": text(),
            "temporary_password": text(), "works_until": maybe(), "text": text(), "line": text(), "telephone": text(),
        })),
        "Message": object(json!({
            "id": { "type": "integer" }, "way": word(&["email", "sms"]), "to": text(), "queued": instant(),
            "sent": maybe(), "repeats": { "type": "integer" }, "signed": { "type": "boolean" },
            "subject": text(), "text": text(),
        })),
    })
}

/// Tokens, telephones, calls and apps.
fn of_carriers() -> Value {
    json!({
        "Carrier": object(json!({
            "kind": word(&["card", "token", "app", "voice"]), "number": text(), "nemid": text(),
            "state": word(&CARRIER_STATES),
            "active": { "type": "boolean" }, "since": instant(), "used": maybe(),
            "device": { "type": ["integer", "null"] },
        })),
        "Device": json!({
            "type": "object",
            "required": ["id", "kind", "number", "lost", "battery"],
            "properties": {
                "id": { "type": "integer" }, "kind": word(&["token", "telephone"]), "number": text(),
                "lost": { "type": "boolean" }, "battery": { "type": "boolean" }, "make": text(),
                "system": text(), "smart": { "type": "boolean" }, "net": { "type": "boolean" },
                "compromised": { "type": "boolean" }, "holes": { "type": "boolean" },
            },
        }),
        "Call": object(json!({
            "id": { "type": "integer" }, "nemid": text(), "telephone": text(),
            "device": { "type": ["integer", "null"] }, "began": instant(),
            "state": word(&["ringing", "answered", "missed", "ended"]),
        })),
        "AnsweredCall": object(json!({
            "id": { "type": "integer" }, "nemid": text(), "telephone": text(),
            "device": { "type": ["integer", "null"] }, "began": instant(), "state": word(&["answered"]),
            "key": { "type": "string", "pattern": "^[0-9]{6}$" }, "said": text(),
        })),
        "Request": object(json!({
            "number": { "type": "integer" }, "nemid": text(),
            "state": word(&["waiting", "approved", "refused", "replaced", "used", "run_out"]),
            "at": instant(), "purpose": text(), "site": maybe(), "text": maybe(),
        })),
        "Installation": object(json!({ "installation": text(), "card": text(), "key_number": text() })),
        "App": object(json!({
            "number": text(), "nemid": text(), "state": word(&["attached", "active"]), "since": instant(),
            "ready": instant(),
        })),
        "Code": object(json!({ "code": { "type": "string", "pattern": "^[0-9]{6}$" } })),
    })
}

/// Offices and who works there.
fn of_staff() -> Value {
    json!({
        "Office": object(json!({
            "id": text(), "name": text(), "town": text(), "cards": texts(), "letters": texts(),
            "handed_out": object(json!({ "cards": texts(), "letters": texts() })),
        })),
        "Officer": some_of(json!({
            "name": text(), "cpr": text(),
            "role": word(&["officer", "super_user", "administrator", "bank_clerk", "operator"]),
            "title": text(), "place": maybe(), "place_name": maybe(), "office": maybe(),
            "nemid_number": text(), "user_id": maybe(), "password": maybe(),
            "card_number": text(), "keys": keys(), "card": of("CardTable"), "cards": list_of("CardTable"),
        })),
    })
}

const CARD_STATES: [&str; 5] = ["ordered", "attached", "active", "blocked", "used_up"];
const CARRIER_STATES: [&str; 6] = ["ordered", "attached", "active", "blocked", "used_up", "worn_out"];
const STATES: [&str; 6] = ["not_activated", "active", "locked", "password_blocked", "blocked", "closed"];

pub(super) fn text() -> Value {
    json!({ "type": "string" })
}

fn texts() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

pub(super) fn maybe() -> Value {
    json!({ "type": ["string", "null"] })
}

pub(super) fn instant() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

fn keys() -> Value {
    json!({
        "type": "object",
        "description": "Key numbers of four digits, each with its key of six.",
        "additionalProperties": { "type": "string", "pattern": "^[0-9]{6}$" },
    })
}

fn purpose() -> Value {
    json!({
        "type": ["string", "null"],
        "description": "What it is for; null where an older version did not note it.",
        "enum": [
            "activate", "unlock", "reset", "first_card", "next_card", "replacement_card", "extra_card",
            "token", "voice", "notice", null,
        ],
    })
}

fn stated() -> Value {
    json!({
        "type": ["object", "null"],
        "description": "Where letters go while there is no registered address; with a country it is abroad.",
        "required": ["street", "town"],
        "properties": { "street": text(), "postcode": text(), "town": text(), "country": text() },
    })
}

pub(super) fn word(words: &[&str]) -> Value {
    json!({ "type": "string", "enum": words })
}

/// One of a schema, or null.
pub(super) fn one_or_none(name: &str) -> Value {
    json!({ "oneOf": [of(name), { "type": "null" }] })
}

/// An object with some of the fields.
fn some_of(properties: Value) -> Value {
    json!({ "type": "object", "properties": properties })
}

/// An object with all of the fields.
pub(super) fn object(properties: Value) -> Value {
    let names: Vec<_> = properties.as_object().map(|all| all.keys().cloned().collect()).unwrap_or_default();
    json!({ "type": "object", "required": names, "properties": properties })
}
