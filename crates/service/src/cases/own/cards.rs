//! A citizen's own key cards: block, order, re-order level (D7, D18).

use std::sync::Arc;

use crate::cases::app::{App, refused};
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use rules::cards;
use rules::nemid::block::CardBlockReason;
use rules::words::KeyCardNumber;

/// Blocks cards for good. The session that asks survives it, all others of this NemID end (DOMAIN 3).
///
/// # Errors
/// Why not.
pub async fn block(
    app: &Arc<App>,
    own: Own,
    cards: Vec<KeyCardNumber>,
    reason: CardBlockReason,
) -> Result<(), OwnError> {
    own::change(app, own, move |_, _, nemid, stamp| {
        cards::block(nemid, &cards, reason, stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

/// Orders a card to the registered address: a replacement while none can be used, else an extra one.
///
/// # Errors
/// Why not.
pub async fn order(app: &Arc<App>, own: Own) -> Result<(), OwnError> {
    let drawn = app.drawn_card();
    own::change(app, own, move |_, _, nemid, stamp| {
        cards::order(nemid, cards::kind_of_order(nemid), &drawn, stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

/// Chooses at how many keys left a new card is sent.
///
/// # Errors
/// Why not.
pub async fn set_level(app: &Arc<App>, own: Own, level: u8) -> Result<(), OwnError> {
    own::change(app, own, move |_, _, nemid, stamp| {
        cards::set_reorder_level(nemid, level, stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}
