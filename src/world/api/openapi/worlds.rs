//! The description of the calls of all worlds, a document of its own: they lie outside any world (D43).

use serde_json::{Map, Value, json};

use super::bodies::WORLD;
use super::schemas::{instant, maybe, object, one_or_none, text};
use super::{Paths, call, in_path, list_of, making, of, with_body};
use rules::invitations::LARGEST_CLASS;

/// A world, or one of its save points.
const SOURCE: &str = "^[a-z0-9-]{1,30}(@[a-z0-9-]{1,30})?$";
/// The name of a class, with room for a number.
const CLASS: &str = "^[a-z0-9-]{1,27}$";

/// The description as a value.
pub fn document() -> Value {
    let paths: Map<String, Value> =
        [worlds(), points(), files(), handing_out()].into_iter().flatten().collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Selvbetjening: all worlds for programs",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The worlds of one program, beside each other: made, copied, saved, put back, handed out and \
                            removed. Everything of a world besides the first lies below its address, its own calls at \
                            `<address>api/world`.",
        },
        "servers": [{ "url": "/api" }],
        "paths": paths,
        "components": {
            "securitySchemes": { "controlRoom": { "type": "http", "scheme": "basic" } },
            "schemas": schemas(),
        },
        "security": [{}, { "controlRoom": [] }],
    })
}

fn schemas() -> Value {
    json!({
        "Error": object(json!({ "error": text(), "message": text() })),
        "World": object(json!({
            "name": text(),
            "address": { "type": "string", "description": "Of its front page, from the root of the host." },
            "now": instant(),
            "open": { "type": "boolean" },
            "size": { "type": "integer", "description": "Bytes on the disk, save points included." },
            "points": list_of("Point"),
            "mail_stays": { "type": "boolean" },
            "handed_out": one_or_none("HandedOut"),
        })),
        "Point": object(json!({ "point": text(), "saved": instant(), "now": instant() })),
        "HandedOut": object(json!({ "holder": maybe(), "made": instant(), "used": { "type": ["string", "null"], "format": "date-time" } })),
        "Link": object(json!({ "name": text(), "address": text(), "holder": maybe(), "link": text() })),
        "Now": object(json!({ "now": instant() })),
        "Removed": object(json!({ "removed": text() })),
    })
}

fn word(pattern: &str, most: usize) -> Value {
    json!({ "type": "string", "pattern": pattern, "minLength": 1, "maxLength": most })
}

/// Whom a world is for: a line in which something can be seen.
fn holder() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": 60 })
}

/// A body with these fields, the first of which must be there.
fn body(required: &[&str], properties: Value) -> Value {
    json!({ "type": "object", "required": required, "properties": properties, "additionalProperties": false })
}

fn worlds() -> Paths {
    let from = || {
        let mut from = word(SOURCE, 61);
        from["description"] =
            json!("`seed`, where nothing is said; a world; or a save point of one (`klasse@start`).");
        from
    };
    let of_one = |summary: &str, answered: &str, errors: &[u16]| {
        call(summary, &of(answered), errors, in_path(&["name"]))
    };
    let new = body(&["name"], json!({ "name": word(WORLD, 30), "from": from() }));
    let make =
        making(call("Makes a world.", &of("World"), &[404, 409, 413, 415, 422], with_body(json!({}), &new)));
    let class = |more: &str, schema: Value| {
        body(&["name", more], json!({ "name": word(CLASS, 27), "from": from(), more: schema }))
    };
    let count = json!({ "type": "integer", "minimum": 1, "maximum": LARGEST_CLASS });
    let holders = json!({ "type": "array", "items": holder(), "minItems": 1, "maxItems": LARGEST_CLASS });
    let class = json!({ "oneOf": [class("count", count), class("holders", holders)] });
    let class = with_body(json!({}), &class);
    let summary =
        "Makes a world for each of a class, `<name>-1` and on, and a link to each. All of them, or none.";
    let class = making(call(summary, &list_of("Link"), &[404, 409, 413, 415, 422], class));
    let name = with_body(in_path(&["name"]), &body(&["name"], json!({ "name": word(WORLD, 30) })));
    let rename = call(
        "Gives a world another name, and so another address.",
        &of("World"),
        &[404, 409, 413, 415, 422],
        name,
    );
    let stays = with_body(in_path(&["name"]), &body(&["stays"], json!({ "stays": { "type": "boolean" } })));
    let mail =
        "Keeps a world's e-mails in its folder, or lets them leave by the mail server of the settings.";
    let mail = call(mail, &of("World"), &[404, 413, 415, 422], stays);
    let description = call("This description.", &json!({ "type": "object" }), &[], json!({}));
    vec![
        (
            "/worlds".into(),
            json!({ "get": call("All worlds, the first one first.", &list_of("World"), &[], json!({})), "post": make }),
        ),
        ("/worlds/class".into(), json!({ "post": class })),
        ("/worlds/openapi.json".into(), json!({ "get": description })),
        (
            "/worlds/{name}".into(),
            json!({
                "get": of_one("One world.", "World", &[404, 422]),
                "delete": of_one("Removes a world.", "Removed", &[404, 409, 413, 415, 422]),
            }),
        ),
        (
            "/worlds/{name}/reset".into(),
            json!({ "post": of_one("Begins a world anew.", "Now", &[404, 413, 415, 422]) }),
        ),
        ("/worlds/{name}/rename".into(), json!({ "post": rename })),
        ("/worlds/{name}/mail".into(), json!({ "post": mail })),
    ]
}

fn points() -> Paths {
    let point = || with_body(in_path(&["name"]), &body(&["point"], json!({ "point": word(WORLD, 30) })));
    let save = "Saves a world as it is now, under a name.";
    let save = making(call(save, &of("World"), &[404, 409, 413, 415, 422], point()));
    let back = "Puts a world back to a save point: everything since is gone, everybody is logged off.";
    let back = call(back, &of("Now"), &[404, 409, 413, 415, 422], point());
    let forget =
        call("Removes a save point.", &of("World"), &[404, 413, 415, 422], in_path(&["name", "point"]));
    vec![
        ("/worlds/{name}/save".into(), json!({ "post": save })),
        ("/worlds/{name}/back".into(), json!({ "post": back })),
        ("/worlds/{name}/points/{point}".into(), json!({ "delete": forget })),
    ]
}

/// A file with a world in it.
fn archive() -> Value {
    json!({ "application/x-tar": { "schema": { "type": "string", "contentMediaType": "application/x-tar" } } })
}

fn files() -> Paths {
    let in_query = |name: &str, required: bool, schema: &Value| json!({ "name": name, "in": "query", "required": required, "schema": schema });
    let export = "A world as one file, without its server key or with it (`key=true`). A file without it is imported where a \
                  world with the same key is; whoever has one with it can read all of the world.";
    let key = in_query("key", false, &json!({ "type": "boolean" }));
    let named = in_path(&["name"])["parameters"][0].clone();
    let mut export = call(export, &json!({}), &[404, 422], json!({ "parameters": [named, key] }));
    export["responses"]["200"] = json!({ "description": "The file.", "content": archive() });
    let import = "Makes a world of a file that was exported, of at most 64 MiB.";
    let name = in_query("name", true, &word(WORLD, 30));
    let body = json!({ "required": true, "content": archive() });
    let more = json!({ "parameters": [name], "requestBody": body });
    let import = making(call(import, &of("World"), &[400, 404, 409, 413, 415, 422], more));
    vec![
        ("/worlds/{name}/export".into(), json!({ "get": export })),
        ("/worlds/import".into(), json!({ "post": import })),
    ]
}

fn handing_out() -> Paths {
    let named = body(&[], json!({ "holder": holder() }));
    let invite = "Hands a world to somebody: a link that is used once becomes a cookie, which opens that world and its \
                  control room. A newer link takes both away.";
    let invite = call(invite, &of("Link"), &[404, 409, 413, 415, 422], with_body(in_path(&["name"]), &named));
    vec![("/worlds/{name}/invite".into(), json!({ "post": making(invite) }))]
}
