//! The description of the calls names every call, and their answers match it.

use rocket::http::{Method, Status};
use serde_json::{Value, json};

use super::api::{get, post};
use crate::site::Site;

#[test]
fn the_description_names_every_call_that_is_there() {
    let site = Site::empty();
    names_what_is_there(&site, &get(&site, "openapi.json"), "/api/world", "/api/world/");
    let of_worlds = site.client.get("/api/worlds/openapi.json").dispatch().into_string().unwrap();
    names_what_is_there(&site, &serde_json::from_str(&of_worlds).unwrap(), "/api", "/api/worlds");
}

/// A description whose addresses lie below `base` names every call below `at`, and no other.
fn names_what_is_there(site: &Site, described: &Value, base: &str, at: &str) {
    let mut described: Vec<_> = described["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, calls)| {
            calls.as_object().unwrap().keys().map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    let mut there: Vec<_> = site
        .client
        .bare
        .rocket()
        .routes()
        .filter(|route| route.uri.path().starts_with(at))
        .filter(|route| matches!(route.method, Method::Get | Method::Post | Method::Delete))
        .map(|route| {
            let path = route.uri.path().trim_start_matches(base);
            let path = path.replace("<number>", if path.contains("persons") { "{cpr}" } else { "{number}" });
            format!("{} {}", route.method, path.replace('<', "{").replace('>', "}"))
        })
        .collect();
    described.sort();
    there.sort();
    assert_eq!(described, there);
}

/// What is wrong with an answer by its schema; nothing may be there that is not described.
fn faults(schemas: &Value, schema: &Value, told: &Value, at: &str) -> Vec<String> {
    if let Some(named) = schema["$ref"].as_str() {
        let name = named.rsplit('/').next().unwrap();
        return faults(schemas, &schemas[name], told, at);
    }
    if let Some(several) = schema["oneOf"].as_array() {
        let none = several.iter().map(|one| faults(schemas, one, told, at)).min_by_key(Vec::len);
        return none.unwrap();
    }
    let mut found = Vec::new();
    let kind = match told {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let described = &schema["type"];
    if *described != kind && !described.as_array().is_some_and(|kinds| kinds.contains(&json!(kind))) {
        found.push(format!("{at} is {kind}, not {described}"));
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(told)) {
        found.push(format!("{at} is {told}, none of {}", schema["enum"]));
    }
    for (nth, item) in told.as_array().into_iter().flatten().enumerate() {
        found.extend(faults(schemas, &schema["items"], item, &format!("{at}[{nth}]")));
    }
    let Some(fields) = told.as_object() else { return found };
    for (name, value) in fields {
        let at = format!("{at}.{name}");
        match schema["properties"].get(name).or(schema.get("additionalProperties")) {
            Some(schema) => found.extend(faults(schemas, schema, value, &at)),
            None => found.push(format!("{at} is not described")),
        }
    }
    let missing = schema["required"].as_array().into_iter().flatten();
    let missing = missing.filter(|name| !fields.contains_key(name.as_str().unwrap()));
    found.extend(missing.map(|name| format!("{at} has no {name}")));
    found
}

/// The answer of a call as it is described, for a status.
fn described(description: &Value, path: &str, method: &str, status: &str) -> Value {
    description["paths"][path][method]["responses"][status]["content"]["application/json"]["schema"].clone()
}

#[test]
fn what_the_calls_answer_is_what_the_description_says() {
    let site = Site::filled();
    let description = get(&site, "openapi.json");
    let schemas = &description["components"]["schemas"];
    let check = |path: &str, method: &str, status: &str, told: &Value| {
        let schema = described(&description, path, method, status);
        assert!(!schema.is_null(), "{method} {path} does not describe {status}");
        assert_eq!(faults(schemas, &schema, told, path), Vec::<String>::new());
    };
    for path in ["clock", "persons", "offices", "officers"] {
        check(&format!("/{path}"), "get", "200", &get(&site, path));
    }
    let persons = get(&site, "persons");
    // One of each kind will do: letters to open, letters that are lost, years of log.
    let some = ["Guide 1.2", "Guide 3.1.1", "Rules 3.7"];
    let some = |person: &&Value| some.iter().any(|section| person["section"] == *section);
    for person in persons.as_array().unwrap().iter().filter(some) {
        let cpr = person["cpr"].as_str().unwrap();
        check("/persons/{cpr}", "get", "200", &get(&site, &format!("persons/{cpr}")));
        for what in ["letters", "cards", "messages"] {
            let told = get(&site, &format!("persons/{cpr}/{what}"));
            check(&format!("/persons/{{cpr}}/{what}"), "get", "200", &told);
        }
        for letter in get(&site, &format!("persons/{cpr}/letters")).as_array().unwrap() {
            let (status, told) = post(&site, &format!("letters/{}/open", letter["id"]), &json!({}));
            let status = if status == Status::Ok { "200" } else { "409" };
            check("/letters/{id}/open", "post", status, &told);
        }
    }
    let cpr = persons[0]["cpr"].as_str().unwrap();
    let renamed = post(&site, &format!("persons/{cpr}/name"), &json!({ "name": "Ny Navnesen" })).1;
    check("/persons/{cpr}/name", "post", "200", &renamed);
    for wish in [json!({ "state": "active", "session": true }), json!({ "state": "no_nemid" })] {
        check("/persons", "post", "201", &post(&site, "persons", &wish).1);
    }
    check("/persons", "post", "422", &post(&site, "persons", &json!({ "state": "asleep" })).1);
    let stine = persons.as_array().unwrap().iter().find(|one| one["name"] == "Stine Udsen").unwrap();
    let session = format!("persons/{}/session", stine["cpr"].as_str().unwrap());
    check("/persons/{cpr}/session", "post", "200", &post(&site, &session, &json!({})).1);
    check("/clock/preview", "get", "200", &get(&site, "clock/preview?days=40"));
    check("/clock", "post", "200", &post(&site, "clock", &json!({ "days": 40 })).1);
    check("/clock", "post", "422", &post(&site, "clock", &json!({ "hours": -1 })).1);
    let offices = get(&site, "offices");
    let shelf = |number: &Value| {
        let (office, number) = (offices[0]["id"].as_str().unwrap(), number.as_str().unwrap());
        post(&site, &format!("offices/{office}/shelf/{number}/open"), &json!({})).1
    };
    let open = "/offices/{id}/shelf/{number}/open";
    check(open, "post", "200", &shelf(&offices[0]["handed_out"]["cards"][0]));
    check(open, "post", "200", &shelf(&offices[0]["handed_out"]["letters"][0]));
    check(open, "post", "409", &shelf(&offices[0]["cards"][0]));
}
