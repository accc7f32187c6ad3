//! The page for a session that is over for good: what happened, and what to do next. It contains nothing
//! personal, so it needs no log-on.

use rocket::get;
use serde::Serialize;

use crate::web::answer::Answer;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::passwords::PasswordRefusal;

/// One way in which a session can end.
struct End {
    /// The word in the address.
    word: &'static str,
    /// The middle of the texts' keys.
    code: &'static str,
    /// The links to go on.
    links: &'static [Onward],
}

/// A link and the key of its text.
type Onward = (&'static str, &'static str);

const ORDER: Onward = ("/bestil", "front-order");
const REOPEN: Onward = ("/genaabn", "front-reopen");
const NETBANKS: Onward = ("/tjenester", "over-password-bank-link");
const FORGOTTEN: Onward = ("/glemt-adgangskode", "front-forgotten");
const LOG_ON: Onward = ("/log-paa", "log-on");
const ENDS: [End; 8] = [
    End { word: "nemid", code: "nemid", links: &[ORDER] },
    End { word: "nemid-spaerret", code: "nemid-blocked", links: &[ORDER] },
    End { word: "adgangskode", code: "password", links: &[FORGOTTEN, REOPEN] },
    End { word: "adgangskode-sendt", code: "password-posted", links: &[REOPEN] },
    End { word: "adgangskode-bank", code: "password-bank", links: &[NETBANKS] },
    End { word: "adgangskode-skranke", code: "password-counter", links: &[REOPEN] },
    End { word: "laast", code: "locked", links: &[FORGOTTEN] },
    End { word: "log-paa", code: "log-on", links: &[LOG_ON] },
];

#[derive(Serialize)]
struct OverView {
    title: Text,
    what: Text,
    next: Text,
    links: Vec<LinkView>,
}

#[derive(Serialize)]
struct LinkView {
    href: &'static str,
    text: Text,
}

/// What happened, and what to do next.
#[get("/selvbetjening/slut/<why>")]
pub fn page(why: &str) -> Option<Page> {
    let end = ENDS.iter().find(|end| end.word == why)?;
    let text = |part: &str| Text::new(format!("over-{}-{part}", end.code));
    let links = end.links.iter().map(|&(href, key)| LinkView { href, text: Text::new(key) }).collect();
    let view = OverView { title: text("title"), what: text("what"), next: text("next"), links };
    Some(Page::new("citizen/self_service/over.html", view))
}

/// The redirect to the page about one of these ends.
pub fn at(why: &str) -> Answer {
    Answer::go(format!("/selvbetjening/slut/{why}"))
}

/// The redirect for a NemID that can't be used.
pub fn because(refusal: PasswordRefusal) -> Answer {
    at(match refusal {
        PasswordRefusal::Locked { .. } => "laast",
        PasswordRefusal::Blocked { .. } => "adgangskode",
        PasswordRefusal::NemIdBlocked => "nemid-spaerret",
        PasswordRefusal::NemIdClosed => "nemid",
        PasswordRefusal::NotActivated | PasswordRefusal::Stale => "log-paa",
    })
}
