//! The frame of an enrolment in a netbank: both flows at one address, the remembered password with the new
//! one, and the consents with the details.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use serde::Serialize;

use crate::provider::guard::{Guest, InProgress};
use crate::provider::look::SiteFrame;
use crate::web::caller::Caller;
use crate::web::enrolment::frame::{Frame, Help, told};
use crate::web::enrolment::step::Step;
use crate::web::texts::Text;
use rules::actor::Channel;
use rules::nemid::temporary::{TemporaryPlace, TemporaryPurpose};
use service::cases::enrolment::begin::EnrolmentProblem;

/// A visitor at the pages of a netbank where its NemIDs are activated or re-opened; only netbanks have these
/// pages.
pub struct Netbank<'r>(Guest<'r>);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Netbank<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        Guest::from_request(request).await.and_then(|mut guest| {
            if guest.site.kind.is_netbank() {
                guest.caller.origin.channel = Channel::Bank;
                Outcome::Success(Self(guest))
            } else {
                Outcome::Error((Status::NotFound, ()))
            }
        })
    }
}

/// The bank's own look.
#[derive(Serialize)]
pub struct Look {
    site: SiteFrame,
}

impl Frame for Netbank<'_> {
    type Around = Look;

    const ENDED: &'static str = "provider/enrolment/ended.html";

    fn caller(&self) -> &Caller<'_> {
        &self.0.caller
    }

    fn cookie(&self) -> String {
        InProgress::Enrolment.cookie(self.0.site)
    }

    fn place(&self) -> TemporaryPlace {
        TemporaryPlace::Netbank(self.0.site.name())
    }

    fn expects(&self) -> TemporaryPurpose {
        TemporaryPurpose::Activate
    }

    fn is_for(&self, _: TemporaryPurpose) -> bool {
        true
    }

    fn page_of(&self, step: Step) -> Step {
        match step {
            Step::Remember => Step::Password,
            Step::Consents => Step::Details,
            step => step,
        }
    }

    fn address(&self, _: TemporaryPurpose, step: Step) -> String {
        let step = match step {
            Step::Begin => "",
            Step::Remember | Step::Password => "/adgangskode",
            Step::Details | Step::Consents => "/oplysninger",
            Step::Card => "/kort",
            Step::Key => "/noegle",
            Step::Receipt => "/kvittering",
        };
        format!("{}/aktiver{step}", self.0.at())
    }

    fn template(&self, step: Step) -> &'static str {
        match step {
            Step::Begin => "provider/enrolment/begin.html",
            Step::Remember | Step::Password => "provider/enrolment/password.html",
            Step::Details | Step::Consents => "provider/enrolment/details.html",
            Step::Card => "provider/enrolment/card.html",
            Step::Key => "provider/enrolment/key.html",
            Step::Receipt => "provider/enrolment/receipt.html",
        }
    }

    fn around(&self) -> Look {
        Look { site: SiteFrame::of(self.0.site) }
    }

    fn helps(&self, _: EnrolmentProblem) -> Vec<Help> {
        let anew = Help::new("start-again", self.address(self.expects(), Step::Begin));
        vec![anew, Help::new("log-on", self.0.at())]
    }

    /// Only the bank helps a customer who does not remember the password (Rules 3.4).
    fn told(&self, problem: EnrolmentProblem) -> Text {
        match problem {
            EnrolmentProblem::RememberedWrong { left } => Text::new("site-remembered-wrong")
                .with("site", self.0.site.place.title)
                .with("left", u32::from(left)),
            other => told(other),
        }
    }
}
