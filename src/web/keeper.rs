//! Keeps what was typed into a form that came after its session was over, and gives it back at the same page when its
//! holder has logged on again (D32). Secrets are never kept.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use rocket::data::Data;
use rocket::fairing::{Fairing, Info, Kind};
use rocket::form::{self, Form, FromForm, Options, ValueField};
use rocket::http::{Method, RawStr, Status};
use rocket::request::{Outcome as Guarded, Request};
use rocket::response::Response;
use rocket::route::{Handler, Outcome, Route};
use serde::Serialize;
use serde_json::Value;

use crate::web::broken;
use crate::web::cookies::{Cookies, cookie_name};
use crate::web::forms::sent_by_our_page;
use crate::web::origin::origin_of;
use crate::web::way_back::page_of;
use rules::actor::Channel;
use rules::words::NemIdNumber;
use service::cases::access::audience::Audience;
use service::cases::access::drafts;
use service::cases::access::drafts::Draft;
use service::cases::app::{App, Origin, StoreError, Token};

/// The fields of forms that hold a secret. A test compares them with the fields of type `Secret`.
pub const SECRETS: [&str; 13] = [
    "code",
    "password",
    "password_again",
    "new_password",
    "new_password_again",
    "current_password",
    "temporary_password",
    "key",
    "remembered",
    "token_code",
    "pin",
    "new_pin",
    "new_pin_again",
];

/// The fields that belong to the page as it was, and the consents (Rules 4.1) and rules, which are accepted anew.
const OF_THE_PAGE: [&str; 8] =
    ["once", "shown_for", "cpr_lookup", "pid_service", "earlier_pid", "bank_exchange", "consent", "rules"];

/// The rank of the routes: after every other one.
const LAST: isize = 100;

/// What its holder had typed at a page before time was up, on the way from a guard to the page.
#[derive(Debug, Default)]
pub struct GivenBack {
    found: OnceLock<Found>,
    /// Whether the page shows it.
    shown: AtomicBool,
}

#[derive(Debug)]
struct Found {
    nemid: NemIdNumber,
    page: String,
    typed: Draft,
}

impl GivenBack {
    /// That of a request.
    pub fn to<'r>(request: &'r Request<'_>) -> &'r Self {
        request.local_cache(Self::default)
    }

    /// Looks for what the holder of a NemID had typed at a page.
    ///
    /// # Errors
    /// When it can't be read.
    pub async fn look(&self, app: &App, nemid: NemIdNumber, page: &str) -> Result<(), StoreError> {
        if let Some(typed) = drafts::kept(app, nemid, page).await? {
            // The first guard that finds any counts.
            let _ = self.found.set(Found { nemid, page: page.to_owned(), typed });
        }
        Ok(())
    }

    /// What was typed, for the page that shows it now.
    pub fn shown(&self) -> Option<&Draft> {
        let found = self.found.get()?;
        self.shown.store(true, Ordering::Relaxed);
        Some(&found.typed)
    }
}

/// Forgets what a page has shown again. What a redirect passed by is kept for the page that it leads to.
pub struct ForgetsShown;

#[rocket::async_trait]
impl Fairing for ForgetsShown {
    fn info(&self) -> Info {
        Info { name: "typed text that was given back", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, _: &mut Response<'r>) {
        let given_back = GivenBack::to(request);
        let (Some(found), Some(app)) = (given_back.found.get(), request.rocket().state::<App>()) else {
            return;
        };
        if given_back.shown.load(Ordering::Relaxed)
            && let Err(error) = drafts::forget(app, found.nemid, &found.page).await
        {
            broken::store("what was typed", &error);
        }
    }
}

/// Whether a form came for an audience at which nobody is logged on any more.
#[derive(Default)]
struct TooLate(OnceLock<Late>);

/// A form that came too late.
struct Late {
    /// The token of the session that is over; none where there was no session.
    token: Option<Token>,
    /// The pattern of the route that it was for.
    was_for: Option<String>,
}

/// What a guard answers to somebody who is not logged on at its audience: a page leads to the log-on; a form goes on to
/// [`routes`], which keep what was typed.
pub fn not_logged_on<S>(request: &Request<'_>, audience: &Audience) -> Guarded<S, ()> {
    if request.method() != Method::Post {
        return Guarded::Error((Status::Unauthorized, ()));
    }
    let token = Cookies::of(request).and_then(|cookies| cookies.token(&cookie_name(audience)));
    let was_for = request.route().map(|route| route.uri.path().to_owned());
    // A second guard finds the same token.
    let _ = request.local_cache(TooLate::default).0.set(Late { token, was_for });
    Guarded::Forward(Status::Unauthorized)
}

/// Where forms come that no guard let through, to be mounted at the address of each part with sessions.
pub fn routes() -> Vec<Route> {
    vec![Route::ranked(LAST, Method::Post, "/<path..>", Keeper)]
}

/// Whether a route is one of [`routes`], at which no page lies.
pub fn is_keeper(route: &Route) -> bool {
    route.rank == LAST && route.method == Method::Post
}

/// The pattern of the route that a form was for which came too late; `None` for one that was for no route.
pub fn was_for<'r>(request: &'r Request<'_>) -> Option<&'r str> {
    request.local_cache(TooLate::default).0.get()?.was_for.as_deref()
}

#[derive(Clone)]
struct Keeper;

#[rocket::async_trait]
impl Handler for Keeper {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        let Some(Late { token, .. }) = request.local_cache(TooLate::default).0.get() else {
            return Outcome::Forward((data, Status::NotFound));
        };
        if let (Some(token), Some(app)) = (token, request.rocket().state::<App>()) {
            keep(app, token, request, data).await;
        }
        // The catchers lead to the log-on.
        Outcome::Error(Status::Unauthorized)
    }
}

/// Keeps what was typed, if a page of this site sent it. What can't be written is lost, and the log-on goes on.
async fn keep(app: &App, token: &Token, request: &Request<'_>, data: Data<'_>) {
    let Ok(body) = sent_by_our_page(request, data).await else { return };
    let Ok(typed) = Form::<Typed>::parse_encoded(RawStr::new(&*body)) else { return };
    let from = origin_of(request, Channel::Selvbetjening, None);
    if let Err(error) = drafts::keep(app, token, &page_of(request), typed.0, &from).await {
        broken::store("what was typed", &error);
    }
}

/// Keeps what was typed into a form whose enrolment was over; secrets are known by their type here.
pub async fn keep_form(app: &App, token: &Token, page: &str, sent: &impl Serialize, origin: &Origin) {
    let Ok(Value::Object(mut typed)) = serde_json::to_value(sent) else { return };
    typed.retain(|name, value| !value.is_null() && is_kept(name));
    if let Err(error) = drafts::keep(app, token, page, typed, origin).await {
        broken::store("what was typed", &error);
    }
}

fn is_kept(name: &str) -> bool {
    !name.starts_with('_') && !SECRETS.contains(&name) && !OF_THE_PAGE.contains(&name)
}

/// What is kept of any form: text and single choices as text, several choices as a list.
struct Typed(Draft);

#[rocket::async_trait]
impl<'v> FromForm<'v> for Typed {
    type Context = BTreeMap<String, Vec<String>>;

    fn init(_: Options) -> Self::Context {
        BTreeMap::new()
    }

    fn push_value(typed: &mut Self::Context, field: ValueField<'v>) {
        let name = field.name.source().as_str();
        if is_kept(name) {
            typed.entry(name.to_owned()).or_default().push(field.value.to_owned());
        }
    }

    async fn push_data(_: &mut Self::Context, _: form::DataField<'v, '_>) {}

    fn finalize(typed: Self::Context) -> form::Result<'v, Self> {
        let value = |mut values: Vec<String>| match values.len() {
            1 => Value::String(values.remove(0)),
            _ => values.into(),
        };
        Ok(Self(typed.into_iter().map(|(name, values)| (name, value(values))).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_choices_are_kept_but_no_secret_and_nothing_of_the_page() {
        let sent = "_token=a&email=anna%40b.example&documents=pas&documents=k%C3%B8rekort&key=123456&once=x&shown_for=y\
                    &new_password=hemmelig1&mobile=";
        let typed = Form::<Typed>::parse_encoded(RawStr::new(sent)).unwrap().0;
        let expected = serde_json::json!({
            "documents": ["pas", "kørekort"], "email": "anna@b.example", "mobile": "",
        });
        assert_eq!(Value::Object(typed), expected);
    }
}
