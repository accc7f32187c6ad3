//! Where a citizen is led when the session is over for good: what happened, and what to do next. It says nothing
//! about anybody, so it needs no log-on.

use rocket::get;
use serde::Serialize;

use crate::rules::passwords::PasswordRefusal;
use crate::web::answer::Answer;
use crate::web::page::Page;
use crate::web::texts::Text;

/// Why a session can be over: the word in the address, the middle of the texts' keys, and where to go on.
const ENDS: [(&str, &str, &[(&str, &str)]); 7] = [
    ("nemid", "nemid", &[ORDER]),
    ("nemid-spaerret", "nemid-blocked", &[ORDER]),
    ("adgangskode", "password", &[FORGOTTEN, REOPEN]),
    ("adgangskode-sendt", "password-posted", &[REOPEN]),
    ("adgangskode-bank", "password-bank", &[REOPEN]),
    ("laast", "locked", &[FORGOTTEN]),
    ("log-paa", "log-on", &[LOG_ON]),
];
const ORDER: (&str, &str) = ("/bestil", "front-order");
const REOPEN: (&str, &str) = ("/genaabn", "front-reopen");
const FORGOTTEN: (&str, &str) = ("/glemt-adgangskode", "front-forgotten");
const LOG_ON: (&str, &str) = ("/log-paa", "log-on");

#[derive(Serialize)]
struct OverView {
    title: Text,
    what: Text,
    next: Text,
    links: Vec<Onward>,
}

#[derive(Serialize)]
struct Onward {
    href: &'static str,
    text: Text,
}

/// What happened, and what to do next.
#[get("/selvbetjening/slut/<why>")]
pub fn page(why: &str) -> Option<Page> {
    let (_, code, links) = ENDS.iter().find(|(word, ..)| *word == why)?;
    let text = |part: &str| Text::new(format!("over-{code}-{part}"));
    let links = links.iter().map(|&(href, key)| Onward { href, text: Text::new(key) }).collect();
    let view = OverView { title: text("title"), what: text("what"), next: text("next"), links };
    Some(Page::new("citizen/self_service/over.html", view))
}

/// The way to the page about one of these ends.
pub fn at(why: &str) -> Answer {
    Answer::go(format!("/selvbetjening/slut/{why}"))
}

/// The way there for a NemID that can't be used.
pub fn because(refusal: PasswordRefusal) -> Answer {
    at(match refusal {
        PasswordRefusal::Locked { .. } => "laast",
        PasswordRefusal::Blocked { .. } => "adgangskode",
        PasswordRefusal::NemIdBlocked => "nemid-spaerret",
        PasswordRefusal::NemIdClosed => "nemid",
        PasswordRefusal::NotActivated | PasswordRefusal::Stale => "log-paa",
    })
}
