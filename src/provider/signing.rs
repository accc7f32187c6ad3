//! Signing a text: read it, type the password, answer the key that was asked for it, and find the receipt (Rules 2).

use jiff::Timestamp;
use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{FromForm, State, get, post};
use serde::Serialize;

use crate::provider::guard::{Customer, Guest, InProgress, OpenApp};
use crate::provider::key::{CardForm, KeyForm, Question};
use crate::provider::look::{SiteFrame, said};
use crate::provider::{at, front};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::origin::HostPolicy;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::keys::KeyRefusal;
use rules::words::{Key, KeyCardNumber, TypedPassword};
use service::cases::access::log_on;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::app::Token;
use service::cases::sites::Document;
use service::cases::sites::signing;
use service::cases::sites::signing::Draft;

/// A typed password.
#[derive(FromForm, Serialize)]
pub struct PasswordForm {
    password: Secret,
}

#[derive(Serialize)]
struct DocumentView {
    site: SiteFrame,
    id: i64,
    title: String,
    text: Vec<String>,
    signed: Option<Timestamp>,
    certificate: Option<String>,
    form: Filled,
}

fn page(customer: &Customer, document: &Document, form: Filled) -> Page {
    let view = DocumentView {
        site: SiteFrame::for_customer(customer),
        id: document.id,
        title: document.title.clone(),
        text: document.text.lines().map(str::to_owned).collect(),
        signed: document.signed,
        certificate: document.certificate.map(|serial| serial.to_string()),
        form,
    };
    Page::new("provider/document.html", view)
}

#[derive(Serialize)]
struct GoneView {
    site: SiteFrame,
}

/// The text, as long as it lies here: one that was put before the customer later has taken its place.
async fn found(customer: &Customer, id: i64, app: &OpenApp) -> Result<Document, Answer> {
    let document = signing::document(app, &customer.signer(), id).await?;
    let gone = || {
        let view = GoneView { site: SiteFrame::for_customer(customer) };
        Page::new("provider/document_gone.html", view).with_status(Status::NotFound)
    };
    document.ok_or_else(|| gone().into())
}

fn address(customer: &Customer, id: i64) -> String {
    format!("{}/dokumenter/{id}", at(customer.site.place.name))
}

/// Puts a text before the visitor; in a session opened by password alone the page says that one can only look.
pub async fn put_before(customer: &Customer, draft: Draft, app: &OpenApp) -> Result<i64, Answer> {
    let put = settle(signing::put_before(app, &customer.signer(), draft).await)?;
    put.map_err(|refusal| over(customer, refusal).into())
}

/// Password or card can't be used any more: back to the log-on box, where it says why.
fn over(customer: &Customer, refusal: LogOnRefusal) -> Page {
    let guest = Guest { site: customer.site, origin: customer.origin.clone() };
    front::ended(&guest, refusal)
}

/// The text, or the receipt once it is signed.
#[get("/tjenester/<_>/dokumenter/<id>")]
pub async fn read(customer: Customer, id: i64, app: &OpenApp) -> Result<Page, Answer> {
    Ok(page(&customer, &found(&customer, id, app).await?, Filled::blank()))
}

/// The password under the text.
#[post("/tjenester/<_>/dokumenter/<id>", data = "<sent>")]
pub async fn password(
    customer: Customer,
    id: i64,
    sent: Checked<PasswordForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
    door: &State<HostPolicy>,
) -> Result<Redirect, Answer> {
    let document = found(&customer, id, app).await?;
    if document.signed.is_some() {
        return Ok(Redirect::to(address(&customer, id)));
    }
    let mut faults = Faults::default();
    if let Some(typed) = faults.take("password", TypedPassword::parse(sent.password.reveal())) {
        match settle(signing::with_password(app, &customer.signer(), &document, &typed).await)? {
            Ok(token) => {
                InProgress::Signing.keep(jar, customer.site, &token, door);
                return Ok(Redirect::to(format!("{}/noegle", address(&customer, id))));
            }
            Err(LogOnRefusal::Wrong) => faults.add("password", Text::new("site-sign-wrong-password")),
            Err(refusal) => return Err(over(&customer, refusal).into()),
        }
    }
    let again = page(&customer, &document, Filled::again(&*sent, faults));
    Err(again.with_status(Status::UnprocessableEntity).into())
}

#[derive(Serialize)]
struct KeyView {
    site: SiteFrame,
    id: i64,
    title: String,
    text: Vec<String>,
    question: Option<Question>,
    form: Filled,
}

fn token(customer: &Customer, id: i64, jar: &CookieJar<'_>) -> Result<Token, Answer> {
    InProgress::Signing
        .token(jar, customer.site)
        .ok_or_else(|| Answer::from(Redirect::to(address(customer, id))))
}

async fn key_page(
    customer: &Customer,
    document: &Document,
    token: &Token,
    form: Filled,
    app: &OpenApp,
) -> Result<Page, Answer> {
    let asked = settle(signing::question(app, &customer.signer(), document, token).await)?;
    let question = match asked {
        Ok(asked) => asked.map(Question::from),
        Err(refusal) => {
            let form = Filled::again(&(), Faults::whole(said(refusal)));
            return Err(page(customer, document, form).with_status(Status::UnprocessableEntity).into());
        }
    };
    let view = KeyView {
        site: SiteFrame::for_customer(customer),
        id: document.id,
        title: document.title.clone(),
        text: document.text.lines().map(str::to_owned).collect(),
        question,
        form,
    };
    Ok(Page::new("provider/sign.html", view))
}

/// Asks for the key of this text.
#[get("/tjenester/<_>/dokumenter/<id>/noegle")]
pub async fn ask(customer: Customer, id: i64, app: &OpenApp, jar: &CookieJar<'_>) -> Result<Page, Answer> {
    let document = found(&customer, id, app).await?;
    if document.signed.is_some() {
        return Err(Redirect::to(address(&customer, id)).into());
    }
    key_page(&customer, &document, &token(&customer, id, jar)?, Filled::blank(), app).await
}

/// The key: signed, another try, or the end of it.
#[post("/tjenester/<_>/dokumenter/<id>/noegle", data = "<sent>")]
pub async fn answer(
    customer: Customer,
    id: i64,
    sent: Checked<KeyForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
) -> Result<Redirect, Answer> {
    let document = found(&customer, id, app).await?;
    let token = token(&customer, id, jar)?;
    let mut faults = Faults::default();
    if let Some(key) = faults.take("key", Key::parse(sent.key.reveal())) {
        match settle(signing::with_key(app, &customer.signer(), id, &token, key).await)? {
            Ok(()) => {
                return Ok(Redirect::to(address(&customer, id)));
            }
            Err(refusal @ (LogOnRefusal::WrongKey { .. } | LogOnRefusal::Key(KeyRefusal::AskedAnew))) => {
                faults.add("key", said(refusal));
            }
            Err(refusal) => {
                let form = Filled::again(&(), Faults::whole(said(refusal)));
                let again = page(&customer, &document, form);
                return Err(again.with_status(Status::UnprocessableEntity).into());
            }
        }
    }
    let again = key_page(&customer, &document, &token, Filled::again(&*sent, faults), app).await?;
    Err(again.with_status(Status::UnprocessableEntity).into())
}

/// Asks from another card, whose number was typed (Guide 3.1.7).
#[post("/tjenester/<_>/dokumenter/<id>/noeglekort", data = "<sent>")]
pub async fn choose_card(
    customer: Customer,
    id: i64,
    sent: Checked<CardForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
) -> Result<Redirect, Answer> {
    let document = found(&customer, id, app).await?;
    let token = token(&customer, id, jar)?;
    let mut faults = Faults::default();
    if let Some(card) = faults.take("card", KeyCardNumber::parse(&sent.card)) {
        match settle(log_on::choose_card(app, &token, card, &customer.origin).await)? {
            Ok(()) => return Ok(Redirect::to(format!("{}/noegle", address(&customer, id)))),
            Err(refusal) => faults.add("card", said(refusal)),
        }
    }
    let again = key_page(&customer, &document, &token, Filled::again(&*sent, faults), app).await?;
    Err(again.with_status(Status::UnprocessableEntity).into())
}
