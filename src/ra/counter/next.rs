//! The next steps on a page: what to do or say, and the button that leads on for the same person.

use rocket::form::FromForm;
use rocket::post;
use serde::Serialize;

use crate::ra::counter::flow::{AtDesk, Served};
use crate::ra::counter::step::{Step, href};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, NoFields};
use crate::web::texts::{Arg, Text};
use crate::web::wording;
use rules::agreements;
use rules::nemid::NemId;
use rules::nemid::lockout::told_end;
use service::cases::desk::next::instead as in_place;
use service::cases::desk::{Kind, Next, Receipt, Told, steps};

/// The next step that was chosen.
#[derive(FromForm)]
pub struct GoOnForm {
    next: String,
}

/// One next step.
#[derive(Serialize)]
pub struct NextStep {
    code: String,
    text: Text,
    /// The button that leads on to the next errand.
    button: Option<Text>,
    /// Where the button sends its form.
    action: String,
    /// Whether it is about the welcome letter, which can be printed.
    prints: bool,
    /// Whether it is about the rules, which can be printed.
    rules: bool,
}

/// The steps of a receipt.
pub fn of_receipt(receipt: &Receipt, served: &Served) -> Vec<NextStep> {
    let number = receipt.nemid.map(|number| number.to_string()).unwrap_or_default();
    let action = served.href(Step::Receipt);
    receipt.next.iter().map(|next| step(*next, &receipt.told, &number, action.clone())).collect()
}

/// What to do in place of the errand's action, which has nothing to do for the chosen NemID.
pub fn instead(served: &Served) -> Option<NextStep> {
    let snapshot = &served.snapshot;
    let nemid = snapshot.nemid.as_ref()?;
    let next = in_place(served.kind, nemid, &snapshot.served())?;
    let told = Told::of(nemid, snapshot.now);
    let action = href(served.kind, Step::Choice, &served.sag).replace("/valg?", "/videre?");
    Some(step(next, &told, &nemid.number.to_string(), action))
}

/// Where another NemID is chosen, if the person has another open one.
pub fn other_nemid(served: &Served) -> Option<String> {
    let open = served.snapshot.found.iter().filter(|one| one.state.is_open()).count();
    (open > 1).then(|| served.href(Step::Nemid))
}

/// What to ask a person whose netbank uses another NemID than the public one (Guide 3.1.5).
pub fn ask_about_two(theirs: &[NemId]) -> Option<Text> {
    let elsewhere = |one: &&NemId| one.state.is_open() && agreements::lies_elsewhere(one, theirs);
    let public = theirs.iter().find(elsewhere)?;
    Some(Text::new("ask-two-nemids").with("number", public.number.to_string()))
}

/// Begins the next action for the same person with the same identification.
#[post("/kvittering", data = "<sent>")]
pub async fn go_on(at: AtDesk, sent: Checked<GoOnForm>) -> Handled {
    let served = at.arrive(Step::Receipt).await?;
    let offered: Vec<_> =
        served.snapshot.errand.receipt.iter().flat_map(|receipt| receipt.next.clone()).collect();
    leads(&served, &offered, &sent.next, Step::Receipt).await
}

/// The same from a page whose own action has nothing to do.
#[post("/videre", data = "<sent>")]
pub async fn go_elsewhere(at: AtDesk, sent: Checked<GoOnForm>) -> Handled {
    let served = at.arrive(Step::Choice).await?;
    let snapshot = &served.snapshot;
    let offered = snapshot.nemid.as_ref().and_then(|one| in_place(served.kind, one, &snapshot.served()));
    leads(&served, offered.as_slice(), &sent.next, Step::Choice).await
}

async fn leads(served: &Served, offered: &[Next], chosen: &str, here: Step) -> Handled {
    let kind = offered.iter().copied().find(|next| wording::code(next) == chosen).and_then(Next::leads_to);
    let Some(kind) = kind else { return Ok(Answer::go(served.href(here))) };
    match settle(steps::go_on_with(&served.app, &served.desk, &served.sag, kind).await)? {
        Settled::Done(sag) => Ok(Answer::go(href(kind, Step::Choice, &sag))),
        Settled::Refused(_) => Ok(served.gone()),
    }
}

/// Ends an errand that was not signed.
#[post("/afbryd", data = "<_sent>")]
pub async fn abort(at: AtDesk, _sent: Checked<NoFields>) -> Handled {
    settle(steps::abort(&at.app, &at.desk, &at.sag).await)?.done().ok();
    Ok(Answer::go(if at.kind == Kind::Staff { "/ra/medarbejdere" } else { "/ra" }))
}

fn step(next: Next, told: &Told, number: &str, action: String) -> NextStep {
    let code = wording::code(next);
    NextStep {
        text: filled(Text::new(format!("next-{code}")).with("number", number), told),
        button: next.leads_to().map(|_| Text::new(format!("next-{code}-button"))),
        prints: next == Next::WriteNumber,
        rules: next == Next::HandOutRules,
        action,
        code,
    }
}

/// Everything that a sentence may mention; each mentions only what there is.
fn filled(text: Text, told: &Told) -> Text {
    let days = [("card-day", told.card_day), ("token-day", told.token_day), ("letter-day", told.letter_day)];
    let instants = [("until", told.works_until), ("locked", told.locked_until.map(told_end))];
    let numbers = [
        ("card", told.card.map(|card| card.to_string())),
        ("serial", told.serial.map(|serial| serial.to_string())),
        ("other", told.other.map(|number| number.to_string())),
    ];
    let text = days.into_iter().fold(text, |text, (name, day)| match day {
        Some(day) => text.with(name, Arg::ComingDay(day)),
        None => text,
    });
    let text = instants.into_iter().fold(text, |text, (name, at)| match at {
        Some(at) => text.with(name, at),
        None => text,
    });
    numbers.into_iter().fold(text, |text, (name, number)| match number {
        Some(number) => text.with(name, number),
        None => text,
    })
}
