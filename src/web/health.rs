//! `GET /health`: whether this program could save something lately, for a proxy that shares visitors out among several
//! programs. It is answered to this machine and to whoever shows the token; for everybody else there is nothing there.
//!
//! An answer is a look at what one task has found out: however often it is asked, the database is written to once in two
//! seconds, and not at all while nobody asks.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::status::Custom;
use rocket::{Route, get, routes};
use subtle::ConstantTimeEq;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use zeroize::Zeroizing;

use crate::web::origin;
use service::cases::app::App;
use service::cases::upkeep::writable;

/// The address. Requests for it are not logged.
pub const PATH: &str = "/health";

/// How long ago something was saved at most.
const FRESH: Duration = Duration::from_secs(10);
/// The real time between two proofs.
const BETWEEN: Duration = Duration::from_secs(2);
/// How long after the last question the proofs go on.
const INTEREST: Duration = Duration::from_mins(1);
/// How long the first question waits for the first proof.
const FIRST: Duration = Duration::from_secs(5);

/// What is known about the database. Clones share it.
#[derive(Clone)]
pub struct Health(Arc<Parts>);

struct Parts {
    token: Option<Zeroizing<String>>,
    found: watch::Sender<Found>,
    /// When it was asked for last.
    asked: watch::Sender<Option<Instant>>,
}

/// What was found out.
#[derive(Default)]
struct Found {
    /// When a proof ended last, whatever came of it.
    tried: Option<Instant>,
    /// When something was saved last.
    saved: Option<Instant>,
}

impl Health {
    /// Nothing is known yet; the token opens it to other machines.
    pub fn new(token: Option<&str>) -> Self {
        let token = token.map(|token| Zeroizing::new(token.to_owned()));
        Self(Arc::new(Parts { token, found: watch::Sender::default(), asked: watch::Sender::new(None) }))
    }

    /// Proves again and again that the database can be written, for as long as somebody asks. Why it can't be is logged by
    /// those who need it.
    pub async fn keep_proving(self, app: App) {
        let mut asked = self.0.asked.subscribe();
        while asked.wait_for(|last| is_within(*last, INTEREST)).await.is_ok() {
            let is_saved = writable::prove(&app).await.is_ok();
            let now = Some(Instant::now());
            self.0.found.send_modify(|found| {
                found.tried = now;
                found.saved = if is_saved { now } else { found.saved };
            });
            sleep(BETWEEN).await;
        }
    }

    /// Whether something was saved lately.
    async fn is_good(&self) -> bool {
        let now = Instant::now();
        let before = self.0.asked.send_replace(Some(now));
        if !is_within(before, INTEREST) {
            let mut found = self.0.found.subscribe();
            // Without one in time it is not good.
            let _ = timeout(FIRST, found.wait_for(|found| found.tried.is_some_and(|at| at >= now))).await;
        }
        is_within(self.0.found.borrow().saved, FRESH)
    }

    fn opens_to(&self, request: &Request<'_>) -> bool {
        let sent = request.headers().get_one("Authorization").and_then(|sent| sent.split_once(' '));
        let token =
            sent.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, token)| token.trim());
        token
            .zip(self.0.token.as_ref())
            .is_some_and(|(sent, token)| sent.as_bytes().ct_eq(token.as_bytes()).into())
    }
}

fn is_within(at: Option<Instant>, time: Duration) -> bool {
    at.is_some_and(|at| at.elapsed() < time)
}

/// Somebody who may know.
struct Told<'r>(&'r Health);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Told<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let known = request.rocket().state::<Health>();
        match known.filter(|health| origin::is_near(request) || health.opens_to(request)) {
            Some(health) => Outcome::Success(Self(health)),
            None => Outcome::Error((Status::NotFound, ())),
        }
    }
}

/// Tells whether something could be saved lately.
#[get("/health")]
async fn health(asked: Told<'_>) -> Custom<&'static str> {
    if asked.0.is_good().await {
        Custom(Status::Ok, "ok\n")
    } else {
        Custom(Status::ServiceUnavailable, "the database cannot be written\n")
    }
}

/// The route.
pub fn routes() -> Vec<Route> {
    routes![health]
}
