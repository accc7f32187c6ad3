//! What a citizen keeps after signing: the signed document as NemID had it (XML), and the receipt as a signed PDF.

use std::sync::Arc;

use rocket::get;
use rocket::http::Status;

use crate::provider::guard::Customer;
use crate::web::answer::Answer;
use crate::web::dates;
use crate::web::download::Download;
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::{calendar, names};
use service::cases::sites::receipt::{self, ReceiptFacts, ReceiptInWords, SignatureFiles};
use service::cases::world::letters::Sheet;

/// The receipt in the language of the page.
pub fn in_words(language: Language) -> ReceiptInWords {
    Arc::new(move |facts| sheet(facts, language))
}

fn sheet(facts: &ReceiptFacts<'_>, language: Language) -> Sheet {
    let ReceiptFacts { site, document, certificate, at } = facts;
    let signed = Text::new("site-receipt-signed")
        .with("name", certificate.name.to_string())
        .with("pid", certificate.pid.to_string())
        .with("serial", certificate.serial.to_string())
        .with("at", dates::moment(language, *at))
        .with("site", *site);
    // As it was read, line by line.
    let text = document.text.lines().filter(|line| !line.is_empty()).map(str::to_owned);
    let paragraphs =
        text.chain([signed.say(language), Text::new("site-receipt-check").say(language)]).collect();
    Sheet {
        language: language.code().to_owned(),
        sender: vec![(*site).to_owned()],
        recipient: vec![names::addressing(&certificate.name)],
        date: dates::day(language, calendar::danish_date(*at)),
        heading: document.title.clone(),
        paragraphs,
        footer: Text::new("site-receipt-footer").say(language),
        ..Sheet::default()
    }
}

async fn files(customer: &Customer<'_>, id: i64) -> Result<SignatureFiles, Answer> {
    let found = receipt::files(customer.caller.app, &customer.signer(), id).await?;
    found.ok_or_else(|| Status::NotFound.into())
}

/// The signed document.
#[get("/tjenester/<_>/dokumenter/<id>/signed.xml")]
pub async fn xml(customer: Customer<'_>, id: i64) -> Result<Download, Answer> {
    let bytes = files(&customer, id).await?.xml.into_bytes();
    Ok(Download::kept(format!("underskrevet-{id}.xml"), ("application", "xml"), bytes))
}

/// The receipt.
#[get("/tjenester/<_>/dokumenter/<id>/receipt.pdf")]
pub async fn pdf(customer: Customer<'_>, id: i64) -> Result<Download, Answer> {
    let bytes = files(&customer, id).await?.receipt;
    Ok(Download::kept(format!("kvittering-{id}.pdf"), ("application", "pdf"), bytes))
}
