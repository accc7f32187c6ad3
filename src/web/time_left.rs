//! How much time is left on a page, as it is told there: what ends when, and what asks for more (D11, D32).

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use rocket::request::Request;
use serde::Serialize;

use crate::web::cookies::cookie_name;
use crate::web::dates;
use crate::web::language::Language;
use crate::web::way_back::{WayBack, page_of};
use rules::words::CarrierKind;
use service::cases::access::audience::Audience;
use service::cases::access::sessions::Principal;
use service::cases::access::time_left::{self, InProgress, Limit, What};
use service::cases::app::{App, StoreError, Token};

/// What a request found in progress, and when the first of it ends. Guards and handlers add to it; clones share it.
#[derive(Clone, Debug, Default)]
pub struct Clocked(Arc<Mutex<Found>>);

#[derive(Debug, Default)]
struct Found {
    first: Option<Limit>,
    /// The cookies with the tokens of what is in progress.
    cookies: Vec<String>,
    errand: Option<String>,
}

impl Clocked {
    /// That of a request.
    pub fn of<'r>(request: &'r Request<'_>) -> &'r Self {
        request.local_cache(Self::default)
    }

    /// Adds the session of a person at an audience.
    pub fn session(&self, audience: &Audience, who: &Principal) {
        self.add(cookie_name(audience), who.ends.into());
    }

    /// Adds what the token in a cookie stands for, if that lasts.
    ///
    /// # Errors
    /// When it can't be looked up.
    pub async fn token(&self, app: &App, cookie: &str, token: Token) -> Result<(), StoreError> {
        let of = InProgress { tokens: vec![token], errand: None };
        if let Some(limit) = time_left::left(app, &of).await? {
            self.add(cookie.to_owned(), limit);
        }
        Ok(())
    }

    /// Adds an errand of the employee whose session the token stands for.
    ///
    /// # Errors
    /// When it can't be looked up.
    pub async fn errand(&self, app: &App, token: Token, id: &str) -> Result<(), StoreError> {
        let of = InProgress { tokens: vec![token], errand: Some(id.to_owned()) };
        let limit = time_left::left(app, &of).await?;
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        found.errand = Some(id.to_owned());
        found.first = [found.first, limit].into_iter().flatten().min_by_key(|one| one.ends);
        Ok(())
    }

    fn add(&self, cookie: String, limit: Limit) {
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !found.cookies.contains(&cookie) {
            found.cookies.push(cookie);
        }
        found.first =
            Some(found.first.map_or(limit, |first| if limit.ends < first.ends { limit } else { first }));
    }
}

/// The limit as a page tells it.
#[derive(Clone, Debug, Serialize)]
pub struct TimeLeft {
    /// The middle of its texts' keys.
    what: &'static str,
    /// When it ends, by the real clock in Danish time.
    until: String,
    /// The seconds that are left.
    seconds: i64,
    /// The seconds before the end at which it is told once more.
    warning: i64,
    /// Whether asking gives more time; otherwise only a new log-on does.
    extends: bool,
    /// The address of that log-on, which returns to the page.
    log_on: String,
    cookies: Vec<String>,
    errand: Option<String>,
}

impl TimeLeft {
    /// That of a page that answers a request, where there is a limit.
    pub fn on_page(request: &Request<'_>) -> Option<Self> {
        let app = request.rocket().state::<App>()?;
        let found = Clocked::of(request).0.lock().unwrap_or_else(PoisonError::into_inner);
        let limit = found.first?;
        let log_on = log_on_of(request.uri().path().as_str());
        let way = WayBack::parse(&page_of(request));
        Some(Self {
            what: code(limit.what),
            until: until(Language::of(request), limit.ends),
            seconds: seconds(app, limit.ends),
            warning: app.lifetimes().warning().as_secs(),
            extends: limit.what != What::Longest,
            log_on: way.map_or_else(|| log_on.clone(), |page| page.by(&log_on)),
            cookies: found.cookies.clone(),
            errand: found.errand.clone(),
        })
    }
}

/// The address of the log-on that a page belongs to: a site has its own.
fn log_on_of(path: &str) -> String {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some("tjenester"), Some(site)) => format!("/tjenester/{site}"),
        _ => "/log-paa".to_owned(),
    }
}

/// The middle of the keys of a limit's texts.
pub const fn code(what: What) -> &'static str {
    match what {
        What::Session => "session",
        What::Longest => "longest",
        What::Question(None) => "question-number",
        What::Question(Some(CarrierKind::Card)) => "question",
        What::Question(Some(CarrierKind::Token)) => "question-token",
        What::Question(Some(CarrierKind::App)) => "question-app",
        What::Question(Some(CarrierKind::Voice)) => "question-voice",
        What::Enrolment => "enrolment",
        What::Errand => "errand",
    }
}

/// An instant of the real clock as a time of day in Denmark.
pub fn until(language: Language, at: Timestamp) -> String {
    dates::clock(language, dates::danish_datetime(at).time())
}

/// The seconds that are left until an instant of the real clock, a begun one counted whole: no page says that time is up while
/// the site still takes an answer.
pub fn seconds(app: &App, at: Timestamp) -> i64 {
    let left = at.duration_since(app.real_now());
    (left.as_secs() + i64::from(left.subsec_nanos() > 0)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::texts::Text;

    #[test]
    fn every_limit_has_its_texts() {
        let kinds = CarrierKind::ALL.map(Some).into_iter().chain([None]);
        let others = [What::Session, What::Longest, What::Enrolment, What::Errand];
        for what in kinds.map(What::Question).chain(others) {
            for part in ["line", "soon", "over"] {
                let text = Text::new(format!("time-{}-{part}", code(what))).with("until", "10.35");
                assert!(
                    text.try_say(Language::Da).is_ok() && text.try_say(Language::En).is_ok(),
                    "{}",
                    text.key()
                );
            }
        }
    }

    #[test]
    fn a_site_has_a_log_on_of_its_own() {
        assert_eq!(log_on_of("/tjenester/fjordbanken/betal"), "/tjenester/fjordbanken");
        assert_eq!(log_on_of("/ra/journal"), "/log-paa");
    }

    #[test]
    fn the_end_is_told_in_danish_time() {
        let at = "2026-07-05T08:35:59Z".parse().unwrap();
        assert_eq!((until(Language::Da, at), until(Language::En, at)), ("10.35".into(), "10:35".into()));
    }
}
