//! The calls about telephones that ring.

use serde_json::json;

use super::{Link, Paths, call, in_path, leading, list_of, of};

pub(super) fn paths() -> Paths {
    let all = "The calls to the person's telephones in the last day, the newest first.";
    let all = call(all, &list_of("Call"), &[404], in_path(&["cpr"]));
    let to = Link { path: "/calls/{id}/answer", parameters: json!({ "id": "$response.body#/0/id" }) };
    let answer = "Takes a call while it rings, and gives the key and what is said; nobody hears it again.";
    let answer = call(answer, &of("AnsweredCall"), &[404, 409, 413, 415], in_path(&["id"]));
    vec![
        ("/persons/{cpr}/calls".into(), json!({ "get": leading(all, &[to]) })),
        ("/calls/{id}/answer".into(), json!({ "post": answer })),
    ]
}
