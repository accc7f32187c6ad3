//! The page where a receiver checks a signed document: who signed it, when, whether it was changed, and whether the
//! certificate could be relied on (Rules 4.5). The file is looked at and not kept.

use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled};
use crate::web::caller::AtApp;
use crate::web::certificate_check::{Checked, checked};
use crate::web::forms::{Faults, Filled, Upload};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::states::Colour;
use crate::web::texts::Text;
use service::cases::certificates::validation::{self, Finding, Said, Signature};

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
    signed: Vec<SignedView>,
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
    certificate: Checked,
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
    Ok(page(Filled::blank(), Some(shown(finding, language))).into())
}

fn shown(finding: Finding, language: Language) -> AnswerView {
    let verdict = finding.verdict();
    let kind = if verdict == "good" { Colour::Success } else { Colour::Error };
    let title = Text::new(format!("validate-{verdict}"));
    let text = Text::new(format!("validate-{verdict}-text"));
    let signed = match finding {
        Finding::Signed(all) => all.into_iter().map(|one| signed(one, language)).collect(),
        _ => Vec::new(),
    };
    AnswerView { kind, title, text, signed }
}

fn signed(signature: Signature, language: Language) -> SignedView {
    let Signature { by, at, said: Said { site, title, text }, certificate, .. } = signature;
    SignedView {
        name: by.name,
        pid: by.number,
        at: at.to_string(),
        site,
        title,
        text: text.unwrap_or_default().lines().map(str::to_owned).collect(),
        certificate: checked(&certificate, language),
    }
}
