//! A new temporary password by post for a person who has forgotten their own: by user id and the number of a
//! card that is still theirs (DOMAIN 4). It works like *Nulstil*; for a NemID that was never activated, the
//! temporary password for activation is sent again, and whoever remembers a blocked password keeps the certificate (D30).

use crate::cases::access::rate_limit::{self, LetterAfter, Limited};
use crate::cases::access::sent_once;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, Parts};
use crate::cases::enrolment::pin_letters::Draft;
use crate::outside::keys::tokens::Token;
use crate::store::{StoreError, Tx};
use rules::actor::Actor;
use rules::limits::{LimitedAction, TooOften};
use rules::nemid::{KeyCard, NemId};
use rules::temporary;
use rules::words::{KeyCardNumber, TypedUserId};

/// What the form says.
#[derive(Clone, Debug)]
pub struct Request {
    /// The user id as it was typed.
    pub user_id: TypedUserId,
    /// The number of a card.
    pub card: KeyCardNumber,
    /// Whether the password is remembered, and only a letter is missing.
    pub remembers: bool,
    /// The token that the form was shown with.
    pub shown_with: Option<Token>,
}

/// Orders the letter. The visitor learns nothing: outcome and work are the same whether a NemID was found or
/// not. The same form sent twice orders once.
///
/// # Errors
/// [`TooOften`].
pub async fn order(app: &App, request: Request, origin: &Origin) -> Result<(), CaseError<TooOften>> {
    let Request { user_id, card, remembers, shown_with } = request;
    let typed = format!("{card} {remembers} {}", user_id.folded());
    let sending = sent_once::sending(app, shown_with.as_ref(), &typed);
    if sent_once::was_sent(app, sending).await? {
        return Ok(());
    }
    let (app_of, typed, at) = (app.clone(), user_id.clone(), origin.clone());
    let limited = move |tx: &Tx<'_>| limited(tx, &app_of, &typed, &card, &at);
    let (app_of, look) = (app.clone(), limited.clone());
    let looked = app.read::<_, StoreError>(move |tx| look(tx)?.limited.look(tx, &app_of)).await?;
    let draft = looked.draft(app, origin).await?;
    app.act(origin, Actor::Visitor, move |act| {
        if sent_once::is_noted(act.tx, sending)? {
            return Ok(Attempt::Done(()));
        }
        let Asked { limited, holder } = limited(act.tx)?;
        if let Some(refusal) = limited.count(act)? {
            return Ok(Attempt::Refused(refusal));
        }
        let Some(draft) = &draft else { return Ok(Attempt::Stale) };
        sent_once::note(act, sending)?;
        let Some(nemid) = holder else { return Ok(Attempt::Done(())) };
        if rate_limit::count_letter(act, LetterAfter::Forgotten, &nemid.holder)? {
            send(act, &nemid, remembers, draft)?;
        }
        Ok(Attempt::Done(()))
    })
    .await
    .and_then(Attempt::settled)
}

/// What is asked for: its limits, and the NemID if the card is its holder's.
struct Asked {
    limited: Limited,
    holder: Option<NemId>,
}

fn limited(
    tx: &Tx<'_>,
    parts: &Parts,
    typed: &TypedUserId,
    card: &KeyCardNumber,
    origin: &Origin,
) -> Result<Asked, StoreError> {
    let named = tx.nemid_by_user_id(typed)?;
    let right = named.as_ref().is_some_and(|nemid| holds_open(nemid, card));
    let (action, folded) = (LimitedAction::Forgotten, typed.folded());
    let limited = Limited::of(tx, parts, action, &folded, named.as_ref(), right, origin)?;
    Ok(Asked { limited, holder: named.filter(|_| right) })
}

/// A lost and blocked card proves nothing: whoever found it could block its owner's password.
fn holds_open(nemid: &NemId, card: &KeyCardNumber) -> bool {
    nemid.card(card).is_some_and(KeyCard::is_open)
}

fn send(act: &Act<'_>, nemid: &NemId, remembers: bool, draft: &Draft) -> Result<(), CaseError<TooOften>> {
    let Some(action) = temporary::on_request(nemid, remembers, act.now()) else { return Ok(()) };
    let Ok(events) = temporary::issue(nemid, action, &draft.new, &act.stamp) else { return Ok(()) };
    let after = act.record(nemid, &events)?;
    act.post_pin_letter(&after, draft.new.serial, &draft.digits)?;
    Ok(())
}
