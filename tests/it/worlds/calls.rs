//! `/api/worlds` and `/kontrolrum/verdener`: the worlds of a program made, copied, saved, put back, handed out, renamed and
//! removed by programs and by people (D42).

use rocket::http::{ContentType, Header, Method, Status};
use serde_json::{Value, json};

use crate::site::Site;

/// Asks the first world's JSON of all worlds; gives status and answer.
fn asks(site: &Site, method: Method, path: &str, body: Option<&Value>) -> (u16, Value) {
    let request = site.client.req(method, format!("/api/worlds{path}"));
    let request = match body {
        Some(body) => request.header(ContentType::JSON).body(body.to_string()),
        None => request,
    };
    let response = request.dispatch();
    let status = response.status().code;
    let answer = response.into_string().unwrap_or_default();
    (status, serde_json::from_str(&answer).unwrap_or_else(|_| panic!("{path} {status}: {answer}")))
}

fn posts(site: &Site, path: &str, body: &Value) -> (u16, Value) {
    asks(site, Method::Post, path, Some(body))
}

fn names(site: &Site) -> Vec<String> {
    let (status, all) = asks(site, Method::Get, "", None);
    assert_eq!(status, 200);
    all.as_array().unwrap().iter().map(|world| world["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_world_is_made_saved_put_back_renamed_and_removed() {
    let site = Site::filled();
    assert_eq!(names(&site), ["first"]);
    let (status, made) = posts(&site, "", &json!({ "name": "klasse", "from": "first" }));
    assert_eq!((status, &made["address"]), (201, &json!("/v/klasse/")), "{made}");
    assert_eq!((&made["handed_out"], &made["mail_stays"]), (&Value::Null, &json!(true)));
    let (status, saved) = posts(&site, "/klasse/save", &json!({ "point": "start" }));
    assert_eq!((status, &saved["points"][0]["point"]), (201, &json!("start")), "{saved}");
    let at = saved["points"][0]["now"].clone();
    assert_eq!(posts(&site, "/klasse/back", &json!({ "point": "start" })), (200, json!({ "now": at })));
    let (status, renamed) = posts(&site, "/klasse/rename", &json!({ "name": "hold" }));
    assert_eq!((status, &renamed["name"]), (200, &json!("hold")));
    assert_eq!(renamed["points"].as_array().unwrap().len(), 1);
    let (status, copy) = posts(&site, "", &json!({ "name": "anden", "from": "hold@start" }));
    assert_eq!((status, &copy["now"]), (201, &at), "{copy}");
    assert_eq!(names(&site), ["first", "anden", "hold"]);
    let (status, _) = posts(&site, "/hold/reset", &json!({}));
    assert_eq!(status, 200);
    assert_eq!(asks(&site, Method::Delete, "/hold/points/start", None).0, 200);
    assert_eq!(asks(&site, Method::Delete, "/hold", None), (200, json!({ "removed": "hold" })));
    assert_eq!(asks(&site, Method::Get, "/hold", None).0, 404);
    assert_eq!(names(&site), ["first", "anden"]);
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_changed() {
    let site = Site::filled();
    assert_eq!(posts(&site, "", &json!({ "name": "klasse", "from": "first" })).0, 201);
    let refused = [
        ("", json!({ "name": "klasse" }), 409, "world_name_taken"),
        ("", json!({ "name": "first" }), 409, "world_name_taken"),
        ("", json!({ "name": "seed" }), 409, "world_name_taken"),
        ("", json!({ "name": "Klasse" }), 422, "world_name_shape"),
        ("", json!({ "name": "../x" }), 422, "world_name_shape"),
        ("", json!({ "name": "x", "from": "ingen" }), 404, "world_unknown"),
        ("", json!({ "name": "x", "from": "klasse@ingen" }), 404, "point_unknown"),
        ("", json!({ "name": "x", "from": "klasse@" }), 422, "point_name_shape"),
        ("", json!({ "name": "x", "form": "klasse" }), 422, "worlds_shape"),
        ("", json!({}), 422, "worlds_shape"),
        ("", json!([]), 422, "worlds_shape"),
        ("/ingen/reset", json!({}), 404, "world_unknown"),
        ("/ingen/save", json!({ "point": "start" }), 404, "world_unknown"),
        ("/klasse/back", json!({ "point": "start" }), 404, "point_unknown"),
        ("/klasse/save", json!({ "point": 1 }), 422, "worlds_shape"),
        ("/klasse/rename", json!({ "name": "first" }), 409, "world_name_taken"),
        ("/first/rename", json!({ "name": "ny" }), 409, "world_first_stays"),
        ("/first/invite", json!({}), 409, "world_first_stays"),
        ("/klasse/invite", json!({ "holder": "" }), 422, "holder_shape"),
        ("/klasse/mail", json!({ "stays": "ja" }), 422, "worlds_shape"),
        ("/class", json!({ "name": "hold", "count": 0 }), 422, "class_size"),
        ("/class", json!({ "name": "hold", "count": 61 }), 422, "class_size"),
        ("/class", json!({ "name": "hold", "count": 2, "holders": ["Bo"] }), 422, "worlds_shape"),
        ("/class", json!({ "name": "h".repeat(30), "count": 1 }), 422, "class_name"),
    ];
    for (path, body, status, code) in refused {
        let (got, answer) = posts(&site, path, &body);
        assert_eq!((got, answer["error"].as_str().unwrap()), (status, code), "{path} {body}: {answer}");
        assert!(answer["message"].as_str().unwrap().ends_with('.'), "{answer}");
    }
    let (status, answer) = asks(&site, Method::Delete, "/first", None);
    assert_eq!((status, &answer["error"]), (409, &json!("world_first_stays")));
    assert_eq!(names(&site), ["first", "klasse"]);
}

#[test]
fn pages_of_other_sites_and_other_worlds_do_nothing_with_worlds() {
    let site = Site::filled();
    assert_eq!(posts(&site, "", &json!({ "name": "klasse", "from": "first" })).0, 201);
    for (method, path) in [(Method::Post, "/api/worlds"), (Method::Delete, "/api/worlds/klasse")] {
        let request = site.client.req(method, path).header(ContentType::JSON).body("{\"name\":\"x\"}");
        let request = request.header(Header::new("Origin", "https://another.example"));
        assert_eq!(
            request.header(Header::new("Sec-Fetch-Site", "cross-site")).dispatch().status(),
            Status::Forbidden
        );
    }
    let class = site.copied_as("hold");
    for path in ["/api/worlds", "/api/worlds/klasse", "/kontrolrum/verdener", "/kontrolrum/verdener/klasse"] {
        assert_eq!(class.client.get(path).dispatch().status(), Status::NotFound, "{path}");
    }
    assert!(!class.browser().open("/kontrolrum").body.contains("/kontrolrum/verdener"));
    assert_eq!(names(&site), ["first", "hold", "klasse"]);
}

#[test]
fn a_trainer_makes_a_class_in_one_go_and_each_link_is_used_once() {
    let site = Site::filled();
    let trainer = site.browser();
    let list = trainer.open("/kontrolrum").follow("Verdener");
    let made = list
        .form("Lav verdenerne")
        .fill("Holdets navn", "hold")
        .choose("Begynd fra", "Den første verden")
        .fill("Hvem er de til?", "Bord 1\n\n Bo og Åse \n")
        .submit();
    made.is(Status::Ok).says("Bord 1").says("Bo og Åse");
    assert_eq!(names(&site), ["first", "hold-1", "hold-2"]);
    trainer.open("/kontrolrum/verdener").says("Linket er ikke brugt endnu").says("Bo og Åse");
    let (_, all) = asks(&site, Method::Get, "/hold-2", None);
    assert_eq!(
        (&all["handed_out"]["holder"], &all["handed_out"]["used"]),
        (&json!("Bo og Åse"), &Value::Null)
    );
    // One of the names is taken: none is made.
    let again = list
        .form("Lav verdenerne")
        .fill("Holdets navn", "hold")
        .choose("Begynd fra", "Begyndelsen")
        .fill("Hvem er de til?", "A\nB\nC")
        .submit();
    again.is(Status::UnprocessableEntity).says("Der er allerede en verden med det navn");
    assert_eq!(names(&site), ["first", "hold-1", "hold-2"]);
}

#[test]
fn people_do_the_same_and_are_asked_before_what_cannot_be_undone() {
    let site = Site::filled();
    let trainer = site.browser();
    let list = trainer.open("/kontrolrum/verdener");
    let taken =
        list.form("Lav verdenen").fill("Navn", "First").choose("Begynd fra", "Den første verden").submit();
    taken.is(Status::UnprocessableEntity).says("små bogstaver fra a til z");
    let page =
        list.form("Lav verdenen").fill("Navn", "klasse").choose("Begynd fra", "Den første verden").submit();
    assert_eq!(page.path, "/kontrolrum/verdener/klasse");
    let saved = page.form("Gem verdenen nu").fill("Gemmepunktets navn", "start").submit();
    saved.is(Status::Ok).says("start");
    let question = saved.follow("Gå tilbage start");
    question.says("Vil du gå tilbage til start?").says("Det kan ikke gøres om.");
    question.form("Gå tilbage").submit().is(Status::Ok).says("Gemmepunkter");
    let link = saved.form("Lav et link").fill("Hvem er den til?", "Bord 7").submit();
    link.says("Bord 7").says("/v/klasse/kontrolrum/kom-ind/");
    let renamed = saved.form("Skift navn").fill("Nyt navn", "aftenhold").submit();
    assert_eq!(renamed.path, "/kontrolrum/verdener/aftenhold");
    let question = renamed.follow("Slet verdenen");
    question.says("Vil du slette aftenhold?");
    let gone = question.form("Slet verdenen").submit();
    gone.never_says("aftenhold");
    assert_eq!(names(&site), ["first"]);
}

#[test]
fn a_world_goes_through_a_file_and_comes_back_by_call_and_by_page() {
    let site = Site::filled();
    let person = site.somebody_active();
    for (key, name) in [("false", "uden"), ("true", "med")] {
        let sent = site.client.get(format!("/api/worlds/first/export?key={key}")).dispatch();
        assert_eq!(sent.headers().get_one("Content-Disposition"), Some("attachment; filename=\"first.tar\""));
        let file = sent.into_bytes().unwrap();
        let brought = site.client.post(format!("/api/worlds/import?name={name}")).header(ContentType::TAR);
        let brought = brought.body(file).dispatch();
        assert_eq!(brought.status(), Status::Created, "{:?}", brought.into_string());
    }
    assert_eq!(names(&site), ["first", "med", "uden"]);
    let trainer = site.browser();
    let (status, kind, file) = trainer.fetches("/kontrolrum/verdener/med/fil?noegle=ja");
    assert_eq!((status, kind), (Status::Ok, Some(ContentType::TAR)));
    let page = trainer.uploads_named("/kontrolrum/verdener/fra-fil", "hentet", &file);
    assert_eq!((page.status, page.path.as_str()), (Status::Ok, "/kontrolrum/verdener/hentet"));
    let copy = names(&site);
    assert_eq!(copy, ["first", "hentet", "med", "uden"]);
    let taken = trainer.uploads_named("/kontrolrum/verdener/fra-fil", "med", &file);
    taken.is(Status::UnprocessableEntity).says("Der er allerede en verden med det navn");
    let damaged = [&file[..2_000], &[7; 512], &file[2_512..]].concat();
    for wrong in [&b"no archive"[..], &file[..file.len() / 2], &damaged, &[]] {
        let refused = trainer.uploads_named("/kontrolrum/verdener/fra-fil", "forkert", wrong);
        assert_eq!(refused.status, Status::UnprocessableEntity, "{}", refused.text());
        let asked = site.client.post("/api/worlds/import?name=forkert").header(ContentType::TAR).body(wrong);
        assert_eq!(asked.dispatch().status(), Status::UnprocessableEntity);
    }
    assert_eq!(names(&site), copy);
    assert_eq!(person.cpr, site.somebody_active().cpr);
}

#[test]
fn the_first_world_is_named_in_words_before_it_begins_anew() {
    let site = Site::filled();
    let browser = site.browser();
    let question = browser.open("/kontrolrum/verdener/first/nulstil");
    question.says("Vil du nulstille den første verden?").never_says("first");
    question.form("Nulstil verdenen").submit().is(Status::Ok).says("Den første verden");
}
