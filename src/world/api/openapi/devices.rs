//! The calls about carriers and the things that they are on.

use serde_json::{Value, json};

use super::{Link, Paths, bodies, call, in_path, leading, list_of, of, with_body};

pub(super) fn paths() -> Paths {
    let by = |what: &str, answered: Value| call(what, &answered, &[404], in_path(&["cpr"]));
    let carriers =
        "What the person can answer keys with: cards, tokens, apps and voice lines, of all NemIDs.";
    let devices = by("The person's tokens and telephones.", list_of("Device"));
    let to = |path| Link { path, parameters: json!({ "id": "$response.body#/0/id" }) };
    let press =
        "Presses the button of a token and gives what its display shows; each press shows the next code.";
    let press = call(press, &of("Code"), &[404, 409, 413, 415], in_path(&["id"]));
    let change = "Says what becomes of a thing. Nobody inside is told.";
    let sent = with_body(in_path(&["id"]), &bodies::device());
    let change = call(change, &of("Device"), &[400, 404, 409, 413, 415, 422], sent);
    vec![
        ("/persons/{cpr}/carriers".into(), json!({ "get": by(carriers, list_of("Carrier")) })),
        (
            "/persons/{cpr}/devices".into(),
            json!({ "get": leading(devices, &["/devices/{id}/press", "/devices/{id}"].map(to)) }),
        ),
        ("/devices/{id}/press".into(), json!({ "post": press })),
        ("/devices/{id}".into(), json!({ "post": change })),
    ]
}
