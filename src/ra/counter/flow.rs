//! The position of a page in an action: the employee, the action, and the errand.

use std::ops::Deref;

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

use crate::ra::counter::step;
use crate::ra::counter::step::{Step, base, href};
use crate::web::answer::{Answer, Settled, settle};
use crate::web::desk_session::{Administrator, Officer};
use crate::web::language::Language;
use service::cases::app::App;
use service::cases::desk::{Desk, DeskRefusal, ErrandSnapshot, Kind, snapshot};

/// The employee, the action, and the errand named in the page's address.
pub struct AtDesk {
    pub desk: Desk,
    pub kind: Kind,
    /// The errand's id from the address; empty when there is none.
    pub sag: String,
    pub app: App,
    /// The language of the page.
    pub language: Language,
}

/// An errand that has reached the step of its page.
pub struct Served {
    pub at: AtDesk,
    pub snapshot: ErrandSnapshot,
}

impl Deref for Served {
    type Target = AtDesk;

    fn deref(&self) -> &AtDesk {
        &self.at
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for AtDesk {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Some(kind) = step::action(request.uri().path().as_str()) else {
            return Outcome::Error((Status::NotFound, ()));
        };
        let Some(app) = request.rocket().state::<App>() else {
            return Outcome::Error((Status::InternalServerError, ()));
        };
        let desk = match kind {
            Kind::Staff => Administrator::from_request(request).await.map(|Administrator(desk)| desk),
            _ => Officer::from_request(request).await.map(|Officer(desk)| desk),
        };
        let sag = request.query_value::<&str>("sag").and_then(Result::ok).unwrap_or_default().to_owned();
        let language = Language::of(request);
        desk.map(|desk| Self { desk, kind, sag, app: app.clone(), language })
    }
}

impl AtDesk {
    /// The address of a step of this errand.
    pub fn href(&self, step: Step) -> String {
        href(self.kind, step, &self.sag)
    }

    /// The errand now; none if there is no such errand of this action.
    pub async fn snapshot(&self) -> Result<Option<ErrandSnapshot>, Answer> {
        let found = settle(snapshot::snapshot(&self.app, &self.desk, &self.sag).await)?.done();
        Ok(found.ok().filter(|snapshot| snapshot.errand.kind == self.kind))
    }

    /// The errand that a page is about, if it has reached the page's step; otherwise a redirect to the step
    /// it has reached, or to where another begins.
    pub async fn arrive(self, step: Step) -> Result<Served, Answer> {
        let Some(snapshot) = self.snapshot().await? else { return Err(self.gone()) };
        let missing = Step::missing(&snapshot.errand);
        let too_far = step > missing || (missing == Step::Receipt && step != Step::Receipt);
        if too_far { Err(Answer::go(self.href(missing))) } else { Ok(Served { at: self, snapshot }) }
    }

    /// The errand was left for too long, or never existed: the redirect to the beginning, which says so.
    pub fn gone(&self) -> Answer {
        Answer::go(format!(
            "{}?sag={}",
            base(self.kind),
            rocket::http::RawStr::new(&self.sag).percent_encode()
        ))
    }

    /// The answer after a step: a redirect to the next one, or the refusal. An errand that is signed or gone
    /// redirects to its own page.
    pub fn goes_on(&self, outcome: Settled<(), DeskRefusal>, next: Step) -> Result<Answer, DeskRefusal> {
        match outcome {
            Settled::Done(()) => Ok(Answer::go(self.href(next))),
            Settled::Refused(DeskRefusal::AlreadySigned) => Ok(Answer::go(self.href(Step::Receipt))),
            Settled::Refused(DeskRefusal::NoErrand) => Ok(self.gone()),
            Settled::Refused(refusal) => Err(refusal),
        }
    }
}
