//! The page where a receiver checks a signed document: who signed it, when, whether it was changed, and whether the
//! certificate could be relied on (Rules 4.5). The file is looked at and not kept.

use rocket::{get, post};
use serde::Serialize;

use crate::citizen::public::certificate::{Found, known};
use crate::web::answer::{Answer, Handled};
use crate::web::caller::AtApp;
use crate::web::forms::{Faults, Filled, Upload};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::states::Colour;
use crate::web::texts::Text;
use service::cases::certificates::validation::{self, Finding, Signature};

#[derive(Serialize)]
struct ValidationView {
    form: Filled,
    answer: Option<AnswerView>,
}

#[derive(Serialize)]
struct AnswerView {
    kind: Colour,
    title: Text,
    text: Text,
    signed: Option<SignedView>,
}

/// What a signature that holds tells.
#[derive(Serialize)]
struct SignedView {
    name: String,
    pid: String,
    at: String,
    site: Option<String>,
    title: Option<String>,
    text: Vec<String>,
    certificate: Found,
}

fn page(form: Filled, answer: Option<AnswerView>) -> Page {
    Page::new("citizen/public/validation.html", ValidationView { form, answer })
}

/// The page.
#[get("/valider")]
pub fn ask() -> Page {
    page(Filled::blank(), None)
}

/// Looks at the file.
#[post("/valider", data = "<file>")]
pub async fn answer(app: &AtApp, language: Language, file: Upload) -> Handled {
    if file.0.is_empty() {
        let form = Filled::again(&(), Faults::one("fil", Text::new("validate-no-file")));
        return Ok(Answer::again(page(form, None)));
    }
    let finding = validation::look_at(app, file.0).await?;
    let refused = |word: &str| AnswerView {
        kind: Colour::Error,
        title: Text::new(format!("validate-{word}")),
        text: Text::new(format!("validate-{word}-text")),
        signed: None,
    };
    let answer = match finding {
        Finding::NotSigned => refused("not-signed"),
        Finding::Changed => refused("changed"),
        Finding::Foreign => refused("foreign"),
        Finding::Signed(signature) => signed(*signature, language),
    };
    Ok(page(Filled::blank(), Some(answer)).into())
}

/// A signature holds when the certificate could be relied on at its instant, whatever happened later.
fn signed(signature: Signature, language: Language) -> AnswerView {
    let Signature { by, at, site, title, text, certificate, .. } = signature;
    let (kind, word) =
        if certificate.was_good(at) { (Colour::Success, "good") } else { (Colour::Error, "not-good") };
    let signed = SignedView {
        name: by.name,
        pid: by.number,
        at: at.to_string(),
        site,
        title,
        text: text.unwrap_or_default().lines().map(str::to_owned).collect(),
        certificate: known(&certificate, language),
    };
    let (title, text) = (Text::new(format!("validate-{word}")), Text::new(format!("validate-{word}-text")));
    AnswerView { kind, title, text, signed: Some(signed) }
}
