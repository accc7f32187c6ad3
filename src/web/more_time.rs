//! `/mere-tid`: more time for what a page has in progress (D32). With JavaScript the page asks and stays as it is; without,
//! the answer is a page in a tab of its own, so that nothing typed is lost.

use jiff::SignedDuration;
use rocket::http::{ContentType, Status};
use rocket::request::Request;
use rocket::response::{Responder, Response, Result as Responded};
use rocket::{FromForm, post};
use serde::Serialize;

use crate::web::answer::Answer;
use crate::web::caller::Caller;
use crate::web::forms::Checked;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::time_left;
use service::cases::access::time_left::{InProgress, Limit, extend, left};

/// How many things a page can have in progress: a session, a question within it, an enrolment.
const AT_MOST: usize = 4;

/// What is in progress, as the page named it.
#[derive(FromForm)]
pub struct MoreTimeForm {
    /// The cookies with its tokens.
    #[field(name = "for")]
    cookies: Vec<String>,
    sag: Option<String>,
    /// `json` for a script.
    svar: Option<String>,
    /// Whether it is only asked how much is left.
    kun_se: bool,
}

#[derive(Serialize)]
struct MoreTimeView {
    /// The middle of its texts' keys, and the end; nothing when time was up already.
    limit: Option<(&'static str, String)>,
}

/// The answer to a script.
#[derive(Serialize)]
struct Left {
    seconds: i64,
    until: String,
}

/// The answer to a person or to a script.
pub enum MoreTime {
    Page(Box<Page>),
    Script(String),
}

/// Gives it, or says how much there is.
#[post("/mere-tid", data = "<sent>")]
pub async fn ask(
    caller: Caller<'_>,
    language: Language,
    sent: Checked<MoreTimeForm>,
) -> Result<MoreTime, Answer> {
    let tokens = sent.cookies.iter().take(AT_MOST).map(|cookie| caller.token(cookie));
    let tokens: Option<Vec<_>> = tokens.collect();
    let limit = match tokens.filter(|tokens| !tokens.is_empty()) {
        None => None,
        Some(tokens) => {
            let of = InProgress { tokens, errand: sent.sag.clone().filter(|id| !id.is_empty()) };
            if sent.kun_se {
                left(caller.app, &of).await?
            } else {
                extend(caller.app, &of, &caller.origin).await?
            }
        }
    };
    Ok(if sent.svar.is_some() { script(&caller, language, limit) } else { page(language, limit) })
}

fn page(language: Language, limit: Option<Limit>) -> MoreTime {
    let limit = limit.map(|limit| (time_left::code(limit.what), time_left::until(language, limit.ends)));
    MoreTime::Page(Box::new(Page::new("time/more.html", MoreTimeView { limit })))
}

fn script(caller: &Caller<'_>, language: Language, limit: Option<Limit>) -> MoreTime {
    let ends = limit.map_or_else(|| caller.app.real_now() - SignedDuration::from_secs(1), |limit| limit.ends);
    let left =
        Left { seconds: time_left::seconds(caller.app, ends), until: time_left::until(language, ends) };
    MoreTime::Script(serde_json::to_string(&left).unwrap_or_default())
}

impl<'r> Responder<'r, 'static> for MoreTime {
    fn respond_to(self, request: &'r Request<'_>) -> Responded<'static> {
        match self {
            Self::Page(page) => page.respond_to(request),
            Self::Script(body) => Response::build()
                .status(Status::Ok)
                .header(ContentType::JSON)
                .sized_body(body.len(), std::io::Cursor::new(body))
                .ok(),
        }
    }
}
