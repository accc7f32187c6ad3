//! A full disk, at the start and while the program runs: a clear sentence, nothing half done, and it goes on
//! when there is space again. A limit on the size of files stands in for the full disk: it needs no rights
//! and works everywhere.

use std::process::Stdio;

use crate::process::{Serving, cramped, run, told, world};
use crate::site::Folder;

#[test]
fn without_room_at_the_start_it_says_so_and_starts_when_there_is_room() {
    let folder = Folder::new();
    for blocks in [0, 16, 64, 200, 1_000] {
        let (started, said) = told(cramped(folder.path(), &["reset", "--yes"], blocks).output().unwrap());
        assert!(!started && said.contains("the disk is full"), "{blocks}: {said}");
        assert!(said.contains("make room"), "{blocks}: {said}");
        for internal in ["os error", "rusqlite", "IOERR", "disk I/O error", "Error {"] {
            assert!(!said.contains(internal), "{blocks}: {said}");
        }
    }
    Serving::start(folder.path());
    let (sound, said) = run(folder.path(), &["check"]);
    assert!(sound, "{said}");
}

#[test]
fn when_the_disk_fills_up_visitors_are_told_and_nothing_is_half_done() {
    let folder = world();
    let mut command = cramped(folder.path(), &[], 400);
    command.stderr(Stdio::piped());
    let mut serving = Serving::by(command);
    let mut before = serving.world("GET", "clock", "").1;
    let full = (0..2_000).find_map(|_| match serving.world("POST", "clock", "{\"hours\": 1}") {
        (200, clock) => {
            before = clock;
            None
        }
        refused => Some(refused),
    });
    let (status, told) = full.expect("the limit is reached");
    assert_eq!((status, told["error"].as_str()), (507, Some("disk_full")), "{told}");
    assert!(told["message"].as_str().unwrap().len() > 20, "{told}");

    let hour = |clock: &serde_json::Value| clock["now"].as_str().unwrap()[..13].to_owned();
    let (read, clock) = serving.world("GET", "clock", "");
    assert_eq!((read, hour(&clock)), (200, hour(&before)), "what was not saved has not happened");
    assert_eq!(serving.world("GET", "persons", "").0, 200, "reading goes on");
    assert_eq!(serving.world("POST", "clock", "{\"days\": 30}").0, 507);
    a_page_says_so_too(&serving);

    serving.signal("TERM");
    let mut said = String::new();
    std::io::Read::read_to_string(&mut serving.child.stderr.take().unwrap(), &mut said).unwrap();
    assert!(serving.child.wait().unwrap().success(), "{said}");
    assert!(!said.contains("panicked"), "{said}");

    let roomy = Serving::start(folder.path());
    assert_eq!(hour(&roomy.world("GET", "clock", "").1), hour(&before));
    assert_eq!(roomy.world("POST", "clock", "{\"days\": 30}").0, 200);
    drop(roomy);
    let (sound, said) = run(folder.path(), &["check"]);
    assert!(sound, "{said}");
}

/// Sends the form that moves the clock, with its token and cookies, as a browser would.
fn a_page_says_so_too(serving: &Serving) {
    let page = serving.ask(("GET", "/kontrolrum/ur"), ("text/plain", ""), "");
    let set = page.head.lines().filter(|line| line.to_lowercase().starts_with("set-cookie:"));
    let cookies: Vec<_> = set.filter_map(|line| line[11..].split(';').next()).map(str::trim).collect();
    let html = scraper::Html::parse_document(&page.body);
    let input = scraper::Selector::parse("input[name=_token]").unwrap();
    let token = html.select(&input).next().unwrap().attr("value").unwrap();
    let body = format!("_token={token}&count=5&unit=days");
    let more = format!("Cookie: {}\r\nOrigin: http://{}\r\n", cookies.join("; "), serving.address);
    let form = ("application/x-www-form-urlencoded", &*body);
    let answer = serving.ask(("POST", "/kontrolrum/ur"), form, &more);
    assert_eq!(answer.status, 507, "{}", answer.body);
    assert!(answer.body.contains("</html>") && answer.body.contains("Der er ikke plads"), "{}", answer.body);
}
