//! The first step: NemID-nummer and temporary password. Right digits that are meant for another place die here, and the
//! page says so (Guide 3.1.2).

use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{FromForm, State, get, post};
use serde::Serialize;

use crate::provider::enrolment::{Starter, Step, ended, told};
use crate::provider::guard::{Guest, InProgress, OpenApp};
use crate::provider::look::SiteFrame;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::origin::HostPolicy;
use crate::web::page::Page;
use crate::web::steps::StepGuide;
use rules::nemid::temporary::{TemporaryPlace, TemporaryPurpose};
use rules::words::{NemIdNumber, TemporaryPasswordCode};
use service::cases::enrolment::begin;
use service::cases::enrolment::begin::{Begun, EnrolmentProblem};

/// NemID-nummer and temporary password.
#[derive(FromForm, Serialize)]
pub struct BeginForm {
    nemid_number: String,
    temporary_password: Secret,
}

#[derive(Serialize)]
struct BeginView {
    site: SiteFrame,
    guide: StepGuide,
    form: Filled,
    action: String,
}

fn page(guest: &Guest, form: Filled) -> Page {
    let guide = Step::Begin.guide(TemporaryPurpose::Activate);
    let view = BeginView { site: SiteFrame::of(guest.site), guide, form, action: Step::Begin.address(guest) };
    Page::new("provider/enrolment/begin.html", view)
}

/// Asks for them.
#[get("/tjenester/<_>/aktiver")]
pub fn ask(starter: Starter) -> Page {
    page(&starter.0, Filled::blank())
}

/// They were typed.
#[post("/tjenester/<_>/aktiver", data = "<sent>")]
pub async fn answer(
    starter: Starter,
    sent: Checked<BeginForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
    door: &State<HostPolicy>,
) -> Result<Redirect, Answer> {
    let Starter(guest) = starter;
    let again = |faults| {
        Answer::from(page(&guest, Filled::again(&*sent, faults)).with_status(Status::UnprocessableEntity))
    };
    let mut faults = Faults::default();
    let number = faults.take("nemid_number", NemIdNumber::parse(&sent.nemid_number));
    let typed = TemporaryPasswordCode::parse(sent.temporary_password.reveal());
    let typed = faults.take("temporary_password", typed);
    let (Some(number), Some(typed)) = (number, typed) else { return Err(again(faults)) };
    let here = TemporaryPlace::Netbank(guest.site.name());
    match settle(begin::begin_at(app, &here, number, &typed, &guest.origin).await)? {
        Ok(Begun { token, .. }) => {
            InProgress::Enrolment.keep(jar, guest.site, &token, door);
            Ok(Redirect::to(Step::Password.address(&guest)))
        }
        Err(problem @ EnrolmentProblem::Dead { .. }) => Err(ended(&guest, problem)),
        Err(problem) => Err(again(Faults::whole(told(problem)))),
    }
}
