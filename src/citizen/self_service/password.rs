//! Change of the password: the current one, the new one twice (D2, D8).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{done, not_changed, own_once};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::nemid::NemId;
use rules::words::{NewPassword, PasswordContext, TypedPassword};
use service::cases::app::App;
use service::cases::own::{credentials, overview};

/// The form for changing the password.
#[derive(FromForm, Serialize)]
pub struct PasswordForm {
    once: String,
    current_password: Secret,
    new_password: Secret,
    new_password_again: Secret,
    /// Whether all other sessions end; ticked unless the citizen says otherwise (D11).
    end_others: bool,
}

impl PasswordForm {
    fn begun() -> Self {
        Self {
            once: String::new(),
            current_password: Secret::default(),
            new_password: Secret::default(),
            new_password_again: Secret::default(),
            end_others: true,
        }
    }
}

#[derive(Serialize)]
struct PasswordView {
    done: Option<Text>,
    form: Filled,
    once: String,
}

fn show(app: &App, done: Option<Text>, form: Filled) -> Page {
    let once = app.new_token().reveal();
    Page::new("citizen/self_service/password.html", PasswordView { done, form, once })
}

fn again(app: &App, sent: &PasswordForm, faults: Faults) -> Answer {
    Answer::again(show(app, None, Filled::again(sent, faults)))
}

/// The form, in which nothing is typed yet.
#[get("/selvbetjening/adgangskode?<gjort>")]
pub fn page(_citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Page {
    show(app, done(gjort), Filled::with(&PasswordForm::begun()))
}

#[post("/selvbetjening/adgangskode", data = "<sent>")]
pub async fn change(citizen: Citizen, app: &AtApp, sent: Checked<PasswordForm>) -> Handled {
    let own = own_once(&citizen, &sent.once)?;
    let nemid = overview::of(app, citizen.nemid).await?.nemid;
    let mut faults = Faults::default();
    let Some((current, new)) = read(&sent, &nemid, &mut faults) else {
        return Ok(again(app, &sent, faults));
    };
    match settle(credentials::password(app, own, &current, new, sent.end_others).await)? {
        Settled::Done(()) => Ok(Answer::go("/selvbetjening/adgangskode?gjort=adgangskode")),
        Settled::Refused(refusal) => {
            Ok(not_changed(refusal, "current_password", "new_password", |faults| again(app, &sent, faults)))
        }
    }
}

/// Checks the new password before the current one is judged, so that no attempt is counted for nothing.
fn read(sent: &PasswordForm, nemid: &NemId, faults: &mut Faults) -> Option<(TypedPassword, NewPassword)> {
    let about = PasswordContext {
        cpr: Some(nemid.holder),
        nemid_number: Some(nemid.number),
        user_id: nemid.user_id.clone(),
    };
    let current = faults.take("current_password", TypedPassword::parse(sent.current_password.reveal()));
    let new = match NewPassword::parse(sent.new_password.reveal(), &about) {
        Ok(new) => Some(new),
        Err(broken) => {
            faults.each("new_password", broken);
            None
        }
    };
    let repeated = TypedPassword::is_repeated(sent.new_password.reveal(), sent.new_password_again.reveal());
    if new.is_some() && !repeated {
        faults.add("new_password_again", Text::new("refusal-passwords-differ"));
        return None;
    }
    current.zip(new)
}
