//! After the signature: what was done, and what to do next.

use rocket::get;
use serde::Serialize;

use crate::ra::counter::flow::AtDesk;
use crate::ra::counter::next::NextStep;
use crate::ra::counter::step::{Step, base};
use crate::ra::counter::{Around, next};
use crate::web::answer::Handled;
use crate::web::page::Page;
use crate::web::texts::Text;
use service::cases::desk::Kind;

#[derive(Serialize)]
struct ReceiptView {
    around: Around,
    done: Text,
    number: String,
    at: String,
    journal: i64,
    /// Whether a consent was noted (Rules 4.1).
    consented: bool,
    next: Vec<NextStep>,
    /// The welcome letter to print.
    letter: String,
    staff: bool,
}

/// Shows the receipt, any number of times.
#[get("/kvittering")]
pub async fn receipt(at: AtDesk) -> Handled {
    let served = at.arrive(Step::Receipt).await?;
    let Some(receipt) = &served.snapshot.errand.receipt else { return Ok(served.gone()) };
    let view = ReceiptView {
        around: Around::of(&served, Step::Receipt),
        done: Text::new(format!("done-{}", receipt.action.code())),
        number: receipt.nemid.map(|number| number.to_string()).unwrap_or_default(),
        at: receipt.at.to_string(),
        journal: receipt.journal,
        consented: receipt.action.notes_consent(),
        next: next::of_receipt(receipt, &served),
        letter: format!("{}/velkomstbrev?sag={}", base(served.kind), served.sag),
        staff: served.kind == Kind::Staff,
    };
    Ok(Page::new("ra/receipt.html", view).into())
}
