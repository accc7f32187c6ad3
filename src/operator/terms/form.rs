//! What the operator types about another version of the rules: what it changes, the section that is being written, and what
//! to do with the draft.

use rocket::form::FromForm;
use serde::Serialize;

use crate::web::forms::{Faults, Secret};
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::terms::{
    LONGEST_SUMMARY, LONGEST_TEXT, SECTIONS, SectionText, SectionTexts, Summary, TermsRefusal,
};
use service::cases::app::Token;
use service::cases::own::terms::Publication;

/// The value of the choice that security requires it.
pub(super) const AT_ONCE: &str = "at-once";

/// What is typed.
#[derive(FromForm, Serialize)]
pub struct PublishForm {
    pub danish: String,
    pub english: String,
    pub section: Option<String>,
    pub section_danish: Option<String>,
    pub section_english: Option<String>,
    pub when: Option<String>,
    pub once: String,
    pub password: Secret,
    /// The mark of the draft that the page showed.
    #[serde(skip)]
    pub draft: Option<String>,
    /// What to do with the draft, if a button of it was pressed.
    #[serde(skip)]
    pub step: Option<String>,
}

/// What a button does with the draft of the next version.
pub(super) enum Step<'f> {
    /// Puts the section that was written into it.
    Put,
    /// Shows the text that a section has: in the draft, or else in the newest version.
    Fetch,
    /// Takes a section out of it to write on.
    Edit(&'f str),
    /// Leaves a section out.
    LeaveOut(&'f str),
}

impl<'f> Step<'f> {
    pub(super) fn read(pressed: Option<&'f str>) -> Option<Self> {
        match pressed?.split_once(':') {
            None if pressed == Some("put") => Some(Self::Put),
            None if pressed == Some("fetch") => Some(Self::Fetch),
            Some(("edit", section)) => Some(Self::Edit(section)),
            Some(("leave-out", section)) => Some(Self::LeaveOut(section)),
            _ => None,
        }
    }
}

/// A section that is to get another text, with the one that it has.
#[derive(Serialize)]
pub(super) struct Chosen {
    pub section: String,
    pub section_danish: Option<String>,
    pub section_english: Option<String>,
}

/// What is to be published; adds the faults of the form if it can't be read.
pub(super) fn publication(
    sent: &PublishForm,
    draft: SectionTexts,
    language: Language,
    faults: &mut Faults,
) -> Option<Publication> {
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
    let mut sections = draft.clone();
    if let Some(section) = section {
        sections.put(section);
    }
    for SectionText { section, text: whole } in &sections {
        for part in [&heading(section, language), &whole.danish, &whole.english] {
            text.push_str("\n\n");
            text.push_str(part);
        }
    }
    let shown = sent.draft.clone();
    Some(Publication { changed, draft, shown, sections, for_security, text, once })
}

/// The section that gets another text; none where none was chosen and nothing typed.
///
/// # Errors
/// The field that is wrong, and why.
pub(super) fn section(sent: &PublishForm) -> Result<Option<SectionText>, (&'static str, TermsRefusal)> {
    let Some(Chosen { section, section_danish, section_english }) = sent.chosen() else { return Ok(None) };
    let (danish, english) = (section_danish.unwrap_or_default(), section_english.unwrap_or_default());
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

impl PublishForm {
    /// The section that is being written; none where none was chosen and nothing typed.
    pub(super) fn chosen(&self) -> Option<Chosen> {
        let typed = |text: &Option<String>| text.clone().unwrap_or_default();
        let (section, danish, english) =
            (typed(&self.section), typed(&self.section_danish), typed(&self.section_english));
        let is_blank = section.is_empty() && danish.trim().is_empty() && english.trim().is_empty();
        (!is_blank).then_some(Chosen {
            section,
            section_danish: Some(danish),
            section_english: Some(english),
        })
    }
}

/// Whether a section can get another text.
pub(super) fn has_text(section: &&str) -> bool {
    SECTIONS.contains(&(*section, true))
}

pub(super) fn heading(section: &str, language: Language) -> String {
    Text::new(format!("rules-{section}-heading")).say(language)
}
