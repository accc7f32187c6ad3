//! The versions of the rules for NemID: read, published by the operator, accepted by a citizen (Rules 3.10).

use crate::cases::app::{App, CaseError, Parts, refused};
use crate::cases::desk::signing::signed;
use crate::cases::desk::{Desk, DeskRefusal};
use crate::cases::own;
use crate::cases::own::Own;
use crate::outside::keys::tokens::Token;
use crate::store::StoreError;
use crate::store::journal::Signed;
use rules::actor::Actor;
use rules::nemid::RulesAcceptance;
use rules::terms::{SectionText, SectionTexts, Summary, Terms, TermsRefusal, Version};
use rules::words::{NemIdNumber, TypedPassword};

/// A version about to be published.
#[derive(Clone, Debug)]
pub struct Publication {
    /// What it changes.
    pub changed: Summary,
    /// The operator's draft as it was read, and the mark of the one that the page showed.
    pub draft: SectionTexts,
    pub shown: Option<String>,
    /// The sections to which it gives another text: those of the draft, and one that was written last.
    pub sections: SectionTexts,
    /// Whether security requires it, so that it is in force at once.
    pub for_security: bool,
    /// The text that is signed.
    pub text: String,
    /// The form's one-use token: sent twice, it is published once.
    pub once: Token,
}

/// What one holder has accepted and still has to accept.
#[derive(Clone, Debug)]
pub struct Accepted {
    pub terms: Terms,
    /// The last acceptance.
    pub last: Option<RulesAcceptance>,
    /// The acceptances before, the newest first, as far back as the log goes (Rules 3.7).
    pub before: Vec<RulesAcceptance>,
    /// The versions that came into force since, the version in force last.
    pub due: Vec<Version>,
}

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub async fn all(app: &App) -> Result<Terms, StoreError> {
    app.read::<_, StoreError>(|tx| tx.terms()).await
}

/// What an operator has written for the next version.
pub async fn draft(app: &App, desk: &Desk) -> Result<SectionTexts, StoreError> {
    let staff = desk.staff;
    app.read(move |tx| tx.rules_draft(staff)).await
}

/// What stands for a draft as a page shows it.
pub fn mark(app: &Parts, draft: &SectionTexts) -> String {
    app.subject(&format!("{draft:?}"))
}

/// Puts a section into the operator's draft, in place of the same one.
///
/// # Errors
/// When it can't be written, or the role was withdrawn meanwhile.
pub async fn put_into_draft(app: &App, desk: &Desk, text: SectionText) -> Result<SectionTexts, StoreError> {
    change_draft(app, desk, move |draft| draft.put(text.clone())).await
}

/// Leaves a section out of the operator's draft.
///
/// # Errors
/// As [`put_into_draft`].
pub async fn leave_out_of_draft(app: &App, desk: &Desk, section: String) -> Result<SectionTexts, StoreError> {
    change_draft(app, desk, move |draft| drop(draft.take(&section))).await
}

async fn change_draft(
    app: &App,
    desk: &Desk,
    change: impl Fn(&mut SectionTexts) + Send + Sync + 'static,
) -> Result<SectionTexts, StoreError> {
    let at = desk.clone();
    app.act(&desk.origin, desk.actor(), move |act| {
        at.is_still_held(act.tx)?;
        let mut draft = act.tx.rules_draft(at.staff)?;
        change(&mut draft);
        act.tx.keep_rules_draft(at.staff, &draft)?;
        Ok(draft)
    })
    .await
}

/// Publishes a version, signed by the operator.
///
/// # Errors
/// The refusal; [`DeskRefusal::AlreadySigned`] when the form was sent before, [`DeskRefusal::ChangedSinceRead`] when the
/// draft is another by now.
pub async fn publish(
    app: &App,
    desk: &Desk,
    publication: Publication,
    password: &TypedPassword,
) -> Result<(), CaseError<DeskRefusal>> {
    let at = desk.clone();
    signed(app, desk, password, move |act| {
        let Publication { changed, draft, shown, sections, for_security, text, once } = publication.clone();
        let version = act.tx.terms()?.publish(changed, for_security, &act.stamp).map_err(refused)?;
        if act.tx.is_spent(&act.app.token_hash(&once))? {
            return Err(CaseError::Refused(DeskRefusal::AlreadySigned));
        }
        let is_another = shown.is_some_and(|shown| shown != mark(act.app, &draft));
        if is_another || act.tx.rules_draft(at.staff)? != draft {
            return Err(CaseError::Refused(DeskRefusal::ChangedSinceRead));
        }
        act.spend(Some(&once))?;
        act.tx.keep_rules_draft(at.staff, &SectionTexts::default())?;
        act.tx.enter_version(&Version { sections: sections.into_vec(), ..version })?;
        let action = if for_security { "publish-rules-at-once" } else { "publish-rules" }.to_owned();
        act.tx.enter(&Signed {
            number: 0,
            at: act.now(),
            staff: at.staff,
            desk: at.role.desk(),
            place: at.role.place().cloned(),
            citizen: None,
            nemid: None,
            action,
            identification: Vec::new(),
            text,
        })?;
        Ok(())
    })
    .await
}

/// What a holder has accepted, and what is due.
pub async fn accepted(app: &App, nemid: NemIdNumber) -> Result<Accepted, StoreError> {
    let now = app.now();
    app.read(move |tx| {
        let (terms, nemid) = (tx.terms()?, own::mine(tx, nemid)?);
        let due = terms.to_be_accepted(&nemid, now).into_iter().cloned().collect();
        let last = nemid.rules_accepted;
        let before = tx.rules_accepted(nemid.number)?.into_iter().filter(|one| Some(*one) != last).collect();
        Ok(Accepted { terms, last, before, due })
    })
    .await
}

/// The holder accepts a version.
///
/// # Errors
/// [`TermsRefusal::NotInForce`] when another version is in force by now.
pub async fn accept(app: &App, own: Own, version: u32) -> Result<(), CaseError<TermsRefusal>> {
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(own.nemid)?;
        let events = act.tx.terms()?.accept(&nemid, version, &act.stamp).map_err(refused)?;
        act.record(&nemid, &events)?;
        Ok(())
    })
    .await
}
