//! The description of the calls, as `OpenAPI` 3.1. A test compares its paths with the existing routes.

use rocket::get;
use rocket::serde::json::Json;
use serde_json::{Map, Value, json};

use crate::world::gate::Inside;
use rules::post::LONGEST_DELAY;

#[get("/openapi.json")]
pub fn read(_inside: Inside) -> Json<Value> {
    Json(document())
}

/// The description as a value.
pub fn document() -> Value {
    let paths: Map<String, Value> =
        [clock(), persons(), changes(), letters(), offices()].into_iter().flatten().collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Selvbetjening: the world for programs",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Clock, CPR register, letter boxes and shelves around a simulated NemID. All persons are \
                            synthetic. A POST with a body needs `Content-Type: application/json`. Where the control \
                            room has a password, send it by HTTP Basic with any name.",
        },
        "servers": [{ "url": "/api/world" }],
        "paths": paths,
        "components": {
            "securitySchemes": { "controlRoom": { "type": "http", "scheme": "basic" } },
            "schemas": schemas(),
        },
        "security": [{}, { "controlRoom": [] }],
    })
}

type Paths = Vec<(String, Value)>;

fn answer(description: &str, schema: &Value) -> Value {
    json!({ "description": description, "content": { "application/json": { "schema": schema } } })
}

fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn list_of(name: &str) -> Value {
    json!({ "type": "array", "items": of(name) })
}

/// A call with its answer, the statuses of its errors, and its parameters and body, if any.
fn call(summary: &str, answered: &Value, errors: &[u16], more: Value) -> Value {
    let mut responses = Map::new();
    responses.insert("200".into(), answer("Done.", answered));
    for status in errors.iter().chain(&[401, 403]) {
        responses.insert(status.to_string(), answer("Refused.", &of("Error")));
    }
    // These are another host, busy, disk full, and errors of the service.
    responses.insert("default".into(), answer("Whatever else goes wrong.", &of("Error")));
    let mut call = json!({ "summary": summary, "responses": responses });
    if let (Some(call), Value::Object(more)) = (call.as_object_mut(), more) {
        call.extend(more);
    }
    call
}

fn in_path(names: &[&str]) -> Value {
    let parameter =
        |name: &&str| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    json!({ "parameters": names.iter().map(parameter).collect::<Vec<_>>() })
}

fn with_body(parameters: Value, schema: &Value) -> Value {
    let body = json!({ "required": true, "content": { "application/json": { "schema": schema } } });
    let mut with = parameters;
    if let Some(fields) = with.as_object_mut() {
        fields.insert("requestBody".into(), body);
    }
    with
}

fn clock() -> Paths {
    let step = json!({
        "description": "Exactly one of them.",
        "oneOf": [
            { "required": ["hours"], "properties": { "hours": { "type": "integer", "minimum": 0 } } },
            { "required": ["days"], "properties": { "days": { "type": "integer", "minimum": 0 } } },
            { "required": ["working_days"], "properties": { "working_days": { "type": "integer", "minimum": 0 } } },
            { "required": ["to"], "properties": { "to": { "type": "string", "format": "date-time" } } },
        ],
    });
    let read = call("The simulated time.", &of("Clock"), &[], json!({}));
    let moved = "Moves the clock forward, never back; what is due on the way happens in its order.";
    let moved = call(moved, &of("Clock"), &[400, 413, 415, 422], with_body(json!({}), &step));
    let description = call("This description.", &json!({ "type": "object" }), &[], json!({}));
    vec![
        ("/clock".into(), json!({ "get": read, "post": moved })),
        ("/openapi.json".into(), json!({ "get": description })),
    ]
}

fn persons() -> Paths {
    let by = |what: &str, answered: Value| json!({ "get": call(what, &answered, &[404], in_path(&["cpr"])) });
    vec![
        ("/persons".into(), json!({ "get": call("Everybody.", &list_of("Person"), &[], json!({})) })),
        ("/persons/{cpr}".into(), by("One person.", of("Person"))),
        ("/persons/{cpr}/letters".into(), by("The person's letters, the newest first.", list_of("Letter"))),
        ("/persons/{cpr}/cards".into(), by("The cards that the person holds.", list_of("CardTable"))),
        ("/persons/{cpr}/messages".into(), by("E-mails and SMS, the newest first.", list_of("Message"))),
    ]
}

fn changes() -> Paths {
    let text = || json!({ "type": "string" });
    let name = json!({ "type": "object", "required": ["name"], "properties": { "name": text() } });
    let address = json!({
        "type": "object",
        "required": ["street", "postcode", "town"],
        "properties": { "street": text(), "postcode": text(), "town": text() },
    });
    let to =
        |what: &str, more: Value, errors: &[u16]| json!({ "post": call(what, &of("Person"), errors, more) });
    let cpr = || in_path(&["cpr"]);
    vec![
        (
            "/persons/{cpr}/name".into(),
            to("Takes another name.", with_body(cpr(), &name), &[400, 404, 413, 415, 422]),
        ),
        (
            "/persons/{cpr}/address".into(),
            to("Moves to another address.", with_body(cpr(), &address), &[400, 404, 413, 415, 422]),
        ),
        ("/persons/{cpr}/death".into(), to("Dies; every NemID is blocked.", cpr(), &[404, 409, 413, 415])),
    ]
}

fn letters() -> Paths {
    let open = call(
        "Opens a delivered letter and gives what its reader sees.",
        &of("OpenLetter"),
        &[404, 409, 413, 415],
        in_path(&["id"]),
    );
    let post =
        |what: &str, more: Value, errors: &[u16]| json!({ "post": call(what, &of("Letter"), errors, more) });
    let days = json!({
        "type": "object",
        "required": ["days"],
        "properties": { "days": { "type": "integer", "minimum": 1, "maximum": LONGEST_DELAY } },
        "additionalProperties": false,
    });
    let id = || in_path(&["id"]);
    let later = "Lets a letter in the post come so many days later, on a working day.";
    let found = "Lets a lost letter be found; it comes on the next working day.";
    vec![
        ("/letters/{id}/open".into(), json!({ "post": open })),
        ("/letters/{id}/delay".into(), post(later, with_body(id(), &days), &[400, 404, 409, 413, 415, 422])),
        ("/letters/{id}/lose".into(), post("Loses a letter in the post.", id(), &[404, 409, 413, 415])),
        ("/letters/{id}/find".into(), post(found, id(), &[404, 409, 413, 415])),
    ]
}

fn offices() -> Paths {
    let open = call(
        "Opens a card or PIN letter after it was handed out; `number` is the one printed outside.",
        &of("OpenLetter"),
        &[404, 409, 413, 415],
        in_path(&["id", "number"]),
    );
    vec![
        (
            "/offices".into(),
            json!({ "get": call("Offices and shelves.", &list_of("Office"), &[], json!({})) }),
        ),
        ("/offices/{id}/shelf/{number}/open".into(), json!({ "post": open })),
        (
            "/officers".into(),
            json!({ "get": call("Those who work here.", &list_of("Officer"), &[], json!({})) }),
        ),
    ]
}

fn schemas() -> Value {
    let text = || json!({ "type": "string" });
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    let maybe = || json!({ "type": ["string", "null"] });
    let instant = || json!({ "type": "string", "format": "date-time" });
    let keys = || {
        json!({
            "type": "object",
            "description": "Key numbers of four digits, each with its key of six.",
            "additionalProperties": { "type": "string", "pattern": "^[0-9]{6}$" },
        })
    };
    let purpose = || {
        json!({
            "type": ["string", "null"],
            "description": "What it is for; null where an older version did not note it.",
            "enum": [
                "activate", "unlock", "reset", "first_card", "next_card", "replacement_card", "extra_card",
                "notice", null,
            ],
        })
    };
    let word = |words: &[&str]| json!({ "type": "string", "enum": words });
    let card_states = ["ordered", "attached", "active", "blocked", "used_up"];
    let states = ["not_activated", "active", "locked", "password_blocked", "blocked", "closed"];
    let some_of = |properties: Value| json!({ "type": "object", "properties": properties });
    let object = |properties: Value| {
        let names: Vec<_> =
            properties.as_object().map(|all| all.keys().cloned().collect()).unwrap_or_default();
        json!({ "type": "object", "required": names, "properties": properties })
    };
    json!({
        "Error": object(json!({ "error": text(), "message": text() })),
        "Clock": object(json!({ "now": instant() })),
        "Person": object(json!({
            "cpr": text(), "name": text(), "street": text(), "postcode": text(), "town": text(),
            "document_number": maybe(), "died": maybe(), "section": text(), "note": text(),
            "password": maybe(), "nemids": list_of("NemId"),
        })),
        "NemId": object(json!({
            "number": text(), "user_id": text(), "issuer": word(&["public", "bank", "business", "employer"]),
            "issuer_name": maybe(), "state": word(&states), "password": maybe(), "cards": list_of("Card"),
        })),
        "Card": object(json!({
            "number": text(), "state": word(&card_states), "keys_left": { "type": "integer" },
        })),
        "Letter": object(json!({
            "id": { "type": "integer" }, "kind": word(&["welcome", "key_card", "pin_letter", "notice"]),
            "purpose": purpose(), "posted": instant(), "arrives": instant(),
            "state": word(&["in_transit", "delivered", "opened", "lost"]), "office": maybe(),
        })),
        "OpenLetter": some_of(json!({
            "id": { "type": "integer" }, "kind": text(), "purpose": purpose(), "nemid_number": text(),
            "card_number": text(), "state": text(), "keys": keys(), "serial": text(),
            "temporary_password": text(), "works_until": maybe(), "text": text(),
        })),
        "CardTable": object(json!({ "card_number": text(), "state": word(&card_states), "keys": keys() })),
        "Message": object(json!({
            "id": { "type": "integer" }, "way": word(&["email", "sms"]), "to": text(), "queued": instant(),
            "sent": maybe(), "repeats": { "type": "integer" }, "signed": { "type": "boolean" },
            "subject": text(), "text": text(),
        })),
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
