//! Where in an action a page is: who serves, in which action, and the errand that it is about.

use std::ops::Deref;

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

use crate::ra::counter::step;
use crate::ra::counter::step::{Step, base, href};
use crate::web::answer::{Answer, settle};
use crate::web::desk_session::{Administrator, Officer};
use crate::web::language::Language;
use service::cases::app::App;
use service::cases::desk::{Desk, DeskRefusal, ErrandSnapshot, Kind, snapshot};

/// Whoever serves, in which action, and the errand named in the page's address.
pub struct AtDesk {
    pub desk: Desk,
    pub kind: Kind,
    /// The errand's id as it came; empty when there is none.
    pub sag: String,
    pub app: App,
    /// The language of the page.
    pub language: Language,
}

/// An errand that is far enough for its page.
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

    /// The errand as it stands; none if there is no such errand of this action.
    pub async fn snapshot(&self) -> Result<Option<ErrandSnapshot>, Answer> {
        let found = settle(snapshot::snapshot(&self.app, &self.desk, &self.sag).await)?;
        Ok(found.ok().filter(|snapshot| snapshot.errand.kind == self.kind))
    }

    /// The errand that a page is about, if it is far enough for the page; else the way to where it is, or to where
    /// another begins.
    pub async fn arrive(self, step: Step) -> Result<Served, Answer> {
        let Some(snapshot) = self.snapshot().await? else { return Err(self.gone()) };
        let missing = Step::missing(&snapshot.errand);
        let too_far = step > missing || (missing == Step::Receipt && step != Step::Receipt);
        if too_far { Err(Answer::go(self.href(missing))) } else { Ok(Served { at: self, snapshot }) }
    }

    /// The errand was left lying too long, or never was: the way to the beginning, which says so.
    pub fn gone(&self) -> Answer {
        Answer::go(format!(
            "{}?sag={}",
            base(self.kind),
            rocket::http::RawStr::new(&self.sag).percent_encode()
        ))
    }

    /// What came of a step: the way to the next one, or why it can't be taken. An errand that is signed or gone
    /// leads to where it is.
    pub fn goes_on(&self, outcome: Result<(), DeskRefusal>, next: Step) -> Result<Answer, DeskRefusal> {
        match outcome {
            Ok(()) => Ok(Answer::go(self.href(next))),
            Err(DeskRefusal::AlreadySigned) => Ok(Answer::go(self.href(Step::Receipt))),
            Err(DeskRefusal::NoErrand) => Ok(self.gone()),
            Err(refusal) => Err(refusal),
        }
    }
}
