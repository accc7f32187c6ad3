//! Encrypted e-mail to a person: written here and encrypted to the person's certificate, or brought as a file that another
//! program encrypted (Guide 3.1.3).

use rocket::{FromForm, get, post};
use serde::Serialize;
use serde_json::json;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, Upload};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::pages::{cpr, page_of};
use rocket::http::Status;
use rules::actor::Channel;
use rules::words::CprNumber;
use service::cases::app::Origin;
use service::cases::certificates::encrypted_mail::{self, LONGEST_TEXT, Letter, Recipient};
use service::cases::world::register;

/// A text to the person.
#[derive(FromForm, Serialize)]
pub struct LetterForm {
    subject: String,
    text: String,
}

#[derive(Serialize)]
struct WriteView {
    back: String,
    name: String,
    longest: usize,
    done: bool,
    form: Filled,
}

async fn page(inside: &Inside, cpr: CprNumber, done: bool, form: Filled) -> Result<Page, Answer> {
    let person = register::person(&inside.app, cpr).await?.ok_or(Status::NotFound)?;
    let name = person.citizen.name.to_string();
    let view = WriteView { back: page_of(cpr), name, longest: LONGEST_TEXT, done, form };
    Ok(Page::new("world/encrypted_mail.html", view))
}

fn sender(language: Language) -> String {
    Text::new("section-control-room").say(language)
}

/// The forms.
#[get("/personer/<number>/krypteret?<gjort>")]
pub async fn write(inside: Inside, number: &str, gjort: Option<&str>) -> Handled {
    Ok(page(&inside, cpr(number)?, gjort.is_some(), Filled::blank()).await?.into())
}

/// Encrypts a text to the person.
#[post("/personer/<number>/krypteret", data = "<sent>")]
pub async fn send(inside: Inside, language: Language, number: &str, sent: Checked<LetterForm>) -> Handled {
    let cpr = cpr(number)?;
    let letter = Letter { sender: sender(language), subject: sent.subject.clone(), text: sent.text.clone() };
    let sending =
        encrypted_mail::send(&inside.app, &Origin::inside(Channel::World), Recipient::Person(cpr), letter)
            .await;
    match settle(sending)? {
        Settled::Done(()) => Ok(Answer::go(format!("{}/krypteret?gjort=1", page_of(cpr)))),
        Settled::Refused(refusal) => {
            let form = Filled::again(&*sent, Faults::one("text", refusal));
            Ok(Answer::again(page(&inside, cpr, false, form).await?))
        }
    }
}

/// Delivers a file that another program encrypted.
#[post("/personer/<number>/krypteret/fil", data = "<file>")]
pub async fn import(inside: Inside, language: Language, number: &str, file: Upload) -> Handled {
    let cpr = cpr(number)?;
    let brought =
        encrypted_mail::import(&inside.app, &Origin::inside(Channel::World), cpr, sender(language), &file.0)
            .await;
    match settle(brought)? {
        Settled::Done(()) => Ok(Answer::go(format!("{}/krypteret?gjort=1", page_of(cpr)))),
        Settled::Refused(refusal) => {
            let form = Filled::again(&json!({}), Faults::one("fil", refusal));
            Ok(Answer::again(page(&inside, cpr, false, form).await?))
        }
    }
}
