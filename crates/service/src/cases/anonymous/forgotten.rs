//! A new temporary password by post, for who has forgotten the own one: by user id and the number of a card that is
//! still theirs (DOMAIN 4). As *Nulstil*; on a NemID that was never activated the start is sent again.

use crate::cases::access::rate_limit;
use crate::cases::app::{App, CaseError, Origin};
use crate::cases::enrolment::pin_letters;
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use rules::actor::Actor;
use rules::limits::{LimitedAction, TooOften};
use rules::nemid::{KeyCard, NemId};
use rules::temporary;
use rules::temporary::TemporaryAction;
use rules::words::{KeyCardNumber, TypedUserId};

/// Orders it. Whoever asks learns nothing: the outcome is the same whether somebody was found or not, and the same
/// work is done. The same form sent twice orders once.
///
/// # Errors
/// [`TooOften`].
pub async fn order(
    app: &std::sync::Arc<App>,
    (user_id, card): (&TypedUserId, KeyCardNumber),
    shown_with: Option<&Token>,
    origin: &Origin,
) -> Result<(), CaseError<TooOften>> {
    let sending = rate_limit::sending(app, shown_with, &format!("{card} {}", user_id.folded()));
    if rate_limit::was_sent(app, sending).await? {
        return Ok(());
    }
    rate_limit::count(app, LimitedAction::Forgotten, &user_id.folded(), origin).await?;
    let draft = pin_letters::draft(app, origin).await?;
    let (inner, typed, origin) = (app.clone(), user_id.clone(), origin.clone());
    app.store
        .write::<_, CaseError<TooOften>, _>(move |tx| {
            if !rate_limit::note_sending(tx, &inner, sending)? {
                return Ok(());
            }
            let Some(nemid) = tx.nemid_by_user_id(&typed)?.filter(|one| holds_open(one, &card)) else {
                return Ok(());
            };
            if rate_limit::count_holder(tx, &inner, LimitedAction::Forgotten, &nemid.holder)? {
                send(tx, &inner, &nemid, &draft, &origin)?;
            }
            Ok(())
        })
        .await
}

/// A lost and blocked card proves nothing any more: whoever found it could block its loser's password.
fn holds_open(nemid: &NemId, card: &KeyCardNumber) -> bool {
    nemid.card(card).is_some_and(KeyCard::is_open)
}

fn send(
    tx: &Tx<'_>,
    app: &App,
    nemid: &NemId,
    draft: &pin_letters::Draft,
    origin: &Origin,
) -> Result<(), CaseError<TooOften>> {
    let stamp = origin.stamp(app.now(), Actor::Citizen);
    let offered = temporary::offered(nemid, stamp.at).unwrap_or_default();
    let wanted = [TemporaryAction::Resend, TemporaryAction::Reset];
    let Some(action) = wanted.into_iter().find(|action| offered.contains(action)) else { return Ok(()) };
    let Ok(events) = temporary::issue(nemid, action, &draft.new, &stamp) else { return Ok(()) };
    let after = app.record(tx, nemid, &events, (&stamp, origin))?;
    app.post_pin_letter(tx, &after, (draft.new.serial, &draft.digits), stamp.at)?;
    Ok(())
}
