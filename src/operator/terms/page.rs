//! The page with all versions of the rules, the draft of the next one, and the form (Rules 3.10).

use serde::Serialize;

use crate::operator::terms::form::{AT_ONCE, Chosen, PublishForm, Step, has_text, heading, section};
use crate::web::answer::{Answer, Handled};
use crate::web::forms::{Choice, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::rules_text::text;
use crate::web::terms::{VersionView, versions};
use crate::web::texts::Text;
use rules::terms::{LONGEST_SUMMARY, LONGEST_TEXT, SECTIONS, SectionText, TermsRefusal};
use service::cases::app::App;
use service::cases::desk::Desk;
use service::cases::own::terms;

/// What is wrong where no section was written that could be put into the draft.
const NOTHING: (&str, TermsRefusal) = ("section", TermsRefusal::NoSuchSection);

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
    /// What is in the draft, and its mark.
    draft: Vec<Drafted>,
    mark: String,
}

/// A section in the draft.
#[derive(Serialize)]
struct Drafted {
    section: String,
    heading: String,
    danish: String,
    english: String,
}

/// What stands in the fields of the form, beside the draft.
#[derive(Serialize)]
struct Kept<'f> {
    danish: &'f str,
    english: &'f str,
    when: Option<&'f str>,
    #[serde(flatten)]
    chosen: Option<Chosen>,
}

/// The operator at the page.
pub(super) struct At<'a> {
    pub app: &'a App,
    pub desk: &'a Desk,
    pub language: Language,
}

impl At<'_> {
    /// A section with the text that it has in the draft, or else in the newest version.
    pub(super) async fn fetched(&self, section: &str) -> Result<Chosen, Answer> {
        if let Some(drafted) = terms::draft(self.app, self.desk).await?.take(section) {
            return Ok(drafted.into());
        }
        let all = terms::all(self.app).await?;
        let newest = all.all().max_by_key(|one| (one.in_force_from(), one.number));
        let text = |language| newest.map(|version| text(&all, version, section, language));
        Ok(Chosen {
            section: section.to_owned(),
            section_danish: text(Language::Da),
            section_english: text(Language::En),
        })
    }

    /// The page after a step with the draft: what was typed beside it stays.
    pub(super) async fn stepped(&self, sent: &PublishForm, step: Step<'_>) -> Handled {
        let chosen = match step {
            Step::Put => match section(sent).and_then(|text| text.ok_or(NOTHING)) {
                Ok(text) => {
                    terms::put_into_draft(self.app, self.desk, text).await?;
                    None
                }
                Err((field, refusal)) => {
                    let faults = Faults::one(field, refusal);
                    return Ok(Answer::again(self.page(Filled::again(sent, faults)).await?));
                }
            },
            Step::Fetch => {
                let Some(section) = sent.section.as_deref().filter(has_text) else {
                    let faults = Faults::one("section", TermsRefusal::NoSuchSection);
                    return Ok(Answer::again(self.page(Filled::again(sent, faults)).await?));
                };
                Some(self.fetched(section).await?)
            }
            Step::Edit(section) => Some(self.fetched(section).await?).filter(|_| has_text(&section)),
            Step::LeaveOut(section) => {
                terms::leave_out_of_draft(self.app, self.desk, section.to_owned()).await?;
                sent.chosen()
            }
        };
        let kept = Kept { danish: &sent.danish, english: &sent.english, when: sent.when.as_deref(), chosen };
        Ok(self.page(Filled::with(&kept)).await?.into())
    }

    /// The page with this form.
    pub(super) async fn page(&self, form: Filled) -> Result<Page, Answer> {
        let (app, language) = (self.app, self.language);
        let (all, draft) = (terms::all(app).await?, terms::draft(app, self.desk).await?);
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
            mark: terms::mark(app, &draft),
            draft: draft.iter().map(|one| Drafted::of(one, language)).collect(),
        };
        Ok(Page::new("operator/rules.html", view))
    }
}

impl Drafted {
    fn of(one: &SectionText, language: Language) -> Self {
        let SectionText { section, text } = one.clone();
        let heading = heading(&section, language);
        Self { section, heading, danish: text.danish, english: text.english }
    }
}

impl From<SectionText> for Chosen {
    fn from(SectionText { section, text }: SectionText) -> Self {
        Self { section, section_danish: Some(text.danish), section_english: Some(text.english) }
    }
}
