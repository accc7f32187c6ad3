//! Encrypted e-mail: the ones that came, what stands in them while the key is there, and writing to another holder of a
//! certificate (Guide 3.1.3).

use jiff::Timestamp;
use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::done;
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::download::Download;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::words::Email;
use service::cases::app::App;
use service::cases::certificates::encrypted_mail::{
    self, EncryptionRefusal, LONGEST_TEXT, Letter, Listed, Opened, Recipient,
};
use service::cases::certificates::signed_mail::SignedBy;
use service::cases::own::overview;

const PAGE: &str = "/selvbetjening/krypteret-post";

/// A text to another holder of a certificate.
#[derive(FromForm, Serialize)]
pub struct LetterForm {
    email: String,
    subject: String,
    text: String,
}

#[derive(Serialize)]
struct ListView {
    done: Option<Text>,
    mails: Vec<Line>,
    longest: usize,
    form: Filled,
}

/// An e-mail as a list shows it.
#[derive(Serialize)]
struct Line {
    href: String,
    sender: String,
    subject: String,
    received: Timestamp,
    readable: bool,
}

impl From<Listed> for Line {
    fn from(Listed { mail, is_readable }: Listed) -> Self {
        Self {
            href: format!("{PAGE}/{}", mail.id),
            sender: mail.sender,
            subject: mail.subject,
            received: mail.received,
            readable: is_readable,
        }
    }
}

#[derive(Serialize)]
struct MailView {
    id: i64,
    sender: String,
    subject: String,
    received: Timestamp,
    serial: String,
    /// The lines of the text; none where it can't be read.
    text: Option<Vec<String>>,
    signer: Option<SignerView>,
    /// Whether it is signed by a signature that does not hold.
    is_falsely_signed: bool,
}

/// Who signed an e-mail.
#[derive(Serialize)]
struct SignerView {
    name: String,
    serial: String,
}

async fn listed(app: &App, citizen: &Citizen, gjort: Option<&str>, form: Filled) -> Result<Page, Answer> {
    let mails = encrypted_mail::list(app, citizen.nemid).await?;
    let mails = mails.into_iter().map(Line::from).collect();
    let view = ListView { done: done(gjort), mails, longest: LONGEST_TEXT, form };
    Ok(Page::new("citizen/self_service/encrypted_mails.html", view))
}

/// The list, and the form for a new one.
#[get("/selvbetjening/krypteret-post?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Handled {
    Ok(listed(app, &citizen, gjort, Filled::blank()).await?.into())
}

/// Encrypts a text to whoever's certificate names the address.
#[post("/selvbetjening/krypteret-post", data = "<sent>")]
pub async fn send(citizen: Citizen, app: &AtApp, sent: Checked<LetterForm>) -> Handled {
    let mut faults = Faults::default();
    if let Some(email) = faults.take("email", Email::parse(&sent.email)) {
        let sender = overview::of(app, citizen.nemid).await?.citizen.name.to_string();
        let letter = Letter { sender, subject: sent.subject.clone(), text: sent.text.clone() };
        let sending = encrypted_mail::send(app, &citizen.origin, Recipient::Email(email), letter).await;
        match settle(sending)? {
            Settled::Done(()) => return Ok(Answer::go(format!("{PAGE}?gjort=krypteret-sendt"))),
            Settled::Refused(refusal @ EncryptionRefusal::NoCertificate) => faults.add("email", refusal),
            Settled::Refused(refusal) => faults.add("text", refusal),
        }
    }
    Ok(Answer::again(listed(app, &citizen, None, Filled::again(&*sent, faults)).await?))
}

/// One e-mail, opened with the key of its certificate if that is there.
#[get("/selvbetjening/krypteret-post/<id>", rank = 2)]
pub async fn read(citizen: Citizen, app: &AtApp, id: i64) -> Handled {
    let (mail, text, signed) = match settle(encrypted_mail::open(app, citizen.nemid, id).await)? {
        Settled::Done(Some(Opened { mail, text, signed })) => (mail, Some(text), signed),
        Settled::Done(None) => return Err(Status::NotFound.into()),
        Settled::Refused(_) => (found(app, &citizen, id).await?, None, SignedBy::Nobody),
    };
    let is_falsely_signed = signed == SignedBy::NotAsItSays;
    let signer = match signed {
        SignedBy::Holder { name, serial } => Some(SignerView { name, serial: serial.to_string() }),
        SignedBy::Nobody | SignedBy::NotAsItSays => None,
    };
    let view = MailView {
        id,
        sender: mail.sender,
        subject: mail.subject,
        received: mail.received,
        serial: mail.certificate.to_string(),
        text: text.map(|text| text.lines().map(str::to_owned).collect()),
        signer,
        is_falsely_signed,
    };
    Ok(Page::new("citizen/self_service/encrypted_mail.html", view).into())
}

async fn found(app: &App, citizen: &Citizen, id: i64) -> Result<encrypted_mail::EncryptedMail, Answer> {
    let mails = encrypted_mail::list(app, citizen.nemid).await?;
    let found = mails.into_iter().find(|one| one.mail.id == id);
    found.map(|one| one.mail).ok_or_else(|| Status::NotFound.into())
}

/// The encrypted message itself.
#[get("/selvbetjening/krypteret-post/<id>/mail.p7m")]
pub async fn file(citizen: Citizen, app: &AtApp, id: i64) -> Result<Download, Answer> {
    let mail = found(app, &citizen, id).await?;
    Ok(Download::kept(format!("mail-{id}.p7m"), ("application", "pkcs7-mime"), mail.mail))
}
