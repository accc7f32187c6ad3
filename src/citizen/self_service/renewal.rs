//! The renewal of the certificate with the old one: what the new one will show, the password, then a key (Rules 4.4).

use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{certificate, over, own, own_once};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::key_question::{self, KeyStep, KindForm};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::words::TypedPassword;
use service::cases::access::key_question::Posed;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::app::App;
use service::cases::own::renewal;

const KEY_PAGE: &str = "/selvbetjening/certifikat/forny/noegle";

/// The password.
#[derive(FromForm, Serialize)]
pub struct PasswordForm {
    password: Secret,
}

/// The key, by a form that renews once.
#[derive(FromForm, Serialize)]
pub struct KeyForm {
    key: Secret,
    #[serde(skip)]
    approved: bool,
    #[serde(skip)]
    once: String,
}

#[derive(Serialize)]
struct QuestionView {
    form: Filled,
    once: String,
    step: KeyStep,
}

fn ask(app: &App, posed: Posed, form: Filled) -> Page {
    let step = KeyStep::from(posed);
    let form = step.fitting(form);
    let view = QuestionView { form, once: app.new_token().reveal(), step };
    Page::new("citizen/self_service/renewal_key.html", view)
}

/// Takes the password, and goes on to the key.
#[post("/selvbetjening/certifikat/forny", data = "<sent>")]
pub async fn password(citizen: Citizen, app: &AtApp, sent: Checked<PasswordForm>) -> Handled {
    let mut faults = Faults::default();
    if let Some(typed) = faults.take("password", TypedPassword::parse(sent.password.reveal())) {
        match settle(renewal::with_password(app, &own(&citizen), &typed).await)? {
            Settled::Done(()) => return Ok(Answer::go(KEY_PAGE)),
            Settled::Refused(refusal) => faults = told(refusal)?,
        }
    }
    certificate::again(app, &citizen, Filled::again(&(), faults)).await
}

/// The key that is asked for.
#[get("/selvbetjening/certifikat/forny/noegle")]
pub async fn question(citizen: Citizen, app: &AtApp) -> Handled {
    match settle(renewal::question(app, &own(&citizen)).await)? {
        Settled::Done(posed) => Ok(ask(app, posed, Filled::blank()).into()),
        Settled::Refused(_) => Ok(Answer::go(certificate::PAGE)),
    }
}

/// Takes the key: renewed, another attempt, or back to the certificate.
#[post("/selvbetjening/certifikat/forny/noegle", data = "<sent>")]
pub async fn key(citizen: Citizen, app: &AtApp, sent: Checked<KeyForm>) -> Handled {
    let key = match key_question::answer(&sent.key, sent.approved) {
        Ok(key) => key,
        Err(fault) => return once_more(app, &citizen, fault.into()).await,
    };
    match settle(renewal::with_key(app, own_once(&citizen, &sent.once)?, key).await)? {
        Settled::Done(()) => Ok(Answer::go(format!("{}?gjort=fornyet", certificate::PAGE))),
        Settled::Refused(refusal) if refusal.leaves_the_question() => {
            once_more(app, &citizen, key_question::told(refusal)).await
        }
        Settled::Refused(refusal) => back(app, &citizen, refusal).await,
    }
}

/// Asks for a key of a carrier of another kind.
#[post("/selvbetjening/certifikat/forny/noegletype", data = "<sent>")]
pub async fn kind(citizen: Citizen, app: &AtApp, sent: Checked<KindForm>) -> Handled {
    let Some(kind) = sent.chosen() else { return Err(Status::UnprocessableEntity.into()) };
    match settle(renewal::choose_kind(app, &own(&citizen), kind).await)? {
        Settled::Done(()) => Ok(Answer::go(KEY_PAGE)),
        Settled::Refused(refusal) if refusal.leaves_the_question() => {
            once_more(app, &citizen, key_question::told(refusal)).await
        }
        Settled::Refused(refusal) => back(app, &citizen, refusal).await,
    }
}

/// The question again, with the fault of the answer.
async fn once_more(app: &AtApp, citizen: &Citizen, fault: Text) -> Handled {
    match settle(renewal::question(app, &own(citizen)).await)? {
        Settled::Done(posed) => {
            let form = Filled::again(&(), Faults::one(key_question::field_of(&posed), fault));
            Ok(Answer::again(ask(app, posed, form)))
        }
        Settled::Refused(refusal) => back(app, citizen, refusal).await,
    }
}

/// Back to the certificate, with the reason.
async fn back(app: &AtApp, citizen: &Citizen, refusal: LogOnRefusal) -> Handled {
    certificate::again(app, citizen, Filled::again(&(), told(refusal)?)).await
}

/// What a refusal says, and beside which field. A locked or blocked password has ended the session.
fn told(refusal: LogOnRefusal) -> Result<Faults, Answer> {
    Ok(match refusal {
        LogOnRefusal::Wrong => Faults::one("password", Text::new("renewal-wrong-password")),
        LogOnRefusal::TooManyGuesses | LogOnRefusal::TemporaryPasswordTyped => {
            Faults::one("password", refusal)
        }
        LogOnRefusal::Locked { .. } => return Err(over::at("laast")),
        LogOnRefusal::PasswordBlocked
        | LogOnRefusal::PasswordBlockedAtBank
        | LogOnRefusal::PasswordBlockedAtWork => return Err(over::at("adgangskode")),
        LogOnRefusal::NemIdBlocked => return Err(over::at("nemid-spaerret")),
        LogOnRefusal::NemIdClosed => return Err(over::at("nemid")),
        LogOnRefusal::RunOut => Faults::whole(Text::new("renewal-run-out")),
        LogOnRefusal::NotAsRead(_) => Faults::whole(Text::new("renewal-changed")),
        other => Faults::whole(other),
    })
}
