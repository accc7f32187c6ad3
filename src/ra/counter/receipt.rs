//! After the signature: what was done, and what to do next.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::counter::Around;
use crate::ra::counter::flow::AtDesk;
use crate::ra::counter::step::{Step, base, href};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::Checked;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::web::wording;
use service::cases::desk::{Kind, Next, Receipt, steps};

/// The kind of the next errand.
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
    /// The button that leads on to the next errand.
    button: Option<Text>,
    /// Whether it is about the welcome letter, which can be printed.
    prints: bool,
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
        next: next_steps(receipt),
        letter: format!("{}/velkomstbrev?sag={}", base(served.kind), served.sag),
        staff: served.kind == Kind::Staff,
    };
    Ok(Page::new("ra/receipt.html", view).into())
}

/// Begins the next action for the same person with the same identification.
#[post("/kvittering", data = "<sent>")]
pub async fn go_on(at: AtDesk, sent: Checked<GoOnForm>) -> Handled {
    let served = at.arrive(Step::Receipt).await?;
    let offered = served.snapshot.errand.receipt.iter().flat_map(|receipt| &receipt.next);
    let kind = offered.copied().find(|next| wording::code(next) == sent.next).and_then(Next::leads_to);
    let Some(kind) = kind else { return Ok(Answer::go(served.href(Step::Receipt))) };
    match settle(steps::go_on_with(&served.app, &served.desk, &served.sag, kind).await)? {
        Settled::Done(sag) => Ok(Answer::go(href(kind, Step::Choice, &sag))),
        Settled::Refused(_) => Ok(served.gone()),
    }
}

fn next_steps(receipt: &Receipt) -> Vec<NextStep> {
    let number = receipt.nemid.map(|number| number.to_string()).unwrap_or_default();
    let step = |next: &Next| {
        let code = wording::code(next);
        NextStep {
            text: Text::new(format!("next-{code}")).with("number", number.as_str()),
            button: next.leads_to().map(|_| Text::new(format!("next-{code}-button"))),
            prints: *next == Next::WriteNumber,
            code,
        }
    };
    receipt.next.iter().map(step).collect()
}
