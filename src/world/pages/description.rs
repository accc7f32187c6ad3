//! `/kontrolrum/api`: the calls for programs as a page, made of their description (D34).

use std::collections::BTreeMap;

use rocket::get;
use serde::Serialize;
use serde_json::Value;

use crate::web::page::Page;
use crate::world::api::openapi;
use crate::world::gate::Inside;

/// The methods of the calls, in the order in which they are shown.
const METHODS: [&str; 3] = ["get", "post", "delete"];

#[derive(Serialize)]
struct DescriptionView {
    version: String,
    about: String,
    calls: Vec<Call>,
    schemas: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Call {
    method: String,
    path: String,
    anchor: String,
    summary: String,
    parameters: Vec<Parameter>,
    /// The schema of the body.
    body: Option<String>,
    answers: Vec<Reply>,
    example: String,
}

#[derive(Serialize)]
struct Parameter {
    name: String,
    place: String,
    schema: String,
}

#[derive(Serialize)]
struct Reply {
    status: String,
    /// The name of the schema that it has, which leads to it.
    schema: Option<String>,
    list: bool,
    text: String,
}

/// The page.
#[get("/api")]
pub fn show(_inside: Inside) -> Page {
    let whole = openapi::document();
    let paths = whole["paths"].as_object().cloned().unwrap_or_default();
    let at = |path: &str, method: &str| whole["paths"][path].get(method).map(|call| of(path, method, call));
    let calls = paths.keys().flat_map(|path| METHODS.iter().filter_map(|method| at(path, method))).collect();
    let schemas = whole["components"]["schemas"].as_object().cloned().unwrap_or_default();
    let schemas = schemas.iter().map(|(name, schema)| (name.clone(), pretty(schema))).collect();
    let (version, about) = (text(&whole["info"]["version"]), text(&whole["info"]["description"]));
    Page::new("world/api.html", DescriptionView { version, about, calls, schemas })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A schema as it stands in the description.
fn pretty(schema: &Value) -> String {
    serde_json::to_string_pretty(schema).unwrap_or_default()
}

fn of(path: &str, method: &str, call: &Value) -> Call {
    let schema = &call["requestBody"]["content"]["application/json"]["schema"];
    let parameters = call["parameters"].as_array().into_iter().flatten().map(|one| Parameter {
        name: text(&one["name"]),
        place: text(&one["in"]),
        schema: pretty(&one["schema"]),
    });
    let answers = call["responses"].as_object().into_iter().flatten();
    Call {
        method: method.to_uppercase(),
        path: path.to_owned(),
        anchor: format!("{method}{}", path.replace(['/', '{', '}'], "-")),
        summary: text(&call["summary"]),
        parameters: parameters.collect(),
        body: (!schema.is_null()).then(|| pretty(schema)),
        answers: answers.map(|(status, answer)| reply(status, answer)).collect(),
        example: example(schema),
    }
}

fn reply(status: &str, answer: &Value) -> Reply {
    let schema = &answer["content"]["application/json"]["schema"];
    let list = schema["type"] == "array";
    let named = if list { &schema["items"]["$ref"] } else { &schema["$ref"] };
    let named = named.as_str().and_then(|named| named.rsplit('/').next()).map(str::to_owned);
    Reply { status: status.to_owned(), schema: named, list, text: text(&answer["description"]) }
}

/// A body that the description allows: what has to be there, and no more.
fn example(schema: &Value) -> String {
    let several = schema["oneOf"].get(0).or(schema["anyOf"].get(0));
    let schema = several.unwrap_or(schema);
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let value = |name: &str| match (name, schema["properties"][name]["type"].as_str()) {
        ("state", _) => Value::from("active"),
        ("postcode", _) => Value::from("9870"),
        ("cpr", _) => Value::from("6101701234"),
        (_, Some("integer")) => Value::from(1),
        _ => Value::from(name),
    };
    let fields: serde_json::Map<_, _> = required.map(|name| (name.to_owned(), value(name))).collect();
    if fields.is_empty() { String::new() } else { Value::Object(fields).to_string() }
}
