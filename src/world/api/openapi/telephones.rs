//! The calls about the apps on telephones.

use serde_json::{Value, json};

use super::{Link, Paths, bodies, call, in_path, leading, list_of, of, with_body};

pub(super) fn paths() -> Paths {
    let sent = |names: &[&str], body: Value| with_body(in_path(names), &body);
    let list = "What was sent to the apps in use on a telephone, the oldest first. The text is told while it can be answered.";
    let list = call(list, &list_of("Request"), &[404, 409], in_path(&["id"]));
    let ways = ["/devices/{id}/requests/{n}/approve", "/devices/{id}/requests/{n}/refuse"];
    let to = |path| Link {
        path,
        parameters: json!({ "id": "$request.path.id", "n": "$response.body#/0/number" }),
    };
    let errors = &[400, 404, 409, 413, 415, 422];
    let approve = "Approves a request with the app's PIN. Five wrong ones in a row block the app.";
    let approve = call(approve, &of("Request"), errors, sent(&["id", "n"], bodies::pin()));
    let refuse = "Refuses a request; what it was asked for is over.";
    let refuse = call(refuse, &of("Request"), &[404, 409, 413, 415, 422], in_path(&["id", "n"]));
    let begin = "Begins to install an app, and asks for a key from the card.";
    let begin =
        call(begin, &of("Installation"), &[400, 404, 409, 413, 415, 422], sent(&["id"], bodies::log_on()));
    let key = "Installs the app with the key. A PIN can be chosen an hour later.";
    let key = call(key, &of("App"), errors, sent(&["id"], bodies::card_key()));
    let pin = "Takes an app into use with a PIN; the password is typed anew.";
    let pin = call(pin, &of("App"), errors, sent(&["id", "app"], bodies::chosen_pin()));
    vec![
        ("/devices/{id}/requests".into(), json!({ "get": leading(list, &ways.map(to)) })),
        ("/devices/{id}/requests/{n}/approve".into(), json!({ "post": approve })),
        ("/devices/{id}/requests/{n}/refuse".into(), json!({ "post": refuse })),
        ("/devices/{id}/apps".into(), json!({ "post": begin })),
        ("/devices/{id}/apps/key".into(), json!({ "post": key })),
        ("/devices/{id}/apps/{app}/pin".into(), json!({ "post": pin })),
    ]
}
