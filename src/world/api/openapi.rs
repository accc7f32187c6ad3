//! The description of the calls, as `OpenAPI` 3.1. A test compares its paths with the existing routes.

mod bodies;
mod calls;
mod devices;
mod schemas;
mod telephones;
mod verify;
pub mod worlds;

use rocket::serde::json::Json;
use rocket::{State, get};
use serde_json::{Map, Value, json};

use crate::web::base::Base;
use crate::world::all_worlds::AllWorlds;
use crate::world::gate::Inside;

#[get("/openapi.json")]
pub fn read(_inside: Inside, base: &State<Base>) -> Json<Value> {
    let mut document = document();
    document["servers"] = json!([{ "url": base.address("/api/world") }]);
    Json(document)
}

/// The description of the calls of all worlds.
#[get("/openapi.json")]
pub fn read_of_worlds(_worlds: AllWorlds) -> Json<Value> {
    Json(worlds::document())
}

/// The description as a value.
pub fn document() -> Value {
    let paths: Map<String, Value> = [
        clock(),
        persons(),
        changes(),
        letters(),
        devices::paths(),
        telephones::paths(),
        calls::paths(),
        offices(),
        verify::paths(),
    ]
    .into_iter()
    .flatten()
    .collect();
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
            "schemas": all_schemas(),
        },
        "security": [{}, { "controlRoom": [] }],
    })
}

/// The schemas of all answers, by their names.
fn all_schemas() -> Value {
    let all = [schemas::all(), verify::schemas()];
    Value::Object(all.into_iter().filter_map(|part| part.as_object().cloned()).flatten().collect())
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

/// The same call, which is answered by what it made.
fn making(mut call: Value) -> Value {
    if let Some(responses) = call["responses"].as_object_mut()
        && let Some(done) = responses.remove("200")
    {
        responses.insert("201".into(), done);
    }
    call
}

/// A call to which an answer leads, with the parameters that are found in it.
struct Link {
    path: &'static str,
    parameters: Value,
}

/// The same call, with where its answer leads; to calls by POST.
fn leading(mut call: Value, to: &[Link]) -> Value {
    let mut links = Map::new();
    for Link { path, parameters } in to {
        let reference = format!("#/paths/{}/post", path.replace('/', "~1"));
        let link = json!({ "operationRef": reference, "parameters": parameters });
        links.insert(path.replace(['/', '{', '}'], ""), link);
    }
    call["responses"]["200"]["links"] = Value::Object(links);
    call
}

fn in_path(names: &[&str]) -> Value {
    let parameter = |name: &&str| json!({ "name": name, "in": "path", "required": true, "schema": bodies::in_path(name) });
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
    let read = call("The simulated time.", &of("Clock"), &[], json!({}));
    let moved = "Moves the clock forward, never back; what is due on the way happens in its order.";
    let moved =
        call(moved, &of("ClockMoved"), &[400, 413, 415, 422], with_body(json!({}), &bodies::clock_step()));
    let description = call("This description.", &json!({ "type": "object" }), &[], json!({}));
    let ahead = "What would happen on the way of such a move, by the same rules; nothing is changed.";
    let step = json!({
        "name": "move", "in": "query", "required": true, "style": "form", "explode": true,
        "schema": bodies::clock_step(),
    });
    let ahead = call(ahead, &of("ClockPreview"), &[422], json!({ "parameters": [step] }));
    let reset = "Begins the world anew, with its first persons and its first moment; every session ends. All of it or nothing.";
    let reset = call(reset, &of("Clock"), &[413, 415], json!({}));
    vec![
        ("/reset".into(), json!({ "post": reset })),
        ("/clock".into(), json!({ "get": read, "post": moved })),
        ("/clock/preview".into(), json!({ "get": ahead })),
        ("/openapi.json".into(), json!({ "get": description })),
    ]
}

fn persons() -> Paths {
    let by = |what: &str, answered: Value| json!({ "get": call(what, &answered, &[404], in_path(&["cpr"])) });
    let to = |path| Link { path, parameters: json!({ "id": "$response.body#/0/id" }) };
    let letters = by("The person's letters, the newest first.", list_of("Letter"))["get"].clone();
    let ways = ["/letters/{id}/open", "/letters/{id}/delay", "/letters/{id}/lose", "/letters/{id}/find"];
    let letters = json!({ "get": leading(letters, &ways.map(to)) });
    let everybody = call("Everybody.", &list_of("Person"), &[], json!({}));
    let make = "Makes somebody in a state, as it would have come about in the last weeks, and logs them on if wished: all of \
                it, or nobody is made.";
    let body = with_body(json!({}), &bodies::wish());
    let make = making(call(make, &of("Newcomer"), &[400, 413, 415, 422], body));
    let log_on = "Logs on with the password that the person remembers and a key of their card: an employee at the own desk, \
                  anybody else at Selvbetjening. It is refused as the person's own log-on would be.";
    let log_on = call(log_on, &of("Session"), &[404, 413, 415, 422], in_path(&["cpr"]));
    vec![
        ("/persons".into(), json!({ "get": everybody, "post": make })),
        ("/persons/{cpr}/session".into(), json!({ "post": log_on })),
        ("/persons/{cpr}".into(), by("One person.", of("Person"))),
        ("/persons/{cpr}/letters".into(), letters),
        ("/persons/{cpr}/cards".into(), by("The cards that the person holds.", list_of("CardTable"))),
        ("/persons/{cpr}/messages".into(), by("E-mails and SMS, the newest first.", list_of("Message"))),
    ]
}

fn changes() -> Paths {
    let to =
        |what: &str, more: Value, errors: &[u16]| json!({ "post": call(what, &of("Person"), errors, more) });
    let cpr = || in_path(&["cpr"]);
    let sent = &[400, 404, 413, 415, 422];
    let changed = |what: &str, body: Value| to(what, with_body(cpr(), &body), sent)["post"].clone();
    let dropped = |what: &str| to(what, cpr(), &[404, 413, 415])["post"].clone();
    let moves = "Moves to another address.";
    let leaves = "Has no registered address any more; letters go to the stated one.";
    let states = "States an address, to which letters go while there is no registered one.";
    let renumber = "Gets another CPR number from the next night on: the certificate is blocked, the old number is no user ID.";
    let renumber = to(renumber, with_body(cpr(), &bodies::cpr_number()), &[400, 404, 409, 413, 415, 422]);
    vec![
        ("/persons/{cpr}/name".into(), json!({ "post": changed("Takes another name.", bodies::name()) })),
        (
            "/persons/{cpr}/address".into(),
            json!({ "post": changed(moves, bodies::address()), "delete": dropped(leaves) }),
        ),
        (
            "/persons/{cpr}/stated-address".into(),
            json!({
                "post": changed(states, bodies::stated_address()),
                "delete": dropped("Withdraws the stated address."),
            }),
        ),
        ("/persons/{cpr}/cpr-number".into(), renumber),
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
    let id = || in_path(&["id"]);
    let later = "Lets a letter in the post come so many days later, on a working day.";
    let found = "Lets a lost letter be found; it comes on the next working day.";
    vec![
        ("/letters/{id}/open".into(), json!({ "post": open })),
        (
            "/letters/{id}/delay".into(),
            post(later, with_body(id(), &bodies::delay()), &[400, 404, 409, 413, 415, 422]),
        ),
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
    let offices = call("Offices and shelves.", &list_of("Office"), &[], json!({}));
    let shelf = Link {
        path: "/offices/{id}/shelf/{number}/open",
        parameters: json!({ "id": "$response.body#/0/id", "number": "$response.body#/0/handed_out/cards/0" }),
    };
    vec![
        ("/offices".into(), json!({ "get": leading(offices, &[shelf]) })),
        ("/offices/{id}/shelf/{number}/open".into(), json!({ "post": open })),
        (
            "/officers".into(),
            json!({ "get": call("Those who work here.", &list_of("Officer"), &[], json!({})) }),
        ),
    ]
}
