//! E-mail address and mobile number, changed with the password (D2); a change is announced at the old ones too
//! (DOMAIN 5).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{done, not_changed, own};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Faults, Filled, Secret, optional};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::words::{Contact, Email, Mobile, TypedPassword};
use service::cases::own::credentials::CredentialRefusal;
use service::cases::own::{credentials, overview};

/// What is typed.
#[derive(FromForm, Serialize)]
pub struct ContactForm {
    email: String,
    mobile: String,
    password: Secret,
}

#[derive(Serialize)]
struct ContactView {
    done: Option<Text>,
    form: Filled,
}

fn show(done: Option<Text>, form: Filled) -> Page {
    Page::new("citizen/self_service/contact.html", ContactView { done, form })
}

fn again(sent: &ContactForm, faults: Faults) -> Answer {
    Answer::again(show(None, Filled::again(sent, faults)))
}

/// The form with the present details.
#[get("/selvbetjening/kontakt?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Handled {
    let contact = overview::of(app, citizen.nemid).await?.nemid.contact;
    let known = ContactForm {
        email: contact.email.map(|email| email.to_string()).unwrap_or_default(),
        mobile: contact.mobile.map(|mobile| mobile.to_string()).unwrap_or_default(),
        password: Secret::default(),
    };
    Ok(show(done(gjort), Filled::with(&known)).into())
}

/// Changes them; an empty field deletes its detail.
#[post("/selvbetjening/kontakt", data = "<sent>")]
pub async fn change(citizen: Citizen, app: &AtApp, sent: Checked<ContactForm>) -> Handled {
    let mut faults = Faults::default();
    let email = faults.take("email", optional(&sent.email, Email::parse));
    let mobile = faults.take("mobile", optional(&sent.mobile, Mobile::parse));
    let password = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let (Some(email), Some(mobile), Some(password)) = (email, mobile, password) else {
        return Ok(again(&sent, faults));
    };
    match settle(credentials::contact(app, own(&citizen), &password, Contact { email, mobile }).await)? {
        Settled::Done(()) => Ok(Answer::go("/selvbetjening/kontakt?gjort=kontakt")),
        Settled::Refused(refusal @ CredentialRefusal::TooOften(_)) => {
            let form = Filled::again(&*sent, Faults::whole(refusal));
            Ok(Answer::refused(show(None, form), &refusal))
        }
        Settled::Refused(refusal) => Ok(not_changed(refusal, "password", "", |faults| again(&sent, faults))),
    }
}
