//! A new temporary password by post, for who has forgotten the own one: by user id and the number of a card that is
//! still theirs (DOMAIN 4). As *Nulstil*; on a NemID that was never activated the start is sent again.

use super::house::{House, Origin, Trouble};
use super::{pin_letters, tries};
use crate::outside::tokens::Token;
use crate::rules::actor::Actor;
use crate::rules::limits::{Errand, TooOften};
use crate::rules::nemid::{KeyCard, NemId};
use crate::rules::temporary::{self, TemporaryAction};
use crate::rules::words::{KeyCardNumber, TypedUserId};
use crate::store::Tx;

/// Orders it. Whoever asks learns nothing: the outcome is the same whether somebody was found or not, and the same
/// work is done. The same form sent twice orders once.
///
/// # Errors
/// [`TooOften`].
pub async fn order(
    house: &std::sync::Arc<House>,
    (user_id, card): (&TypedUserId, KeyCardNumber),
    shown_with: Option<&Token>,
    origin: &Origin,
) -> Result<(), Trouble<TooOften>> {
    let sending = tries::sending(house, shown_with, &format!("{card} {}", user_id.folded()));
    if tries::was_sent(house, sending).await? {
        return Ok(());
    }
    tries::count(house, Errand::Forgotten, &user_id.folded(), origin).await?;
    let draft = pin_letters::draft(house, origin).await?;
    let (inner, typed, origin) = (house.clone(), user_id.clone(), origin.clone());
    house
        .store
        .write::<_, Trouble<TooOften>, _>(move |tx| {
            if !tries::note_sending(tx, &inner, sending)? {
                return Ok(());
            }
            let Some(nemid) = tx.nemid_by_user_id(&typed)?.filter(|one| holds_open(one, &card)) else {
                return Ok(());
            };
            if tries::count_holder(tx, &inner, Errand::Forgotten, &nemid.holder)? {
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
    house: &House,
    nemid: &NemId,
    draft: &pin_letters::Draft,
    origin: &Origin,
) -> Result<(), Trouble<TooOften>> {
    let stamp = origin.stamp(house.now(), Actor::Citizen);
    let offered = temporary::offered(nemid, stamp.at).unwrap_or_default();
    let wanted = [TemporaryAction::Resend, TemporaryAction::Reset];
    let Some(action) = wanted.into_iter().find(|action| offered.contains(action)) else { return Ok(()) };
    let Ok(events) = temporary::issue(nemid, action, &draft.new, &stamp) else { return Ok(()) };
    let after = house.record(tx, nemid, &events, (&stamp, origin))?;
    house.post_pin_letter(tx, &after, (draft.new.serial, &draft.digits), stamp.at)?;
    Ok(())
}
