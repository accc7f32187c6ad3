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
use crate::web::rules_text::text;
use crate::web::terms::{VersionView, versions};
use crate::web::texts::Text;
use rules::terms::{LONGEST_SUMMARY, LONGEST_TEXT, SECTIONS, SectionText, Summary, TermsRefusal};
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
    section: Option<String>,
    section_danish: Option<String>,
    section_english: Option<String>,
    when: Option<String>,
    once: String,
    password: Secret,
}

/// A section that is to get another text, with the one that it has.
#[derive(Serialize)]
struct Chosen {
    section: String,
    section_danish: Option<String>,
    section_english: Option<String>,
}

#[derive(Serialize)]
struct RulesView {
    versions: Vec<VersionView>,
    form: Filled,
    once: String,
    when: Vec<Choice>,
    longest: usize,
    /// The sections that can get another text.
    sections: Vec<Choice>,
    longest_text: usize,
}

/// All versions, and the form; with the text of a section in the newest version, once that section is chosen.
#[get("/operatoer/regler?<afsnit>")]
pub async fn overview(_operator: Operator, app: &AtApp, language: Language, afsnit: Option<&str>) -> Handled {
    let known = |section: &&str| SECTIONS.contains(&(*section, true));
    let Some(section) = afsnit.filter(known) else {
        return Ok(page(app, language, Filled::blank()).await?.into());
    };
    let all = terms::all(app).await?;
    let newest = all.all().max_by_key(|one| (one.in_force_from(), one.number));
    let text = |language| newest.map(|version| text(&all, version, section, language));
    let known = Chosen {
        section: section.to_owned(),
        section_danish: text(Language::Da),
        section_english: text(Language::En),
    };
    Ok(page(app, language, Filled::with(&known)).await?.into())
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
    let section = section(sent).map_err(|(field, refusal)| faults.add(field, refusal)).ok();
    let when = sent.when.as_deref().filter(|when| !when.is_empty());
    let when = faults.take("when", when.ok_or(Text::new("rules-when-missing")));
    let once = faults.take("", Token::parse(&sent.once).ok_or(Text::new("refusal-no-errand")));
    let (changed, section, for_security, once) = (changed?, section?, when? == AT_ONCE, once?);
    let kind = if for_security { "rules-when-at-once" } else { "rules-when-ahead" };
    let mut text = format!("{}\n\n{}\n\n{}", Text::new(kind).say(language), changed.danish, changed.english);
    if let Some(SectionText { section, text: whole }) = &section {
        for part in [&heading(section, language), &whole.danish, &whole.english] {
            text.push_str("\n\n");
            text.push_str(part);
        }
    }
    Some(Publication { changed, section, for_security, text, once })
}

/// The section that gets another text; none where none was chosen and nothing typed.
///
/// # Errors
/// The field that is wrong, and why.
fn section(sent: &PublishForm) -> Result<Option<SectionText>, (&'static str, TermsRefusal)> {
    let typed = |text: &Option<String>| text.clone().unwrap_or_default();
    let (section, danish, english) =
        (typed(&sent.section), typed(&sent.section_danish), typed(&sent.section_english));
    if section.is_empty() && danish.trim().is_empty() && english.trim().is_empty() {
        return Ok(None);
    }
    SectionText::parse(&section, &danish, &english).map(Some).map_err(|refusal| {
        let field = match refusal {
            TermsRefusal::NoSuchSection => "section",
            TermsRefusal::NoText if !danish.trim().is_empty() => "section_english",
            TermsRefusal::TextTooLong if danish.trim().chars().count() <= LONGEST_TEXT => "section_english",
            _ => "section_danish",
        };
        (field, refusal)
    })
}

fn heading(section: &str, language: Language) -> String {
    Text::new(format!("rules-{section}-heading")).say(language)
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
        sections: SECTIONS
            .iter()
            .filter(|(_, has_text)| *has_text)
            .map(|(id, _)| Choice::new(*id, heading(id, language)))
            .collect(),
        longest_text: LONGEST_TEXT,
    };
    Ok(Page::new("operator/rules.html", view))
}
