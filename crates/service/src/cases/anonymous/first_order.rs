//! A citizen orders a first NemID: card, welcome letter and PIN letter go to the registered address, the PIN
//! letter on another working day than the card (D15).
//!
//! The real service compared the typed particulars with CPR and the register of the document, and reported a
//! mismatch without saying which particular was wrong. This service does the same: a person who is not in the
//! register, or has another name or document, always gets one sentence. Only a person whose three particulars
//! match learns that they are too young or have a NemID already, and is asked whether they want another one beside it.

use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use crate::cases::access::rate_limit::Limited;
use crate::cases::access::sent_once;
use crate::cases::app::{App, Attempt, CaseError, Origin, Parts};
use crate::outside::keys::tokens::Token;
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};
use rules::actor::Actor;
use rules::calendar::danish_date;
use rules::limits::{LimitedAction, TooOften};
use rules::order::{Eligibility, FirstCard, NewNemId, OrderRefusal};
use rules::post::{Journey, PostalReach};
use rules::temporary::TemporaryAction;
use rules::words::{Contact, CprNumber, DocumentNumber, PersonName};
use rules::{Refusal, names, order, temporary};

#[derive(Clone, Debug)]
pub struct Orderer {
    pub name: PersonName,
    /// CPR number; judged by its shape alone (D12).
    pub cpr: CprNumber,
    /// Number of a passport or driving licence.
    pub document: DocumentNumber,
    /// E-mail address and mobile number.
    pub contact: Contact,
    /// Whether another NemID is wanted beside one that a certificate could be ordered for (Rules 4).
    pub beside: bool,
    /// The token that the form was shown with: sent twice, it orders once.
    pub shown_with: Option<Token>,
}

/// Why nothing is ordered.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum FirstOrderRefusal {
    /// Name, CPR number and document do not belong together.
    #[error("name, CPR number and document do not fit")]
    DoesNotFit,
    /// The rules say no.
    #[error(transparent)]
    Order(#[from] OrderRefusal),
    /// Too often today.
    #[error(transparent)]
    TooOften(#[from] TooOften),
}

impl Refusal for FirstOrderRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::DoesNotFit => "order-does-not-fit",
            Self::Order(refusal) => refusal.code(),
            Self::TooOften(refusal) => refusal.code(),
        }
    }

    fn is_for_too_many(&self) -> bool {
        matches!(self, Self::TooOften(_))
    }
}

/// The dates on which the letters arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// The day on which welcome letter and card arrive.
    pub card: Date,
    /// The day on which the PIN letter arrives.
    pub pin_letter: Date,
}

pub async fn order(
    app: &App,
    orderer: Orderer,
    origin: &Origin,
) -> Result<Ordered, CaseError<FirstOrderRefusal>> {
    let sending = sent_once::sending(app, orderer.shown_with.as_ref(), orderer.cpr.digits());
    if sent_once::was_sent(app, sending).await? {
        let (asked, now) = (orderer.clone(), app.now());
        return Ok(app.read::<_, StoreError>(move |tx| Ok(coming(now, reach(tx, &asked, now)?))).await?);
    }
    let (app_of, asked, at) = (app.clone(), orderer.clone(), origin.clone());
    let limited = move |tx: &Tx<'_>| limited(tx, &app_of, &asked, &at);
    let (app_of, look) = (app.clone(), limited.clone());
    let looked = app.read::<_, StoreError>(move |tx| look(tx)?.limited.look(tx, &app_of)).await?;
    let draft = looked.draft(app, origin).await?;
    let (first, numbers) = (FirstCard::Posted(app.drawn_card()), app.drawn_numbers());
    app.act(origin, Actor::Citizen, move |act| {
        let Asked { limited, person } = limited(act.tx)?;
        if sent_once::is_noted(act.tx, sending)? {
            return Ok(Attempt::Done(coming(act.now(), reach(act.tx, &orderer, act.now())?)));
        }
        if let Some(refusal) = limited.count(act)? {
            return Ok(Attempt::Refused(refusal.into()));
        }
        let Some(draft) = &draft else { return Ok(Attempt::Stale) };
        let Some(person) = person else { return Ok(Attempt::Refused(FirstOrderRefusal::DoesNotFit)) };
        let age = person.cpr.age_on(danish_date(act.now()));
        let eligible = Eligibility { age, dead: person.died.is_some() };
        let theirs = act.tx.nemids_of(person.cpr)?;
        let (number, reach) = (act.free_number(&numbers)?, person.reach());
        let new = NewNemId { holder: person.cpr, number, contact: &orderer.contact, card: &first, reach };
        let (nemid, events) = match order::make_first(&theirs, eligible, &new, orderer.beside, &act.stamp) {
            Ok(made) => made,
            Err(refusal) => return Ok(Attempt::Refused(refusal.into())),
        };
        sent_once::note(act, sending)?;
        let made = act.record(&nemid, &events)?;
        let issued = temporary::issue(&made, TemporaryAction::Resend, &draft.new, &act.stamp);
        let events = issued.map_err(|_| CaseError::Refused(OrderRefusal::NotOffered.into()))?;
        let after = act.record(&made, &events)?;
        act.post_pin_letter(&after, draft.new.serial, &draft.digits)?;
        Ok(Attempt::Done(coming(act.now(), reach)))
    })
    .await
    .and_then(Attempt::settled)
}

/// What is asked for: its limits, and the person if name and document are theirs.
struct Asked {
    limited: Limited,
    person: Option<Citizen>,
}

fn limited(tx: &Tx<'_>, parts: &Parts, orderer: &Orderer, origin: &Origin) -> Result<Asked, StoreError> {
    let person = fitting(tx, orderer, parts.now())?;
    let (action, cpr) = (LimitedAction::Order, orderer.cpr.digits());
    let limited = Limited::of(tx, parts, action, cpr, None, person.is_some(), origin)?;
    Ok(Asked { limited, person })
}

/// The dates on which the letters of an order arrive (D15, D29).
fn coming(ordered: Timestamp, reach: PostalReach) -> Ordered {
    let (card, pin_letter) = (Journey::of(ordered, reach), Journey::apart_from_card(ordered, reach));
    Ordered { card: danish_date(card.arrives), pin_letter: danish_date(pin_letter.arrives) }
}

/// How letters reach the person who ordered.
fn reach(tx: &Tx<'_>, orderer: &Orderer, now: Timestamp) -> Result<PostalReach, StoreError> {
    Ok(fitting(tx, orderer, now)?.map(|person| person.reach()).unwrap_or_default())
}

/// The person in the register, if name and document match. A name of the last year matches too (D25).
fn fitting(tx: &Tx<'_>, orderer: &Orderer, now: Timestamp) -> Result<Option<Citizen>, StoreError> {
    let Some(person) = tx.citizen(orderer.cpr)? else { return Ok(None) };
    let named = names::is_told(&orderer.name, &person.name, &tx.former_names(orderer.cpr)?, now);
    Ok(Some(person).filter(|one| named && one.document == Some(orderer.document)))
}
