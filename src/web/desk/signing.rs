//! Reading the whole text, and signing with one's own password: the form's fields, the page's content, and
//! the outcome. Each desk puts its own frame around it.

use jiff::Timestamp;
use rocket::form::FromForm;
use serde::Serialize;

use crate::web::answer::{Answer, Settled, settle};
use crate::web::desk::facts::Fact;
use crate::web::desk::signed_text::SignedText;
use crate::web::desk::{facts, meaning};
use crate::web::forms::{Faults, Filled, Secret};
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::words::TypedPassword;
use service::cases::app::App;
use service::cases::desk::signing::Signature;
use service::cases::desk::{Desk, DeskRefusal, ErrandSnapshot, signing};

/// The form with the password.
#[derive(FromForm, Serialize)]
pub struct SigningForm {
    read: String,
    signature: String,
    password: Secret,
}

/// The text to be read before it is signed.
#[derive(Serialize)]
pub struct Reading {
    form: Filled,
    text: SignedText,
    read: String,
    signature: String,
    /// The person to inform, and the words.
    tell: Text,
    warnings: Vec<Text>,
    /// How the NemID stands now, where something has changed since the text was read.
    stands: Vec<Fact>,
}

/// The outcome of a signature.
pub enum Outcome {
    /// It is signed, or was when it was sent before.
    Signed,
    /// The errand no longer exists.
    Gone,
    /// The password has to be typed again, or the rules refuse.
    Again(Filled),
    /// Something has changed since the text was read: it has to be read again.
    Changed(Filled),
}

/// An errand that is about to be signed.
pub struct ToSign<'a> {
    pub app: &'a App,
    /// The desk where it is signed.
    pub desk: &'a Desk,
    /// The errand's id.
    pub id: &'a str,
    /// The errand now.
    pub snapshot: &'a ErrandSnapshot,
    /// The language of the page.
    pub language: Language,
}

impl ToSign<'_> {
    /// The text of the errand now, and its token.
    pub fn reading(&self, form: Filled) -> Reading {
        let &Self { app, desk, id, snapshot, language } = self;
        let text = SignedText::of(desk, snapshot, snapshot.now, language);
        let signature = signing::token(app, desk, id, snapshot, &text.full());
        let tell = Text::new("signing-warning").with("whom", meaning::whom(desk));
        let warnings = meaning::warnings(desk, snapshot);
        let (read, stands) = (snapshot.now.to_string(), Vec::new());
        Reading { form, text, read, signature, tell, warnings, stands }
    }

    /// The same after something has changed, with how the NemID stands now.
    pub fn reading_again(&self, form: Filled) -> Reading {
        let (nemid, now) = (self.snapshot.nemid.as_ref(), self.snapshot.now);
        let stands = nemid.map(|nemid| facts::as_it_stands(nemid, self.language, now));
        Reading { stands: stands.unwrap_or_default(), ..self.reading(form) }
    }

    pub async fn sign(&self, sent: &SigningForm) -> Result<Outcome, Answer> {
        let faults = match TypedPassword::parse(sent.password.reveal()) {
            Err(refusal) => Faults::one("password", refusal),
            Ok(password) => {
                let signed = signing::sign(self.app, self.desk, self.id, self.as_read(sent), &password);
                match settle(signed.await)? {
                    Settled::Done(()) | Settled::Refused(DeskRefusal::AlreadySigned) => {
                        return Ok(Outcome::Signed);
                    }
                    Settled::Refused(DeskRefusal::NoErrand) => return Ok(Outcome::Gone),
                    Settled::Refused(refusal @ DeskRefusal::ChangedSinceRead) => {
                        return Ok(Outcome::Changed(Filled::again(sent, Faults::whole(refusal))));
                    }
                    Settled::Refused(refusal) => Faults::one(field_of(&refusal), refusal),
                }
            }
        };
        Ok(Outcome::Again(Filled::again(sent, faults)))
    }

    /// The text as it was read, built again for the instant at which it was read.
    fn as_read(&self, sent: &SigningForm) -> Signature {
        let read: Timestamp = sent.read.parse().unwrap_or(self.snapshot.now);
        let text = SignedText::of(self.desk, self.snapshot, read, self.language).full();
        Signature { text, token: sent.signature.clone() }
    }
}

/// The only field is the password; every other refusal concerns the whole errand.
pub fn field_of(refusal: &DeskRefusal) -> &'static str {
    match refusal {
        DeskRefusal::WrongPassword | DeskRefusal::Signer(_) => "password",
        _ => "",
    }
}
