//! Keys by telephone: confirming the telephone that waits with a key that it reads out, and having another one called, with a
//! key (Rules 3.9, D38).

use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{carriers, own};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::{AtApp, Caller};
use crate::web::cookies::cookie_name;
use crate::web::forms::{Checked, Faults, Filled, NoFields};
use crate::web::key_question;
use crate::web::key_question::{KeyForm, KeyStep, KindForm, told};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::words::Mobile;
use service::cases::access::audience::Audience;
use service::cases::own::keyed::CarrierKeyRefusal;
use service::cases::own::voice;
use service::cases::own::voice::Asked;

const KEY: &str = "/selvbetjening/noegler/telefon/noegle";

/// The telephone that is to be called from then on.
#[derive(FromForm, Serialize)]
pub struct TelephoneForm {
    telephone: String,
}

/// Goes on to the key that the telephone reads out.
#[post("/selvbetjening/noegler/telefon/bekraeft", data = "<_sent>")]
pub async fn confirm(citizen: Citizen, app: &AtApp, _sent: Checked<NoFields>) -> Handled {
    match settle(voice::confirm(app, &own(&citizen)).await)? {
        Settled::Done(()) => Ok(Answer::go(KEY)),
        Settled::Refused(refusal) => back(app, &citizen, refusal).await,
    }
}

/// Takes the number, and goes on to a key.
#[post("/selvbetjening/noegler/telefon", data = "<sent>")]
pub async fn change(citizen: Citizen, app: &AtApp, sent: Checked<TelephoneForm>) -> Handled {
    let mut faults = Faults::default();
    if let Some(to) = faults.take("telephone", Mobile::parse(&sent.telephone)) {
        match settle(voice::move_to(app, &own(&citizen), to).await)? {
            Settled::Done(()) => return Ok(Answer::go(KEY)),
            Settled::Refused(CarrierKeyRefusal::Rules(refusal)) => faults.add("telephone", refusal),
            Settled::Refused(refusal) => faults = Faults::whole(refusal),
        }
    }
    carriers::again(app, &citizen, Filled::again(&*sent, faults)).await
}

#[derive(Serialize)]
struct KeyView {
    form: Filled,
    /// The telephone that is called from then on, in full, so that its holder can compare it; none when one is confirmed.
    to: Option<String>,
    step: KeyStep,
}

fn ask(asked: Asked, form: Filled) -> Page {
    let view = KeyView { form, to: asked.to.map(|to| to.to_string()), step: asked.posed.into() };
    Page::new("citizen/self_service/voice_key.html", view)
}

/// The key that is asked for.
#[get("/selvbetjening/noegler/telefon/noegle")]
pub async fn question(citizen: Citizen, caller: Caller<'_>, app: &AtApp) -> Handled {
    match settle(voice::question(app, &own(&citizen)).await)? {
        Settled::Done(asked) => {
            caller.tell_time(&cookie_name(&Audience::Selvbetjening)).await?;
            Ok(ask(asked, Filled::blank()).into())
        }
        Settled::Refused(_) => Ok(Answer::go(carriers::PAGE)),
    }
}

/// Takes the key: confirmed or changed, another attempt, or back to the beginning.
#[post("/selvbetjening/noegler/telefon/noegle", data = "<sent>")]
pub async fn key(citizen: Citizen, app: &AtApp, sent: Checked<KeyForm>) -> Handled {
    let typed = match sent.answer() {
        Ok(typed) => typed,
        Err(fault) => return once_more(app, &citizen, fault.into()).await,
    };
    let confirms = match settle(voice::question(app, &own(&citizen)).await)? {
        Settled::Done(asked) => asked.to.is_none(),
        Settled::Refused(refusal) => return back(app, &citizen, refusal).await,
    };
    match settle(voice::with_key(app, &own(&citizen), typed).await)? {
        Settled::Done(()) => {
            let done = if confirms { "telefon-ibrug" } else { "telefon-skiftet" };
            Ok(Answer::go(format!("{}?gjort={done}", carriers::PAGE)))
        }
        Settled::Refused(refusal) => refused(app, &citizen, refusal).await,
    }
}

/// Calls the telephone, or asks for a key of a carrier of another kind.
#[post("/selvbetjening/noegler/telefon/noegletype", data = "<sent>")]
pub async fn kind(citizen: Citizen, app: &AtApp, sent: Checked<KindForm>) -> Handled {
    let Some(kind) = sent.chosen() else { return Err(Status::UnprocessableEntity.into()) };
    match settle(voice::choose_kind(app, &own(&citizen), kind).await)? {
        Settled::Done(()) => Ok(Answer::go(KEY)),
        Settled::Refused(refusal) => refused(app, &citizen, refusal).await,
    }
}

/// A question that is still asked is shown again; everything else begins again.
async fn refused(app: &AtApp, citizen: &Citizen, refusal: CarrierKeyRefusal) -> Handled {
    match refusal {
        CarrierKeyRefusal::Key(key) if key.leaves_the_question() => once_more(app, citizen, told(key)).await,
        other => back(app, citizen, other).await,
    }
}

/// The question again, with the fault of the answer.
async fn once_more(app: &AtApp, citizen: &Citizen, fault: Text) -> Handled {
    match settle(voice::question(app, &own(citizen)).await)? {
        Settled::Done(asked) => {
            let field = key_question::field_of(&asked.posed);
            Ok(Answer::again(ask(asked, Filled::again(&(), Faults::one(field, fault)))))
        }
        Settled::Refused(refusal) => back(app, citizen, refusal).await,
    }
}

/// Back to the list, with the reason.
async fn back(app: &AtApp, citizen: &Citizen, refusal: CarrierKeyRefusal) -> Handled {
    carriers::again(app, citizen, Filled::again(&(), Faults::whole(refusal))).await
}
