//! After the signature: what was done, and what to do next.

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::{State, get, post};
use serde::Serialize;

use super::flow::{Around, AtDesk, Step, arrive, base, gone, href};
use crate::cases::counter::{Kind, Next, Receipt, errand};
use crate::cases::house::House;
use crate::web::answer::{Answer, settle};
use crate::web::forms::Checked;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::web::wording;

/// What is gone on with.
#[derive(FromForm)]
pub struct GoOnForm {
    next: String,
}

#[derive(Serialize)]
struct ReceiptView {
    around: Around,
    done: Text,
    number: String,
    at: String,
    journal: i64,
    next: Vec<NextStep>,
    /// The welcome letter to print.
    letter: String,
    staff: bool,
}

#[derive(Serialize)]
struct NextStep {
    code: String,
    text: Text,
    /// The button that leads straight on.
    button: Option<Text>,
    /// Whether it is the welcome letter, which can be printed.
    prints: bool,
}

/// Shows it; it can be looked at again.
#[get("/kvittering?<sag>")]
pub async fn receipt(at: AtDesk, house: &State<Arc<House>>, sag: &str) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Receipt).await?;
    let (Some(receipt), Some(deed)) = (&look.errand.receipt, &look.errand.deed) else {
        return Err(gone(&at));
    };
    let view = ReceiptView {
        around: Around::of(&at, sag, Step::Receipt, &look),
        done: Text::new(format!("done-{}", deed.code())),
        number: receipt.nemid.to_string(),
        at: receipt.at.to_string(),
        journal: receipt.journal,
        next: next_steps(receipt),
        letter: format!("{}/velkomstbrev?sag={sag}", base(at.kind)),
        staff: at.kind == Kind::Staff,
    };
    Ok(Page::new("ra/receipt.html", view))
}

/// Goes straight on with the next action, for the same person on the same identification.
#[post("/kvittering?<sag>", data = "<sent>")]
pub async fn go_on(
    at: AtDesk,
    house: &State<Arc<House>>,
    sag: &str,
    sent: Checked<GoOnForm>,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Receipt).await?;
    let offered = look.errand.receipt.iter().flat_map(|receipt| &receipt.next);
    let kind = offered.copied().find(|next| wording::code(next) == sent.next).and_then(Next::leads_to);
    let Some(kind) = kind else { return Err(gone(&at)) };
    match settle(errand::go_on_with(house, &at.desk, sag, kind).await)? {
        Ok(sag) => Err(Answer::go(href(kind, Step::Choice, &sag))),
        Err(_) => Err(gone(&at)),
    }
}

fn next_steps(receipt: &Receipt) -> Vec<NextStep> {
    let step = |next: &Next| {
        let code = wording::code(next);
        let number = receipt.nemid.to_string();
        NextStep {
            text: Text::new(format!("next-{code}")).with("number", number),
            button: next.leads_to().map(|_| Text::new(format!("next-{code}-button"))),
            prints: *next == Next::WriteNumber,
            code,
        }
    };
    receipt.next.iter().map(step).collect()
}
