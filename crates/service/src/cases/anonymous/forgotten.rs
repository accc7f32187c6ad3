//! A new temporary password by post for a person who has forgotten their own: by user id and the number of a
//! card that is still theirs (DOMAIN 4). It works like *Nulstil*; for a NemID that was never activated, the
//! temporary password for activation is sent again.

use crate::cases::access::{rate_limit, sent_once};
use crate::cases::app::{Act, App, CaseError, Origin};
use crate::cases::enrolment::pin_letters::{self, Draft};
use crate::outside::keys::tokens::Token;
use rules::actor::Actor;
use rules::limits::{LimitedAction, TooOften};
use rules::nemid::{KeyCard, NemId};
use rules::temporary;
use rules::temporary::TemporaryAction;
use rules::words::{KeyCardNumber, TypedUserId};

/// Orders the letter. The visitor learns nothing: outcome and work are the same whether a NemID was found or
/// not. The same form sent twice orders once.
///
/// # Errors
/// [`TooOften`].
pub async fn order(
    app: &App,
    user_id: &TypedUserId,
    card: KeyCardNumber,
    shown_with: Option<&Token>,
    origin: &Origin,
) -> Result<(), CaseError<TooOften>> {
    let sending = sent_once::sending(app, shown_with, &format!("{card} {}", user_id.folded()));
    if sent_once::was_sent(app, sending).await? {
        return Ok(());
    }
    rate_limit::count(app, LimitedAction::Forgotten, &user_id.folded(), origin).await?;
    let draft = pin_letters::draft(app, origin).await?;
    let typed = user_id.clone();
    app.act(origin, Actor::Citizen, move |act| {
        if !sent_once::note(act, sending)? {
            return Ok(());
        }
        let Some(nemid) = act.tx.nemid_by_user_id(&typed)?.filter(|one| holds_open(one, &card)) else {
            return Ok(());
        };
        if rate_limit::count_holder(act, LimitedAction::Forgotten, &nemid.holder)? {
            send(act, &nemid, &draft)?;
        }
        Ok(())
    })
    .await
}

/// A lost and blocked card proves nothing: whoever found it could block its owner's password.
fn holds_open(nemid: &NemId, card: &KeyCardNumber) -> bool {
    nemid.card(card).is_some_and(KeyCard::is_open)
}

fn send(act: &Act<'_>, nemid: &NemId, draft: &Draft) -> Result<(), CaseError<TooOften>> {
    let offered = temporary::offered(nemid, act.now()).unwrap_or_default();
    let wanted = [TemporaryAction::Resend, TemporaryAction::Reset];
    let Some(action) = wanted.into_iter().find(|action| offered.contains(action)) else { return Ok(()) };
    let Ok(events) = temporary::issue(nemid, action, &draft.new, &act.stamp) else { return Ok(()) };
    let after = act.record(nemid, &events)?;
    act.post_pin_letter(&after, draft.new.serial, &draft.digits)?;
    Ok(())
}
