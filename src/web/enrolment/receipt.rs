//! The result of an enrolment, and what to do next.

use serde::Serialize;

use crate::web::answer::Handled;
use crate::web::enrolment::at::At;
use crate::web::enrolment::frame::Frame;
use crate::web::enrolment::step::Step;
use crate::web::forms::Filled;
use service::cases::enrolment::begin::Receipt;

#[derive(Serialize)]
struct ReceiptView {
    nemid_number: String,
    receipt: Option<Receipt>,
}

pub async fn show<F: Frame>(frame: &F) -> Handled {
    let at = At::step(frame, Step::Receipt).await?;
    let (nemid_number, receipt) = (at.progress.nemid.to_string(), at.progress.choices.receipt.clone());
    Ok(at.page(Filled::blank(), ReceiptView { nemid_number, receipt }).into())
}
