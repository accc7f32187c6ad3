//! The versions of the rules for NemID, and publishing another: three months ahead, or at once where security
//! requires it (Rules 3.10).

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::desk_session::Operator;
use crate::web::forms::{Checked, Choice, Faults, Filled, Secret};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::terms::{VersionView, versions};
use crate::web::texts::Text;
use rules::terms::{LONGEST_SUMMARY, Summary, TermsRefusal};
use rules::words::TypedPassword;
use service::cases::app::App;
use service::cases::app::Token;
use service::cases::desk::DeskRefusal;
use service::cases::own::terms;
use service::cases::own::terms::Publication;

/// The value of the choice that security requires it.
const AT_ONCE: &str = "at-once";

/// What is typed.
#[derive(FromForm, Serialize)]
pub struct PublishForm {
    danish: String,
    english: String,
    when: Option<String>,
    once: String,
    password: Secret,
}

#[derive(Serialize)]
struct RulesView {
    versions: Vec<VersionView>,
    form: Filled,
    once: String,
    when: Vec<Choice>,
    longest: usize,
}

/// All versions, and the form.
#[get("/operatoer/regler")]
pub async fn overview(_operator: Operator, app: &AtApp, language: Language) -> Handled {
    Ok(page(app, language, Filled::blank()).await?.into())
}

/// Publishes. A form sent twice is published once.
#[post("/operatoer/regler", data = "<sent>")]
pub async fn publish(
    operator: Operator,
    app: &AtApp,
    language: Language,
    sent: Checked<PublishForm>,
) -> Handled {
    let mut faults = Faults::default();
    let password = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    if let (Some(publication), Some(password)) = (publication(&sent, language, &mut faults), password) {
        match settle(terms::publish(app, &operator.0, publication, &password).await)? {
            Settled::Done(()) | Settled::Refused(DeskRefusal::AlreadySigned) => {
                return Ok(Answer::go("/operatoer/regler"));
            }
            Settled::Refused(refusal @ (DeskRefusal::WrongPassword | DeskRefusal::Signer(_))) => {
                faults.add("password", refusal);
            }
            Settled::Refused(refusal) => faults.add("", refusal),
        }
    }
    Ok(Answer::again(page(app, language, Filled::again(&*sent, faults)).await?))
}

fn publication(sent: &PublishForm, language: Language, faults: &mut Faults) -> Option<Publication> {
    let field = match Summary::parse(&sent.danish, &sent.english) {
        Err(TermsRefusal::NoSummary) if !sent.danish.trim().is_empty() => "english",
        Err(TermsRefusal::SummaryTooLong) if sent.danish.trim().chars().count() <= LONGEST_SUMMARY => {
            "english"
        }
        _ => "danish",
    };
    let changed = faults.take(field, Summary::parse(&sent.danish, &sent.english));
    let when = sent.when.as_deref().filter(|when| !when.is_empty());
    let when = faults.take("when", when.ok_or(Text::new("rules-when-missing")));
    let once = faults.take("", Token::parse(&sent.once).ok_or(Text::new("refusal-no-errand")));
    let (changed, for_security, once) = (changed?, when? == AT_ONCE, once?);
    let kind = if for_security { "rules-when-at-once" } else { "rules-when-ahead" };
    let text = format!("{}\n\n{}\n\n{}", Text::new(kind).say(language), changed.danish, changed.english);
    Some(Publication { changed, for_security, text, once })
}

async fn page(app: &App, language: Language, form: Filled) -> Result<Page, Answer> {
    let all = terms::all(app).await?;
    let choice = |value: &str, key: &'static str| Choice::new(value, Text::new(key).say(language));
    let view = RulesView {
        versions: versions(&all, app.now(), language),
        form,
        once: app.new_token().reveal(),
        when: vec![choice("ahead", "rules-when-ahead"), choice(AT_ONCE, "rules-when-at-once")],
        longest: LONGEST_SUMMARY,
    };
    Ok(Page::new("operator/rules.html", view))
}
