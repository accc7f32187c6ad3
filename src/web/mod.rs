//! What all pages share: guards, forms, texts, errors, rendering.
//!
//! A handler has four parts: guard → parsed form → one case → redirect, or the form again with its mistakes.
//! This module has a piece for each:
//!
//! | for | part |
//! |---|---|
//! | a page | [`page::Page`]: a template name and a view struct |
//! | the words on it | [`texts::Text`], `t(key="…")` in templates, in the [`language::Language`] chosen |
//! | a form sent | [`forms::Checked`], [`forms::Faults`], [`forms::Filled`] |
//! | the application and the request | [`caller`], [`visitor::Visitor`], [`logged_on::LoggedOn`] |
//! | the rules' decisions in words | [`wording::Wording`], and `Text::from(refusal)` |
//! | a handler's answers | [`answer::Handled`], [`answer::Answer`], [`answer::settle`] |
//! | where to go afterwards | [`way_back::WayBack`] |
//! | addresses, below the base of a world | [`base::Base`] |
//! | how much time is left, and what was typed before | [`time_left`], [`keeper`] |
//! | activation and re-opening | [`enrolment`] |
//! | errors | [`mod@catchers`] |
//! | whether the program can save anything, for a proxy | [`health`] |
//! | a log of requests | [`request_log::RequestLog`] |

pub mod answer;
pub mod assets;
pub mod base;
pub mod broken;
pub mod caller;
pub mod catchers;
pub mod certificate_check;
pub mod compressed;
pub mod consents;
pub mod cookies;
pub mod dates;
pub mod desk;
pub mod desk_session;
pub mod download;
mod encoding;
pub mod enrolment;
mod fluent;
pub mod forms;
mod forwarded;
pub mod headers;
pub mod health;
pub mod keeper;
pub mod key_card;
pub mod key_question;
pub mod language;
pub mod letters;
pub mod logged_on;
pub mod more_time;
pub mod navigation;
pub mod notices;
pub mod origin;
pub mod own_sessions;
pub mod page;
pub mod reasons;
pub mod refusal;
pub mod request_log;
pub mod rules_text;
pub mod section;
pub mod session;
mod sources;
pub mod states;
pub mod steps;
pub mod telling;
pub mod templates;
pub mod terms;
pub mod texts;
pub mod time_left;
pub mod visitor;
pub mod waiting;
pub mod way_back;
pub mod wording;
pub mod worlds;

use rocket::figment::Figment;
use rocket::shield::Shield;
use rocket::{Build, Rocket, Route, catchers, routes};

/// What the pages need from outside this module.
pub struct Parts {
    /// The hosts and proxy that requests may come through.
    pub policy: origin::HostPolicy,
    /// The base of the world's addresses.
    pub base: base::Base,
    /// The id of the world, which its cookies are named after.
    pub world: String,
    /// The secret that ties forms to visitors.
    pub form_key: visitor::FormKey,
    /// The source of unguessable bytes.
    pub draw: visitor::Draw,
}

/// A site with everything that pages share and no pages; the audiences mount their routes on it.
///
/// # Errors
/// When a template does not parse.
pub fn rocket(figment: Figment, parts: Parts) -> Result<Rocket<Build>, &'static tera::Error> {
    templates::engine("layout.html")?;
    Ok(rocket::custom(figment)
        .manage(parts.form_key)
        .manage(parts.draw)
        .attach(request_log::RequestLog)
        .attach(keeper::ForgetsShown)
        .attach(Shield::new())
        .manage(cookies::CookieNames::new(parts.world, parts.policy.behind_tls))
        .manage(parts.base)
        .attach(base::RedirectsWithin)
        .attach(headers::Headers::behind_tls(parts.policy.behind_tls))
        .attach(compressed::Compressed::behind_tls(parts.policy.behind_tls))
        .attach(origin::HostCheck)
        .manage(parts.policy)
        .mount("/", routes![assets::file, language::choose, more_time::ask, waiting::wait])
        .mount("/", refused())
        .mount("/api", refused())
        .register("/", catchers![catchers::log_on_first, catchers::page])
        .register("/api", catchers![catchers::json]))
}

/// The answers to requests that reach no page, for people and for programs.
fn refused() -> Vec<Route> {
    routes![origin::foreign_host, refusal::malformed, refusal::too_slow, refusal::no_world, refusal::unopened]
}
