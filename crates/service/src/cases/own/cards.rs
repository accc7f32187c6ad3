//! A citizen's own key cards: block, order, re-order level (D7, D18).

use crate::cases::app::{App, refused};
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use rules::cards;
use rules::nemid::block::CardBlockReason;
use rules::words::KeyCardNumber;

/// Blocks cards for good. The session that asks survives, all others of this NemID end (DOMAIN 3).
pub async fn block(
    app: &App,
    own: Own,
    cards: Vec<KeyCardNumber>,
    reason: CardBlockReason,
) -> Result<(), OwnError> {
    own::change(app, own, move |act, nemid| {
        cards::block(nemid, &cards, reason, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

/// Orders a card to the registered address: a replacement while none can be used, else an extra one.
pub async fn order(app: &App, own: Own) -> Result<(), OwnError> {
    let drawn = app.drawn_card();
    own::change(app, own, move |act, nemid| {
        cards::order(nemid, cards::kind_of_order(nemid), &drawn, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

/// Sets the number of keys left at which a new card is sent.
pub async fn set_level(app: &App, own: Own, level: u8) -> Result<(), OwnError> {
    own::change(app, own, move |act, nemid| {
        cards::set_reorder_level(nemid, level, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}
