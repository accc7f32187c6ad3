//! A lost card, reported with user id and password.

use jiff::Timestamp;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Faults, Filled, Secret};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::calendar;
use rules::post::{Journey, PostalReach};
use rules::words::{TypedPassword, TypedUserId};
use service::cases::access::password::Credentials;
use service::cases::anonymous::lost_card;
use service::cases::anonymous::lost_card::{Lost, Replacement, Report, Reported};
use service::cases::app::Token;

/// User id, password, which cards, and whether a new one is to be sent.
#[derive(FromForm, Serialize)]
pub struct LostForm {
    user_id: String,
    password: Secret,
    lost: String,
    replacement: bool,
    #[serde(skip)]
    once: Option<String>,
}

#[derive(Serialize)]
struct LostView {
    form: Filled,
    once: String,
}

#[derive(Serialize)]
struct ReportedView {
    at: Timestamp,
    blocked: usize,
    /// The day on which a new card comes, if one was ordered (D15).
    ordered: Option<String>,
    /// Why no new card was ordered, if one was asked for.
    not_ordered: Option<Text>,
}

/// Asks for them.
#[get("/mistet-noeglekort")]
pub fn ask(at: Caller<'_>) -> Page {
    let known = LostForm {
        user_id: String::new(),
        password: Secret::default(),
        lost: "in-use".to_owned(),
        replacement: false,
        once: None,
    };
    page(&at, Filled::with(&known))
}

/// Takes the form: blocks the cards, and the page says what was done. It opens no session, so it can't
/// redirect to a page of its own.
#[post("/mistet-noeglekort", data = "<sent>")]
pub async fn report(at: Caller<'_>, sent: Checked<LostForm>) -> Handled {
    let again = |faults| page(&at, Filled::again(&*sent, faults));
    let mut faults = Faults::default();
    let user_id = faults.take("user_id", TypedUserId::parse(&sent.user_id));
    let typed = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let (Some(user_id), Some(password)) = (user_id, typed) else {
        return Ok(Answer::again(again(faults)));
    };
    let lost = if sent.lost == "all" { Lost::All } else { Lost::InUse };
    let shown_with = sent.once.as_deref().and_then(Token::parse);
    let with = Report { lost, replacement: sent.replacement, shown_with };
    match settle(lost_card::report(at.app, &Credentials { user_id, password }, with, &at.origin).await)? {
        Settled::Done(done) => Ok(reported(done).into()),
        Settled::Refused(refusal) => {
            let faults = Faults::of_refusal("user_id", &refusal, refusal);
            Ok(Answer::refused(again(faults), &refusal))
        }
    }
}

fn reported(done: Reported) -> Page {
    let view = ReportedView {
        at: done.at,
        blocked: done.blocked,
        ordered: (done.replacement == Some(Replacement::Ordered)).then(|| arrival(&done)),
        not_ordered: match done.replacement {
            Some(Replacement::Refused(refusal)) => Some(Text::from(refusal)),
            Some(Replacement::Ordered) | None => None,
        },
    };
    Page::new("citizen/entry/lost_card_receipt.html", view)
}

/// The day on which the card comes that was ordered (D15, D29).
fn arrival(done: &Reported) -> String {
    let reach = if done.abroad { PostalReach::Abroad } else { PostalReach::Denmark };
    calendar::danish_date(Journey::of(done.at, reach).arrives).to_string()
}

fn page(at: &Caller<'_>, form: Filled) -> Page {
    let once = at.app.new_token().reveal();
    Page::new("citizen/entry/lost_card.html", LostView { form, once })
}
