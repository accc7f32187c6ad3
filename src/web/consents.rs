//! Consents in words: what goes to whom, as pages, the Hændelseslog and notices say it (Rules 4.1).

use crate::web::language::Language;
use crate::web::texts::Text;
use rules::nemid::Consent;
use rules::places;

/// One consent: a clause that says what goes to whom.
pub fn said(consent: &Consent) -> Text {
    let text = Text::new(format!("consent-{}", consent.code()));
    match consent.bank() {
        Some(bank) => text.with("bank", places::title(bank)),
        None => text,
    }
}

/// Several of them in one sentence.
pub fn listed(consents: &[Consent], language: Language) -> String {
    consents.iter().map(|one| said(one).say(language)).collect::<Vec<_>>().join("; ")
}
