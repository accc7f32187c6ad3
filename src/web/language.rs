//! The language of a page: Danish unless the visitor chose English.

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

    /// The language that the visitor who sent this request has chosen.
    pub fn of(request: &Request<'_>) -> Self {
        let name = request.rocket().state::<CookieNames>().map(|names| names.shared(COOKIE));
        let cookie = name.and_then(|name| request.cookies().get(&name));
        cookie.and_then(|cookie| Self::from_code(cookie.value())).unwrap_or_default()
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
