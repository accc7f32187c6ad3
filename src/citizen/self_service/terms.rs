//! The versions of the rules that were accepted and when, and accepting a new one once it is in force (Rules
//! 3.10).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{done, own};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::terms::VersionView;
use crate::web::texts::Text;
use rules::nemid::RulesAcceptance;
use service::cases::own::terms;
use service::cases::own::terms::Accepted;

/// The version that is accepted.
#[derive(FromForm)]
pub struct AcceptForm {
    version: u32,
}

#[derive(Serialize)]
struct AcceptedView {
    done: Option<Text>,
    form: Filled,
    last: Option<Text>,
    before: Vec<Text>,
    due: Vec<VersionView>,
    coming: Vec<VersionView>,
}

/// What was accepted, and what is due.
#[get("/selvbetjening/regler?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, language: Language, gjort: Option<&str>) -> Handled {
    let accepted = terms::accepted(app, citizen.nemid).await?;
    Ok(show(&accepted, app.now(), language, done(gjort), Filled::blank()).into())
}

/// Accepts the version in force; if it is not the version that was shown, it is shown first.
#[post("/selvbetjening/regler", data = "<sent>")]
pub async fn accept(citizen: Citizen, app: &AtApp, language: Language, sent: Checked<AcceptForm>) -> Handled {
    match settle(terms::accept(app, own(&citizen), sent.version).await)? {
        Settled::Done(()) => Ok(Answer::go("/selvbetjening/regler?gjort=regler")),
        Settled::Refused(refusal) => {
            let accepted = terms::accepted(app, citizen.nemid).await?;
            let form = Filled::again(&(), Faults::whole(refusal));
            Ok(Answer::again(show(&accepted, app.now(), language, None, form)))
        }
    }
}

fn show(
    accepted: &Accepted,
    now: jiff::Timestamp,
    language: Language,
    done: Option<Text>,
    form: Filled,
) -> Page {
    let Accepted { terms, last, before, due } = accepted;
    let view = |version| VersionView::of(version, terms, now, language);
    let said = |one: &RulesAcceptance, key| Text::new(key).with("number", one.version).with("at", one.at);
    let last = last.as_ref().map(|last| said(last, "self-rules-last"));
    let before = before.iter().map(|one| said(one, "self-rules-before")).collect();
    let coming = terms.announced(now).into_iter().map(view).collect();
    let shown = AcceptedView { done, form, last, before, due: due.iter().map(view).collect(), coming };
    Page::new("citizen/self_service/rules.html", shown)
}
