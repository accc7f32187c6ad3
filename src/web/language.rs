//! The language of a page: the one that the visitor chose, else the one that their browser likes best, else Danish.

use rocket::http::{CookieJar, SameSite};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::Redirect;
use rocket::{State, get};

use crate::web::cookies::CookieNames;
use crate::web::way_back::WayBack;

/// The cookie that remembers the choice.
const COOKIE: &str = "sprog";

/// A language that every page and text exists in. As a guard it is the visitor's choice and never fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    #[doc(alias = "dansk")]
    Da,
    #[doc(alias = "engelsk")]
    En,
}

impl Language {
    /// Both, in the order in which the switch shows them.
    pub const ALL: [Self; 2] = [Self::Da, Self::En];

    /// The ISO 639-1 code, as in `<html lang>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The language's own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Da => "Dansk",
            Self::En => "English",
        }
    }

    /// The language of a code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language that the visitor who sent this request has chosen; before that, the one that their browser likes best.
    pub fn of(request: &Request<'_>) -> Self {
        let name = request.rocket().state::<CookieNames>().map(|names| names.shared(COOKIE));
        let cookie = name.and_then(|name| request.cookies().get(&name));
        let chosen = cookie.and_then(|cookie| Self::from_code(cookie.value()));
        let accepted = || request.headers().get_one("Accept-Language").and_then(Self::accepted);
        chosen.or_else(accepted).unwrap_or_default()
    }

    /// The language that a browser likes best of ours, by its `Accept-Language`: `en-GB,en;q=0.9,da;q=0.8`.
    fn accepted(header: &str) -> Option<Self> {
        let mut best = None;
        for wish in header.split(',') {
            let (range, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
            let code = range.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
            let weight =
                weight.trim().strip_prefix("q=").and_then(|weight| weight.trim().parse().ok()).unwrap_or(0.0);
            let Some(language) = Self::from_code(&code).filter(|_| weight > 0.0_f32) else { continue };
            if best.is_none_or(|(_, before)| weight > before) {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Language {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Self::of(request))
    }
}

/// Remembers the chosen language and returns to the page that the switch was on. An unknown code is no page.
#[get("/sprog/<code>?<til>")]
pub fn choose(
    code: &str,
    til: Option<WayBack>,
    cookies: &CookieJar<'_>,
    names: &State<CookieNames>,
) -> Option<Redirect> {
    let language = Language::from_code(code)?;
    let mut cookie = names.cookie(names.shared(COOKIE), language.code().to_owned(), SameSite::Lax);
    cookie.make_permanent();
    cookies.add(cookie);
    Some(Redirect::to(til.map_or_else(|| "/".to_owned(), |page| page.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_language_that_it_likes_best_of_ours() {
        for (header, language) in [
            ("en-GB,en;q=0.9,da;q=0.8", Some(Language::En)),
            ("da-DK, da;q=0.9, en;q=0.8", Some(Language::Da)),
            ("de, en;q=0.3, da;q=0.2", Some(Language::En)),
            ("en;q=0.2,da;q=0.7", Some(Language::Da)),
            ("EN", Some(Language::En)),
            ("en;q=0, da;q=0.1", Some(Language::Da)),
            ("de,fr;q=0.5", None),
            ("*", None),
            (";;,q=,en;q=x", None),
        ] {
            assert_eq!(Language::accepted(header), language, "{header}");
        }
    }
}
