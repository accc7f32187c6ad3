//! The pages that a visitor sees when something goes wrong: what happened, and what to do next, never
//! internal details.

use rocket::http::{ContentType, Header, Method, Status};
use rocket::request::Request;
use rocket::response::{Redirect, Responder, Response, Result as Answer};
use rocket::{Route, catch};
use serde::Serialize;

use crate::web::forms::Refused;
use crate::web::keeper;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::section::Section;
use crate::web::texts::Text;
use crate::web::way_back;
use crate::web::way_back::WayBack;
use rules::spelt;

/// The address where everybody logs on.
const LOG_ON: &str = "/log-paa";

/// The number of seconds after which a visitor may try again when the site is busy.
const RETRY_AFTER: &str = "10";

/// One kind of error: the status it is answered with, and the stem of its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ErrorPage {
    status: Status,
    /// The code that programs get, and the middle of the keys of what people read.
    code: &'static str,
}

#[derive(Serialize)]
struct TroubleView {
    status: u16,
    title: Text,
    what: Text,
    next: Text,
}

impl ErrorPage {
    fn of(status: Status, request: &Request<'_>) -> Self {
        if status == Status::NotFound && !methods_at(request).is_empty() {
            return Self { status: Status::MethodNotAllowed, code: code(405, None) };
        }
        Self { status, code: code(status.code, Refused::of(request)) }
    }

    fn text(self, part: &str) -> Text {
        Text::new(format!("error-{}-{part}", spelt(self.code)))
    }

    fn view(self) -> TroubleView {
        TroubleView {
            status: self.status.code,
            title: self.text("title"),
            what: self.text("what"),
            next: self.text("next"),
        }
    }
}

const fn code(status: u16, refused: Option<Refused>) -> &'static str {
    match (status, refused) {
        (401, _) => "not_logged_on",
        (403, Some(Refused::Token)) => "form_expired",
        (403, Some(Refused::Foreign)) => "foreign_origin",
        (403, _) => "forbidden",
        (404, _) => "not_found",
        (405, _) => "method_not_allowed",
        (408, _) => "too_slow",
        (413, _) => "too_large",
        (415, _) => "unsupported_type",
        (421, _) => "foreign_host",
        (422, _) => "unprocessable",
        (429, _) => "too_many",
        (503, _) => "busy",
        (504, _) => "in_doubt",
        (507, _) => "disk_full",
        (400..=499, _) => "bad_request",
        _ => "internal",
    }
}

/// An answer that says what is wrong, to a person or to a program.
pub struct Shown {
    trouble: ErrorPage,
    to_program: bool,
}

/// A visitor who is not logged on is sent to the log-on and returns afterwards; a form sent too late returns
/// to the page that it stands on, or to its section's front page.
#[catch(401)]
pub fn log_on_first(request: &Request<'_>) -> Redirect {
    let page = match way_back::page_of(request) {
        page if page == "/" => Section::of(request.uri().path().as_str()).home().to_owned(),
        page => page,
    };
    Redirect::to(WayBack::parse(&page).map_or_else(|| LOG_ON.to_owned(), |page| page.by(LOG_ON)))
}

/// The page that people see.
#[catch(default)]
pub fn page(status: Status, request: &Request<'_>) -> Shown {
    Shown { trouble: ErrorPage::of(status, request), to_program: false }
}

/// The JSON that programs get: `{"error": code, "message": …}`.
#[catch(default)]
pub fn json(status: Status, request: &Request<'_>) -> Shown {
    Shown { trouble: ErrorPage::of(status, request), to_program: true }
}

impl<'r> Responder<'r, 'static> for Shown {
    fn respond_to(self, request: &'r Request<'_>) -> Answer<'static> {
        let trouble = self.trouble;
        let mut response = if self.to_program {
            program(trouble, Language::of(request))
        } else {
            Page::new("errors/trouble.html", trouble.view()).respond_to(request).or_else(|_| last_resort())?
        };
        response.set_status(trouble.status);
        if trouble.code == "method_not_allowed" {
            let methods: Vec<_> = methods_at(request).iter().map(|method| method.as_str()).collect();
            response.set_header(Header::new("Allow", methods.join(", ")));
        }
        if matches!(trouble.code, "busy" | "too_many") {
            response.set_header(Header::new("Retry-After", RETRY_AFTER));
        }
        Ok(response)
    }
}

fn program(trouble: ErrorPage, language: Language) -> Response<'static> {
    let message = trouble.text("what").say(language);
    let body = serde_json::json!({ "error": trouble.code, "message": message }).to_string();
    Response::build().header(ContentType::JSON).sized_body(body.len(), std::io::Cursor::new(body)).finalize()
}

/// The answer when even the error page can't be rendered.
fn last_resort() -> Answer<'static> {
    const BODY: &str = "Der er sket en fejl hos os. Prøv igen om lidt.\n\nSomething went wrong on our side. Try again soon.\n";
    Response::build().header(ContentType::Plain).sized_body(BODY.len(), std::io::Cursor::new(BODY)).ok()
}

/// The methods of the routes at the requested path, if none of them is the request's method: Rocket itself
/// answers 404 whatever the method. If one is, the page itself was not found.
fn methods_at(request: &Request<'_>) -> Vec<Method> {
    let path: Vec<_> = request.uri().path().segments().collect();
    let routes = request.rocket().routes().filter(|route| !keeper::is_keeper(route));
    let mut methods: Vec<_> =
        routes.filter(|route| lies_at(route, &path)).map(|route| route.method).collect();
    methods.sort_by_key(|method| method.as_str());
    methods.dedup();
    let asked = if request.method() == Method::Head { Method::Get } else { request.method() };
    if methods.contains(&asked) { Vec::new() } else { methods }
}

fn lies_at(route: &Route, path: &[&str]) -> bool {
    let mut rest = path.iter();
    for part in route.uri.path().split('/').filter(|part| !part.is_empty()) {
        match (part, rest.next()) {
            (part, _) if part.starts_with('<') && part.ends_with("..>") => return true,
            (part, Some(_)) if part.starts_with('<') => {}
            (part, Some(segment)) if part == *segment => {}
            _ => return false,
        }
    }
    rest.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_has_its_texts() {
        let refused = [None, Some(Refused::Token), Some(Refused::Foreign)];
        for (status, refused) in (400..=599).flat_map(|status| refused.map(|refused| (status, refused))) {
            let trouble = ErrorPage { status: Status::new(status), code: code(status, refused) };
            for part in ["title", "what", "next"] {
                let text = trouble.text(part);
                assert!(text.try_say(Language::Da).is_ok(), "{}", text.key());
            }
        }
    }
}
