//! Installing an app on the telephone: what it is, user ID and password, then a key from the card.

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::key_question::Question;
use crate::web::page::Page;
use crate::world::gate::AtTelephone;
use crate::world::telephone::device;
use crate::world::telephone::screen::{Case, address, found};
use rules::nemid::DeviceId;
use rules::words::{Key, TypedPassword, TypedUserId};
use service::cases::access::key_question::Asked;
use service::cases::access::password::Credentials;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::world::apps;
use service::cases::world::telephones::TelephoneRefusal;

/// The cookie of an installation in progress.
const COOKIE: &str = "app_install";

#[derive(Serialize)]
struct BeginView {
    case: Case,
    form: Filled,
}

/// User ID and password.
#[derive(FromForm, Serialize)]
pub struct PasswordForm {
    user_id: String,
    password: Secret,
}

async fn first(at: &AtTelephone, id: DeviceId, form: Filled) -> Result<Page, Answer> {
    let case = Case::of(&found(at, id).await?);
    Ok(Page::new("world/telephone_install.html", BeginView { case, form }))
}

/// What the app is, and who installs it.
#[get("/<id>/installer")]
pub async fn begin(at: AtTelephone, id: &str) -> Handled {
    Ok(first(&at, device(id)?, Filled::blank()).await?.into())
}

/// Takes user ID and password, and goes on to the key.
#[post("/<id>/installer", data = "<sent>")]
pub async fn password(at: AtTelephone, caller: Caller<'_>, id: &str, sent: Checked<PasswordForm>) -> Handled {
    let device = device(id)?;
    let mut faults = Faults::default();
    let user_id = faults.take("user_id", TypedUserId::parse(&sent.user_id));
    let password = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    if let (Some(user_id), Some(password)) = (user_id, password) {
        let typed = Credentials { user_id, password };
        match settle(apps::begin(&at.app, device, &typed, &at.origin).await)? {
            Settled::Done((token, _)) => {
                caller.keep(COOKIE, &token);
                return Ok(Answer::go(format!("{}/installer/noegle", address(device))));
            }
            Settled::Refused(refusal @ TelephoneRefusal::LogOn(_)) => {
                let faults = Faults::of_refusal("user_id", &refusal, refusal);
                let page = first(&at, device, Filled::again(&*sent, faults)).await?;
                return Ok(Answer::refused(page, &refusal));
            }
            Settled::Refused(refusal) => faults = Faults::whole(refusal),
        }
    }
    Ok(Answer::again(first(&at, device, Filled::again(&*sent, faults)).await?))
}

#[derive(Serialize)]
struct KeyView {
    case: Case,
    form: Filled,
    question: Question,
}

/// The key from the card.
#[derive(FromForm, Serialize)]
pub struct KeyForm {
    key: Secret,
}

async fn second(at: &AtTelephone, id: DeviceId, asked: Asked, form: Filled) -> Result<Page, Answer> {
    let case = Case::of(&found(at, id).await?);
    Ok(Page::new("world/telephone_key.html", KeyView { case, form, question: asked.into() }))
}

/// Asks for the key from the card.
#[get("/<id>/installer/noegle")]
pub async fn ask(at: AtTelephone, caller: Caller<'_>, id: &str) -> Handled {
    let device = device(id)?;
    let begin = || Answer::go(format!("{}/installer", address(device)));
    let Some(token) = caller.token(COOKIE) else { return Ok(begin()) };
    match settle(apps::asked(&at.app, device, &token).await)? {
        Settled::Done(asked) => {
            caller.tell_time(COOKIE).await?;
            Ok(second(&at, device, asked, Filled::blank()).await?.into())
        }
        Settled::Refused(_) => Ok(begin()),
    }
}

/// Takes the key: installed, another attempt, or back to the beginning.
#[post("/<id>/installer/noegle", data = "<sent>")]
pub async fn key(at: AtTelephone, caller: Caller<'_>, id: &str, sent: Checked<KeyForm>) -> Handled {
    let device = device(id)?;
    let over = async |refusal: TelephoneRefusal| {
        caller.forget(COOKIE);
        Ok(Answer::again(first(&at, device, Filled::again(&(), Faults::whole(refusal))).await?))
    };
    let Some(token) = caller.token(COOKIE) else { return over(LogOnRefusal::RunOut.into()).await };
    let mut faults = Faults::default();
    if let Some(key) = faults.take("key", Key::parse(sent.key.reveal())) {
        match settle(apps::install(&at.app, device, &token, key, &at.origin).await)? {
            Settled::Done(_) => {
                caller.forget(COOKIE);
                return Ok(Answer::go(format!("{}?gjort=installeret", address(device))));
            }
            Settled::Refused(TelephoneRefusal::LogOn(refusal)) if refusal.leaves_the_question() => {
                faults.add("key", refusal);
            }
            Settled::Refused(refusal) => return over(refusal).await,
        }
    }
    match settle(apps::asked(&at.app, device, &token).await)? {
        Settled::Done(asked) => {
            caller.tell_time(COOKIE).await?;
            Ok(Answer::again(second(&at, device, asked, Filled::again(&*sent, faults)).await?))
        }
        Settled::Refused(refusal) => over(refusal).await,
    }
}
