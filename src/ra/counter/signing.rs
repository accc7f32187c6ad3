//! Reading it all, and signing with the officer's own password.

use std::sync::Arc;

use jiff::Timestamp;
use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use super::flow::{Around, AtDesk, Step, arrive, field_of, gone, href};
use super::signed_text::SignedText;
use crate::cases::counter::signing::{self, Signature};
use crate::cases::counter::{Deed, DeskRefusal, Look};
use crate::cases::house::House;
use crate::rules::temporary::TemporaryAction;
use crate::rules::words::TypedPassword;
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, Secret};
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
    text: SignedText,
    read: String,
    signature: String,
    warnings: Vec<Text>,
}

/// Shows the text.
#[get("/underskriv?<sag>")]
pub async fn read(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Signing).await?;
    Ok(page(house, &at, sag, (&look, language), Filled::blank()))
}

/// Signs it. What was sent twice shows the receipt of the first time.
#[post("/underskriv?<sag>", data = "<sent>")]
pub async fn sign(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
    sent: Checked<SigningForm>,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Signing).await?;
    let faults = match TypedPassword::parse(sent.password.reveal()) {
        Err(refusal) => Faults::one("password", refusal),
        Ok(password) => {
            let signature = signature(&at, (&look, language), &sent);
            match settle(signing::sign(house, &at.desk, sag, (signature, &password)).await)? {
                Ok(()) | Err(DeskRefusal::AlreadySigned) => {
                    return Err(Answer::go(href(at.kind, Step::Receipt, sag)));
                }
                Err(DeskRefusal::NoErrand) => return Err(gone(&at)),
                Err(refusal) => Faults::one(on_this_page(&refusal), refusal),
            }
        }
    };
    let look = arrive(house, &at, sag, Step::Signing).await?;
    let again = page(house, &at, sag, (&look, language), Filled::again(&*sent, faults));
    Ok(again.with_status(Status::UnprocessableEntity))
}

/// The text as it was read, built again from when it was read.
fn signature(at: &AtDesk, (look, language): (&Look, Language), sent: &SigningForm) -> Signature {
    let read: Timestamp = sent.read.parse().unwrap_or(look.now);
    let text = SignedText::of(at, look, read, language).full();
    Signature { text, token: sent.signature.clone() }
}

/// The one field here is the password; all else is about the whole.
fn on_this_page(refusal: &DeskRefusal) -> &'static str {
    if field_of(refusal) == "password" { "password" } else { "" }
}

fn page(house: &House, at: &AtDesk, sag: &str, (look, language): (&Look, Language), form: Filled) -> Page {
    let text = SignedText::of(at, look, look.now, language);
    let view = SigningView {
        around: Around::of(at, sag, Step::Signing, look),
        form,
        read: look.now.to_string(),
        signature: signing::token(house, &at.desk, sag, look, &text.full()),
        text,
        warnings: warnings(look),
    };
    Page::new("ra/signing.html", view)
}

/// What the officer tells the citizen before it is too late (Guide 3.1.3).
fn warnings(look: &Look) -> Vec<Text> {
    match (&look.errand.deed, &look.nemid) {
        (Some(Deed::IssueTemporary { action: TemporaryAction::Reset, .. }), Some(nemid))
            if nemid.valid_certificate(look.now).is_some() =>
        {
            vec![Text::new("warning-encrypted-mail")]
        }
        (Some(Deed::BlockCertificate), _) => vec![Text::new("warning-encrypted-mail")],
        (Some(Deed::BlockCards { cards, .. }), Some(nemid))
            if nemid.open_cards().all(|card| cards.contains(&card.number)) =>
        {
            vec![Text::new("warning-last-card")]
        }
        _ => Vec::new(),
    }
}
