//! What is to be done: one page for each kind of deed, with what has to be chosen about it.

use std::sync::Arc;

use rocket::form::FromForm;
use serde::Serialize;

use super::{Around, At, again, arrive, gone};
use crate::cases::desk::{Deed, DeskRefusal, Look, errand};
use crate::cases::house::House;
use crate::rules::temporary::TemporaryAction;
use crate::rules::words::{Contact, Email, KeyCardNumber, Mobile, NemIdNumber};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::web::wording::code;

/// What is chosen; each kind of deed has some of it.
#[derive(Default, FromForm, Serialize)]
pub struct ChoiceForm {
    reason: Option<String>,
    send_new: bool,
    cards: Vec<String>,
    action: Option<String>,
    to: Option<String>,
    email: Option<String>,
    mobile: Option<String>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

#[derive(Serialize)]
struct ChoiceView {
    around: Around,
    form: Filled,
    deed: &'static str,
    title: Text,
    explained: Text,
    reasons: Vec<Choice>,
    cards: Vec<Choice>,
    actions: Vec<Choice>,
    others: Vec<Choice>,
}

/// The address of a kind of deed.
pub(super) fn slug(deed: &Deed) -> &'static str {
    match deed {
        Deed::BlockPassword { .. } => "spaer-adgangskode",
        Deed::BlockCards { .. } => "spaer-noeglekort",
        Deed::BlockCertificate { .. } => "spaer-certifikat",
        Deed::BlockNemId { .. } => "spaer-nemid",
        Deed::LiftLock => "ophaev-laas",
        Deed::RegisterDeath => "doedsfald",
        Deed::Issue { .. } => "udsted",
        Deed::IssueTemporary { .. } => "midlertidig-adgangskode",
        Deed::EndAgreement => "luk-adgang",
        Deed::MoveAgreement { .. } => "overflyt",
    }
}

/// Asks what has to be chosen; what is not offered leads back to the errand.
///
/// # Errors
/// The way back, or trouble of ours.
pub async fn ask(
    house: &Arc<House>,
    at: &At,
    (id, kind): (&str, &str),
    language: Language,
) -> Result<Page, Answer> {
    let look = arrive(house, at, id).await?;
    let offered = offered(at, id, &look, kind)?;
    let cards = match &offered[0] {
        Deed::BlockCards { cards, .. } => cards.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    let form = ChoiceForm { send_new: true, cards, ..<ChoiceForm as Default>::default() };
    Ok(page(at, id, (&look, &offered, language), Filled::with(&form)))
}

/// Chooses it and goes on to signing.
///
/// # Errors
/// The way to signing, or trouble of ours.
pub async fn choose(
    house: &Arc<House>,
    at: &At,
    (id, kind): (&str, &str),
    sent: &ChoiceForm,
    language: Language,
) -> Result<Page, Answer> {
    let look = arrive(house, at, id).await?;
    let offered = offered(at, id, &look, kind)?;
    let mut faults = Faults::default();
    if let Some(deed) = chosen(at, &offered[0], sent, &mut faults) {
        match settle(errand::choose_deed(house, &at.desk, id, deed).await)? {
            Ok(()) => return Err(Answer::go(format!("{}/underskriv", at.errand(id)))),
            Err(refusal) => {
                gone(at, &refusal).map_or(Ok(()), Err)?;
                faults.add(field_of(&refusal), refusal);
            }
        }
    }
    Ok(again(page(at, id, (&look, &offered, language), Filled::again(sent, faults))))
}

/// The offered deeds of one kind; at least one.
fn offered(at: &At, id: &str, look: &Look, kind: &str) -> Result<Vec<Deed>, Answer> {
    let found: Vec<_> = look.offers.iter().filter(|deed| slug(deed) == kind).cloned().collect();
    if found.is_empty() { Err(Answer::go(at.errand(id))) } else { Ok(found) }
}

fn field_of(refusal: &DeskRefusal) -> &'static str {
    match refusal {
        DeskRefusal::Card(_) => "cards",
        DeskRefusal::Temporary(_) => "action",
        DeskRefusal::Agreement(_) => "to",
        _ => "",
    }
}

/// The deed as chosen, if nothing is wrong with it.
fn chosen(at: &At, kind: &Deed, sent: &ChoiceForm, faults: &mut Faults) -> Option<Deed> {
    match kind {
        Deed::BlockPassword { .. } => {
            let reason = one_of(at.desk.password_reasons(), sent, faults)?;
            Some(Deed::BlockPassword { reason, send_new: sent.send_new })
        }
        Deed::BlockCards { .. } => {
            let reason = one_of(at.desk.card_reasons(), sent, faults);
            let cards: Result<Vec<_>, _> =
                sent.cards.iter().map(|typed| KeyCardNumber::parse(typed)).collect();
            let cards = faults.take("cards", cards);
            Some(Deed::BlockCards { cards: cards?, reason: reason? })
        }
        Deed::BlockCertificate { .. } => one_of(at.desk.certificate_reasons(), sent, faults)
            .map(|reason| Deed::BlockCertificate { reason }),
        Deed::BlockNemId { .. } => {
            one_of(at.desk.nemid_reasons(), sent, faults).map(|reason| Deed::BlockNemId { reason })
        }
        Deed::Issue { .. } => contact(sent, faults).map(|contact| Deed::Issue { contact }),
        Deed::IssueTemporary { .. } => {
            let action = sent.action.as_deref().and_then(TemporaryAction::from_code);
            let action = faults.take("action", action.ok_or_else(|| not_chosen("desk-label-action")))?;
            Some(Deed::IssueTemporary { action })
        }
        Deed::MoveAgreement { .. } => {
            let number = sent.to.as_deref().and_then(|typed| NemIdNumber::parse(typed).ok());
            let to = faults.take("to", number.ok_or_else(|| not_chosen("desk-label-to")))?;
            Some(Deed::MoveAgreement { to })
        }
        Deed::LiftLock | Deed::RegisterDeath | Deed::EndAgreement => Some(kind.clone()),
    }
}

fn not_chosen(key: &'static str) -> Text {
    Text::new(format!("{key}-missing"))
}

fn one_of<R: Copy + Serialize>(allowed: &[R], sent: &ChoiceForm, faults: &mut Faults) -> Option<R> {
    let typed = sent.reason.as_deref();
    let found = allowed.iter().copied().find(|one| typed == Some(code(one).as_str()));
    faults.take("reason", found.ok_or_else(|| not_chosen("desk-label-reason")))
}

fn contact(sent: &ChoiceForm, faults: &mut Faults) -> Option<Contact> {
    let typed = |field: &Option<String>| {
        field.as_deref().map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned)
    };
    let email = typed(&sent.email).map(|email| faults.take("email", Email::parse(&email)));
    let mobile = typed(&sent.mobile).map(|mobile| faults.take("mobile", Mobile::parse(&mobile)));
    faults.is_empty().then(|| Contact { email: email.flatten(), mobile: mobile.flatten() })
}

fn page(at: &At, id: &str, (look, offered, language): (&Look, &[Deed], Language), form: Filled) -> Page {
    let kind = &offered[0];
    let (deed, explained) = (kind.code(), Text::new(format!("desk-deed-{}-explained", kind.code())));
    let view = ChoiceView {
        around: Around::of(at, id, look).deeper(),
        form,
        deed,
        title: Text::new(format!("desk-deed-{deed}")),
        explained,
        reasons: reasons(at, kind, language),
        cards: match kind {
            Deed::BlockCards { cards, .. } => cards.iter().map(|card| plain(card.to_string())).collect(),
            _ => Vec::new(),
        },
        actions: offered.iter().filter_map(|deed| action(deed, language)).collect(),
        others: offered.iter().filter_map(other).collect(),
    };
    Page::new("desk/choice.html", view)
}

fn plain(value: String) -> Choice {
    Choice { text: value.clone(), value, hint: None }
}

fn reasons(at: &At, kind: &Deed, language: Language) -> Vec<Choice> {
    fn choices<R: Serialize>(reasons: &[R], language: Language) -> Vec<Choice> {
        let choice = |reason: &R| {
            let value = code(reason);
            let text = Text::new(format!("desk-reason-{value}")).say(language);
            Choice { value, text, hint: None }
        };
        reasons.iter().map(choice).collect()
    }
    match kind {
        Deed::BlockPassword { .. } => choices(at.desk.password_reasons(), language),
        Deed::BlockCards { .. } => choices(at.desk.card_reasons(), language),
        Deed::BlockCertificate { .. } => choices(at.desk.certificate_reasons(), language),
        Deed::BlockNemId { .. } => choices(at.desk.nemid_reasons(), language),
        _ => Vec::new(),
    }
}

fn action(deed: &Deed, language: Language) -> Option<Choice> {
    let Deed::IssueTemporary { action } = deed else { return None };
    let key = format!("temporary-action-{}", action.code());
    let hint = Text::new(format!("{key}-explained")).say(language);
    Some(Choice { value: action.code().into(), text: Text::new(key).say(language), hint: Some(hint) })
}

fn other(deed: &Deed) -> Option<Choice> {
    let Deed::MoveAgreement { to } = deed else { return None };
    Some(plain(to.to_string()))
}
