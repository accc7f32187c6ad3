//! Signing a text: read it, type the password, answer the key that was asked for it, and get the receipt
//! (Rules 2).

use jiff::Timestamp;
use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::provider::guard::{Customer, InProgress};
use crate::provider::log_on::ended;
use crate::provider::look::{SiteFrame, said};
use crate::provider::{receipt, reply};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::key_question;
use crate::web::key_question::{CardForm, KeyForm, KeyStep, KindForm};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::{KeyCardNumber, TypedPassword};
use service::cases::access::log_on;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::app::Token;
use service::cases::sites::Document;
use service::cases::sites::answer as answers;
use service::cases::sites::receipt as files;
use service::cases::sites::signing;
use service::cases::sites::signing::{Draft, InWords};

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
    /// Whether there are files of the signature.
    has_files: bool,
    /// Whether the site has answered by an encrypted e-mail, which the signer has.
    is_answered: bool,
    form: Filled,
}

fn page(customer: &Customer<'_>, document: &Document, form: Filled) -> Page {
    shown(customer, document, form, Kept::default())
}

/// What is kept of a signature.
#[derive(Default)]
struct Kept {
    files: bool,
    answer: bool,
}

fn shown(customer: &Customer<'_>, document: &Document, form: Filled, kept: Kept) -> Page {
    let view = DocumentView {
        has_files: kept.files,
        is_answered: kept.answer,
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

/// The text, as long as it is kept: a later text for the customer replaces it.
async fn found(customer: &Customer<'_>, id: i64) -> Result<Document, Answer> {
    let document = signing::document(customer.caller.app, &customer.signer(), id).await?;
    let gone = || {
        let view = GoneView { site: SiteFrame::for_customer(customer) };
        Page::new("provider/document_gone.html", view).with_status(Status::NotFound)
    };
    document.ok_or_else(|| gone().into())
}

fn address(customer: &Customer<'_>, id: i64) -> String {
    format!("{}/dokumenter/{id}", customer.at())
}

/// Stores a text for the visitor to sign; in a session opened by password alone the page says that it can
/// only be read.
pub async fn put_before(customer: &Customer<'_>, draft: Draft) -> Handled {
    match settle(signing::put_before(customer.caller.app, &customer.signer(), draft).await)? {
        Settled::Done(id) => Ok(Answer::go(address(customer, id))),
        Settled::Refused(refusal) => Ok(ended(customer.site, None, refusal)),
    }
}

/// The text, or the receipt once it is signed.
#[get("/tjenester/<_>/dokumenter/<id>")]
pub async fn read(customer: Customer<'_>, id: i64) -> Handled {
    let document = found(&customer, id).await?;
    let (app, signer) = (customer.caller.app, customer.signer());
    let files = files::files(app, &signer, id).await?.is_some();
    let answer = answers::is_sent(app, &signer, id).await?;
    Ok(shown(&customer, &document, Filled::blank(), Kept { files, answer }).into())
}

/// Takes the password for the text.
#[post("/tjenester/<_>/dokumenter/<id>", data = "<sent>")]
pub async fn password(customer: Customer<'_>, id: i64, sent: Checked<PasswordForm>) -> Handled {
    let (site, caller) = (customer.site, &customer.caller);
    let document = found(&customer, id).await?;
    if document.signed.is_some() {
        return Ok(Answer::go(address(&customer, id)));
    }
    let mut faults = Faults::default();
    if let Some(typed) = faults.take("password", TypedPassword::parse(sent.password.reveal())) {
        match settle(signing::with_password(caller.app, &customer.signer(), &document, &typed).await)? {
            Settled::Done(token) => {
                caller.keep(&InProgress::Signing.cookie(site), &token);
                return Ok(Answer::go(format!("{}/noegle", address(&customer, id))));
            }
            Settled::Refused(LogOnRefusal::Wrong) => {
                faults.add("password", Text::new("site-sign-wrong-password"));
            }
            Settled::Refused(refusal @ LogOnRefusal::NotAsRead(_)) => {
                return Ok(not_signed(&customer, &document, refusal));
            }
            Settled::Refused(refusal) => return Ok(ended(site, None, refusal)),
        }
    }
    Ok(Answer::again(page(&customer, &document, Filled::again(&*sent, faults))))
}

#[derive(Serialize)]
struct KeyView {
    site: SiteFrame,
    id: i64,
    title: String,
    text: Vec<String>,
    question: KeyStep,
    form: Filled,
}

fn token(customer: &Customer<'_>, id: i64) -> Result<Token, Answer> {
    let token = customer.caller.token(&InProgress::Signing.cookie(customer.site));
    token.ok_or_else(|| Answer::go(address(customer, id)))
}

/// The text again, with the reason why it was not signed.
fn not_signed(customer: &Customer<'_>, document: &Document, refusal: LogOnRefusal) -> Answer {
    Answer::again(page(customer, document, Filled::again(&(), Faults::whole(said(refusal)))))
}

async fn key_page(
    customer: &Customer<'_>,
    document: &Document,
    token: &Token,
    form: Filled,
) -> Result<Page, Answer> {
    let app = customer.caller.app;
    let asked = settle(signing::question(app, &customer.signer(), document, token).await)?.done();
    let question = asked.map_err(|refusal| not_signed(customer, document, refusal))?;
    let question = KeyStep::from(question);
    customer.caller.tell_time(&InProgress::Signing.cookie(customer.site)).await?;
    let view = KeyView {
        site: SiteFrame::for_customer(customer),
        id: document.id,
        title: document.title.clone(),
        text: document.text.lines().map(str::to_owned).collect(),
        form: question.fitting(form),
        question,
    };
    Ok(Page::new("provider/sign.html", view))
}

/// Asks for the key of this text.
#[get("/tjenester/<_>/dokumenter/<id>/noegle")]
pub async fn ask(customer: Customer<'_>, id: i64) -> Handled {
    let document = found(&customer, id).await?;
    if document.signed.is_some() {
        return Ok(Answer::go(address(&customer, id)));
    }
    Ok(key_page(&customer, &document, &token(&customer, id)?, Filled::blank()).await?.into())
}

/// Takes the key: signed, another attempt, or the end of the signing.
#[post("/tjenester/<_>/dokumenter/<id>/noegle", data = "<sent>")]
pub async fn answer(customer: Customer<'_>, id: i64, sent: Checked<KeyForm>, language: Language) -> Handled {
    let app = customer.caller.app;
    let in_words = InWords { receipt: receipt::in_words(language), answer: reply::in_words(language) };
    let document = found(&customer, id).await?;
    let token = token(&customer, id)?;
    let mut faults = Faults::default();
    if let Some(key) = faults.take("key", sent.answer()) {
        match settle(signing::with_key(app, &customer.signer(), id, &token, key, in_words).await)? {
            Settled::Done(()) => return Ok(Answer::go(address(&customer, id))),
            Settled::Refused(refusal) if refusal.leaves_the_question() => {
                faults.add(key_question::field(refusal), said(refusal));
            }
            Settled::Refused(refusal) => return Ok(not_signed(&customer, &document, refusal)),
        }
    }
    Ok(Answer::again(key_page(&customer, &document, &token, Filled::again(&*sent, faults)).await?))
}

/// Asks for a key of a carrier of another kind.
#[post("/tjenester/<_>/dokumenter/<id>/noegletype", data = "<sent>")]
pub async fn choose_kind(customer: Customer<'_>, id: i64, sent: Checked<KindForm>) -> Handled {
    let caller = &customer.caller;
    let document = found(&customer, id).await?;
    let token = token(&customer, id)?;
    let Some(kind) = sent.chosen() else { return Err(Status::UnprocessableEntity.into()) };
    match settle(log_on::choose_kind(caller.app, &token, kind, &caller.origin).await)? {
        Settled::Done(()) => Ok(Answer::go(format!("{}/noegle", address(&customer, id)))),
        Settled::Refused(refusal) if refusal.leaves_the_question() => {
            let form = Filled::again(&(), Faults::one(key_question::field(refusal), said(refusal)));
            Ok(Answer::again(key_page(&customer, &document, &token, form).await?))
        }
        Settled::Refused(refusal) => Ok(not_signed(&customer, &document, refusal)),
    }
}

/// Asks from another card, whose number was typed (Guide 3.1.7).
#[post("/tjenester/<_>/dokumenter/<id>/noeglekort", data = "<sent>")]
pub async fn choose_card(customer: Customer<'_>, id: i64, sent: Checked<CardForm>) -> Handled {
    let caller = &customer.caller;
    let document = found(&customer, id).await?;
    let token = token(&customer, id)?;
    let mut faults = Faults::default();
    if let Some(card) = faults.take("card", KeyCardNumber::parse(&sent.card)) {
        match settle(log_on::choose_card(caller.app, &token, card, &caller.origin).await)? {
            Settled::Done(()) => return Ok(Answer::go(format!("{}/noegle", address(&customer, id)))),
            Settled::Refused(refusal) => faults.add("card", said(refusal)),
        }
    }
    Ok(Answer::again(key_page(&customer, &document, &token, Filled::again(&*sent, faults)).await?))
}
