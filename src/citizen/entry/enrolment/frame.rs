//! The frame of an enrolment at Selvbetjening: two flows, each with addresses of its own, and a page for each
//! step.

use rocket::request::{FromRequest, Outcome, Request};
use serde::Serialize;

use crate::web::caller::Caller;
use crate::web::enrolment::frame::{Frame, Help};
use crate::web::enrolment::step::{Flow, Step};
use rules::nemid::temporary::{TemporaryEnd, TemporaryPlace, TemporaryPurpose};
use service::cases::enrolment::begin::EnrolmentProblem;

/// A visitor at the pages of one of the two flows.
pub struct Portal<'r> {
    caller: Caller<'r>,
    flow: Flow,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Portal<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let reopens = request.routed_segment(0) == Some("genaabn");
        let flow = if reopens { Flow::Reopening } else { Flow::Activation };
        Caller::from_request(request).await.map(|caller| Self { caller, flow })
    }
}

/// Nothing but the page itself.
#[derive(Serialize)]
pub struct Nothing {}

impl Frame for Portal<'_> {
    type Around = Nothing;

    const ENDED: &'static str = "citizen/entry/enrolment/ended.html";

    fn caller(&self) -> &Caller<'_> {
        &self.caller
    }

    fn cookie(&self) -> String {
        "start".to_owned()
    }

    fn place(&self) -> TemporaryPlace {
        TemporaryPlace::Selvbetjening
    }

    fn expects(&self) -> TemporaryPurpose {
        match self.flow {
            Flow::Activation => TemporaryPurpose::Activate,
            // The number of steps of a re-opening is known only after its letter is.
            Flow::Reopening => TemporaryPurpose::Reset,
        }
    }

    fn is_for(&self, purpose: TemporaryPurpose) -> bool {
        Flow::of(purpose) == self.flow
    }

    fn page_of(&self, step: Step) -> Step {
        step
    }

    fn address(&self, purpose: TemporaryPurpose, step: Step) -> String {
        let flow = match Flow::of(purpose) {
            Flow::Activation => "/aktiver",
            Flow::Reopening => "/genaabn",
        };
        let step = match step {
            Step::Begin => "",
            Step::Remember => "/husket",
            Step::Password => "/adgangskode",
            Step::Details => "/oplysninger",
            Step::Consents => "/samtykke",
            Step::Card => "/kort",
            Step::Key => "/noegle",
            Step::Receipt => "/kvittering",
        };
        format!("{flow}{step}")
    }

    fn template(&self, step: Step) -> &'static str {
        match step {
            Step::Begin => "citizen/entry/enrolment/begin.html",
            Step::Remember => "citizen/entry/enrolment/remember.html",
            Step::Password => "citizen/entry/enrolment/password.html",
            Step::Details => "citizen/entry/enrolment/details.html",
            Step::Consents => "citizen/entry/enrolment/consents.html",
            Step::Card => "citizen/entry/enrolment/card.html",
            Step::Key => "citizen/entry/enrolment/key.html",
            Step::Receipt => "citizen/entry/enrolment/receipt.html",
        }
    }

    fn around(&self) -> Nothing {
        Nothing {}
    }

    fn helps(&self, problem: EnrolmentProblem) -> Vec<Help> {
        let anew = || Help::new("start-again", self.address(self.expects(), Step::Begin));
        let letter = || Help::new("start-get-new", "/glemt-adgangskode");
        match problem {
            EnrolmentProblem::Dead { why: TemporaryEnd::Used } => {
                vec![Help::new("start-log-on", "/log-paa"), letter()]
            }
            EnrolmentProblem::Dead { why: TemporaryEnd::NemIdEnded } => {
                vec![Help::new("start-order", "/bestil")]
            }
            EnrolmentProblem::Dead { why: TemporaryEnd::Newer } | EnrolmentProblem::TriedOut => {
                vec![anew(), letter()]
            }
            EnrolmentProblem::Dead { .. } => vec![letter()],
            _ => vec![anew()],
        }
    }

    fn walks_on(&self, step: Step) -> bool {
        matches!(step, Step::Password | Step::Details)
    }
}
