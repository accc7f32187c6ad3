//! Many worlds of one running program: opened when somebody comes, closed when nobody does, ended with the program (D43).

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::process::{Answer, Serving, program, world};

fn asks(serving: &Serving, method: &str, path: &str, body: &Value) -> Answer {
    let body = if method == "GET" { String::new() } else { body.to_string() };
    serving.ask((method, path), ("application/json", &body), "")
}

fn told(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{} {}", answer.status, answer.body))
}

/// The worlds that are open.
fn open(serving: &Serving) -> Vec<String> {
    let all = told(&asks(serving, "GET", "/api/worlds", &Value::Null));
    let open = all.as_array().unwrap().iter().filter(|world| world["open"] == true);
    open.map(|world| world["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_world_is_open_while_somebody_uses_it_and_what_was_due_happens_before_its_next_page() {
    let folder = world();
    let mut starting = program(folder.path(), &[]);
    starting.env("SELVBETJENING_WORLD_IDLE_SECONDS", "1");
    let mut serving = Serving::by(starting);
    let made = asks(&serving, "POST", "/api/worlds", &json!({ "name": "klasse", "from": "first" }));
    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(open(&serving), ["first"], "nobody has come yet");
    for path in ["/v/klasse/", "/v/klasse", "/v/klasse/kontrolrum", "/v/klasse/static/mark.svg"] {
        assert_eq!(asks(&serving, "GET", path, &Value::Null).status, 200, "{path}");
    }
    assert_eq!(open(&serving), ["first", "klasse"]);
    let moved = asks(&serving, "POST", "/v/klasse/api/world/clock", &json!({ "days": 30 }));
    assert_eq!(moved.status, 200, "{}", moved.body);
    let (there, here) = ("/v/klasse/api/world/clock", "/api/world/clock");
    let now =
        |path| told(&asks(&serving, "GET", path, &Value::Null))["now"].as_str().unwrap()[..10].to_owned();
    let then = now(there);
    assert_ne!(then, now(here));
    let begun = Instant::now();
    while open(&serving) != ["first"] {
        assert!(begun.elapsed() < Duration::from_mins(1), "it is never closed");
        std::thread::sleep(Duration::from_millis(200));
    }
    assert_eq!(now(there), then, "it goes on where it was");
    assert_eq!(open(&serving), ["first", "klasse"]);
    serving.signal("TERM");
    let begun = Instant::now();
    let ended = serving.child.wait().unwrap();
    assert!(
        ended.success() && begun.elapsed() < Duration::from_secs(10),
        "{ended} after {:?}",
        begun.elapsed()
    );
}

#[test]
fn an_address_that_names_no_world_leads_nowhere() {
    let folder = world();
    let serving = Serving::start(folder.path());
    for path in ["/v/", "/v/ingen/", "/v/ingen/ra", "/v/Klasse/", "/v/first/", "/v/..%2f/", "/v/a/v/b"] {
        let answer = asks(&serving, "GET", path, &Value::Null);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("<html") && !answer.body.contains("/v/"), "{path}: {}", answer.body);
    }
    let answer = asks(&serving, "GET", "/v/ingen/api/world/clock", &Value::Null);
    assert_eq!((answer.status, told(&answer)["error"].as_str().unwrap()), (404, "not_found"));
    let foreign = serving.ask(("GET", "/v/ingen/"), ("text/plain", ""), "Host: evil.example\r\n");
    assert_eq!(foreign.status, 421, "another host learns of no world");
}

#[test]
fn a_world_that_does_not_open_says_that_it_is_our_mistake_and_the_others_go_on() {
    let folder = world();
    let serving = Serving::start(folder.path());
    let made = asks(&serving, "POST", "/api/worlds", &json!({ "name": "klasse", "from": "first" }));
    assert_eq!(made.status, 201, "{}", made.body);
    std::fs::write(folder.path().join("data/worlds/klasse/server.key"), "no key").unwrap();
    let page = asks(&serving, "GET", "/v/klasse/", &Value::Null);
    assert_eq!(page.status, 500);
    assert!(page.body.contains("<html") && !page.body.contains("server.key"), "{}", page.body);
    let told = told(&asks(&serving, "GET", "/v/klasse/api/world/clock", &Value::Null));
    assert_eq!(told["error"], "internal");
    assert_eq!(asks(&serving, "GET", "/", &Value::Null).status, 200);
    assert_eq!(asks(&serving, "GET", "/_lukket-verden", &Value::Null).status, 404);
}
