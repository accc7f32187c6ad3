//! The third step: the NemID. All NemIDs that the counter can find are shown; ended ones are greyed, and
//! those of business netbanks and employers are not found at all (Guide 3.2.1).

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::counter::flow::{AtDesk, Served};
use crate::ra::counter::{Around, Step, next};
use crate::web::answer::{Answer, Handled, settle};
use crate::web::desk::words::{NemIdRow, guesses, no_new_nemid};
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::words::NemIdNumber;
use service::cases::desk::steps;

/// What is chosen.
#[derive(FromForm, Serialize)]
pub struct NemIdForm {
    nemid: Option<String>,
}

#[derive(Serialize)]
struct NemIdView {
    around: Around,
    form: Filled,
    found: Vec<Choice>,
    guesses: Vec<Text>,
    /// Whether any can be chosen.
    any: bool,
    /// Why the person can't have a new one, if so.
    no_new: Option<Text>,
    /// What to ask a person whose netbank uses another NemID than the public one (Guide 3.1.5).
    ask_bank: Option<Text>,
}

/// Shows the NemIDs; if only one can be chosen, it is chosen already.
#[get("/nemid")]
pub async fn ask(at: AtDesk) -> Handled {
    let served = at.arrive(Step::Nemid).await?;
    let open: Vec<_> = served.snapshot.found.iter().filter(|one| one.state.is_open()).collect();
    let only = if let [only] = open[..] { Some(only.number) } else { None };
    let nemid = served.snapshot.errand.nemid.or(only).map(|number| number.to_string());
    Ok(page(&served, Filled::with(&NemIdForm { nemid })).into())
}

#[post("/nemid", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<NemIdForm>) -> Handled {
    let served = at.arrive(Step::Nemid).await?;
    let mut faults = Faults::default();
    let number = sent.nemid.as_deref().ok_or(Text::new("fault-no-nemid-chosen"));
    let number = number.and_then(|typed| NemIdNumber::parse(typed).map_err(Text::from));
    if let Some(number) = faults.take("nemid", number) {
        let chosen = steps::choose_nemid(&served.app, &served.desk, &served.sag, number).await;
        match served.goes_on(settle(chosen)?, Step::Choice) {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add("nemid", refusal),
        }
    }
    Ok(Answer::again(page(&served, Filled::again(&*sent, faults))))
}

fn page(served: &Served, form: Filled) -> Page {
    let snapshot = &served.snapshot;
    let view = NemIdView {
        around: Around::of(served, Step::Nemid),
        form,
        found: snapshot
            .found
            .iter()
            .map(|one| NemIdRow::choice(one, served.language, snapshot.now))
            .collect(),
        guesses: guesses(snapshot),
        any: snapshot.found.iter().any(|one| one.state.is_open()),
        no_new: no_new_nemid(snapshot),
        ask_bank: next::ask_about_two(&snapshot.found),
    };
    Page::new("ra/nemid.html", view)
}
