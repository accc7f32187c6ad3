//! What an activation or a re-opening has led to, and what to do next.

use rocket::get;
use serde::Serialize;

use crate::citizen::entry::enrolment::{Anonymous, At, Flow, Step};
use crate::web::answer::Answer;
use crate::web::page::Page;
use service::cases::enrolment::begin::Receipt;

#[derive(Serialize)]
struct ReceiptView {
    flow: Flow,
    nemid_number: String,
    receipt: Option<Receipt>,
}

/// The receipt of an activation.
#[get("/aktiver/kvittering")]
pub async fn activated(door: Anonymous<'_>) -> Result<Page, Answer> {
    receipt(&door, Flow::Activation).await
}

/// The receipt of a re-opening.
#[get("/genaabn/kvittering")]
pub async fn reopened(door: Anonymous<'_>) -> Result<Page, Answer> {
    receipt(&door, Flow::Reopening).await
}

async fn receipt(door: &Anonymous<'_>, flow: Flow) -> Result<Page, Answer> {
    let at = At::step(door, flow, Step::Receipt).await?;
    let (nemid_number, receipt) = (at.progress.nemid.to_string(), at.progress.choices.receipt);
    Ok(Page::new("citizen/entry/enrolment/receipt.html", ReceiptView { flow, nemid_number, receipt }))
}
