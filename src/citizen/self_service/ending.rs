//! The end of one's own NemID: the consequences, then a key, then it is over (Rules 3.6, D22).

use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::citizen::self_service::{over, own};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::{AtApp, Caller};
use crate::web::cookies::cookie_name;
use crate::web::forms::{Checked, Faults, Filled, NoFields};
use crate::web::key_question::{self, KeyForm, KeyStep, KindForm};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::steps::StepGuide;
use crate::web::texts::Text;
use rules::ending::EndingRefusal;
use rules::keys::KeyRefusal;
use service::cases::access::audience::Audience;
use service::cases::access::key_question::Posed;
use service::cases::own::ending::EndRefusal;
use service::cases::own::{ending, overview};

const STEPS: [&str; 3] = ["self-end-step-read", "self-end-step-key", "self-end-step-over"];
const PAGE: &str = "/selvbetjening/afslut";
const KEY_PAGE: &str = "/selvbetjening/afslut/noegle";

#[derive(Serialize)]
struct EndingView {
    guide: StepGuide,
    form: Filled,
    number: String,
    certificate: bool,
    open_cards: usize,
    banks: Vec<String>,
}

#[derive(Serialize)]
struct QuestionView {
    guide: StepGuide,
    form: Filled,
    step: KeyStep,
}

async fn explain(app: &AtApp, citizen: &Citizen, faults: Faults) -> Result<Page, Answer> {
    let overview = overview::of(app, citizen.nemid).await?;
    let nemid = &overview.nemid;
    let view = EndingView {
        guide: StepGuide::new(&STEPS, 1),
        form: Filled::again(&(), faults),
        number: nemid.number.to_string(),
        certificate: nemid.valid_certificate(overview.now).is_some(),
        open_cards: nemid.open_cards().count(),
        banks: nemid.agreements.iter().map(|one| rules::places::title(&one.bank)).collect(),
    };
    Ok(Page::new("citizen/self_service/ending.html", view))
}

fn ask(posed: Posed, form: Filled) -> Page {
    let step = KeyStep::from(posed);
    let form = step.fitting(form);
    let view = QuestionView { guide: StepGuide::new(&STEPS, 2).with_way_back(1, PAGE), form, step };
    Page::new("citizen/self_service/ending_key.html", view)
}

/// The consequences.
#[get("/selvbetjening/afslut")]
pub async fn page(citizen: Citizen, app: &AtApp) -> Handled {
    Ok(explain(app, &citizen, Faults::default()).await?.into())
}

/// Goes on to the key.
#[post("/selvbetjening/afslut", data = "<_sent>")]
pub async fn go_on(citizen: Citizen, app: &AtApp, _sent: Checked<NoFields>) -> Handled {
    match settle(ending::ask(app, own(&citizen)).await)? {
        Settled::Done(()) => Ok(Answer::go(KEY_PAGE)),
        Settled::Refused(refusal) => back(app, &citizen, refusal).await,
    }
}

/// The key that is asked for.
#[get("/selvbetjening/afslut/noegle")]
pub async fn question(citizen: Citizen, caller: Caller<'_>, app: &AtApp) -> Handled {
    match settle(ending::question(app, own(&citizen)).await)? {
        Settled::Done(posed) => {
            caller.tell_time(&cookie_name(&Audience::Selvbetjening)).await?;
            Ok(ask(posed, Filled::blank()).into())
        }
        Settled::Refused(_) => Ok(Answer::go(PAGE)),
    }
}

#[post("/selvbetjening/afslut/noegle", data = "<sent>")]
pub async fn close(citizen: Citizen, caller: Caller<'_>, app: &AtApp, sent: Checked<KeyForm>) -> Handled {
    let key = match sent.answer() {
        Ok(key) => key,
        Err(fault) => return once_more(app, &citizen, fault.into()).await,
    };
    match settle(ending::close(app, own(&citizen), key).await)? {
        Settled::Done(()) => {
            caller.forget_session(&Audience::Selvbetjening);
            Ok(over::at("nemid"))
        }
        Settled::Refused(refusal) => refused(app, &citizen, refusal).await,
    }
}

/// Asks for a key of a carrier of another kind.
#[post("/selvbetjening/afslut/noegletype", data = "<sent>")]
pub async fn kind(citizen: Citizen, app: &AtApp, sent: Checked<KindForm>) -> Handled {
    let Some(kind) = sent.chosen() else { return Err(Status::UnprocessableEntity.into()) };
    match settle(ending::choose_kind(app, &own(&citizen), kind).await)? {
        Settled::Done(()) => Ok(Answer::go(KEY_PAGE)),
        Settled::Refused(refusal) => refused(app, &citizen, refusal).await,
    }
}

/// A wrong key may be typed again, and a question that was answered elsewhere is asked again; everything else
/// begins again.
async fn refused(app: &AtApp, citizen: &Citizen, refusal: EndRefusal) -> Handled {
    match refusal {
        EndRefusal::Wrong { left } => {
            let wrong = Text::new("refusal-wrong-key").with("left", u32::from(left));
            once_more(app, citizen, wrong).await
        }
        EndRefusal::Answer(answer) if answer.leaves_the_question() => {
            once_more(app, citizen, key_question::told(answer)).await
        }
        EndRefusal::Rules(EndingRefusal::Key(
            KeyRefusal::NotApproved
            | KeyRefusal::NotCalled
            | KeyRefusal::ThisTelephone
            | KeyRefusal::TooManyCalls,
        )) => once_more(app, citizen, refusal.into()).await,
        EndRefusal::Rules(EndingRefusal::Key(KeyRefusal::AskedAnew)) => {
            match settle(ending::ask(app, own(citizen)).await)? {
                Settled::Done(()) => once_more(app, citizen, refusal.into()).await,
                Settled::Refused(other) => back(app, citizen, other).await,
            }
        }
        other => back(app, citizen, other).await,
    }
}

/// The question again, with the fault of the answer.
async fn once_more(app: &AtApp, citizen: &Citizen, fault: Text) -> Handled {
    match settle(ending::question(app, own(citizen)).await)? {
        Settled::Done(posed) => {
            let form = Filled::again(&(), Faults::one(key_question::field_of(&posed), fault));
            Ok(Answer::again(ask(posed, form)))
        }
        Settled::Refused(refusal) => back(app, citizen, refusal).await,
    }
}

/// Back to the beginning, with the reason.
async fn back(app: &AtApp, citizen: &Citizen, refusal: EndRefusal) -> Handled {
    Ok(Answer::again(explain(app, citizen, Faults::whole(refusal)).await?))
}
