//! Reading it all, and signing with one's own password.

use std::sync::Arc;

use jiff::Timestamp;
use rocket::form::FromForm;
use serde::Serialize;

use super::signed_text::SignedText;
use super::{Around, At, again, arrive, gone};
use crate::cases::desk::signing::{self, Signature};
use crate::cases::desk::{DeskRefusal, Look};
use crate::cases::house::House;
use crate::rules::words::TypedPassword;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Faults, Filled, Secret};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

/// What comes back with the password.
#[derive(FromForm, Serialize)]
pub struct SigningForm {
    read: String,
    signature: String,
    password: Secret,
}

#[derive(Serialize)]
struct SigningView {
    around: Around,
    form: Filled,
    title: Text,
    text: SignedText,
    read: String,
    signature: String,
}

/// Shows the text; without anything chosen it leads back to the errand.
///
/// # Errors
/// The way back, or trouble of ours.
pub async fn read(house: &Arc<House>, at: &At, id: &str, language: Language) -> Result<Page, Answer> {
    let look = arrive(house, at, id).await?;
    page(house, at, id, (&look, language), Filled::blank())
}

/// Signs it. What is sent twice shows the receipt of the first time.
///
/// # Errors
/// The way to the receipt, or trouble of ours.
pub async fn sign(
    house: &Arc<House>,
    at: &At,
    id: &str,
    sent: &SigningForm,
    language: Language,
) -> Result<Page, Answer> {
    let look = arrive(house, at, id).await?;
    let faults = match TypedPassword::parse(sent.password.reveal()) {
        Err(refusal) => Faults::one("password", refusal),
        Ok(password) => {
            let read: Timestamp = sent.read.parse().unwrap_or(look.now);
            let text = SignedText::of(at, &look, read, language).full();
            let signature = Signature { text, token: sent.signature.clone() };
            match settle(signing::sign(house, &at.desk, id, (signature, &password)).await)? {
                Ok(()) | Err(DeskRefusal::AlreadySigned) => return Err(Answer::go(at.errand(id))),
                Err(refusal) => {
                    gone(at, &refusal).map_or(Ok(()), Err)?;
                    Faults::one(field_of(&refusal), refusal)
                }
            }
        }
    };
    let look = arrive(house, at, id).await?;
    page(house, at, id, (&look, language), Filled::again(sent, faults)).map(again)
}

fn field_of(refusal: &DeskRefusal) -> &'static str {
    match refusal {
        DeskRefusal::WrongPassword | DeskRefusal::Signer(_) => "password",
        _ => "",
    }
}

fn page(
    house: &House,
    at: &At,
    id: &str,
    (look, language): (&Look, Language),
    form: Filled,
) -> Result<Page, Answer> {
    let Some(deed) = &look.errand.deed else { return Err(Answer::go(at.errand(id))) };
    let text = SignedText::of(at, look, look.now, language);
    let view = SigningView {
        around: Around::of(at, id, look).deeper(),
        form,
        title: Text::new(format!("desk-deed-{}", deed.code())),
        read: look.now.to_string(),
        signature: signing::token(house, &at.desk, id, look, &text.full()),
        text,
    };
    Ok(Page::new("desk/signing.html", view))
}
